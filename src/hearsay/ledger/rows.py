"""Rows: what the ledger shows of its reports, statements, sources and refusals (the `--json` of `hearsay show`).

And how a reading becomes the rows that questions are asked of.
"""

from collections.abc import Iterator

import msgspec

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


def find_statement_rows(reading: Reading) -> Iterator[Row]:
    """Give each statement's columns."""
    for position, statement in enumerate(reading.statements):
        yield {
            "id": statement.id,
            "report": reading.id,
            "position": position,
            "text": cut_words(reading.text, statement.content),
            "content": _encode(statement.content),
            "cue": _encode(statement.cue),
            "cue_text": cut_words(reading.text, statement.cue),
            "chain": _encode(statement.chain),
            "act": statement.act.value,
            "certainty": statement.certainty.value,
            "directness": statement.directness.value,
            "event": _encode(statement.event) if statement.event else None,
            "said": statement.said,
            "about": statement.about,
        }


def find_link_rows(reading: Reading) -> Iterator[Row]:
    """Give each link's columns; its statement is told by its position in the reading."""
    for number, statement in enumerate(reading.statements):
        for position, link in enumerate(statement.chain):
            row: Row = {"report": reading.id, "statement": number, "position": position}
            yield row | {"kind": link.kind.value, "name": link.name, "entity": link.entity}


def find_mention_rows(reading: Reading) -> Iterator[Row]:
    """Give each mention's columns."""
    for mention in reading.mentions:
        row: Row = {"report": reading.id, "start": mention.span[0], "end": mention.span[1]}
        yield row | {"kind": mention.kind.value, "name": mention.name, "entity": mention.entity}


def find_time_rows(reading: Reading) -> Iterator[Row]:
    """Give each time expression's columns."""
    for time in reading.times:
        row: Row = {"report": reading.id, "start": time.span[0], "end": time.span[1]}
        yield row | {"type": time.type.value, "value": time.value}


def cut_words(text: str, spans: tuple[Span, ...]) -> str:
    """Give the words of torn spans, with an ellipsis where something was left out.

    >>> cut_words("Peace, he said, is near.", ((0, 5), (16, 23)))
    'Peace … is near'
    """
    return " … ".join(text[start:end] for start, end in spans)


def _encode(value: object) -> str:
    return msgspec.json.encode(value).decode()
