"""Names told by the titles beside them, where capitals and often spaces are wanting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.mentions import find_mentions
from hearsay.reading.run_names import find_run_names
from tests.text.text_strategies import hard_texts


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("zh", "河边市长林国栋说，林国栋没有否认。", ["林国栋", "林国栋"]),
        ("zh", "米拉·霍尔特先生沉默了。", ["米拉·霍尔特"]),
        ("zh", "周慧女士否认此事。", ["周慧"]),
        ("zh", "这位部长走了。", []),
        ("ja", "ミラ・ホルト氏は黙った。", ["ミラ・ホルト"]),
        ("ja", "林太郎市長は黙った。", ["林太郎"]),
        ("ja", "「橋は安全だ」と山本氏は反論した。", ["山本"]),
        ("ko", "김태수 시장은 침묵했다.", ["김태수"]),
        ("ko", "신임 장관은 침묵했다.", []),
        ("th", "นายสมชาย ใจดี กล่าวว่าสะพานปลอดภัย", ["สมชาย ใจดี"]),
    ],
)
def test_a_title_tells_a_name(language: str, text: str, names: list[str]) -> None:
    assert [text[c.start : c.end] for c in find_run_names(text, language=language)] == names


def test_a_family_name_is_led_back_to_its_bearer() -> None:
    text = "김태수 시장은 침묵했다. 김 시장은 떠났다."
    assert [mention.name for mention in find_mentions(text, language="ko")] == ["김태수", "김태수"]


def test_the_head_of_a_body_closes_its_name() -> None:
    text = "他在青沙大学教书。"
    assert [text[c.start : c.end] for c in find_run_names(text, language="zh")] == ["青沙大学"]


@given(hard_texts, st.sampled_from(["zh", "ja", "ko", "th"]))
def test_names_are_ordered_and_disjoint_in_any_text(text: str, language: str) -> None:
    found = find_run_names(text, language=language)
    assert all(first.end <= second.start for first, second in zip(found, found[1:], strict=False))
