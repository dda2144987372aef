"""The ledger's one door: readings and refusals go in, statements, sources and whole readings come out (an append-only
store with a current view).

A report may be read again, with a better pack or a corrected date: the reading added last is the current one, whose
rows are shown; earlier readings stay in the file whole. Rows are given one by one, so memory does not grow with them.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from hearsay.errors import LedgerError
from hearsay.ledger.database import Database, open_database, translate_errors
from hearsay.ledger.frames import make_frame
from hearsay.ledger.links import Links
from hearsay.ledger.pages import Pages
from hearsay.ledger.rows import (
    Place,
    RefusalRow,
    ReportRow,
    SourceRow,
    StatementRow,
    find_link_rows,
    find_mention_rows,
    find_search_rows,
    find_statement_rows,
    find_time_rows,
    make_statement_row,
)
from hearsay.ledger.search import search_expression
from hearsay.ledger.tables import TABLES, Tables
from hearsay.ledger.tokens import Tokens
from hearsay.ledger.visits import Came, Visits
from hearsay.ledger.watches import Watches
from hearsay.records import Reading, Refusal, SourceKind, Visit, digest
from hearsay.settings import load_settings

Kept = TypeVar("Kept", Reading, ReportRow)


class Ledger:
    """One ledger file, for one thread; others may have it open at the same time, each with a Ledger of its own."""

    def __init__(self, database: Database, path: Path) -> None:
        """Take an open database; callers use Ledger.open."""
        self.path = path
        self.visits = Visits(database)
        self.links = Links(database)
        self.tables = Tables(database)
        self.watches = Watches(database)
        self.pages = Pages(database)
        self.tokens = Tokens(database)
        self._database = database

    @classmethod
    def open(cls, path: str | Path | None = None, *, read_only: bool = False) -> Self:
        """Open a ledger, making it if it is not there; without a path the one that HEARSAY_LEDGER names, or hearsay.db.

        LedgerError: the file is of another kind (it stays untouched), too new, damaged, or cannot be opened.
        """
        where = Path(load_settings().ledger if path is None else path)
        return cls(open_database(where, read_only=read_only), where)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def limit(self, is_over: Callable[[], bool] | None) -> None:
        """Stop questions, with a LedgerError, once `is_over` says so; None takes the limit back."""
        self._database.limit(is_over)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def add(self, reading: Reading) -> bool:
        """Add a reading, whole or not at all; False if it is the current one already and nothing was written."""
        identity, whole = self._encode(reading)
        if self._current(reading.id) == identity:
            return False
        with self._database.transaction():
            self._add_rows(reading, self._add_whole(reading, identity, whole))
        return True

    def add_visited(self, reading: Reading, visit: Visit, *, where: str) -> Came:
        """Add a gathered reading with the visit that brought it, both or neither; `where` was refused no longer.

        A report that is held, read with the same pack, is left as it is, whatever another feed says of its day.
        """
        identity, whole = self._encode(reading)
        with self._database.transaction():
            if self.visits.pack(reading.id) != reading.pack:
                self._add_rows(reading, self._add_whole(reading, identity, whole))
            came = self.visits.add_version(reading.url or visit.address, reading.id, since=visit.fetched)
            self.visits.put(msgspec.structs.replace(visit, report=reading.id, refusal=None))
            self.visits.settle(where)
        return came

    def refuse_visited(self, refusal: Refusal, visit: Visit) -> bool:
        """Add what could not be read with the visit that met it, both or neither; False if it is in already."""
        with self._database.transaction():
            self.visits.put(msgspec.structs.replace(visit, report=None, refusal=refusal.reason))
            return self.refuse(refusal, visit.fetched)

    def refuse(self, refusal: Refusal, at: str) -> bool:
        """Add what could not be read, with the time that the caller gives; False if it is in already."""
        return bool(self._database.change("add_refusal", msgspec.structs.asdict(refusal) | {"at": at}))

    def together(self) -> AbstractContextManager[None]:
        """Let all that is added inside be stored at once, whole or not at all: one wait for the disk instead of many."""
        return self._database.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """Let all questions inside see the ledger as it was at the first of them."""
        return self._database.snapshot()

    def readings(self) -> Iterator[Reading]:
        """Give each report's current reading, whole, in the order in which the reports first came."""
        return (self._decode(whole, Reading) for (whole,) in self._database.rows("readings"))

    def reading(self, report: str) -> Reading | None:
        """Give one report's current reading, or None if the ledger does not hold it."""
        wholes = self._database.rows("reading_of_report", {"report": report})
        return next((self._decode(whole, Reading) for (whole,) in wholes), None)

    def holds(self, report: str) -> bool:
        """Tell whether the ledger holds a report."""
        return self._current(report) is not None

    def reports(self) -> Iterator[ReportRow]:
        """Give each report, in the order in which they first came."""
        return (self._decode(whole, ReportRow) for (whole,) in self._database.rows("readings"))

    def statements(self, *, report: str | None = None, source: str | None = None) -> Iterator[StatementRow]:
        """Give the statements, of one report if told so, and with one source (name or entity) anywhere in the chain."""
        name = "statements_of_source" if source else "statements_of_report" if report else "statements"
        return self._statements(name, report=report, source=source)

    def search(self, asked: str) -> Iterator[StatementRow]:
        """Give the statements whose content or sources hold all words asked for, best first; "…" is a phrase."""
        expression = search_expression(asked)
        return self._statements("statements_found", expression=expression) if expression else iter(())

    def sources(self) -> Iterator[SourceRow]:
        """Give every source, the one with the most statements first."""
        for name, kind, entity, statements, reports in self._database.rows("sources"):
            yield SourceRow(name, SourceKind(kind), entity, statements, reports)

    def refusals(self) -> Iterator[RefusalRow]:
        """Give what could not be read, in the order in which it was met."""
        return (RefusalRow(*row) for row in self._database.rows("refusals"))

    def frame(self, table: str, *, library: str | None = None) -> Any:
        """Give a table ("claims"; see TABLES) as a data frame of pandas, or of polars where only that is installed."""
        return make_frame(table, self.tables.rows(table) if table in TABLES else (), library)

    def _encode(self, reading: Reading) -> tuple[str, str]:
        """Encode a reading, and make its id of that."""
        with translate_errors(self.path):
            whole = msgspec.json.encode(reading).decode()
        return digest(whole), whole

    def _current(self, report: str) -> str | None:
        """Give the id of a report's current reading."""
        return next((identity for (identity,) in self._database.rows("current_reading", {"report": report})), None)

    def _statements(self, name: str, **parameters: str | None) -> Iterator[StatementRow]:
        return (make_statement_row(row) for row in self._database.rows(name, parameters))

    def _add_whole(self, reading: Reading, identity: str, whole: str) -> Place:
        """Keep the reading as it is, make it its report's current one, and tell where its rows go."""
        columns = {name: getattr(reading, name) for name in ("id", "url", "outlet", "title", "lang", "published")}
        ((report,),) = self._database.rows("put_report", columns | {"reading": identity})
        added = {"id": identity, "report": report, "pack": reading.pack, "whole": whole}
        self._database.change("add_reading", added)
        for name in ("drop_search", "drop_statements", "drop_mentions", "drop_times"):
            self._database.change(name, {"report": report})
        ((last,),) = self._database.rows("last_statement")
        return Place(report, last + 1)

    def _add_rows(self, reading: Reading, place: Place) -> None:
        """Add the rows that questions are asked of."""
        self._database.change_each("add_statement", find_statement_rows(reading, place))
        self._database.change_each("add_link", find_link_rows(reading, place))
        self._database.change_each("add_search", find_search_rows(reading, place))
        self._database.change_each("add_mention", find_mention_rows(reading, place))
        self._database.change_each("add_time", find_time_rows(reading, place))

    def _decode(self, whole: str, kind: type[Kept]) -> Kept:
        """Decode a reading that was kept."""
        try:
            return msgspec.json.decode(whole, type=kind)
        except msgspec.MsgspecError as error:
            raise LedgerError(
                f"ledger {self.path} holds a reading that this hearsay cannot decode ({error}): "
                "read the reports again into a new ledger, or use the hearsay that wrote it."
            ) from error
