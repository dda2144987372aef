"""WARC, the archive of crawls (ISO 28500; CC-NEWS), plain, gzip or Zstandard, streamed (fastwarc, the extra `warc`).

Pages and feeds that were answered with 200 come out one at a time. Behind a damaged record the next whole one is looked
for, by the mark that it begins with, so that one broken record costs no other.
"""

import mmap
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from hearsay.errors import GatherError, MissingExtra
from hearsay.gather.endings import is_whole
from hearsay.gather.refusals import Reason, make_error, refuse
from hearsay.records import Page, Refusal

# As large as the largest page that is read from anywhere else.
LARGEST = 20_000_000
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
    | {"application/xml", "text/xml"}
)
_MARKS = {b"\x1f\x8b": b"\x1f\x8b\x08", b"\x28\xb5": b"\x28\xb5\x2f\xfd", b"WA": b"WARC/"}


class _Stop(NamedTuple):
    """Where reading could not go on, and why."""

    position: int
    reason: str


def read_warc(path: Path) -> Iterator[Page | Refusal]:
    """Read the pages and feeds of an archive; damaged records are refused and the rest is read."""
    try:
        from fastwarc.warc import ArchiveIterator  # noqa: F401
    except ImportError as error:
        raise MissingExtra("reading WARC", "warc") from error
    try:
        with path.open("rb") as stream:
            mark = _MARKS.get(stream.read(2))
            if not mark:
                detail = "this is no WARC file, plain or packed; is the name right?"
                yield refuse(str(path), make_error(Reason.INVALID, detail))
                return
            yield from _read_stretches(stream, path, mark)
    except OSError as error:
        yield refuse(str(path), make_error(Reason.UNREADABLE, f"{error.strerror or error}; check the file."))


def _read_stretches(stream: IO[bytes], path: Path, mark: bytes) -> Iterator[Page | Refusal]:
    """Read from mark to mark: one stretch in a sound file, a further one behind each damage."""
    start: int | None = 0
    is_told = False
    while start is not None:
        stream.seek(start)
        stop = yield from _read_stretch(stream, path, start)
        if not stop:
            return
        # The mark may stand inside the damage, again and again; that is one damage, told once.
        is_told = is_told and stop.position == start
        if not is_told:
            detail = f"behind this place a record or more are damaged ({stop.reason}); what follows them is read."
            yield refuse(f"{path}@{stop.position}", make_error(Reason.DAMAGED, detail))
        is_told = True
        start = _find_mark(stream, mark, stop.position + 1)


def _find_mark(stream: IO[bytes], mark: bytes, start: int) -> int | None:
    """Find where the next record may begin; the file is mapped, not read, so that memory stays flat."""
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        found = content.find(mark, start)
    return found if found >= 0 else None


def _read_stretch(stream: IO[bytes], path: Path, start: int) -> Generator[Page | Refusal, None, _Stop | None]:
    """Yield pages from here on; return where and why it stopped if that was not the end."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    position = start
    stop = None
    held: Page | None = None  # packed by the site: only the next record shows that it was not cut short
    try:
        records = ArchiveIterator(
            stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all", fsspec_args=False
        )
        for record in records:
            position = start + record.stream_pos
            if held:
                yield held
                held = None
            try:
                page = _read_record(record)
            except GatherError as error:
                yield refuse(_find_header(record, "WARC-Target-URI") or f"{path}@{position}", error)
                continue
            if page and record.http_headers.get("Content-Encoding"):
                held = page
            elif page:
                yield page
    except (OSError, ValueError, UnicodeError, EOFError) as error:
        stop = _Stop(position, " ".join(str(error).split())[:100] or type(error).__name__)
    if held:
        yield _check_end(held)
    return stop


def _check_end(page: Page) -> Page | Refusal:
    """Refuse a packed page behind which nothing stands and that does not come to its end: the file was cut there."""
    if is_whole(page.content):
        return page
    return refuse(
        page.address, make_error(Reason.DAMAGED, "the record is cut short: the page does not come to its end.")
    )


def _read_record(record: Any) -> Page | None:
    """Make a page of a record; None for what is no page, or was not answered well."""
    head = record.http_headers
    if not head or head.status_code != 200:
        return None
    kind = (record.http_content_type or "").lower()
    if kind not in _PAGES | _FEEDS:
        return None
    address = _find_header(record, "WARC-Target-URI")
    if not address:
        raise make_error(Reason.DAMAGED, "the record names no address.")
    return Page(
        address=address,
        content=_read_content(record),
        media_type=kind,
        charset=record.http_charset,
        fetched=_find_header(record, "WARC-Date"),
        etag=head.get("ETag"),
        modified=head.get("Last-Modified"),
        status=200,
    )


def is_feed(page: Page) -> bool:
    """Tell whether a page is a feed by what its header says."""
    return page.media_type in _FEEDS


def _find_header(record: Any, name: str) -> str | None:
    """Return a field of the record's own head; older writers put addresses between angle brackets."""
    value = record.headers.get(name)
    return value.strip().strip("<>") or None if value else None


def _read_content(record: Any) -> bytes:
    """Read the content, no further than a page is large; what is shorter than it says was cut off."""
    content: bytes = record.reader.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise make_error(Reason.TOO_LARGE, f"the page is larger than {LARGEST // 1_000_000} MB.")
    head = record.http_headers
    is_plain = not head.get("Content-Encoding") and not head.get("Transfer-Encoding")
    if is_plain and len(content) < record.content_length:
        detail = f"the record is cut short: {len(content)} of {record.content_length} bytes are there."
        raise make_error(Reason.DAMAGED, detail)
    return content
