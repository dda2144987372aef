"""A single page of the web: a report or a refusal."""

import pytest

from hearsay.gather.single import fetch_report
from hearsay.records import Refusal, Report
from hearsay.settings import Settings
from tests.gather.site_factories import make_article, make_feed, serve_site

pytest.importorskip("aiohttp")
pytest.importorskip("trafilatura")


def test_a_page_becomes_a_report_and_anything_else_a_refusal() -> None:
    with serve_site({"/a": make_article(), "/feed": make_feed([])}) as site:
        report = fetch_report(f"{site.address}/a", Settings(), allow_private=True)
        assert isinstance(report, Report) and report.url == f"{site.address}/a"
        for path, reason in (("feed", "invalid"), ("gone", "status")):
            refusal = fetch_report(f"{site.address}/{path}", Settings(delay_seconds=0), allow_private=True)
            assert isinstance(refusal, Refusal) and refusal.reason == reason
        refusal = fetch_report(f"{site.address}/a", Settings())
        assert isinstance(refusal, Refusal) and refusal.reason == "forbidden"
