"""Names told by how they are formed, in a language with particles and no capitals."""

import pytest
from hypothesis import given

from hearsay.reading.particle_names import find_particle_names
from hearsay.records import MentionKind
from tests.text.text_strategies import hard_texts


def find(text: str, language: str = "ko") -> list[tuple[str, str]]:
    """Find the names of a text as their words and kinds."""
    found = find_particle_names(text, language=language, taken=(), known=frozenset({"이용자"}))
    return [(text[c.start : c.end], c.kind.value if c.kind else "") for c in found]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("김민수는 떠났다.", "김민수", MentionKind.PERSON),
        ("박서연이 말했다.", "박서연", MentionKind.PERSON),
        ("A씨는 떠났다.", "A", MentionKind.PERSON),
        ("남 전 총리는 떠났다.", "남", MentionKind.PERSON),
        ("A군의 어머니가 왔다.", "A", MentionKind.PERSON),
        ("B 씨가 말했다.", "B", MentionKind.PERSON),
        ("박씨는 떠났다.", "박", MentionKind.PERSON),
        ("김모(33)씨가 떠났다.", "김", MentionKind.PERSON),
        ("푸른골시에서 열렸다.", "푸른골시", MentionKind.PLACE),
        ("부산에 비가 왔다.", "부산", MentionKind.PLACE),
        ("경찰청은 조사했다.", "경찰청", MentionKind.ORGANISATION),
        ("QRT가 밝혔다.", "QRT", MentionKind.ORGANISATION),
    ],
)
def test_a_name_is_told_by_its_form(text: str, name: str, kind: MentionKind) -> None:
    assert find(text) == [(name, kind.value)]


@pytest.mark.parametrize(
    "text", ["장관은 떠났다.", "여성이 말했다.", "이용자가 늘었다.", "도시는 조용하다.", "CCTV가 꺼졌다."]
)
def test_common_words_are_no_names(text: str) -> None:
    assert find(text) == []


def test_a_pack_without_syllables_of_names_has_none() -> None:
    assert find("김민수는 떠났다.", "ja") == []


@given(hard_texts)
def test_any_text_gives_spans_inside_it(text: str) -> None:
    found = find_particle_names(text, language="ko", taken=(), known=frozenset())
    assert all(0 <= c.start < c.end <= len(text) for c in found)


@pytest.mark.parametrize("text", ["김민기(54)가 떠났다.", "김민상 총괄회장이 떠났다.", "김민의 씨와 만났다."])
def test_an_age_or_an_honorific_introduces_a_name_that_ends_like_a_particle(text: str) -> None:
    assert find(text) == [(text[:3], "person")]


@pytest.mark.parametrize("text", ["방해가 됐다.", "기도하는 시간이다.", "11시에 열렸다."])
def test_a_word_cut_inside_its_ending_is_no_name(text: str) -> None:
    assert find(text) == []
