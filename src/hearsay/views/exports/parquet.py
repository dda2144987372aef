"""Apache Parquet of every table, by pyarrow: typed columns, written a row group at a time, so that memory stays flat.

The only module that imports pyarrow's writer of Parquet.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from hearsay.errors import MissingExtra
from hearsay.ledger import Ledger
from hearsay.ledger.tables import EVENT_COLUMNS, TABLES, Kind, Table, Values
from hearsay.records import Event
from hearsay.views.exports.files import Order, Written, open_whole

_decode_names = msgspec.json.Decoder(list[str]).decode
# Rows of a group: few enough to hold the texts of as many reports, enough for its dictionaries to pay.
_GROUP = 20_000


def export_parquet(ledger: Ledger, order: Order) -> Iterator[Written]:
    """Write TABLE.parquet for every table."""
    for table in TABLES.values():
        path = order.folder / f"{table.name}.parquet"
        yield Written(path.name, write_table(ledger, table, path, order=order))


def write_table(ledger: Ledger, table: Table, path: Path, *, order: Order) -> int:
    """Write one table, and count its rows."""
    pyarrow, parquet = _load()
    schema = make_schema(table)
    count = 0
    with (
        open_whole(path) as file,
        parquet.ParquetWriter(file, schema, compression="zstd", compression_level=1) as writer,
    ):
        for batch in ledger.tables.whole_batches(table.name, size=_GROUP):
            arrays = make_arrays(table, batch)
            writer.write_batch(pyarrow.RecordBatch.from_arrays(arrays, schema=schema))
            count += len(batch)
            order.see(path.name, len(batch))
    return count


def make_schema(table: Table) -> Any:
    """Make the schema of a table."""
    kinds = _types()
    return _load()[0].schema([(column.name, kinds[column.kind]) for column in table.columns])


def make_arrays(table: Table, rows: Sequence[Values]) -> list[Any]:
    """Turn rows, events whole, into columns of their types."""
    pyarrow, kinds = _load()[0], _types()
    given = list(zip(*rows, strict=True))
    place = table.event_place
    events = _spread_events(given.pop(place)) if place is not None else []
    end = 0 if place is None else place + EVENT_COLUMNS
    columns = [column for number, column in enumerate(table.columns) if not (place or 0) <= number < end]
    arrays = [
        pyarrow.array(_unpack(values, column.kind), kinds[column.kind])
        for column, values in zip(columns, given, strict=True)
    ]
    return arrays[:place] + events + arrays[place:] if place is not None else arrays


def _spread_events(wholes: Sequence[str | None]) -> list[Any]:
    """Spread events over their columns; pyarrow reads their JSON all at once, in a fifth of the time."""
    pyarrow, kinds = _load()[0], _types()
    names = msgspec.structs.fields(Event)
    columns = TABLES["statements"].columns
    place = TABLES["statements"].event_place or 0
    types = [kinds[column.kind] for column in columns[place : place + EVENT_COLUMNS]]
    schema = pyarrow.schema([(field.name, kind) for field, kind in zip(names, types, strict=True)])
    lines = "\n".join(whole or "{}" for whole in wholes).encode()
    told = pyarrow.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error")
    read = pyarrow.json.ReadOptions(use_threads=False, block_size=len(lines) + 1)
    table = pyarrow.json.read_json(pyarrow.BufferReader(lines), read_options=read, parse_options=told)
    return [table.column(field.name).combine_chunks() for field in names]


def _unpack(values: Sequence[Any], kind: Kind) -> Sequence[Any]:
    """Turn what SQLite has no type for into what it means."""
    if kind is Kind.NAMES:
        return [value and _decode_names(value) for value in values]
    if kind is Kind.TRUTH:
        return [None if value is None else bool(value) for value in values]
    return values


def _types() -> dict[Kind, Any]:
    pyarrow, _ = _load()
    return {
        Kind.TEXT: pyarrow.string(),
        Kind.WHOLE: pyarrow.int64(),
        Kind.REAL: pyarrow.float64(),
        Kind.TRUTH: pyarrow.bool_(),
        Kind.NAMES: pyarrow.list_(pyarrow.string()),
        Kind.JSON: pyarrow.string(),
    }


def _load() -> tuple[Any, Any]:
    """Load pyarrow, or say how to install it."""
    try:
        import pyarrow
        import pyarrow.json
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("Parquet", "parquet") from error
    return pyarrow, pyarrow.parquet
