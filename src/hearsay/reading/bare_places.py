"""Names of places in scripts without capitals: words with an ending that places have, and what stands before a head.

"শিবরামপুর" by its ending (পুর, গঞ্জ, নগর), "দেলদুয়ার" before "উপজেলার". The head is told, so that it is no part of the span.
"""

from collections.abc import Callable
from enum import Enum
from functools import cache, lru_cache, partial

from hearsay.packs.compiler import Flag
from hearsay.reading.bare_words import Token, Words, adjoins, is_common, is_inflected, is_part
from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon
from hearsay.records import MentionKind

_SHORTEST_BEFORE_ENDING = 2  # letters
_WORDS_KEPT = 65536  # words recur, and memory must not grow with reports


class Shape(Enum):
    """What a word looks like by itself."""

    PLACE = "place"
    HEAD = "head"
    BARE_HEAD = "bare head"
    NEITHER = "neither"


def find_places(words: Words) -> list[Candidate]:
    """Find the places that nobody listed; nothing in languages whose pack lists no endings of places."""
    language = words.lexicon.pack.name
    if not _endings(language):
        return []
    found = []
    shape_of = _shape_finder(language)
    for position, token in enumerate(words.tokens):
        shape = shape_of(token.word)
        if shape is Shape.NEITHER or shape is Shape.BARE_HEAD and not _is_before_postposition(words, position):
            continue
        if shape is Shape.PLACE and _may_be_place(words, position):
            found.append(position)
        elif (
            shape is not Shape.PLACE and position and adjoins(words, position) and _is_before_head(words, position - 1)
        ):
            found.append(position - 1)
    tokens = (words.tokens[position] for position in found)
    return [Candidate(token.start, token.end, MentionKind.PLACE) for token in tokens]


def _is_before_postposition(words: Words, position: int) -> bool:
    """Tell whether a postposition follows a word, which tells its case without an ending: "ভার্নিক বন্দর থেকে"."""
    following = position + 1
    is_near = following < len(words.tokens) and adjoins(words, following)
    return is_near and words.lexicon.has_flag(words.tokens[following].word, Flag.POSTPOSITION)


def _may_be_place(words: Words, position: int) -> bool:
    """Tell whether nothing speaks against a place: a common word, a number, a part of a name, a speaker, a listed name."""
    lexicon, token = words.lexicon, words.tokens[position]
    if token.start in words.taken or token.word[0].isdigit() or is_part(words, position):
        return False
    return not (_is_word(lexicon, token) or _speaks(words, position))


def _is_before_head(words: Words, position: int) -> bool:
    """Tell whether a word right before a head is the name of a place: not inflected, and no word of the language."""
    is_inside = is_inflected(words, position) or _looks_inflected(words.lexicon, words.tokens[position])
    return not is_inside and _may_be_place(words, position)


def _speaks(words: Words, position: int) -> bool:
    """Tell whether a reporting verb follows, so that the name stands for whoever is at the place."""
    following = position + 1
    is_cue = following < len(words.tokens) and words.tokens[following].word in words.lexicon.verb_cues
    return is_cue and adjoins(words, following)


def _is_word(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a word is a common one, with an ending or without."""
    return is_common(lexicon, token) or any(form in lexicon.body_parts for form in (token.word, *token.stems))


def _looks_inflected(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether an unknown word ends like one of the cases that only stand before other words."""
    cases = lexicon.pack.source.language.cases
    endings = fold_words(*(cases.get(case, "") for case in ("genitive", "locative", "accusative")))
    return token.word.endswith(tuple(ending for ending in endings if len(ending) > 1) or ("\0",))


@cache
def _endings(language: str) -> tuple[str, ...]:
    return tuple(fold_words(load_lexicon(language).names.place_endings))


@cache
def _shape_finder(language: str) -> Callable[[str], Shape]:
    """Return what tells the shape of a word, which is asked of every word of a text."""
    return lru_cache(maxsize=_WORDS_KEPT)(partial(_shape, language=language))


def _shape(word: str, *, language: str) -> Shape:
    """Tell what a word looks like: the name of a place, the head of one, or neither.

    Where places have a case of their own, a head must bear an ending: bare, it often begins another name.
    """
    lexicon = load_lexicon(language)
    stems = lexicon.stems(word)
    if any(form in lexicon.towns or _ends_like_place(form, language) for form in (word, *stems)):
        return Shape.PLACE
    is_bare = word in lexicon.places
    if any(stem in lexicon.places for stem in stems) or is_bare and not _has_locative(lexicon):
        return Shape.HEAD
    return Shape.BARE_HEAD if is_bare else Shape.NEITHER


def _has_locative(lexicon: Lexicon) -> bool:
    return "locative" in lexicon.pack.source.language.cases


def _ends_like_place(form: str, language: str) -> bool:
    """Tell whether a form ends like the name of a place, with enough before the ending."""
    return any(
        form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_BEFORE_ENDING for ending in _endings(language)
    )
