"""Pronouns and titles led back, and the cases in which nothing may be: a wrong speaker is the worst error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.reading.coreference import resolve
from hearsay.reading.mentions import find_mentions
from hearsay.text.folding import Folded


def lead_back(text: str, language: str = "en") -> str | None:
    """Lead back what stands between square brackets."""
    start, end = text.index("["), text.index("]") - 1
    view = Folded(text.replace("[", "").replace("]", "")).text
    assert language == "en" or len(view) == len(text) - 2, "write the sentence in its folded form"
    found = resolve(view, (start, end), find_mentions(view, language=language), language=language)
    return found.name if found else None


def in_bengali(text: str) -> str | None:
    """Lead back in Bengali, the text folded first."""
    return lead_back(Folded(text).text, "bn")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Quist left the room. [She] said no.", "Anna Quist"),
        ("Anna Quist and Peter Olde met. [He] said no.", "Peter Olde"),
        ("Mr. Quist left. It was late. [He] said no.", "Quist"),
        ("Peter Quist left. He took a bus. He was tired. He slept. He woke. He ate. [He] said no.", "Peter Quist"),
        ("Anna Quist, the mayor of Olde, left. It rained. [The mayor] said no.", "Anna Quist"),
        ("The Ministry of Roads was late. [The ministry] said no.", "Ministry of Roads"),
    ],
)
def test_english_is_led_back(text: str, name: str) -> None:
    assert lead_back(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("মেয়র আমিনা রহমান বলেন, সেতু খোলা থাকবে। [তিনি] জানান, কাজ শেষ।", "আমিনা রহমান"),
        ("মেয়র আমিনা রহমান এলেন। কাজ শেষ হয়েছে। [মেয়র] বলেন, সেতু খোলা।", "আমিনা রহমান"),
        ("উত্তর কোরিয়া জানিয়েছে, [তারা] আসবে।", "উত্তর কোরিয়া"),
    ],
)
def test_bengali_is_led_back(text: str, name: str) -> None:
    assert in_bengali(text) == Folded(name).text


@pytest.mark.parametrize(
    "text",
    [
        "It rained. [He] said no.",
        "They met Peter Quist and Paul Olde. [He] said no.",
        "A clerk told Peter Quist to wait. [He] said no.",
        "“We trust Peter Quist,” a clerk said. [He] left.",
        "Anna Quist left. [He] said no.",
        "Peter Quist left. [A senator] said no.",
        "Mayor Peter Quist met mayor Paul Olde. [The mayor] said no.",
    ],
)
def test_nobody_is_led_back_where_it_is_not_plain(text: str) -> None:
    assert lead_back(text) is None


@pytest.mark.parametrize("text", ["মন্ত্রীরা এলেন। [তিনি] বলেন, না।", "মেয়র আমিনা রহমান এলেন। [মেয়ররা] বলেন, না।"])
def test_nobody_is_led_back_in_bengali_either(text: str) -> None:
    assert in_bengali(text) is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["he", "the minister", "তিনি", "মন্ত্রী"]), st.sampled_from(["en", "bn"]))
def test_any_text_is_survived(before: str, words: str, language: str) -> None:
    view = Folded(f"{before} {words} left").text
    start = view.rindex(Folded(words).text)
    found = resolve(view, (start, start + len(words)), find_mentions(view, language=language), language=language)
    assert found is None or found.span[1] <= start
