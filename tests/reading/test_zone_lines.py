"""Lines one by one: what they are, and body when in doubt."""

import pytest

from hearsay.reading.zone_lines import are_names, match_line
from hearsay.reading.zone_words import zone_patterns


def kinds(line: str, *, language: str = "en", place: int = 5, left: int = 2) -> list[str]:
    """Return the kinds of a line's pieces."""
    return [piece[0].value for piece in match_line(line, zone_patterns(language), place=place, left=left)]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "SHARE",
        "Comments (0)",
        "Also read: something else",
        "Sign up for our newsletter",
        "© 2023 Example Media. All rights reserved.",
        "https://example.org/story",
        "Home > World > Asia",
        "___",
        "<tweet id='1'></tweet>",
        "Follow us on Example and never miss a story",
    ],
)
def test_residue(line: str) -> None:
    assert kinds(line) == ["residue"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Roe in Seoul", ["byline"]),
        ("Staff Reporter", ["byline"]),
        ("Jane Roe (Reuters)", ["byline", "credit"]),
        ("Reuters", ["credit"]),
        ("Source: Reuters", ["credit"]),
        ("Translated by Jane Roe", ["credit"]),
        ("With inputs from AFP", ["credit"]),
        ("Jane Roe in Moscow contributed to this report.", ["credit"]),
        ("Posted on 4 September 2023", ["dateline"]),
        ("He left the room. (Reporting by Jane Roe)", ["body", "credit"]),
        ("He left the room. (Reuters)", ["body", "credit"]),
    ],
)
def test_bylines_and_credits(line: str, expected: list[str]) -> None:
    assert kinds(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Guards at the gate. Photograph by Jane Roe", ["caption", "credit"]),
        ("Guards at the gate. Jane Roe/Reuters", ["caption", "credit"]),
        ("Photo: Jane Roe", ["credit"]),
        ("FILE - Guards stand at the gate in May 2020.", ["caption"]),
        ("Jane Roe (L) meets John Doe (R) at the gate.", ["caption"]),
        ("Jane Roe (R) spoke.", []),
        ("“It is on the (left) side,” he said.", []),
    ],
)
def test_captions(line: str, expected: list[str]) -> None:
    assert kinds(line, place=20, left=20) == expected


@pytest.mark.parametrize("line", ["নিজস্ব প্রতিবেদক", "ঢাকা প্রতিনিধি", "আন্তর্জাতিক ডেস্ক", "প্রতিবেদক: করিম রহমান"])
def test_bengali_bylines(line: str) -> None:
    assert kinds(line, language="bn", place=1) == ["byline"]


def test_names_need_capitals_where_there_are_capitals() -> None:
    assert are_names("Jane Roe and John Doe in The Hague", zone_patterns("en"))
    assert not are_names("Jane Roe spoke in Seoul", zone_patterns("en"))
    assert are_names("করিম রহমান", zone_patterns("bn"))
    assert not are_names("করিম গেছেন। রহমান গেছেন।", zone_patterns("bn"))


def test_a_name_in_brackets_behind_the_last_sentence_may_have_a_small_word() -> None:
    assert kinds("Мост безопасен. (Тихий день)", language="ru", left=0) == ["body", "credit"]
    assert kinds("Мост безопасен. (см. карту ниже)", language="ru", left=0) in ([], ["body"])
