"""Attributions: who said what, also over sentences and paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.records import ZoneKind
from tests.reading.reading_factories import Told, tell
from tests.text.text_strategies import hard_texts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor said the bridge was safe.", Told("The mayor", ("the bridge was safe",))),
        ("The bridge, Holt said, is safe.", Told("Holt", ("The bridge", "is safe"))),
        (
            "The union accused the company of hiding the report.",
            Told("The union", ("hiding the report",), whom="the company"),
        ),
        (
            "The Harbour Wire quoted the envoy as saying the talks had failed.",
            Told("the envoy", ("the talks had failed",), via="The Harbour Wire"),
        ),
        ("It was reported that the bridge would close.", Told(None, ("the bridge would close",))),
    ],
)
def test_one_sentence(text: str, told: Told) -> None:
    assert tell(text) == [told]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("সেতুটি কাল বন্ধ থাকবে বলে পুলিশ জানিয়েছে।", "পুলিশ", "সেতুটি কাল বন্ধ থাকবে"),
        ("মেয়র বলেন, “সেতুটি নিরাপদ।”", "মেয়র", "সেতুটি নিরাপদ"),
        ("বিশ্লেষকদের মতে, সেতুটি টিকবে না।", "বিশ্লেষকদের", "সেতুটি টিকবে না"),
        ("সেতুটি কাল খুলে দেওয়া হবে বলে আশা করা হচ্ছে।", None, "সেতুটি কাল খুলে দেওয়া হবে"),
    ],
)
def test_one_bengali_sentence(text: str, who: str | None, what: str) -> None:
    from hearsay.text.folding import Folded

    folded = Folded(who).text if who else None
    assert [(told.who, told.what) for told in tell(text, "bn")] == [(folded, (Folded(what).text,))]


def test_a_quotation_goes_on_behind_its_speaker() -> None:
    text = "“We waited,” Holt said. “It took three years.”"
    assert tell(text) == [Told("Holt", ("We waited", "It took three years"))]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "Holt said: “We waited.\n“It took three years.”"
    assert tell(text) == [Told("Holt", ("We waited", "It took three years"))]


def test_a_question_belongs_to_who_asks_it_behind_it() -> None:
    assert tell("“Is it safe?” Holt asked.") == [Told("Holt", ("Is it safe?",))]


def test_what_a_colon_announces_is_said() -> None:
    assert tell("The mayor said:\n“We waited three years.”") == [Told("The mayor", ("We waited three years",))]


def test_a_label_takes_the_rest_of_its_paragraph() -> None:
    text = "HOLT: We waited three years. It was worth it.\nThe bridge opens in May."
    assert tell(text) == [Told("HOLT", ("We waited three years", "It was worth it"))]


def test_a_frame_that_points_back_takes_the_sentence_before() -> None:
    text = "সেতুটি আগামী মাসে খুলবে। এ তথ্য জানিয়েছেন মেয়র।"
    ((who, what),) = [(told.who, told.what) for told in tell(text, "bn")]
    assert who is not None
    assert len(what) == 1


def test_a_frame_that_points_back_to_nothing_is_dropped() -> None:
    assert tell("এ তথ্য জানিয়েছেন মেয়র।", "bn") == []


def test_a_speaker_is_carried_over_where_the_subject_is_left_out() -> None:
    first, second = tell("মেয়র জানান, সেতুটি কাল খুলবে। আরও বলেন, “কারও ভয়ের কিছু নেই।”", "bn")
    assert first.who == second.who


def test_without_a_speaker_before_nothing_is_carried() -> None:
    assert tell("আরও বলেন, “কারও ভয়ের কিছু নেই।”", "bn") == []


def test_a_quotation_of_nobody_is_given_to_nobody() -> None:
    assert tell("The mayor left. “We waited three years.”") == []


@pytest.mark.parametrize("kind", [ZoneKind.RESIDUE, ZoneKind.CREDIT, ZoneKind.BYLINE, ZoneKind.DATELINE])
def test_what_is_not_read_says_nothing(kind: ZoneKind) -> None:
    assert tell("The mayor said the bridge was safe.", kind=kind) == []


@given(hard_texts, st.sampled_from(["en", "bn"]))
def test_finding_never_raises_and_finds_no_empty_content(text: str, language: str) -> None:
    assert all(told.what for told in tell(text, language))
