"""Promotions: blocks in the midst of a report that lead its readers on, told by where their links lead.

To the site's newsletter or register, to its own page on a platform, or, behind a label, to another of its reports.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hearsay.gather.page_facts import PageFacts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = ("p", "li", "h2", "h3", "h4", "h5", "h6", "dd")
# Parts of paths; whole words of them, or "newsletter-archive" of somebody would do.
_INVITING = re.compile(
    r"/(?:newsletters?|subscribe|subscriptions?|sign-?up|register|abo|abonnement|suscribirse)(?:[/?#.]|$)"
)
_PLATFORMS = re.compile(
    r"^(?:twitter|x|facebook|instagram|threads|tiktok|youtube|linkedin|t|telegram|whatsapp|bsky|flipboard|news\.google)\."
)
_LABEL = re.compile(r"[^.!?…。।؟]{2,40}[:：|»›>–—-]\s*$")
_LONGEST = 400
# Words: a shorter link is a name ("Source: Reuters"), a title is longer.
_SHORTEST_TITLE = 4
# Parts of a path: a platform's page of a newsroom has one, or two ("channel/name"); a post has more.
_DEEPEST = 2


class Way(Enum):
    """Where a link leads, as far as it may promote something."""

    INVITING = auto()  # to the site's newsletter or register
    PLATFORM = auto()  # to somebody's page on a platform
    OWN = auto()  # to a page of the site, with words enough for a title
    ELSEWHERE = auto()


def find_promotions(tree: "HtmlElement", facts: PageFacts) -> Iterator[str]:
    """Yield the texts of promoting blocks."""
    site = _find_site(_split(facts.url)[0])
    for link in tree.iter("a"):
        way = _sort_way(link, site)
        # What costs time comes last: a page has hundreds of links.
        block = next(link.iterancestors(*_BLOCKS), None) if way is not Way.ELSEWHERE else None
        if block is None or len(text := block.text_content()) > _LONGEST:
            continue
        names_outlet = bool(facts.outlet and facts.outlet.casefold() in text.casefold())
        if (
            way is Way.INVITING
            or (way is Way.PLATFORM and names_outlet)
            or (way is Way.OWN and _is_labelled(link, text))
        ):
            yield text


def _sort_way(link: "HtmlElement", site: str) -> Way:
    """Tell where a link leads."""
    host, path = _split(link.get("href"))
    if host and _PLATFORMS.match(host):
        return Way.PLATFORM if path.strip("/").count("/") < _DEEPEST else Way.ELSEWHERE
    if host and site and _find_site(host) != site:
        return Way.ELSEWHERE
    if _INVITING.search(path):
        return Way.INVITING
    return Way.OWN if len(link.text_content().split()) >= _SHORTEST_TITLE else Way.ELSEWHERE


def _is_labelled(link: "HtmlElement", text: str) -> bool:
    """Tell whether a block is a label and a title behind it, which is a link to its end."""
    title = " ".join(link.text_content().split())
    whole = " ".join(text.split())
    return whole.endswith(title) and _LABEL.fullmatch(whole[: -len(title)]) is not None


def _split(address: str | None) -> tuple[str, str]:
    """Return host and path of an address, small; a relative one has no host."""
    try:
        parts = urlsplit((address or "").strip().lower())
    except ValueError:
        return "", ""
    return parts.netloc.removeprefix("www."), parts.path


def _find_site(host: str) -> str:
    """Return the last two labels of a host: what a newsroom's subdomains share.

    >>> _find_site("shop.kestrel.example")
    'kestrel.example'
    """
    return ".".join(host.split(".")[-2:])
