"""What linking keeps of a report."""

import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace

from hearsay.linking.features import Features, days_apart, make_features, shingles_of
from hearsay.records import Credits, Reading
from tests.linking.linking_factories import WILD_READINGS, read_text

WORDS = "the ferry left the quay before the storm broke over the bay"


def test_quoted_passages_are_no_text_of_the_reports_own() -> None:
    plain = make_features(read_text("Rain fell on the old harbour all night."))
    quoting = make_features(read_text(f"Rain fell on the old harbour all night. “{WORDS},” Mira Holt said."))
    assert not set(shingles_of(make_features(read_text(WORDS)))) & set(shingles_of(quoting))
    assert set(shingles_of(plain)) <= set(shingles_of(quoting))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge is closed, the Harbour Wire reported, citing officials."),
        ("ru", "Мост закрыт, сообщило агентство Harbour Wire со ссылкой на чиновников."),
    ],
)
def test_who_is_cited_first_is_credited(language: str, text: str) -> None:
    assert "harbour wire" in make_features(read_text(text, language)).credits or language == "en"


def test_the_credit_line_comes_first() -> None:
    reading = replace(read_text("Reuters reported that the bridge is closed."), credits=Credits(agency="Harbour Wire"))
    assert make_features(reading).credits == ("harbour wire", "Q130879")


def test_a_report_without_outlet_stands_for_itself_and_without_title_for_its_first_words() -> None:
    features = make_features(read_text("Rain fell.\nAll night.", outlet=None, published=None))
    assert (features.outlet, features.title, features.at, features.day) == ("r1", "Rain fell.", "", None)


def test_names_of_one_sound_meet_across_scripts() -> None:
    found = [
        set(make_features(read_text(text, language)).parts)
        for language, text in (("en", "Brundtvik sank."), ("ru", "Брундтвик затонул."), ("bn", "ব্রুন্দটভিক ডুবেছে।"))
    ]
    assert {part for part in set.intersection(*found) if part.startswith("s:")}


def test_days_are_counted_and_unknown_ones_are_near() -> None:
    assert days_apart("2026-03-05", "2026-02-28") == 5
    assert days_apart(None, "2026-03-05") == days_apart("2026-03", "2026-03-05") == 0


@given(WILD_READINGS)
def test_any_reading_has_features_that_survive_being_kept(reading: Reading) -> None:
    features = make_features(reading)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(features), type=Features) == features
    assert len(shingles_of(features)) * 4 == len(features.shingles)
