"""One key for one name in many scripts."""

from itertools import permutations

from msgspec.structs import replace

from hearsay.linking.judgements import NO_JUDGEMENTS, Judgements
from hearsay.linking.same_names import unify_names
from hearsay.linking.testimony import Carrier, Voice
from hearsay.records import Judgement, SourceKind, Verdict
from tests.linking.linking_factories import make_carrier


def spoken(report: str, name: str, key: str | None = None, entity: str | None = None) -> Carrier:
    """Make a report on the word of a named person."""
    carrier = make_carrier(report)
    voice = Voice(SourceKind.PERSON, name, key or entity or name.lower(), entity)
    return replace(carrier, testimonies=(replace(carrier.testimonies[0], voice=voice),))


def keys(*carriers: Carrier, judgements: Judgements = NO_JUDGEMENTS) -> list[str]:
    """Give the keys of the voices of some reports."""
    return [one.testimonies[0].voice.key for one in unify_names(carriers, judgements) if one.testimonies[0].voice]


def test_a_name_in_four_scripts_is_one() -> None:
    found = keys(
        spoken("r1", "Sergei Shoigu"),
        spoken("r2", "Сергей Шойгу"),
        spoken("r3", "সের্গেই শোইগু"),
        spoken("r4", "Serguéi Shoigú"),
    )
    assert len(set(found)) == 1


def test_a_listed_one_gives_its_key_and_two_listed_ones_stay_two() -> None:
    assert keys(spoken("r1", "Мира Хольт"), spoken("r2", "Mira Holt", entity="Q999001")) == ["Q999001", "Q999001"]
    assert keys(spoken("r1", "Mira Holt", entity="Q1"), spoken("r2", "Mira Holt", entity="Q2")) == ["Q1", "Q2"]


def test_other_names_stay_apart() -> None:
    assert len(set(keys(spoken("r1", "Mira Holt"), spoken("r2", "Anders Vik")))) == 2


def test_whom_a_person_judged_different_stay_apart() -> None:
    said = Judgements([Judgement(Verdict.DIFFERENT, "mira holt", "мира хольт", "anders", "2026-03-01")])
    pair = spoken("r1", "Mira Holt"), spoken("r2", "Мира Хольт")
    assert len(set(keys(*pair))) == 1 and len(set(keys(*pair, judgements=said))) == 2


def test_the_order_does_not_matter_also_with_two_names_for_one_key() -> None:
    carriers = [
        spoken("r1", "Mira Holt", entity="Q1"),
        spoken("r2", "M. Holtova", entity="Q1"),
        spoken("r3", "Мира Хольт"),
        spoken("r4", "মিরা হোল্ট"),
    ]
    found = {
        tuple(sorted(zip((one.report for one in order), keys(*order), strict=True))) for order in permutations(carriers)
    }
    assert len(found) == 1


def office(report: str, entity: str) -> Carrier:
    """Make a report on the word of an office alone, led to who holds it."""
    carrier = make_carrier(report)
    voice = Voice(SourceKind.PERSON, "the minister", "", entity)
    return replace(carrier, testimonies=(replace(carrier.testimonies[0], voice=voice),))


def test_an_office_is_its_holder_unless_an_unlisted_person_may_hold_it() -> None:
    assert keys(office("r1", "Q1"), office("r2", "Q1")) == ["Q1", "Q1"]
    assert keys(office("r1", "Q1"), spoken("r2", "Mira Holt")) == ["", "mira holt"]
    assert keys(office("r1", "Q1"), spoken("r2", "Mira Holt"), spoken("r3", "Jan Olders", entity="Q1"))[0] == "Q1"
