"""Names of bodies in scripts without capitals: a head word with what belongs to it before it, and acronyms."""

import re
from functools import cache

from hearsay.packs.compiler import Flag
from hearsay.packs.entities import entities_with_name, load_entities
from hearsay.reading.bare_words import Words, adjoins, is_common
from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import fold_words, load_lexicon
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
            end = _end_behind_joiner(words, position) if is_head else None
            if end is not None or first < position and (is_head or _is_told_apart(words, first, position)):
                end = end or _body_end(words, position)
                found.append(Candidate(words.tokens[first].start, end, MentionKind.ORGANISATION))
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


def _end_behind_joiner(words: Words, position: int) -> int | None:
    """Return the end of a name that goes on behind its head, as names from English do: "ইউনিভার্সিটি অব মালদোনা"."""
    tokens, lexicon = words.tokens, words.lexicon
    last = position
    while last + 2 < len(tokens) and _is_joiner(words, last + 1) and adjoins(words, last + 2):
        if tokens[last + 2].word in lexicon.no_names:
            break
        last += 2
        while last + 1 < len(tokens) and adjoins(words, last + 1) and _goes_on(words, last + 1):
            last += 1
    return tokens[last].end if last > position else None


def _is_joiner(words: Words, position: int) -> bool:
    """Tell whether a word joins the parts of one name and nothing else: "অব", not "ও"."""
    word, lexicon = words.tokens[position].word, words.lexicon
    is_joiner = word in fold_words(lexicon.names.joiners) and not lexicon.has_flag(word, Flag.CONJUNCTION)
    return is_joiner and adjoins(words, position)


def _goes_on(words: Words, position: int) -> bool:
    """Tell whether a word is a known part of the name of a body, and the word before it does not end that name."""
    token, lexicon = words.tokens[position], words.lexicon
    if words.tokens[position - 1].word.endswith(_genitives(lexicon.pack.name)):
        return False
    return token.word in lexicon.body_parts or any(form in lexicon.all_heads for form in (token.word, *token.stems))


def _body_start(words: Words, position: int, *, strong: bool) -> int:
    """Go left from the head over what belongs to the name."""
    first = position
    listed_ends = {end: start for start, end in words.taken.items()}
    while first > 0 and position - first < _LONGEST_BODY and adjoins(words, first):
        token = words.tokens[first - 1]
        if token.end in listed_ends:
            start = listed_ends[token.end]
            if _is_owner(words, first - 1):
                break
            first -= 1
            while first > 0 and words.tokens[first - 1].start >= start:
                first -= 1
            continue
        if not _belongs(words, first - 1, strong=strong and first == position):
            break
        first -= 1
    return first


def _is_owner(words: Words, position: int) -> bool:
    """Tell whether a listed name is a town in the genitive, apart from the body in it: "ঢাকার … হাসপাতাল".

    A state belongs to the name, which without it would be that of every state's ministry.
    """
    token, language = words.tokens[position], words.lexicon.pack.name
    if not token.word.endswith(_genitives(language)):
        return False
    found = (name for stem in token.stems for name in entities_with_name(stem, language))
    return any(not load_entities()[name].is_state for name in found)


@cache
def _genitives(language: str) -> tuple[str, ...]:
    """Return the endings of the genitive."""
    return tuple(fold_words(load_lexicon(language).pack.source.language.cases.get("genitive", ""))) or ("\0",)


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
