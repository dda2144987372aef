"""Feeds: RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed, with what tells where an entry comes from.

fastfeedparser finds and mends the entries; what it drops is read beside it: <source>, all authors, language, and the
zone of times (it turns them to UTC, and the day of a report is the day where it came out).
"""

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from hearsay.errors import GatherError, MissingExtra
from hearsay.gather.days import read_stamp
from hearsay.gather.json_feeds import JsonItem, is_json, read_json_feed
from hearsay.gather.refusals import Reason, make_error
from hearsay.gather.trees import check_entities, child_text, find_children, local_name, own_text, parse_xml
from hearsay.records import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = re.compile(r"</?(?:p|div|br|li|h[1-6]|tr|td)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--.{0,2000}?-->", re.DOTALL)
_MAIL = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class FeedEntry(Record, frozen=True):
    """One entry of a feed, as the feed has it; the page behind it is the report."""

    address: str | None = None  # of its page, made absolute; only http and https
    title: str | None = None  # as plain text
    published: str | None = None  # ISO 8601, in the zone that the feed names
    updated: str | None = None  # likewise
    summary: str | None = None  # as plain text
    content_html: str | None = None  # the whole text, where the feed brings it
    authors: tuple[str, ...] = ()  # all of them
    source: str | None = None  # the feed or outlet that it was taken from (RSS and Atom <source>)
    source_address: str | None = None  # where that stands
    language: str | None = None  # as told for the entry, else for the feed
    id: str | None = None  # guid or id, the feed's own key


class Feed(Record, frozen=True):
    """A feed with its entries, in its own order."""

    title: str | None = None  # what it calls itself
    address: str | None = None  # the site that it belongs to
    language: str | None = None  # the language that it says it is in
    entries: tuple[FeedEntry, ...] = ()


class Origin(Record, frozen=True):
    """What the library drops of one entry."""

    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    source_address: str | None = None
    language: str | None = None


def read_feed(content: bytes, *, address: str | None, charset: str | None = None) -> Feed:
    """Read a feed of any kind; GatherError if it is none."""
    if is_json(content):
        return _from_json(content, address)
    check_entities(content)
    content = _redeclare(content, charset)
    parsed = _parse(content)
    entries = parsed.get("entries") or []
    origins, language = _find_origins(content)
    if len(origins) != len(entries):
        origins = [Origin()] * len(entries)  # the library mended more than XML lets us: better none than another's
    about = parsed.get("feed") or {}
    language = language or _plain(about.get("language"))
    return Feed(
        title=_plain(about.get("title")),
        address=make_absolute(about.get("link"), address),
        language=language,
        entries=tuple(
            _make_entry(entry, origin, address, language) for entry, origin in zip(entries, origins, strict=True)
        ),
    )


def _redeclare(content: bytes, charset: str | None) -> bytes:
    """Make UTF-8 of bytes whose charset only the header tells; what declares its own charset is left as it is."""
    declares = content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or b"encoding=" in content[:200]
    if not charset or declares or charset.lower().replace("-", "") in {"utf8", "usascii"}:
        return content
    try:
        return content.decode(charset).encode("utf8", "replace")
    except (UnicodeDecodeError, LookupError):
        return content  # the header lies about it: the parser's own guess is better than none


def _parse(content: bytes) -> Any:
    """Let the library parse; whatever it raises, for any bytes, means that this is no feed."""
    try:
        from fastfeedparser import parse
    except ImportError as error:
        raise MissingExtra("reading feeds", "feeds") from error
    try:
        return parse(content, include_tags=False, include_media=False, include_enclosures=False)
    except Exception as error:
        reason = " ".join(str(error).split())[:120]
        detail = f"this is no feed ({reason}); give the address of an RSS, Atom or JSON feed, or kind = 'page'."
        raise make_error(Reason.INVALID, detail) from error


def _find_origins(content: bytes) -> tuple[list[Origin], str | None]:
    """Find what the library drops of each entry, and the feed's language; nothing where the XML is beyond repair."""
    try:
        root = parse_xml(content)
    except GatherError:
        return [], None
    origins = [_read_origin(element) for element in root.iter() if local_name(element) in {"item", "entry"}]
    channels = [root, *find_children(root, "channel")]
    told = (child_text(channel, "language") or channel.get(_LANGUAGE) for channel in channels)
    return origins, next((language for language in told if language), None)


def _read_origin(item: "_Element") -> Origin:
    """Read times with their zones, authors, source and language of one entry."""
    source = next(find_children(item, "source"), None)
    named = None if source is None else child_text(source, "title") or own_text(source)
    return Origin(
        published=_stamp(item, "pubdate", "published", "issued", "date"),
        updated=_stamp(item, "updated", "modified", "lastbuilddate"),
        authors=tuple(dict.fromkeys(_find_authors(item))),
        source=_plain(named),
        source_address=None if source is None else source.get("url") or _find_link(source),
        language=item.get(_LANGUAGE) or child_text(item, "language"),
    )


def _stamp(item: "_Element", *names: str) -> str | None:
    """Return the first of these times that is one."""
    written = (own_text(child) for name in names for child in find_children(item, name))
    return next((stamp for text in written if (stamp := read_stamp(text))), None)


def _find_authors(item: "_Element") -> list[str]:
    """Find the authors: names in Atom, names after addresses in RSS, creators in Dublin Core."""
    names = []
    for child in find_children(item, "author", "creator", "contributor"):
        written = child_text(child, "name") or (own_text(child) or "" if not len(child) else "")
        found = _MAIL.match(written)
        names.append(_plain(found["name"] if found else written))
    return [name for name in names if name and "@" not in name]


def _find_link(source: "_Element") -> str | None:
    """Return the address in an Atom source."""
    return next((link.get("href") for link in find_children(source, "link") if link.get("href")), None)


def _make_entry(entry: Any, origin: Origin, address: str | None, language: str | None) -> FeedEntry:
    """Put the library's entry and what was read beside it together."""
    author = _plain(entry.get("author"))
    contents = entry.get("content") or [{}]
    return FeedEntry(
        address=make_absolute(entry.get("link"), address),
        title=_plain(entry.get("title")),
        published=origin.published or origin.updated or entry.get("published"),
        updated=origin.updated or entry.get("updated"),
        summary=_plain(entry.get("description")),
        content_html=contents[0].get("value") or None,
        authors=origin.authors or ((author,) if author else ()),
        source=origin.source,
        source_address=make_absolute(origin.source_address, address),
        language=origin.language or language,
        id=_plain(entry.get("id")),
    )


def make_absolute(link: str | None, base: str | None) -> str | None:
    """Make an address absolute; None for what is no address of the web.

    >>> make_absolute("/a", "https://news.example/feed"), make_absolute("javascript:x", None)
    ('https://news.example/a', None)
    """
    if not link or not link.strip():
        return None
    try:
        joined = urljoin(base or "", link.strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in {"http", "https"} and parts.netloc else None


def _plain(text: str | None) -> str | None:
    """Return text without tags and entities, its white space made even; feeds escape once or twice."""
    return " ".join(unescape(_TAGS.sub("", _BLOCKS.sub(" ", unescape(text or "")))).split()) or None


def _from_json(content: bytes, address: str | None) -> Feed:
    """Read a JSON Feed."""
    feed = read_json_feed(content)
    entries = tuple(_from_item(item, address, feed.language) for item in feed.items)
    return Feed(_plain(feed.title), make_absolute(feed.home_page_url, address), feed.language, entries)


def _from_item(item: JsonItem, address: str | None, language: str | None) -> FeedEntry:
    """Make an entry of an item; an outside address in it is the page that it was taken from."""
    people = [*item.authors, *([item.author] if item.author else [])]
    return FeedEntry(
        address=make_absolute(item.url or item.external_url, address),
        title=_plain(item.title),
        published=read_stamp(item.date_published),
        updated=read_stamp(item.date_modified),
        summary=_plain(item.summary or item.content_text),
        content_html=item.content_html,
        authors=tuple(dict.fromkeys(name for person in people if (name := _plain(person.name)))),
        source_address=make_absolute(item.external_url, address) if item.url else None,
        language=item.language or language,
        id=None if item.id is None else str(item.id),
    )
