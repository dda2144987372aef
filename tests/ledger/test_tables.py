"""The tables: rows fit their columns, and are counted as many as there are."""

from pathlib import Path

import pytest

from hearsay.ledger import Ledger
from hearsay.ledger.tables import TABLES
from hearsay.records import Event, Statement
from tests.ledger.ledger_factories import make_link, make_reading, make_refusal


def fill(ledger: Ledger) -> None:
    """Fill a ledger with a statement through two links about an event, and a refusal."""
    chain = (make_link("The Courier"), make_link("Mira Holt"))
    statement = Statement("s1", ((0, 4),), ((5, 9),), chain, event=Event("MEET", "Q1", negated=True, number=2.0))
    ledger.add(make_reading(statements=(statement,)))
    ledger.refuse(make_refusal(), "2024-05-06T00:00:00+00:00")


@pytest.mark.parametrize("name", TABLES)
def test_rows_fit_their_columns_and_are_counted(tmp_path: Path, name: str) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger)
        rows = list(ledger.tables.rows(name))
        assert ledger.tables.count(name) == len(rows)
        assert all(len(row) == len(TABLES[name].columns) for row in rows)
        assert [row for batch in ledger.tables.batches(name, size=1) for row in batch] == rows


def test_a_statement_has_its_ultimate_source_and_its_event(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger)
        (row,) = ledger.tables.rows("statements")
        links = list(ledger.tables.rows("links"))
        (event,) = ledger.tables.events()
    found = dict(zip(TABLES["statements"].names, row, strict=True))
    assert (found["source"], found["event_type"], found["actor"], found["number"]) == ("Mira Holt", "MEET", "Q1", 2.0)
    assert found["negated"] and found["text"] == "Rain" and [link[3] for link in links] == ["The Courier", "Mira Holt"]
    assert (event.statement, event.claim, event.best) == ("s1", None, None)


def test_a_snapshot_does_not_see_what_comes_later(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger, Ledger.open(tmp_path / "a.db", read_only=True) as reader:
        ledger.add(make_reading("r1"))
        with reader.snapshot():
            assert reader.tables.count("reports") == 1
            ledger.add(make_reading("r2"))
            assert reader.tables.count("reports") == 1
        assert reader.tables.count("reports") == 2


def test_the_names_that_a_report_mentions_come_once(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger)
        assert ledger.tables.names_in("r1") == (("person", "Mira Holt"),)
