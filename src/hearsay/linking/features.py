"""What linking keeps of a report: its fingerprints, words and neutral signature; the text itself stays in the ledger."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from hearsay.linking.signatures import signature
from hearsay.linking.spells import moment_of
from hearsay.linking.testimony import outlet_key
from hearsay.linking.words import content_words
from hearsay.records import Directness, Reading, Record, Span, ZoneKind
from hearsay.text.fingerprints import hash_shingles
from hearsay.text.folding import Folded
from hearsay.text.name_matching import skeleton
from hearsay.text.words import word_pattern

_MOST_WORDS = 120
# Consonants of a word: with fewer, too many words sound alike; after so many, endings begin.
_SHORTEST_SOUND = 3
_LONGEST_SOUND = 6
# What stands in these is no text of the report's own: it is shared by reports that share nothing else.
_LEFT_OUT = {ZoneKind.RESIDUE, ZoneKind.CREDIT, ZoneKind.CAPTION, ZoneKind.BYLINE, ZoneKind.DATELINE}


class Features(Record, frozen=True):
    """One report as copies and stories are found by; `at` sorts reports by their publication, `day` is its date."""

    report: str
    lang: str
    outlet: str  # the key of who published it, else the report's own id
    at: str
    day: str | None
    title: str
    shingles: bytes  # the hashes of its word sequences, four bytes each, quoted passages left out
    parts: tuple[str, ...]  # its neutral signature
    words: Mapping[str, int]  # its most frequent words of content, with how often they stand in it
    credits: tuple[str, ...] = ()  # keys of agencies and outlets that it credits, and of those that it cites first


def make_features(reading: Reading) -> Features:
    """Keep of a reading what linking needs."""
    words = Counter(content_words(reading.text, reading.lang))
    words.update(content_words(reading.title or "", reading.lang))
    return Features(
        report=reading.id,
        lang=reading.lang,
        outlet=outlet_key(reading.outlet) if reading.outlet else reading.id,
        at=moment_of(reading),
        day=reading.published[:10] if reading.published else None,
        title=reading.title or _first_words(reading.text),
        shingles=hash_shingles(_own_text(reading)).tobytes(),
        parts=tuple(sorted(signature(reading) | _find_sounds(reading.text))),
        words=dict(sorted(words.items(), key=lambda item: (-item[1], item[0]))[:_MOST_WORDS]),
        credits=_find_credits(reading),
    )


def shingles_of(features: Features) -> "array[int]":
    """Give the hashes of the word sequences of a report, in order."""
    hashes = array("I")
    hashes.frombytes(features.shingles)
    return hashes


def _find_sounds(text: str) -> frozenset[str]:
    """Give how the words sound that may be names: those with a capital, and all words of scripts without capitals.

    Names that no list knows and no reader found still sound alike in two languages; that is too weak for one statement,
    but among the hundred words of a report it tells which is a translation of which.
    """
    words = {word for word in word_pattern().findall(text) if word[0].isupper() or _is_caseless(word[0])}
    sounds = (skeleton(word)[:_LONGEST_SOUND] for word in words)
    return frozenset(f"s:{sound}" for sound in sounds if len(sound) >= _SHORTEST_SOUND)


def _is_caseless(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()


def days_apart(one: str | None, other: str | None) -> int:
    """Count the days between two dates; 0 where one is unknown or no day.

    >>> days_apart("2023-09-05", "2023-09-02"), days_apart(None, "2023-09-02")
    (3, 0)
    """
    try:
        return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days)
    except ValueError:
        return 0


def _first_words(text: str) -> str:
    return text.strip().split("\n", 1)[0][:120]


def _own_text(reading: Reading) -> str:
    """Give the text without quoted passages and without zones that are not the report's own."""
    quoted = [span for one in reading.statements if one.directness is Directness.DIRECT for span in one.content]
    left_out = [zone.span for zone in reading.zones if zone.kind in _LEFT_OUT]
    return Folded(_without(reading.text, [*quoted, *left_out])).text


def _without(text: str, spans: Iterable[Span]) -> str:
    """Give a text without some spans of it."""
    kept, at = [], 0
    for start, end in sorted(spans):
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    return " ".join([*kept, text[at:]])


def _find_credits(reading: Reading) -> tuple[str, ...]:
    """Give the keys of those that a report credits, the agency of its credit line first."""
    agency = [outlet_key(reading.credits.agency)] if reading.credits.agency else []
    cited = [one.chain[0] for one in reading.statements if one.chain and one.chain[0].kind in ("outlet", "agency")]
    return tuple(dict.fromkeys([*agency, *(link.entity or outlet_key(link.name) for link in cited if link.name)]))
