"""Frames of pandas and polars: the same rows with the same types."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from hearsay.errors import MissingExtra, SettingsError
from hearsay.ledger import Ledger
from hearsay.ledger import frames as module
from hearsay.ledger.tables import TABLES
from tests.ledger.ledger_factories import make_reading


def open_ledger(folder: Path) -> Ledger:
    """Open a ledger with one report."""
    ledger = Ledger.open(folder / "a.db")
    ledger.add(make_reading())
    return ledger


@pytest.mark.parametrize("name", TABLES)
def test_both_libraries_give_the_same(tmp_path: Path, name: str) -> None:
    with open_ledger(tmp_path) as ledger:
        pandas, polars = ledger.frame(name, library="pandas"), ledger.frame(name, library="polars")
    assert list(pandas.columns) == polars.columns == list(TABLES[name].names)
    assert len(pandas) == len(polars)
    assert [row["text"] for row in polars.to_dicts() if "text" in row] == list(pandas.get("text", ()))


def test_types_hold_also_without_rows(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        frame = ledger.frame("claims")
    assert (str(frame["best"].dtype), str(frame["negated"].dtype)) == ("Int64", "boolean")


def test_what_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(tmp_path) as ledger:
        with pytest.raises(SettingsError, match="no table 'claim'; there are: reports"):
            ledger.frame("claim")
        with pytest.raises(SettingsError, match="not of 'excel'"):
            ledger.frame("claims", library="excel")
        monkeypatch.setattr(module, "find_spec", lambda name: None if name == "pandas" else find_spec(name))
        assert type(ledger.frame("claims")).__module__.startswith("polars")
        monkeypatch.setattr(module, "find_spec", lambda _: None)
        with pytest.raises(MissingExtra, match=r"hearsay\[frames\]"):
            ledger.frame("claims")
