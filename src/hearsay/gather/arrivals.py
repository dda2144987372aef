"""Arrivals: what a run of gathering brings in, in the order in which it comes, and what it needs to know beforehand.

A milestone stands behind everything that a source brought: whoever stores what comes, in order, may store the visit of a
milestone only after all before it. So a run that is cut off anywhere begins again where something is missing.
"""

from collections.abc import Callable
from hashlib import blake2b

from hearsay.records import Page, Record, Refusal, Report, Visit

# Characters of the text that a feed brings, from which it is a report and no teaser.
_WHOLE_TEXT = 600


class Hints(Record, frozen=True):
    """What is known of a page before it is read: from a list of sources, a feed, a sitemap."""

    outlet: str | None = None  # as the person who follows it calls it
    language: str | None = None  # as that person says
    published: str | None = None  # as the feed or sitemap says
    title: str | None = None  # likewise
    content_html: str | None = None  # the whole text, where the feed brings it


class Arrival(Record, frozen=True):
    """A page, a file (as the path of it), a report or a refusal, that has arrived."""

    source: str  # as the person named it
    where: str  # the address, file or record
    content: Page | Report | Refusal | str
    hints: Hints = Hints()
    visit: Visit | None = None  # what to remember of it, once it is stored


class Expected(Record, frozen=True):
    """How many pages of a source there are to look at."""

    source: str
    count: int


class Milestone(Record, frozen=True):
    """The end of a source, or of one stretch of it, with what to remember, and what needed no reading."""

    source: str
    visit: Visit | None = None
    unchanged: int = 0  # known, and no other by now
    older: int = 0  # from before the day asked for
    left: int = 0  # beyond the number asked for, or passing trouble
    robots: tuple[tuple[str, str], ...] = ()  # sites and their robots.txt, learned since the last milestone
    is_end: bool = False  # whether nothing more comes of the source


class Planned(Record, frozen=True):
    """What would be fetched, if this were no dry run."""

    source: str
    address: str
    published: str | None = None
    title: str | None = None


class Memory(Record, frozen=True):
    """What earlier runs left behind; asked in the thread that fetches."""

    visit: Callable[[str], Visit | None]
    robots: Callable[[str], str | None]  # of a site, if it was asked for lately


class Orders(Record, frozen=True):
    """What a run is told."""

    since: str | None = None  # a day, month or year: what came out before is let be
    limit: int | None = None  # pages to fetch at most
    is_dry: bool = False  # only tell what would be fetched
    allow_private: bool = False  # ask private addresses too
    retries: bool = False  # ask again for what was refused


def has_whole_text(hints: Hints) -> bool:
    """Tell whether a feed brings the text of a report, and no teaser of it."""
    return len(hints.content_html or "") >= _WHOLE_TEXT


def digest_content(content: bytes) -> str:
    """Make the digest of bytes by which a page is found to be the same."""
    return blake2b(content, digest_size=8).hexdigest()


def is_older(published: str | None, since: str | None) -> bool:
    """Tell whether something came out before a day; what does not say when is not older.

    >>> is_older("2024-03-01T10:00:00Z", "2024-03-02"), is_older("2024-03", "2024-03-02"), is_older(None, "2024")
    (True, False, False)
    """
    if not published or not since:
        return False
    precision = min(len(published), len(since), 10)
    return published[:precision] < since[:precision]
