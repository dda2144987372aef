"""One report: its text with every mark, and the reports that it copies or that copy it, side by side."""

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec

from hearsay.api.answers import find_report
from hearsay.api.asked import Asked, Word
from hearsay.api.problems import not_found
from hearsay.api.templates import address, trusted
from hearsay.ledger import Ledger
from hearsay.ledger.pages import ReportHead
from hearsay.records import Copy, Reading, Record, Relation, Span
from hearsay.views.article import show_article
from hearsay.views.markup import element, escape_text
from hearsay.views.tables import shorten, title_of
from hearsay.views.windows import SIZE, cut_window, find_window

_COPIES = 60
_FACT = 400


class ReportAsked(Asked, frozen=True, kw_only=True):
    """How a report is shown."""

    start: Annotated[int, msgspec.Meta(ge=0, description="where to begin in a long report")] = 0
    beside: Annotated[Word | None, msgspec.Meta(description="the id of a report to show beside it")] = None


class Kin(Record, frozen=True):
    """A report that this one copies, or that copies it; no head where only its outlet is known."""

    copy: Copy
    other: str
    head: ReportHead | None
    is_original: bool


def gather(ledger: Ledger, asked: ReportAsked, identity: str) -> dict[str, Any]:
    """Gather what the page of a report shows."""
    reading = find_report(ledger, identity)
    window = cut_window(reading, asked.start)
    kin = list(_find_kin(ledger, identity))
    context = {"reading": reading, "window": window, "title": title_of(reading), "kin": kin, "asked": asked}
    context |= {
        "article": trusted(show_article(_shorten_facts(window.reading), 1)),
        "story": ledger.pages.story_of(identity),
    }
    return context | {"pair": _beside(ledger, reading, kin, asked.beside) if asked.beside else None}


def _shorten_facts(reading: Reading) -> Reading:
    """Shorten what a page says about itself: a title of a megabyte is no title."""
    given = {name: getattr(reading, name) for name in ("title", "outlet", "url")}
    cut = {name: shorten(value, _FACT) if value else value for name, value in given.items()}
    return msgspec.structs.replace(reading, **cut)


def find_words(ledger: Ledger, statement: str) -> str:
    """Find the address of a statement's words."""
    report = ledger.links.report_of(statement)
    if report is None:
        raise not_found("statement", statement, "/api/v1/statements")
    return words_address(find_report(ledger, report), statement)


def words_address(reading: Reading, statement: str) -> str:
    """Give the address of a statement's words in a report."""
    start, number = find_window(reading, statement)
    part = f"?start={start}" if start else ""
    return f"{address('reports', reading.id)}{part}{f'#r1w{number}' if number else ''}"


def _find_kin(ledger: Ledger, identity: str) -> Iterator[Kin]:
    """Find the originals and copies of a report, originals first."""
    copies = sorted(list(ledger.links.copies(identity))[:_COPIES], key=lambda one: (one.report != identity, -one.score))
    heads = ledger.pages.heads(report for copy in copies for report in (copy.report, copy.of))
    for copy in copies:
        is_original = copy.report == identity
        other = copy.of if is_original else copy.report
        yield Kin(copy, other, heads.get(other), is_original)


def _beside(ledger: Ledger, reading: Reading, kin: list[Kin], other: str) -> dict[str, Any]:
    """Put two reports side by side with what they share marked."""
    found = next((one for one in kin if one.other == other and one.copy.relation is not Relation.CREDIT), None)
    second = ledger.reading(other)
    if found is None or second is None:
        raise not_found("copy", other, "the report itself")
    ours, theirs = zip(*found.copy.passages, strict=True) if found.copy.passages else ((), ())
    if not found.is_original:
        ours, theirs = theirs, ours
    return {
        "kin": found,
        "title": title_of(second),
        "reading": second,
        "ours": trusted(mark_passages(reading.text, ours)),
        "theirs": trusted(mark_passages(second.text, theirs)),
    }


def mark_passages(text: str, passages: tuple[Span, ...]) -> str:
    """Write a text as paragraphs with passages marked and numbered as they come.

    >>> mark_passages("Rain fell.", ((0, 4),))
    '<p dir="auto"><mark>Rain</mark> fell.</p>'
    """
    text = text[:SIZE]
    edges = sorted({0, len(text), *(min(edge, len(text)) for span in passages for edge in span)})
    edges = sorted({*edges, *(place + 1 for place, letter in enumerate(text) if letter == "\n")})
    lines: list[list[str]] = [[]]
    for start, end in zip(edges, edges[1:], strict=False):
        words = escape_text(text[start:end].rstrip("\n"))
        is_shared = any(a <= start and end <= b for a, b in passages)
        lines[-1].append(element("mark", words) if is_shared and words.strip() else words)
        if text[end - 1 : end] == "\n":
            lines.append([])
    return "".join(element("p", *line, dir="auto") for line in lines if "".join(line).strip())
