"""Rows: what the ledger shows of its reports, statements, sources and refusals (the `--json` of `hearsay show`).

And how a reading becomes the rows that questions are asked of.
"""

from collections.abc import Iterator

import msgspec

from hearsay.ledger.search import search_words
from hearsay.records import Act, Certainty, Credits, Directness, Link, Reading, SourceKind, Span, Zone


class ReportRow(msgspec.Struct, frozen=True):
    """A report as `hearsay show reports --json` prints it; decoded from a whole reading, of which it takes its part."""

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    lang: str
    published: str | None
    zones: tuple[Zone, ...]
    credits: Credits
    text: str


class StatementRow(msgspec.Struct, frozen=True):
    """A statement with the words of its content and cue; `outlet`, who published it, is not repeated in the chain."""

    id: str
    report: str
    outlet: str | None
    lang: str
    published: str | None
    text: str
    chain: tuple[Link, ...]
    act: Act
    certainty: Certainty
    directness: Directness
    cue: str
    said: str | None
    about: str | None


class SourceRow(msgspec.Struct, frozen=True):
    """A source with how many statements it stands behind, in how many reports."""

    name: str
    kind: SourceKind
    entity: str | None
    statements: int
    reports: int


class RefusalRow(msgspec.Struct, frozen=True):
    """What could not be read, why, and when it was refused first."""

    where: str
    reason: str
    detail: str
    at: str


Row = dict[str, object]
_decode_chain = msgspec.json.Decoder(tuple[Link, ...]).decode


def make_statement_row(values: tuple[object, ...]) -> StatementRow:
    """Make a row of a statement's columns, in the order of the record."""
    row = dict(zip(StatementRow.__struct_fields__, values, strict=True))
    return msgspec.convert(row | {"chain": _decode_chain(str(row["chain"]))}, StatementRow)


class Place(msgspec.Struct, frozen=True):
    """Where a reading's rows stand: the number of its report, and that of its first statement."""

    report: int
    first_statement: int


def find_statement_rows(reading: Reading, place: Place) -> Iterator[Row]:
    """Give each statement's columns."""
    for position, statement in enumerate(reading.statements):
        yield {
            "number": place.first_statement + position,
            "id": statement.id,
            "report": place.report,
            "position": position,
            "text": cut_words(reading.text, statement.content),
            "cue": cut_words(reading.text, statement.cue),
            "chain": _encode(statement.chain),
            "act": statement.act.value,
            "certainty": statement.certainty.value,
            "directness": statement.directness.value,
            "event": _encode(statement.event) if statement.event else None,
            "said": statement.said,
            "about": statement.about,
        }


def find_link_rows(reading: Reading, place: Place) -> Iterator[Row]:
    """Give each link's columns."""
    for number, statement in enumerate(reading.statements, start=place.first_statement):
        for position, link in enumerate(statement.chain):
            row: Row = {"statement": number, "position": position, "kind": link.kind.value, "name": link.name}
            yield row | {"entity": link.entity}


def find_search_rows(reading: Reading, place: Place) -> Iterator[Row]:
    """Give the words under which each statement is found."""
    for number, statement in enumerate(reading.statements, start=place.first_statement):
        content = search_words(cut_words(reading.text, statement.content))
        sources = search_words(" ".join(link.name for link in statement.chain))
        yield {"number": number, "content": content, "sources": sources}


def find_mention_rows(reading: Reading, place: Place) -> Iterator[Row]:
    """Give each mention's columns."""
    for position, mention in enumerate(reading.mentions):
        start, end = mention.span
        row: Row = {"report": place.report, "position": position, "start": start, "end": end}
        yield row | {"kind": mention.kind.value, "name": mention.name, "entity": mention.entity}


def find_time_rows(reading: Reading, place: Place) -> Iterator[Row]:
    """Give each time expression's columns."""
    for position, time in enumerate(reading.times):
        start, end = time.span
        row: Row = {"report": place.report, "position": position, "start": start, "end": end}
        yield row | {"type": time.type.value, "value": time.value}


def cut_words(text: str, spans: tuple[Span, ...]) -> str:
    """Give the words of torn spans, with an ellipsis where something was left out.

    >>> cut_words("Peace, he said, is near.", ((0, 5), (16, 23)))
    'Peace … is near'
    """
    return " … ".join(text[start:end] for start, end in spans)


def _encode(value: object) -> str:
    return msgspec.json.encode(value).decode()
