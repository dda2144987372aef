"""Times of every language: invented sentences of tests/gold/times.toml and the values that they must give."""

import tomllib
from pathlib import Path

import pytest

from hearsay.reading.times import find_times
from hearsay.text.folding import Folded

_TABLES: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parents[1] / "gold" / "times.toml").read_text(encoding="utf8")
)
_PUBLISHED = "2023-09-05"  # a Tuesday: "last Tuesday" is the one before


@pytest.mark.parametrize(("language", "sentence"), [(code, text) for code, table in _TABLES.items() for text in table])
def test_the_times_of_a_sentence_have_their_values(language: str, sentence: str) -> None:
    times = find_times(Folded(sentence).text, language=language, published=_PUBLISHED)
    assert [time.value for time in times] == _TABLES[language][sentence].split()
