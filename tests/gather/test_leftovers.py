"""Leftovers: what markup tells to be no body is sorted out; what is body stays."""

import pytest

from hearsay.gather.leftovers import drop_dead, find_leftovers, letters_of, sort_line
from hearsay.gather.page_facts import PageFacts
from hearsay.records import ZoneKind

html = pytest.importorskip("lxml.html")

FACTS = PageFacts("Talks in the old town fail", ("Jane Roe", "John Doe"), None, None, None)


def kind_of(line: str, body: str = "<p>x</p>", *, facts: PageFacts = FACTS) -> ZoneKind:
    """Tell what a line is in a page with this body."""
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    return sort_line(line, facts, find_leftovers(tree, facts))


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("- Bridge reopens", "<ul><li><a href='/1'>Bridge reopens</a></li></ul>"),
        ("- Weather: A long dry summer ends", "<ul><li>Weather: <a href='/1'>A long dry summer ends</a></li></ul>"),
        ("Bridge reopens", "<p><a href='/1'>Bridge reopens</a></p>"),
        ("Bridge reopens", "<a href='/1'><h3>Bridge reopens</h3></a>"),
        (
            "All of the week, every Friday.",
            "<div class='box newsletter-box'><p>All of the week, every Friday.</p></div>",
        ),
        ("Jane Roe writes about bridges.", "<div id='author-bio'><p>Jane Roe writes about bridges.</p></div>"),
    ],
)
def test_links_and_boxes(line: str, body: str) -> None:
    assert kind_of(line, body) is ZoneKind.RESIDUE
    assert kind_of(line) is ZoneKind.BODY


def test_a_link_inside_a_sentence_is_body() -> None:
    line = "The talks failed, as Example News reported."
    assert kind_of(line, "<p>The talks failed, as <a href='/1'>Example News reported</a>.</p>") is ZoneKind.BODY


def test_a_class_on_the_whole_article_is_no_box() -> None:
    assert kind_of(
        "The talks failed.", f"<div class='paywall'><p>The talks failed.</p>{'<p>Long.</p>' * 400}</div>"
    ) is (ZoneKind.BODY)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Talks in the old town fail", ZoneKind.HEADLINE),
        ("Diplomacy Talks in the old town fail", ZoneKind.HEADLINE),
        ("The talks in the old town fail because nobody came.", ZoneKind.BODY),
        ("By Jane Roe and John Doe", ZoneKind.BYLINE),
        ("Jane Roe, Example News", ZoneKind.BYLINE),
        ("Jane Roe saw it.", ZoneKind.BODY),
        ("05.09.2023, 16:24 •", ZoneKind.DATELINE),
        ("2023年9月5日 01時28分", ZoneKind.DATELINE),
        ("It began on 5.9.2023 in the old town.", ZoneKind.BODY),
        ("2023", ZoneKind.BODY),
    ],
)
def test_titles_bylines_and_stamps(line: str, kind: ZoneKind) -> None:
    assert kind_of(line) is kind


def test_times() -> None:
    assert kind_of("Today at noon", "<time>Today at noon</time>") is ZoneKind.DATELINE


def test_what_shows_no_text_is_dropped() -> None:
    tree = html.document_fromstring(
        "<html><body><nav>Home</nav><style>x</style><script>y</script><script type='application/ld+json'>{}</script>"
        "<article><p>Talks fail.</p><footer>Reuters</footer></article><footer>© 2023</footer></body></html>"
    )
    drop_dead(tree)
    assert tree.text_content() == "{}Talks fail.Reuters"


def test_letters_are_compared_without_marks() -> None:
    assert letters_of("– “Talks”  FAIL_!") == "talksfail"
    assert letters_of("বৈঠক ব্যর্থ") == letters_of("বৈঠক – ব্যর্থ।")
