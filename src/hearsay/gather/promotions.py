"""Promotions: blocks in the midst of a report that lead its readers on, told by where their links lead.

To the site's newsletter or register, to its own page on a platform, or, behind a label, to another of its reports.
"""

import re
from collections.abc import Iterator
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


def find_promotions(tree: "HtmlElement", facts: PageFacts) -> Iterator[str]:
    """Yield the texts of promoting blocks."""
    site = _find_site(_split(facts.url)[0])
    seen: set[HtmlElement] = set()
    for link in tree.iter("a"):
        block = next(link.iterancestors(*_BLOCKS), None)
        if block is None or block in seen:
            continue
        text = block.text_content()
        if len(text) <= _LONGEST and _promotes(link, text, facts.outlet, site):
            seen.add(block)
            yield text


def _promotes(link: "HtmlElement", text: str, outlet: str | None, site: str) -> bool:
    """Tell whether a link makes its block a promotion."""
    host, path = _split(link.get("href"))
    is_own = not host or not site or _find_site(host) == site
    if is_own and _INVITING.search(path):
        return True
    if _PLATFORMS.match(host):
        return bool(outlet and outlet.casefold() in text.casefold()) and path.strip("/").count("/") < _DEEPEST
    return is_own and _is_labelled(link, text)


def _is_labelled(link: "HtmlElement", text: str) -> bool:
    """Tell whether a block is a label and a title behind it, which is a link to its end."""
    title = " ".join(link.text_content().split())
    whole = " ".join(text.split())
    return (
        len(title.split()) >= _SHORTEST_TITLE
        and whole.endswith(title)
        and _LABEL.fullmatch(whole[: -len(title)]) is not None
    )


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
