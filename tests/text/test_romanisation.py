"""Romanisation: names of any script in small Latin letters, one space between words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.text.romanisation import load_sounds, romanise
from tests.text.text_strategies import hard_texts


@pytest.mark.parametrize(
    ("name", "romanised"),
    [
        ("Ann-Marie O'Dell", "ann marie odell"),
        ("অ্যান", "an"),  # য-ফলা behind a vowel is a vowel
        ("ওয়ারেন", "waren"),
        ("ঢাকা", "dhaka"),
        ("मुंबई", "mumbi"),
        ("المنصورة", "mnsura"),  # without its article
        ("Щукин", "shukin"),
        ("김민수", "gim min su"),  # a whole name is cut behind its family
        ("로이터", "loiteo"),
        ("张伟", "jang wei"),
        ("加拿大", "ganada"),
        ("ティファニー", "tifani"),
        ("เมือง", "meueang"),  # the vowel written first is heard second
        ("123", ""),
    ],
)
def test_names_are_written_as_they_sound(name: str, romanised: str) -> None:
    assert romanise(name) == romanised


@given(st.one_of(hard_texts, st.text(max_size=30)))
def test_any_text_gives_small_latin_words(text: str) -> None:
    assert re.fullmatch("(?:[a-z]+(?: [a-z]+)*)?", romanise(text))


def test_no_replacement_is_hidden_behind_a_shorter_one() -> None:
    for script in load_sounds().script.values():
        for table in (script.before, script.after):
            seen: list[str] = []
            for letters in table:
                assert not any(earlier in letters for earlier in seen), letters
                seen.append(letters)
