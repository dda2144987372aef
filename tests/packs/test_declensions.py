"""Declension: forms of names by the rows of a pack, and back again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.declensions import (
    decline,
    decline_cases,
    decline_word,
    list_cases,
    list_nominatives,
    load_declensions,
    read_declensions,
)

TABLE = read_declensions({"-": "а у а/- ом е", "а": "ы/- е у ой е", "ия": "ии ии ию ией ии", "у": "у у у у у"})


@pytest.mark.parametrize(
    ("name", "form"),
    [("Судрия", "Судрию"), ("Холт", "Холтом"), ("Иван Холт", "Ивана Холта"), ("Мира Холт", "Миры Холт")],
)
def test_names_are_declined_whole_or_in_part(name: str, form: str) -> None:
    assert form in decline(name, TABLE)


def test_longest_ending_decides() -> None:
    assert decline_word("Судрия", TABLE)[0] == ("Судрии",)


def test_acronyms_and_words_without_a_row_stay() -> None:
    assert decline("ООН", TABLE) == ()
    assert set(decline("Бакуру", TABLE)) == set()


def test_nothing_is_declined_without_rows() -> None:
    assert decline("Холт", {}) == ()
    assert load_declensions("en") == {}


@given(st.sampled_from(["Холт", "Судрия", "Мира", "Ладвинск"]), st.integers(0, 4))
def test_every_form_leads_back(name: str, case: int) -> None:
    for form in decline_word(name, TABLE)[case]:
        assert name in list_nominatives(form, TABLE)
        assert case in list_cases(form, name, TABLE)


def test_first_case_is_told_apart() -> None:
    assert -1 in list_cases("Судрия", "Судрия", TABLE)
    assert -1 not in list_cases("Судрию", "Судрия", TABLE)
    assert -1 in list_cases("ООН", "ООН", TABLE) and 0 in list_cases("ООН", "ООН", TABLE)


def test_phrases_are_listed_with_their_cases() -> None:
    assert (2, "Судрию") in decline_cases("Судрия", TABLE)
    assert (0, "Холта Мира") in decline_cases("Холт Мира", TABLE)
