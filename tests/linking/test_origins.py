"""How origins are counted, and what must hold whatever the reports say."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hearsay.linking.judgements import Judgements
from hearsay.linking.origins import count_origins
from hearsay.linking.testimony import Carrier
from hearsay.records import Judgement, Origins, Verdict
from tests.linking.linking_factories import make_carrier


def count(*carriers: Carrier, copies: dict[str, str] | None = None) -> Origins:
    """Count the origins of some reports."""
    return count_origins(carriers, copies or {})


def range_of(origins: Origins) -> tuple[int, int, int]:
    """Give the range of a count."""
    return origins.at_least, origins.best, origins.at_most


def test_forty_outlets_that_go_back_to_one_official_are_one_origin() -> None:
    first = make_carrier("r0", voice="US officials", told="harbour wire", outlet="harbour wire")
    others = [make_carrier(f"r{n}", "harbour wire", voice="officials", at=n % 20 + 1) for n in range(1, 40)]
    origins = count(first, *others)
    assert origins.best == 1
    assert origins.gate_names == ("harbour wire",)
    assert len(origins.sources[0].statements) == 40


def test_two_named_speakers_are_two_origins() -> None:
    origins = count(make_carrier("r1", voice="Mira Holt"), make_carrier("r2", voice="Anders Vik", at=1))
    assert range_of(origins) == (2, 2, 2)
    assert {one.name for one in origins.sources} == {"Mira Holt", "Anders Vik"}


def test_two_officials_through_one_newspaper_are_two_origins_with_one_gate() -> None:
    one = make_carrier("r1", voice="Mira Holt", told="harbour wire", outlet="harbour wire")
    two = make_carrier("r2", "harbour wire", voice="Anders Vik", at=1)
    three = make_carrier("r3", voice="Anders Vik", told="harbour wire", outlet="harbour wire")
    origins = count(one, two, three)
    assert (origins.best, origins.gates) == (2, 1)


def test_a_citation_is_walked_through_the_cited_report() -> None:
    origins = count(
        make_carrier("r1", voice="Mira Holt", outlet="harbour wire"),
        make_carrier("r2", "harbour wire", outlet="kestrel", at=1),
        make_carrier("r3", "kestrel", outlet="lantern", at=2),
    )
    assert range_of(origins) == (1, 1, 1)
    assert origins.sources[0].statements == ("r1:s", "r2:s", "r3:s")


def test_a_report_that_is_not_at_hand_is_stood_in_for() -> None:
    origins = count(make_carrier("r1", "harbour wire"), make_carrier("r2", voice="Mira Holt", at=1))
    assert range_of(origins) == (1, 2, 2)
    assert "harbour wire" in origins.open[0]


def test_a_source_is_learned_from_whichever_report_states_it() -> None:
    origins = count(
        make_carrier("r1", outlet="harbour wire"),
        make_carrier("r2", "harbour wire", voice="Mira Holt", at=1),
        make_carrier("r3", "harbour wire", at=2),
    )
    assert [one.name for one in origins.sources] == ["Mira Holt"]
    assert origins.sources[0].statements == ("r1:s", "r2:s", "r3:s")


def test_a_wider_description_is_a_retelling_that_stays_open() -> None:
    origins = count(
        make_carrier("r1", voice="US officials", told="harbour wire", outlet="harbour wire"),
        make_carrier("r2", voice="Western officials", at=1),
    )
    assert range_of(origins) == (1, 1, 2)
    assert "'Western officials' may be 'US officials'" in origins.open[0]


def test_sources_of_other_states_are_apart() -> None:
    origins = count(
        make_carrier("r1", voice="US officials", told="a", outlet="a"),
        make_carrier("r2", voice="South Korean intelligence sources", told="b", outlet="b", at=1),
    )
    assert range_of(origins) == (2, 2, 2)


def test_unnamed_sources_of_two_outlets_are_kept_apart_but_may_be_one() -> None:
    origins = count(
        make_carrier("r1", voice="US officials", told="a", outlet="a"),
        make_carrier("r2", voice="US officials", told="b", outlet="b", at=1),
    )
    assert range_of(origins) == (1, 2, 2)


def test_a_title_is_taken_for_the_person_who_is_named() -> None:
    origins = count(make_carrier("r1", voice="Mira Holt"), make_carrier("r2", voice="the foreign minister", at=1))
    assert range_of(origins) == (1, 1, 2)


def test_a_copy_inherits_what_it_copies() -> None:
    original = make_carrier("r1", voice="Mira Holt")
    copy = make_carrier("r2", voice="Mira Holt", at=1)
    assert range_of(count(original, copy, copies={"r2": "r1"})) == (1, 1, 1)


def test_what_is_alike_but_names_another_source_is_no_copy() -> None:
    original = make_carrier("r1", voice="Mira Holt")
    other = make_carrier("r2", voice="Anders Vik", at=1)
    assert count(original, other, copies={"r2": "r1"}).best == 2


def test_a_credit_leads_to_the_agency_that_is_not_at_hand() -> None:
    origins = count(make_carrier("r1", voice="Mira Holt", credits=("harbour wire",)))
    assert origins.best == 1
    assert origins.sources[0].name == "Mira Holt"
    assert origins.gate_names == ("harbour wire",)


def test_a_circle_says_that_nobody_has_it_first_hand() -> None:
    one = make_carrier("r1", "kestrel", outlet="harbour wire")
    two = make_carrier("r2", "harbour wire", outlet="kestrel")
    origins = count(one, two)
    assert "no first-hand origin known" in origins.open[0]
    assert origins.sources[0].through == ()


def test_reports_in_their_own_voice_have_one_origin_and_may_have_more() -> None:
    origins = count(make_carrier("r1", outlet="a"), make_carrier("r2", outlet="b", at=1))
    assert range_of(origins) == (1, 1, 2)


def test_a_judgement_is_obeyed() -> None:
    carriers = [
        make_carrier("r1", voice="US officials", told="a", outlet="a"),
        make_carrier("r2", voice="US officials", told="b", outlet="b", at=1),
    ]
    pair = ("unnamed:r1:s", "unnamed:r2:s")
    same = Judgements([Judgement(Verdict.SAME, *pair, "mira", "2026-03-01")])
    different = Judgements([Judgement(Verdict.DIFFERENT, *pair, "mira", "2026-03-01")])
    assert range_of(count_origins(carriers, {}, same)) == (1, 1, 1)
    assert range_of(count_origins(carriers, {}, different)) == (2, 2, 2)


_VOICES = st.sampled_from(
    [None, "Mira Holt", "Anders Vik", "US officials", "officials", "Western officials", "sources"]
)
_OUTLETS = st.sampled_from(["a", "b", "c", "d"])


@st.composite
def cascades(draw: st.DrawFn) -> list[Carrier]:
    """Make any cascade of a few reports."""
    size = draw(st.integers(1, 7))
    return [
        make_carrier(
            f"r{number}",
            *draw(st.lists(_OUTLETS, max_size=2)),
            voice=draw(_VOICES),
            told=draw(st.one_of(st.none(), _OUTLETS)),
            outlet=draw(_OUTLETS),
            at=draw(st.integers(0, 20)),
            credits=tuple(draw(st.lists(_OUTLETS, max_size=1))),
        )
        for number in range(size)
    ]


@settings(max_examples=150)
@given(cascades())
def test_the_range_is_in_order(carriers: list[Carrier]) -> None:
    origins = count(*carriers)
    assert 1 <= origins.at_least <= origins.best <= origins.at_most
    assert len(origins.sources) == origins.best


@settings(max_examples=150)
@given(cascades(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_never_matters(carriers: list[Carrier], random: object) -> None:
    shuffled = list(carriers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert count(*shuffled) == count(*carriers)


@settings(max_examples=150)
@given(cascades(), st.data())
def test_a_reprint_never_raises_the_count(carriers: list[Carrier], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(carriers))
    said = tuple(replace(one, statement="reprint:s") for one in original.testimonies)
    reprint = Carrier("reprint", "far away", "2026-04-01", said, original.credits)
    before, after = count(*carriers), count(*carriers, reprint, copies={"reprint": original.report})
    assert after.at_least <= before.at_least
    assert after.best <= before.best
    assert after.at_most <= before.at_most


@settings(max_examples=150)
@given(cascades(), st.data())
def test_more_evidence_of_dependence_never_raises_at_least(carriers: list[Carrier], data: st.DataObject) -> None:
    ordered = sorted(carriers, key=lambda one: (one.at, one.report))
    later = data.draw(st.integers(0, len(ordered) - 1))
    earlier = data.draw(st.integers(0, later))
    copies = {ordered[later].report: ordered[earlier].report} if later != earlier else {}
    assert count(*carriers, copies=copies).at_least <= count(*carriers).at_least
