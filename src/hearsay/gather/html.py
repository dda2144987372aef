"""Pages: HTML becomes a report with zones; an own pass keeps what body extractors drop, trafilatura finds the body.

Needs the extra `html`. The report's text is of our making (title, body, captions, a line each), so it is folded here.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from hearsay.gather.bodies import find_body
from hearsay.gather.days import read_date
from hearsay.gather.edges import settle_edges
from hearsay.gather.leftovers import drop_dead, find_leftovers, letters_of, sort_line
from hearsay.gather.page_facts import PageFacts, find_facts
from hearsay.gather.pictures import Picture, take_pictures
from hearsay.gather.refusals import Reason, make_error
from hearsay.gather.trees import parse_page
from hearsay.records import Credits, Report, Zone, ZoneKind, digest
from hearsay.text.folding import Folded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Characters: less than a short Chinese sentence is a menu entry that was taken for an article.
_SHORTEST = 25
_POSTED_LINKS = re.compile(r"\s*(?:(?:https?://t\.co/|pic\.twitter\.com/)\w+\s*)+$")


def extract(html: str, *, url: str | None = None, published: str | None = None, bulk: bool = False) -> Report:
    """Extract the report that a page holds; GatherError if there is none, MissingExtra if the extra is not installed.

    The language is left open: what pages declare is often their template's. `bulk` is for crawls: a third of the time,
    and more leftovers of the page in the body.
    """
    tree = parse_page(html)
    facts = find_facts(tree)
    pictures = take_pictures(tree, facts.things)
    body = [*_sort_lines(tree, facts)] if not bulk else [*_sort_bulk_lines(html, facts, pictures)]
    if sum(len(line) for kind, line in body if kind is ZoneKind.BODY) < _SHORTEST:
        raise make_error(Reason.EMPTY, "the page holds no article; give the page of one report, not a front page.")
    text, zones = _compose(facts.title, body, pictures)
    report = _make_report(facts, text, zones, url=url, published=read_date(published))
    return replace(report, credits=replace(report.credits, photo=_first_credit(pictures)))


def _sort_lines(tree: "HtmlElement", facts: PageFacts) -> Iterator[tuple[ZoneKind, str]]:
    """Yield the lines of the body, each with what it is."""
    drop_dead(tree)
    leftovers = find_leftovers(tree, facts)
    lines = ((sort_line(line, facts, leftovers), line) for line in find_body(tree))
    yield from settle_edges(lines, tree, facts)


def _sort_bulk_lines(html: str, facts: PageFacts, pictures: Iterable[Picture]) -> Iterator[tuple[ZoneKind, str]]:
    """Yield the lines that the quick extractor finds; it sees the whole page, so captions are taken out again here."""
    from hearsay.gather.bulk_bodies import find_bulk_body

    taken = dict.fromkeys((letters_of(text) for picture in pictures for text in picture), ZoneKind.RESIDUE)
    lines = ((sort_line(line, facts, taken), line) for line in find_bulk_body(html))
    yield from ((kind, line) for kind, line in lines if kind is not ZoneKind.RESIDUE)


def _compose(
    title: str | None, body: Iterable[tuple[ZoneKind, str]], pictures: Iterable[Picture]
) -> tuple[str, tuple[Zone, ...]]:
    """Write the text, a line each, and the zones over it; the title is printed once, however often the page does."""
    parts = [(ZoneKind.HEADLINE, title, "\n")] if title else []
    parts += [part for kind, line in body if line != title for part in _cut_links(kind, line)]
    for caption, credit in pictures:
        parts += [(ZoneKind.CAPTION, caption, " " if credit else "\n")] if caption else []
        parts += [(ZoneKind.CREDIT, credit, "\n")] if credit else []
    text, zones = "", []
    for kind, part, gap in parts:
        folded = " ".join(Folded(part).text.split())
        if folded:
            zones.append(Zone(kind, (len(text), len(text) + len(folded))))
            text += folded + gap
    return text.rstrip("\n"), tuple(zones)


def _cut_links(kind: ZoneKind, line: str) -> list[tuple[ZoneKind, str, str]]:
    """Cut off the shortened links at the end of a post from elsewhere: pictures and the post itself."""
    found = _POSTED_LINKS.search(line) if kind is ZoneKind.BODY else None
    if not found or not found.start():
        return [(kind, line, "\n")]
    return [(kind, line[: found.start()], " "), (ZoneKind.RESIDUE, found[0], "\n")]


def _first_credit(pictures: Iterable[Picture]) -> str | None:
    """Return the first picture's credit, as it stands in the text."""
    return next((" ".join(Folded(credit).text.split()) for _, credit in pictures if credit), None)


def _make_report(
    facts: PageFacts, text: str, zones: tuple[Zone, ...], *, url: str | None, published: str | None
) -> Report:
    """Make the report; what is known from outside goes before what the page says."""
    address = url or facts.url
    return Report(
        id=digest(text, address) if address else digest(text),
        text=text,
        title=facts.title,
        outlet=facts.outlet,
        url=address,
        published=published or facts.published,
        zones=zones,
        credits=Credits(byline=", ".join(facts.authors) or None),
        published_at=facts.published_at if not published else None,
        updated_at=facts.updated_at,
        section=facts.section,
    )
