"""The compiled words of [zones]: folding, endings, empty lists."""

import pytest

from hearsay.errors import PackError
from hearsay.reading.zone_words import core, zone_patterns


@pytest.mark.parametrize("line", ["[Advertisement_2]", "— ADVERTISEMENT —", "**Advertisement**", "advertisement 12"])
def test_core_drops_marks_and_numbers(line: str) -> None:
    assert core(line) == "advertisement"


@pytest.mark.parametrize(("line", "name"), [("রয়টার্সের মতে", "রয়টার্স"), ("এপির খবর", "এপি"), ("তাস", "তাস")])
def test_agencies_with_case_endings(line: str, name: str) -> None:
    found = zone_patterns("bn").agency.search(line)
    assert found and found["name"] == name


def test_agency_is_no_beginning_of_a_longer_word() -> None:
    assert not zone_patterns("en").agency.search("Apples and papers")


def test_unknown_language_is_a_pack_error() -> None:
    with pytest.raises(PackError, match="no pack"):
        zone_patterns("xx")
