"""Names of persons in a script without capitals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.reading.bare_names import find_bare_names
from hearsay.text.folding import Folded


def find(text: str) -> list[str]:
    """Find the words of the candidates of a text."""
    view = Folded(text).text
    return [view[candidate.start : candidate.end] for candidate in find_bare_names(view, language="bn")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("সচিব নাজমুল হক তালুকদার আসেন।", "নাজমুল হক তালুকদার"),
        ("গতকাল আমিনা রহমান ও সবাই আসেন।", "আমিনা রহমান"),
        ("এরপর পিনাকী চৌধুরীকে ডাকা হয়।", "পিনাকী চৌধুরীকে"),
        ("এ কে এম ফজলুল করিম, সভাপতি।", "এ কে এম ফজলুল করিম"),
        ("রহিম সাহেব আসেননি।", "রহিম"),
        ("আহত বিতান পালকে (৩৫) হাসপাতালে নেওয়া হয়।", "বিতান পালকে"),  # an age behind an unknown name
        ("পরে শামীমকে ডাকা হয়।", "শামীমকে"),  # the case of persons
        ("পথ খোলা, বলেছেন শামীম।", "শামীম"),
    ],
)
def test_names_end_where_a_phrase_does(text: str, name: str) -> None:
    assert find(text) == [Folded(name).text]


@pytest.mark.parametrize(
    "text",
    [
        "মন্ত্রী বলেন, কাজ শেষ।",
        "সরকারের প্রধান দাবি এই।",
        "নেতা সভার পরে আসেন।",
        "মামলা (২৩) চলছে।",
        "দীর্ঘদিন ধরে কাজ চলছে।",
    ],
)
def test_common_words_make_no_name(text: str) -> None:
    assert find(text) == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("আবিরমনহ্ােক য়। ,(-এওি"), max_size=40))
def test_candidates_are_ordered_and_inside(text: str) -> None:
    view = Folded(text).text
    end = 0
    for candidate in find_bare_names(view, language="bn"):
        assert end <= candidate.start < candidate.end <= len(view)
        end = candidate.end
