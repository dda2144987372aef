"""JSON Feed: items with their dates and authors; what is no feed says which field is wrong."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.json_feeds import JsonFeed, is_json, read_json_feed


def test_an_item() -> None:
    feed = read_json_feed(
        b'\xef\xbb\xbf{"version": "1.1", "title": "T", "items": [{"id": 5, "unknown": [], "url": "x"}]}'
    )
    assert (feed.title, feed.items[0].id, feed.items[0].url) == ("T", 5, "x")


@pytest.mark.parametrize("content", [b"{}", b'{"items": 5}', b'{"items": [5]}', b'{"items": [{"title": 5}]}', b"{"])
def test_what_is_no_feed(content: bytes) -> None:
    with pytest.raises(GatherError, match="JSON Feed") as error:
        read_json_feed(content)
    assert error.value.reason == "invalid"


@given(st.binary(max_size=80) | st.recursive(st.none() | st.text(), st.lists).map(msgspec.json.encode))
def test_any_bytes(content: bytes) -> None:
    try:
        assert isinstance(read_json_feed(content), JsonFeed)
    except GatherError:
        return
    assert is_json(content)


def test_deep_nesting() -> None:
    with pytest.raises(GatherError):
        read_json_feed(b'{"items": ' + b"[" * 100_000)
