"""Spans of sources made into links: the head decides; and what can be a source at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.reading.mentions import find_mentions
from hearsay.reading.sources import is_source_like, name_source
from hearsay.records import Link, SourceKind
from hearsay.text.folding import Folded


def name(text: str, words: str, language: str = "en") -> Link:
    """Name the source that these words of a text are; the last occurrence counts."""
    view, words = Folded(text).text, Folded(words).text
    start = view.rindex(words)
    return name_source(view, (start, start + len(words)), find_mentions(view, language=language), language=language)


@pytest.mark.parametrize(
    ("phrase", "kind", "called"),
    [
        ("South Korea's Yonhap news agency", SourceKind.AGENCY, "Yonhap"),
        ("two US officials", SourceKind.ANONYMOUS, "two US officials"),
        ("Ukrainian officials", SourceKind.ANONYMOUS, "Ukrainian officials"),
        ("A spokesman for the ministry", SourceKind.ANONYMOUS, "spokesman for the ministry"),
        ("a report by the audit office", SourceKind.DOCUMENT, "report by the audit office"),
        ("US media", SourceKind.OUTLET, "US media"),
        ("sources in the government", SourceKind.ANONYMOUS, "sources in the government"),
        ("the city's mayor, Anna Quist,", SourceKind.PERSON, "Anna Quist"),
        ("Anna Quist, a lawyer for the union,", SourceKind.PERSON, "Anna Quist"),
        ("Anna Quist's lawyer", SourceKind.ANONYMOUS, "Anna Quist's lawyer"),
        ("Secretary of State Anna Quist", SourceKind.PERSON, "Anna Quist"),
        ("Moscow", SourceKind.GOVERNMENT, "Moscow"),
        ("the White House", SourceKind.GOVERNMENT, "White House"),
        ("police", SourceKind.ORGANISATION, "police"),
        ("40 percent of farmers", SourceKind.ANONYMOUS, "40 percent of farmers"),
    ],
)
def test_english_sources(phrase: str, kind: SourceKind, called: str) -> None:
    link = name(f"{phrase} said no.", phrase)
    assert (link.kind, link.name) == (kind, called)


@pytest.mark.parametrize(
    ("phrase", "kind", "called"),
    [
        ("রাশিয়ার প্রতিরক্ষামন্ত্রী সের্গেই শোইগু", SourceKind.PERSON, "সের্গেই শোইগু"),
        ("দক্ষিণ কোরিয়ার সংবাদ সংস্থা ইয়োনহাপ", SourceKind.AGENCY, "ইয়োনহাপ"),
        ("মার্কিন কর্মকর্তারা", SourceKind.ANONYMOUS, "মার্কিন কর্মকর্তা"),
        ("মার্কিন সংবাদমাধ্যম", SourceKind.OUTLET, "মার্কিন সংবাদমাধ্যম"),
        ("সরকারের সূত্রের", SourceKind.ANONYMOUS, "সরকারের সূত্র"),
        ("নিরীক্ষা দপ্তরের প্রতিবেদনে", SourceKind.DOCUMENT, "নিরীক্ষা দপ্তরের প্রতিবেদন"),
        ("উত্তর কোরিয়া", SourceKind.GOVERNMENT, "উত্তর কোরিয়া"),
        ("জনাব রফিক মোল্লা সাহেব", SourceKind.PERSON, "রফিক মোল্লা"),
    ],
)
def test_bengali_sources(phrase: str, kind: SourceKind, called: str) -> None:
    link = name(f"{phrase} বলেছে, কাজ শেষ।", phrase, "bn")
    assert (link.kind, link.name) == (kind, Folded(called).text)


def test_states_and_capitals_that_speak_have_the_same_entity() -> None:
    states = {name(f"{words} said no.", words).entity for words in ("Moscow", "Russia", "the Kremlin")}
    assert len(states) == 1 and None not in states


def test_unnamed_people_of_a_state_have_no_entity() -> None:
    assert name("Russian officials said no.", "Russian officials").entity is None


def test_a_pronoun_is_led_back_and_stays_where_it_stands() -> None:
    link = name("Anna Quist left. It was late. She said no.", "She")
    assert (link.kind, link.name, link.span) == (SourceKind.PERSON, "Anna Quist", (30, 33))


def test_a_pronoun_without_a_name_stays_unnamed() -> None:
    assert name("It was late. She said no.", "She").kind is SourceKind.ANONYMOUS


def test_a_relative_pronoun_is_the_name_before_it() -> None:
    assert name("They saw Anna Quist, who said no.", "who").name == "Anna Quist"


@pytest.mark.parametrize(
    ("words", "language", "answer"),
    [
        ("a senior official", "en", True),
        ("people familiar with the matter", "en", True),
        ("the report", "en", True),
        ("she", "en", True),
        ("a virologist", "en", True),
        ("the price of bread", "en", False),
        ("it", "en", False),
        ("1,200", "en", False),
        ("the next morning", "en", False),
        ("এক কর্মকর্তা", "bn", True),
        ("তিনি", "bn", True),
        ("চালের দাম", "bn", False),
        ("পরের দিন", "bn", False),
    ],
)
def test_what_can_be_a_source(words: str, language: str, answer: bool) -> None:
    view = Folded(words).text
    assert is_source_like(view, (0, len(view)), (), language=language) is answer


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=50), st.sampled_from(["en", "bn"]), st.integers(0, 50), st.integers(0, 50))
def test_any_span_is_survived(text: str, language: str, start: int, length: int) -> None:
    view = Folded(text).text
    span = (min(start, len(view)), min(start + length, len(view)))
    mentions = find_mentions(view, language=language)
    link = name_source(view, span, mentions, language=language)
    assert link.span is None or 0 <= link.span[0] <= link.span[1] <= len(view)
    assert is_source_like(view, span, mentions, language=language) in (True, False)


def test_an_owner_of_nothing_inside_the_phrase_is_the_source() -> None:
    view = Folded("Reuters'ın haberine göre köprü kapandı").text
    link = name_source(view, (0, 10), find_mentions(view, language="tr"), language="tr")
    assert (link.kind, link.entity) == (SourceKind.AGENCY, "Q130879")
