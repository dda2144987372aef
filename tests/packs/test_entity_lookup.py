"""Looking entities up by any name."""

import pytest

from hearsay.packs.entity_files import load_entities
from hearsay.packs.entity_lookup import all_names_of, find_entities, list_entities, list_name_languages
from hearsay.packs.loading import list_languages
from hearsay.records import MentionKind


@pytest.mark.parametrize(
    "name", ["Sergei Shoigu", "শোইগু", "Шойгу", "쇼이구", "شويغو", "sergei shoigu", "hs-sergei-shoigu"]
)
def test_one_person_is_found_by_every_name(name: str) -> None:
    assert [entity.id for entity in find_entities(name)] == ["hs-sergei-shoigu"]


def test_accents_may_be_missing_where_nothing_else_fits() -> None:
    assert find_entities("tan hoa xa") == find_entities("Tân Hoa xã") != ()


def test_a_name_of_several_finds_them_all_and_a_word_none() -> None:
    assert len(find_entities("Georgia")) == 2
    assert find_entities("no such name") == ()


def test_all_languages_are_gathered() -> None:
    assert set(list_languages()) <= set(list_name_languages())
    names = all_names_of(load_entities()["Q7747"])
    assert "Путин" in names["ru"] and "Putin" in names["en"]


def test_entities_are_listed_by_kind() -> None:
    agencies = list(list_entities(MentionKind.AGENCY))
    assert agencies and all(entity.kind is MentionKind.AGENCY for entity in agencies)
    assert len(list(list_entities())) == len(load_entities())


def test_every_state_and_capital_has_a_name_in_every_language() -> None:
    places = [entity for entity in load_entities().values() if entity.is_state or entity.capital_of]
    for entity in places:
        assert set(list_languages()) <= set(all_names_of(entity)), entity.id
