"""Names in scripts without capitals: held together by titles, honorifics, known parts of names and heads of bodies.

A trained tagger reaches .54 in its own domain and .29 outside of it for Bengali, so that titles, honorifics and lists have
to carry it. A name ends where a case ending, a word of the closed classes, a listed name or a mark of punctuation stands.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon
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
    """Find the person's name that begins here: after a title, with a known part of a name, with initials."""
    after_title = _skip_titles(words, position, language)
    if after_title > position:
        return _name_after_title(words, after_title)
    if _count_initials(words, position):
        return _name_after_initials(words, position)
    if not _may_begin(words, position):
        return None, position + 1
    last = _name_end(words, position, titled=False)
    known = sum(_is_part(words, k) for k in range(position, last))
    honoured = last < len(words.tokens) and _adjoins(words, last) and _is_honorific(words, last, language)
    if known >= 2 or last - position == 2 or honoured or _speaks(words, position, last):
        return _person(words.tokens, position, last), last
    return None, position + 1


def _may_begin(words: _Words, position: int) -> bool:
    """Tell whether a word may begin a name without a title: a known part, or an unknown word before a family name."""
    lexicon, token = words.lexicon, words.tokens[position]
    if token.start in words.taken:
        return False
    if token.word in lexicon.own_parts or token.word.endswith(_own_endings(words)):
        return True
    following = position + 1
    if following >= len(words.tokens) or not _adjoins(words, following) or words.tokens[following].start in words.taken:
        return False
    families = fold_words(lexicon.names.families) - lexicon.no_names
    is_family = lexicon.known_stem(words.tokens[following].word, families) is not None
    return (
        is_family
        and not token.word[0].isdigit()
        and not _is_common(lexicon, token)
        and not _is_inflected(words, position)
    )


def _own_endings(words: _Words) -> tuple[str, ...]:
    """Return the endings that only names have."""
    return tuple(fold_words(words.lexicon.names.name_endings)) or ("\0",)


def _speaks(words: _Words, first: int, last: int) -> bool:
    """Tell whether a single known part of a name stands right before a reporting verb."""
    tokens, lexicon = words.tokens, words.lexicon
    is_single = last - first == 1 and last < len(tokens) and tokens[first].word in lexicon.own_parts
    return is_single and _adjoins(words, last) and tokens[last].word in lexicon.verb_cues


def _name_after_title(words: _Words, first: int) -> tuple[Candidate | None, int]:
    """Find the name after a title; one unknown word alone must stand bare, with the name's end plain behind it."""
    tokens, lexicon = words.tokens, words.lexicon
    last = _name_end(words, first, titled=True)
    if last == first or tokens[first].start in words.taken:
        return None, first
    is_known = any(_is_part(words, k) for k in range(first, last))
    if not is_known and last - first == 1:
        is_plain = tokens[first - 1].word not in lexicon.people or _is_ended(words, last)
        if not is_plain or _is_inflected(words, first) or _looks_inflected(words, first):
            return None, first
    return _person(tokens, first, last), last


def _is_ended(words: _Words, position: int) -> bool:
    """Tell whether a name plainly ends before this word: a stop, a mark, or a word of the closed classes."""
    if position >= len(words.tokens):
        return True
    gap = words.text[words.tokens[position - 1].end : words.tokens[position].start]
    return gap[:1] in (",", "।", "(", "\n") or words.tokens[position].word in words.lexicon.no_names


def _looks_inflected(words: _Words, position: int) -> bool:
    """Tell whether an unknown word ends like a genitive or locative."""
    cases = words.lexicon.pack.source.language.cases
    return words.tokens[position].word.endswith(tuple(fold_words(cases.get("genitive", "")) - {"র"}) + ("তে",))


def _count_initials(words: _Words, position: int) -> int:
    """Count the initials that stand here before a name: two at least, or one that is no word besides."""
    lexicon = words.lexicon
    initials = fold_words(lexicon.names.initials)
    count = 0
    while position + count < len(words.tokens) and words.tokens[position + count].word in initials:
        if count and not _adjoins(words, position + count, dots=True):
            break
        count += 1
    is_plain = any(words.tokens[position + k].word not in lexicon.no_names for k in range(count))
    return count if is_plain else 0


def _name_after_initials(words: _Words, position: int) -> tuple[Candidate | None, int]:
    """Find the name that initials begin; one initial needs a known part of a name behind it."""
    count = _count_initials(words, position)
    first = position + count
    if first >= len(words.tokens) or not _adjoins(words, first, dots=True):
        return None, first
    last = _name_end(words, first, titled=count > 1)
    return (_person(words.tokens, position, last), last) if last > first else (None, first)


def _is_honorific(words: _Words, position: int, language: str) -> bool:
    """Tell whether a word is an honorific that follows a name."""
    return words.lexicon.known_stem(words.tokens[position].word, fold_titles_after(language)) is not None


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
    parts = words.lexicon.name_parts
    return token.word in parts or any(stem in parts for stem in token.stems) or token.word.endswith(_own_endings(words))


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
    if token.word[0].isdigit():
        return False
    if position > first and _is_part(words, position - 1) and _is_part_next(words, position):
        return token.word not in lexicon.titles
    if _is_common(lexicon, token):
        return False
    known = sum(_is_part(words, k) for k in range(first, position))
    if known >= 2 or known and not titled:
        if (
            _is_ended(words, position + 1)
            and not _is_inflected(words, position)
            and not _looks_inflected(words, position)
        ):
            return True
        return known < 2 and _is_part_next(words, position)
    return titled or position == first or _is_part_next(words, position)


def _is_part_next(words: _Words, position: int) -> bool:
    """Tell whether a known part of a name follows a word."""
    return position + 1 < len(words.tokens) and _is_part(words, position + 1) and _adjoins(words, position + 1)


def _is_common(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a word, or its stem, is a common word, a title or a head, so that it ends a name."""
    endings = tuple(lexicon.names.no_name_endings.split())
    common = (
        lexicon.no_names,
        lexicon.people,
        lexicon.titles,
        lexicon.heads,
        lexicon.bodies,
        lexicon.groups,
        lexicon.mute,
    )
    forms = (token.word, *token.stems)
    listed = any(form in words for words in (*common, lexicon.documents) for form in forms)
    return (
        listed
        or any(token.word in words for words in (lexicon.body_parts, lexicon.places))
        or token.word.endswith(endings)
    )


def _is_inflected(words: _Words, position: int) -> bool:
    """Tell whether a word carries a case ending for certain: its stem is known, and the whole is not."""
    token = words.tokens[position]
    if token.word in words.lexicon.name_parts:
        return False
    return any(stem in words.lexicon.name_parts or stem in words.bare for stem in token.stems)


def _bodies(words: _Words) -> list[Candidate]:
    """Find the names of bodies: a head with the known parts, places or one unknown word before it; acronyms."""
    lexicon = words.lexicon
    whole = fold_words(lexicon.names.whole_bodies)
    found = []
    for position, token in enumerate(words.tokens):
        forms = (token.word, *token.stems)
        if any(form in whole for form in forms):
            first = _body_start(words, position, strong=False)
            found.append(Candidate(words.tokens[first].start, token.end, MentionKind.ORGANISATION))
        elif any(form in lexicon.all_heads for form in forms):
            is_head = any(form in lexicon.heads for form in forms)
            first = _body_start(words, position, strong=is_head)
            if first < position and (is_head or _is_told_apart(words, first, position)):
                found.append(Candidate(words.tokens[first].start, _body_end(words, position), MentionKind.ORGANISATION))
        elif _is_acronym(words, position):
            found.append(Candidate(token.start, token.end, MentionKind.ORGANISATION))
    return found[::-1]


def _is_told_apart(words: _Words, first: int, position: int) -> bool:
    """Tell whether what stands before a common head is more than 'district' or 'central'."""
    common = words.lexicon.no_names | fold_words(words.lexicon.names.title_links)
    return any(words.tokens[k].word not in common for k in range(first, position))


@cache
def _acronym_pattern(initials: str) -> re.Pattern[str]:
    """Return the pattern of a word that is spelt of three or more names of letters."""
    letters = "|".join(sorted(map(re.escape, initials.split()), key=len, reverse=True))
    return re.compile(f"(?:{letters}){{3,6}}")


def _is_acronym(words: _Words, position: int) -> bool:
    """Tell whether a word is an acronym, spelt out by the names of its letters."""
    lexicon, token = words.lexicon, words.tokens[position]
    if token.start in words.taken or not lexicon.names.initials:
        return False
    if any(form in lexicon.no_names or form in lexicon.titles for form in (token.word, *token.stems)):
        return False
    pattern = _acronym_pattern(fold_word(lexicon.names.initials))
    return any(pattern.fullmatch(form) for form in (token.word, *token.stems))


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
            first -= 1
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
    if token.word[0].isdigit() or token.word.endswith(_place_endings(words)):
        return False
    return not any(stem in words.bare or stem in lexicon.body_parts for stem in token.stems)


def _place_endings(words: _Words) -> tuple[str, ...]:
    """Return the endings of genitive, locative and accusative: a word with one is not part of the name behind it."""
    cases = words.lexicon.pack.source.language.cases
    return tuple(
        fold_words(*(cases.get(case, "") for case in ("genitive", "locative", "accusative"))) - {"র", "এ"}
    ) or ("\0",)
