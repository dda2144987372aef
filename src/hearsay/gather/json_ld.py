"""JSON-LD in a page (schema.org): its articles and pictures, from all its blocks, however they are nested."""

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Thing = dict[str, Any]

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_ADDRESS = re.compile(r"(?:https?:)?//")
# Where an article's pictures stand; those of its publisher and authors are logos and portraits.
_HOLDS_PICTURES = ("image", "associatedMedia", "primaryImageOfPage", "thumbnail")


def find_things(tree: "HtmlElement") -> tuple[Thing, ...]:
    """Find the things that the page's blocks describe, outer ones first; broken blocks are let be.

    What a broken block says, the meta tags and the text mostly say as well.
    """
    things: list[Thing] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                # Sites print raw line breaks inside strings, which JSON does not allow.
                things += _flatten(msgspec.json.decode(_CONTROLS.sub(" ", script.text or "")))
            except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
                continue
    return tuple(things)


def _flatten(found: Any) -> Iterator[Thing]:
    """Yield the things of a block: itself, its list, its graph, what its page is about."""
    if isinstance(found, list):
        for item in found:
            yield from _flatten(item)
    elif isinstance(found, dict):
        yield found
        for key in ("@graph", "mainEntity"):
            yield from _flatten(found.get(key))


def is_article(thing: Thing) -> bool:
    """Tell whether a thing is an article of any kind."""
    return any(_ARTICLE.search(kind) for kind in kinds_of(thing))


def kinds_of(thing: Thing) -> list[str]:
    """Return the types of a thing, which may be one or a list."""
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def find_pictures(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Find the pictures: those that stand by themselves and those of the articles."""
    found = [thing for thing in things if "ImageObject" in kinds_of(thing)]
    for thing in things:
        held = [thing.get(key) for key in _HOLDS_PICTURES]
        found += [picture for picture in _flatten(held) if "ImageObject" in kinds_of(picture)]
    return tuple(found)


def find_names(found: Any) -> Iterator[str]:
    """Yield the names in an author or publisher, which may be a string, an object or a list of both."""
    if isinstance(found, list):
        for item in found:
            yield from find_names(item)
    elif isinstance(found, dict):
        yield from find_names(found.get("name"))
    elif (name := plain(found)) and not _ADDRESS.match(name) and "@" not in name:
        yield name


def plain(found: Any) -> str | None:
    """Return a string with its white space made even and its entities resolved, or None.

    >>> plain(" Talks &amp; more "), plain(5)
    ('Talks & more', None)
    """
    return " ".join(unescape(found).split()) or None if isinstance(found, str) else None
