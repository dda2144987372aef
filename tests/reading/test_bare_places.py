"""Places nobody listed: by their ending, or before the head of a place; common words and speakers are none."""

import pytest
from hypothesis import given

from hearsay.reading.bare_places import find_places
from hearsay.reading.bare_words import split_words
from hearsay.text.folding import Folded
from tests.text.text_strategies import hard_texts


def places(text: str, language: str = "bn") -> list[str]:
    view = Folded(text).text
    return [view[found.start : found.end] for found in find_places(split_words(view, language, ()))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("গতকাল শালবনপুরে ট্রেন থামে।", ["শালবনপুরে"]),
        ("কেশরগঞ্জের বাজারে আগুন লেগেছে।", ["কেশরগঞ্জের"]),
        ("সকালে মনহরা উপজেলার সেতুটি ভেঙে গেছে।", ["মনহরা"]),
        ("গোটা উপজেলায় বৃষ্টি হয়েছে।", []),
        ("দুপুরে বৃষ্টি হয়েছে।", []),
        ("গতকাল শাহবাগে বৃষ্টি হয়েছে।", ["শাহবাগে"]),
        ("শেয়ারবাজারে দর বেড়েছে।", []),
        ("শালবনপুর জানিয়েছে, বৃষ্টি হবে।", []),  # who is at the place, not the place
    ],
)
def test_places_are_told_by_ending_or_head(text: str, names: list[str]) -> None:
    assert places(text) == names


def test_a_language_without_endings_finds_none() -> None:
    assert places("The fair of Maltonpur.", "en") == []


@given(hard_texts)
def test_no_text_is_too_odd(text: str) -> None:
    assert all(place in Folded(text).text for place in places(text))


def test_a_bare_head_before_a_postposition_tells_a_place() -> None:
    assert places("ভার্নিক বন্দর থেকে জাহাজ ছাড়ে।") == ["ভার্নিক"]
    assert places("ভার্নিক বন্দর বড়।") == []
