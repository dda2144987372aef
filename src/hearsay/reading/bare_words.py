"""The words of a text without capitals, each with its stems, and what they show about being part of a name."""

from collections.abc import Sequence
from typing import NamedTuple

from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon
from hearsay.records import Span
from hearsay.text.words import word_pattern


class Token(NamedTuple):
    """A word in its place: folded, and what may remain of it without a case ending."""

    start: int
    end: int
    word: str
    stems: tuple[str, ...]


class Words(NamedTuple):
    """The words of a text with the spans of listed names among them."""

    text: str
    lexicon: Lexicon
    tokens: list[Token]
    taken: dict[int, int]  # start of a listed name -> its end
    bare: frozenset[str]  # words as they stand: a stem is known if it is one of them


def split_words(text: str, language: str, taken: Sequence[Span]) -> Words:
    """Split a text into folded words with their stems."""
    lexicon = load_lexicon(language)
    tokens = [
        Token(match.start(), match.end(), word := match.group().lower(), lexicon.stems(word))
        for match in word_pattern().finditer(text)
    ]
    return Words(text, lexicon, tokens, dict(taken), frozenset(token.word for token in tokens))


def adjoins(words: Words, position: int, *, dots: bool = False) -> bool:
    """Tell whether only a space (or the dot of a short title) parts this word from the one before."""
    gap = words.text[words.tokens[position - 1].end : words.tokens[position].start] if position else "\n"
    return gap == " " or dots and gap in (".", ". ")


def is_part(words: Words, position: int) -> bool:
    """Tell whether a word, or its stem, is a known part of a name."""
    token = words.tokens[position]
    parts = words.lexicon.name_parts
    return token.word in parts or any(stem in parts for stem in token.stems) or token.word.endswith(own_endings(words))


def is_part_next(words: Words, position: int) -> bool:
    """Tell whether a known part of a name follows a word."""
    return position + 1 < len(words.tokens) and is_part(words, position + 1) and adjoins(words, position + 1)


def is_common(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a word, or its stem, is a common word, a title or a head, so that it ends a name."""
    if any(form in lexicon.common_words for form in (token.word, *token.stems)):
        return True
    is_plain = token.word in lexicon.body_parts or token.word in lexicon.places
    if token.word.startswith(lexicon.no_name_beginnings):
        return True
    return is_plain or token.word.endswith(lexicon.no_name_endings)


def is_inflected(words: Words, position: int) -> bool:
    """Tell whether a word carries a case ending for certain: its stem is known, and the whole is not."""
    token = words.tokens[position]
    if token.word in words.lexicon.name_parts:
        return False
    return any(stem in words.lexicon.name_parts or stem in words.bare for stem in token.stems)


def own_endings(words: Words) -> tuple[str, ...]:
    """Return the endings that only names have."""
    return tuple(fold_words(words.lexicon.names.name_endings)) or ("\0",)
