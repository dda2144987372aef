"""Openings: what looks like a headline, where a dateline ends."""

import pytest

from hearsay.reading.openings import find_dateline, is_headline
from hearsay.reading.zone_words import zone_patterns


@pytest.mark.parametrize(
    "line",
    ["Minister to visit Norland", "Will the minister go?", "‘No deal’, says minister", "Talks fail; minister leaves"],
)
def test_headlines(line: str) -> None:
    assert is_headline(line, zone_patterns("en"))


@pytest.mark.parametrize(
    "line", ["The minister went home.", "and so it ends", "He said:", "“We will not go there again”", "word " * 30]
)
def test_no_headlines(line: str) -> None:
    assert not is_headline(line, zone_patterns("en"))


def test_a_line_alone_must_be_shorter() -> None:
    line = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".capitalize()
    assert is_headline(line, zone_patterns("en"))
    assert not is_headline(line, zone_patterns("en"), rest=False)


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("hi", "नदीपुर, 5 सितंबर (भाषा) पुल सुरक्षित है।", "पुल सुरक्षित है।"),
        ("ko", "(서울=연합뉴스) 박지훈 기자 = 다리는 안전하다.", "다리는 안전하다."),
        ("ja", "【北京＝共同】橋は安全だ。", "橋は安全だ。"),
        ("zh", "新华社北京9月5日电 大桥是安全的。", "大桥是安全的。"),
    ],
)
def test_datelines_of_asia(language: str, line: str, text: str) -> None:
    assert line[find_dateline(line, zone_patterns(language)) :] == text
    assert find_dateline(text, zone_patterns(language)) == 0


def test_dateline_ends_where_the_text_begins() -> None:
    line = "GENEVA, Sept. 4 (AP) — Talks failed."
    assert line[find_dateline(line, zone_patterns("en")) :] == "Talks failed."
    assert find_dateline("Talks failed in GENEVA (AP) — again.", zone_patterns("en")) == 0
