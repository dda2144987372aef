"""Live blogs (schema.org LiveBlogPosting): one page, many items, each with its own hour; each becomes a report.

Read as one report, its relative times and its carried-over sources would run from one item into the next.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from hearsay.gather.days import read_date, read_stamp
from hearsay.gather.json_ld import Thing, find_things, kinds_of, plain
from hearsay.gather.trees import parse_page
from hearsay.records import Report, Zone, ZoneKind, digest
from hearsay.text.folding import Folded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LIVE = "LiveBlogPosting"
# A headline alone, "More soon", a picture without words: less than this says nothing that could be claimed.
_SHORTEST = 60


class Update(NamedTuple):
    """One item of a live blog."""

    title: str | None
    text: str
    published_at: str | None
    url: str | None


def split_live_blog(report: Report, html: str) -> tuple[Report, ...]:
    """Split the report of a live blog into one report an item, in the page's order; any other stays as it is."""
    updates = find_updates(parse_page(html)) if LIVE in html else ()
    if len(updates) < 2:
        return (report,)
    return tuple(dict.fromkeys(_make_report(report, update) for update in updates))


def find_updates(tree: "HtmlElement") -> tuple[Update, ...]:
    """Find the items that JSON-LD tells with their whole text."""
    blogs = (thing for thing in find_things(tree) if LIVE in kinds_of(thing))
    return tuple(update for blog in blogs for update in _read_blog(blog))


def _read_blog(blog: Thing) -> Iterator[Update]:
    """Read the items of one blog."""
    items = blog.get("liveBlogUpdate")
    for item in items if isinstance(items, list) else [items]:
        text = _read_text(item.get("articleBody")) if isinstance(item, dict) else ""
        if isinstance(item, dict) and len(text) >= _SHORTEST:
            written = item.get("datePublished")
            moment = read_stamp(written) if isinstance(written, str) else None
            yield Update(plain(item.get("headline")), text, moment, plain(item.get("url")))


def _read_text(body: object) -> str:
    """Return the lines of an item's text, which may be HTML."""
    if not isinstance(body, str) or not body.strip():
        return ""
    lines = body.splitlines()
    if "<" in body:
        tree = parse_page(f"<div>{body}</div>")
        lines = [block.text_content() for block in tree.iter("p", "li")] or [tree.text_content()]
    return "\n".join(line for line in map(_fold, lines) if any(map(str.isalnum, line)))


def _fold(text: str | None) -> str:
    """Return a line of a text of our making: folded, its white space made even."""
    return " ".join(Folded(plain(text) or "").text.split())


def _make_report(report: Report, update: Update) -> Report:
    """Make the report of one item: its own words, hour and address, all else is the page's."""
    title = _fold(update.title) or None
    lines = update.text.split("\n")
    kinds = [ZoneKind.BODY] * len(lines)
    if title:
        lines, kinds = [title, *lines], [ZoneKind.HEADLINE, *kinds]
    zones, start = [], 0
    for kind, line in zip(kinds, lines, strict=True):
        zones.append(Zone(kind, (start, start + len(line))))
        start += len(line) + 1
    text = "\n".join(lines)
    return replace(
        report,
        id=digest(text, update.url or report.url or ""),
        text=text,
        title=title or report.title,
        url=update.url or report.url,
        published=read_date(update.published_at) or report.published,
        published_at=update.published_at or report.published_at,
        zones=tuple(zones),
        credits=replace(report.credits, photo=None),
    )
