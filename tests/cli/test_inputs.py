"""What is read, in order, and the work on one report."""

from pathlib import Path

import pytest

from hearsay.cli.inputs import Item, choose_language, find_in_path, find_items, read_item
from hearsay.cli.options import ReadOptions
from hearsay.errors import SettingsError
from hearsay.records import Reading, Refusal, Report
from tests.cli.cli_factories import ENGLISH, in_folder, make_file

pytestmark = pytest.mark.usefixtures(in_folder.__name__)


def test_a_folder_is_read_in_the_order_of_names(in_folder: Path) -> None:
    for name in ("b.txt", "a.md", "c.png"):
        make_file(in_folder, name, f"{name} {ENGLISH}")
    assert [Path(item.where).name for item in find_in_path(str(in_folder))] == ["a.md", "b.txt"]


def test_files_and_lines_are_read_one_after_the_other(in_folder: Path) -> None:
    jsonl = make_file(in_folder, "in.jsonl", '{"id": "x", "text": "Rain."}\nnonsense\n')
    items = [*find_items(ReadOptions(paths=[str(make_file(in_folder)), "gone.txt"], jsonl=jsonl))]
    assert [item.id for item in items][:2] == ["x", f"{jsonl}:2"]
    assert [type(item.report) for item in items] == [Report, Refusal, Report, Refusal]


def test_missing_json_lines_are_wrong_usage() -> None:
    with pytest.raises(SettingsError, match="check the path"):
        list(find_items(ReadOptions(jsonl=Path("none.jsonl"))))


def test_what_was_told_comes_before_what_the_report_says() -> None:
    report = Report("r", ENGLISH, lang="bn", published="2020")
    identity, reading = read_item(Item("i", "r.txt", report), language="en", published="2024-03-05")
    assert identity == "i" and isinstance(reading, Reading)
    assert (reading.lang, reading.published) == ("en", "2024-03-05")


def test_a_refusal_passes_through() -> None:
    refusal = Refusal("a.txt", "missing", "no")
    assert read_item(Item("i", "a.txt", refusal)) == ("i", refusal)


def test_a_language_may_have_a_region() -> None:
    assert choose_language(Report("r", ENGLISH, lang="en-GB"), "r.txt") == "en"
