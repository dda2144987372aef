"""`hearsay show`: what the ledger holds."""

import json
from pathlib import Path

import pytest

from tests.cli.cli_factories import in_folder, make_file, run

pytestmark = pytest.mark.usefixtures(in_folder.__name__)


def fill(folder: Path) -> str:
    """Read a report and a missing file into the ledger, and return the report's id."""
    result = run("read", make_file(folder), folder / "gone.txt", "--lang", "en", "--json")
    return str(json.loads(result.stdout.splitlines()[0])["id"])


@pytest.mark.parametrize(
    ("what", "field", "value"),
    [
        ("reports", "lang", "en"),
        ("statements", "text", "The dam will be filled in June,"),
        ("sources", "name", "Mara Venn"),
        ("refusals", "reason", "missing"),
    ],
)
def test_rows_are_shown_as_json_and_as_a_table(in_folder: Path, what: str, field: str, value: str) -> None:
    fill(in_folder)
    result = run("show", what, "--json")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert row[field] == value and result.exit_code == 0
    table = run("show", what)
    assert value.split()[0].rstrip(",") in table.stdout and table.exit_code == 0


def test_one_report_is_shown_with_its_marks(in_folder: Path) -> None:
    result = run("show", "report", fill(in_folder))
    assert "[1]The dam" in result.stdout and result.exit_code == 0


def test_what_one_source_said_is_shown(in_folder: Path) -> None:
    fill(in_folder)
    assert "The dam" in run("show", "source", "Mara Venn").stdout
    assert "no such statements" in run("show", "source", "Nobody").stdout


def test_an_unknown_report_is_a_failure_in_words(in_folder: Path) -> None:
    fill(in_folder)
    result = run("show", "report", "none")
    assert result.exit_code == 1 and "'none'" in result.stderr and "show reports" in result.stderr


def test_a_name_stands_where_it_is_needed_and_only_there(in_folder: Path) -> None:
    fill(in_folder)
    assert run("show", "report").exit_code == 2 and run("show", "sources", "x").exit_code == 2


def test_no_ledger_says_how_to_make_one(in_folder: Path) -> None:
    result = run("show", "sources")
    assert result.exit_code == 1 and "hearsay.db" in result.stderr and "hearsay read" in result.stderr
    assert not (in_folder / "hearsay.db").exists()


def test_the_environment_names_the_ledger(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_LEDGER", str(in_folder / "mine.db"))
    fill(in_folder)
    assert (in_folder / "mine.db").exists() and run("show", "reports").exit_code == 0
