"""Holes to the left of a cue: subjects, contents and owners before it."""

import pytest

from tests.reading.reading_factories import Told, tell


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("sv", "I Stenhamn öppnades bron, säger ministern.", Told("ministern", ("I Stenhamn öppnades bron",))),
        ("fr", "Le pont est sûr, a-t-elle dit.", Told("elle", ("Le pont est sûr",))),
        ("fr", "Le pont est sûr, affirme-t-il.", Told("il", ("Le pont est sûr",))),
        ("sv", "Ministerns besked är att bron är säker.", Told("Ministerns", ("bron är säker",))),
        ("fi", "Poliisin mukaan silta suljettiin.", Told("Poliisin", ("silta suljettiin",))),
    ],
)
def test_what_stands_before_the_cue(language: str, text: str, told: Told) -> None:
    assert tell(text, language) == [told]


def test_an_adverbial_before_the_verb_in_second_place_is_no_subject() -> None:
    assert [told.who for told in tell("I Stenhamn sade ministern att bron är säker.", "sv")] == ["ministern"]
