"""The claims of one story: who asserts, who denies, who leaves it open."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.linking.judgements import Judgements
from hearsay.linking.story_claims import Ground, make_claims
from hearsay.linking.testimony import Newsrooms
from hearsay.records import Claim, Judgement, Match, Reading, Stance, Verdict
from tests.linking.linking_factories import WILD_READINGS, read_text

BRIDGE = "The old bridge at Bergen will be closed in May, a senior official told Harbour Wire on Monday."
DENIAL = "The Harbour Wire reported that the old bridge at Bergen would be closed in May. "


def claims_of(*readings: Reading, judgements: Judgements | None = None) -> tuple[tuple[Claim, ...], tuple[Match, ...]]:
    """Make the claims of some readings that copy nothing."""
    ground = Ground("story", {}, Newsrooms(["Harbour Wire", "Kestrel"]), judgements or Judgements())
    return make_claims(readings, ground)


def stances(claim: Claim) -> dict[str, Stance]:
    """Tell what each report does to a claim, the last statement of each."""
    return {one.report: one.stance for one in claim.statements}


def test_a_denial_of_the_report_denies_its_claim_and_adds_no_origin() -> None:
    wire = read_text(BRIDGE, report="wire", outlet="Harbour Wire")
    denial = read_text(DENIAL + "The ministry denied the report.", report="denial", published="2026-03-03")
    (claim,), _ = claims_of(wire, denial)
    assert stances(claim) == {"wire": Stance.ASSERTS, "denial": Stance.DENIES}
    assert [one.name for one in claim.denied_by] == ["ministry"]
    assert claim.origins.best == 1 and claim.origins.gate_names == ("Harbour Wire",)


def test_who_leaves_it_open_neither_asserts_nor_denies() -> None:
    wire = read_text(BRIDGE, report="wire", outlet="Harbour Wire")
    silent = read_text(DENIAL + "The ministry declined to comment.", report="open", published="2026-03-03")
    (claim,), _ = claims_of(wire, silent)
    assert stances(claim)["open"] is Stance.QUESTIONS
    assert claim.denied_by == () and claim.origins.best == 1


def test_who_could_not_verify_is_no_origin() -> None:
    wire = read_text(BRIDGE, report="wire", outlet="Harbour Wire")
    text = "Kestrel could not verify that the old bridge at Bergen will be closed in May."
    (claim,), _ = claims_of(wire, read_text(text, report="kestrel", published="2026-03-03"))
    assert stances(claim)["kestrel"] is Stance.QUESTIONS and claim.origins.best == 1


def test_a_denial_that_nobody_asserted_has_no_origin() -> None:
    (claim,), _ = claims_of(read_text("The ministry denied that the old bridge at Bergen would be closed."))
    assert claim.origins.best == 0 and [one.name for one in claim.denied_by] == ["ministry"]


def test_one_denier_in_two_languages_is_listed_once() -> None:
    english = read_text("Jens Stoltenberg denied that Norway would send 4,200 tonnes of grain to Iceland.", report="en")
    russian = read_text("Йенс Столтенберг опроверг, что Норвегия отправит Исландии 4200 тонн зерна.", "ru", report="ru")
    (claim,), _ = claims_of(english, russian)
    (denier,) = claim.denied_by
    assert len(denier.statements) == 2


def test_what_points_back_from_afar_waits_and_obeys_a_judgement() -> None:
    between = "Storms had loosened a pillar, the ministry said. "
    reading = read_text(BRIDGE + " " + between + "The ministry denied the report.", outlet="Harbour Wire")
    claims, possible = claims_of(reading)
    (match,) = (one for one in possible if one.kind == "statement")
    assert not any(claim.denied_by for claim in claims) and "not right before" in match.reasons[0]
    said = Judgements([Judgement(Verdict.SAME, match.a, match.b, "mira", "2026-03-01")])
    judged, possible = claims_of(reading, judgements=said)
    assert [len(claim.denied_by) for claim in judged if match.b in {one.id for one in claim.statements}] == [1]
    assert not any(one.kind == "statement" for one in possible)


def test_a_claims_id_is_that_of_its_first_statement_which_is_never_a_mere_denial() -> None:
    denial = read_text(DENIAL + "The ministry denied the report.")
    (claim,), _ = claims_of(denial)
    assert claim.statements[0].stance is Stance.ASSERTS


@settings(max_examples=40)
@given(st.lists(WILD_READINGS, max_size=3))
def test_nothing_raises_on_any_reading(readings: list[Reading]) -> None:
    claims, possible = claims_of(*readings)
    ids = [one.id for claim in claims for one in claim.statements]
    assert len(ids) == len(set(ids))
    for claim in claims:
        origins = claim.origins
        assert 0 <= origins.at_least <= origins.best <= origins.at_most
        assert {one for denier in claim.denied_by for one in denier.statements} == {
            one.id for one in claim.statements if one.stance is Stance.DENIES
        }
    assert all(match.reasons for match in possible)
