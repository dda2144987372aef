"""The work on one arrival: whatever comes in, a reading or a refusal comes out."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.cli.gathered import read_arrival
from hearsay.gather.arrivals import Arrival, Hints
from hearsay.records import Page, Reading, Refusal, Report
from tests.cli.cli_factories import ENGLISH, in_folder, make_file
from tests.gather.site_factories import make_article

pytest.importorskip("trafilatura")
pytest.importorskip("w3lib")


def read(content: Page | Report | Refusal | str, hints: Hints | None = None, since: str | None = None) -> object:
    """Read one arrival and give its outcome."""
    return read_arrival(Arrival("feed", "where", content, hints or Hints()), since=since).outcome


@pytest.mark.usefixtures(in_folder.__name__)
def test_pages_files_and_reports_are_read(in_folder: Path) -> None:
    address = "https://news.example/a"
    for content in (Page(address, content=make_article().encode()), str(make_file(in_folder)), Report("r", ENGLISH)):
        assert isinstance(read(content, Hints(outlet="The Kestrel", language="en")), Reading)


def test_a_report_keeps_the_id_that_its_line_gave() -> None:
    outcome = read(Report("r", ENGLISH, lang="en", url="https://news.example/a"), Hints(outlet="The Kestrel"))
    assert isinstance(outcome, Reading) and (outcome.id, outcome.outlet) == ("r", "The Kestrel")


def test_a_refusal_stays_one() -> None:
    assert read(Refusal("a", "status", "404")) == Refusal("a", "status", "404")


def test_what_came_out_earlier_has_no_outcome() -> None:
    report = Report("r", ENGLISH, lang="en", published="2024-03-04")
    assert read(report, since="2024-03-05") is None and read(report, since="2024-03-04") is not None


def test_a_mistake_of_ours_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("hearsay.cli.gathered.read_items", fail)
    outcome = read(Page("https://news.example/a"))
    assert isinstance(outcome, Refusal) and outcome.reason == "failed" and "ZeroDivisionError" in outcome.detail


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400) | st.builds(lambda cut: make_article().encode()[:cut], st.integers(0, 400)),
    st.none() | st.sampled_from(["text/html", "text/plain", "application/pdf", "application/xml", "image/png", "x"]),
    st.none() | st.sampled_from(["utf-8", "gbk", "windows-1251", "utf-16", "nonsense"]),
)
def test_no_page_breaks_it(content: bytes, media_type: str | None, charset: str | None) -> None:
    page = Page("https://news.example/a", content=content, media_type=media_type, charset=charset)
    outcome = read(page)
    assert isinstance(outcome, Reading) or (isinstance(outcome, Refusal) and outcome.reason != "failed")
