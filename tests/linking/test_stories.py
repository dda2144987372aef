"""Stories: what belongs to one happening, in one language and across."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from hearsay.linking.features import Features, make_features
from hearsay.linking.stories import STORY_DAYS, find_stories
from hearsay.reading import read
from hearsay.records import Copy, Relation, Report, Story

FLOOD = (
    "The river Lona flooded the town of Veldrik on Tuesday, and 4,300 people left their homes, the mayor said. "
    "Rescue workers brought 120 families to the school of Veldrik. The bridge over the Lona is closed."
)
FLOOD_AGAIN = (
    "About 4,300 people fled the flooded town of Veldrik, rescue workers said. The Lona rose by three metres. "
    "The school of Veldrik holds 120 families, and the bridge stays closed, the mayor said."
)
FLOOD_BENGALI = "মঙ্গলবার ভেলড্রিক শহর বন্যায় ডুবেছে। ৪,৩০০ মানুষ ঘর ছেড়েছে বলে মেয়র জানিয়েছেন। ভেলড্রিকের স্কুলে ১২০ পরিবার আছে।"
MATCH = (
    "Harbour United beat Kestrel City by three goals to one in the final of the cup, and the trainer praised the keeper. "
    "The stadium in Ostvik was sold out; the players will parade through the streets with the trophy."
)


def make(name: str, text: str, *, lang: str = "en", day: str = "2026-03-03") -> Features:
    """Make the features of an invented report."""
    return make_features(read(Report(name, text, outlet=f"outlet of {name}", published=day), language=lang))


def stories_of(features: Sequence[Features], copies: Sequence[Copy] = ()) -> tuple[Story, ...]:
    """Find stories among reports, all words counting the same."""
    return find_stories(sorted(features, key=lambda one: (one.at, one.report)), copies, {}, {})


def test_reports_of_one_flood_are_a_story_and_the_cup_is_none() -> None:
    (story,) = stories_of([make("a", FLOOD), make("b", FLOOD_AGAIN), make("c", MATCH)])
    assert story.reports == ("a", "b")
    assert story.title.startswith("The river Lona")


def test_another_language_joins_by_numbers_and_names() -> None:
    (story,) = stories_of([make("a", FLOOD), make("b", FLOOD_BENGALI, lang="bn"), make("c", MATCH)])
    assert story.reports == ("a", "b")
    assert story.languages == ("en", "bn")


def test_a_story_is_over_when_nothing_comes_for_days() -> None:
    later = make("b", FLOOD_AGAIN, day=f"2026-03-{3 + STORY_DAYS + 1:02d}")
    assert stories_of([make("a", FLOOD), later]) == ()


def test_a_copy_is_in_the_story_of_what_it_copies() -> None:
    copies = (Copy("b", "a", Relation.REPRINT, 1.0, ("judged the same",)),)
    stories = stories_of([make("a", FLOOD), make("a2", FLOOD_AGAIN), make("b", MATCH), make("b2", MATCH)], copies)
    assert [story.reports for story in stories] == [("a", "a2", "b", "b2")]


@given(st.permutations([("a", FLOOD), ("b", FLOOD_AGAIN), ("c", MATCH), ("d", MATCH)]))
def test_the_order_of_arrival_does_not_matter(reports: list[tuple[str, str]]) -> None:
    stories = stories_of([FEATURES[name] for name, _ in reports])
    assert {story.reports for story in stories} == {("a", "b"), ("c", "d")}


FEATURES = {name: make(name, text) for name, text in (("a", FLOOD), ("b", FLOOD_AGAIN), ("c", MATCH), ("d", MATCH))}
