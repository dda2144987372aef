"""Alerts: what is new is told once, also when a claim's id changes; conditions hold in every script."""

from pathlib import Path

import msgspec
import pytest

from hearsay.ledger import Ledger
from hearsay.ledger.links import Found
from hearsay.records import Claim, ClaimStatement, Origins, Reading, Stance
from hearsay.views.watching.alerts import Alert, find_alerts, find_all_names, find_outlet_names, make_expression
from hearsay.views.watching.orders import Happening, Query
from tests.views.exports.export_factories import fill, make_claim, make_report, make_statement


def look(ledger: Ledger, query: Query) -> list[Alert]:
    """Look once, and remember what is told."""
    findings = list(find_alerts(ledger, query))
    ledger.watches.keep(query.id, (finding.told for finding in findings), [])
    return [finding.alert for finding in findings if finding.alert]


def link_as(ledger: Ledger, claim: Claim) -> None:
    """Put one claim in the place of all links."""
    ledger.links.replace(Found((), (), ()), [claim], "state")


@pytest.mark.parametrize(
    ("tell", "told"),
    [
        ("statement", ["s1", "s2", "s3"]),
        ("report", ["s1", "s2", "s3"]),
        ("denial", ["s3"]),
        ("second-origin", ["s3"]),
        ("new-origin", ["s2"]),
    ],
)
def test_everything_is_told_once(tmp_path: Path, tell: str, told: list[str]) -> None:
    query = Query("q", (Happening(tell),))
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger)
        assert [alert.statement for alert in look(ledger, query)] == told
        assert look(ledger, query) == []


def test_a_claim_that_gets_an_earlier_statement_is_not_told_again(tmp_path: Path) -> None:
    query = Query("q", (Happening.SECOND_ORIGIN, Happening.NEW_ORIGIN, Happening.DENIAL))
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger)
        assert len(look(ledger, query)) == 3
        ledger.add(make_report("r0", (make_statement("s0"),)))
        claim = make_claim()
        earlier = msgspec.structs.replace(claim.statements[0], id="s0", report="r0")
        link_as(ledger, msgspec.structs.replace(claim, id="c0", statements=(earlier, *claim.statements)))
        assert look(ledger, query) == []


def test_a_claim_of_one_origin_tells_when_it_gains_another(tmp_path: Path) -> None:
    query = Query("q", (Happening.SECOND_ORIGIN,))
    claim = make_claim()
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger)
        single = Origins(1, 1, 1, 1, claim.origins.sources[:1], ())
        link_as(ledger, msgspec.structs.replace(claim, origins=single))
        assert look(ledger, query) == []
        link_as(ledger, claim)
        (alert,) = look(ledger, query)
    assert alert.summary == "2 origins (Mira Holt, two officials): The delegation comes."


def test_an_origin_that_comes_later_is_new_even_if_its_report_is_older(tmp_path: Path) -> None:
    query = Query("q", (Happening.NEW_ORIGIN,))
    claim = make_claim()
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger)
        later, single = claim.statements[1:], Origins(1, 1, 1, 1, claim.origins.sources[1:], ())
        link_as(ledger, msgspec.structs.replace(claim, id="c2", statements=later, origins=single))
        assert look(ledger, query) == []
        link_as(ledger, claim)
        assert [alert.summary for alert in look(ledger, query)] == [
            "Mira Holt is a new origin of: The delegation comes."
        ]
        assert look(ledger, query) == []


def test_conditions_have_to_hold_together(tmp_path: Path) -> None:
    def told(**conditions: str) -> list[str | None]:
        return [alert.statement for alert in look(ledger, Query(str(conditions), (Happening.STATEMENT,), **conditions))]

    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger)
        assert told(outlet="harbour wire") == ["s2"]
        assert told(person="Mira Holt") == ["s1"]
        assert told(words="delegation", outlet="The Ferry Post") == ["s1", "s3"]
        assert told(claim="s2", person="Mira Holt", outlet="The Ferry Post") == ["s1"]
        assert told(claim="none") == told(words="snow") == []


def make_bengali(words: str) -> Reading:
    """Make a Bengali report of one statement."""
    statement = make_statement("s9", content=((0, len(words)),), cue=())
    return make_report("r9", (statement,), text=words, lang="bn", zones=(), mentions=(), times=())


def test_a_person_is_found_in_every_script(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add(make_bengali("সের্গেই শোইগু কাল ঢাকায় আসবেন"))
        query = Query("q", (Happening.STATEMENT,), person="Sergei Shoigu")
        assert [alert.statement for alert in look(ledger, query)] == ["s9"]


def test_names_that_nobody_listed_stand_for_themselves() -> None:
    query = Query("q", (Happening.DENIAL,), person='Mira "the boat" Holt')
    assert make_expression(query) == '("Mira the boat Holt")'
    assert make_expression(Query("q", (Happening.DENIAL,))) is None
    assert "reuters" in find_outlet_names("রয়টার্স") and find_all_names("Nobody Listed", ()) == ("Nobody Listed",)


def test_denials_name_who_denies(tmp_path: Path) -> None:
    claim = make_claim()
    denying = msgspec.structs.replace(claim.statements[0], stance=Stance.DENIES)
    assert isinstance(denying, ClaimStatement)
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger)
        link_as(ledger, msgspec.structs.replace(claim, statements=(denying,)))
        (alert,) = look(ledger, Query("q", (Happening.DENIAL,), words="delegation"))
    assert alert.summary == "Mira Holt denies: The delegation comes." and alert.claim == "c1"
    assert (alert.outlet, alert.url) == ("The Ferry Post", "https://ferry.example/r1")
