"""The whole of linking over a small story that a careful reader has read too; and what never changes it."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hearsay.ledger import Ledger
from hearsay.linking import link
from hearsay.linking.linking import judge_copies
from hearsay.records import Claim, Copy, Judgement, Relation, Stance, Verdict
from tests.linking.linking_factories import WILD_READINGS, make_features
from tests.linking.small_story import REPORTS, fill


def link_story(folder: Path, order: list[str] | None = None, *judgements: Judgement) -> Ledger:
    """Read and link the small story."""
    ledger = fill(folder / "story.db", order)
    for one in judgements:
        ledger.links.judge(one)
    link(ledger)
    return ledger


def claim_about(ledger: Ledger, words: str) -> Claim:
    """Find the one claim whose words begin so."""
    (claim,) = (one for one in ledger.links.claims() if one.text.startswith(words))
    return claim


def everything(ledger: Ledger) -> list[object]:
    """Give all that linking found."""
    links = ledger.links
    claims = sorted(links.claims(), key=lambda claim: claim.id)
    return [sorted(links.copies(), key=repr), sorted(links.stories(), key=repr), claims, list(links.possible())]


def test_the_sale_has_one_origin_behind_one_gate_in_seven_reports(tmp_path: Path) -> None:
    with link_story(tmp_path) as ledger:
        sale = claim_about(ledger, "Norway will supply 4,200 tonnes")
    origins = sale.origins
    assert (origins.at_least, origins.best, origins.at_most, origins.gates) == (1, 1, 1, 1)
    (official,) = origins.sources
    assert (official.name, official.kind, official.through) == (
        "senior Norwegian official",
        "anonymous",
        ("Harbour Wire",),
    )
    assert official.sides == ("Q20",)
    wanted = {"wire", "reprint", "translation", "russian", "spanish", "denial", "chronicle"}
    assert {one.report for one in sale.statements if one.stance is Stance.ASSERTS} == wanted
    assert {one.lang for one in sale.statements} == {"en", "bn", "ru", "es"}


def test_the_sale_is_denied_by_one_and_left_open_by_another(tmp_path: Path) -> None:
    with link_story(tmp_path) as ledger:
        sale = claim_about(ledger, "Norway will supply 4,200 tonnes")
    assert [one.name for one in sale.denied_by] == ["Norway’s foreign ministry"]
    (silent,) = (one for one in sale.statements if one.stance is Stance.QUESTIONS)
    assert silent.chain[-1].name == "Icelandic embassy"


def test_a_later_figure_supersedes_and_the_museum_stays_alone(tmp_path: Path) -> None:
    with link_story(tmp_path) as ledger:
        accident = claim_about(ledger, "Two people were injured")
        museum = claim_about(ledger, "El museo")
        assert ledger.links.story("museum") is None
        assert ledger.links.story("accident") == ledger.links.story("figure") != ledger.links.story("wire")
    assert [(one.report, one.stance) for one in accident.statements] == [
        ("accident", "asserts"),
        ("figure", "supersedes"),
    ]
    assert {one.report for one in museum.statements} == {"museum"} and accident.origins.best == 1


def test_copies_say_what_of_and_why(tmp_path: Path) -> None:
    with link_story(tmp_path) as ledger:
        copies = {(one.report, one.of): one for one in ledger.links.copies()}
    assert copies["reprint", "wire"].relation is Relation.REPRINT
    assert "of the words stand in both" in copies["reprint", "wire"].reasons[0]
    assert copies["russian", "harbour wire"].relation is Relation.CREDIT
    # Two short reports of one happening are alike in any language: without a credit neither is a translation.
    assert not any({"russian", "spanish"} == set(pair) for pair in copies)
    assert not any(set(pair) & {"accident", "figure", "museum"} for pair in copies)


def test_linking_twice_does_nothing_and_linking_again_gives_the_same(tmp_path: Path) -> None:
    with link_story(tmp_path) as ledger:
        before = everything(ledger)
        assert not link(ledger).is_new and everything(ledger) == before
        assert link(ledger, again=True).is_new and everything(ledger) == before


def test_the_order_of_arrival_and_coming_in_two_goes_never_matter(tmp_path: Path) -> None:
    order = list(REPORTS)
    random.Random(7).shuffle(order)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    with link_story(tmp_path) as ledger, link_story(tmp_path / "a", order) as shuffled:
        assert everything(shuffled) == everything(ledger)
        with link_story(tmp_path / "b", order[:5]) as late:
            fill(tmp_path / "b" / "story.db", order[5:]).close()
            link(late)
            assert everything(late) == everything(ledger)


def test_progress_is_told_step_by_step(tmp_path: Path) -> None:
    told: dict[str, int] = {}

    def watch(items, what):  # type: ignore[no-untyped-def]
        for item in items:
            told[what] = told.get(what, 0) + 1
            yield item

    with fill(tmp_path / "story.db") as ledger:
        link(ledger, watch)
    assert told["new reports looked at"] == told["reports looked at for reprints"] == len(REPORTS)
    assert len(told) == 4


def judged(verdict: Verdict, a: str, b: str, by: str = "mira") -> Judgement:
    """Make a judgement."""
    return Judgement(verdict, a, b, by, "2026-03-10T00:00:00+00:00")


def test_judged_copies_are_obeyed_and_said_by_two_are_one(tmp_path: Path) -> None:
    said = [
        judged(Verdict.DIFFERENT, "reprint", "wire"),
        judged(Verdict.SAME, "museum", "chronicle"),
        judged(Verdict.SAME, "chronicle", "museum", "anders"),
    ]
    with link_story(tmp_path, None, *said) as ledger:
        copies = {(one.report, one.of): one for one in ledger.links.copies()}
    assert ("reprint", "wire") not in copies
    assert copies["museum", "chronicle"].reasons == ("judged the same by mira",)


def test_judged_claims_statements_and_sources_are_obeyed_and_survive_linking_again(tmp_path: Path) -> None:
    with link_story(tmp_path) as ledger:
        sale = claim_about(ledger, "Norway will supply 4,200 tonnes")
        accident, museum = claim_about(ledger, "Two people"), claim_about(ledger, "El museo")
        first, chronicle = sale.statements[0].id, next(one.id for one in sale.statements if one.report == "chronicle")
        ledger.links.judge(judged(Verdict.DIFFERENT, first, chronicle))
        ledger.links.judge(judged(Verdict.SAME, accident.statements[0].id, museum.statements[0].id))
        for again in (False, True):
            link(ledger, again=again)
            one, other = ledger.links.claim(first), ledger.links.claim(chronicle)
            assert one and other and one.id != other.id
            assert ledger.links.claim(accident.statements[0].id) == ledger.links.claim(museum.statements[0].id)
        assert len(list(ledger.links.judgements())) == 2


def test_a_judged_pair_of_statements_is_no_copy() -> None:
    said = [judged(Verdict.SAME, "s1", "s2"), judged(Verdict.SAME, "Q1", "mira holt")]
    assert judge_copies([], said, [make_features("r1", "words")]) == ()


def test_the_earlier_of_two_judged_the_same_is_the_original() -> None:
    late = replace(make_features("a", "words"), at="2026-03-05")
    (copy,) = judge_copies([], [judged(Verdict.SAME, "a", "b")], [late, make_features("b", "words")])
    assert copy == Copy("a", "b", Relation.REPRINT, 1.0, ("judged the same by mira",))


def test_a_claims_id_changes_with_an_earlier_statement_and_the_judgement_holds(tmp_path: Path) -> None:
    order = [name for name in REPORTS if name not in ("wire", "reprint")]
    with link_story(tmp_path, order) as ledger:
        before = next(one for one in ledger.links.claims() if any(row.report == "russian" for row in one.statements))
        museum = claim_about(ledger, "El museo")
        ledger.links.judge(judged(Verdict.SAME, before.statements[0].id, museum.statements[0].id))
        fill(tmp_path / "story.db", ["wire"]).close()
        link(ledger)
        after = next(one for one in ledger.links.claims() if any(row.report == "wire" for row in one.statements))
        assert before.id != after.id and {"wire", "museum", "russian"} <= {one.report for one in after.statements}


@pytest.mark.parametrize("text", ["", "\n", "।", "“"])
def test_an_empty_ledger_and_empty_reports_link_to_nothing(tmp_path: Path, text: str) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        assert link(ledger).claims == 0
        from tests.linking.linking_factories import read_text

        ledger.add(read_text(text))
        assert link(ledger).claims == 0


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WILD_READINGS, max_size=4))
def test_nothing_raises_on_any_reading(readings: list) -> None:  # type: ignore[type-arg]
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "x.db") as ledger:
        for reading in readings:
            try:
                ledger.add(reading)
            except Exception:  # what the ledger itself refuses is another test's matter
                return
        link(ledger)
        assert link(ledger).is_new is False
