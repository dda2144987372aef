"""Cutting runs of letters where words are written without spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.cutting import cut_run, is_unspaced, make_cutter, stands_apart


def cut(run: str, *words: str) -> list[str]:
    """Cut a run into words."""
    return [run[start:end] for start, end in cut_run(run, (0, len(run)), make_cutter(words))]


@pytest.mark.parametrize(
    ("run", "words", "pieces"),
    [
        ("市长说话", ["说", "说话", "市长"], ["市长", "说话"]),
        ("橋はロシア人", ["は"], ["橋", "は", "ロシア", "人"]),
        ("2023年AP通信", ["通信", "年"], ["2023", "年", "AP", "通信"]),
        ("เขากล่าวว่า", ["เขา", "กล่าว", "ว่า"], ["เขา", "กล่าว", "ว่า"]),
        ("กล้า", ["กล"], ["กล้า"]),  # a sign of the next syllable holds on to the word
        ("เสือ", ["สือ"], ["เสือ"]),  # a vowel is written before its consonant
    ],
)
def test_the_longest_known_words_are_taken(run: str, words: list[str], pieces: list[str]) -> None:
    assert cut(run, *words) == pieces


def test_letters_and_kana_are_not_cut_inside_a_word() -> None:
    assert not stands_apart("APEC", 0, 2)
    assert not stands_apart("ロシアン", 0, 3)
    assert stands_apart("ロシア人", 0, 3)
    assert stands_apart("中国人", 0, 2)


@given(st.text(alphabet="市长说話はがロシア2AกวาเAา่ ", min_size=1))
def test_pieces_are_ordered_and_leave_no_letter_out(run: str) -> None:
    pieces = [*cut_run(run, (0, len(run)), make_cutter(["说", "は", "ว่า", "市长"]))]
    assert all(first[1] <= second[0] for first, second in zip(pieces, pieces[1:], strict=False))
    assert "".join(run[start:end] for start, end in pieces) == run


def test_only_scripts_without_spaces_are_such() -> None:
    assert all(map(is_unspaced, "橋はロก"))
    assert not any(map(is_unspaced, "다aর1 "))
