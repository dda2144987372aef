"""Local sources: files, folders, archives, crawls and standard input, as arrivals; a file that did not change is let be."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from hearsay.errors import HearsayError
from hearsay.gather.addresses import normalise
from hearsay.gather.arrivals import Arrival, Expected, Memory, Milestone, Orders, digest_content
from hearsay.gather.containers import read_reports
from hearsay.gather.files import LARGEST, find_files, read_content
from hearsay.gather.lines import read_lines
from hearsay.gather.refusals import refuse
from hearsay.gather.warc import is_feed, read_warc
from hearsay.records import Page, Refusal, Visit

STANDARD_INPUT = "-"
_CRAWLS = (".warc", ".warc.gz", ".warc.zst")
_LINES = (".jsonl", ".ndjson")
_ARCHIVES = (".zip",)

Item = Arrival | Expected | Milestone


def bring(path: str, memory: Memory, orders: Orders) -> Iterator[Item]:
    """Bring in what a path names."""
    if path == STANDARD_INPUT:
        yield Arrival(path, "standard input", read_content(sys.stdin.buffer.read(LARGEST + 1), "standard input"))
        yield Milestone(path, is_end=True)
        return
    for found in find_files(path):
        if isinstance(found, Refusal):
            yield Arrival(path, found.where, found)
        else:
            yield from _bring_file(path, found, memory, orders)
    yield Milestone(path, is_end=True)


def _bring_file(source: str, path: Path, memory: Memory, orders: Orders) -> Iterator[Item]:
    """Bring in one file, unless it is as it was."""
    visit = visit_file(path)
    known = memory.visit(visit.address)
    if known and known.modified == visit.modified and not (known.refusal and orders.retries):
        yield Milestone(source, unchanged=1)
        return
    name = path.name.lower()
    if name.endswith(_CRAWLS):
        yield from _bring_crawl(source, path, memory, orders)
    elif name.endswith(_LINES):
        yield from _bring_lines(source, path)
    elif name.endswith(_ARCHIVES):
        yield from (Arrival(source, where, report) for where, report in read_reports(path))
    else:
        yield Arrival(source, str(path), str(path), visit=visit)
        return
    yield Milestone(source, visit)


def _bring_lines(source: str, path: Path) -> Iterator[Item]:
    """Bring in the reports of a file of JSON Lines."""
    with path.open("rb") as lines:
        for where, report in read_lines(lines, str(path)):
            yield Arrival(source, where, report)


def _bring_crawl(source: str, path: Path, memory: Memory, orders: Orders) -> Iterator[Item]:
    """Bring in the pages of a crawl that are not known in the same bytes."""
    try:
        for page in read_warc(path):
            if isinstance(page, Refusal):
                yield Arrival(source, page.where, page)
            elif not is_feed(page):
                yield _meet(source, page, memory, orders)
    except HearsayError as error:
        yield Arrival(source, str(path), refuse(str(path), error))


def _meet(source: str, page: Page, memory: Memory, orders: Orders) -> Item:
    """Make an arrival of a captured page, or a milestone where it is known."""
    key, content = normalise(page.address), digest_content(page.content)
    known = memory.visit(key)
    if known and known.content == content and not (known.refusal and orders.retries):
        return Milestone(source, unchanged=1)
    visit = Visit(key, page.fetched or _now(), page.final, page.etag, page.modified, page.status, content)
    return Arrival(source, page.address, page, visit=visit)


def visit_file(path: Path) -> Visit:
    """Make the visit of a file: known again by its place, time and size."""
    try:
        status = path.stat()
        modified = f"{status.st_mtime_ns}-{status.st_size}"
    except OSError:  # it is gone already; reading it will say so
        modified = None
    return Visit(path.absolute().as_uri(), _now(), modified=modified)


def _now() -> str:
    """Tell the time, with its zone."""
    return datetime.now(UTC).isoformat(timespec="seconds")
