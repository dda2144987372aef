"""Quotations: stretches between marks, whatever the marks, also unclosed ones and ones that run over paragraphs.

Only outermost quotations are told; what is quoted inside them belongs to them. A mark that opens nothing (an apostrophe, an
inch sign, a stray one) opens nothing here either.
"""

import re
from collections.abc import Sequence
from functools import cache

from hearsay.packs.cutting import is_unspaced
from hearsay.records import Record, Span

# A quotation longer than this without a closing mark in its paragraph is taken for a stray mark unless the paragraph
# ends with it: real ones in news close or run to the paragraph's end.
_APOSTROPHES = "'’"
# Keyboards and editors mix straight and curly marks: either closes what the other opened.
_TWINS = {'"': ('"', "”"), "”": ("”", '"'), "''": ("''", "”"), "“": ("“", "”", '"')}


class Quotation(Record, frozen=True):
    """An outermost quotation: `span` with its marks, `inner` without; `closed` is False where it runs on."""

    span: Span
    inner: Span
    closed: bool = True
    continues: bool = False  # whether it goes on with a quotation that the paragraph before left open


@cache
def _mark_pattern(pairs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any opening or closing mark, longest first."""
    marks = {pair[: len(pair) // 2] for pair in pairs} | {pair[len(pair) // 2 :] for pair in pairs} | {"``"}
    return re.compile("|".join(sorted(map(re.escape, marks), key=len, reverse=True)))


def find_quotations(text: str, paragraphs: Sequence[Span], *, pairs: Sequence[str]) -> tuple[Quotation, ...]:
    """Find the outermost quotations of each paragraph, in order and disjoint.

    >>> text = 'She said: "Go," and left.'
    >>> [text[q.inner[0]:q.inner[1]] for q in find_quotations(text, [(0, 25)], pairs=['""'])]
    ['Go,']
    """
    closers = {pair[: len(pair) // 2]: pair[len(pair) // 2 :] for pair in pairs}
    closers.setdefault("``", "''")
    pattern = _mark_pattern(tuple(pairs))
    found: list[Quotation] = []
    for paragraph in paragraphs:
        found += _in_paragraph(text, paragraph, pattern, closers, is_open=bool(found) and not found[-1].closed)
    return tuple(found)


def _in_paragraph(
    text: str, paragraph: Span, pattern: re.Pattern[str], closers: dict[str, str], *, is_open: bool
) -> list[Quotation]:
    """Find the quotations of one paragraph; `is_open` if the one before left a quotation open."""
    start, end = paragraph
    marks = list(pattern.finditer(text, start, end))
    found: list[Quotation] = []
    k = 0
    while k < len(marks):
        mark = marks[k]
        if (mark[0] in closers and _can_open(text, mark, start)) or _opens_wrongly(text, mark, start):
            close = _closing(text, marks, k, closers.get(mark[0], "”"), end)
            if close is not None:
                continues = is_open and not found and not text[start : mark.start()].strip()
                found.append(Quotation((mark.start(), close[1]), (mark.end(), close[0]), close[2], continues))
                k = close[3]
        k += 1
    return found


def _closing(text: str, marks: list[re.Match[str]], k: int, closer: str, end: int) -> tuple[int, int, bool, int] | None:
    """Find where the quotation opened by mark k closes: (inner end, outer end, closed, index of the mark)."""
    opener = marks[k][0]
    twins = _TWINS.get(closer, (closer,))
    depth = 0
    for index in range(k + 1, len(marks)):
        mark = marks[index]
        if mark[0] in twins and _can_close(text, mark, end) and depth == 0:
            return mark.start(), mark.end(), True, index
        if opener != closer and mark[0] == closer and _can_close(text, mark, end):
            depth -= 1
        elif opener != closer and mark[0] == opener and _can_open(text, mark, marks[k].end()):
            depth += 1
    if opener in _APOSTROPHES or opener == "‘":
        return None
    last = _trim_right(text, marks[k].end(), end)
    return (last, last, False, len(marks)) if last > marks[k].end() else None


def _opens_wrongly(text: str, mark: re.Match[str], start: int) -> bool:
    """Tell whether a closing mark stands where only an opening one can: at the start of a paragraph."""
    return mark[0] == "”" and not text[start : mark.start()].strip() and text[mark.end() : mark.end() + 1].isalnum()


def _trim_right(text: str, start: int, end: int) -> int:
    """Move an end left over white space."""
    return start + len(text[start:end].rstrip())


def _can_open(text: str, mark: re.Match[str], start: int) -> bool:
    """Tell whether a mark can open: nothing but space or an opening sign before it, something after it."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    if mark[0] == "``" or mark[0] in "“«„「『":
        return bool(after)
    if not after or (after.isspace() and mark[0] not in ('"', "''")):
        return False
    if mark[0] in ("'", "‘") and after.isdigit():
        return False
    return not ((before.isalnum() and not is_unspaced(before)) or before in ".,!?;:।)”")


def _takes_particle(after: str) -> bool:
    """Tell whether a letter can lean on a closing mark, as Korean particles do: "안전하다"고."""
    return "가" <= after <= "힣"


def _can_close(text: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether a mark can close: an apostrophe inside a word cannot."""
    after = text[mark.end() : mark.end() + 1] if mark.end() < end else ""
    if mark[0] in _APOSTROPHES or mark[0] in ('"', "''"):
        return not after.isalnum() or is_unspaced(after) or _takes_particle(after)
    return True
