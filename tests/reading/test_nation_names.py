"""Nations are no names: what is left out of the mentions, and what stays."""

import pytest

from hearsay.reading.capital_names import Candidate
from hearsay.reading.mentions import find_mentions
from hearsay.reading.name_words import load_lexicon
from hearsay.reading.nation_names import without_nations


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Américains ont dit que le pont tenait."),
        ("de", "Russische Beamte sagten, die Brücke halte."),
        ("de", "Die Franzosen sagten, die Brücke halte."),
        ("it", "I Russi hanno detto che il ponte regge."),
    ],
)
def test_people_of_a_state_are_no_names(language: str, text: str) -> None:
    assert find_mentions(text, language=language) == ()


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Anna Deutschmann sagte, die Brücke halte.", "Anna Deutschmann"),
        ("de", "Deutschmann sagte, die Brücke halte.", "Deutschmann"),
        ("de", "Die Russische Brückengesellschaft sprach mit Anna Kamp.", "Anna Kamp"),
        ("fr", "Le pont, a dit Paul Vernet, tient.", "Paul Vernet"),
    ],
)
def test_names_stay(language: str, text: str, name: str) -> None:
    candidate = Candidate(text.index(name), text.index(name) + len(name), None)
    assert [*without_nations(text, [candidate], load_lexicon(language))] == [candidate]


def test_a_text_without_nations_keeps_its_candidates() -> None:
    candidates = (Candidate(0, 4, None),)
    assert without_nations("Kamp ging.", candidates, load_lexicon("de")) is candidates
