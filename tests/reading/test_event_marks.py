"""Roles by endings and postpositions."""

from hearsay.reading.event_marks import survey
from tests.reading.event_factories import make_scene


def test_deniers_of_an_act_are_those_who_would_have_acted() -> None:
    text = "সুদরিয়াকে তেল বিক্রির কথা অস্বীকার করেছে নরল্যান্ড"
    scene = make_scene(text, "সুদরিয়া", "নরল্যান্ড", language="bn")
    word = next(word for word in scene.words if word.trigger.entry.senses)
    (around,) = survey(scene, word, "noun")
    assert around.doer is not None
    assert around.doer.party == "নরল্যান্ড"


def test_passive_is_told_by_what_follows() -> None:
    scene = make_scene("তেল সরবরাহ করা হয়েছে", language="bn")
    word = next(word for word in scene.words if word.trigger.entry.senses)
    assert next(survey(scene, word, "noun")).is_passive
