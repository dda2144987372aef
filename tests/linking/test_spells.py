"""Stretches of time: what excludes what, how far apart, and in which order reports came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hearsay.linking.spells import are_apart, days_between, moment_of, spell_of
from tests.linking.linking_factories import read_text

VALUES = st.one_of(
    st.dates().map(str),
    st.sampled_from(
        ["2026", "2026-03", "2026-W10", "2026-Q1", "2026-H2", "XXXX-03", "9999-12", "0000", "P2W", "", "২০২৬"]
    ),
    st.text(max_size=12),
)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-03-02", "2026-03-02", "2026-03-02"),
    ],
)
def test_a_value_stands_for_its_days(value: str, first: str, last: str) -> None:
    assert tuple(map(str, spell_of(value) or ())) == (first, last)


@pytest.mark.parametrize("value", ["", "XXXX-03", "P2W", "2026-13", "2026-02-30", "2026-W60", "PRESENT_REF"])
def test_an_open_or_wrong_value_stands_for_no_days(value: str) -> None:
    assert spell_of(value) is None


def test_a_day_in_a_month_is_not_apart_from_it_but_from_the_next() -> None:
    assert not are_apart("2026-03-02", "2026-03")
    assert are_apart("2026-03-02", "2026-04")
    assert days_between("2026-03-02", "2026-04") == 30


def test_an_open_time_excludes_nothing() -> None:
    assert not are_apart(None, "2026-03-02") and not are_apart("XXXX-03", "2026-04")


@given(VALUES, VALUES)
def test_any_two_values_are_as_far_apart_one_way_as_the_other(one: str, other: str) -> None:
    assert days_between(one, other) == days_between(other, one) >= 0
    assert are_apart(one, other) == are_apart(other, one)


def test_moments_of_two_zones_are_put_in_order() -> None:
    seoul = replace(read_text("Rain."), published_at="2026-03-02T09:30:00+09:00")
    london = replace(read_text("Rain."), published_at="2026-03-02T01:00:00+00:00")
    assert moment_of(seoul) < moment_of(london)


@pytest.mark.parametrize("moment", [None, "soon", "0001-01-01T00:00:00+05:00"])
def test_without_a_moment_the_day_puts_in_order(moment: str | None) -> None:
    assert moment_of(replace(read_text("Rain."), published_at=moment)) == "2026-03-02"
