"""WARC: pages that were answered well, one at a time; damaged records are refused and those behind them are read."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.gather import warc
from hearsay.gather.warc import is_feed, read_warc
from hearsay.records import Page, Refusal

pytest.importorskip("fastwarc")

PAGE = b"<html><body><p>The talks have failed.</p></body></html>"


def make_record(
    name: str,
    body: bytes = PAGE,
    *,
    status: bytes = b"200 OK",
    kind: bytes = b"text/html; charset=utf-8",
    head: bytes = b"",
) -> bytes:
    """Make a record of a response."""
    response = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + kind + b"\r\n" + head + b"\r\n" + body
    return (
        (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/" + name.encode() + b"\r\n"
            b"WARC-Date: 2023-09-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(response)
        )
        + response
        + b"\r\n\r\n"
    )


def outcomes_of(folder: Path, content: bytes) -> list[str]:
    """Return the names of the pages read, and the reasons of refusals."""
    path = folder / "a.warc"
    path.write_bytes(content)
    return [item.address[-1] if isinstance(item, Page) else item.reason for item in read_warc(path)]


def test_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(make_record("1", head=b'ETag: "x"\r\nLast-Modified: Mon\r\n'))
    assert list(read_warc(path)) == [
        Page(
            "https://news.example/1",
            content=PAGE,
            media_type="text/html",
            charset="utf-8",
            fetched="2023-09-05T10:00:00Z",
            etag='"x"',
            modified="Mon",
            status=200,
        )
    ]


def pack_zstd(content: bytes) -> bytes:
    """Pack with Zstandard."""
    import io

    from fastwarc.stream_io import ZstdWriter

    packed = io.BytesIO()
    writer = ZstdWriter(packed)
    writer.write(content)
    writer.close()
    return packed.getvalue()


def test_packed_archives_and_packed_pages(tmp_path: Path) -> None:
    records = [
        make_record("1", gzip.compress(PAGE), head=b"Content-Encoding: gzip\r\n"),
        make_record("2", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), head=b"Transfer-Encoding: chunked\r\n"),
    ]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, records)))
    assert [page.content for page in read_warc(path) if isinstance(page, Page)] == [PAGE, PAGE]
    assert outcomes_of(tmp_path, pack_zstd(records[0]) + pack_zstd(records[1])) == ["1", "2"]


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    others = make_record("1", status=b"404 Not Found") + make_record("2", kind=b"image/png") + make_record("3")
    assert outcomes_of(tmp_path, others.replace(b"Type: response\r\n", b"Type: revisit\r\n", 0)) == ["3"]


def test_feeds_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(make_record("1", kind=b"application/rss+xml") + make_record("2"))
    assert [is_feed(page) for page in read_warc(path) if isinstance(page, Page)] == [True, False]


def test_damage_costs_no_other_record(tmp_path: Path) -> None:
    one, two, three = map(make_record, "123")
    assert outcomes_of(tmp_path, one + b"garbage garbage\r\n\r\n" + two + three) == ["1", "damaged", "2", "3"]
    packed = gzip.compress(two)
    broken = gzip.compress(one) + packed[:20] + b"\x00\x01" + packed[22:] + gzip.compress(three)
    assert outcomes_of(tmp_path, broken) == ["1", "damaged", "3"]
    assert outcomes_of(tmp_path, one + two[:-40]) == ["1", "damaged"]


@pytest.mark.parametrize("content", [b"", b"x", b"no archive", b"\x1f\x8b"])
def test_what_is_no_archive(tmp_path: Path, content: bytes) -> None:
    assert set(outcomes_of(tmp_path, content)) <= {"invalid", "damaged"}
    assert outcomes_of(tmp_path, content)


def test_a_page_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "LARGEST", 1000)
    bomb = make_record("1", gzip.compress(b"x" * 100_000), head=b"Content-Encoding: gzip\r\n")
    assert outcomes_of(tmp_path, bomb + make_record("2")) == ["too-large", "2"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (found,) = read_warc(tmp_path / "none.warc")
    assert isinstance(found, Refusal) and found.reason == "unreadable"


@settings(max_examples=150, deadline=None)
@given(st.data(), st.booleans())
def test_damaged_archives(tmp_path_factory: pytest.TempPathFactory, drawn: st.DataObject, is_packed: bool) -> None:
    records = [make_record("1"), make_record("2", gzip.compress(PAGE), head=b"Content-Encoding: gzip\r\n")]
    content = b"".join(map(gzip.compress, records) if is_packed else records)
    place = drawn.draw(st.integers(0, len(content)))
    piece = drawn.draw(st.binary(max_size=6))
    path = tmp_path_factory.mktemp("warc") / "a.warc"
    path.write_bytes(content[:place] + piece + content[place + drawn.draw(st.integers(0, 30)) :])
    assert all(isinstance(item, Page | Refusal) for item in read_warc(path))
