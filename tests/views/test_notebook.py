"""Readings, claims and stories in a notebook: what matters is there, and nothing of a report becomes markup."""

from html.parser import HTMLParser

from hypothesis import given

from hearsay.records import Reading, Story
from hearsay.views.notebook import draw
from tests.views.exports.export_factories import make_claim
from tests.views.view_factories import make_reading, readings

_TAGS = {"div", "p", "strong", "bdi", "br", "table", "thead", "tbody", "tr", "th", "td", "pre"}


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@given(readings)
def test_no_report_can_bring_markup(reading: Reading) -> None:
    page = Tags(draw(reading))
    assert page.tags <= _TAGS and page.attributes <= {"class", "scope"}


def test_a_reading_shows_who_says_what() -> None:
    page = make_reading()._repr_html_()
    assert page and "two officials, through the Courier" in page and "The gates will close," in page


def test_a_claim_shows_its_range_its_origins_and_who_denies() -> None:
    page = make_claim()._repr_html_()
    assert page and "origins 1–[2]–2" in page and "Mira Holt" in page and "denied by The Ferry Post" in page


def test_a_story_lists_its_reports() -> None:
    reports = tuple(f"r{number}" for number in range(60))
    page = Story("t", "A <b>", reports, "2024-05-06", None, ("en", "bn"))._repr_html_()
    assert page and "A &lt;b&gt;" in page and "60 reports" in page and "and 10 more" in page
