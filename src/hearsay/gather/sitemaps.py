"""Sitemaps and news sitemaps (sitemaps.org, Google News): addresses with what the site says about each report."""

from typing import TYPE_CHECKING

from hearsay.gather.archives import is_gzip, unpack_gzip
from hearsay.gather.days import read_stamp
from hearsay.gather.feeds import make_absolute
from hearsay.gather.refusals import Reason, make_error
from hearsay.gather.trees import child_text, find_children, local_name, parse_xml
from hearsay.records import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

# The protocol's own bound for one sitemap, unpacked.
LARGEST = 52_428_800


class SitemapEntry(Record, frozen=True):
    """One address of a sitemap; what follows `modified` comes from a news sitemap."""

    address: str
    modified: str | None = None  # ISO 8601, as precise as it was
    title: str | None = None  # news:title
    published: str | None = None  # news:publication_date, in its zone
    outlet: str | None = None  # news:name
    language: str | None = None  # news:language


class Sitemap(Record, frozen=True):
    """A sitemap: pages, or in an index further sitemaps."""

    entries: tuple[SitemapEntry, ...] = ()
    sitemaps: tuple[SitemapEntry, ...] = ()


def read_sitemap(content: bytes, *, address: str | None = None) -> Sitemap:
    """Read a sitemap or an index of sitemaps, packed or not, or a plain list of addresses; GatherError if it is none."""
    content = unpack_gzip(content, largest=LARGEST) if is_gzip(content) else content
    if content[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"http://", b"https://")):
        return _read_list(content, address)
    root = parse_xml(content)
    if local_name(root) not in {"urlset", "sitemapindex"}:
        detail = f"this is no sitemap but <{local_name(root)}>; robots.txt and /sitemap.xml tell where sitemaps are."
        raise make_error(Reason.INVALID, detail)
    return Sitemap(
        entries=_read_entries(root, "url", address),
        sitemaps=_read_entries(root, "sitemap", address),
    )


def _read_list(content: bytes, address: str | None) -> Sitemap:
    """Read a list of addresses, one a line, as the protocol allows."""
    lines = content.removeprefix(b"\xef\xbb\xbf").decode("utf8", "replace").splitlines()
    found = (make_absolute(line, address) for line in lines if line.strip())
    return Sitemap(entries=tuple(SitemapEntry(line) for line in found if line))


def _read_entries(root: "_Element", name: str, address: str | None) -> tuple[SitemapEntry, ...]:
    """Read the entries of one kind; one without an address is none."""
    entries = (_read_entry(element, address) for element in find_children(root, name))
    return tuple(entry for entry in entries if entry)


def _read_entry(element: "_Element", base: str | None) -> SitemapEntry | None:
    """Read one entry, with its news where it has any."""
    address = make_absolute(child_text(element, "loc"), base)
    if not address:
        return None
    news = next(find_children(element, "news"), None)
    modified = read_stamp(child_text(element, "lastmod"))
    if news is None:
        return SitemapEntry(address, modified)
    publication = next(find_children(news, "publication"), news)
    return SitemapEntry(
        address,
        modified,
        title=child_text(news, "title"),
        published=read_stamp(child_text(news, "publication_date")),
        outlet=child_text(publication, "name"),
        language=child_text(publication, "language"),
    )
