"""Subjects of verb-final languages: the first phrase of a clause that bears no case."""

import pytest

from hearsay.reading import subjects
from tests.reading.reading_factories import make_sentence


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("tr", "Rusya Dışişleri Bakanı Sergey Lavrov bugün konuştu", "Rusya Dışişleri Bakanı Sergey Lavrov"),
        ("tr", "Rusya Ukrayna'nın saldırdığını söyledi", "Rusya"),
        ("tr", "Bakan köprünün kapanacağını söyledi", "Bakan"),
        ("bn", "মন্ত্রী সেতুটি নিরাপদ বলেছেন", "মন্ত্রী"),
    ],
)
def test_the_subject_opens_its_clause(language: str, text: str, subject: str) -> None:
    sentence = make_sentence(text, language)
    found = subjects.opening_subject(sentence, 0, len(sentence.lows), has_bearer=False)
    assert found is not None
    assert sentence.text[slice(*sentence.span(*found))] == subject


def test_a_clause_without_a_nominal_has_none() -> None:
    sentence = make_sentence("bugün çok hızlı geldi", "tr")
    assert subjects.opening_subject(sentence, 0, len(sentence.lows)) is None
