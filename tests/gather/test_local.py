"""Local sources: files of every kind as arrivals, known again by their bytes, time and size."""

import gzip
import os
from pathlib import Path

import pytest

from hearsay.gather.arrivals import Arrival, Memory, Milestone, Orders
from hearsay.gather.local import Item, bring, visit_file
from hearsay.records import Page, Refusal, Report, Visit
from tests.gather.site_factories import make_article


def gather(path: Path | str, visits: dict[str, Visit] | None = None, **told: bool) -> list[Item]:
    """Bring in what a path names, and remember it."""
    visits = {} if visits is None else visits
    items = list(bring(str(path), Memory(visits.get, lambda _: None), Orders(**told)))  # type: ignore[arg-type]
    for item in items:
        if isinstance(item, Arrival | Milestone) and item.visit:
            visits[item.visit.address] = item.visit
    return items


def arrivals(items: list[Item]) -> list[Arrival]:
    """Give the arrivals only."""
    return [item for item in items if isinstance(item, Arrival)]


def write_crawl(path: Path, pages: dict[str, str]) -> Path:
    """Write a crawl."""
    records = []
    for address, page in pages.items():
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n{page}"
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-03-04T10:00:00Z\r\n"
            f"WARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        records.append(gzip.compress((head + block + "\r\n\r\n").encode()))
    path.write_bytes(b"".join(records))
    return path


def test_a_file_is_known_until_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    first = visit_file(path)
    assert first.address == path.as_uri() and visit_file(path).modified == first.modified
    os.utime(path, (1, 1))
    assert visit_file(path).modified != first.modified
    assert visit_file(tmp_path / "missing").modified is None


def test_files_wait_to_be_read_where_reading_is_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam is full.")
    (arrival,) = arrivals(gather(tmp_path))
    assert arrival.content == str(tmp_path / "a.txt") and arrival.visit


def test_lines_come_as_reports_and_refusals(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "The dam is full."}\nnonsense\n')
    items = gather(tmp_path / "a.jsonl")
    assert [type(item.content) for item in arrivals(items)] == [Report, Refusal]
    assert isinstance(items[-2], Milestone) and items[-2].visit


def test_a_crawl_is_known_page_by_page_and_as_a_whole(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("w3lib")
    visits: dict[str, Visit] = {}
    pages = {f"https://news.example/{number}": make_article(f"Dam {number}") for number in range(3)}
    path = write_crawl(tmp_path / "a.warc.gz", pages)
    found = arrivals(gather(path, visits))
    assert [item.where for item in found] == list(pages) and all(isinstance(item.content, Page) for item in found)
    assert arrivals(gather(path, visits)) == []
    again = gather(
        write_crawl(tmp_path / "b.warc.gz", pages | {"https://news.example/1": make_article("Other")}), visits
    )
    assert [item.where for item in arrivals(again)] == ["https://news.example/1"]


def test_what_was_refused_is_brought_again_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(" ")
    visits = {
        visit_file(path).address: Visit(path.as_uri(), "2024", modified=visit_file(path).modified, refusal="empty")
    }
    assert arrivals(gather(path, visits)) == []
    assert len(arrivals(gather(path, visits, retries=True))) == 1


def test_what_is_not_there_is_refused() -> None:
    (arrival,) = arrivals(gather("missing.txt"))
    assert isinstance(arrival.content, Refusal) and arrival.content.reason == "missing"
