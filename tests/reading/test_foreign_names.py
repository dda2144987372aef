"""Names in another script than the report's own: short runs that begin with a capital, with an ending behind a hyphen."""

import pytest
from hypothesis import given

from hearsay.reading.foreign_names import find_foreign_names
from hearsay.reading.name_words import load_lexicon
from hearsay.records import MentionKind
from hearsay.text.folding import Folded
from tests.text.text_strategies import hard_texts


def names(text: str, language: str) -> list[str]:
    view = Folded(text).text
    return [view[found.start : found.end] for found in find_foreign_names(view, load_lexicon(language))]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("bn", "Harbour Wire জানিয়েছে, সেতুটি নিরাপদ।", ["Harbour Wire"]),
        ("bn", "এক কর্মকর্তা Тихий день-কে জানিয়েছেন।", ["Тихий день-কে"]),
        ("en", "দৈনিক তীর reported that the bridge was safe.", ["দৈনিক তীর"]),
        ("en", "The bridge is safe, Тихий день reported.", ["Тихий день"]),
        ("ru", "Hafenbote сообщает, что мост безопасен.", ["Hafenbote"]),
        ("bn", "সেতুটি iron দিয়ে তৈরি।", []),  # a word, no name
        ("bn", "তিনি বলেন, What a long and windy road it was।", []),  # a sentence of another language
        ("en", "The bridge is safe.", []),
        ("ja", "港湾新聞はHarbour Wireに語った。", []),  # scripts without spaces hold words of others in plenty
    ],
)
def test_a_short_run_of_another_script_is_a_name(language: str, text: str, found: list[str]) -> None:
    assert names(text, language) == found


def test_a_word_of_outlets_tells_the_kind() -> None:
    wire, bote = find_foreign_names("Harbour Wire ও Hafenbote", load_lexicon("bn"))
    assert (wire.kind, bote.kind) == (MentionKind.OUTLET, MentionKind.ORGANISATION)


@given(hard_texts)
def test_no_text_is_too_odd(text: str) -> None:
    view = Folded(text).text
    assert all(found.start < found.end <= len(view) for found in find_foreign_names(view, load_lexicon("bn")))
