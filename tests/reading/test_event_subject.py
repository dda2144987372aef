"""Who does what a verb says."""

import pytest

from hearsay.reading.event_subject import find_subject
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
