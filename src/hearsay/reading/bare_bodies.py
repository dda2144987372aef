"""Names of bodies in scripts without capitals: a head word with what belongs to it before it, and acronyms."""

import re
from functools import cache

from hearsay.reading.bare_words import Words, adjoins, is_common
from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import fold_words
from hearsay.records import MentionKind
from hearsay.text.folding import fold_word

_LONGEST_BODY = 6  # words before the head


def find_bodies(words: Words) -> list[Candidate]:
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


def _is_told_apart(words: Words, first: int, position: int) -> bool:
    """Tell whether what stands before a common head is more than 'district' or 'central'."""
    common = words.lexicon.no_names | fold_words(words.lexicon.names.title_links)
    return any(words.tokens[k].word not in common for k in range(first, position))


@cache
def _acronym_pattern(initials: str) -> re.Pattern[str]:
    """Return the pattern of a word that is spelt of three or more names of letters."""
    letters = "|".join(sorted(map(re.escape, fold_word(initials).split()), key=len, reverse=True))
    return re.compile(f"(?:{letters}){{3,6}}")


def _is_acronym(words: Words, position: int) -> bool:
    """Tell whether a word is an acronym, spelt out by the names of its letters."""
    lexicon, token = words.lexicon, words.tokens[position]
    if token.start in words.taken or not lexicon.names.initials:
        return False
    if any(form in lexicon.no_names or form in lexicon.titles for form in (token.word, *token.stems)):
        return False
    pattern = _acronym_pattern(lexicon.names.initials)
    return any(pattern.fullmatch(form) for form in (token.word, *token.stems))


def _body_end(words: Words, position: int) -> int:
    """Return where a body's name ends: further heads belong to it."""
    tokens, lexicon = words.tokens, words.lexicon
    while (
        position + 1 < len(tokens)
        and tokens[position].word in lexicon.all_heads
        and adjoins(words, position + 1)
        and any(form in lexicon.heads for form in (tokens[position + 1].word, *tokens[position + 1].stems))
    ):
        position += 1
    return tokens[position].end


def _body_start(words: Words, position: int, *, strong: bool) -> int:
    """Go left from the head over what belongs to the name."""
    first = position
    listed_ends = {end: start for start, end in words.taken.items()}
    while first > 0 and position - first < _LONGEST_BODY and adjoins(words, first):
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


def _belongs(words: Words, position: int, *, strong: bool) -> bool:
    """Tell whether a word before a head belongs to the name of the body."""
    lexicon, token = words.lexicon, words.tokens[position]
    if token.word in lexicon.body_parts or token.word in lexicon.heads:
        return True
    if token.word in lexicon.names.joiners.split():
        return position > 0 and words.tokens[position - 1].word in lexicon.body_parts
    if not strong or token.word in lexicon.no_names or is_common(lexicon, token):
        return False
    if token.word[0].isdigit() or token.word.endswith(_place_endings(words)):
        return False
    return not any(stem in words.bare or stem in lexicon.body_parts for stem in token.stems)


def _place_endings(words: Words) -> tuple[str, ...]:
    """Return the endings of genitive, locative and accusative: a word with one is not part of the name behind it."""
    cases = words.lexicon.pack.source.language.cases
    return tuple(
        fold_words(*(cases.get(case, "") for case in ("genitive", "locative", "accusative"))) - {"র", "এ"}
    ) or ("\0",)
