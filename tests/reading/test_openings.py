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


def test_dateline_ends_where_the_text_begins() -> None:
    line = "GENEVA, Sept. 4 (AP) — Talks failed."
    assert line[find_dateline(line, zone_patterns("en")) :] == "Talks failed."
    assert find_dateline("Talks failed in GENEVA (AP) — again.", zone_patterns("en")) == 0
