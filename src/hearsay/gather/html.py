"""Pages: HTML becomes a report with zones; an own pass keeps what body extractors drop, trafilatura finds the body.

Needs the extra `html`. The report's text is of our making (title, body, captions, a line each), so it is folded here.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hearsay.errors import MissingExtra
from hearsay.gather.days import read_date
from hearsay.gather.page_facts import PageFacts, find_facts
from hearsay.gather.pictures import Picture, take_pictures
from hearsay.gather.refusals import Reason, make_error
from hearsay.records import Credits, Report, Zone, ZoneKind, digest
from hearsay.text.folding import Folded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Characters: less than a short Chinese sentence is a menu entry that was taken for an article.
_SHORTEST = 25


def extract(html: str, *, url: str | None = None, published: str | None = None) -> Report:
    """Extract the report that a page holds; GatherError if there is none, MissingExtra if the extra is not installed.

    The language is left open: what pages declare is often their template's.
    """
    tree = _parse(html)
    facts = find_facts(tree)
    pictures = take_pictures(tree)
    body = _find_body(tree)
    if sum(map(len, body)) < _SHORTEST:
        raise make_error(Reason.EMPTY, "the page holds no article; give the page of one report, not a front page.")
    text, zones = _compose(facts.title, body, pictures)
    return _make_report(facts, text, zones, url=url, published=read_date(published))


def _parse(html: str) -> "HtmlElement":
    """Parse a page; a page without a single element is refused."""
    try:
        from lxml.etree import ParserError, XMLSyntaxError
        from lxml.html import HTMLParser, document_fromstring
    except ImportError as error:
        raise MissingExtra("reading HTML", "html") from error
    parser = HTMLParser(encoding="utf-8", remove_comments=True)
    try:
        return document_fromstring(html.encode("utf8", "replace"), parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise make_error(Reason.EMPTY, f"no HTML is in it ({error}); is this the right file?") from error


def _find_body(tree: "HtmlElement") -> list[str]:
    """Find the paragraphs of the article."""
    try:
        from trafilatura import extract as extract_body
    except ImportError as error:
        raise MissingExtra("reading HTML", "html") from error
    text = extract_body(tree, include_comments=False, include_tables=False) or ""
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if any(map(str.isalnum, line))]


def _compose(title: str | None, body: Iterable[str], pictures: Iterable[Picture]) -> tuple[str, tuple[Zone, ...]]:
    """Write the text, a line each, and the zones over it; the title is printed once, however often the page does."""
    parts = [(ZoneKind.HEADLINE, title, "\n")] if title else []
    parts += [(ZoneKind.BODY, line, "\n") for line in body if line != title]
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


def _first_credit(text: str, zones: Iterable[Zone]) -> str | None:
    """Return the first picture's credit: all credits that the own pass keeps are pictures'."""
    return next((text[slice(*zone.span)] for zone in zones if zone.kind is ZoneKind.CREDIT), None)


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
        credits=Credits(byline=", ".join(facts.authors) or None, photo=_first_credit(text, zones)),
    )
