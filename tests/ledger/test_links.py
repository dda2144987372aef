"""What linking keeps in the ledger: put and given back whole, replaced at once, judgements kept."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from hearsay.ledger import Ledger
from hearsay.ledger.links import Found
from hearsay.records import (
    Claim,
    ClaimStatement,
    Copy,
    Denier,
    Judgement,
    Match,
    Origin,
    Origins,
    Relation,
    SourceKind,
    Stance,
    Story,
    Verdict,
)
from tests.ledger.ledger_factories import make_reading, make_statement

NOTHING = Found((), (), ())
COPY = Copy("r2", "r1", Relation.REPRINT, 0.9, ("90% of the words stand in both",), (((0, 5), (1, 6)),))
STORY = Story("st1", "Rain", ("r1", "r2"), "2024-05-06", "2024-05-07", ("en", "bn"))
MATCH = Match("claim", "c1", "c2", 0.5, False, ("3 words shared",))


def open_filled(folder: Path) -> Ledger:
    """Open a ledger with one reading."""
    ledger = Ledger.open(folder / "x.db")
    ledger.add(make_reading())
    return ledger


def make_claim(identity: str = "c1") -> Claim:
    """Make a claim of the one statement of the reading."""
    one = make_statement()
    row = ClaimStatement(one.id, "r1", "en", "2024-05-06", "Rain ", one.chain, one.act, one.certainty, Stance.DENIES)
    origin = Origin("mira holt", "Mira Holt", SourceKind.PERSON, None, (one.id,), ("the ferry post",))
    origins = Origins(1, 1, 2, 1, (origin,), ("why",), ("the ferry post",))
    denied = (Denier("Mira Holt", None, (one.id,)),)
    return Claim(identity, "st1", "Rain", None, "2024-05-06", "2024-05-06", (row,), origins, denied)


def test_what_was_found_is_given_back_whole(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        assert ledger.links.replace(Found((COPY,), (STORY,), (MATCH,)), [make_claim()], "state") == 1
        links = ledger.links
        assert list(links.copies()) == list(links.copies("r1")) == list(links.copies("r2")) == [COPY]
        assert list(links.stories()) == [links.story("st1")] == [links.story("r2")] == [STORY]
        assert list(links.claims()) == list(links.claims("st1")) == [links.claim("c1")] == [make_claim()]
        assert links.claim(make_statement().id) == make_claim() and links.claim("c9") is None
        assert list(links.possible()) == list(links.possible("c2")) == [MATCH] and list(links.possible("c9")) == []
        assert links.linked_state() == "state"


def test_a_linking_replaces_the_one_before_and_one_that_fails_changes_nothing(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        ledger.links.replace(Found((COPY,), (STORY,), (MATCH,)), [make_claim()], "one")

        def fail():  # type: ignore[no-untyped-def]
            yield make_claim("c2")
            raise RuntimeError("in the midst")

        with pytest.raises(RuntimeError):
            ledger.links.replace(NOTHING, fail(), "two")
        assert list(ledger.links.claims()) == [make_claim()] and ledger.links.linked_state() == "one"
        ledger.links.replace(NOTHING, [], "three")
        assert [*ledger.links.claims(), *ledger.links.copies(), *ledger.links.stories(), *ledger.links.possible()] == []


def test_the_state_changes_with_readings_and_judgements_and_not_by_reading_again(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        states = [ledger.links.state()]
        ledger.add(make_reading())
        assert ledger.links.state() == states[0]
        ledger.add(make_reading("r2"))
        states.append(ledger.links.state())
        ledger.links.judge(Judgement(Verdict.SAME, "r1", "r2", "mira", "2026-03-01"))
        states.append(ledger.links.state())
        ledger.add(replace(make_reading(), pack="en@00000002"))
        states.append(ledger.links.state())
    assert len(set(states)) == 4


def test_features_are_kept_of_what_is_new(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        ((identity, reading),) = ledger.links.new_readings()
        ledger.links.put_features([("r1", identity, "2024-05-06", b"whole")])
        assert reading.id == "r1" and list(ledger.links.new_readings()) == []
        assert list(ledger.links.features()) == [b"whole"] == [ledger.links.feature("r1")]
        ledger.add(replace(make_reading(), pack="en@00000002"))
        assert len(list(ledger.links.new_readings())) == 1
        ledger.links.drop_features()
        assert ledger.links.feature("r1") is None


def test_judgements_come_back_in_order_and_once(tmp_path: Path) -> None:
    one = Judgement(Verdict.SAME, "r1", "r2", "mira", "2026-03-01")
    two = replace(one, verdict=Verdict.UNSURE, at="2026-03-02")
    with open_filled(tmp_path) as ledger:
        assert [ledger.links.judge(judgement) for judgement in (one, two, one)] == [True, True, False]
        ledger.links.replace(NOTHING, [], "state")
        assert list(ledger.links.judgements()) == [one, two]


def test_the_report_of_a_statement_is_told(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        assert ledger.links.report_of(make_statement().id) == "r1" and ledger.links.report_of("s9") is None
        assert list(ledger.links.outlets()) == ["The Ferry Post"]
