"""Visits: what gathering remembers; a page in the same words adds nothing, in new words another version."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.ledger import Came, Ledger
from hearsay.records import Refusal, Visit
from tests.ledger.ledger_factories import make_reading

WHEN = "2024-03-04T10:00:00+00:00"


def make_visit(address: str = "https://news.example/a", **told: str | int) -> Visit:
    """Make a visit."""
    return Visit(address, WHEN, **told)  # type: ignore[arg-type]


@settings(max_examples=10, deadline=None)
@given(st.text(st.characters(codec="utf-8")), st.none() | st.integers(100, 599), st.none() | st.just('W/"1"'))
def test_a_visit_comes_back_as_it_was(final: str, status: int | None, etag: str | None) -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "a.db") as ledger:
        visit = Visit("https://news.example/a", WHEN, final, etag, None, status, "0", "r1", None)
        ledger.visits.put(visit)
        assert ledger.visits.find(visit.address) == visit
        assert ledger.visits.find("https://news.example/b") is None


def test_new_words_are_another_version_and_both_are_kept(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        first, second = make_reading("r1"), make_reading("r2", text="Snow said Mira Holt.")
        came = [ledger.add_visited(reading, make_visit(), where="x") for reading in (first, first, second, first)]
        assert came == [Came.NEW, Came.KNOWN, Came.VERSION, Came.KNOWN]
        assert [row.report for row in ledger.visits.versions("https://news.example/a")] == ["r1", "r2"]
        assert len([*ledger.readings()]) == 2


def test_one_report_under_two_addresses_is_one(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add_visited(make_reading(), make_visit("https://news.example/a"), where="a")
        ledger.add_visited(make_reading(), make_visit("https://news.example/b"), where="b")
        assert len([*ledger.reports()]) == 1 and len([*ledger.statements()]) == 1
        assert ledger.visits.find("https://news.example/b").report == "r1"  # type: ignore[union-attr]


def test_a_report_is_read_again_by_another_pack_only(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add_visited(make_reading(), make_visit(), where="a")
        ledger.add_visited(make_reading(outlet="Another"), make_visit(), where="a")
        assert [row.outlet for row in ledger.reports()] == ["The Ferry Post"]
        ledger.add_visited(make_reading(outlet="Another", pack="en@00000002"), make_visit(), where="a")
        assert [row.outlet for row in ledger.reports()] == ["Another"]


def test_what_is_read_at_last_is_refused_no_longer(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        refusal = Refusal("https://news.example/a", "status", "404")
        assert ledger.refuse_visited(refusal, make_visit(content="0"))
        assert not ledger.refuse_visited(refusal, make_visit(content="0"))
        assert ledger.visits.find("https://news.example/a").refusal == "status"  # type: ignore[union-attr]
        ledger.add_visited(make_reading(), make_visit(), where="https://news.example/a")
        assert [*ledger.refusals()] == []


def test_rules_of_sites_are_remembered_for_a_while(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.visits.put_robots("https://news.example", "Disallow:", fetched=WHEN)
        assert ledger.visits.find_robots("https://news.example", since="2024-03-04") == "Disallow:"
        assert ledger.visits.find_robots("https://news.example", since="2024-03-05") is None
