"""The bench of linking's cost: what it puts into a ledger is what a reader would, and linking again does nothing."""

from itertools import islice
from pathlib import Path

from bench.linking_speed import fill_ledger, link_here, read_year
from bench.worlds import truth


def test_a_world_with_other_names_is_read_as_if_it_were_read(monkeypatch: object) -> None:
    monkeypatch.setattr(truth, "DIFFERENT_WORLDS", 2)  # type: ignore[attr-defined]
    rows = list(truth.make_year(60))
    readings = list(islice(read_year(60, "year"), 60))
    assert [reading.text for reading in readings] == [row["text"] for row in rows]
    assert [reading.id for reading in readings] == [row["id"] for row in rows]
    assert len({row["like"] for row in rows}) < len(rows)
    ids = [one.id for reading in readings for one in reading.statements]
    assert len(set(ids)) == len(ids)


def test_linking_again_does_nothing(tmp_path: Path) -> None:
    fill_ledger(tmp_path / "a.db", 30)
    first, again = link_here(tmp_path / "a.db"), link_here(tmp_path / "a.db")
    assert first["new"] and not again["new"]
