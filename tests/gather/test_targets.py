"""Targets: what a fetched address leads to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.source_files import OutletSource, SourceKindOfAddress
from hearsay.gather.targets import choose_kind, find_feed_link, find_targets, is_front_page
from hearsay.records import Page
from tests.gather.site_factories import make_article, make_feed

pytest.importorskip("lxml")

SOURCE = OutletSource("https://news.example/", outlet="The Kestrel", language="en")


def make_page(content: str, address: str = "https://news.example/a") -> Page:
    """Make a page as it was fetched."""
    return Page(address, address, content.encode())


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (make_feed([]), "feed"),
        ('<?xml version="1.0"?>\n<!-- x --><feed xmlns="http://www.w3.org/2005/Atom"/>', "feed"),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "feed"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        ('<?xml version="1.0"?><urlset>', "sitemap"),
        ("<ns0:sitemapindex>", "sitemap"),
        (make_article(), "page"),
        ("", "page"),
    ],
)
def test_what_a_page_is_shows_at_its_beginning(content: str, kind: str) -> None:
    assert choose_kind(make_page(content), SourceKindOfAddress.AUTO) == kind
    assert choose_kind(make_page(content), SourceKindOfAddress.PAGE) == "page"


def test_what_the_source_knows_goes_with_each_page() -> None:
    pytest.importorskip("fastfeedparser")
    (target,) = find_targets(make_page(make_feed(["https://news.example/b"])), SOURCE).pages
    assert target.address == "https://news.example/b"
    assert (target.hints.outlet, target.hints.language, target.hints.title) == ("The Kestrel", "en", "Item 0")
    assert (target.hints.published or "").startswith("2024-03-04")


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="alternate" type="application/rss+xml" href="/feed.xml">',
        "<LINK href='/feed.xml' type=application/atom+xml>",
        '<link type="application/feed+json" title="x" href=/feed.xml >',
    ],
)
def test_a_front_page_names_its_feed(tag: str) -> None:
    page = make_page(make_article(head=tag), "https://news.example/")
    assert find_feed_link(page) == "https://news.example/feed.xml"
    assert find_targets(page, SOURCE).lists == (("https://news.example/feed.xml", None),)


def test_an_article_is_read_although_it_names_a_feed() -> None:
    page = make_page(make_article(head='<link type="application/rss+xml" href="/feed.xml">'))
    assert find_targets(page, SOURCE).is_page


@pytest.mark.parametrize(
    ("path", "is_front"), [("", True), ("/", True), ("/index.html", True), ("/a", False), ("/?p=1", False)]
)
def test_front_pages(path: str, is_front: bool) -> None:
    assert is_front_page(f"https://news.example{path}") is is_front


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=200)
    | st.builds(
        lambda cut, noise: make_feed(["https://a.example/b"]).encode()[:cut] + noise,
        st.integers(0, 400),
        st.binary(max_size=9),
    )
    | st.builds(lambda noise: b"<urlset><url><loc>" + noise, st.binary(max_size=60)),
    st.sampled_from(SourceKindOfAddress),
)
def test_no_bytes_break_it(content: bytes, kind: SourceKindOfAddress) -> None:
    page = Page("https://news.example/", content=content)
    try:
        find_targets(page, OutletSource("https://news.example/", kind=kind))
    except GatherError as error:
        assert str(error)
