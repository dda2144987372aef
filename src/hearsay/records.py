"""The records, in the order in which text becomes knowledge (design.md §4).

All are frozen and strict: unknown fields are errors at the border. A span is a half-open pair of code-point offsets
in `text`; `text[start:end]` is the evidence.
"""

from enum import StrEnum
from hashlib import blake2b

import msgspec

Span = tuple[int, int]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Be the base of all records: immutable, comparable by value, strict when decoded."""


class ZoneKind(StrEnum):
    """Stretches of a report by function (IPTC rNews)."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    RESIDUE = "residue"


class MentionKind(StrEnum):
    """What a name in the text names (ACE/CoNLL, newsrooms apart)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OUTLET = "outlet"
    AGENCY = "agency"
    GOVERNMENT = "government"
    GROUP = "group"
    OTHER = "other"


class SourceKind(StrEnum):
    """Who can stand behind words."""

    OUTLET = "outlet"
    AGENCY = "agency"
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    NONE = "none"


class TimeType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Act(StrEnum):
    """What a source does with words (speech act)."""

    SAY = "say"
    REPORT = "report"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    ANNOUNCE = "announce"
    PROPOSE = "propose"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"
    ASK = "ask"
    PRAISE = "praise"
    EXPECT = "expect"
    OTHER = "other"


class Certainty(StrEnum):
    """How surely the source itself puts it (FactBank), not how sure we are."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DENIED = "denied"


class Directness(StrEnum):
    """Whether the words are the source's own."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Zone(Record, frozen=True):
    """A stretch of a report by function; the zones of a report are ordered, disjoint and cover all but white space."""

    kind: ZoneKind
    span: Span


class Mention(Record, frozen=True):
    """A name, or a pronoun or short form led back to one; `name` is the fullest form known, `entity` its id or None."""

    span: Span
    kind: MentionKind
    name: str
    entity: str | None = None


class Time(Record, frozen=True):
    """A time expression with its TIMEX3 value, never more precise than the words."""

    span: Span
    type: TimeType
    value: str


class Link(Record, frozen=True):
    """One source in a chain; `span` is where it was named, also when it was carried over from an earlier sentence."""

    kind: SourceKind
    name: str = ""
    entity: str | None = None
    span: Span | None = None


class Event(Record, frozen=True):
    """What the content says happens (PLOVER-like); tense, modality and polarity are not in the core key."""

    type: str
    actor: str | None = None
    recipient: str | None = None
    object: str | None = None
    place: str | None = None
    number: float | None = None
    negated: bool = False


class Statement(Record, frozen=True):
    """One line of the ledger: content, chain, act, certainty, when said, about when, and the patterns that made it."""

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    chain: tuple[Link, ...] = ()
    act: Act = Act.SAY
    certainty: Certainty = Certainty.ASSERTED
    directness: Directness = Directness.INDIRECT
    event: Event | None = None
    said: str | None = None
    about: str | None = None
    trace: tuple[str, ...] = ()


class Credits(Record, frozen=True):
    """Where text and picture come from, as the report itself says."""

    byline: str | None = None
    agency: str | None = None
    photo: str | None = None
    translator: str | None = None
    source_link: str | None = None


class Report(Record, frozen=True):
    """One news item as text, with the zones that its markup gave and what the page says about itself."""

    id: str
    text: str
    lang: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    zones: tuple[Zone, ...] = ()
    credits: Credits = Credits()


class Reading(Record, frozen=True):
    """All that one report says, and with which pack it was read; its JSON is the form of `hearsay read --json`."""

    id: str
    lang: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    text: str
    zones: tuple[Zone, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    credits: Credits
    pack: str


class Refusal(Record, frozen=True):
    """What could not be read, and why: a row like any other (dead letter)."""

    where: str
    reason: str
    detail: str


def digest(*parts: object) -> str:
    """Make an id of content: 16 hexadecimal digits, the same for the same parts in the same order.

    >>> digest("a", 1) == digest("a", 1), len(digest("a"))
    (True, 16)
    """
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).hexdigest()
