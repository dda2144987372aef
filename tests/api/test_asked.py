"""What is asked: strict, with cursors that nobody can misuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.api.asked import ReportsAsked, StatementsAsked, StoriesAsked, read_asked, read_cursor, write_cursor
from hearsay.api.problems import Problem


@given(st.lists(st.one_of(st.integers(-(2**53), 2**53), st.text(max_size=20)), min_size=1, max_size=3))
def test_cursors_come_back(key: list[str | int]) -> None:
    try:
        cursor = write_cursor(tuple(key))
    except UnicodeEncodeError:
        return
    assert read_cursor(cursor or "") == tuple(key)


@given(st.text(max_size=60))
def test_a_cursor_that_is_none_is_a_problem(cursor: str) -> None:
    try:
        assert isinstance(read_cursor(cursor), tuple)
    except Problem as problem:
        assert problem.trouble.status == 400


def test_filters_are_facets() -> None:
    asked = read_asked(StoriesAsked, {"lang": "bn", "person": "Q1", "place": "", "since": "2024-03"})
    assert asked.facets() == ("lang:bn", "person:Q1")


@pytest.mark.parametrize("given", [{"since": "yesterday"}, {"limit": "201"}, {"unknown": "1"}, {"lang": "x" * 301}])
def test_what_cannot_be_used_is_told(given: dict[str, str]) -> None:
    with pytest.raises(Problem, match="There are: limit"):
        read_asked(ReportsAsked, given)


def test_statements_are_of_one_thing() -> None:
    assert StatementsAsked(claim="c").of() == ("claim", "c")
    with pytest.raises(Problem):
        StatementsAsked(claim="c", report="r").of()
