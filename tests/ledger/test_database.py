"""Opening a ledger file: new, older, newer, foreign, damaged, locked, unwritable; each says what to do."""

import os
import sqlite3
from pathlib import Path

import pytest

from hearsay.errors import LedgerError
from hearsay.ledger import Ledger
from hearsay.ledger.database import load_migrations, load_queries, split_statements
from tests.ledger.ledger_factories import make_reading


def make_ledger(path: Path) -> Path:
    """Make a ledger with one report."""
    with Ledger.open(path) as ledger:
        ledger.add(make_reading())
    return path


def name_objects(connection: sqlite3.Connection, kind: str) -> list[str]:
    """Name the tables or indexes of a ledger, without those that SQLite keeps for itself and for a full-text table."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = ? AND sql IS NOT NULL", (kind,))
    return [name for (name,) in rows if not name.startswith(("sqlite_", "search_"))]


def make_old_ledger(path: Path) -> Path:
    """Make a ledger as the first form was, with one report: today's without what came later."""
    first = sqlite3.connect(":memory:")
    first.executescript(load_migrations()[0])
    with sqlite3.connect(make_ledger(path)) as connection:
        for kind in ("index", "table"):
            for name in set(name_objects(connection, kind)) - set(name_objects(first, kind)):
                connection.execute(f"DROP {kind} {name}")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    first.close()
    return path


def snapshot(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file in a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_new_ledger_has_been_through_all_migrations(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db"):
        pass
    connection = sqlite3.connect(tmp_path / "a.db")
    assert connection.execute("PRAGMA user_version").fetchone() == (len(load_migrations()),)
    assert connection.execute("PRAGMA application_id").fetchone() == (0x68727379,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_table_is_strict() -> None:
    for migration in load_migrations():
        for statement in split_statements(migration):
            assert "CREATE TABLE" not in statement or ") STRICT" in statement


def test_an_older_ledger_is_brought_over_with_all_it_held(tmp_path: Path) -> None:
    with Ledger.open(make_old_ledger(tmp_path / "a.db")) as ledger:
        assert [*ledger.readings()] == [make_reading()]
        assert [row.report for row in ledger.search("mira")] == ["r1"]


def test_an_older_ledger_is_not_changed_by_reading(tmp_path: Path) -> None:
    path = make_old_ledger(tmp_path / "a.db")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="older form 1.*open it once for writing"):
        Ledger.open(path, read_only=True)
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_ledger(tmp_path / "a.db")
    broken = (*load_migrations(), "CREATE TABLE half (x TEXT) STRICT; SELECT x FROM nowhere;")
    monkeypatch.setattr("hearsay.ledger.database.load_migrations", lambda: broken)
    with pytest.raises(LedgerError, match="nowhere"):
        Ledger.open(path)
    monkeypatch.undo()
    with Ledger.open(path) as ledger:
        assert [*ledger.readings()] == [make_reading()]
    assert not sqlite3.connect(path).execute("SELECT * FROM sqlite_schema WHERE name = 'half'").fetchall()


@pytest.mark.parametrize("journal", ["delete", "wal"])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_of_another_program_is_refused_untouched(tmp_path: Path, journal: str, read_only: bool) -> None:
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute("CREATE TABLE song (title)")
    connection.close()
    before = snapshot(tmp_path)
    with pytest.raises(LedgerError, match="an SQLite file of another program; it was left as it is"):
        Ledger.open(tmp_path / "a.db", read_only=read_only)
    assert snapshot(tmp_path) == before


def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain in the harbour.")
    with pytest.raises(LedgerError, match="a file of another kind"):
        Ledger.open(tmp_path / "a.txt")
    assert snapshot(tmp_path) == {"a.txt": b"Rain in the harbour."}


def test_a_newer_ledger_says_to_upgrade(tmp_path: Path) -> None:
    connection = sqlite3.connect(make_ledger(tmp_path / "a.db"))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LedgerError, match="newer hearsay .form 99.*pip install --upgrade hearsay"):
        Ledger.open(tmp_path / "a.db")


def test_a_missing_ledger_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger .*'hearsay read"):
        Ledger.open(tmp_path / "a.db", read_only=True)
    assert snapshot(tmp_path) == {}


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="the folder must be there"):
        Ledger.open(tmp_path / "no" / "a.db")


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be opened: Is a directory"):
        Ledger.open(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_says_what_to_do(tmp_path: Path) -> None:
    path = make_ledger(tmp_path / "a.db")
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        for read_only in (True, False):
            with pytest.raises(LedgerError, match="copy the ledger to a folder of yours"):
                Ledger.open(path, read_only=read_only).add(make_reading("r2"))
    finally:
        tmp_path.chmod(0o700)


def test_a_ledger_opened_for_reading_cannot_be_changed(tmp_path: Path) -> None:
    with (
        Ledger.open(make_ledger(tmp_path / "a.db"), read_only=True) as ledger,
        pytest.raises(LedgerError, match="file and folder must be writable"),
    ):
        ledger.add(make_reading("r2"))


def test_whoever_waits_too_long_is_told_that_another_program_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_BUSY_SECONDS", "0.05")
    connection = sqlite3.connect(make_ledger(tmp_path / "a.db"), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    with Ledger.open(tmp_path / "a.db") as ledger:
        with pytest.raises(LedgerError, match="another program is writing"):
            ledger.add(make_reading("r2"))
        connection.execute("ROLLBACK")
        assert ledger.add(make_reading("r2"))


def test_adding_while_reading_what_another_has_changed_says_what_to_do(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger, Ledger.open(tmp_path / "a.db") as other:
        for number in range(3):
            ledger.add(make_reading(f"r{number}"))
        rows = ledger.reports()
        next(rows)
        other.add(make_reading("other"))
        with pytest.raises(LedgerError, match="read them to their end"):
            ledger.add(make_reading("mine"))
        assert [row.id for row in rows] == ["r1", "r2"]
        assert ledger.add(make_reading("mine"))


def test_a_damaged_ledger_says_so(tmp_path: Path) -> None:
    path = make_ledger(tmp_path / "a.db")
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(LedgerError, match="the file is damaged"):
        [*Ledger.open(path).readings()]


def test_the_ledger_is_where_the_settings_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_LEDGER", str(tmp_path / "odd name?#%.db"))
    with Ledger.open() as ledger:
        assert ledger.add(make_reading())
    assert (tmp_path / "odd name?#%.db").exists()


def test_every_query_has_a_name_of_its_own() -> None:
    assert len(load_queries()) > 20 and all(load_queries().values())
