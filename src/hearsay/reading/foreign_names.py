"""Names in another script than the report's own: "Harbour Wire" in Bengali, «Вестник» in English (scripts of ISO 15924).

A report keeps words of another script for names alone, so a short run of them is one, whatever its letters show.
"""

import re
from functools import cache

from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import Lexicon, lower
from hearsay.records import MentionKind

# Scripts with spaces between words; those without them hold words of others in plenty.
_LETTERS = {
    "Latn": "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ",
    "Cyrl": "Ѐ-ӿ",
    "Grek": "Ͱ-Ͽ",
    "Arab": "\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff",
    "Hebr": "\u05d0-\u05ea",
    "Deva": "\u0900-\u0963\u0971-\u097f",
    "Beng": "\u0980-\u09e3\u09f0-\u09fe",
    "Guru": "\u0a00-\u0a65\u0a70-\u0a7f",
    "Gujr": "\u0a80-\u0ae5",
    "Taml": "\u0b80-\u0bd7",
    "Telu": "\u0c00-\u0c63",
}
_LONGEST = 4  # words; longer runs are sentences of another language


def find_foreign_names(text: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Find the short runs of words of another script; a script with capitals must begin with one.

    >>> from hearsay.reading.name_words import load_lexicon
    >>> text = "Harbour Wire-কে জানান"
    >>> [text[c.start : c.end] for c in find_foreign_names(text, load_lexicon("bn"))]
    ['Harbour Wire-কে']
    """
    pattern = _run_pattern(lexicon.pack.source.language.script)
    if pattern is None:
        return ()
    runs = (match for match in pattern.finditer(text) if not match[1][0].islower())
    return tuple(Candidate(*match.span(), _kind(match[1], lexicon)) for match in runs if _is_short(match[1]))


def _is_short(run: str) -> bool:
    """Tell whether a run is no longer than a name, and more than a letter."""
    return len(run) >= 2 and run.count(" ") < _LONGEST


def _kind(run: str, lexicon: Lexicon) -> MentionKind:
    """Tell an outlet by its words; what else is left in its own letters is mostly a body."""
    is_outlet = not lexicon.newsrooms.isdisjoint(lower(run).split())
    return MentionKind.OUTLET if is_outlet else MentionKind.ORGANISATION


@cache
def _run_pattern(script: str) -> re.Pattern[str] | None:
    """Return the pattern of a run of words of other scripts, and behind a hyphen an ending in the report's own."""
    if script not in _LETTERS:
        return None
    others = "".join(letters for name, letters in _LETTERS.items() if name != script)
    own = _LETTERS[script]
    rest = rf"[{others}0-9]*(?:['’.&-][{others}0-9]+)*"
    # The letter comes first and what may not stand before it second: so a text without any is passed over quickly.
    first = rf"[{others}](?<![\w.@/-].)"
    more = rf"(?: (?:[{others}]{rest}|\d{{1,3}}(?!\w)))*"
    return re.compile(rf"({first}{rest}{more})(?:[-'’][{own}]{{1,5}})?(?![\w@/])")
