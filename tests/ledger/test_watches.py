"""What watching keeps: told once under any id, waiting until settled."""

from pathlib import Path

from hearsay.ledger import Ledger
from hearsay.ledger.watches import Told
from tests.ledger.ledger_factories import make_reading


def test_a_thing_is_told_under_any_of_its_ids(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        watches = ledger.watches
        assert not watches.is_known("q")
        watches.keep("q", [Told("q", "denial", ("s1", "s2"))], [])
        assert watches.is_known("q") and not watches.is_known("other")
        assert watches.is_told(Told("q", "denial", ("s9", "s2")))
        assert not watches.is_told(Told("q", "statement", ("s1",))) and not watches.is_told(
            Told("p", "denial", ("s1",))
        )


def test_a_query_that_found_nothing_is_known_too(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.watches.keep("q", [], [])
        assert ledger.watches.is_known("q")


def test_alerts_wait_in_order_and_each_once(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        watches = ledger.watches
        watches.keep("q", [], [("hook", "a2", "{}"), ("hook", "a1", "{}"), ("mail", "a1", "{}")])
        watches.keep("q", [], [("hook", "a2", "{}")])
        watches.count_try("hook", ["a1"])
        assert [(row.alert, row.tries) for row in watches.waiting("hook")] == [("a2", 0), ("a1", 1)]
        watches.settle("hook", ["a2"])
        assert (
            [row.alert for row in watches.waiting("hook")] == ["a1"] == [row.alert for row in watches.waiting("mail")]
        )


def test_statements_are_found_by_words_and_all_without(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add(make_reading())
        (row,) = ledger.watches.statements('"mira"', None)
        assert row.report == "r1" and row.claim is None
        assert len(list(ledger.watches.statements(None, None))) == 1
        assert list(ledger.watches.statements('"snow"', None)) == list(ledger.watches.statements(None, "c1")) == []
