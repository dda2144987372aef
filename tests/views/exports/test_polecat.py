"""POLECAT: its columns in its order, types by the table, parties with their states."""

import csv
from pathlib import Path

import duckdb
import pytest

from hearsay.records import Act, Certainty, Event
from hearsay.views.exports import Order, export
from hearsay.views.exports.polecat import COLUMNS, OWN_COLUMNS, to_plover
from tests.views.exports.export_factories import EVENT, open_filled


def test_an_event_has_type_quad_and_parties(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        (written,) = export(ledger, "polecat", Order(tmp_path))
    with (tmp_path / written.file).open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert written.rows == len(rows) == 3 and tuple(rows[0]) == COLUMNS + OWN_COLUMNS
    row = rows[0]
    assert (row["Event Type"], row["Quad Code"], row["Event Date"]) == ("CONSULT", "VERBAL COOPERATION", "2024-06")
    assert (row["Actor Name"], row["Actor Country"], row["Recipient Country"]) == ("Russia", "RUS", "BGD")
    assert (row["Story People"], row["Claim ID"], row["Origins Best"]) == ("Mira Holt", "c1", "2")
    assert rows[1]["Chain"] == "Reuters ← two officials"


def test_duckdb_reads_it(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        (written,) = export(ledger, "polecat", Order(tmp_path, "c1"))
    asked = (
        f"""SELECT "Stance", count(*) FROM read_csv('{tmp_path / written.file}', delim = '\t') GROUP BY 1 ORDER BY 1"""
    )
    assert duckdb.sql(asked).fetchall() == [("asserts", 2), ("denies", 1)]


@pytest.mark.parametrize(
    ("certainty", "acts", "expected"),
    [
        (Certainty.ASSERTED, [Act.DENY], "REJECT"),
        (Certainty.PLANNED, [Act.SAY], "AGREE"),
        (Certainty.ASSERTED, [], "CONSULT"),
    ],
)
def test_the_act_outranks_the_plan_and_the_plan_the_event(certainty: Certainty, acts: list[Act], expected: str) -> None:
    assert to_plover(EVENT, certainty, acts) == expected


def test_what_has_no_type_is_left_out() -> None:
    assert to_plover(Event("OTHER"), Certainty.ASSERTED, [Act.SAY]) is None
