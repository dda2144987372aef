"""CSV: nothing that a spreadsheet would calculate, and every text comes back as it was."""

import csv
from io import StringIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hearsay.ledger.tables import TABLES
from hearsay.views.exports import Order, export
from hearsay.views.exports.spreadsheets import guard_cell, guard_rows, unguard_cell, write_rows
from tests.views.exports.export_factories import FORMULA, open_filled

wild = st.text(st.sampled_from("=+-@'\t\r\n\"a, ক\u202e＝"), max_size=8) | st.text(max_size=5)


@given(wild)
def test_a_guarded_cell_is_no_formula_and_comes_back(text: str) -> None:
    cell = guard_cell(text)
    assert not cell or cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert unguard_cell(cell) == text


@given(st.lists(st.tuples(wild, wild), max_size=5))
def test_what_is_written_reads_back(rows: list[tuple[str, str]]) -> None:
    assert list(csv.reader(StringIO(write_rows(rows), newline=""))) == [list(row) for row in rows]


def test_truths_are_words_and_what_is_not_known_is_empty() -> None:
    table = TABLES["claims"]
    row = tuple(1 if column.name == "negated" else None for column in table.columns)
    (cells,) = guard_rows(table, [row])
    assert cells[table.names.index("negated")] == "true" and set(cells) == {None, "true"}


def test_every_table_is_written_with_its_head(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        written = {one.file: one.rows for one in export(ledger, "csv", Order(tmp_path / "out", with_bom=True))}
    assert list(written) == [f"{name}.csv" for name in TABLES]
    assert written["reports.csv"] == 3 and written["claim_statements.csv"] == 3 and written["origins.csv"] == 2
    content = (tmp_path / "out/reports.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,url,")
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0]["title"] == f"'{FORMULA}" and rows[0]["story"] == "t1" and rows[0]["byline"] == "Ann Bell"
