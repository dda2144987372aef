"""Words of nationality: every file is sound, every line finds its state, and no name gives way to one."""

from itertools import product

import pytest

from hearsay.packs.entities import find_names, load_entities
from hearsay.packs.entity_files import load_adjectives
from hearsay.packs.loading import list_languages
from hearsay.packs.nationalities import Nationality, list_nationalities

LANGUAGES = [language for language in list_languages() if load_adjectives(language)]
# In these the name of a state is its adjective too: "quan chức Mỹ", "pejabat Rusia".
NAME_ALONE = {"id", "vi"}
IN_THE_TABLES = {"en", "bn"}


def roles_in(text: str, language: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return role and entities of each name found, by its words with their ending."""
    hits = find_names(text, language)
    return {text[hit.span[0] : hit.end_with_ending]: (hit.role, hit.entities) for hit in hits}


# The data


def test_every_language_with_such_words_has_a_file() -> None:
    assert set(LANGUAGES) == set(list_languages()) - NAME_ALONE - IN_THE_TABLES


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_name_states_and_no_word_stands_for_two(language: str) -> None:
    adjectives = load_adjectives(language)
    words = [word for forms in adjectives.values() for word in forms]
    assert all(load_entities()[state].is_state for state in adjectives)
    assert len(words) == len(set(words))
    assert all(word == word.strip() and word.strip("-+") for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_finds_its_state(language: str) -> None:
    for state, words in load_adjectives(language).items():
        for word in words:
            text = word.strip("-").replace("+", "")
            assert state in {entity for hit in find_names(text, language) for entity in hit.entities}, word


# How they are written


def test_a_hyphen_opens_a_word_and_a_plus_asks_for_what_follows() -> None:
    russian = [word for word in list_nationalities("ru") if word.state == "Q159"]
    assert Nationality("Q159", "Российск", is_open=True, width=0) in russian
    american = [word for word in list_nationalities("ja") if word.state == "Q30"]
    assert Nationality("Q30", "米政府", is_open=True, width=1) in american


@pytest.mark.parametrize(
    ("language", "text", "word", "state"),
    [
        ("ru", "о российских войсках", "российских", "Q159"),
        ("de", "UKRAINISCHE Behörden", "UKRAINISCHE", "Q212"),
        ("fi", "venäläisjoukot", "venäläisjoukot", "Q159"),
        ("ar", "والروسية", "الروسية", "Q159"),
        ("tr", "Amerikalılar", "Amerikalılar", "Q30"),
        ("pl", "z amerykańskimi dyplomatami", "amerykańskimi", "Q30"),
        ("hi", "रूसी सेना", "रूसी", "Q159"),
        ("zh", "美方表示", "美", "Q30"),
        ("ja", "米政府高官", "米", "Q30"),
        ("ko", "미 당국자는", "미", "Q30"),
    ],
)
def test_all_forms_are_found(language: str, text: str, word: str, state: str) -> None:
    assert roles_in(text, language)[word] == ("adjective", (state,))


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Deutschland"), ("ru", "Украина"), ("es", "Siria"), ("pl", "Polska"), ("sv", "Ryssland")],
)
def test_a_name_stays_a_name(language: str, text: str) -> None:
    assert roles_in(text, language)[text][0] == "name"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "米を食べる"),
        ("fi", "turkki ja turkis"),
        ("sv", "tjeck"),
        ("it", "una persona cieca"),
        ("zh", "以方便群众"),
    ],
)
def test_common_words_are_no_nations(language: str, text: str) -> None:
    assert "adjective" not in {role for role, _ in roles_in(text, language).values()}


def test_inside_a_word_nothing_begins() -> None:
    for before, (language, word) in product(("x", "ab"), (("ru", "российский"), ("de", "russisch"))):
        assert not find_names(before + word, language)
