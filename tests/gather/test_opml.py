"""OPML: what a feed reader exports comes in, what hearsay writes is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.opml import read_opml, write_opml
from hearsay.gather.source_files import OutletSource, SourceKindOfAddress, make_source

pytest.importorskip("lxml")

FEED = SourceKindOfAddress.FEED


def test_folders_doubles_and_folders_without_address() -> None:
    content = b"""<?xml version="1.0"?><opml version="1.1"><head><title>x</title></head><body><outline text="World">
<outline text="Example &amp; News" type="rss" xmlUrl="https://news.example/feed" htmlUrl="https://news.example"/>
<outline title="Again" xmlurl="https://news.example/feed"/></outline>
<outline text="x" xmlUrl="javascript:x"/></body></opml>"""
    assert read_opml(content) == (OutletSource("https://news.example/feed", "Example & News", kind=FEED),)


@given(st.lists(st.tuples(st.text(min_size=1), st.sampled_from(["a", "b", "c"])), unique_by=lambda pair: pair[1]))
def test_what_is_written_is_read_back(pairs: list[tuple[str, str]]) -> None:
    sources = [make_source(f"https://{host}.example/f?a=1&b=2", outlet=name, kind=FEED) for name, host in pairs]
    read = read_opml(write_opml(sources))
    assert [source.address for source in read] == [source.address for source in sources]
    assert all(source.kind is FEED for source in read)


def test_names_are_read_back() -> None:
    source = make_source("https://news.example/feed", outlet='প্রথম "আলো" <&>', kind=FEED, language="bn")
    assert read_opml(write_opml([source])) == (source,)


def test_what_is_no_feed_is_a_link() -> None:
    written = write_opml([make_source("https://news.example/", kind=SourceKindOfAddress.PAGE)])
    assert b'url="https://news.example/"' in written
    assert read_opml(written) == ()


@pytest.mark.parametrize("content", [b"", b"<rss/>", b"x", b'<!DOCTYPE opml [<!ENTITY a "b">]><opml/>'])
def test_what_is_no_opml(content: bytes) -> None:
    with pytest.raises(GatherError):
        read_opml(content)
