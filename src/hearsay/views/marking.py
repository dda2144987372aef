"""Marked text: a reading cut into paragraphs, and paragraphs into pieces that each know all the marks that they bear.

Statements overlap and nest, so marks are never nested: a piece runs between two neighbouring edges (stand-off
annotation made flat). Blocks and pieces cover the text exactly once, whatever the spans are.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum

from hearsay.records import Reading, Record, Span, Statement, Zone, ZoneKind

_LINE = re.compile(r"\S[^\n]*")


class Role(StrEnum):
    """What a mark shows."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    OWN = "own"  # content that the report says in its own voice
    TIME = "time"


class Mark(Record, frozen=True):
    """A span with its role; `number` is its statement's number, from 1 (0: of none), `value` a time's value."""

    role: Role
    span: Span
    number: int = 0
    value: str = ""


class Piece(Record, frozen=True):
    """A stretch of one zone that bears the same marks throughout; `opens` are the statements that begin here."""

    span: Span
    zone: ZoneKind = ZoneKind.BODY
    marks: tuple[Mark, ...] = ()
    opens: tuple[int, ...] = ()


class Block(Record, frozen=True):
    """One paragraph with the white space after it; a dateline, say, may stand in the paragraph that it opens."""

    kind: ZoneKind
    span: Span
    pieces: tuple[Piece, ...]


def mark_reading(reading: Reading) -> tuple[Block, ...]:
    """Cut a reading's text into marked blocks; their spans join to the whole text."""
    zones = split_zones(reading)
    shared = _share_out(find_marks(reading), [zone.span for zone in zones])
    opens = find_openings(reading)
    pieces = [split_pieces(zone, marks, opens) for zone, marks in zip(zones, shared, strict=True)]
    return tuple(_block([zones[k] for k in line], [pieces[k] for k in line]) for line in _lines(zones, reading.text))


def find_marks(reading: Reading) -> tuple[Mark, ...]:
    """Return every mark of a reading, clipped to the text, in the order of the text."""
    marks = [Mark(Role.TIME, time.span, value=time.value) for time in reading.times]
    for number, statement in enumerate(reading.statements, start=1):
        marks += _marks_of(statement, number)
    size = len(reading.text)
    clipped = (Mark(mark.role, _clip(mark.span, (0, size)), mark.number, mark.value) for mark in marks)
    return tuple(sorted((mark for mark in clipped if mark.span[0] < mark.span[1]), key=lambda mark: mark.span))


def find_openings(reading: Reading) -> dict[int, tuple[int, ...]]:
    """Return the numbers of the statements by the place where their words begin."""
    openings: dict[int, tuple[int, ...]] = {}
    for number, statement in enumerate(reading.statements, start=1):
        place = find_opening(statement, len(reading.text))
        openings[place] = (*openings.get(place, ()), number)
    return openings


def find_opening(statement: Statement, size: int) -> int:
    """Return where a statement's words begin inside a text of this size: its content, else its cue, else the start."""
    for spans in (statement.content, statement.cue):
        inside = [span[0] for span in (_clip(span, (0, size)) for span in spans) if span[0] < span[1]]
        if inside:
            return min(inside)
    return 0


def split_zones(reading: Reading) -> tuple[Zone, ...]:
    """Split a text into stretches of one line and one zone, white space after each; what no zone covers is body."""
    starts: list[tuple[ZoneKind, int]] = []
    for kind, (start, end) in _cover(reading):
        starts += [(kind, line.start()) for line in _LINE.finditer(reading.text, start, end)]
    if not starts:
        return (Zone(ZoneKind.BODY, (0, len(reading.text))),)
    edges = [0, *(start for _, start in starts[1:]), len(reading.text)]
    return tuple(Zone(kind, (edges[k], edges[k + 1])) for k, (kind, _) in enumerate(starts))


def split_pieces(zone: Zone, marks: Iterable[Mark], opens: dict[int, tuple[int, ...]]) -> tuple[Piece, ...]:
    """Split a zone at every edge of its marks and at every opening.

    >>> marks = [Mark(Role.CUE, (2, 4)), Mark(Role.TIME, (3, 12))]
    >>> [piece.span for piece in split_pieces(Zone(ZoneKind.BODY, (0, 9)), marks, {})]
    [(0, 2), (2, 3), (3, 4), (4, 9)]
    """
    span = zone.span
    inside = [(mark, _clip(mark.span, span)) for mark in marks]
    edges = {*span, *(edge for _, part in inside for edge in part), *(at for at in opens if span[0] < at < span[1])}
    ordered = sorted(edges) if len(edges) > 1 else [*span]
    return tuple(
        Piece(
            (start, end),
            zone.kind,
            tuple(mark for mark, part in inside if _holds(part, start, end)),
            opens.get(start, ()),
        )
        for start, end in zip(ordered, ordered[1:], strict=False)
    )


def reads_right_to_left(text: str) -> bool:
    """Tell whether a text's first strong character is right-to-left (Unicode Annex 9, rule P2).

    >>> reads_right_to_left("«مرحبا»"), reads_right_to_left("(খবর)")
    (True, False)
    """
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def _marks_of(statement: Statement, number: int) -> list[Mark]:
    """Return the marks of one statement."""
    sources = [Mark(Role.SOURCE, link.span, number) for link in statement.chain if link.span]
    cues = [Mark(Role.CUE, span, number) for span in statement.cue]
    role = Role.CONTENT if statement.chain else Role.OWN
    return [*sources, *cues, *(Mark(role, span, number) for span in statement.content)]


def _share_out(marks: tuple[Mark, ...], spans: list[Span]) -> list[list[Mark]]:
    """Give each block the marks that touch it; both are in the order of the text."""
    shared: list[list[Mark]] = []
    waiting: list[Mark] = []
    following = 0
    for start, end in spans:
        while following < len(marks) and marks[following].span[0] < end:
            waiting.append(marks[following])
            following += 1
        waiting = [mark for mark in waiting if mark.span[1] > start]
        shared.append(list(waiting))
    return shared


def _cover(reading: Reading) -> list[tuple[ZoneKind, Span]]:
    """Return zones that lie side by side over the whole text, gaps filled with body."""
    covered: list[tuple[ZoneKind, Span]] = []
    reached = 0
    for zone in sorted(reading.zones, key=lambda zone: zone.span):
        start, end = _clip(zone.span, (reached, len(reading.text)))
        if start < end:
            covered += [(ZoneKind.BODY, (reached, start)), (zone.kind, (start, end))]
            reached = end
    return [*covered, (ZoneKind.BODY, (reached, len(reading.text)))]


def _lines(zones: tuple[Zone, ...], text: str) -> Iterator[list[int]]:
    """Give the zones of each line of the text, by their places."""
    line = [0]
    for place in range(1, len(zones)):
        if "\n" in text[slice(*zones[place - 1].span)]:
            yield line
            line = []
        line.append(place)
    yield line


def _block(zones: list[Zone], pieces: list[tuple[Piece, ...]]) -> Block:
    """Make the block of one line: it is body if any of it is, else what it begins with."""
    kinds = [zone.kind for zone in zones]
    kind = ZoneKind.BODY if ZoneKind.BODY in kinds else kinds[0]
    return Block(kind, (zones[0].span[0], zones[-1].span[1]), tuple(piece for some in pieces for piece in some))


def _holds(part: Span, start: int, end: int) -> bool:
    """Tell whether a span holds another one."""
    return part[0] <= start and end <= part[1]


def _clip(span: Span, bounds: Span) -> Span:
    """Cut a span to its bounds; what lies outside becomes empty."""
    start, end = max(span[0], bounds[0]), min(span[1], bounds[1])
    return (start, max(start, end)) if start <= bounds[1] else (bounds[1], bounds[1])
