"""The generated calendar tables: complete, readable, and fresh against their sources where those are installed."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from hearsay.errors import PackError
from hearsay.packs.cldr import load_calendar_table

LANGUAGES = ("bn", "en")
TOOL = Path(__file__).parents[2] / "tools" / "build_cldr.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_names_every_month_and_weekday(language: str) -> None:
    table = load_calendar_table(language)
    assert list(table.months) == [str(number) for number in range(1, 13)]
    assert list(table.weekdays) == [str(number) for number in range(1, 8)]
    assert all(table.months.values()) and all(table.weekdays.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_digits_of_a_table_are_ten_digits_in_order(language: str) -> None:
    assert [int(digit) for digit in load_calendar_table(language).digits] == list(range(10))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_names_two_months(language: str) -> None:
    words = [word for names in load_calendar_table(language).months.values() for word in names]
    assert len(words) == len(set(words))


def test_bengali_says_last_month() -> None:
    assert load_calendar_table("bn").shifts["-1M"] == ["গত মাস"]


def test_a_language_without_a_table_says_how_to_make_one() -> None:
    with pytest.raises(PackError, match="build_cldr"):
        load_calendar_table("xx")


def test_the_tables_are_fresh() -> None:
    if not all(importlib.util.find_spec(module) for module in ("babel", "dateparser")):
        pytest.skip("Babel and dateparser are needed only to make the tables")
    outcome = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
