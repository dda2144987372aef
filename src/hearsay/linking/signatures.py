"""What a text says in any language: its numbers, times, entities and the sounds of its other names (neutral signature).

Two reports of one happening share these whatever language they are in; idf makes the rare ones count.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from hearsay.records import MentionKind, Reading, Span, Time
from hearsay.text.name_matching import name_keys

# Digits in groups: 4,200 and 4.200 and 4 200 are one number, 3.5 another.
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f' ]\d{3})*(?:[.,]\d{1,2})?(?![\w])")
_GROUPING = re.compile(r"[.,\u00a0\u202f' ](?=\d{3}(?!\d))")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LEAST_NUMBER = 3
# As if so many other documents had been read before: in a small ledger of one affair its words would weigh nothing.
_PRIOR = 60
_NEWSROOMS = {MentionKind.OUTLET, MentionKind.AGENCY}


def find_numbers(text: str) -> tuple[float, ...]:
    """Find the numbers written in digits of any script, in order.

    >>> find_numbers("4,200 টন, ৩৫০ জন, 3.5 percent")
    (4200.0, 350.0, 3.5)
    """
    view = "".join(_plain_digit(character) for character in text)
    return tuple(float(_GROUPING.sub("", found).replace(",", ".")) for found in _NUMBER.findall(view))


def _plain_digit(character: str) -> str:
    """Write a digit of any script as 0 to 9, everything else as it is."""
    value = unicodedata.decimal(character, None) if not character.isascii() else None
    return character if value is None else str(value)


def signature(reading: Reading, spans: Sequence[Span] | None = None) -> frozenset[str]:
    """Make the signature of a reading, or of some spans of its text: n:350, t:2023-09, e:Q159, k:rsn."""
    inside = spans if spans is not None else ((0, len(reading.text)),)
    return frozenset([*_numbers(reading, inside), *_times(reading, inside), *_names(reading, inside)])


def _holds(spans: Sequence[Span], span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _numbers(reading: Reading, spans: Sequence[Span]) -> Iterable[str]:
    """Yield the numbers that are no part of a time."""
    for start, end in spans:
        pieces, at = [], start
        for time in reading.times:
            if start <= time.span[0] and time.span[1] <= end and _DAY.match(time.value):
                pieces.append(reading.text[at : time.span[0]])
                at = max(at, time.span[1])
        pieces.append(reading.text[at:end])
        yield from (f"n:{number:g}" for piece in pieces for number in find_numbers(piece) if number >= _LEAST_NUMBER)


def _times(reading: Reading, spans: Sequence[Span]) -> Iterable[str]:
    """Yield the days, months and years named."""
    for time in reading.times:
        if _holds(spans, time.span) and (day := _DAY.match(time.value)):
            yield f"t:{day[0][4:] if _has_guessed_year(reading, time) else day[0]}"


def _has_guessed_year(reading: Reading, time: Time) -> bool:
    """Tell whether a time names a month but no year: readers of two languages may have guessed two years."""
    return len(time.value) >= len("2023-09") and not find_numbers(reading.text[slice(*time.span)])


def _names(reading: Reading, spans: Sequence[Span]) -> Iterable[str]:
    """Yield the entities, and the keys of names that nobody listed; who publishes is no part of what is said."""
    for mention in reading.mentions:
        if mention.kind in _NEWSROOMS or not _holds(spans, mention.span):
            continue
        if mention.entity:
            yield f"e:{mention.entity}"
        # What one language lists another may not: the sound is kept beside the id.
        yield from (f"k:{key}" for key in name_keys(mention.name))


def weigh(counts: Mapping[str, int], documents: int) -> dict[str, float]:
    """Weigh the parts of signatures by how rare they are among so many documents (inverse document frequency)."""
    return {part: math.log((_PRIOR + documents) / (0.5 + count)) for part, count in counts.items()}


def count_parts(signatures: Iterable[frozenset[str]]) -> Counter[str]:
    """Count in how many signatures each part stands."""
    return Counter(part for parts in signatures for part in parts)


def likeness(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Measure how alike two signatures are: the cosine of their weighted parts, 0 to 1."""
    shared = sum(weights[part] ** 2 for part in one & other)
    lengths = length_of(one, weights) * length_of(other, weights)
    return shared / lengths if lengths else 0.0


def length_of(parts: frozenset[str], weights: Mapping[str, float]) -> float:
    """Give the length of a signature as a vector of weighted parts."""
    return math.sqrt(sum(weights[part] ** 2 for part in parts))
