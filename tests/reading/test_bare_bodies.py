"""Names of bodies in a script without capitals."""

import pytest

from hearsay.reading.bare_bodies import find_bodies
from hearsay.reading.bare_words import split_words
from hearsay.text.folding import Folded


def find(text: str) -> list[str]:
    """Find the words of the bodies of a text."""
    view = Folded(text).text
    return [view[candidate.start : candidate.end] for candidate in find_bodies(split_words(view, "bn", ()))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("আইন মন্ত্রণালয়ের চিঠি।", "আইন মন্ত্রণালয়ের"),
        ("তিনি পদ্মপুর ব্যাংকে গেছেন।", "পদ্মপুর ব্যাংকে"),
        ("জাতীয় মানবাধিকার কমিশন বলেছে।", "জাতীয় মানবাধিকার কমিশন"),
        ("এনসিএলের চিঠি।", "এনসিএলের"),
    ],
)
def test_a_head_takes_what_belongs_to_it(text: str, name: str) -> None:
    assert find(text) == [Folded(name).text]


@pytest.mark.parametrize("text", ["জেলা কমিটির সভা।", "ওই ব্যাংকে গেছেন।", "এটিও ঠিক।", "কেন্দ্রীয় কার্যালয়ে সভা।"])
def test_a_common_head_alone_is_no_name(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(("owner", "name"), [("ঢাকার", "জাতীয় ব্যাংক"), ("জাপানের", "জাপানের জাতীয় ব্যাংক")])
def test_a_town_in_the_genitive_is_apart_and_a_state_is_not(owner: str, name: str) -> None:
    view = Folded(f"{owner} জাতীয় ব্যাংক বন্ধ।").text
    [found] = find_bodies(split_words(view, "bn", [(0, len(Folded(owner).text))]))
    assert view[found.start : found.end] == Folded(name).text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("তিনি ইউনিভার্সিটি অব মালদোনার ছাত্র।", "ইউনিভার্সিটি অব মালদোনার"),
        ("পদ্মপুর ব্যাংক ও মন্ত্রী বলেছেন।", "পদ্মপুর ব্যাংক"),
    ],
)
def test_a_head_goes_on_behind_a_joiner_that_is_no_conjunction(text: str, name: str) -> None:
    assert find(text) == [Folded(name).text]
