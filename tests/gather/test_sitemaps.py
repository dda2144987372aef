"""Sitemaps: addresses with what a news sitemap says about them; indexes, packed ones, lists; what is none is refused."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.sitemaps import SitemapEntry, read_sitemap

pytest.importorskip("lxml")

NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://news.example/talks?a=1&amp;b=2 </loc>
<lastmod>2023-09-05</lastmod><news:news><news:publication><news:name>Example News</news:name>
<news:language>bn</news:language></news:publication><news:publication_date>2023-09-04T23:30:00+06:00</news:publication_date>
<news:title>আলোচনা ব্যর্থ</news:title></news:news></url><url><loc>javascript:x</loc></url><url/></urlset>""".encode()
INDEX = b"""<sitemapindex><sitemap><loc>/2023-09.xml.gz</loc><lastmod>2023-09-05T10:00:00Z</lastmod></sitemap></sitemapindex>"""


def test_news() -> None:
    assert read_sitemap(NEWS, address="https://news.example/sitemap.xml").entries == (
        SitemapEntry(
            "https://news.example/talks?a=1&b=2",
            "2023-09-05",
            title="আলোচনা ব্যর্থ",
            published="2023-09-04T23:30:00+06:00",
            outlet="Example News",
            language="bn",
        ),
    )


def test_an_index() -> None:
    sitemap = read_sitemap(INDEX, address="https://news.example/sitemap.xml")
    assert sitemap.entries == ()
    assert sitemap.sitemaps == (SitemapEntry("https://news.example/2023-09.xml.gz", "2023-09-05T10:00:00+00:00"),)


def test_packed_and_cut() -> None:
    assert read_sitemap(gzip.compress(NEWS)) == read_sitemap(NEWS)
    assert len(read_sitemap(NEWS[:400]).entries) == 1


def test_a_list() -> None:
    found = read_sitemap("\ufeffhttps://news.example/1\r\n\nfoo\nhttps://news.example/2".encode()).entries
    assert [entry.address for entry in found] == ["https://news.example/1", "https://news.example/2"]


@pytest.mark.parametrize("content", [b"", b"<html/>", b"<rss/>", b"x", b"{}"])
def test_what_is_none(content: bytes) -> None:
    with pytest.raises(GatherError) as error:
        read_sitemap(content)
    assert error.value.reason == "invalid"


@given(st.integers(0, len(NEWS)), st.binary(max_size=8), st.integers(0, 40))
def test_damaged_sitemaps(place: int, piece: bytes, drop: int) -> None:
    try:
        found = read_sitemap(NEWS[:place] + piece + NEWS[place + drop :])
    except GatherError:
        return
    assert all(entry.address.startswith("http") for entry in found.entries)
