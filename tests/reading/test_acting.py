"""States, capitals and seats that act, and those that are only places."""

import pytest

from hearsay.reading.acting import is_acting
from hearsay.text.folding import Folded


def acts(text: str, name: str, language: str = "en") -> bool:
    """Ask whether the first occurrence of a name acts."""
    view, name = Folded(text).text, Folded(name).text
    start = view.index(name)
    return is_acting(view, (start, start + len(name)), language=language)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moscow has repeatedly denied it.", "Moscow"),
        ("He read Moscow's statement.", "Moscow"),
        ("It is ready, according to Moscow.", "Moscow"),
        ("The White House said no.", "White House"),
    ],
)
def test_english_acts(text: str, name: str) -> None:
    assert acts(text, name)


@pytest.mark.parametrize(
    "text", ["Officials in Moscow said no.", "He left Moscow.", "Moscow is cold.", "They will visit Moscow.", "Moscow"]
)
def test_english_places(text: str) -> None:
    assert not acts(text, "Moscow")


@pytest.mark.parametrize("text", ["মস্কো জানিয়েছে, কাজ শেষ।", "আবহাওয়া ভালো। মস্কো বলেছে যে কাজ শেষ।", "মস্কোর দাবি মিথ্যা।"])
def test_bengali_acts(text: str) -> None:
    assert acts(text, "মস্কো", "bn")


@pytest.mark.parametrize("text", ["মস্কো সফর করবেন বলে জানান।", "মস্কোতে মেয়র বলেছেন, না।", "মস্কোর রাস্তা বন্ধ।", "মস্কো"])
def test_bengali_places(text: str) -> None:
    assert not acts(text, "মস্কো", "bn")
