"""Who does what a verb says."""

import pytest

from hearsay.reading.event_subject import find_subject, merge_organ
from tests.reading.event_factories import make_scene


@pytest.mark.parametrize(
    ("text", "is_open", "actor"),
    [
        ("Norland has never", False, "Norland"),
        ("Norland, after long talks, has", False, "Norland"),
        ("Norland, who", False, "Norland"),
        ("Norland said the company", False, None),
        ("Norland promised Sudria to", True, "Norland"),
        ("Norland asked Sudria to", True, "Sudria"),
        ("Norland accused Sudria of", True, "Sudria"),
        ("Norland denied", True, "Norland"),
        ("Norland visited for", True, None),
    ],
)
def test_walk_left_finds_who_acts(text: str, is_open: bool, actor: str | None) -> None:
    scene = make_scene(text, *(name for name in ("Norland", "Sudria") if name in text))
    found = find_subject(scene, len(scene.tokens) - 1, is_open=is_open).actor
    expected = None if actor is None else actor
    assert (found.party if found and found.is_named else None) == expected


def test_owner_of_an_organ_stands_behind_it_where_the_verb_opens_its_clause() -> None:
    scene = make_scene("هاجم جيش نورلاندا المدينة", "نورلاندا", language="ar")
    army = next(filler for filler in scene.fillers if filler.is_organ)
    assert merge_organ(scene, army).party == "نورلاندا"
