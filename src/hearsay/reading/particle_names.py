"""Names in a language that writes particles to its words and knows no capitals: how names are formed tells them.

A family name with given syllables is a person (김민수는), a stem with the ending of towns a place (원주시에), a body is one
that the pack lists (경찰청이) or Latin capitals (LPGA가); a withheld name is a letter or a family name (A씨, 김모 씨).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower
from hearsay.records import MentionKind, Span
from hearsay.text.words import word_pattern

_GIVEN = 2  # syllables of a given name; shorter ones look like any word
_SHORTEST_TOWN = 3
_AGE = re.compile(r"\(\d{1,3}(?!\d)")  # "김민수(54) 소장"
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}(?![A-Za-z0-9])")


class _Forms(NamedTuple):
    """What names are formed of in one language."""

    families: frozenset[str]
    syllables: frozenset[str]
    no_given_endings: tuple[str, ...]
    bodies: frozenset[str]
    towns: frozenset[str]
    town_endings: tuple[str, ...]
    no_town_endings: tuple[str, ...]
    no_names: frozenset[str]


@cache
def _forms_of(language: str) -> _Forms:
    lexicon = load_lexicon(language)
    names = lexicon.names
    return _Forms(
        fold_words(names.families),
        fold_words(names.given_syllables),
        tuple(fold_words(names.no_given_endings)) or ("\0",),
        fold_words(names.whole_bodies),
        fold_words(names.towns),
        tuple(fold_words(names.place_endings)),
        tuple(fold_words(names.no_place_endings)) or ("\0",),
        lexicon.no_names,
    )


def find_particle_names(
    text: str, *, language: str, taken: Sequence[Span], known: frozenset[str]
) -> Iterator[Candidate]:
    """Find names by their form; `taken` are the spans of listed names, `known` the words that are no names."""
    lexicon = load_lexicon(language)
    if not lexicon.names.given_syllables:
        return
    covered = {place for start, end in taken for place in range(start, end)}
    for candidate in _withheld(text, language):
        covered.update(range(candidate.start, candidate.end))
        yield candidate
    for match in word_pattern().finditer(text):
        if match.start() not in covered:
            yield from _judge(match, text, lexicon, known)


def _judge(match: re.Match[str], text: str, lexicon: Lexicon, known: frozenset[str]) -> Iterator[Candidate]:
    """Tell what a word is by its longest form that is a name."""
    written, start = match.group(), match.start()
    acronym = _ACRONYM.match(written)
    forms = _forms_of(lexicon.pack.name)
    if acronym:
        if lower(acronym[0]) not in forms.no_names:
            yield Candidate(start, start + acronym.end(), MentionKind.ORGANISATION)
        return
    word = lower(written)
    if word not in known and _is_person(word, forms) and _is_introduced(text, match.end(), lexicon.pack.name):
        yield Candidate(start, match.end(), MentionKind.PERSON)
        return
    for form in sorted({word, *lexicon.stems(word)}, key=len, reverse=True):
        kind = _kind_of(form, forms, known)
        if kind is MentionKind.PERSON and _is_cut(form, word, forms):
            continue
        if kind is not None:
            yield Candidate(start, start + len(form), kind)
            return


def _is_introduced(text: str, end: int, language: str) -> bool:
    """Tell whether an age or an honorific stands right behind a word: 김민수(54), 김민기 씨는, 김민상 총괄회장."""
    return _AGE.match(text, end) is not None or _honorific_pattern(language).match(text, end) is not None


@cache
def _honorific_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of an honorific or office that begins the word behind a name."""
    honorific, particle = _honorifics(language), _either(load_lexicon(language).endings)
    return re.compile(rf" (?:{honorific})(?:{particle})?(?!\w)")


def _honorifics(language: str) -> str:
    """Return the alternatives of all honorifics and offices that stand behind a name."""
    names = load_lexicon(language).names
    return _either(fold_words(names.titles_after, names.forms_of_address))


def _either(words: Iterable[str]) -> str:
    """Return words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


def _is_cut(form: str, word: str, forms: _Forms) -> bool:
    """Tell whether a form ends inside a particle or the ending of a verb: 방해가, 기도하 of 기도하는."""
    return any(word.endswith(ending) and len(word) - len(ending) < len(form) for ending in forms.no_given_endings)


def _kind_of(form: str, forms: _Forms, known: frozenset[str]) -> MentionKind | None:
    """Tell what a form without its particle is, or None."""
    if form in forms.bodies:
        return MentionKind.ORGANISATION
    if form in forms.towns:
        return MentionKind.PLACE
    if form in known or form in forms.no_names:
        return None
    if _is_town(form, forms):
        return MentionKind.PLACE
    return MentionKind.PERSON if _is_person(form, forms) else None


def _is_town(form: str, forms: _Forms) -> bool:
    is_long = len(form) >= _SHORTEST_TOWN and not form[0].isdigit()
    return is_long and form.endswith(forms.town_endings) and not form.endswith(forms.no_town_endings)


def _is_person(form: str, forms: _Forms) -> bool:
    """Tell whether a form is a family name and a given name of two common syllables."""
    given = form[-_GIVEN:]
    return form[:-_GIVEN] in forms.families and all(syllable in forms.syllables for syllable in given)


@cache
def _withheld_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a letter or a family name before an honorific, written to it or not: 박 전 차관."""
    lexicon = load_lexicon(language)
    names = lexicon.names
    either = {
        "families": _either(fold_words(names.families)),
        "withheld": _either(fold_words(names.withheld)),
        "address": f"(?:{_either(fold_words(names.forms_of_address))})(?:{_either(lexicon.endings)})?",
        "honorifics": f"(?:{_honorifics(language)})(?:{_either(lexicon.endings)})?",
        "links": _either(fold_words(names.title_links)),
    }
    return re.compile(
        r"(?<!\w)(?:(?P<letter>[A-Z])(?=(?:\(\d+\))?\s?(?:{honorifics})(?!\w))"
        r"|(?P<family>{families})(?=(?:{address})(?!\w)|\s?(?:{withheld})\s?(?:\(|{address}))"
        r"|(?P<former>{families})(?= (?:{links}) (?:{honorifics})(?!\w))"
        r"|(?P<whole>(?:{families})\w\w?)(?=(?:{address})(?!\w)))".format(**either)
    )


def _withheld(text: str, language: str) -> Iterator[Candidate]:
    """Find persons whose honorific is written to the name, or whose name is a letter: 박씨는, 김민수씨, B 씨, 최모(32)씨."""
    for match in _withheld_pattern(language).finditer(text):
        yield Candidate(*match.span(), MentionKind.PERSON)
