"""What pages say about themselves: JSON-LD first, then meta tags, then the heading; broken JSON-LD is let be."""

import pytest

from hearsay.gather.page_facts import PageFacts, find_facts

html = pytest.importorskip("lxml.html")


def facts_of(head: str = "", body: str = "<p>x</p>") -> PageFacts:
    """Find the facts of a page with this head and body."""
    return find_facts(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def test_nothing_told() -> None:
    assert facts_of() == PageFacts(None, (), None, None, None, has_named_authors=False)


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


def test_times_with_their_zone() -> None:
    block = '{"@type": "NewsArticle", "datePublished": "2023-09-05", "dateModified": "2023-09-06T10:00:00+06:00"}'
    facts = facts_of(
        f'<script type="application/ld+json">{block}</script>'
        '<meta property="article:published_time" content="2023-09-05T23:30:00+06:00"><meta name="section" content="World">'
    )
    assert facts.published == "2023-09-05"
    assert facts.published_at == "2023-09-05T23:30:00+06:00"
    assert (facts.updated_at, facts.section) == ("2023-09-06T10:00:00+06:00", "World")


def test_time_in_the_markup() -> None:
    facts = facts_of(body='<time datetime="2023-09-05T10:00:00Z">Tuesday</time>')
    assert (facts.published, facts.published_at) == ("2023-09-05", "2023-09-05T10:00:00+00:00")


@pytest.mark.parametrize(
    "body",
    [
        '<span itemprop="author"><span itemprop="name">Jane Roe</span></span>',
        '<a rel="author" href="/jane">Jane Roe</a>',
        '<p class="article-byline">By <a href="/jane">Jane Roe</a></p>',
        '<div class="author">Jane Roe</div>',
    ],
)
def test_authors_in_the_markup_go_before_the_outlets_own_name(body: str) -> None:
    block = '{"@type": "NewsArticle", "author": "Example News", "publisher": {"name": "Example News"}}'
    script = f'<script type="application/ld+json">{block}</script>'
    assert facts_of(body=body).authors == ("Jane Roe",)
    assert facts_of(script, body).authors == ("Jane Roe", "Example News")
    assert facts_of(script).authors == ("Example News",)


def test_a_byline_in_the_footer_is_none() -> None:
    assert facts_of(body='<footer><p class="byline">Powered by</p></footer>').authors == ()


def test_a_kicker_is_no_part_of_the_title() -> None:
    block = '{"@type": "NewsArticle", "headline": "Old town: Talks fail"}'
    facts = facts_of(
        f'<script type="application/ld+json">{block}</script><meta property="og:title" content="Talks fail">'
    )
    assert facts.title == "Talks fail"


def test_a_heading_that_only_begins_like_the_title_is_not_it() -> None:
    facts = facts_of('<meta property="og:title" content="Talks in town fail again">', "<h1>Talks in town</h1>")
    assert facts.title == "Talks in town fail again"


def test_a_relative_canonical_address() -> None:
    head = '<link rel="canonical" href="/talks"><meta property="og:url" content="https://news.example/talks?a=1">'
    assert facts_of(head).url == "https://news.example/talks"
