"""Frames: each cue takes the first pattern that fits, with what the pattern and its word carry."""

import pytest

from hearsay.packs.compiler import Pack, load_pack
from hearsay.reading.frames import Frame, match_frames
from hearsay.records import Act, Certainty, Directness
from tests.packs.pack_factories import make_class, make_pack, make_pattern
from tests.reading.reading_factories import attributed, make_sentence


def match(text: str, language: str = "en", pack: Pack | None = None) -> list[Frame]:
    """Match the frames of one sentence."""
    return match_frames(make_sentence(text, language), pack or load_pack(language))


def patterns(text: str, language: str = "en") -> list[str]:
    """Return the ids of the patterns that match."""
    return [frame.pattern for frame in match(text, language)]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("The mayor said the bridge was safe.", "en.who-say-clause"),
        ("The bridge was safe, the mayor said.", "en.content-who-say"),
        ("“It is safe,” said the mayor.", "en.quote-say-who"),
        ("The mayor closed the road, saying the bridge was unsafe.", "en.saying-clause"),
        ("The union accused the company of fraud.", "en.accuse-of"),
        ("According to the police, the bridge was closed.", "en.according-to-content"),
    ],
)
def test_where_the_source_stands_decides_the_pattern(text: str, pattern: str) -> None:
    assert patterns(text) == [pattern]


@pytest.mark.parametrize(
    ("text", "act", "certainty"),
    [
        ("The mayor said the bridge was safe.", Act.SAY, Certainty.ASSERTED),
        ("The mayor said the bridge will be safe.", Act.SAY, Certainty.PLANNED),
        ("The mayor said the bridge may be unsafe.", Act.SAY, Certainty.POSSIBLE),
        ("The company denied that the bridge was unsafe.", Act.DENY, Certainty.DENIED),
        ("জাহাজটি বন্দর ছেড়েছে বলে জানা গেছে।", Act.REPORT, Certainty.REPORTED),
        ("The mayor promised to build a bridge.", Act.PROMISE, Certainty.PLANNED),
        ("The union accused the company of fraud.", Act.ACCUSE, Certainty.ASSERTED),
        ("The minister praised the rescue workers.", Act.PRAISE, Certainty.ASSERTED),
        ("Engineers warned that the dam was weak.", Act.WARN, Certainty.ASSERTED),
        ("মেয়র অভিযোগ অস্বীকার করেছেন।", Act.DENY, Certainty.DENIED),
        ("সেতুটি খুলে দেওয়া হবে বলে আশা করা হচ্ছে।", Act.EXPECT, Certainty.POSSIBLE),
        ("কোম্পানিটি ক্ষতিপূরণ দেওয়ার প্রতিশ্রুতি দিয়েছে।", Act.PROMISE, Certainty.PLANNED),
    ],
)
def test_act_and_certainty(text: str, act: Act, certainty: Certainty) -> None:
    (statement,) = attributed(text, "en" if text.isascii() else "bn")
    assert (statement.act, statement.certainty) == (act, certainty)


@pytest.mark.parametrize(
    ("text", "directness"),
    [
        ("“The bridge is safe,” the mayor said.", Directness.DIRECT),
        ("The mayor said the bridge was safe.", Directness.INDIRECT),
        ("The mayor said the bridge was “a monument to patience.”", Directness.MIXED),
    ],
)
def test_directness(text: str, directness: Directness) -> None:
    assert [statement.directness for statement in attributed(text)] == [directness]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is ninety metres long.",
        "Two statements lay on the desk.",
        "The mayor left.",
        "She wants a bridge.",
        "",
        ".",
        "“”",
    ],
)
def test_where_nothing_is_said_nothing_is_found(text: str) -> None:
    assert match(text) == []


def test_the_first_pattern_that_fits_is_taken() -> None:
    narrow = make_pattern("{who} <say> that {what}", act=Act.CONFIRM)
    broad = make_pattern("{who} <say> {what}", act=Act.DENY)
    for order, act in (([narrow, broad], Act.CONFIRM), ([broad, narrow], Act.DENY)):
        pack = make_pack(classes=[make_class("say says said")], patterns=order)
        assert [frame.act for frame in match("The mayor said that it rained.", pack=pack)] == [act]


def test_a_slot_is_asked_for() -> None:
    pack = make_pack(classes=[make_class("say says said")], patterns=[make_pattern("{who} <say:present> {what}")])
    assert match("The mayor said that it rained.", pack=pack) == []
    assert patterns("The mayor says that it rained.") == ["en.who-say-that"]


def test_a_word_that_may_be_missing() -> None:
    pack = make_pack(classes=[make_class("say says said")], patterns=[make_pattern("{who} <say> [that] {what}")])
    for text in ("The mayor said that it rained.", "The mayor said it rained."):
        sentence = make_sentence(text)
        (frame,) = match_frames(sentence, pack)
        assert [sentence.text[slice(*sentence.span(*part))] for part in frame.what] == ["it rained"]


def test_a_frame_of_a_passive_has_no_source() -> None:
    (frame,) = match("The company was accused of fraud.")
    assert (frame.who, frame.act) == (None, Act.ACCUSE)
    assert frame.whom is not None


def test_a_refusal_is_no_statement_of_the_thing_refused() -> None:
    (statement,) = attributed("The company denied any wrongdoing.")
    assert statement.certainty is Certainty.DENIED
