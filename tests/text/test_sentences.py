"""Sentences: a dot is not enough, a danda is, and nothing is lost between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.compiler import load_pack
from hearsay.records import Span
from hearsay.text.sentences import split_after_titles, split_sentences
from tests.text.text_strategies import hard_texts


def split(text: str, language: str = "en", whole: tuple[Span, ...] = ()) -> list[str]:
    """Split a whole text with the stops and abbreviations of a pack."""
    pack = load_pack(language)
    ends, abbreviations = pack.source.language.sentence_ends, pack.abbreviations
    spans = split_sentences(text, (0, len(text)), ends=ends, abbreviations=abbreviations, whole=whole)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Holt left. He was tired.", ["Mr. Holt left.", "He was tired."]),
        ("J. Marrow spoke. Nobody heard.", ["J. Marrow spoke.", "Nobody heard."]),
        ("It cost 4.5 million. Who paid?", ["It cost 4.5 million.", "Who paid?"]),
        ("The U.S. envoy left. Talks go on.", ["The U.S. envoy left.", "Talks go on."]),
        ("“Go!” he said. She went.", ["“Go!” he said.", "She went."]),
        ("She waited… and left.", ["She waited… and left."]),
        ("One sentence without a stop", ["One sentence without a stop"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_english(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("সেতুটি বন্ধ। কাল খুলবে।", ["সেতুটি বন্ধ।", "কাল খুলবে।"]),
        ("কে জানে? মো. করিম এসেছেন। তিনি ক্লান্ত।", ["কে জানে?", "মো. করিম এসেছেন।", "তিনি ক্লান্ত।"]),
        ("“সেতুটি নিরাপদ।” মেয়র এ কথা বলেন।", ["“সেতুটি নিরাপদ।”", "মেয়র এ কথা বলেন।"]),
    ],
)
def test_bengali(text: str, sentences: list[str]) -> None:
    assert split(text, "bn") == sentences


def test_a_quotation_that_is_to_stay_whole_is_not_cut() -> None:
    text = "He said “Go. Now.” and left."
    assert split(text, whole=((8, 18),)) == [text]


@given(hard_texts, st.sampled_from(["en", "bn"]))
def test_sentences_are_ordered_disjoint_and_complete(text: str, language: str) -> None:
    pack = load_pack(language)
    spans = split_sentences(
        text, (0, len(text)), ends=pack.source.language.sentence_ends, abbreviations=pack.abbreviations
    )
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(start < end for start, end in spans)
    between = "".join(text[end:start] for end, start in zip(edges[::2], edges[1::2], strict=True))
    assert not between.strip()


def test_a_title_in_short_before_a_number_ends_a_sentence() -> None:
    text = "It cited Vikram Sen. 30 people left on No. 5."
    found = split_after_titles(text, [(0, len(text))], frozenset({"sen"}))
    assert [text[a:b] for a, b in found] == ["It cited Vikram Sen.", "30 people left on No. 5."]
