"""Targets: what a fetched address leads to: the entries of a feed or sitemap, further sitemaps, or itself, a page."""

import re
from urllib.parse import urlsplit

from hearsay.gather.addresses import join
from hearsay.gather.arrivals import Hints
from hearsay.gather.feeds import Feed, FeedEntry, read_feed
from hearsay.gather.sitemaps import SitemapEntry, read_sitemap
from hearsay.gather.source_files import OutletSource, SourceKindOfAddress
from hearsay.records import Page, Record

_HEAD = 4096
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b")
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)\b|jsonfeed\.org/version", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^<>]{1,1000}>", re.IGNORECASE)
_FEED_TYPE = re.compile(r"application/(?:rss\+xml|atom\+xml|feed\+json)", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


class Target(Record, frozen=True):
    """One page to fetch, and what is known of it."""

    address: str | None  # none where the entry of a feed has no page, only text
    hints: Hints
    changed: str | None = None  # when it is said to have been changed last
    id: str | None = None  # what the feed calls it


class Targets(Record, frozen=True):
    """What a fetched address leads to; nothing where it is a page itself."""

    pages: tuple[Target, ...] = ()
    lists: tuple[tuple[str, str | None], ...] = ()  # feeds and sitemaps to look into, with when they were changed
    is_page: bool = False


def find_targets(page: Page, source: OutletSource) -> Targets:
    """Find what a fetched address leads to; GatherError where it is not what the source says that it is."""
    address = page.final or page.address
    match choose_kind(page, source.kind):
        case SourceKindOfAddress.FEED:
            return _find_in_feed(read_feed(page.content, address=address, charset=page.charset), source)
        case SourceKindOfAddress.SITEMAP:
            sitemap = read_sitemap(page.content, address=address)
            return Targets(
                pages=tuple(_from_sitemap(entry, source) for entry in sitemap.entries),
                lists=tuple((entry.address, entry.modified) for entry in sitemap.sitemaps),
            )
        case _:
            feed = find_feed_link(page) if is_front_page(address) else None
            return Targets(lists=((feed, None),)) if feed else Targets(is_page=True)


def choose_kind(page: Page, told: SourceKindOfAddress) -> SourceKindOfAddress:
    """Choose what a page is, where nobody told: by how it begins."""
    if told is not SourceKindOfAddress.AUTO:
        return told
    head = page.content[:_HEAD]
    if _SITEMAP.search(head) or (page.final or page.address).endswith((".xml.gz", "sitemap.txt")):
        return SourceKindOfAddress.SITEMAP
    return SourceKindOfAddress.FEED if _FEED.search(head) else SourceKindOfAddress.PAGE


def is_front_page(address: str) -> bool:
    """Tell whether an address is that of a site and not of one page of it."""
    parts = urlsplit(address)
    return parts.path.strip("/") in ("", "index.html") and not parts.query


def find_feed_link(page: Page) -> str | None:
    """Find the first feed that the head of a page names (RSS autodiscovery)."""
    head = page.content[:200_000].decode("utf-8", "replace")
    for tag in _LINK.findall(head):
        if _FEED_TYPE.search(tag) and (found := _HREF.search(tag)):
            return join(page.final or page.address, found[1])
    return None


def _find_in_feed(feed: Feed, source: OutletSource) -> Targets:
    """Make the targets of a feed; an entry without page and text is none."""
    found = (_from_feed(entry, source) for entry in feed.entries)
    return Targets(pages=tuple(target for target in found if target.address or target.hints.content_html))


def _from_feed(entry: FeedEntry, source: OutletSource) -> Target:
    """Make the target of an entry."""
    published = entry.published or entry.updated
    hints = Hints(source.outlet, source.language, published, entry.title, entry.content_html)
    return Target(entry.address, hints, changed=entry.updated, id=entry.id or entry.title)


def _from_sitemap(entry: SitemapEntry, source: OutletSource) -> Target:
    """Make the target of an entry; the day of its last change is no day of publication."""
    hints = Hints(source.outlet or entry.outlet, source.language, entry.published, entry.title)
    return Target(entry.address, hints, changed=entry.modified)
