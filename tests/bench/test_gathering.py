"""The bench of gathering: its crawl can be read, and its judge finds what is lost or doubled."""

import sqlite3
from pathlib import Path

import pytest

from bench.gathering import PAGES, answer, inspect, make_page, write_crawl
from hearsay.ledger import Ledger
from hearsay.records import Visit
from tests.ledger.ledger_factories import make_reading


def test_the_crawl_is_one_of_pages_that_differ(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    from hearsay.gather.warc import read_warc

    write_crawl(tmp_path / "a.warc.gz", ["The dam is full.", "সেতুটি বন্ধ।"], 5)
    pages = list(read_warc(tmp_path / "a.warc.gz"))
    assert len(pages) == 5 and len({getattr(page, "content", b"") for page in pages}) == 5


def test_the_site_answers_again_only_what_changed() -> None:
    assert answer("/feed.xml", "127.0.0.1:80", is_known=True) == (304, b"")
    assert answer("/many.xml", "a", is_known=False)[1].count(b"<item>") == PAGES
    assert (
        answer("/robots.txt", "a", is_known=False)[0] == 404 and b"Dam number 7" in answer("/7", "a", is_known=False)[1]
    )
    assert make_page("A", "<b>").count("&lt;b&gt;") == 1


def test_the_judge_finds_what_is_lost_and_what_is_early(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    assert inspect(path, set()) == (0, 0, False) and inspect(path, {"r1"}) == (1, 0, False)
    with Ledger.open(path) as ledger:
        ledger.add_visited(make_reading(), Visit("http://127.0.0.1/1", "2024"), where="a")
        assert inspect(path, {"r1"})[0] == 0 and inspect(path, {"r1", "r2"})[0] == 1
        ledger.visits.put(Visit("http://127.0.0.1/many.xml", "2024"))
        assert inspect(path, {"r1"}) == (1, 1, False)  # the feed is done before its pages, and a report has no address


def test_the_judge_finds_what_is_doubled(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        for name in ("r1", "r2"):
            ledger.add(make_reading(name))
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("UPDATE report SET url = 'http://127.0.0.1/1'")
    connection.commit()
    connection.close()
    assert inspect(tmp_path / "a.db", {"r1"})[1] == 1
