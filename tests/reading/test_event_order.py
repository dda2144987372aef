"""Roles by word order."""

from hearsay.reading.event_order import read_right
from tests.reading.event_factories import make_scene


def test_each_phrase_has_the_preposition_before_it() -> None:
    scene = make_scene("sent shells to Norland from Sudria, where rain fell", "Norland", "Sudria")
    found = [(filler.party or filler.object, filler.markers) for filler in read_right(scene, 1)]
    assert found == [("arms", ("",)), ("Norland", ("to",)), ("Sudria", ("from",))]


def test_owner_alone_is_a_party_only_if_it_is_a_place() -> None:
    scene = make_scene("attacked Norland's nuclear sites", "Norland")
    assert [filler.party for filler in read_right(scene, 1)] == ["Norland"]


def test_a_recipient_without_a_preposition_stands_behind_its_object_where_cases_tell_it() -> None:
    scene = make_scene("dodal drony Norland", "Norland", language="cs")
    found = [(filler.party or filler.object, filler.markers) for filler in read_right(scene, 1)]
    assert found == [("arms", ("",)), ("Norland", ("",))]
    scene = make_scene("supplied drones Norland", "Norland")
    assert [filler.party or filler.object for filler in read_right(scene, 1)] == ["Norland"]
