"""Holes to the right of a cue: subjects behind their verb, hearers, contents."""

import pytest

from tests.reading.reading_factories import Told, tell


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ar", "قال الوزير إن الجسر آمن.", Told("الوزير", ("الجسر آمن",))),
        ("sv", "Kommunen säger oss att bron är säker.", Told("Kommunen", ("bron är säker",), whom="oss")),
        ("is", "Í gær greindi lögreglan frá því að brúin væri lokuð.", Told("lögreglan", ("brúin væri lokuð",))),
        (
            "es",
            "Dijeron fuentes diplomáticas que el puente es seguro.",
            Told("fuentes diplomáticas", ("el puente es seguro",)),
        ),
    ],
)
def test_what_stands_behind_the_cue(language: str, text: str, told: Told) -> None:
    assert tell(text, language) == [told]
