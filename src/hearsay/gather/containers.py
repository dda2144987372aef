"""Files that hold many reports: ZIP archives and WARC files of crawls; and every other file, which holds one."""

from collections.abc import Iterator
from pathlib import Path

from hearsay.errors import HearsayError
from hearsay.gather.files import LARGEST, PAGE_SUFFIXES, SUFFIXES, read_content, read_file
from hearsay.gather.refusals import Reason, make_error, refuse
from hearsay.records import Page, Refusal, Report

Outcome = tuple[str, Report | Refusal]


def read_reports(path: Path) -> Iterator[Outcome]:
    """Read all reports of a file, each with where it stood; what cannot be read is refused, the rest is read."""
    name = path.name.lower()
    if name.endswith((".warc", ".warc.gz", ".warc.zst")):
        yield from _read_crawl(path)
    elif name.endswith(".zip"):
        yield from _read_archive(path)
    else:
        outcome = read_file(path)
        content = path.read_bytes() if isinstance(outcome, Report) and path.suffix.lower() in PAGE_SUFFIXES else b""
        yield from _split(str(path), outcome, content)


def _read_archive(path: Path) -> Iterator[Outcome]:
    """Read the files of a ZIP archive as they would be read from a folder."""
    from hearsay.gather.archives import read_zip

    for member in read_zip(path, largest=LARGEST, suffixes=SUFFIXES):
        if isinstance(member, Refusal):
            yield member.where, member
        else:
            outcome = read_content(member.content, member.where, suffix=member.suffix)
            yield from _split(member.where, outcome, member.content if member.suffix in PAGE_SUFFIXES else b"")


def _read_crawl(path: Path) -> Iterator[Outcome]:
    """Read the pages of a crawl."""
    from hearsay.gather.warc import read_warc

    try:
        for page in read_warc(path):
            if isinstance(page, Refusal):
                yield page.where, page
            else:
                yield from ((page.address, outcome) for outcome in read_captured(page))
    except HearsayError as error:
        yield str(path), refuse(str(path), error)


def _split(where: str, outcome: Report | Refusal, content: bytes) -> Iterator[Outcome]:
    """Split a live blog into its items; any other outcome stays as it is."""
    if isinstance(outcome, Refusal) or b"LiveBlogPosting" not in content:
        yield where, outcome
        return
    from hearsay.gather.charsets import decode_bytes
    from hearsay.gather.live_blogs import split_live_blog

    yield from ((where, report) for report in split_live_blog(outcome, decode_bytes(content)))


def read_captured(page: Page) -> tuple[Report | Refusal, ...]:
    """Read a page that was captured before, item by item if it is a live blog; a feed is no report."""
    from hearsay.gather.arrivals import Hints
    from hearsay.gather.pages import read_items
    from hearsay.gather.warc import is_feed

    try:
        if is_feed(page):
            raise make_error(Reason.INVALID, "a feed, not a report; 'hearsay gather' follows feeds.")
        return read_items(page, Hints())
    except HearsayError as error:
        return (refuse(page.address, error),)
