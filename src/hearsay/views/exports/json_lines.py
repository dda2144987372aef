"""JSON Lines of every table: the forms of `hearsay show --json` where there is one, else the columns by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from hearsay.ledger import Ledger
from hearsay.ledger.tables import TABLES, Kind, Table, Values
from hearsay.views.exports.files import Order, Written, write_lines

_FORMS: Mapping[str, Callable[[Ledger], Iterable[object]]] = {
    "reports": lambda ledger: ledger.reports(),
    "statements": lambda ledger: ledger.statements(),
    "stories": lambda ledger: ledger.links.stories(),
    "claims": lambda ledger: ledger.links.claims(),
    "copies": lambda ledger: ledger.links.copies(),
    "possible": lambda ledger: ledger.links.possible(),
    "judgements": lambda ledger: ledger.links.judgements(),
    "refusals": lambda ledger: ledger.refusals(),
}
_encode = msgspec.json.Encoder().encode


def export_jsonl(ledger: Ledger, order: Order) -> Iterator[Written]:
    """Write TABLE.jsonl for every table."""
    for table in TABLES.values():
        form = _FORMS.get(table.name)
        rows = form(ledger) if form else name_values(table, ledger.tables.rows(table.name))
        yield write_lines(order.folder / f"{table.name}.jsonl", encode_lines(rows), order=order)


def encode_lines(rows: Iterable[object]) -> Iterator[str]:
    """Write each row as a line.

    >>> list(encode_lines([{"a": 1}]))
    ['{"a":1}\\n']
    """
    return (_encode(row).decode() + "\n" for row in rows)


def name_values(table: Table, rows: Iterable[Values]) -> Iterator[dict[str, object]]:
    """Give each row as an object of its columns; lists become lists, and truths true or false."""
    unpack: dict[Kind, Callable[[Any], object]] = {
        Kind.NAMES: msgspec.json.decode,
        Kind.JSON: msgspec.json.decode,
        Kind.TRUTH: bool,
    }
    changed = [(place, unpack[column.kind]) for place, column in enumerate(table.columns) if column.kind in unpack]
    for row in rows:
        values = list(row)
        for place, change in changed:
            values[place] = None if values[place] is None else change(values[place])
        yield dict(zip(table.names, values, strict=True))
