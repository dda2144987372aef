"""Leftovers: lines of a page that are no body though they stand in it: links to other reports, sign-ups, times, bylines.

They are told by markup alone, so in every language; extractors of body text flatten the markup and leave the lines in.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.gather.page_facts import PageFacts
from hearsay.gather.promotions import find_promotions
from hearsay.records import ZoneKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = ("p", "li", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "td")
_DEAD = ("style", "svg", "noscript", "template", "iframe", "source", "link")
# What themes and content systems call what is not the report; site names and words of a language are not here.
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:newsletter|related|recommend\w*|read-?more|more-?(?:on|news|stories)|teaser\w*|promo\w*|sign-?up"
    r"|subscri\w*|paywall-?\w*|donat\w*|author-?(?:bio|box|info|description)|about-?(?:the-)?author|share\w*|social\w*"
    r"|comments?|disclaimer|consent|privacy|tags?|breadcrumbs?|tooltip|outbrain|taboola|most-?(?:read|popular)"
    r"|trending|linkbox|link-?list|embed-?consent|respond|feedback|debug|\w*-wall|rating)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Posts of other platforms, as these have them embedded, and how they are signed: "— Mara Venn (@maravenn) May 2, 2024".
_POST = re.compile(
    r"(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed)(?:$|\s)"
)
_SIGNATURE = re.compile(r"[—–-]\s?[^—–]{1,80}\(@\w+\)")
# The line above a headline, by the names that newsrooms give it.
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|overline|eyebrow|topline|roofline|dachzeile|supertitle)(?:$|[\s_-])", re.IGNORECASE
)
# What is there for screen readers or for nobody; frameworks show `hidden` again on wide screens ("hidden md:block").
_HIDDEN = re.compile(r"(?:^|\s)(?:hidden|sr-only|visually-?hidden|screen-reader-text)(?:$|\s)")
_SHOWN_AGAIN = re.compile(r":(?:block|flex|grid|inline)")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none")
# Letters: more than a label is a text that opens at a click, or is hidden only until a script has run.
_LARGEST_HIDDEN = 80
_SHARE_OF_ITEMS = 0.6
# This cuts vowel signs of Indic scripts too, from both of what is compared.
_NO_LETTERS = re.compile(r"[\W_]+")
_ONLY_LINKS = 0.9
_MOSTLY_LINKS = 0.6  # "Weather: the linked title of another report"
_LONGEST_LINE = 400
# The letters of such a box, its list of links with it; a whole article may hang under a class "paywall".
_LARGEST_ASIDE = 1500
_STAMP = re.compile(r"\d{1,4}\s?[./年-]\s?\d{1,2}|\d{1,2}[:.時]\d{2}")
_SHARE_OF_DIGITS = 0.4
_LONGEST_STAMP = 70
_MOST_OTHER_WORDS = 3
_LONGEST_BYLINE = 120
_SHORTEST_TITLE = 20


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, small: what lines are compared by.

    >>> letters_of("- Talks  fail!")
    'talksfail'
    """
    return _NO_LETTERS.sub("", text).casefold()


def drop_dead(tree: "HtmlElement") -> None:
    """Drop what shows no text and what frames the site: they cost time; JSON-LD stays, an extractor may need it."""
    for element in [*tree.iter(*_DEAD)]:
        if element.getparent() is not None:
            element.drop_tree()
    for script in [*tree.iter("script")]:
        if "ld+json" not in (script.get("type") or "") and script.getparent() is not None:
            script.drop_tree()
    for frame in [*tree.iter("nav", "footer")]:
        if frame.getparent() is not None and next(frame.iterancestors("article"), None) is None:
            frame.drop_tree()


def find_leftovers(tree: "HtmlElement", facts: PageFacts) -> dict[str, ZoneKind]:
    """Find the lines that markup tells to be no body, by their letters."""
    leftovers: dict[str, ZoneKind] = {}
    for line in _linked_lines(tree):
        leftovers[line] = ZoneKind.RESIDUE
    for line in _aside_lines(tree):
        leftovers[line] = ZoneKind.RESIDUE
    for line in _hidden_lines(tree):
        leftovers[line] = ZoneKind.RESIDUE
    for text in find_promotions(tree, facts):
        leftovers[letters_of(text)] = ZoneKind.RESIDUE
    for line in _signatures(tree):
        leftovers[line] = ZoneKind.CREDIT
    for line in _kickers(tree):
        leftovers[line] = ZoneKind.HEADLINE
    for element in tree.iter("time"):
        leftovers[letters_of(element.text_content()[:_LONGEST_LINE])] = ZoneKind.DATELINE
    leftovers.pop("", None)
    return leftovers


def _linked_lines(tree: "HtmlElement") -> Iterator[str]:
    """Yield the blocks that are nothing but links, items of lists that are mostly links, and blocks inside a link."""
    seen: set[HtmlElement] = set()
    lists: Counter[HtmlElement] = Counter()
    for link in tree.iter("a"):
        block = next(link.iterancestors(*_BLOCKS), None)
        if block is None:
            yield letters_of(link.text_content()[:_LONGEST_LINE])
            yield from (letters_of(inside.text_content()[:_LONGEST_LINE]) for inside in link.iter(*_BLOCKS))
        elif block not in seen:
            seen.add(block)
            text = letters_of(block.text_content()[:_LONGEST_LINE])
            linked = sum(len(letters_of(part.text_content()[:_LONGEST_LINE])) for part in block.iter("a"))
            if linked >= (_MOSTLY_LINKS if block.tag == "li" else _ONLY_LINKS) * len(text):
                yield text
                lists.update([block.getparent()] if block.tag == "li" else [])
    for block, count in lists.items():
        items = list(block.iterchildren("li"))
        if count >= _SHARE_OF_ITEMS * len(items):  # the others are entries of the same menu whose link is put otherwise
            yield from (letters_of(item.text_content()[:_LONGEST_LINE]) for item in items)


def _hidden_lines(tree: "HtmlElement") -> Iterator[str]:
    """Yield short texts that no reader sees."""
    for element in tree.xpath(
        "//body//*[@hidden or contains(@style, 'none') or contains(@class, 'hidden') or contains(@class, 'reader')]"
    ):
        if _is_hidden(element) and len(text := letters_of(element.text_content()[:_LONGEST_LINE])) <= _LARGEST_HIDDEN:
            yield text


def _is_hidden(element: "HtmlElement") -> bool:
    """Tell whether an element says of itself that it is not shown."""
    name = element.get("class") or ""
    told = _HIDDEN.search(name) and not _SHOWN_AGAIN.search(name)
    return bool(told or element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""))


def _signatures(tree: "HtmlElement") -> Iterator[str]:
    """Yield the lines that say who wrote a post from elsewhere; the post itself is quoted, and stays."""
    for post in tree.iter("blockquote"):
        if _POST.search(post.get("class") or ""):
            parts = [*(part.text_content() for part in post.iter("p", "div")), _last_words(post)]
            yield from (
                letters_of(part) for part in parts if len(part) <= _LONGEST_BYLINE and _SIGNATURE.match(part.strip())
            )


def _last_words(post: "HtmlElement") -> str:
    """Return what stands behind the last paragraph of a post."""
    paragraph = next(reversed([*post.iterchildren("p")]), None)
    if paragraph is None:
        return ""
    behind = ((other.text_content(), other.tail) for other in paragraph.itersiblings())
    return " ".join(text for text in (paragraph.tail, *(text for pair in behind for text in pair)) if text)


def _kickers(tree: "HtmlElement") -> Iterator[str]:
    """Yield the lines above headlines."""
    for element in tree.iter("p", "span", "div", "h2", "h3", "h4", "strong"):
        name = element.get("class")
        if name and _KICKER.search(name) and len(text := element.text_content()) <= _LONGEST_STAMP:
            yield letters_of(text)


def _aside_lines(tree: "HtmlElement") -> Iterator[str]:
    """Yield the blocks inside what a class or id calls no part of the report."""
    for element in tree.iter("div", "section", "aside", "ul", "dl", "p", "span", "form"):
        if not (_names_aside(element.get("class")) or _names_aside(element.get("id"))):
            continue
        if len(text := element.text_content()) <= _LARGEST_ASIDE:
            yield letters_of(text)
            yield from (letters_of(block.text_content()) for block in element.iter(*_BLOCKS, "div", "span"))


@lru_cache(maxsize=8192)  # pages repeat their class names hundreds of times
def _names_aside(name: str | None) -> bool:
    """Tell whether a class or id calls its element no part of the report."""
    return bool(name and _ASIDE.search(name))


def sort_line(line: str, facts: PageFacts, leftovers: dict[str, ZoneKind]) -> ZoneKind:
    """Tell what a line of the extracted body is; when in doubt, body."""
    letters = letters_of(line)
    if letters in leftovers:
        return leftovers[letters]
    if _is_heading(letters, facts):
        return ZoneKind.HEADLINE
    if _is_stamp(line):
        return ZoneKind.DATELINE
    return ZoneKind.BYLINE if _is_byline(line, facts.authors) else ZoneKind.BODY


def _is_heading(letters: str, facts: PageFacts) -> bool:
    """Tell whether a line repeats the title, a kicker before it or not."""
    titles = {_title_letters(text) for text in (facts.title or "", *facts.headings, *facts.other_titles)} - {""}
    return letters in titles or any(
        len(title) > _SHORTEST_TITLE and _goes_with(letters, title) and len(letters) < 2 * len(title)
        for title in titles
    )


def _goes_with(letters: str, title: str) -> bool:
    """Tell whether a line begins or ends with a title."""
    return letters.endswith(title) or letters.startswith(title)


@lru_cache(maxsize=64)  # each line of a page is compared with the same few titles
def _title_letters(title: str) -> str:
    """Return the letters of a title."""
    return letters_of(title)


def _is_stamp(line: str) -> bool:
    """Tell whether a line is a time: short, a date or a clock in it, and digits more than words."""
    if len(line) > _LONGEST_STAMP or not _STAMP.search(line):
        return False
    letters = letters_of(line)
    return sum(map(str.isdigit, letters)) >= _SHARE_OF_DIGITS * len(letters) >= 2


def _is_byline(line: str, authors: Iterable[str]) -> bool:
    """Tell whether a line names authors and little else."""
    if len(line) > _LONGEST_BYLINE:
        return False
    rest = line
    for author in authors:
        rest = rest.replace(author, " ")
    others = [word for word in rest.split() if any(map(str.isalnum, word))]
    if rest == line or (others and line[-1] in ".!?।。"):
        return False
    return len(others) <= _MOST_OTHER_WORDS
