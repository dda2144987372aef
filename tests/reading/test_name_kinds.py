"""Kinds of names that only their shape shows."""

import pytest

from hearsay.reading.name_kinds import guess_kind, is_foreign, kind_behind_title
from hearsay.reading.name_words import load_lexicon
from hearsay.records import MentionKind


def guess(text: str, name: str, language: str = "ru") -> MentionKind:
    """Guess the kind of a name in a text."""
    start = text.index(name)
    return guess_kind(text, (start, start + len(name)), name, load_lexicon(language), frozenset())


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("жители Ладвинского района", "Ладвинского", MentionKind.PLACE),
        ("встреча в Ладвинске", "Ладвинске", MentionKind.PLACE),
        ("члены Озёрного союза", "Озёрного", MentionKind.ORGANISATION),
        ("сообщает Sojma сегодня", "Sojma", MentionKind.ORGANISATION),
        ("слова Шубенко переданы", "Шубенко", MentionKind.PERSON),
    ],
)
def test_neighbours_script_and_endings_tell_the_kind(text: str, name: str, kind: MentionKind) -> None:
    assert guess(text, name) is kind


def test_where_words_are_not_declined_nothing_is_guessed() -> None:
    assert guess("words of Sojma today", "Sojma", "en") is MentionKind.OTHER


def test_a_title_that_does_not_agree_is_of_something() -> None:
    lexicon = load_lexicon("ru")
    assert kind_behind_title("мэр Ладвинска", (4, 13), "Ладвинск", lexicon) is MentionKind.PLACE
    assert kind_behind_title("мэру Холту", (5, 10), "Холт", lexicon) is None
    assert kind_behind_title("город Ладвинск", (6, 14), "Ладвинск", lexicon) is None


def test_latin_letters_are_foreign_only_in_another_script() -> None:
    assert is_foreign("Sojma", load_lexicon("ru"))
    assert not is_foreign("Sojma", load_lexicon("en"))
