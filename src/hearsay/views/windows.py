"""A part of a long report: text, zones, times and statements cut to a window, so that no report makes a page too heavy."""

from collections.abc import Iterable

from msgspec.structs import replace

from hearsay.records import Reading, Record, Span, Statement
from hearsay.views.marking import find_opening

# A long feature has 30,000 letters and 300 statements; beyond, pages would be slow to load on a phone.
SIZE = 40_000
MOST_STATEMENTS = 400


class Window(Record, frozen=True):
    """A part of a report as a reading of its own; `before` and `after` are where its neighbours begin."""

    reading: Reading
    start: int
    before: int | None
    after: int | None
    left_out: int  # statements that are too many for one page


def cut_window(reading: Reading, start: int = 0) -> Window:
    """Cut the window that begins at a place; a short report is its own window, as it is."""
    size = len(reading.text)
    if size <= SIZE and len(reading.statements) <= MOST_STATEMENTS:
        return Window(reading, 0, None, None, 0)
    start = min(max(0, start), max(0, size - 1))
    end = _find_end(reading.text, start)
    inside = [one for one in reading.statements if start <= find_opening(one, size) < end]
    kept = tuple(_cut_statement(one, (start, end)) for one in inside[:MOST_STATEMENTS])
    part = replace(
        reading,
        text=reading.text[start:end],
        zones=tuple(replace(zone, span=span) for zone in reading.zones if (span := _cut(zone.span, (start, end)))),
        times=tuple(replace(time, span=span) for time in reading.times if (span := _cut(time.span, (start, end)))),
        statements=kept,
    )
    before = max(0, start - SIZE) if start else None
    return Window(part, start, before, end if end < size else None, len(inside) - len(kept))


def find_window(reading: Reading, statement: str) -> tuple[int, int]:
    """Find where a statement is shown: the start of its window, and its number there; (0, 0) if it is not there."""
    size = len(reading.text)
    one = next((one for one in reading.statements if one.id == statement), None)
    if one is None:
        return 0, 0
    start = 0 if size <= SIZE else find_opening(one, size) // SIZE * SIZE
    shown = cut_window(reading, start).reading.statements
    return start, next((number for number, other in enumerate(shown, start=1) if other.id == statement), 0)


def _find_end(text: str, start: int) -> int:
    """End a window at its size: windows begin at multiples of it, so that each has one address."""
    return min(len(text), start + SIZE)


def _cut_statement(statement: Statement, bounds: Span) -> Statement:
    chain = tuple(replace(link, span=_cut(link.span, bounds) if link.span else None) for link in statement.chain)
    return replace(
        statement, content=_cut_all(statement.content, bounds), cue=_cut_all(statement.cue, bounds), chain=chain
    )


def _cut_all(spans: Iterable[Span], bounds: Span) -> tuple[Span, ...]:
    return tuple(found for span in spans if (found := _cut(span, bounds)))


def _cut(span: Span, bounds: Span) -> Span | None:
    """Cut a span to the window, counted from its start; None where it lies outside."""
    start, end = max(span[0], bounds[0]), min(span[1], bounds[1])
    return (start - bounds[0], end - bounds[0]) if start < end else None
