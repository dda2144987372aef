"""The desk: what is remembered, and when: never before everything that it vouches for is stored."""

from pathlib import Path

from hearsay.cli.desk import Desk, Kind
from hearsay.cli.gather_progress import GatherProgress
from hearsay.cli.gathered import Gathered
from hearsay.gather.arrivals import Arrival, Expected, Milestone
from hearsay.ledger import Ledger
from hearsay.records import Refusal, Visit
from tests.ledger.ledger_factories import make_reading

WHEN = "2024-03-04T10:00:00+00:00"


def make_arrival(source: str = "feed", where: str = "a") -> Arrival:
    """Make an arrival."""
    return Arrival(source, where, "a.txt", visit=Visit(where, WHEN))


def make_milestone(source: str = "feed", **told: int) -> Milestone:
    """Make the milestone at the end of a feed."""
    return Milestone(source, Visit(source, WHEN, etag="1"), is_end=True, **told)  # type: ignore[arg-type]


def answer(arrival: Arrival, outcome: object = "reading") -> Gathered:
    """Answer an arrival: with a reading of its own, a refusal, or nothing."""
    found = (
        make_reading(arrival.where, text=f"Rain said Mira Holt in {arrival.where}.")
        if outcome == "reading"
        else outcome
    )
    return Gathered(arrival.source, arrival.where, found, arrival.visit)  # type: ignore[arg-type]


def open_desk(path: Path) -> tuple[Desk, Ledger]:
    """Open a desk with a ledger."""
    ledger = Ledger.open(path / "a.db")
    return Desk(ledger, GatherProgress(as_json=False)), ledger


def test_a_milestone_waits_for_what_comes_before(tmp_path: Path) -> None:
    desk, ledger = open_desk(tmp_path)
    arrivals = list(
        desk.sort([Expected("feed", 2), make_arrival(where="a"), make_arrival(where="b"), make_milestone()])
    )
    desk.take(answer(arrivals[0]))
    desk.store()
    assert ledger.visits.find("feed") is None
    desk.take(answer(arrivals[1]))
    desk.store()
    assert ledger.visits.find("feed") is not None and desk.totals == {Kind.NEW: 2}
    ledger.close()


def test_a_milestone_with_nothing_before_it_does_not_wait(tmp_path: Path) -> None:
    desk, ledger = open_desk(tmp_path)
    assert list(desk.sort([make_milestone(unchanged=7)])) == []
    assert ledger.visits.find("feed") is not None and desk.counts["feed"] == {Kind.UNCHANGED: 7}
    ledger.close()


def test_a_source_that_met_passing_trouble_is_looked_at_again(tmp_path: Path) -> None:
    for number, (reason, is_remembered) in enumerate({"timeout": False, "status": True}.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        desk, ledger = open_desk(folder)
        (arrival,) = desk.sort([make_arrival(), make_milestone()])
        desk.take(answer(arrival, Refusal("a", reason, "x")))
        desk.store()
        assert (ledger.visits.find("feed") is not None) is is_remembered
        assert (ledger.visits.find("a") is not None) is is_remembered
        assert desk.totals == {Kind.REFUSED: 1} and len([*ledger.refusals()]) == 1
        ledger.close()


def test_what_is_older_is_not_remembered(tmp_path: Path) -> None:
    desk, ledger = open_desk(tmp_path)
    (arrival,) = desk.sort([make_arrival(), make_milestone()])
    desk.take(answer(arrival, None))
    desk.store()
    assert ledger.visits.find("feed") is None and ledger.visits.find("a") is None and desk.totals == {Kind.OLDER: 1}
    ledger.close()
