"""What pages say about themselves: JSON-LD first, then meta tags, then the heading; broken JSON-LD is let be."""

import pytest

from hearsay.gather.page_facts import PageFacts, find_facts

html = pytest.importorskip("lxml.html")


def facts_of(head: str = "", body: str = "<p>x</p>") -> PageFacts:
    """Find the facts of a page with this head and body."""
    return find_facts(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def test_nothing_told() -> None:
    assert facts_of() == PageFacts(None, (), None, None, None)


def test_meta_tags() -> None:
    facts = facts_of(
        '<meta property="og:title" content="Talks &amp; more"><meta name="author" content="Jane Roe, John Doe">'
        '<meta property="article:published_time" content="2023-09-05T10:00:00Z">'
    )
    assert (facts.title, facts.authors, facts.published) == ("Talks & more", ("Jane Roe", "John Doe"), "2023-09-05")


def test_heading_without_the_site_name() -> None:
    assert (
        facts_of("<title>Talks fail in town | Example</title>", "<h1>Talks fail in town</h1>").title
        == "Talks fail in town"
    )


@pytest.mark.parametrize(
    "author",
    ['"Jane Roe"', '{"name": "Jane Roe"}', '[{"name": ["Jane Roe"]}, {"name": null}, "https://example.org/jane"]'],
)
def test_forms_of_authors(author: str) -> None:
    block = f'<script type="application/ld+json">[{{"@type": "ReportageNewsArticle", "author": {author}}}]</script>'
    assert facts_of(block).authors == ("Jane Roe",)


@pytest.mark.parametrize(
    "block", ["", "{", "null", "[[[]]]", '{"@type": 5}', '{"@graph": "x"}', '{"@type": "NewsArticle", "headline": 5}']
)
def test_broken_json_ld_is_let_be(block: str) -> None:
    facts = facts_of(f'<script type="application/ld+json">{block}</script><meta property="og:title" content="T">')
    assert facts.title == "T"


def test_line_breaks_inside_json_strings() -> None:
    block = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks\nfail"}</script>'
    assert facts_of(block).title == "Talks fail"
