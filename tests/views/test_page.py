"""The page: whole, self-contained, escaped, and its links lead somewhere."""

from html.parser import HTMLParser

from hypothesis import given, settings

from hearsay.records import Certainty, Reading, Refusal
from hearsay.views.markup import escape_text
from hearsay.views.page import write_page
from tests.views.view_factories import make_reading, make_statement, readings

_VOID = {"meta", "br", "hr", "link", "img", "input"}


class Outline(HTMLParser):
    """What a browser would see: whether tags are closed in order, ids, links, and the text of the paragraphs."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        self.tags.append(tag)
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.links += [attributes[key] for key in ("href", "src") if key in attributes]
        if tag not in _VOID:
            self.open.append((tag, attributes.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [class_.split() for _, class_ in self.open]
        if any("words" in names for names in classes):
            self.words += data


def test_the_page_asks_nothing_of_a_network() -> None:
    page = write_page([make_reading(url="https://news.example/dam")])
    outline = Outline(page)
    assert "script" not in outline.tags and "link" not in outline.tags and "img" not in outline.tags
    assert all(link.startswith("#") for link in outline.links)
    assert "url(" not in page and "@import" not in page


def test_the_structure_of_a_page() -> None:
    outline = Outline(write_page([make_reading()]))
    assert outline.open == []
    assert {"r1", "r1w1", "r1n1", "reports", "who"} <= set(outline.ids)
    assert [tag for tag in outline.tags if tag in ("main", "article", "details", "ol")] == [
        *["main", "article", "ol", "details"],
    ]


def test_a_statement_and_its_words_link_to_each_other() -> None:
    outline = Outline(write_page([make_reading()]))
    assert "#r1n1" in outline.links and "#r1w1" in outline.links


def test_every_link_leads_to_an_id() -> None:
    outline = Outline(write_page([make_reading(), make_reading(id="two.txt")]))
    assert {link[1:] for link in outline.links} <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))


def test_a_chain_is_drawn_towards_its_source() -> None:
    page = write_page([make_reading()])
    assert page.index(">the Courier</bdi>", page.index('id="r1n1"')) < page.index(
        ">two officials</bdi>", page.index('id="r1n1"')
    )
    assert 'aria-label="citing">←</span>' in page


def test_several_reports_have_an_index() -> None:
    page = write_page([make_reading(), make_reading(id="two.txt", title="Second")])
    assert 'aria-labelledby="index"' in page and 'href="#r2"' in page and "2 reports" in page
    assert 'aria-labelledby="index"' not in write_page([make_reading()])


def test_language_and_direction_are_told() -> None:
    hebrew = make_reading(lang="he", text="שלום", zones=(), times=(), statements=(), title=None)
    assert 'lang="he" dir="rtl"' in write_page([hebrew])
    assert 'lang="en" dir="ltr"' in write_page([make_reading()])


def test_a_time_has_its_value_and_denied_words_are_told() -> None:
    assert 'class="time" title="2024-03-04"' in write_page([make_reading()])
    denied = make_statement(certainty=Certainty.DENIED)
    assert 'class="content is-denied"' in write_page([make_reading(statements=(denied,))])


def test_what_was_refused_is_on_the_page() -> None:
    page = write_page([], refusals=[Refusal("a<b.txt", "missing", "there is no such file")])
    assert "a&lt;b.txt" in page and "Not read" in page


def test_nothing_in_a_report_becomes_markup() -> None:
    evil = '"><script>alert(1)</script>&amp;${style}$title'
    reading = make_reading(text=evil, title=evil, outlet=evil, pack=evil, zones=(), times=(), statements=())
    page = write_page([reading])
    assert "<script" not in page and escape_text(evil) in page
    assert Outline(page).words == evil


@settings(max_examples=100)
@given(readings)
def test_any_reading_is_on_the_page_exactly_once(reading: Reading) -> None:
    outline = Outline(write_page([reading]))
    assert outline.open == []
    assert outline.words == reading.text
    assert {link[1:] for link in outline.links} <= set(outline.ids)
