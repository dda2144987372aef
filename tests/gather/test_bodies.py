"""The body: the fast way where it is whole, the thorough one where paragraphs are missing."""

import sys

import pytest

from hearsay.errors import MissingExtra
from hearsay.gather import bodies
from hearsay.gather.bodies import find_body
from hearsay.gather.trees import parse_page

pytest.importorskip("trafilatura")

ENDING = "officials said on a long and rainy evening, and nobody knows what comes next."
PLACES = ("old", "new", "lower", "upper", "northern")
LINES = [f"The talks in the {place} town have failed, {ENDING}" for place in PLACES]


def page_of(*parts: str) -> str:
    """Make a page of these parts of its body."""
    return f"<html><body><article>{''.join(parts)}</article></body></html>"


def test_paragraphs_in_order() -> None:
    assert find_body(parse_page(page_of(*(f"<p>{line}</p>" for line in LINES)))) == LINES


def test_tables_are_read_without_bars() -> None:
    table = f"<table><tr><td>{LINES[0]}</td><td>{LINES[1]}</td></tr></table>"
    assert not any("|" in line for line in find_body(parse_page(page_of(table, f"<p>{LINES[2]}</p>"))))


@pytest.mark.parametrize(("found", "asked"), [(LINES, [True]), (LINES[:1] * 6, [True, False])])
def test_the_thorough_way_is_taken_where_paragraphs_are_missing(
    monkeypatch: pytest.MonkeyPatch, found: list[str], asked: list[bool]
) -> None:
    ways: list[bool] = []

    def extract(_: object, *, fast: bool) -> list[str]:
        ways.append(fast)
        return found if fast else LINES

    monkeypatch.setattr(bodies, "_extract", extract)
    assert find_body(parse_page(page_of(*(f"<p>{line}</p>" for line in LINES)))) == LINES
    assert ways == asked


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = parse_page(page_of("<p>x</p>"))
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"hearsay\[html\]"):
        find_body(tree)
