"""The words around a content."""

import pytest

from hearsay.reading.event_tokens import find_bounds
from tests.reading.event_factories import make_scene


def test_stretch_runs_from_the_start_of_the_sentence_to_the_end_of_the_content() -> None:
    text = "One. Norland denied it fully. Two."
    assert find_bounds(text, [(20, 22)], markers_follow=False) == (5, 22)
    assert find_bounds(text, [(20, 22)], markers_follow=True) == (5, 28)


def test_wide_full_stops_end_sentences_without_a_space() -> None:
    text = "一。诺兰德否认此事。二。"
    assert find_bounds(text, [(5, 7)], markers_follow=False) == (2, 7)
    assert find_bounds(text, [(5, 7)], markers_follow=True) == (2, 9)


@pytest.mark.parametrize(
    ("language", "text", "name", "words"),
    [
        ("zh", "诺兰德将供应导弹", "诺兰德", ["诺兰德", "将", "供应", "导弹"]),
        ("ja", "ノルランドがミサイルを供給した", "ノルランド", ["ノルランド", "が", "ミサイル", "を", "供給", "した"]),
        ("th", "นอร์แลนด์จะส่งขีปนาวุธ", "นอร์แลนด์", ["นอร์แลนด์", "จะ", "ส่ง", "ขีปนาวุธ"]),
        ("vi", "Norland phủ nhận đối với", "Norland", ["norland", "phủ nhận", "đối với"]),
    ],
)
def test_words_are_cut_where_none_are_written_and_joined_where_syllables_are(
    language: str, text: str, name: str, words: list[str]
) -> None:
    assert [token.word for token in make_scene(text, name, language=language).tokens] == words


def test_a_word_inside_a_name_or_a_longer_word_is_no_trigger() -> None:
    assert make_scene("供应导弹", language="zh").words
    assert not [w for w in make_scene("供应公司", "供应公司", language="zh").words if w.trigger.start]
