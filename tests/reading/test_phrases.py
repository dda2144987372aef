"""Phrases: how far a source's noun phrase reaches."""

import pytest

from hearsay.reading import phrases, subjects
from hearsay.reading.phrases import Range
from hearsay.reading.tokens import Sentence
from tests.reading.reading_factories import make_sentence


def words(sentence: Sentence, found: Range | None) -> str | None:
    """Return a range of tokens as it stands in the text."""
    return None if found is None else sentence.text[slice(*sentence.span(*found))]


def subject_of(text: str) -> str | None:
    """Find the subject of the sentence's first cue."""
    sentence = make_sentence(text)
    return words(sentence, phrases.subject_before(sentence, sentence.hits[0].start))


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The mayor said no.", "The mayor"),
        ("On Monday the mayor of the old town said no.", "the mayor of the old town"),
        ("Mira Holt, the mayor, said no.", "Mira Holt, the mayor"),
        ("Mira Holt, who opened the bridge, said no.", "Mira Holt, who opened the bridge"),
        ("The mayor has often said no.", "The mayor"),
        ("It rained when she said no.", "she"),
        ("Two officials on Monday said no.", "Two officials"),
    ],
)
def test_the_subject_of_a_cue(text: str, subject: str) -> None:
    assert subject_of(text) == subject


@pytest.mark.parametrize("text", ["Said the mayor.", "It rained, said the mayor."])
def test_where_no_subject_stands_none_is_found(text: str) -> None:
    assert subject_of(text) is None


@pytest.mark.parametrize(
    ("text", "first", "phrase"),
    [
        ("said the mayor of the old town on Monday", 1, "the mayor of the old town"),
        ("said officials and residents", 1, "officials and residents"),
        ("said she was tired", 1, "she"),
    ],
)
def test_the_phrase_behind_a_cue(text: str, first: int, phrase: str) -> None:
    sentence = make_sentence(text)
    assert words(sentence, phrases.noun_phrase_after(sentence, first)) == phrase


def test_an_apposition_belongs_to_its_phrase() -> None:
    sentence = make_sentence("said Mira Holt, the mayor of the old town, on Monday")
    phrase = phrases.noun_phrase_after(sentence, 1)
    assert phrase is not None
    assert words(sentence, phrases.with_apposition(sentence, phrase)) == "Mira Holt, the mayor of the old town"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The mayor opened the bridge and said no.", "The mayor"),
        ("The union walked out, saying no.", "The union"),
    ],
)
def test_a_joined_cue_takes_the_subject_of_the_clause(text: str, subject: str) -> None:
    sentence = make_sentence(text)
    found = phrases.clause_subject(sentence, sentence.hits[-1].start, verb_endings=("ed",))
    assert words(sentence, found) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("মেয়র সাংবাদিকদের বলেন", "মেয়র"),
        ("গতকাল এক বিবৃতিতে মেয়র বলেন", "মেয়র"),
        ("পুলিশের এক কর্মকর্তা বলেন", "পুলিশের এক কর্মকর্তা"),
        ("মেয়রকে মন্ত্রী বলেন", "মন্ত্রী"),
    ],
)
def test_the_subject_of_a_verb_final_clause_bears_no_case(text: str, subject: str) -> None:
    sentence = make_sentence(text, "bn")
    found = subjects.opening_subject(sentence, 0, len(sentence.lows) - 1)
    assert words(sentence, found) == make_sentence(subject, "bn").text


def test_a_title_is_stretched_over_the_name_behind_it_only_before_a_cue() -> None:
    sentence = make_sentence("মেয়র সেতু বন্ধ জানান", "bn", has_names=False)
    last = len(sentence.lows) - 1
    assert subjects.opening_subject(sentence, 0, last) == (0, 3)
    assert subjects.opening_subject(sentence, 0, last, has_bearer=False) == (0, 1)


def test_marks_at_the_edges_are_dropped() -> None:
    sentence = make_sentence(", the bridge , .")
    assert phrases.strip_marks(sentence, 0, len(sentence.lows)) == (1, 3)
    assert phrases.count_words(sentence, 0, len(sentence.lows)) == 2
