"""Rendering: chosen fields, and cells that no spreadsheet takes for formulas."""

import csv
from io import StringIO

from hearsay.api.rendering import write_csv
from hearsay.ledger import SourceRow
from hearsay.records import SourceKind


def test_rows_are_csv_without_formulas() -> None:
    rows = [
        SourceRow('=HYPERLINK("x")', SourceKind.PERSON, None, 3, 2),
        SourceRow('Ann, "the" \n one', SourceKind.PERSON, "Q1", 1, 1),
    ]
    head, *cells = csv.reader(StringIO(write_csv(rows, None).decode("utf-8-sig"), newline=""))
    assert head == ["name", "kind", "entity", "statements", "reports"]
    assert cells == [['\'=HYPERLINK("x")', "person", "", "3", "2"], ['Ann, "the" \n one', "person", "Q1", "1", "1"]]


def test_no_rows_are_no_table() -> None:
    assert write_csv([], None) == b"\xef\xbb\xbf\r\n"
