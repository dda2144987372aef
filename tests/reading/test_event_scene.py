"""The scene of a content: parties, objects and numbers with their markers."""

import pytest

from tests.reading.event_factories import make_scene


@pytest.mark.parametrize(
    ("text", "number"),
    [("40 young farmers", 40), ("three million people", 3_000_000), ("1,200 people", 1200), ("৪০ জন মানুষ", 40)],
)
def test_number_goes_to_what_it_counts(text: str, number: float) -> None:
    language = "bn" if text.startswith("৪") else "en"
    assert [filler.number for filler in make_scene(text, language=language).fillers] == [number]


def test_date_with_a_slash_is_no_number() -> None:
    assert make_scene("the 9/11 plotter").fillers == []


def test_ending_or_postposition_marks_a_party() -> None:
    scene = make_scene("নরল্যান্ডকে সুদরিয়ার সাথে", "নরল্যান্ড", "সুদরিয়া", language="bn")
    assert [filler.markers for filler in scene.fillers] == [("কে",), ("সঙ্গে",)]
