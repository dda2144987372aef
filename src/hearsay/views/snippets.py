"""A statement's words where they stand: the stretch of the report around them, with source, cue and content marked."""

from hearsay.records import Reading, Record, Span, Statement
from hearsay.views.marking import Mark, Role, find_opening

_BEFORE, _AFTER = 90, 360  # code points: a clause that leads up to the words, and two or three lines of them
_ORDER = (Role.SOURCE, Role.CUE, Role.CONTENT, Role.OWN)


class Fragment(Record, frozen=True):
    """A stretch of words with its role; none where it is only what stands around."""

    words: str
    role: str | None


class Snippet(Record, frozen=True):
    """The words around a statement, and the statement's number in its report."""

    number: int
    fragments: tuple[Fragment, ...]
    begins_inside: bool
    ends_inside: bool


def cut_snippet(reading: Reading, identity: str) -> Snippet | None:
    """Cut the words of a statement with what stands around them; None where the reading has no such statement."""
    found = ((number, one) for number, one in enumerate(reading.statements, start=1) if one.id == identity)
    number, statement = next(found, (0, None))
    if statement is None:
        return None
    bounds = _find_bounds(reading.text, statement)
    fragments = _split(reading.text, bounds, _marks_of(statement))
    before, after = reading.text[: bounds[0]].rstrip(" "), reading.text[bounds[1] :].lstrip(" .")
    return Snippet(number, fragments, before[-1:] not in ("", "\n"), after[:1] not in ("", "\n"))


def _find_bounds(text: str, statement: Statement) -> Span:
    """Find where the stretch begins and ends: at the edges of its paragraph, or of a word."""
    pieces = [*statement.content, *statement.cue]
    opening = find_opening(statement, len(text))
    first = min([opening, *(piece[0] for piece in pieces if opening - _BEFORE < piece[0])])
    paragraph = text.rfind("\n", 0, first) + 1
    start = max(paragraph, first - _BEFORE)
    if start > paragraph:
        blank = text.find(" ", start, first)
        start = blank + 1 if blank >= 0 else start
    last = max(piece[1] for piece in pieces) if pieces else first
    end = min(max(last, first), first + _AFTER)
    line = text.find("\n", end, end + _BEFORE)
    blank = text.find(" ", end + _BEFORE // 2, end + _BEFORE)
    return start, line if line >= 0 else blank if blank >= 0 else min(len(text), end + _BEFORE)


def _marks_of(statement: Statement) -> list[Mark]:
    content = Role.CONTENT if statement.chain else Role.OWN
    spans = [
        *((Role.SOURCE, link.span) for link in statement.chain if link.span),
        *((Role.CUE, span) for span in statement.cue),
        *((content, span) for span in statement.content),
    ]
    return [Mark(role, span) for role, span in spans]


def _split(text: str, bounds: Span, marks: list[Mark]) -> tuple[Fragment, ...]:
    """Split a stretch at the edges of its marks."""
    start, end = bounds
    edges = {start, end} | {edge for mark in marks for edge in mark.span if start < edge < end}
    ordered = sorted(edges)
    pieces = zip(ordered, ordered[1:], strict=False)
    return tuple(Fragment(text[a:b], _role_of((a, b), marks)) for a, b in pieces)


def _role_of(piece: Span, marks: list[Mark]) -> str | None:
    roles = {mark.role for mark in marks if mark.span[0] <= piece[0] and piece[1] <= mark.span[1]}
    return next((role.value for role in _ORDER if role in roles), None)
