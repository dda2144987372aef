"""The words of a pack's [zones], compiled: what a line looks like that is no body text.

All patterns are meant for one stripped line of the folded view; words stand for any case and either apostrophe.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from hearsay.packs.loading import load_pack_source
from hearsay.packs.schema import ZoneWords
from hearsay.text.folding import fold_word

# Python's \b cuts Bengali at vowel signs, so what may follow a word is listed.
_AFTER = r"(?=[\s:：;,.।()\[\]|/–—→»-]|$)"
_COLON = r"\s*[:：|=]\s*"
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")


class ZonePatterns(NamedTuple):
    """Compiled patterns of one language, named after the keys of [zones]."""

    byline: re.Pattern[str]
    desk: re.Pattern[str]
    credit: re.Pattern[str]
    credit_tail: re.Pattern[str]
    contribution: re.Pattern[str]
    translation: re.Pattern[str]
    source: re.Pattern[str]
    photo: re.Pattern[str]
    photo_mark: re.Pattern[str]
    photo_slash: re.Pattern[str]
    caption: re.Pattern[str]
    side: re.Pattern[str]
    side_short: re.Pattern[str]
    stamp: re.Pattern[str]
    agency: re.Pattern[str]
    agency_line: re.Pattern[str]
    bracketed: re.Pattern[str]
    bracketed_tail: re.Pattern[str]
    link: re.Pattern[str]
    invitation: re.Pattern[str]
    residue: frozenset[str]
    labels: frozenset[str]
    joiners: frozenset[str]
    agencies: dict[str, str]
    capitals: bool
    ends: str


def core(line: str) -> str:
    """Return the line without marks and numbers around it, folded: what is compared with [zones] residue.

    >>> core("[Advertisement_2]")
    'advertisement'
    """
    return " ".join(_EDGES.sub("", line).lower().replace("’", "'").split())


@cache
def zone_patterns(language: str) -> ZonePatterns:
    """Compile the pack's [zones]; an unknown language is a PackError."""
    source = load_pack_source(language)
    words = source.zones
    return ZonePatterns(
        **_text_patterns(words),
        **_photo_patterns(words),
        **_agency_patterns(words, source.language.cases),
        link=_pattern(rf"^(?:{_either(words.links)})(?:\s*[:：|>»→]|\s+[–—-]\s|\s*$)"),
        invitation=_pattern(rf"^(?:{_either(words.invitations)})"),
        residue=frozenset(map(core, words.residue)),
        labels=frozenset(map(fold_word, words.labels)),
        joiners=frozenset(fold_word(words.name_joiners).split()),
        agencies={fold_word(name): name for name in words.agencies},
        capitals=source.language.capitals,
        ends=source.language.sentence_ends,
    )


def _text_patterns(words: ZoneWords) -> dict[str, re.Pattern[str]]:
    """Compile what tells who wrote, edited and translated the text, and when it came out."""
    opening = rf"(?:(?:{_either(words.credits)}){_AFTER}|(?:{_either(words.sources)}){_COLON})"
    return {
        "byline": _pattern(rf"^(?:{_either(words.bylines)})(?:{_COLON}|\s+)(?=\S)"),
        "desk": _pattern(rf"(?:^|[\s,|(])(?:{_either(words.desks)})$"),
        "credit": _pattern(rf"^[(\[]?\s*(?:{_either(words.credits)}){_AFTER}(?:{_COLON})?"),
        "credit_tail": _pattern(rf"(?<=[.।!?”\"])\s*(?P<credit>[(\[]\s*{opening}[^()]*[)\]]\.?)$"),
        "contribution": _pattern(rf"(?:^|\s)(?:{_either(words.contributions)})(?P<rest>(?:\s+[^\s.]+){{0,4}})[.।)]*$"),
        "translation": _pattern(rf"^[(\[]?\s*(?:{_either(words.translations)})(?:{_COLON}|\s+)(?=\S)"),
        "source": _pattern(rf"^[(\[]?\s*(?:{_either(words.sources)}){_COLON}(?=\S)"),
        "stamp": _pattern(rf"^(?:{_either(words.stamps)})(?:{_COLON}|\s)[^\n]*\d"),
    }


def _photo_patterns(words: ZoneWords) -> dict[str, re.Pattern[str]]:
    """Compile what marks captions and picture credits; `photo` and its kin match up to the end of the line."""
    opening = rf"(?:(?:{_either(words.photos)}){_COLON}|(?:{_either(words.photographers)})\s*:?\s+(?=\S))"
    agencies = _either(words.agencies)
    before = r"(?:^|(?<=[.।!?)\]\"”'’|…–—])|(?<=[.।!?)\]\"”'’|…–—] ))"
    slash = rf"(?:(?:{agencies})\s*/\s*[^/.।]{{2,50}}|[^/.।]{{2,50}}\s*/\s*(?:{agencies}))(?:\s[^.।]{{0,40}})?"
    return {
        "photo": _pattern(rf"(?:{before}|(?=[(\[]))[(\[]?\s*{opening}(?P<who>[^\n]{{1,90}}?)[)\]]?\.?$"),
        "photo_mark": _pattern(rf"[(\[][^()\[\]]*(?:{_either(words.photo_marks)}){_AFTER}[^()\[\]]*[)\]]\.?$"),
        "photo_slash": _pattern(rf"(?:^|(?<=[.।!?)\]\"”’|] )){slash}$"),
        "caption": _pattern(rf"^[(\[]?(?:{_either(words.captions)})(?:[\s:,.;)\]]|$)"),
        "side": _pattern(rf"[(\[]\s*(?:{_either(words.sides)})\s*[)\]]"),
        "side_short": _pattern(rf"[(\[](?:{_either(words.sides_short)})\.?[)\]]"),
    }


def _agency_patterns(words: ZoneWords, cases: dict[str, str]) -> dict[str, re.Pattern[str]]:
    """Compile the names of agencies, with their case endings, alone in a line or with "according to" in brackets."""
    endings = _either(" ".join(cases.values()).split())
    agency = rf"(?:{_either(words.agencies)})(?:{endings})?{_AFTER}"
    inside = rf"[(\[]\s*(?:(?:{_either(words.according)})\s*:?\s+)?{agency}[^()\[\]\n]{{0,30}}[)\]]"
    return {
        "agency": _pattern(rf"(?:^|(?<=[\s(\[/,:;|–—-]))(?P<name>{_either(words.agencies)})(?:{endings})?{_AFTER}"),
        "agency_line": _pattern(
            rf"^[(\[]?\s*(?:(?:{_either(words.according)})\s*:?\s+)?{agency}(?:\s*[/,&+|]\s*{agency})*\s*[)\]]?\.?$"
        ),
        "bracketed": _pattern(rf"\s*(?P<credit>{inside})[.।]?$"),
        "bracketed_tail": _pattern(rf"(?<=[.।!?”\"])\s*(?P<credit>{inside})[.।]?$"),
    }


def _pattern(pattern: str) -> re.Pattern[str]:
    """Compile for any case."""
    return re.compile(pattern, re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    """Return alternatives, the longest first; no words match nowhere."""
    folded = sorted({fold_word(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", r"\s+").replace("'", "['’]") for word in folded) or r"(?!)"
