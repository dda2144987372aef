"""Descriptions of unnamed sources: each pack reads kind and side, and the lattice orders what was read."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.descriptions import (
    Description,
    describe,
    is_as_wide,
    load_lattice,
    may_be_one,
    names_nobody,
    width,
)
from hearsay.packs.entities import load_entities
from hearsay.packs.loading import list_languages

TABLE = tomllib.loads(Path(__file__).with_name("descriptions.toml").read_text(encoding="utf8"))
ROWS = [(language, *(part.strip() for part in row.split("|"))) for language, rows in TABLE.items() for row in rows]
KINDS = sorted(load_lattice().wider)
STATES = sorted({state for states in load_lattice().groups.values() for state in states})


def sides_of(name: str) -> frozenset[str]:
    """Return the states that a code or a group stands for."""
    groups = {str(group): frozenset(states) for group, states in load_lattice().groups.items()}
    return groups.get(name) or frozenset(entity.id for entity in load_entities().values() if name == entity.code)


def make_descriptions() -> st.SearchStrategy[Description]:
    """Return a strategy of descriptions with any kinds and sides."""
    kinds = st.frozensets(st.sampled_from(KINDS), max_size=3)
    return st.builds(Description, kinds, st.frozensets(st.sampled_from(STATES), max_size=3))


# What the packs read


def test_every_pack_is_asked_for_ten_descriptions_or_more() -> None:
    assert set(TABLE) == set(list_languages())
    assert min(map(len, TABLE.values())) >= 10


@pytest.mark.parametrize(("language", "words", "kinds", "side"), ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_kind_and_side_are_read(language: str, words: str, kinds: str, side: str) -> None:
    description = describe(words, language)
    assert set(description.kinds) == set(kinds.split())
    assert description.sides == sides_of(side)


@pytest.mark.parametrize("language", sorted(TABLE))
def test_a_retelling_is_wider_and_another_side_another_source(language: str) -> None:
    officials, western, spies, russian = (describe(row.split(" | ")[0], language) for row in TABLE[language][:4])
    assert is_as_wide(western, officials)
    assert not is_as_wide(officials, western)
    assert not may_be_one(officials, spies)
    assert not may_be_one(officials, russian)
    assert width(western) > width(officials) > width(spies)


@pytest.mark.parametrize("language", sorted(TABLE))
def test_media_reports_name_nobody(language: str) -> None:
    media = [row.split(" | ")[0] for row in TABLE[language] if row.split("|")[1].strip() == "media"]
    assert media
    assert all(names_nobody(describe(words, language)) for words in media)


def test_the_same_description_is_read_alike_in_two_languages() -> None:
    assert describe("South Korean intelligence sources", "en") == describe("südkoreanische Geheimdienstkreise", "de")


def test_intelligence_sources_are_no_militants() -> None:
    assert not may_be_one(describe("intelligence sources", "en"), describe("militants", "en"))
    assert may_be_one(describe("sources", "en"), describe("militants", "en"))


def test_a_language_without_a_pack_tells_nothing() -> None:
    assert describe("Xyz", "xx") == Description()


# The lattice


def test_what_stands_above_a_wider_kind_stands_above_the_narrow_one() -> None:
    wider = load_lattice().wider
    for kind, above in wider.items():
        assert kind not in above
        assert all(set(wider[wide]) <= set(above) for wide in above), kind


@given(make_descriptions(), make_descriptions())
def test_may_be_one_is_symmetric(one: Description, other: Description) -> None:
    assert may_be_one(one, other) == may_be_one(other, one)


@given(make_descriptions())
def test_a_description_is_as_wide_as_itself(description: Description) -> None:
    assert is_as_wide(description, description)
    assert may_be_one(description, description)
    assert is_as_wide(Description(), description)


@given(make_descriptions(), make_descriptions())
def test_a_wider_description_may_be_of_the_same_source(one: Description, other: Description) -> None:
    if is_as_wide(one, other):
        assert may_be_one(one, other)


@given(make_descriptions(), make_descriptions(), make_descriptions())
def test_retelling_goes_only_upwards(one: Description, other: Description, third: Description) -> None:
    if is_as_wide(one, other) and is_as_wide(other, third):
        assert is_as_wide(one, third)


@given(st.text(), st.sampled_from(sorted(TABLE)))
def test_any_words_can_be_described(words: str, language: str) -> None:
    description = describe(words, language)
    assert description.kinds <= set(KINDS)
