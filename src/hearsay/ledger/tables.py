"""The ledger as tables: columns with their types and plain rows, for whoever loads them elsewhere (a tabular data package).

Lists (`Kind.NAMES`) and whole records (`Kind.JSON`) come as JSON text; whoever writes a format unpacks them if it can. Events
come out of SQLite as one JSON text and are spread over their columns here: seven questions into it cost three times that.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import Any

import msgspec
from msgspec.structs import astuple

from hearsay.ledger.database import Database
from hearsay.records import Event, Record

Values = tuple[Any, ...]


class Kind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    WHOLE = "whole"  # a whole number
    REAL = "real"
    TRUTH = "truth"  # 0 or 1
    NAMES = "names"  # a JSON list of texts
    JSON = "json"


class Column(Record, frozen=True):
    """One column of a table."""

    name: str
    kind: Kind = Kind.TEXT


class Table(Record, frozen=True):
    """One table: its name and its columns in order."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def event_place(self) -> int | None:
        """Tell where the columns of an event begin, if there are any."""
        return self.names.index(_FIRST_OF_EVENT) if _FIRST_OF_EVENT in self.names else None


def _table(name: str, columns: str) -> Table:
    """Make a table of its columns in words: a name, or a name and its kind (score:real)."""
    parts = (column.partition(":") for column in columns.split())
    return Table(name, tuple(Column(column, Kind(kind or "text")) for column, _, kind in parts))


_FIRST_OF_EVENT = "event_type"
_EVENT = f"{_FIRST_OF_EVENT} actor recipient object place number:real negated:truth"
_TABLES = (
    _table(
        "reports",
        "id url outlet title lang published published_at updated_at section story byline agency photo translator "
        "source_link pack text",
    ),
    _table(
        "statements",
        "id report outlet lang published text cue source_kind source source_entity chain:json act certainty "
        f"directness {_EVENT} said about",
    ),
    _table("links", "statement position:whole kind name entity"),
    _table("mentions", "report position:whole start:whole end:whole kind name entity"),
    _table("times", "report position:whole start:whole end:whole type value"),
    _table("stories", "id title first last languages:names reports:names"),
    _table(
        "claims",
        f"id story text first last statements:whole reports:whole denials:whole {_EVENT} at_least:whole best:whole "
        "at_most:whole gates:whole gate_names:names open:names denied_by:names",
    ),
    _table("claim_statements", "claim position:whole statement stance"),
    _table("origins", "claim position:whole id name kind entity through:names sides:names statements:names"),
    _table("copies", "report of relation score:real reasons:names"),
    _table("possible", "kind a b score:real reasons:names"),
    _table("judgements", "verdict a b by at"),
    _table("refusals", "where reason detail at"),
)
EVENT_COLUMNS = len(_EVENT.split())
_NO_EVENT = (None,) * EVENT_COLUMNS
_decode_event = msgspec.json.Decoder(Event).decode
TABLES = {table.name: table for table in _TABLES}
# As many rows as are held at once: a few megabytes, and few enough calls into whatever takes them.
_BATCH = 10_000


class EventRow(msgspec.Struct, frozen=True):
    """A statement with its event and its place in a claim, as it comes out of the ledger; chain and event are JSON."""

    statement: str
    report: str
    claim: str | None
    stance: str | None
    outlet: str | None
    lang: str
    published: str | None
    text: str
    chain: str
    act: str
    certainty: str
    event: str
    said: str | None
    about: str | None
    at_least: int | None
    best: int | None
    at_most: int | None
    denials: int | None


class Tables:
    """The tables of one ledger."""

    def __init__(self, database: Database) -> None:
        """Take the ledger's open database."""
        self._database = database

    def count(self, name: str) -> int:
        """Count the rows of a table."""
        ((number,),) = self._database.rows(f"count_{name}")
        return int(number)

    def rows(self, name: str) -> Iterator[Values]:
        """Give a table's rows, one by one, in an order that stays."""
        rows = self._database.rows(f"table_{name}")
        place = TABLES[name].event_place
        return rows if place is None else spread_events(rows, place)

    def batches(self, name: str, *, size: int = _BATCH) -> Iterator[list[Values]]:
        """Give a table's rows, some at a time."""
        return _cut(self.rows(name), size)

    def whole_batches(self, name: str, *, size: int = _BATCH) -> Iterator[list[Values]]:
        """Give a table's rows, some at a time, with each event still one JSON text in the first of its columns' places."""
        return _cut(self._database.rows(f"table_{name}"), size)

    def events(self, claim: str | None = None) -> Iterator[EventRow]:
        """Give the statements that tell an event, of all claims or of one."""
        return (EventRow(*row) for row in self._database.rows("table_events", {"claim": claim}))

    def names_in(self, report: str) -> tuple[tuple[str, str], ...]:
        """Give kind and name of whatever a report mentions, each once."""
        return tuple(self._database.rows("mentions_of_report", {"id": report}))


def _cut(rows: Iterator[Values], size: int) -> Iterator[list[Values]]:
    """Cut rows into lists."""
    while batch := list(islice(rows, size)):
        yield batch


def spread_events(rows: Iterable[Values], place: int) -> Iterator[Values]:
    """Spread the event that each row holds at a place over columns of its own.

    >>> list(spread_events([("s1", None, "x")], 1))
    [('s1', None, None, None, None, None, None, None, 'x')]
    """
    for row in rows:
        whole = row[place]
        yield (*row[:place], *(_NO_EVENT if whole is None else astuple(_decode_event(whole))), *row[place + 1 :])
