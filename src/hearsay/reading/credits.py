"""Credits: where text and picture come from, as the report itself says (provenance evidence)."""

import re
from collections.abc import Iterator, Sequence

from hearsay.reading.zone_words import ZonePatterns, zone_patterns
from hearsay.records import Credits, Zone, ZoneKind
from hearsay.text.folding import fold_word

_URL = re.compile(r"(?:https?://|www\.)[^\s)\]]+")
_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_EDGES = " \t()[].;,|–—-।"


def find_credits(text: str, zones: Sequence[Zone], *, language: str) -> Credits:
    """Find who wrote, supplied, photographed and translated, from the zones that tell it.

    >>> zones = (Zone(ZoneKind.BYLINE, (0, 11)), Zone(ZoneKind.CREDIT, (12, 26)))
    >>> find_credits("By Jane Roe\\nPhoto: Reuters", zones, language="en")
    Credits(byline='Jane Roe', agency=None, photo='Reuters', translator=None, source_link=None)
    """
    patterns = zone_patterns(language)
    lines = [line for zone in zones if zone.kind is ZoneKind.CREDIT for line in _credit_parts(text[slice(*zone.span)])]
    pictures = {line for line in lines if _photo(line, patterns)}
    told = [line for line in lines if line not in pictures]
    return Credits(
        byline=_first(_bylines(text, zones, told, patterns)),
        agency=_first(_agencies(text, zones, told, patterns)),
        photo=_first(_photo(line, patterns) for line in lines),
        translator=_first(_after(patterns.translation, line) for line in told),
        source_link=_first(_source_link(line, patterns) for line in told),
    )


def _first(values: Iterator[str | None]) -> str | None:
    """Return the first value that says something."""
    return next((value for value in values if value), None)


def _credit_parts(credit: str) -> list[str]:
    """Split a credit at its semicolons: reporting by one; editing by another."""
    return [part for part in (part.strip(_EDGES) if ";" in credit else part.strip() for part in credit.split(";")) if part]


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
    for zone in zones:
        if zone.kind is ZoneKind.BYLINE:
            yield _agency_in(text[slice(*zone.span)], patterns)


def _agency_in(line: str, patterns: ZonePatterns) -> str | None:
    """Return the agency that a line names, as the pack spells it: without case endings."""
    found = patterns.agency.search(line)
    return patterns.agencies.get(fold_word(found["name"]), found["name"]) if found else None


def _photo(line: str, patterns: ZonePatterns) -> str | None:
    """Return whom a picture credit names."""
    found = patterns.photo.match(line)
    if found:
        return found["who"].strip(_EDGES)
    if patterns.photo_mark.match(line) or patterns.photo_slash.match(line):
        return line.strip(_EDGES)
    return None


def _source_link(line: str, patterns: ZonePatterns) -> str | None:
    """Return the address in a credit, or the name after "source:"."""
    if address := _URL.search(line):
        return address[0].rstrip(".,;")
    return _after(patterns.source, line)
