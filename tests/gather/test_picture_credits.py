"""Endings of captions that are credits, in any language; endings that are none stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.gather.picture_credits import is_site_notice, split_ending, split_marked


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Guards at the gate.", "(AP Photo/Jane Roe)"),
        ("Guards at the gate.", "Foto: Jane Roe"),
        ("Guards at the gate.", "Image Credits: Jane Roe"),
        ("Guards at the gate", "| Bild: Jane Roe"),
        ("Guards at the gate", "© Jane Roe"),
        ("ফটকে প্রহরীরা।", "ছবি: রয়টার্স"),
        ("ফটকে প্রহরীরা।", "রয়টার্স"),
        ("", "Foto: Jane Roe"),
        ("門の警備員", "（代表撮影）"),
        ("門の警備員", "（Ｃ）共同通信社"),
    ],
)
def test_credits(caption: str, credit: str) -> None:
    assert split_ending(f"{caption} {credit}".strip()) == (caption, credit.removeprefix("| "))


@pytest.mark.parametrize(
    "caption",
    [
        "Guards at the gate.",
        "Jane Roe jumps over Joan Doe (Example United)",
        "In tears: Here she believes that all is lost.",
        "The minister said: nothing is decided yet",
        "",
    ],
)
def test_captions_without_a_credit(caption: str) -> None:
    assert split_ending(caption) == (caption, "")


def test_marks_in_alternative_texts() -> None:
    assert split_marked("Guards at the gate © Example Foto: Jane Roe") == (
        "Guards at the gate",
        "© Example Foto: Jane Roe",
    )
    assert split_marked("Talks fail | Example News") is None


def test_site_notices() -> None:
    assert [is_site_notice(text) for text in ("Copyright Example", "2023 Example. All rights reserved", "© Jane")] == [
        True,
        True,
        False,
    ]


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    caption, credit = split_ending(text)
    assert credit in text and caption in text
    assert split_marked(text) is None or len(text) > 10
