"""What watching keeps in the ledger: what standing queries told of already, and what is still to be sent to whom."""

from collections.abc import Iterable, Iterator

import msgspec

from hearsay.ledger.database import Database
from hearsay.records import Record

# Marks that a query has looked once, whatever it found.
_LOOKED = "looked"


class WatchedRow(msgspec.Struct, frozen=True):
    """A statement that a standing query found, with its place in a claim; chain is JSON."""

    statement: str
    report: str
    outlet: str | None
    url: str | None
    title: str | None
    lang: str
    published: str | None
    text: str
    chain: str
    claim: str | None
    stance: str | None
    best: int | None  # how many origins the claim has
    denials: int | None  # how many deny it


class WaitingRow(msgspec.Struct, frozen=True):
    """An alert that is to be sent: its id, itself as JSON, how often that was tried in vain."""

    alert: str
    whole: str
    tries: int


class Told(Record, frozen=True):
    """What a query tells of: some kind of thing, by every id that it goes by."""

    query: str
    kind: str
    subjects: tuple[str, ...]


class Watches:
    """What watching keeps in one ledger; got from a Ledger."""

    def __init__(self, database: Database) -> None:
        """Take the ledger's open database."""
        self._database = database

    def statements(self, expression: str | None, claim: str | None) -> Iterator[WatchedRow]:
        """Give the statements that an expression of full-text search finds, or all; of one claim if told so."""
        name = "watched_statements" if expression is None else "watched_statements_found"
        asked = {"expression": expression, "claim": claim}
        return (WatchedRow(*row) for row in self._database.rows(name, asked))

    def is_told(self, told: Told) -> bool:
        """Tell whether a query told of a thing already, under any of its ids."""
        asked: dict[str, object] = {"query": told.query, "kind": told.kind}
        return any(
            any(True for _ in self._database.rows("is_told", asked | {"subject": subject})) for subject in told.subjects
        )

    def is_known(self, query: str) -> bool:
        """Tell whether a query has looked before."""
        return any(True for _ in self._database.rows("is_query_known", {"query": query}))

    def keep(self, query: str, told: Iterable[Told], waiting: Iterable[tuple[str, str, str]]) -> None:
        """Remember what a query tells of now, and what is to be sent (receiver, alert, JSON): all of it or nothing."""
        with self._database.transaction():
            self._database.change("add_told", {"query": query, "kind": _LOOKED, "subject": ""})
            for one in told:
                rows = ({"query": one.query, "kind": one.kind, "subject": subject} for subject in one.subjects)
                self._database.change_each("add_told", rows)
            names = ("receiver", "alert", "whole")
            self._database.change_each("add_waiting", (dict(zip(names, row, strict=True)) for row in waiting))

    def waiting(self, receiver: str) -> tuple[WaitingRow, ...]:
        """Give what is to be sent to a receiver, the oldest first."""
        return tuple(WaitingRow(*row) for row in self._database.rows("waiting", {"receiver": receiver}))

    def settle(self, receiver: str, alerts: Iterable[str]) -> None:
        """Forget what was sent, or given up."""
        self._database.change_each("drop_waiting", ({"receiver": receiver, "alert": alert} for alert in alerts))

    def count_try(self, receiver: str, alerts: Iterable[str]) -> None:
        """Count that sending was tried in vain."""
        self._database.change_each("count_try", ({"receiver": receiver, "alert": alert} for alert in alerts))
