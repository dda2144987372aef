"""Listed names: which entity is meant, and when a state is a government."""

from hearsay.reading.listed_names import find_listed_names
from hearsay.records import MentionKind
from hearsay.text.folding import Folded


def test_a_name_covers_its_case_ending_and_is_called_without() -> None:
    view = Folded("তারা মস্কোর কথা বলে।").text
    (name,) = find_listed_names(view, language="bn")
    assert (view[name.start : name.end], name.name) == ("মস্কোর", "মস্কো")


def test_a_capital_that_acts_has_the_entity_of_its_state() -> None:
    capital, state = find_listed_names("Moscow denied it. Russia denied it.", language="en")
    assert capital.kind is state.kind is MentionKind.GOVERNMENT
    assert capital.entity == state.entity


def test_adjectives_are_no_names() -> None:
    assert find_listed_names("A Russian official left.", language="en") == ()


def test_a_short_form_of_an_agency_counts_beside_a_reporting_verb() -> None:
    for text in ("তাস জানিয়েছে, সেতুটি নিরাপদ।", "তিনি তাস-কে বলেন।"):
        (name,) = find_listed_names(Folded(text).text, language="bn")
        assert (name.kind, name.entity) == (MentionKind.AGENCY, "hs-tass")
    assert find_listed_names(Folded("তারা তাস খেলে।").text, language="bn") == ()
    assert find_listed_names("В АП сообщили об этом.", language="ru") == ()
