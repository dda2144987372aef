"""Parquet: typed columns that pyarrow, DuckDB, pandas and polars read alike."""

import sys
from pathlib import Path

import duckdb
import pandas
import polars
import pytest
from pyarrow import parquet

from hearsay.errors import MissingExtra
from hearsay.ledger.tables import TABLES
from hearsay.views.exports import Order, export
from tests.views.exports.export_factories import open_filled


def export_filled(folder: Path) -> Path:
    """Export a filled ledger."""
    with open_filled(folder) as ledger:
        list(export(ledger, "parquet", Order(folder / "out")))
    return folder / "out"


def test_columns_have_their_types_also_where_all_is_empty(tmp_path: Path) -> None:
    out = export_filled(tmp_path)
    schema = parquet.read_schema(out / "claims.parquet")
    types = {name: str(kind) for name, kind in zip(schema.names, schema.types, strict=True)}
    assert tuple(types) == TABLES["claims"].names
    assert (types["at_least"], types["number"], types["negated"]) == ("int64", "double", "bool")
    assert types["gate_names"].startswith("list<")


def test_others_read_it(tmp_path: Path) -> None:
    out = export_filled(tmp_path)
    asked = f"""
        SELECT s.source, c.best, c.denied_by FROM '{out}/statements.parquet' AS s
        JOIN '{out}/claim_statements.parquet' AS cs ON cs.statement = s.id JOIN '{out}/claims.parquet' AS c ON c.id = cs.claim
        WHERE cs.stance = 'asserts' ORDER BY s.id"""
    assert duckdb.sql(asked).fetchall() == [
        ("Mira Holt", 2, ["The Ferry Post"]),
        ("two officials", 2, ["The Ferry Post"]),
    ]
    assert pandas.read_parquet(out / "statements.parquet")["negated"].tolist() == [False, False, False]
    assert polars.read_parquet(out / "stories.parquet")["reports"].to_list() == [["r1", "r2", "my report.txt"]]


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with open_filled(tmp_path) as ledger, pytest.raises(MissingExtra, match=r"hearsay\[parquet\]"):
        list(export(ledger, "parquet", Order(tmp_path / "out")))
    assert list((tmp_path / "out").glob(".*")) == []
