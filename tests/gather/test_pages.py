"""Pages become reports: by media type, charset, canonical link, and what is known from outside."""

import pytest

from hearsay.errors import GatherError
from hearsay.gather.arrivals import Hints
from hearsay.gather.pages import read_page
from hearsay.records import Page
from tests.gather.site_factories import make_article

pytest.importorskip("trafilatura")
pytest.importorskip("w3lib")

ADDRESS = "https://news.example/a"


def make_page(
    content: str | bytes = "",
    *,
    address: str = ADDRESS,
    media_type: str | None = "text/html",
    charset: str | None = None,
) -> Page:
    """Make a page as it was fetched."""
    content = (content or make_article()).encode() if isinstance(content, str) else content
    return Page(address, address, content, media_type, charset)


def reason_of(page: Page, hints: Hints | None = None) -> str:
    """Give the reason for which a page is refused."""
    with pytest.raises(GatherError) as caught:
        read_page(page, hints or Hints())
    return str(caught.value.reason)


def test_an_article_becomes_a_report() -> None:
    report = read_page(make_page(), Hints())
    assert "Mara Venn" in report.text and report.title == "Dam to be filled" and report.url == ADDRESS


def test_one_story_under_three_addresses_is_one_report() -> None:
    content = make_article(canonical=ADDRESS)
    addresses = [ADDRESS, "https://m.news.example/a?utm_source=x", "https://www.news.example/amp/a"]
    reports = [read_page(make_page(content, address=address), Hints()) for address in addresses]
    assert {report.id for report in reports} == {reports[0].id} and {report.url for report in reports} == {ADDRESS}


def test_another_sites_original_does_not_swallow_a_reprint() -> None:
    content = make_article(canonical="https://agency.example/original")
    assert read_page(make_page(content), Hints()).url == ADDRESS


def test_what_is_known_from_outside_is_added() -> None:
    hints = Hints(outlet="The Kestrel", language="en", published="2024-03-04T23:00:00+06:00", title="From the feed")
    report = read_page(make_page(), hints)
    assert (report.outlet, report.lang, report.published) == ("The Kestrel", "en", "2024-03-04")
    assert report.title == "Dam to be filled"


@pytest.mark.parametrize(
    ("charset", "media_type"), [("windows-1251", "text/html"), (None, "text/html"), ("cp1251", None)]
)
def test_the_charset_is_found(charset: str | None, media_type: str | None) -> None:
    words = "Министр сообщил, что мост через реку закроют на ремонт в июне, и других решений пока нет."
    content = make_article("Мост закроют на ремонт", words).replace("utf-8", "x-unknown").encode("cp1251")
    assert words in read_page(make_page(content, charset=charset, media_type=media_type), Hints()).text


def test_plain_text_is_read_as_it_is() -> None:
    assert read_page(make_page("The dam is full.", media_type="text/plain"), Hints()).text == "The dam is full."


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (b"\x89PNG\r\n", "image/png", "binary"),
        (b"\x00\x01\x02\x03", None, "binary"),
        (b"<html><body><ul><li>Home</ul></body></html>", "text/html", "empty"),
        (b" \n ", "text/plain", "empty"),
        ("<p>†mZzwU Kvj eÜ _vK‡e e‡j Rvwb‡q‡Q|</p>".encode(), "text/html", "legacy-font"),
    ],
)
def test_what_holds_no_report_is_refused(content: bytes, media_type: str | None, reason: str) -> None:
    assert reason_of(make_page(content, media_type=media_type)) == reason


def test_the_text_that_a_feed_brings_stands_in_for_a_page_without_one() -> None:
    empty = make_page("<html><body><p>Log in</p></body></html>")
    text = "".join(
        f"<p>The dam number {number} will be filled in June, Mara Venn said on Monday.</p>" for number in range(12)
    )
    assert "number 7" in read_page(empty, Hints(content_html=text)).text
    assert reason_of(empty, Hints(content_html="<p>Teaser</p>")) == "empty"
