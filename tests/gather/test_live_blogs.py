"""Live blogs: each item becomes a report of its own hour; other pages stay whole."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.gather.containers import read_reports
from hearsay.gather.html import extract
from hearsay.gather.live_blogs import split_live_blog
from hearsay.records import Report, ZoneKind

pytest.importorskip("trafilatura")

BODY = "The talks in the old town have failed, officials said on Monday evening after a long day."


def make_update(number: int, *, body: object = f"<p>{BODY}</p><p>More later.</p>") -> dict[str, object]:
    """Make an item of a live blog."""
    return {
        "@type": "BlogPosting",
        "headline": f"Talks, part {number}",
        "articleBody": body,
        "datePublished": f"2023-09-05T1{number}:00:00+06:00",
        "url": f"https://news.example/live#{number}",
    }


def make_page(updates: object, *, kind: str = "LiveBlogPosting") -> str:
    """Make the page of a live blog."""
    thing = {"@type": kind, "headline": "Talks live", "liveBlogUpdate": updates}
    block = msgspec.json.encode(thing).decode().replace("</", "<\\/")
    return (
        f'<!doctype html><html><head><script type="application/ld+json">{block}</script></head>'
        f"<body><article><h1>Talks live</h1>{f'<p>{BODY}</p>' * 6}</article></body></html>"
    )


def split(html: str) -> tuple[Report, ...]:
    """Split the report of a page."""
    return split_live_blog(extract(html), html)


def test_each_item_is_a_report() -> None:
    first, second = split(make_page([make_update(1), make_update(2), make_update(1)]))
    assert first.text == f"Talks, part 1\n{BODY}\nMore later."
    assert [first.text[slice(*zone.span)] for zone in first.zones] == first.text.split("\n")
    assert [zone.kind for zone in first.zones] == [ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.BODY]
    assert (first.title, first.url, first.published) == ("Talks, part 1", "https://news.example/live#1", "2023-09-05")
    assert second.published_at == "2023-09-05T12:00:00+06:00"
    assert first.id != second.id


@pytest.mark.parametrize(
    "updates", [None, [], [make_update(1)], [make_update(1), make_update(2, body="Soon.")], 5, [[]]]
)
def test_pages_that_stay_whole(updates: object) -> None:
    assert len(split(make_page(updates))) == 1
    assert len(split(make_page([make_update(1), make_update(2)], kind="NewsArticle"))) == 1


def test_files_are_split(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(make_page([make_update(1), make_update(2)]))
    assert [report.title for _, report in read_reports(tmp_path / "a.html") if isinstance(report, Report)] == [
        "Talks, part 1",
        "Talks, part 2",
    ]


@given(
    st.lists(
        st.fixed_dictionaries({"headline": st.text() | st.none(), "articleBody": st.text(min_size=60)}), min_size=2
    )
)
def test_any_items(updates: list[dict[str, object]]) -> None:
    for report in split(make_page([{**update, "url": 5} for update in updates])):
        assert all(report.text[slice(*zone.span)] for zone in report.zones)
