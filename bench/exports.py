"""How long the export of a million statements to Parquet takes, beside DuckDB's own COPY of the same table in one run.

DuckDB reads a ledger itself where its SQLite extension is installed; where it cannot be had, it copies from the CSV that
hearsay exported, and the figure says so. `python bench/exports.py [--statements N]` prints the seconds.
"""

import argparse
import resource
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from hearsay.ledger import Ledger
from hearsay.ledger.tables import TABLES
from hearsay.records import Credits, Event, Link, Reading, SourceKind, Span, Statement, Zone, ZoneKind, digest
from hearsay.views.exports import Order, export
from hearsay.views.exports.parquet import write_table

# A busy machine meets both sides, though not at the same moment.
SLACK = {f"Parquet, speed beside DuckDB from {source}": 0.3 for source in ("the ledger", "a CSV of it")}

_REPORTS = 100
_STATEMENTS = 100  # of a report, so that a ledger of 10,000 is multiplied
_WORDS = "The ferry between the two harbours will not sail before the spring, and nobody has told the islanders why it is so."
_MULTIPLY = (
    """INSERT INTO statement SELECT number + :offset, id || :offset, report, position + :offset, text || :offset, cue, chain,
    act, certainty, directness, event, said, about FROM statement WHERE number <= :size""",
    "INSERT INTO link SELECT statement + :offset, position, kind, name, entity FROM link WHERE statement <= :size",
)


def scores(_data: Path) -> dict[str, float]:
    """Measure some hundred thousand statements, of which each costs the same; 1 is as fast as DuckDB, more is faster."""
    ours, theirs, source = measure(300_000)
    return {f"Parquet, speed beside DuckDB from {source}": theirs / ours}


def measure(statements: int) -> tuple[float, float, str]:
    """Give the seconds of hearsay and of DuckDB, and what DuckDB read."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        make_ledger(path, statements)
        with Ledger.open(path, read_only=True) as ledger:
            order = Order(Path(folder))
            ours = time_call(lambda: write_table(ledger, TABLES["statements"], Path(folder) / "a.parquet", order=order))
            question, source = _question(ledger, path, Path(folder))
        copy = f"COPY ({question}) TO '{folder}/b.parquet' (FORMAT parquet, COMPRESSION zstd)"
        theirs = time_call(lambda: duckdb.sql(copy))
    return ours, theirs, source


def make_ledger(path: Path, statements: int) -> None:
    """Make a ledger of so many invented statements: some reports, then their rows again and again."""
    with Ledger.open(path) as ledger:
        for number in range(_REPORTS):
            ledger.add(make_reading(number))
    size = _REPORTS * _STATEMENTS
    with closing(sqlite3.connect(path)) as connection, connection:
        for time_over in range(1, statements // size):
            for statement in _MULTIPLY:
                connection.execute(statement, {"offset": time_over * size, "size": size})


def make_reading(number: int) -> Reading:
    """Make a report of invented statements."""
    text = f"{number} {_WORDS} Mira Holt said."
    span: Span = (0, len(text) - 16)
    return Reading(
        *(
            f"r{number}",
            "en",
            f"Ferry {number}",
            f"The Ferry Post {number % 7}",
            None,
            f"2024-05-{number % 28 + 1:02d}",
            text,
        ),
        *((Zone(ZoneKind.BODY, (0, len(text))),), (), (), tuple(_statements(number, span)), Credits(), "en@0"),
    )


def _statements(number: int, span: Span) -> Iterator[Statement]:
    for place in range(_STATEMENTS):
        chain = (Link(SourceKind.OUTLET, f"Harbour Wire {place}"), Link(SourceKind.PERSON, "Mira Holt", f"Q{number}"))
        event = Event("MEET", f"Q{place}", "Q12", number=float(place)) if place % 2 else None
        yield Statement(digest(number, place), (span,), ((span[1], span[1] + 5),), chain, event=event, said="2024-05")


def _question(ledger: Ledger, path: Path, folder: Path) -> tuple[str, str]:
    """Make the question that DuckDB copies: the table that hearsay exports, from the ledger or from a CSV of it."""
    try:
        duckdb.sql("LOAD sqlite")
        duckdb.sql(f"ATTACH '{path}' AS ledger (TYPE sqlite)")
        return _SAME_TABLE, "the ledger"
    except duckdb.Error:
        list(export(ledger, "csv", Order(folder)))
        return f"SELECT * FROM read_csv('{folder}/statements.csv', all_varchar = false)", "a CSV of it"


# As table_statements asks of SQLite.
_SAME_TABLE = """
SELECT s.id, r.id AS report, r.outlet, r.lang, r.published, s.text, s.cue, last.kind, last.name, last.entity, s.chain,
       s.act, s.certainty, s.directness, s.event::JSON ->> '$.type' AS event_type, s.event::JSON ->> '$.actor' AS actor,
       s.event::JSON ->> '$.recipient' AS recipient, s.event::JSON ->> '$.object' AS object, s.said, s.about
FROM ledger.statement AS s
JOIN ledger.report AS r ON r.number = s.report
LEFT JOIN (SELECT statement, arg_max(kind, position) AS kind, arg_max(name, position) AS name,
                  arg_max(entity, position) AS entity FROM ledger.link GROUP BY statement) AS last
       ON last.statement = s.number
"""


def time_call(function: Callable[[], object]) -> float:
    """Give the seconds that a call takes, the better of two."""
    seconds = []
    for _ in range(2):
        started = time.perf_counter()
        function()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def main() -> None:
    """Print the seconds, and the most memory held."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--statements", type=int, default=1_000_000)
    ours, theirs, source = measure(parser.parse_args().statements)
    print(f"hearsay {ours:.2f} s, DuckDB from {source} {theirs:.2f} s: ratio {ours / theirs:.2f}")
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
