"""The edges of a body: what stands before its first sentence and behind its last one, told by place and print.

Bylines in bold, the page's own day, notes in italics, names behind the last full stop, headings that head nothing any
more. A line in the midst of the body is never looked at, and a list's item never is an edge.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from hearsay.gather.agency_names import names_agency
from hearsay.gather.leftovers import letters_of
from hearsay.gather.page_facts import PageFacts
from hearsay.records import ZoneKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Row = tuple[ZoneKind, str]

_ENDS = ".!?…。।؟۔։።"
_QUOTES = '"“”„«»「」'
_CLOSING = "\"”“»’')]」』"
_BULLETS = ("- ", "– ", "• ", "* ")
# Lines of a body from either end that can be its edge.
_OPENING_LINES = 3
_CLOSING_LINES = 3
# A page whose lines hardly ever end with a full stop (Thai, lists, poems) says nothing by the lack of one.
_SHARE_ENDED = 0.5
_FEWEST_LINES = 3
_LONGEST_HEADING = 40
_LONGEST_NOTE = 400
_MOST_NAMES = 8
_MOST_STAMP_WORDS = 9
_NUMBER = re.compile(r"\d+")
_LABEL = re.compile(r"[^\s\d:：]{2,20}(?:\s[^\s\d:：]{2,14})?\s?[:：]\s")


def settle_edges(rows: Iterable[Row], tree: "HtmlElement", facts: PageFacts) -> list[Row]:
    """Tell what the lines at both edges of a body are; all others stay as they are."""
    settled = list(rows)
    places = [place for place, (kind, _) in enumerate(settled) if kind is ZoneKind.BODY]
    if len(places) < _FEWEST_LINES:
        return settled
    for place in places[:_OPENING_LINES]:
        line = settled[place][1]
        if _is_ended(line):
            break
        settled[place] = (_sort_opening(line, tree, facts), line)
    for place in places[: 2 * _OPENING_LINES]:
        if settled[place][0] is ZoneKind.BODY and _prints_day(settled[place][1], facts):
            settled[place] = (ZoneKind.DATELINE, settled[place][1])
    ends_sentences = sum(_is_ended(settled[place][1]) for place in places) >= _SHARE_ENDED * len(places)
    for place in reversed(places[-_CLOSING_LINES:]):
        kind = _sort_closing(settled[place][1], tree, facts, is_told=ends_sentences)
        if kind is ZoneKind.BODY or settled[place][0] is not ZoneKind.BODY:
            break
        settled[place] = (kind, settled[place][1])
    return settled


def _is_ended(line: str) -> bool:
    """Tell whether a line ends as sentences do, a closing quotation mark or bracket behind the stop or not.

    >>> _is_ended("Nobody came.”"), _is_ended("More on this")
    (True, False)
    """
    return line.rstrip(_CLOSING)[-1:] in _ENDS if line.rstrip(_CLOSING) else False


def _sort_opening(line: str, tree: "HtmlElement", facts: PageFacts) -> ZoneKind:
    """Tell what a line before the first sentence is: names in bold, else body."""
    if line.startswith(_BULLETS):
        return ZoneKind.BODY
    is_byline = not facts.has_named_authors and _are_names(line) and _is_printed(line, tree, ("strong", "b"))
    return ZoneKind.BYLINE if is_byline else ZoneKind.BODY


def _sort_closing(line: str, tree: "HtmlElement", facts: PageFacts, *, is_told: bool) -> ZoneKind:
    """Tell what a line behind the last sentence is; `is_told` if the lack of a full stop tells anything here."""
    if line.startswith(_BULLETS) or len(line) > _LONGEST_NOTE or any(mark in line for mark in _QUOTES):
        return ZoneKind.BODY
    is_short = is_told and not _is_ended(line) and len(letters_of(line)) <= _LONGEST_HEADING
    if not is_short and not _is_printed(line, tree, ("em", "i", "small")):
        return ZoneKind.BODY
    if _names_supplier(line, facts) or (_LABEL.match(line) and _are_names(line)):
        return ZoneKind.CREDIT
    return ZoneKind.RESIDUE


def _names_supplier(line: str, facts: PageFacts) -> bool:
    """Tell whether a line names an agency, the outlet or an author."""
    named = [name for name in (facts.outlet, *facts.authors) if name]
    return names_agency(line) or any(name.casefold() in line.casefold() for name in named)


def _prints_day(line: str, facts: PageFacts) -> bool:
    """Tell whether a line is little but the day on which the page came out or was changed, in any language."""
    if len(line.split()) > _MOST_STAMP_WORDS or _is_ended(line):
        return False
    numbers = {number.lstrip("0") for number in _NUMBER.findall(line)}
    days = (day for day in (facts.published, (facts.updated_at or "")[:10]) if day and len(day) == len("2024-03-04"))
    return any({day[:4], day[8:10].lstrip("0")} <= numbers for day in days)


def _are_names(line: str) -> bool:
    """Tell whether a line can be names: two words or a few more, each with a capital, no digit."""
    words = [word for word in re.split(r"[\s/,&]+", line.strip()) if any(map(str.isalpha, word))]
    has_capitals = all(word.lstrip(_QUOTES + "(")[:1].isupper() for word in words)
    return 1 < len(words) <= _MOST_NAMES and has_capitals and not any(map(str.isdigit, line))


def _is_printed(line: str, tree: "HtmlElement", tags: tuple[str, ...]) -> bool:
    """Tell whether a whole line of the page is printed in one of these tags."""
    letters = letters_of(line)
    return any(letters_of(element.text_content()[: 2 * _LONGEST_NOTE]) == letters for element in tree.iter(*tags))
