"""Zones: stretches of a report by function (IPTC rNews), found without markup or with what markup told.

A zone is one paragraph or part of one; zones are ordered, disjoint and cover all but white space. When in doubt, a line
is body: residue is marked and never deleted, and a real sentence must not be lost in it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from hearsay.reading.openings import mark_opening
from hearsay.reading.zone_lines import Piece, match_line, match_told_caption
from hearsay.reading.zone_words import ZonePatterns, core, zone_patterns
from hearsay.records import Span, Zone, ZoneKind

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_MARK = re.compile(r"(?:#{1,6}[ \t]+|(?:>[ \t]?)+|[*+][ \t]+)+")
_EMPHASIS = re.compile(r"(?P<mark>\*\*|__|\*|_)(?=[^\s*_]).*(?<=[^\s*_])(?P=mark)$")
_BULLET = ("-", "–", "•", "*")
_LONGEST_SOURCE = 200
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")


class _Line(NamedTuple):
    """One paragraph: its span without surrounding space, and where its text begins after Markdown marks."""

    start: int
    end: int
    heading: bool = False
    mark: int = 0


def find_zones(text: str, *, language: str, title: str | None = None, given: Sequence[Zone] = ()) -> tuple[Zone, ...]:
    """Find the zones of a report; `given` are zones that markup told, of which only body is looked into again.

    >>> text = "Kim to visit Russia\\n\\nSEOUL, Sept 4 (Reuters) - Talks are planned.\\nAdvertisement"
    >>> [(zone.kind.value, text[slice(*zone.span)]) for zone in find_zones(text, language="en")][1:3]
    [('dateline', 'SEOUL, Sept 4 (Reuters) -'), ('body', 'Talks are planned.')]
    """
    patterns = zone_patterns(language)
    lines = _find_lines(text)
    rows = [_read_line(text, line, patterns, place, len(lines) - 1 - place) for place, line in enumerate(lines)]
    if given:
        rows = [_take_given(text, row, given, patterns) for row in rows]
    if title:
        rows = [_take_title(text, row, core(title)) for row in rows]
    mark_opening(text, rows, patterns)
    _take_source_lists(text, rows, patterns)
    return tuple(_without_gaps(text, [zone for row in rows for zone in row]))


def _without_gaps(text: str, zones: list[Zone]) -> Iterator[Zone]:
    """Stretch a zone over the marks that were left between it and the next one, a dash or a bracket."""
    for zone, following in zip_longest(zones, zones[1:]):
        start, end = zone.span
        reach = following.span[0] if following else end
        yield Zone(zone.kind, (start, end + len(text[end:reach].rstrip()))) if text[end:reach].strip() else zone


def _find_lines(text: str) -> list[_Line]:
    """Split into paragraphs: lines, or blocks of hard-wrapped lines."""
    spans = [_stripped(text, *found.span()) for found in _LINE.finditer(text)]
    spans = _join_wrapped(text, [span for span in spans if span[0] < span[1]])
    lines = []
    for place, (start, end) in enumerate(spans):
        mark = _MARK.match(text, start, end)
        setext = end - start < 160 and place + 1 < len(spans) and _is_underline(text, end, spans[place + 1])
        content = mark.end() if mark and mark.end() < end else start
        lines.append(_Line(start, end, heading=setext or (text[start] == "#" and content > start), mark=content))
    return lines


def _is_underline(text: str, end: int, following: Span) -> bool:
    """Tell whether the next line underlines this one, as Markdown's headings have it."""
    return following[0] - end <= 2 and text[end - 1] not in ".।" and bool(_UNDERLINE.match(text, *following))


def _stripped(text: str, start: int, end: int) -> Span:
    """Return the span without white space around it."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _join_wrapped(text: str, spans: list[Span]) -> list[Span]:
    """Join lines that an editor or mailer wrapped: full to some width, and going on with a small letter."""
    if not any(_is_wrapped(text, a, b) for a, b in zip(spans, spans[1:], strict=False)):
        return spans
    joined: list[Span] = []
    block: list[Span] = []
    for span in [*spans, (len(text) + 9, len(text) + 9)]:
        if block and not (_is_full(block[-1]) and text[block[-1][1] : span[0]].strip(" \t\r") == "\n"):
            joined += _join_block(text, block)
            block = []
        block.append(span)
    return joined


def _is_full(span: Span) -> bool:
    """Tell whether a line is as long as wrapped lines are."""
    return 50 <= span[1] - span[0] <= 110


def _is_wrapped(text: str, line: Span, following: Span) -> bool:
    """Tell whether a sentence runs on from one line into the next."""
    if not _is_full(line) or not text[following[0]].islower():
        return False
    if text[line[1] : following[0]].count("\n") > 1:
        return False
    return text[line[1] - 1].isalnum() or text[line[1] - 1] == ","


def _join_block(text: str, block: list[Span]) -> list[Span]:
    """Make one span of a block in which a sentence runs on, leave another as it is."""
    if any(_is_wrapped(text, a, b) for a, b in zip(block, block[1:], strict=False)):
        return [(block[0][0], block[-1][1])]
    return block


def _read_line(text: str, line: _Line, patterns: ZonePatterns, place: int, left: int) -> list[Zone]:
    """Make the zones of one line: what is told by its own words, else headline under a Markdown mark, else body."""
    start, end = _inside_emphasis(text, line.mark, line.end)
    content = text[start:end]
    pieces = match_line(content, patterns, place=place, left=left)
    if not pieces:
        pieces = ((ZoneKind.HEADLINE if line.heading else ZoneKind.BODY, 0, len(content)),)
    return _place_pieces(text, pieces, start, line=line, end=end)


def _inside_emphasis(text: str, start: int, end: int) -> Span:
    """Return the span inside Markdown's marks of emphasis around a whole line that is no longer than a heading."""
    found = _EMPHASIS.match(text, start, end) if end - start < 200 and text[start] in "*_" else None
    if not found or found["mark"] in text[start + len(found["mark"]) : end - len(found["mark"])]:
        return start, end
    return start + len(found["mark"]), end - len(found["mark"])


def _place_pieces(text: str, pieces: Sequence[Piece], offset: int, *, line: _Line, end: int) -> list[Zone]:
    """Turn pieces of a line's content into zones; Markdown marks around it are residue."""
    zones = [Zone(kind, (offset + a, offset + b)) for kind, a, b in pieces]
    if line.start < line.mark or line.mark < offset:
        zones.insert(0, Zone(ZoneKind.RESIDUE, _stripped(text, line.start, offset)))
    if end < line.end:
        zones.append(Zone(ZoneKind.RESIDUE, (end, line.end)))
    return zones


def _take_given(text: str, row: list[Zone], given: Sequence[Zone], patterns: ZonePatterns) -> list[Zone]:
    """Let zones that markup told stand in place of what the words told, filling what they leave open with body."""
    start, end = row[0].span[0], row[-1].span[1]
    told = [zone for zone in given if zone.span[0] < end and start < zone.span[1] and zone.kind is not ZoneKind.BODY]
    if not told or _tells_more(row, told):
        return row
    zones: list[Zone] = []
    for zone in told:
        _fill(text, zones, (start, zone.span[0]))
        zones += _split_caption(text, Zone(zone.kind, (max(start, zone.span[0]), min(end, zone.span[1]))), patterns)
        start = zone.span[1]
    _fill(text, zones, (start, end))
    return zones


def _tells_more(row: list[Zone], told: Sequence[Zone]) -> bool:
    """Tell whether a line's words say who wrote or supplied it where markup only says that it is no body."""
    is_provenance = all(zone.kind in (ZoneKind.CREDIT, ZoneKind.BYLINE) for zone in row)
    return is_provenance and all(zone.kind is ZoneKind.RESIDUE for zone in told)


def _take_source_lists(text: str, rows: list[list[Zone]], patterns: ZonePatterns) -> None:
    """Make a heading that says "sources:" and the list below it credits."""
    is_inside = False
    for row in rows:
        line = text[row[0].span[0] : row[-1].span[1]]
        heads = patterns.source.match(f"{line} x")
        is_inside = (is_inside and line.startswith(_BULLET)) or (heads is not None and heads.end() > len(line))
        if is_inside and len(line) <= _LONGEST_SOURCE:
            row[:] = [Zone(ZoneKind.CREDIT, (row[0].span[0], row[-1].span[1]))]


def _split_caption(text: str, zone: Zone, patterns: ZonePatterns) -> list[Zone]:
    """Cut the credit off a caption that markup told whole."""
    pieces = match_told_caption(text[slice(*zone.span)], patterns) if zone.kind is ZoneKind.CAPTION else ()
    return [Zone(kind, (zone.span[0] + a, zone.span[0] + b)) for kind, a, b in pieces] or [zone]


def _take_title(text: str, row: list[Zone], title: str) -> list[Zone]:
    """Make a line of body that is the title, or all but the site's name of it, the headline."""
    if len(row) != 1 or row[0].kind is not ZoneKind.BODY or row[0].span[1] - row[0].span[0] > 2 * len(title) + 20:
        return row
    line = core(text[slice(*row[0].span)])
    is_title = line == title or (len(line) > 12 and re.match(re.escape(line) + r"\s+[-–—|:]", title))
    return [Zone(ZoneKind.HEADLINE, row[0].span)] if is_title else row


def _fill(text: str, zones: list[Zone], gap: Span) -> None:
    """Add body over a gap that holds more than space."""
    if gap[0] < gap[1] and (span := _stripped(text, *gap))[0] < span[1]:
        zones.append(Zone(ZoneKind.BODY, span))
