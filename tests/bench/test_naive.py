"""The naive baseline finds what it was written for, and never raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.naive import read_naively


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("en", "Mira Holt said rain was near.", "Mira Holt", "rain was near."),
        ("en", "“Rain is near,” said Mira Holt.", "Mira Holt", "Rain is near,"),
        ("en", "According to Mira Holt, rain was near.", "Mira Holt", "rain was near."),
        ("bn", "মিরা হল্ট বলেন, “বৃষ্টি আসছে”।", "মিরা হল্ট", "বৃষ্টি আসছে"),
        ("bn", "মিরা হল্ট জানিয়েছেন যে বৃষ্টি আসছে।", "মিরা হল্ট", "বৃষ্টি আসছে।"),
    ],
)
def test_a_plain_frame_is_found(language: str, text: str, source: str, content: str) -> None:
    (found,) = read_naively(text, language)
    assert [text[a:b] for a, b in found["source"]] == [source] and [text[a:b] for a, b in found["content"]] == [content]


@given(st.text(), st.sampled_from(["en", "bn"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for found in read_naively(text, language):
        assert all(0 <= start <= end <= len(text) for start, end in found["content"])
