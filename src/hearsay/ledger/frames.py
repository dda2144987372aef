"""Tables of the ledger as data frames of pandas or polars, whichever is installed; the only module that imports them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any

import msgspec

from hearsay.errors import MissingExtra, SettingsError
from hearsay.ledger.tables import TABLES, Kind, Table, Values


def make_frame(name: str, rows: Iterable[Values], library: str | None = None) -> Any:
    """Make a frame of a table's rows: columns have their types, lists are lists, what is not known is missing.

    SettingsError: there is no such table or library. MissingExtra: neither library is installed.
    """
    if name not in TABLES:
        raise SettingsError(f"the ledger has no table '{name}'; there are: {', '.join(TABLES)}.")
    table = TABLES[name]
    return _find_maker(library)(table, _make_columns(table, list(rows)))


def _find_maker(library: str | None) -> Callable[[Table, Mapping[str, Sequence[Any]]], Any]:
    """Find the library that was asked for, else the first that is installed."""
    makers = {"pandas": _make_pandas, "polars": _make_polars}
    if library is not None and library not in makers:
        raise SettingsError(f"there are frames of {' and '.join(makers)}, not of '{library}'.")
    wanted = [library] if library else list(makers)
    found = next((one for one in wanted if find_spec(one)), None)
    if found is None:
        raise MissingExtra("a data frame", "frames")
    return makers[found]


def _make_columns(table: Table, rows: Sequence[Values]) -> dict[str, Sequence[Any]]:
    """Turn rows into columns, and what SQLite has no type for into what it means."""
    unpack: dict[Kind, Callable[[Any], Any]] = {Kind.NAMES: msgspec.json.decode, Kind.TRUTH: bool}
    columns = zip(*rows, strict=True) if rows else ((),) * len(table.columns)
    return {
        column.name: [None if value is None else unpack[column.kind](value) for value in values]
        if column.kind in unpack
        else values
        for column, values in zip(table.columns, columns, strict=True)
    }


def _make_pandas(table: Table, columns: Mapping[str, Sequence[Any]]) -> Any:
    import pandas

    types = {Kind.TEXT: "string", Kind.JSON: "string", Kind.WHOLE: "Int64", Kind.REAL: "Float64", Kind.TRUTH: "boolean"}
    return pandas.DataFrame(
        {one.name: pandas.Series(columns[one.name], dtype=types.get(one.kind, "object")) for one in table.columns}
    )


def _make_polars(table: Table, columns: Mapping[str, Sequence[Any]]) -> Any:
    import polars

    types: dict[Kind, Any] = {
        **{Kind.TEXT: polars.String, Kind.WHOLE: polars.Int64, Kind.REAL: polars.Float64, Kind.TRUTH: polars.Boolean},
        **{Kind.NAMES: polars.List(polars.String), Kind.JSON: polars.String},
    }
    return polars.DataFrame(dict(columns), schema={one.name: types[one.kind] for one in table.columns})
