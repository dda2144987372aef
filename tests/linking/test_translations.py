"""Translations: each the other's nearest in its language."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.linking.features import Features
from hearsay.linking.signatures import count_parts, weigh
from hearsay.linking.translations import TRANSLATION_DAYS, find_translations
from hearsay.records import Copy, Relation
from tests.linking.linking_factories import make_features

GRAIN = ("n:4200", "t:2026-05", "e:Q20", "e:Q189", "k:BRKN")
# Of short reports only a credit tells a translation from a report of the same happening.
LONG = " ".join(f"word{number}" for number in range(60))
CLOCKS = ("n:300", "t:1910", "e:Q414", "k:SLT", "k:PRT")


def translate(*found: Features) -> list[Copy]:
    """Find the translations among reports, with weights of their own."""
    by_language: dict[str, list[frozenset[str]]] = defaultdict(list)
    for one in found:
        by_language[one.lang].append(frozenset(one.parts))
    weights = {lang: weigh(count_parts(parts), len(parts) + 5) for lang, parts in by_language.items()}
    return list(find_translations(sorted(found, key=lambda one: (one.at, one.report)), weights))


def make(report: str, lang: str, parts: tuple[str, ...], day: str = "2026-03-02", **changes: object) -> Features:
    """Make a report of some parts."""
    return make_features(report, LONG, lang=lang, parts=parts, day=day, at=day, **changes)


def test_of_two_originals_the_nearest_is_translated_and_says_what_is_shared() -> None:
    copies = translate(make("a", "en", GRAIN), make("b", "en", CLOCKS), make("c", "bn", GRAIN, "2026-03-03"))
    (copy,) = copies
    assert (copy.report, copy.of, copy.relation) == ("c", "a", Relation.TRANSLATION)
    assert "4200" in copy.reasons[0] and "2026-05" in copy.reasons[0]


def test_short_reports_are_translations_only_by_credit() -> None:
    short = {"lang": "bn", "parts": GRAIN, "day": "2026-03-03", "at": "2026-03-03"}
    assert translate(make("a", "en", GRAIN), make_features("b", "a few words", **short)) == []
    assert translate(make("a", "en", GRAIN), make_features("b", "a few words", credits=("outlet of a",), **short)) != []


def test_three_languages_make_three_pairs() -> None:
    copies = translate(
        make("a", "en", GRAIN), make("b", "ru", GRAIN, "2026-03-03"), make("c", "es", GRAIN, "2026-03-04")
    )
    assert {(one.report, one.of) for one in copies} == {("b", "a"), ("c", "a"), ("c", "b")}


def test_who_credits_the_other_is_the_translation() -> None:
    (copy,) = translate(make("a", "en", GRAIN, credits=("wire",)), make("b", "ru", GRAIN, "2026-03-03", outlet="wire"))
    assert (copy.report, copy.of) == ("a", "b")


def test_one_language_too_few_parts_and_too_many_days_are_no_translations() -> None:
    assert translate(make("a", "en", GRAIN), make("b", "en", GRAIN)) == []
    assert translate(make("a", "en", GRAIN[:4]), make("b", "ru", GRAIN[:4])) == []
    late = f"2026-03-{2 + TRANSLATION_DAYS + 1:02d}"
    assert translate(make("a", "en", GRAIN), make("b", "ru", GRAIN, late)) == []


PARTS = st.lists(st.sampled_from([*GRAIN, *CLOCKS]), unique=True).map(tuple)
DAYS = st.sampled_from(["2026-03-02", "2026-03-03", "2026-03-12"])
ROWS = st.lists(st.tuples(st.sampled_from(["en", "bn", "ru"]), PARTS, DAYS), max_size=7)


@settings(max_examples=60)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_never_matters(rows: list[tuple[str, tuple[str, ...], str]], chance: object) -> None:
    found = [make(f"r{number}", *row) for number, row in enumerate(rows)]
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    copies = translate(*found)
    assert translate(*shuffled) == copies
    assert len({frozenset((one.report, one.of)) for one in copies}) == len(copies)
