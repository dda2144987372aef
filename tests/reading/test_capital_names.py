"""Names that capital letters show."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.reading.capital_names import find_capital_names, find_headings
from hearsay.records import MentionKind


def find(text: str) -> dict[str, MentionKind | None]:
    """Find the candidates of a text by their words."""
    return {text[c.start : c.end]: c.kind for c in find_capital_names(text, language="en")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the end Anna Quist won.", {"Anna Quist": MentionKind.PERSON}),
        ("Widget Foods CEO Anna Quist won.", {"Widget Foods": None, "Anna Quist": MentionKind.PERSON}),
        ("The Department of Roads won.", {"Department of Roads": MentionKind.ORGANISATION}),
        ("He crossed Quist River.", {"Quist River": MentionKind.PLACE}),
        ("She met Secretary of State Anna Quist.", {"Anna Quist": MentionKind.PERSON}),
        ("She is the President.", {}),
    ],
)
def test_runs_are_stripped_split_and_typed(text: str, found: dict[str, MentionKind | None]) -> None:
    assert find(text) == found


def test_a_heading_shows_nothing_by_its_capitals() -> None:
    text = "Old Bridge Closed After Heavy Storm\nAnna Quist closed the bridge."
    assert find_headings(text) == ((0, 35),)
    assert list(find(text)) == ["Anna Quist"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_candidates_are_ordered_and_inside(text: str) -> None:
    end = 0
    for candidate in find_capital_names(text, language="en"):
        assert end <= candidate.start < candidate.end <= len(text)
        end = candidate.end


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ayer el CEO de Molinex viajó.", ["CEO", "Molinex"]),
        ("Ayer Ana de Soto viajó.", ["Ana de Soto"]),
    ],
)
def test_a_particle_joins_persons_and_not_what_belongs_to_a_body(text: str, names: list[str]) -> None:
    assert [text[c.start : c.end] for c in find_capital_names(text, language="es")] == names


def test_a_listed_town_behind_a_particle_stays_apart() -> None:
    text = "Ayer Molinex Arena de Madrid abrió."
    start = text.index("Madrid")
    found = find_capital_names(text, language="es", taken=[(start, start + len("Madrid"))])
    assert [text[c.start : c.end] for c in found] == ["Molinex Arena"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Mountain Echo said so.", {"Mountain Echo": MentionKind.OUTLET}),
        ("It stood in Harbour News Today on Monday.", {"Harbour News Today": MentionKind.OUTLET}),
        ("Odell Sen said so.", {"Odell Sen": MentionKind.PERSON}),  # "Sen." stands before a name, never at its end
        ("She met Sen. Odell Quist.", {"Odell Quist": MentionKind.PERSON}),
    ],
)
def test_a_capital_of_its_own_makes_a_word_part_of_a_name(text: str, found: dict[str, MentionKind | None]) -> None:
    assert {name: kind for name, kind in find(text).items() if name != "Monday"} == found


def test_a_sentence_with_a_credit_behind_it_is_no_heading() -> None:
    text = "Anna Quist: Nine Tonnes of Flour Left Port Quist. (Harbour Wire)"
    assert find_headings(text) == ()


def test_where_nouns_have_capitals_a_head_of_places_is_no_part_of_the_name() -> None:
    text = "Das Schiff lief aus dem Hafen Varnik aus."
    found = {text[name.start : name.end]: name.kind for name in find_capital_names(text, language="de")}
    assert found.get("Varnik") is MentionKind.PLACE
