"""Names in scripts without capitals: held together by titles, honorifics, known parts of names and heads of bodies.

A trained tagger reaches .54 in its own domain and .29 outside of it for Bengali, so that titles, honorifics and lists
have to carry it. A name ends at a case ending, a word of the closed classes, a listed name or a mark of punctuation.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from hearsay.reading.bare_bodies import find_bodies
from hearsay.reading.bare_places import find_places
from hearsay.reading.bare_words import (
    Token,
    Words,
    adjoins,
    is_common,
    is_inflected,
    is_part,
    is_part_next,
    own_endings,
    split_words,
)
from hearsay.reading.capital_names import Candidate
from hearsay.reading.hyphened_names import find_hyphened_names
from hearsay.reading.name_words import fold_words, load_lexicon
from hearsay.records import MentionKind, Span
from hearsay.text.folding import fold_word

_LONGEST_NAME = 4  # words; longer runs of unknown words are more often a phrase
_WORDS_KEPT = 65536  # words recur, and memory must not grow with reports
_AGE = re.compile(r" ?\(\d\d\)")  # behind a name: "করিম (৩৫)"
_LONGEST_AGED = 3  # words of the name before an age


def find_bare_names(text: str, *, language: str, taken: Sequence[Span] = ()) -> tuple[Candidate, ...]:
    """Find names by their words alone; `taken` are the spans of listed names."""
    words = split_words(text, language, taken)
    candidates: list[Candidate] = []
    position = 0
    while position < len(words.tokens):
        found, following = _name_at(words, position, language)
        if found is not None:
            candidates.append(found)
        position = max(following, position + 1)
    hyphened = find_hyphened_names(words)
    return tuple(_disjoint([*hyphened, *find_bodies(words), *candidates, *_find_aged(words), *find_places(words)]))


def _find_aged(words: Words) -> Iterator[Candidate]:
    """Find the persons whose age follows in brackets, back to the first word that is no part of a name."""
    ages = list(_AGE.finditer(words.text))
    ends = {token.end: position for position, token in enumerate(words.tokens)} if ages else {}
    for match in ages:
        last = first = ends.get(match.start(), -1) + 1
        while last - first < _LONGEST_AGED and first > 0 and _may_be_aged(words, first - 1, last):
            first -= 1
        if first < last:
            yield _person(words.tokens, first, last)


def _may_be_aged(words: Words, position: int, last: int) -> bool:
    """Tell whether a word may belong to the name of somebody whose age follows: inflected at the end only."""
    token = words.tokens[position]
    if token.start in words.taken or token.word[0].isdigit() or is_common(words.lexicon, token):
        return False
    is_last = position + 1 == last
    return (
        is_last
        or adjoins(words, position + 1)
        and not (is_inflected(words, position) or _looks_inflected(words, position))
    )


def _disjoint(candidates: list[Candidate]) -> list[Candidate]:
    """Keep the first of candidates that overlap."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if all(candidate.end <= other.start or other.end <= candidate.start for other in kept):
            kept.append(candidate)
    return sorted(kept)


@cache
def _phrases(language: str) -> frozenset[tuple[str, str]]:
    """Return the titles of two words."""
    phrases = (fold_word(phrase).split() for phrase in load_lexicon(language).names.title_phrases)
    return frozenset((words[0], words[1]) for words in phrases if len(words) == 2)


def _name_at(words: Words, position: int, language: str) -> tuple[Candidate | None, int]:
    """Find the person's name that begins here: after a title, with a known part of a name, with initials."""
    after_title = _skip_titles(words, position, language)
    if after_title > position:
        return _name_after_title(words, after_title)
    if _count_initials(words, position):
        return _name_after_initials(words, position)
    if _is_person_alone(words, position):
        return _person(words.tokens, position, position + 1), position + 1
    if not _may_begin(words, position):
        return None, position + 1
    last = _name_end(words, position, titled=False)
    known = sum(is_part(words, k) for k in range(position, last))
    honoured = last < len(words.tokens) and adjoins(words, last) and _is_honorific(words, last, language)
    if known >= 2 or last - position == 2 or honoured or _speaks(words, position, last):
        return _person(words.tokens, position, last), last
    return None, position + 1


def _is_person_alone(words: Words, position: int) -> bool:
    """Tell whether a single known part of a name is a person's: in the case that only persons bear, or behind who it said."""
    tokens, lexicon = words.tokens, words.lexicon
    token = tokens[position]
    is_told = position > 0 and token.word in lexicon.own_parts and tokens[position - 1].word in lexicon.verb_cues
    if is_told and token.start not in words.taken:
        return adjoins(words, position) and _is_ended(words, position + 1)
    if not _is_part_spoken_to(token.word, lexicon.pack.name) or token.start in words.taken:
        return False
    return not (position and adjoins(words, position) and is_part(words, position - 1))


@lru_cache(maxsize=_WORDS_KEPT)
def _is_part_spoken_to(word: str, language: str) -> bool:
    """Tell whether a word is a known part of a name in the accusative, which Bengali gives to persons alone."""
    lexicon = load_lexicon(language)
    endings = fold_words(lexicon.pack.source.language.cases.get("accusative", ""))
    return word not in lexicon.no_names and any(
        word.removesuffix(ending) in lexicon.own_parts for ending in endings if word.endswith(ending)
    )


def _may_begin(words: Words, position: int) -> bool:
    """Tell whether a word may begin a name without a title: a known part, or an unknown word before a family name."""
    lexicon, token = words.lexicon, words.tokens[position]
    if token.start in words.taken:
        return False
    if token.word in lexicon.own_parts or token.word.endswith(own_endings(words)):
        return True
    following = position + 1
    if following >= len(words.tokens) or not adjoins(words, following) or words.tokens[following].start in words.taken:
        return False
    is_family = lexicon.known_stem(words.tokens[following].word, lexicon.own_families) is not None
    return (
        is_family
        and not token.word[0].isdigit()
        and not is_common(lexicon, token)
        and not is_inflected(words, position)
    )


def _speaks(words: Words, first: int, last: int) -> bool:
    """Tell whether a single known part of a name stands right before a reporting verb."""
    tokens, lexicon = words.tokens, words.lexicon
    is_single = last - first == 1 and last < len(tokens)
    is_single = is_single and (
        tokens[first].word in lexicon.own_parts or tokens[first].word.endswith(own_endings(words))
    )
    return is_single and adjoins(words, last) and tokens[last].word in lexicon.verb_cues


def _name_after_title(words: Words, first: int) -> tuple[Candidate | None, int]:
    """Find the name after a title; one unknown word alone must stand bare, with the name's end plain behind it."""
    tokens, lexicon = words.tokens, words.lexicon
    last = _name_end(words, first, titled=True)
    if last == first or tokens[first].start in words.taken:
        return None, first
    is_known = any(is_part(words, k) for k in range(first, last))
    if not is_known and last - first == 1:
        is_plain = tokens[first - 1].word not in lexicon.people or _is_ended(words, last)
        if not is_plain or is_inflected(words, first) or _looks_inflected(words, first):
            return None, first
    return _person(tokens, first, last), last


def _is_family_with_article(words: Words, position: int, first: int) -> bool:
    """Tell whether a word that begins like a common noun is a family name: behind a known part, at the name's end."""
    begins = words.tokens[position].word.startswith(words.lexicon.no_name_beginnings)
    return begins and position > first and is_part(words, position - 1) and _is_ended(words, position + 1)


def _is_ended(words: Words, position: int) -> bool:
    """Tell whether a name plainly ends before this word: a stop, a mark, or a word of the closed classes."""
    if position >= len(words.tokens):
        return True
    gap = words.text[words.tokens[position - 1].end : words.tokens[position].start]
    return gap[:1] in (",", "।", "(", "\n", "،", "۔") or words.tokens[position].word in words.lexicon.no_names


def _looks_inflected(words: Words, position: int) -> bool:
    """Tell whether an unknown word ends like a genitive or locative."""
    cases = words.lexicon.pack.source.language.cases
    return words.tokens[position].word.endswith(tuple(fold_words(cases.get("genitive", "")) - {"র"}) + ("তে",))


def _count_initials(words: Words, position: int) -> int:
    """Count the initials that stand here before a name: two at least, or one that is no word besides."""
    lexicon = words.lexicon
    initials = fold_words(lexicon.names.initials)
    count = 0
    while position + count < len(words.tokens) and words.tokens[position + count].word in initials:
        if count and not adjoins(words, position + count, dots=True):
            break
        count += 1
    is_plain = any(words.tokens[position + k].word not in lexicon.no_names for k in range(count))
    return count if is_plain else 0


def _name_after_initials(words: Words, position: int) -> tuple[Candidate | None, int]:
    """Find the name that initials begin; one initial needs a known part of a name behind it."""
    count = _count_initials(words, position)
    first = position + count
    if first >= len(words.tokens) or not adjoins(words, first, dots=True):
        return None, first
    last = _name_end(words, first, titled=count > 1)
    return (_person(words.tokens, position, last), last) if last > first else (None, first)


def _is_honorific(words: Words, position: int, language: str) -> bool:
    """Tell whether a word is an honorific that follows a name."""
    return words.lexicon.known_stem(words.tokens[position].word, _titles_after(language)) is not None


@cache
def _titles_after(language: str) -> frozenset[str]:
    """Return the honorifics that follow a name."""
    return frozenset(fold_word(word) for word in load_lexicon(language).names.titles_after.split())


def _person(tokens: list[Token], first: int, last: int) -> Candidate:
    """Make the candidate of the words from first up to last."""
    return Candidate(tokens[first].start, tokens[last - 1].end, MentionKind.PERSON)


def _skip_titles(words: Words, position: int, language: str) -> int:
    """Return the place after the titles that stand here; the same place where none does."""
    lexicon, tokens = words.lexicon, words.tokens
    start = position
    while position < len(tokens) and (position == start or adjoins(words, position, dots=True)):
        pair = (tokens[position].word, tokens[position + 1].word) if position + 1 < len(tokens) else None
        if pair in _phrases(language):
            position += 2
        elif tokens[position].word in lexicon.titles and not _is_family(words, position, start):
            position += 1
        else:
            break
    return position if position < len(tokens) and adjoins(words, position, dots=True) else start


def _is_family(words: Words, position: int, start: int) -> bool:
    """Tell whether a word that may be a title is a part of a name here: it follows a given name."""
    return position == start and position > 0 and words.tokens[position - 1].word in words.lexicon.given


def _name_end(words: Words, first: int, *, titled: bool) -> int:
    """Return the place after the last word of the name that begins at `first`."""
    position = first
    while position < len(words.tokens) and position - first < _LONGEST_NAME:
        if position > first and not adjoins(words, position, dots=len(words.tokens[position - 1].word) <= 2):
            break
        if words.tokens[position].start in words.taken or not _may_be_name(words, position, first, titled=titled):
            break
        position += 1
        if is_inflected(words, position - 1):
            break
    return position


def _may_be_name(words: Words, position: int, first: int, *, titled: bool) -> bool:
    """Tell whether a word may be part of the name: known, or unknown beside a title or between known parts."""
    lexicon, token = words.lexicon, words.tokens[position]
    if token.word in lexicon.no_names and not (token.word in lexicon.name_parts and position > first):
        return False
    if is_part(words, position):
        return True
    if token.word[0].isdigit():
        return False
    if position > first and is_part(words, position - 1) and is_part_next(words, position):
        return token.word not in lexicon.titles
    if _is_family_with_article(words, position, first):
        return True
    if is_common(lexicon, token):
        return False
    known = sum(is_part(words, k) for k in range(first, position))
    if known >= 2 or known and not titled:
        if (
            _is_ended(words, position + 1)
            and not is_inflected(words, position)
            and not _looks_inflected(words, position)
        ):
            return True
        return known < 2 and is_part_next(words, position)
    return titled or position == first or is_part_next(words, position)
