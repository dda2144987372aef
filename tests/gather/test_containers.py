"""Files that hold many reports, and all others: each report with where it stood."""

import zipfile
from pathlib import Path

import pytest

from hearsay.gather.containers import read_captured, read_reports
from hearsay.records import Page, Refusal, Report

BODY = "The talks in the old town have failed, officials said on Monday evening after a long day. " * 4
PAGE = (
    f"<!doctype html><html><head><title>Talks fail</title></head><body><article><p>{BODY}</p></article></body></html>"
)
HEAD = "Subject: Talks fail\nFrom: Jane Roe <jane@news.example>\nDate: Mon, 04 Sep 2023 23:30:00 +0600"
LETTER = f"{HEAD}\n\nTalks have failed, they said."


def test_a_plain_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks failed.")
    ((where, report),) = read_reports(tmp_path / "a.txt")
    assert where == str(tmp_path / "a.txt")
    assert isinstance(report, Report) and report.text == "Talks failed."


def test_a_message(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(LETTER)
    ((_, report),) = read_reports(tmp_path / "a.eml")
    assert isinstance(report, Report)
    assert (report.text, report.title) == ("Talks have failed, they said.", "Talks fail")
    assert (report.published, report.published_at) == ("2023-09-04", "2023-09-04T23:30:00+06:00")
    assert report.credits.byline == "Jane Roe"


def test_an_archive(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.html", PAGE)
        archive.writestr("a.txt", b"a\x00b")
        archive.writestr("c.eml", LETTER)
    found = {where.rpartition("!")[2]: outcome for where, outcome in read_reports(tmp_path / "a.zip")}
    assert [*found] == ["b.html", "a.txt", "c.eml"]
    assert [outcome.reason if isinstance(outcome, Refusal) else outcome.title for outcome in found.values()] == [
        "Talks fail",
        "binary",
        "Talks fail",
    ]


def test_a_crawl(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\nContent-Type: application/http\r\n"
    (tmp_path / "a.warc").write_bytes(head + b"Content-Length: %d\r\n\r\n" % len(response) + response + b"\r\n\r\n")
    ((where, report),) = read_reports(tmp_path / "a.warc")
    assert where == "https://news.example/1"
    assert isinstance(report, Report) and (report.url, report.title) == (where, "Talks fail")


def test_captured_feeds_and_old_charsets() -> None:
    pytest.importorskip("trafilatura")
    (feed,) = read_captured(Page("https://news.example/feed", content=b"<rss/>", media_type="application/rss+xml"))
    assert isinstance(feed, Refusal) and feed.reason == "invalid"
    russian = PAGE.replace("Talks fail", "Переговоры").encode("cp1251")
    (page,) = read_captured(Page("https://news.example/1", content=russian, charset="windows-1251"))
    assert isinstance(page, Report) and page.title == "Переговоры"
