"""Names in scripts without capitals: held together by titles, honorifics, known parts of names and heads of bodies.

A trained tagger reaches .54 in its own domain and .29 outside of it for Bengali, so that titles, honorifics and lists have
to carry it. A name ends where a case ending, a word of the closed classes, a listed name or a mark of punctuation stands.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import Lexicon, load_lexicon
from hearsay.records import MentionKind, Span
from hearsay.text.folding import fold_word
from hearsay.text.words import word_pattern

_LONGEST_NAME = 4  # words; longer runs of unknown words are more often a phrase
_LONGEST_BODY = 6


class Token(NamedTuple):
    """A word in its place: folded, and what may remain of it without a case ending."""

    start: int
    end: int
    word: str
    stems: tuple[str, ...]


class _Words(NamedTuple):
    """The words of a text with the spans of listed names among them."""

    text: str
    lexicon: Lexicon
    tokens: list[Token]
    taken: dict[int, int]  # start of a listed name -> its end
    bare: frozenset[str]  # words as they stand: a stem is known if it is one of them


@cache
def _stems(language: str, word: str) -> tuple[str, ...]:
    """Return what may remain of a word without its ending; words recur, so that this is kept."""
    return load_lexicon(language).stems(word)


@cache
def _phrases(language: str) -> frozenset[tuple[str, str]]:
    """Return the titles of two words."""
    phrases = (fold_word(phrase).split() for phrase in load_lexicon(language).names.title_phrases)
    return frozenset((words[0], words[1]) for words in phrases if len(words) == 2)


def find_bare_names(text: str, *, language: str, taken: Sequence[Span] = ()) -> tuple[Candidate, ...]:
    """Find names by their words alone; `taken` are the spans of listed names."""
    words = _split(text, language, taken)
    candidates: list[Candidate] = []
    position = 0
    while position < len(words.tokens):
        found, following = _name_at(words, position, language)
        if found is not None:
            candidates.append(found)
        position = max(following, position + 1)
    return tuple(_disjoint([*_bodies(words), *candidates]))


def _split(text: str, language: str, taken: Sequence[Span]) -> _Words:
    """Split a text into folded words with their stems."""
    tokens = [
        Token(match.start(), match.end(), word := match.group().lower(), _stems(language, word))
        for match in word_pattern().finditer(text)
    ]
    return _Words(text, load_lexicon(language), tokens, dict(taken), frozenset(token.word for token in tokens))


def _disjoint(candidates: list[Candidate]) -> list[Candidate]:
    """Keep the first of candidates that overlap."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if all(candidate.end <= other.start or other.end <= candidate.start for other in kept):
            kept.append(candidate)
    return sorted(kept)


def _name_at(words: _Words, position: int, language: str) -> tuple[Candidate | None, int]:
    """Find the person's name that begins here, after a title or with a known part of a name."""
    lexicon, tokens = words.lexicon, words.tokens
    after_title = _skip_titles(words, position, language)
    if after_title > position:
        last = _name_end(words, after_title, titled=True)
        if last > after_title and words.tokens[after_title].start not in words.taken:
            return _person(tokens, after_title, last), last
        return None, after_title
    if tokens[position].word in lexicon.own_parts:
        last = _name_end(words, position, titled=False)
        parts = sum(_is_part(words, k) for k in range(position, last))
        honoured = last < len(tokens) and lexicon.known_stem(tokens[last].word, fold_titles_after(language)) is not None
        if parts >= 2 or honoured and _adjoins(words, last):
            return _person(tokens, position, last), last
    return None, position + 1


@cache
def fold_titles_after(language: str) -> frozenset[str]:
    """Return the honorifics that follow a name."""
    return frozenset(fold_word(word) for word in load_lexicon(language).names.titles_after.split())


def _person(tokens: list[Token], first: int, last: int) -> Candidate:
    """Make the candidate of the words from first up to last."""
    return Candidate(tokens[first].start, tokens[last - 1].end, MentionKind.PERSON)


def _skip_titles(words: _Words, position: int, language: str) -> int:
    """Return the place after the titles that stand here; the same place where none does."""
    lexicon, tokens = words.lexicon, words.tokens
    start = position
    while position < len(tokens) and (position == start or _adjoins(words, position, dots=True)):
        pair = (tokens[position].word, tokens[position + 1].word) if position + 1 < len(tokens) else None
        if pair in _phrases(language):
            position += 2
        elif tokens[position].word in lexicon.titles and not _is_family(words, position, start):
            position += 1
        else:
            break
    return position if position < len(tokens) and _adjoins(words, position, dots=True) else start


def _is_family(words: _Words, position: int, start: int) -> bool:
    """Tell whether a word that may be a title is a part of a name here: it follows a given name."""
    return position == start and position > 0 and words.tokens[position - 1].word in words.lexicon.given


def _adjoins(words: _Words, position: int, *, dots: bool = False) -> bool:
    """Tell whether only a space (or the dot of a short title) parts this word from the one before."""
    gap = words.text[words.tokens[position - 1].end : words.tokens[position].start] if position else "\n"
    return gap == " " or dots and gap in (".", ". ")


def _is_part(words: _Words, position: int) -> bool:
    """Tell whether a word, or its stem, is a known part of a name."""
    token = words.tokens[position]
    return token.word in words.lexicon.name_parts or any(stem in words.lexicon.name_parts for stem in token.stems)


def _name_end(words: _Words, first: int, *, titled: bool) -> int:
    """Return the place after the last word of the name that begins at `first`."""
    position = first
    while position < len(words.tokens) and position - first < _LONGEST_NAME:
        if position > first and not _adjoins(words, position, dots=len(words.tokens[position - 1].word) <= 2):
            break
        if words.tokens[position].start in words.taken or not _may_be_name(words, position, first, titled=titled):
            break
        position += 1
        if _is_inflected(words, position - 1):
            break
    return position


def _may_be_name(words: _Words, position: int, first: int, *, titled: bool) -> bool:
    """Tell whether a word may be part of the name: known, or unknown beside a title or between known parts."""
    lexicon, token = words.lexicon, words.tokens[position]
    if token.word in lexicon.no_names and not (token.word in lexicon.name_parts and position > first):
        return False
    if _is_part(words, position):
        return True
    if token.word[0].isdigit() or _is_common(lexicon, token):
        return False
    return titled or position + 1 < len(words.tokens) and _is_part(words, position + 1) and _adjoins(words, position + 1)


def _is_common(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a word, or its stem, is a common word, a title or a head, so that it ends a name."""
    endings = tuple(lexicon.names.no_name_endings.split())
    common = (lexicon.no_names, lexicon.people, lexicon.titles, lexicon.heads, lexicon.bodies, lexicon.groups, lexicon.mute)
    forms = (token.word, *token.stems)
    listed = any(form in words for words in (*common, lexicon.documents) for form in forms)
    return listed or any(token.word in words for words in (lexicon.body_parts, lexicon.places)) or token.word.endswith(endings)


def _is_inflected(words: _Words, position: int) -> bool:
    """Tell whether a word carries a case ending for certain: its stem is known, and the whole is not."""
    token = words.tokens[position]
    if token.word in words.lexicon.name_parts:
        return False
    return any(stem in words.lexicon.name_parts or stem in words.bare for stem in token.stems)


def _bodies(words: _Words) -> list[Candidate]:
    """Find the names of bodies: a head with the known parts, places or one unknown word before it."""
    found = []
    for position, token in enumerate(words.tokens):
        lexicon = words.lexicon
        is_head = any(form in lexicon.heads for form in (token.word, *token.stems))
        if is_head or any(form in lexicon.bodies for form in (token.word, *token.stems)):
            first = _body_start(words, position, strong=is_head)
            if first < position:
                end = _body_end(words, position)
                found.append(Candidate(words.tokens[first].start, end, MentionKind.ORGANISATION))
    return found[::-1]


def _body_end(words: _Words, position: int) -> int:
    """Return where a body's name ends: further heads belong to it."""
    tokens, lexicon = words.tokens, words.lexicon
    while (
        position + 1 < len(tokens)
        and tokens[position].word in lexicon.all_heads
        and _adjoins(words, position + 1)
        and any(form in lexicon.heads for form in (tokens[position + 1].word, *tokens[position + 1].stems))
    ):
        position += 1
    return tokens[position].end


def _body_start(words: _Words, position: int, *, strong: bool) -> int:
    """Go left from the head over what belongs to the name."""
    first = position
    listed_ends = {end: start for start, end in words.taken.items()}
    while first > 0 and position - first < _LONGEST_BODY and _adjoins(words, first):
        token = words.tokens[first - 1]
        if token.end in listed_ends:
            start = listed_ends[token.end]
            while first > 0 and words.tokens[first - 1].start >= start:
                first -= 1
            continue
        if not _belongs(words, first - 1, strong=strong and first == position):
            break
        first -= 1
    return first


def _belongs(words: _Words, position: int, *, strong: bool) -> bool:
    """Tell whether a word before a head belongs to the name of the body."""
    lexicon, token = words.lexicon, words.tokens[position]
    if token.word in lexicon.body_parts or token.word in lexicon.heads:
        return True
    if token.word in lexicon.names.joiners.split():
        return position > 0 and words.tokens[position - 1].word in lexicon.body_parts
    if not strong or token.word in lexicon.no_names or _is_common(lexicon, token):
        return False
    return not any(stem in words.bare or stem in lexicon.body_parts for stem in token.stems)
