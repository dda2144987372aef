"""One SQLite file: opening it, checking that it is ours, bringing it to the newest schema, running named SQL.

The only module that imports sqlite3; its errors leave as LedgerError. SQL lives in the .sql files beside it. How a file
tells what it is: https://sqlite.org/fileformat.html#the_database_header (application id at byte 68).
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from hearsay.errors import LedgerError
from hearsay.ledger.search import search_words
from hearsay.settings import load_settings

APPLICATION_ID = 0x68727379  # as in migrations/0001_readings.sql
_MAGIC = b"SQLite format 3\x00"

_QUERY_FILES = ("queries.sql", "links.sql", "tables.sql", "watching.sql")

Parameters = Mapping[str, object]

# SQLite's error names, each with what a person can do about it.
_REMEDIES = {
    "SQLITE_BUSY_SNAPSHOT": "another program wrote to it while rows were still being read here; read them to their end "
    "before adding, or add with a Ledger of its own",
    "SQLITE_BUSY": "another program is writing to it; wait for that one, or set HEARSAY_BUSY_SECONDS higher",
    "SQLITE_FULL": "the disk is full; make room and run the same again: finished reports are kept",
    "SQLITE_READONLY": "file and folder must be writable, for SQLite keeps two files beside an open ledger, even to "
    "read it; change their rights, or copy the ledger to a folder of yours",
    "SQLITE_CANTOPEN": "the folder must be there and be writable, for SQLite keeps two files beside an open ledger; "
    "make the folder, or copy the ledger to a folder of yours",
    "SQLITE_IOERR": "the disk could not be read or written; check it, and copy the ledger to another one",
    "SQLITE_CORRUPT": "the file is damaged; move it away and read the reports again",
    "SQLITE_INTERRUPT": "the question took longer than it may; ask for less: a shorter time, a rarer word, fewer rows",
    "SQLITE_NOTADB": "it is no ledger of hearsay; name another file with --ledger",
}


class Database:
    """A connection to one ledger file, for one thread; run SQL by its name in the .sql files beside this one."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def rows(self, name: str, parameters: Parameters | None = None) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a question one by one, as SQLite finds them."""
        with translate_errors(self._path), closing(self._connection.execute(query(name), parameters or {})) as cursor:
            yield from cursor

    def change(self, name: str, parameters: Parameters) -> int:
        """Run a change and return how many rows it touched."""
        with translate_errors(self._path):
            return self._connection.execute(query(name), parameters).rowcount

    def change_each(self, name: str, rows: Iterable[Parameters]) -> None:
        """Run a change once a row."""
        with translate_errors(self._path):
            self._connection.executemany(query(name), rows)

    def limit(self, is_over: Callable[[], bool] | None) -> None:
        """Stop questions, with a LedgerError, once `is_over` says so; None takes the limit back."""
        # 20,000 steps of SQLite's machine are about a millisecond.
        self._connection.set_progress_handler(is_over, 20_000)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all changes inside happen together or not at all; waits its turn behind another writer."""
        with translate_errors(self._path), _transaction(self._connection):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all questions inside see the ledger as it was at the first, whatever others write meanwhile."""
        with translate_errors(self._path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self._connection.close()


def open_database(path: Path, *, read_only: bool = False) -> Database:
    """Open a ledger file, making or migrating it unless `read_only`; a file that is not ours stays untouched."""
    _refuse_foreign_file(path, read_only=read_only)
    with translate_errors(path):
        connection = _connect(path, "ro" if read_only else "rwc")
        try:
            _prepare(connection, path, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return Database(connection, path)


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite into a LedgerError that says what to do."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a mistake of the caller, such as use from a second thread: no remedy at run time
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        remedy = next((text for code, text in _REMEDIES.items() if name.startswith(code)), "")
        raise LedgerError(f"ledger {path}: {error}{': ' if remedy else ''}{remedy}.") from error
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"ledger {path}: {error}. The text holds half a character; decode its bytes again."
        ) from error


@cache
def load_queries() -> dict[str, str]:
    """Load the named SQL of all files beside this one; connection.sql names nothing."""
    names = sorted(item.name for item in files("hearsay.ledger").iterdir() if item.name.endswith(".sql"))
    sections = [part for name in names for part in _read_sql(name).split("-- name: ")[1:]]
    return {name.strip(): text.strip() for name, _, text in (section.partition("\n") for section in sections)}


def query(name: str) -> str:
    """Return the SQL of a name."""
    return load_queries()[name]


@cache
def load_migrations() -> tuple[str, ...]:
    """Load the migrations in order; a ledger's version is the number of those it has been through."""
    folder = files("hearsay.ledger") / "migrations"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    return tuple(_read_sql(f"migrations/{name}") for name in names)


def _read_sql(name: str) -> str:
    return (files("hearsay.ledger") / name).read_text(encoding="utf8")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """Connect without Python's own transactions, which would begin at the wrong moment."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=load_settings().busy_seconds, isolation_level=None)
    connection.create_function("search_words", 1, search_words, deterministic=True)
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    """Bring the file to the newest schema and set the connection up; the schema first, so that a new file's header
    already says whose it is before WAL mode keeps later changes beside the file."""
    version, newest = _version(connection), len(load_migrations())
    if version > newest:
        raise LedgerError(
            f"ledger {path} was written by a newer hearsay (form {version}, this one knows {newest}): "
            "pip install --upgrade hearsay, or name another file with --ledger."
        )
    if read_only:
        if version < newest:
            raise LedgerError(
                f"ledger {path} has the older form {version}, now it is {newest}: open it once for writing "
                "(any 'hearsay read … --ledger' does) and it is brought over."
            )
        return
    if version < newest:
        _migrate(connection)
    for statement in split_statements(_read_sql("connection.sql")):
        connection.execute(statement)


def _migrate(connection: sqlite3.Connection) -> None:
    """Run the migrations that are missing, each in a transaction of its own that also counts it."""
    for number, migration in enumerate(load_migrations(), start=1):
        with _transaction(connection):
            if _version(connection) < number:  # asked inside: another process may have been faster
                for statement in split_statements(f"{migration}\nPRAGMA user_version = {number};"):
                    connection.execute(statement)


def split_statements(script: str) -> Iterator[str]:
    """Split SQL into statements; sqlite3's executescript would commit first and so break the transaction.

    >>> list(split_statements("SELECT 1; -- one\\nSELECT ';';"))
    ['SELECT 1;', "-- one\\nSELECT ';';"]
    """
    pending = ""
    for piece in script.split(";"):
        pending += piece + ";"
        if sqlite3.complete_statement(pending):
            if pending.strip(" \n;"):
                yield pending.strip()
            pending = ""


def _version(connection: sqlite3.Connection) -> int:
    """Return how many migrations the file has been through."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Take the writer's lock at once: taking it later, after a read, cannot wait and fails instead.

    Inside another transaction it is a savepoint, undone by itself if it fails, and committed with the whole.
    """
    if connection.in_transaction:
        with _savepoint(connection):
            yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def _savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """Undo what happens inside, and nothing before it, if it fails."""
    connection.execute("SAVEPOINT inner")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO inner")
            connection.execute("RELEASE inner")
        raise
    connection.execute("RELEASE inner")


def _refuse_foreign_file(path: Path, *, read_only: bool) -> None:
    """Look at the header before SQLite touches the file: opening alone may write to a file in WAL mode."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        if read_only:
            raise LedgerError(f"there is no ledger {path}: 'hearsay read … --ledger {path}' makes one.") from None
        return
    except OSError as error:
        raise LedgerError(f"ledger {path} cannot be opened: {error.strerror}. Name another with --ledger.") from error
    if header and not (header.startswith(_MAGIC) and int.from_bytes(header[68:72], "big") == APPLICATION_ID):
        kind = "an SQLite file of another program" if header.startswith(_MAGIC) else "a file of another kind"
        raise LedgerError(f"{path} is no ledger but {kind}; it was left as it is. Name another file with --ledger.")
