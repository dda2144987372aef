"""The records, in the order in which text becomes knowledge.

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

    kind: ZoneKind  # what the stretch does
    span: Span  # where it stands


class Mention(Record, frozen=True):
    """A name, or a pronoun or short form led back to one; `name` is the fullest form known, `entity` its id or None."""

    span: Span  # where it stands
    kind: MentionKind  # what it names
    name: str  # the fullest form known, also for a pronoun or short form
    entity: str | None = None  # an id (that of Wikidata where known) if it is listed


class Time(Record, frozen=True):
    """A time expression with its TIMEX3 value, never more precise than the words."""

    span: Span  # the words of the time expression
    type: TimeType  # a day or longer, a time of day, how long, how often
    value: str  # the TIMEX3 value: 2023-09, P2W, XXXX-09-04 where the year is open


class Link(Record, frozen=True):
    """One source in a chain; `span` is where it was named, also when it was carried over from an earlier sentence."""

    kind: SourceKind  # who stands behind the words
    name: str = ""  # the name as the reader should see it; empty where no one is named
    entity: str | None = None  # the id of a listed source
    span: Span | None = None  # where it was named; none where the words do not name it


class Event(Record, frozen=True):
    """What the content says happens (PLOVER-like); tense, modality and polarity are not in the core key."""

    type: str  # what happens: SUPPLY, VISIT, ATTACK and so on; plan, denial and fulfilment share it
    actor: str | None = None  # who does it: an entity's id, else a name, else a class (officials)
    recipient: str | None = None  # to whom it is done
    object: str | None = None  # the class of the thing: arms, fuel, money
    place: str | None = None  # where it happens
    number: float | None = None  # how many, of what is counted: the killed, the injured, a figure said
    negated: bool = False  # whether the content says that it does not happen


class Statement(Record, frozen=True):
    """One line of the ledger: content, chain, act, certainty, when said, about when, and the patterns that made it."""

    id: str  # a digest of report, spans and chain: reading twice adds nothing
    content: tuple[Span, ...]  # what is said, in as many pieces as it stands in
    cue: tuple[Span, ...] = ()  # the words that mark it as said; empty in the outlet's own voice
    chain: tuple[Link, ...] = ()  # sources, from the one nearest to the reader to the ultimate one
    act: Act = Act.SAY  # what the source does with the words
    certainty: Certainty = Certainty.ASSERTED  # how surely the source itself puts it
    directness: Directness = Directness.INDIRECT  # whether the words are quoted
    event: Event | None = None  # what the content says happens, where that can be told
    said: str | None = None  # when it was said, as a TIMEX3 value
    about: str | None = None  # when what it tells happens, as a TIMEX3 value
    trace: tuple[str, ...] = ()  # the ids of the patterns that made it: bn.citing


class Credits(Record, frozen=True):
    """Where text and picture come from, as the report itself says."""

    byline: str | None = None  # who wrote it
    agency: str | None = None  # who supplied the text
    photo: str | None = None  # who took or supplied the picture
    translator: str | None = None  # who translated it
    source_link: str | None = None  # the address that the report itself names as its source


class Report(Record, frozen=True):
    """One news item as text, with the zones that its markup gave and what the page says about itself."""

    id: str  # the id given in JSON Lines, else a digest of text, outlet and address
    text: str  # the whole text, never normalised: every span counts its code points
    lang: str | None = None  # the language that somebody told, ISO 639
    title: str | None = None  # the title that the page gave
    outlet: str | None = None  # who published it
    url: str | None = None  # where it stood
    published: str | None = None  # the day, month or year of publication: 2023-09-05, 2023-09 or 2023
    zones: tuple[Zone, ...] = ()  # the zones that its markup gave
    credits: Credits = Credits()  # where text and picture come from, as the page says


class Reading(Record, frozen=True):
    """All that one report says, and with which pack it was read; its JSON is the form of `hearsay read --json`."""

    id: str  # the report's id
    lang: str  # the language that it was read in
    title: str | None  # the report's title
    outlet: str | None  # who published it
    url: str | None  # where it stood
    published: str | None  # the date that relative times were resolved against
    text: str  # the report's text, code point for code point
    zones: tuple[Zone, ...]  # all zones, in order
    mentions: tuple[Mention, ...]  # all mentions, in order
    times: tuple[Time, ...]  # all times, in order
    statements: tuple[Statement, ...]  # all statements, in order
    credits: Credits  # where text and picture come from, as the report itself says
    pack: str  # the pack it was read with: language and digest, bn@1499dd41


class Refusal(Record, frozen=True):
    """What could not be read, and why: a row like any other (dead letter)."""

    where: str  # the file, line or address
    reason: str  # one word that a program can act on: missing, binary, no-pack
    detail: str  # what is wrong and what to do, for people


def digest(*parts: object) -> str:
    """Make an id of content: 16 hexadecimal digits, the same for the same parts in the same order.

    >>> digest("a", 1) == digest("a", 1), len(digest("a"))
    (True, 16)
    """
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).hexdigest()
