"""Feeds: every kind gives entries with zone, source, authors; broken ones are mended, what is none is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.feeds import Feed, FeedEntry, make_absolute, read_feed

pytest.importorskip("fastfeedparser")

RSS = b"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example &amp;amp; News</title>
<link>https://news.example/</link><language>en-gb</language><item><title>Talks &amp;amp; more</title>
<link>/talks?a=1&amp;b=2</link><guid>x1</guid><pubDate>Mon, 04 Sep 2023 23:30:00 +0900</pubDate>
<dc:creator>Jane Roe</dc:creator><dc:creator>John Doe</dc:creator>
<source url="https://other.example/rss">Other News</source>
<description><![CDATA[<p>Talks <b>fail</b>.</p><p>Again.</p>]]></description>
<content:encoded><![CDATA[<p>The whole text.</p>]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="bn"><title>উদাহরণ</title><entry><title>আলোচনা</title>
<link rel="alternate" href="https://news.example/1"/><id>urn:1</id><updated>2023-09-04T23:30:00+06:00</updated>
<author><name>Jane Roe</name><email>jane@news.example</email></author>
<source><title>Other</title><link href="https://other.example/"/></source></entry></feed>""".encode()
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel><item rdf:about="http://news.example/1">
<title>Talks</title><link>http://news.example/1</link><dc:date>2023-09-04T10:00+06:00</dc:date></item></rdf:RDF>"""
OLD = b"""<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://example.org/rss-0.91.dtd">
<rss version="0.91"><channel><title>T</title><item><title>Talks</title><link>http://news.example/1</link>
<author>jane@news.example (Jane Roe)</author></item></channel></rss>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "T", "language": "en", "items": [{"id": "1",
"url": "/1", "external_url": "https://other.example/2", "title": "Talks", "date_published": "2023-09-04T23:30:00+09:00",
"authors": [{"name": "Jane Roe"}], "author": {"name": "Jane Roe"}, "content_html": "<p>The whole text.</p>"}]}"""


def entry_of(content: bytes) -> FeedEntry:
    """Return the only entry of a feed."""
    (entry,) = read_feed(content, address="https://news.example/feed").entries
    return entry


def test_rss() -> None:
    feed = read_feed(RSS, address="https://news.example/feed")
    assert (feed.title, feed.address, feed.language) == ("Example & News", "https://news.example/", "en-gb")
    assert feed.entries == (
        FeedEntry(
            address="https://news.example/talks?a=1&b=2",
            title="Talks & more",
            published="2023-09-04T23:30:00+09:00",
            summary="Talks fail. Again.",
            content_html="<p>The whole text.</p>",
            authors=("Jane Roe", "John Doe"),
            source="Other News",
            source_address="https://other.example/rss",
            language="en-gb",
            id="x1",
        ),
    )


def test_atom() -> None:
    entry = entry_of(ATOM)
    assert (entry.title, entry.address, entry.language, entry.id) == ("আলোচনা", "https://news.example/1", "bn", "urn:1")
    assert entry.published == entry.updated == "2023-09-04T23:30:00+06:00"
    assert (entry.authors, entry.source, entry.source_address) == (("Jane Roe",), "Other", "https://other.example/")


def test_rdf_and_old_rss() -> None:
    assert (entry_of(RDF).published, entry_of(RDF).address) == ("2023-09-04T10:00:00+06:00", "http://news.example/1")
    assert (entry_of(OLD).authors, entry_of(OLD).title) == (("Jane Roe",), "Talks")


def test_json() -> None:
    entry = entry_of(JSON)
    assert (entry.address, entry.source_address) == ("https://news.example/1", "https://other.example/2")
    assert (entry.published, entry.authors) == ("2023-09-04T23:30:00+09:00", ("Jane Roe",))
    assert (entry.language, entry.content_html) == ("en", "<p>The whole text.</p>")


def test_a_cut_feed_keeps_what_is_there() -> None:
    entry = entry_of(RSS[: RSS.index(b"<description>")])
    assert (entry.title, entry.published, entry.source) == ("Talks & more", "2023-09-04T23:30:00+09:00", "Other News")


def test_the_header_tells_the_charset_where_the_feed_does_not() -> None:
    text = "<rss><channel><title>Вести</title><item><title>Переговоры</title></item></channel></rss>"
    feed = read_feed(text.encode("cp1251"), address=None, charset="windows-1251")
    assert (feed.title, feed.entries[0].title) == ("Вести", "Переговоры")
    assert read_feed(text.encode(), address=None, charset="no-such-charset").title == "Вести"


@pytest.mark.parametrize("content", [b"", b"  ", b"talks", b"<html><body>x</body></html>", b"{}", b"<a/>", b"\x00\xff"])
def test_what_is_no_feed(content: bytes) -> None:
    with pytest.raises(GatherError) as error:
        read_feed(content, address=None)
    assert error.value.reason == "invalid"


def test_entities_are_refused() -> None:
    with pytest.raises(GatherError) as error:
        read_feed(b'<!DOCTYPE rss [<!ENTITY a "lol">]><rss><channel><title>&a;</title></channel></rss>', address=None)
    assert error.value.reason == "unsafe"


def test_ten_thousand_entries() -> None:
    start, end = RSS.index(b"<item>"), RSS.index(b"</channel>")
    feed = read_feed(RSS[:start] + RSS[start:end] * 10_000 + RSS[end:], address="https://news.example/feed")
    assert len(feed.entries) == 10_000
    assert feed.entries[-1].source == "Other News"


@pytest.mark.parametrize("link", [None, "", "javascript:x", "mailto:a@b.example", "//[x", "file:///x", "http://"])
def test_what_is_no_address(link: str | None) -> None:
    assert make_absolute(link, None) is None


@given(st.data(), st.sampled_from([RSS, ATOM, RDF, OLD, JSON]))
def test_damaged_feeds(drawn: st.DataObject, content: bytes) -> None:
    place = drawn.draw(st.integers(0, len(content)))
    piece = drawn.draw(st.binary(max_size=8))
    drop = drawn.draw(st.integers(0, 40))
    try:
        assert isinstance(read_feed(content[:place] + piece + content[place + drop :], address=None), Feed)
    except GatherError as error:
        assert error.reason in {"invalid", "unsafe"}


@given(st.binary(max_size=80), st.sampled_from([None, "utf-16", "base64", "x"]))
def test_any_bytes(content: bytes, charset: str | None) -> None:
    try:
        read_feed(content, address=None, charset=charset)
    except GatherError:
        return
