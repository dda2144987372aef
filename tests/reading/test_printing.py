"""Printing: months, weekdays, digits and relative phrases of each pack are read back as what they are."""

from pathlib import Path

import pytest

from hearsay.packs.loading import list_languages
from hearsay.reading.times.printing import check_printing
from tests.packs.pack_factories import write_pack


@pytest.mark.parametrize("language", list_languages())
def test_what_is_printed_is_read_back(language: str) -> None:
    assert check_printing(language) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('"{month} {year}", "{weekday}", ', ""), "'Monday' should be"),
        (('"-1D" = ["yesterday"]', '"-1D" = ["yesterday", "tomorrow"]'), "'tomorrow' should be 2023-09-0"),
    ],
)
def test_what_is_not_read_back_is_told(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    changes = [change, ('"<on> [{weekday}]"', '"{year}"')]
    assert any(told in message for message in check_printing(write_pack(tmp_path, *changes)))


def test_a_pack_without_templates_of_times_prints_none(tmp_path: Path) -> None:
    none = ("[times.phrases]\npoint = ", "[times.classes]\nunused = 'x'\n#")
    path = write_pack(tmp_path, none, ('[times.classes]\non = "on in"', ""))
    assert check_printing(path) == ()
