"""Drawers: without one a record shows as it prints; records stay frozen and comparable either way."""

import pytest

from hearsay import drawers
from tests.views.exports.export_factories import make_claim


def test_without_a_drawer_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawers, "_drawers", [])
    assert make_claim()._repr_html_() is None


def test_the_last_drawer_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawers, "_drawers", [])
    drawers.register_drawer(lambda _: "first")
    drawers.register_drawer(lambda record: f"a {type(record).__name__}")
    assert make_claim()._repr_html_() == "a Claim" and make_claim() == make_claim()
    with pytest.raises(AttributeError, match="immutable"):
        make_claim().id = "other"  # type: ignore[misc]
