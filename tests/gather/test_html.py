"""Pages: the body without its frame, and the evidence that extractors drop: captions, credits, author, agency, date."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.errors import GatherError, MissingExtra
from hearsay.gather.html import extract
from hearsay.records import Report, ZoneKind

pytest.importorskip("trafilatura")

BODY = "The talks in the old town have failed, officials said on Monday evening after a long day. " * 4
PAGE = f"""<!doctype html><html lang="en"><head><title>Talks fail | Example News</title>
<link rel="canonical" href="https://news.example/talks">
<meta property="og:site_name" content="Example News">
<script type="application/ld+json">{{"@graph": [{{"@type": "WebPage"}}, {{"@type": ["NewsArticle"],
"headline": "Talks fail", "datePublished": "2023-09-05T23:30:00+09:00",
"author": [{{"@type": "Person", "name": "Jane Roe"}}, "John Doe"]}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Talks fail</h1><p>{BODY}</p>
<figure><img src="x.jpg">
<figcaption>Guards at the gate. <span class="credit">Jane Roe/Reuters</span></figcaption></figure>
<p>{BODY.replace("talks", "meetings")}</p></article>
<footer><p class="copyright">© 2023 Example News</p></footer></body></html>"""


def words_of(report: Report, kind: ZoneKind) -> list[str]:
    """Return the words of a report's zones of one kind."""
    return [report.text[slice(*zone.span)] for zone in report.zones if zone.kind is kind]


def test_whole_page() -> None:
    report = extract(PAGE)
    assert (report.title, report.outlet, report.url) == ("Talks fail", "Example News", "https://news.example/talks")
    assert report.published == "2023-09-05"
    assert report.credits.byline == "Jane Roe, John Doe"
    assert report.credits.photo == "Jane Roe/Reuters"
    assert words_of(report, ZoneKind.HEADLINE) == ["Talks fail"]
    assert words_of(report, ZoneKind.BODY) == [BODY.strip(), BODY.replace("talks", "meetings").strip()]
    assert words_of(report, ZoneKind.CAPTION) == ["Guards at the gate."]
    assert words_of(report, ZoneKind.CREDIT) == ["Jane Roe/Reuters"]


def test_what_is_known_from_outside_goes_first() -> None:
    report = extract(PAGE, url="https://mirror.example/1", published="2023-09-04")
    assert (report.url, report.published) == ("https://mirror.example/1", "2023-09-04")
    assert report.id != extract(PAGE).id == extract(PAGE).id


@pytest.mark.parametrize(
    "page", ["", "   ", "no tags", "<html></html>", "<html><body><nav>Home</nav></body></html>", "<!-- -->"]
)
def test_pages_without_an_article(page: str) -> None:
    with pytest.raises(GatherError) as error:
        extract(page)
    assert error.value.reason == "empty"


@pytest.mark.parametrize("cut", range(0, len(PAGE), 97))
def test_broken_pages_raise_nothing_but_gather_errors(cut: int) -> None:
    try:
        report = extract(PAGE[:cut])
    except GatherError:
        return
    assert all(report.text[slice(*zone.span)] for zone in report.zones)


@settings(max_examples=60)
@given(st.data())
def test_damaged_pages_raise_nothing_but_gather_errors(drawn: st.DataObject) -> None:
    page = PAGE
    for _ in range(drawn.draw(st.integers(1, 3))):
        place = drawn.draw(st.integers(0, len(page)))
        piece = drawn.draw(
            st.text(max_size=6) | st.sampled_from(["<p>", "</div>", "<figure>", "<a", "\x00", "&#0;", "<!--"])
        )
        page = page[:place] + piece + page[place + drawn.draw(st.integers(0, 60)) :]
    try:
        report = extract(page)
    except GatherError:
        return
    spans = [zone.span for zone in report.zones]
    assert spans == sorted(spans)
    assert all(report.text[start:end].strip() for start, end in spans)


def test_lines_that_are_no_body_are_zones_of_their_own() -> None:
    link = "<ul><li><a href='/1'>Bridge in the old town reopens</a></li></ul>"
    page = PAGE.replace("<figure>", f"{link}<p>By Jane Roe</p><figure>")
    report = extract(page)
    assert "Bridge in the old town reopens" not in " ".join(words_of(report, ZoneKind.BODY))
    assert words_of(report, ZoneKind.BYLINE) in ([], ["By Jane Roe"])


def test_moments_are_kept_beside_the_day() -> None:
    report = extract(PAGE)
    assert report.published_at == "2023-09-05T23:30:00+09:00"
    assert extract(PAGE, published="2023-09-04").published_at is None


def test_missing_extra_names_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.html", None)
    with pytest.raises(MissingExtra, match=r"hearsay\[html\]"):
        extract(PAGE)
