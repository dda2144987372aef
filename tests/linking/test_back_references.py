"""Statements about what was said before, in four languages; denied, left open and confirmed are three different things."""

import pytest
from hypothesis import given

from hearsay.linking.back_references import as_match, find_back_references, is_refusal, is_withheld, points_back
from hearsay.records import Act, Reading
from tests.linking.linking_factories import WILD_READINGS, read_text

SAID = {
    "en": "The bridge at Oslo has collapsed, the mayor said. ",
    "bn": "অসলোর সেতু ধসে পড়েছে বলে মেয়র জানিয়েছেন। ",
    "ru": "Мост в Осло обрушился, сообщил мэр. ",
    "es": "El puente de Oslo se derrumbó, dijo el alcalde. ",
}
STANDS = [
    ("en", "The ministry denied the report on Monday.", "denies"),
    ("en", "The ministry dismissed the allegations.", "denies"),
    ("en", "The ministry called the report false.", "denies"),
    ("en", "The ministry declined to comment on the report.", "open"),
    ("en", "The ministry declined to comment.", "open"),
    ("en", "The Harbour Wire could not independently verify the report.", "open"),
    ("en", "Police have not confirmed the report.", "open"),
    ("en", "Police confirmed the report.", "confirms"),
    ("bn", "মন্ত্রণালয় এই অভিযোগ অস্বীকার করেছে।", "denies"),
    ("bn", "মন্ত্রণালয় এই খবর নিশ্চিত করেনি।", "open"),
    ("ru", "Министерство опровергло это сообщение.", "denies"),
    ("ru", "Министерство отказалось комментировать это сообщение.", "open"),
    ("es", "El ministerio desmintió el informe.", "denies"),
    ("es", "El ministerio declinó comentar el informe.", "open"),
]


def stand_of(reading: Reading) -> str:
    """Tell what the last statement of a reading does to what stands before it."""
    last = max(reading.statements, key=lambda one: one.content[-1][1])
    assert points_back(reading, last)
    if is_withheld(last.act, last.certainty) or is_refusal(reading, last):
        return "open"
    return "denies" if last.act is Act.DENY else "confirms"


@pytest.mark.parametrize(("language", "text", "stand"), STANDS)
def test_a_stand_is_told_and_leads_back_to_what_was_said(language: str, text: str, stand: str) -> None:
    reading = read_text(SAID[language] + text, language)
    assert stand_of(reading) == stand
    (reference,) = find_back_references(reading)
    target = next(one for one in reading.statements if one.id == reference.target)
    assert target.content[0][1] <= len(SAID[language]) and reference.is_sure
    assert "right before it" in reference.reason


@pytest.mark.parametrize(
    "text", ["The ministry denied that the bridge had collapsed.", "The ministry praised the report."]
)
def test_what_has_words_of_its_own_or_takes_no_stand_points_nowhere(text: str) -> None:
    assert find_back_references(read_text(SAID["en"] + text)) == ()


def test_nobody_denies_his_own_word() -> None:
    reading = read_text(SAID["en"] + "Storms had loosened a pillar, the ministry said. The ministry denied the report.")
    (reference,) = find_back_references(reading)
    target = next(one for one in reading.statements if one.id == reference.target)
    assert target.chain[-1].name == "mayor" and not reference.is_sure
    assert not as_match(reference).is_sure and "not right before" in reference.reason


def test_without_anything_before_there_is_nothing_to_deny() -> None:
    assert find_back_references(read_text("The ministry denied the report.")) == ()


@given(WILD_READINGS)
def test_nothing_raises_on_any_reading(reading: Reading) -> None:
    known = {one.id for one in reading.statements}
    for reference in find_back_references(reading):
        assert {reference.statement, reference.target} <= known and reference.statement != reference.target
