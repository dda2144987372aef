"""Credits: where text and picture come from, as the report itself says (provenance evidence)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from hearsay.reading.zone_words import ZonePatterns, zone_patterns
from hearsay.records import Credits, Zone, ZoneKind
from hearsay.text.folding import fold_word

_URL = re.compile(r"(?:https?://|www\.)[^\s)\]]+")
_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_EDGES = " \t()[].;,|–—-।"


def find_credits(text: str, zones: Sequence[Zone], *, language: str, given: Credits | None = None) -> Credits:
    """Find who wrote, supplied, photographed and translated, from the zones that tell it.

    `given` is what the page said about itself; it goes first, and an agency named as its author is the agency.

    >>> zones = (Zone(ZoneKind.BYLINE, (0, 11)), Zone(ZoneKind.CREDIT, (12, 26)))
    >>> find_credits("By Jane Roe\\nPhoto: Reuters", zones, language="en")
    Credits(byline='Jane Roe', agency=None, photo='Reuters', translator=None, source_link=None)
    """
    patterns = zone_patterns(language)
    given = given or Credits()
    pictures, told = _sort_credits(text, zones, patterns, known=given.photo)
    return Credits(
        byline=given.byline or _first(_bylines(text, zones, told, patterns)),
        agency=given.agency
        or _first(_agencies(text, zones, told, patterns))
        or _agency_in(given.byline or "", patterns),
        photo=_first(_photo(line, patterns) for line in [given.photo or "", *pictures]),
        translator=given.translator or _first(_after(patterns.translation, line) for line in told),
        source_link=given.source_link or _first(_source_link(line, patterns) for line in told),
    )


def _sort_credits(
    text: str, zones: Sequence[Zone], patterns: ZonePatterns, *, known: str | None
) -> tuple[list[str], list[str]]:
    """Sort credits into those of pictures, told by their words or by the caption before them, and those of the text."""
    pictures: list[str] = []
    told: list[str] = []
    caption_end = -1
    for zone in zones:
        if zone.kind is ZoneKind.CREDIT:
            credit = text[slice(*zone.span)]
            follows = caption_end >= 0 and "\n" not in text[caption_end : zone.span[0]]
            is_picture = follows or credit == known or _is_photo(credit, patterns)
            (pictures if is_picture else told).append(credit)
        caption_end = zone.span[1] if zone.kind is ZoneKind.CAPTION else -1
    return pictures, [part for credit in told for part in _split_credit(credit)]


def _first(values: Iterable[str | None]) -> str | None:
    """Return the first value that says something."""
    return next((value for value in values if value), None)


def _split_credit(credit: str) -> list[str]:
    """Split a credit at its semicolons: reporting by one; editing by another."""
    parts = [part.strip(_EDGES) for part in credit.split(";")] if ";" in credit else [credit.strip()]
    return [part for part in parts if part]


def _after(pattern: re.Pattern[str], line: str) -> str | None:
    """Return what follows an opening word, without marks around it."""
    found = pattern.match(line)
    return line[found.end() :].strip(_EDGES) if found else None


def _bylines(text: str, zones: Sequence[Zone], told: Sequence[str], patterns: ZonePatterns) -> Iterator[str | None]:
    """Yield the names in bylines, then in "reporting by"."""
    for zone in zones:
        if zone.kind is ZoneKind.BYLINE:
            line = text[slice(*zone.span)]
            yield _after(patterns.byline, line) or line.strip(_EDGES)
    for line in told:
        named = _after(patterns.credit, line)
        yield named if named and not _agency_in(named, patterns) else None


def _agencies(text: str, zones: Sequence[Zone], told: Sequence[str], patterns: ZonePatterns) -> Iterator[str | None]:
    """Yield the agencies named in datelines, in credits for the text, and in bylines."""
    for zone in zones:
        if zone.kind is ZoneKind.DATELINE and (found := _BRACKETS.search(text, *zone.span)):
            yield _agency_in(found[1], patterns) or found[1]
    for line in told:
        yield _agency_in(line, patterns)
    # A name alone in brackets at the end is whoever supplied the text, listed or not; of several the last is nearest.
    yield from (found[1] for line in reversed(told) if (found := _BRACKETS.fullmatch(line.strip())))
    for zone in zones:
        if zone.kind is ZoneKind.BYLINE:
            yield _agency_in(text[slice(*zone.span)], patterns)


def _agency_in(line: str, patterns: ZonePatterns) -> str | None:
    """Return the agency that a line names, as the pack spells it: without case endings."""
    found = patterns.agency.search(line)
    return patterns.agencies.get(fold_word(found["name"]), found["name"]) if found else None


def _is_photo(line: str, patterns: ZonePatterns) -> bool:
    """Tell whether a credit's own words say that it is a picture's."""
    return any(pattern.match(line) for pattern in (patterns.photo, patterns.photo_mark, patterns.photo_slash))


def _photo(line: str, patterns: ZonePatterns) -> str | None:
    """Return whom a picture credit names: without "photo:" and marks around it."""
    found = patterns.photo.match(line)
    return (found["who"] if found else line).strip(_EDGES) or None


def _source_link(line: str, patterns: ZonePatterns) -> str | None:
    """Return the address in a credit, or the name after "source:"."""
    if address := _URL.search(line):
        return address[0].rstrip(".,;")
    return _after(patterns.source, line)
