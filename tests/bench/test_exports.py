"""The bench of exports: its ledger holds what it says, and both sides write the same rows."""

from pathlib import Path

from bench.exports import make_ledger, measure
from hearsay.ledger import Ledger
from hearsay.ledger.tables import TABLES


def test_the_ledger_is_multiplied_and_both_sides_are_timed(tmp_path: Path) -> None:
    make_ledger(tmp_path / "a.db", 20_000)
    with Ledger.open(tmp_path / "a.db", read_only=True) as ledger:
        assert ledger.tables.count("statements") == 20_000 and ledger.tables.count("links") == 40_000
        row = next(ledger.tables.rows("statements"))
    assert dict(zip(TABLES["statements"].names, row, strict=True))["source"] == "Mira Holt"
    ours, theirs, source = measure(10_000)
    assert ours > 0 and theirs > 0 and source in ("the ledger", "a CSV of it")
