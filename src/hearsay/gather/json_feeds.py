"""JSON Feed, versions 1 and 1.1 (jsonfeed.org): the fields that hearsay uses, checked when decoded."""

import msgspec

from hearsay.gather.refusals import Reason, make_error


class JsonAuthor(msgspec.Struct, frozen=True):
    """An author."""

    name: str | None = None


class JsonItem(msgspec.Struct, frozen=True):
    """An item; `author` is that of version 1."""

    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    authors: list[JsonAuthor] = []
    author: JsonAuthor | None = None
    language: str | None = None


class JsonFeed(msgspec.Struct, frozen=True):
    """A feed: its items are what makes it one."""

    items: list[JsonItem]
    title: str | None = None
    home_page_url: str | None = None
    language: str | None = None


_DECODER = msgspec.json.Decoder(JsonFeed)


def is_json(content: bytes) -> bool:
    """Tell whether bytes are JSON by how they begin.

    >>> is_json(b' {"version": 1}'), is_json(b"<rss/>")
    (True, False)
    """
    return content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def read_json_feed(content: bytes) -> JsonFeed:
    """Decode a feed; GatherError names the field that is wrong."""
    try:
        return _DECODER.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise make_error(Reason.INVALID, f"this is no JSON Feed ({error}); see jsonfeed.org.") from error
