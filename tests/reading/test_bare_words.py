"""The words of a text without capitals."""

from hearsay.reading.bare_words import adjoins, is_common, is_inflected, is_part, split_words
from hearsay.text.folding import Folded

WORDS = split_words(Folded("সচিব সেলিনা করিমের সঙ্গে, ডা. নদী ও নদীর কথা।").text, "bn", ())
PLACES = {token.word: place for place, token in enumerate(WORDS.tokens)}


def place(word: str) -> int:
    """Return the place of a word."""
    return PLACES[Folded(word).text]


def test_words_keep_their_places() -> None:
    assert [WORDS.text[token.start : token.end] for token in WORDS.tokens] == [token.word for token in WORDS.tokens]


def test_words_adjoin_over_a_space_only() -> None:
    assert adjoins(WORDS, place("সেলিনা"))
    assert not adjoins(WORDS, place("ডা"))
    assert adjoins(WORDS, place("নদী"), dots=True)


def test_parts_of_names_are_known_with_their_endings() -> None:
    assert is_part(WORDS, place("করিমের"))
    assert is_common(WORDS.lexicon, WORDS.tokens[place("সচিব")])


def test_a_word_is_inflected_if_its_stem_stands_elsewhere() -> None:
    assert is_inflected(WORDS, place("নদীর"))
    assert not is_inflected(WORDS, place("নদী"))
