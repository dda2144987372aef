"""The records, in the order in which text becomes knowledge.

All are frozen and strict: unknown fields are errors at the border. A span is a half-open pair of code-point offsets
in `text`; `text[start:end]` is the evidence.
"""

from enum import StrEnum
from hashlib import blake2b

import msgspec

from hearsay.drawers import draw_html

Span = tuple[int, int]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Be the base of all records: immutable, comparable by value, strict when decoded."""


class Drawn(Record, frozen=True):
    """Be the base of the records that show as HTML in a notebook."""

    def _repr_html_(self) -> str | None:
        return draw_html(self)


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


class Relation(StrEnum):
    """How a report depends on another one, or on an agency (text reuse; PROV wasDerivedFrom)."""

    REPRINT = "reprint"
    TRANSLATION = "translation"
    UPDATE = "update"
    CREDIT = "credit"


class Stance(StrEnum):
    """What a statement does to a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    QUESTIONS = "questions"
    SUPERSEDES = "supersedes"


class Verdict(StrEnum):
    """What a person decides about two things that a machine linked or kept apart."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


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


class Page(Record, frozen=True):
    """Bytes as captured (a WARC response record): what an address, a feed entry, a record of an archive or a file held."""

    address: str  # the address as it was asked for
    final: str | None = None  # where redirects led
    content: bytes = b""  # the bytes as they came, without transfer and content encoding
    media_type: str | None = None  # what the header says it is: text/html
    charset: str | None = None  # what the header says it is written in
    fetched: str | None = None  # when it was fetched: a time of ISO 8601 with its zone
    etag: str | None = None  # the validator to ask with again
    modified: str | None = None  # the header Last-Modified, as it came
    status: int | None = None  # the status of HTTP; none where it came from a file


class Visit(Record, frozen=True):
    """What came of asking an address or opening a file, so that nothing is asked for or read in vain again."""

    address: str  # in normal form; file:///… for a file
    fetched: str  # when it was asked for last: a time of ISO 8601 with its zone
    final: str | None = None  # where redirects led
    etag: str | None = None  # the validator to ask with again
    modified: str | None = None  # the header Last-Modified as it came; for a file its time and size
    status: int | None = None  # the status of HTTP
    content: str | None = None  # a digest of the bytes
    report: str | None = None  # the id of the report that it held
    refusal: str | None = None  # the reason, where it held none


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
    published_at: str | None = None  # the moment of publication with its zone, where it is known: ISO 8601
    updated_at: str | None = None  # the moment of the last change with its zone, where the page tells it
    section: str | None = None  # the section of the outlet that it stood in


class Reading(Drawn, frozen=True):
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
    published_at: str | None = None  # the moment of publication with its zone, where it is known: ISO 8601
    updated_at: str | None = None  # the moment of the last change with its zone, where the page tells it
    section: str | None = None  # the section of the outlet that it stood in


class Refusal(Record, frozen=True):
    """What could not be read, and why: a row like any other (dead letter)."""

    where: str  # the file, line or address
    reason: str  # one word that a program can act on: missing, binary, no-pack
    detail: str  # what is wrong and what to do, for people


class Copy(Record, frozen=True):
    """A report that goes back to another one, or to an agency whose text is not at hand (PROV wasDerivedFrom)."""

    report: str  # the id of the report that derives
    of: str  # the id of the report that it derives from, else the key of the outlet or agency that it credits
    relation: Relation  # how it derives
    score: float  # 0 to 1: the share of its text that stands in the other, or how alike the two signatures are
    reasons: tuple[str, ...]  # why, for people
    passages: tuple[tuple[Span, Span], ...] = ()  # shared passages: where in this report, where in the other


class Story(Drawn, frozen=True):
    """The reports of one happening (a TDT topic)."""

    id: str  # a digest of its earliest report
    title: str  # the headline, or the first words, of its most central report
    reports: tuple[str, ...]  # ids, earliest first
    first: str | None  # when the earliest was published
    last: str | None  # when the latest was published
    languages: tuple[str, ...]  # codes, in order of first use


class ClaimStatement(Record, frozen=True):
    """A statement as it stands to a claim."""

    id: str  # the statement's id
    report: str  # the id of its report
    lang: str  # the language of its report
    published: str | None  # when its report was published
    text: str  # the words of its content
    chain: tuple[Link, ...]  # its sources, nearest to the reader first
    act: Act  # what its source does with the words
    certainty: Certainty  # how surely its source puts it
    stance: Stance  # what it does to the claim


class Origin(Record, frozen=True):
    """One independent ultimate source of a claim, with the statements that go back to it (PROV hadPrimarySource)."""

    id: str  # by what it is judged: an entity's id, a name, or "unnamed:" and the id of a statement
    name: str  # the fullest name or description known
    kind: SourceKind  # who it is
    entity: str | None  # the id of a listed source
    statements: tuple[str, ...]  # ids of the statements that go back to it
    through: tuple[str, ...] = ()  # the outlets that have it first-hand
    sides: tuple[str, ...] = ()  # the interested parties that it belongs to: ids of states and organisations


class Origins(Record, frozen=True):
    """How many independent origins stand behind a claim, as a range with its reasons."""

    at_least: int  # if everything merges that could
    best: int  # what is most likely
    at_most: int  # if everything is apart that could be
    gates: int  # the fewest outlets through which everything passes
    sources: tuple[Origin, ...]  # the origins of the best count
    open: tuple[str, ...]  # why merges stay open
    gate_names: tuple[str, ...] = ()  # those outlets


class Denier(Record, frozen=True):
    """Who denies a claim."""

    name: str  # the fullest name known
    entity: str | None  # the id of a listed source
    statements: tuple[str, ...]  # ids of the denying statements


class Claim(Drawn, frozen=True):
    """The statements, in any words and language, that say the same (schema.org Claim)."""

    id: str  # a digest of its earliest statement
    story: str | None  # the id of its story
    text: str  # the words of its most central statement
    event: Event | None  # what it says happens, where that can be told
    first: str | None  # when it was published first
    last: str | None  # when it was published last
    statements: tuple[ClaimStatement, ...]  # all statements, earliest first
    origins: Origins  # who stands behind it
    denied_by: tuple[Denier, ...]  # who denies it


class Match(Record, frozen=True):
    """A link that a machine found between two things of one kind; what is only possible waits for a person."""

    kind: str  # what the two are: copy, story, claim, source
    a: str  # an id
    b: str  # an id
    score: float  # 0 to 1
    is_sure: bool  # whether the two were linked; else they are shown as possible
    reasons: tuple[str, ...]  # why, for people


class Judgement(Record, frozen=True):
    """A person's decision about two things; it outranks every score (nomenklatura Judgement)."""

    verdict: Verdict  # what was decided
    a: str  # an id, or the key of a source
    b: str  # an id, or the key of a source
    by: str  # who decided
    at: str  # when: a time of ISO 8601 with its zone


def digest(*parts: object) -> str:
    """Make an id of content: 16 hexadecimal digits, the same for the same parts in the same order.

    >>> digest("a", 1) == digest("a", 1), len(digest("a"))
    (True, 16)
    """
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).hexdigest()
