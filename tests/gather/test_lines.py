"""JSON Lines: the fields of a line, ids kept, bad lines refused with their number."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.gather.lines import read_line, read_lines
from hearsay.records import Refusal, Report

PAGE = "<html><head><title>Talks fail</title></head><body><article><h1>Talks fail</h1><p>{}</p></article></body></html>"


def line_of(**fields: object) -> bytes:
    """Make a line."""
    return json.dumps(fields, ensure_ascii=False).encode()


def test_all_fields() -> None:
    line = line_of(
        id="a",
        text=" Talks\r\nfailed. ",
        lang="en",
        published="2023-09-05",
        title="T",
        outlet="O",
        url="http://example.org",
        own=1,
    )
    identity, report = read_line(line, "in:1")
    assert identity == "a"
    assert report == Report(
        id="a",
        text=" Talks\r\nfailed. ",
        lang="en",
        published="2023-09-05",
        title="T",
        outlet="O",
        url="http://example.org",
    )


def test_an_id_may_be_a_number_or_be_left_out() -> None:
    assert read_line(line_of(id=7, text="Talks failed."), "in:1")[0] == "7"
    identity, report = read_line(line_of(text="Talks failed."), "in:1")
    assert isinstance(report, Report) and identity == report.id


@pytest.mark.parametrize(
    ("line", "identity", "reason", "word"),
    [
        (b"not json", "in:1", "invalid", "JSON"),
        (b"[1]", "in:1", "invalid", "object"),
        (b"\xff\xfe", "in:1", "invalid", "JSON"),
        (line_of(id="a", text=5), "a", "invalid", "$.text"),
        (line_of(id="a"), "a", "invalid", "html"),
        (line_of(id="a", text=" "), "a", "empty", "no text"),
        (line_of(id="a", text="Talks failed.", published="soon"), "a", "invalid", "YYYY-MM-DD"),
        (line_of(id={"x": 1}, text="Talks failed."), "in:1", "invalid", "$.id"),
    ],
)
def test_refused_lines(line: bytes, identity: str, reason: str, word: str) -> None:
    found_identity, refusal = read_line(line, "in:1")
    assert isinstance(refusal, Refusal)
    assert (found_identity, refusal.where, refusal.reason) == (identity, "in:1", reason)
    assert word in refusal.detail


def test_lines_keep_order_and_number_and_blank_lines_are_none() -> None:
    lines = [line_of(id="a", text="One."), b"\n", b"{", line_of(id="b", text="Two.")]
    assert [identity for identity, _ in read_lines(lines, "in")] == ["a", "in:3", "b"]


def test_html_fields_of_the_line_go_first() -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.format("The talks in the old town have failed, officials said on Monday evening. " * 5)
    _, report = read_line(line_of(id="a", html=page, title="Given", published="2023-09"), "in:1")
    assert isinstance(report, Report)
    assert (report.id, report.title, report.published) == ("a", "Given", "2023-09")
    assert "The talks in the old town" in report.text


@given(st.binary(max_size=80))
def test_any_line_is_a_report_or_a_refusal(line: bytes) -> None:
    identity, found = read_line(line, "in:1")
    assert identity and isinstance(found, Report | Refusal)
