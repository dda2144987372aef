"""CSV (RFC 4180) of every table, UTF-8, safe to open in a spreadsheet.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). So does a cell that
begins with apostrophes before such a character: taking one apostrophe from cells of that form gives the text back exactly.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from hearsay.ledger import Ledger
from hearsay.ledger.tables import TABLES, Kind, Table, Values
from hearsay.views.exports.files import Order, Written, open_whole

# The last ones are the wide forms that spreadsheets of Chinese and Japanese take too.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_FIRST = frozenset("'=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # asked first: it is quicker, and hardly any text begins so
_BOM = "\ufeff".encode()


def export_csv(ledger: Ledger, order: Order) -> Iterator[Written]:
    """Write TABLE.csv for every table."""
    for table in TABLES.values():
        count = 0
        path = order.folder / f"{table.name}.csv"
        with open_whole(path) as file:
            file.write((_BOM if order.with_bom else b"") + write_rows([table.names]).encode())
            for batch in ledger.tables.batches(table.name):
                file.write(write_rows(guard_rows(table, batch)).encode())
                count += len(batch)
                order.see(path.name, len(batch))
        yield Written(path.name, count)


def write_rows(rows: Iterable[Values]) -> str:
    """Write rows of cells as CSV; lines end with CR LF as the standard has it."""
    written = StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue()


def guard_rows(table: Table, rows: Iterable[Values]) -> Iterator[Values]:
    """Make cells of values: texts guarded against formulas, truths as words."""
    kinds = [column.kind for column in table.columns]
    for row in rows:
        yield tuple(_write_cell(value, kind) for value, kind in zip(row, kinds, strict=True))


def _write_cell(value: object, kind: Kind) -> object:
    if isinstance(value, str):
        return guard_cell(value)
    return ("false", "true")[bool(value)] if kind is Kind.TRUTH and value is not None else value


def guard_cell(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would calculate.

    >>> guard_cell("=1+2"), guard_cell("'=1+2"), guard_cell("1+2")
    ("'=1+2", "''=1+2", '1+2')
    """
    return f"'{text}" if text[:1] in _FIRST and _FORMULA.match(text) else text


def unguard_cell(cell: str) -> str:
    """Give back the text that a guarded cell was made of.

    >>> unguard_cell("'=1+2"), unguard_cell("'tis")
    ('=1+2', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
