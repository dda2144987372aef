"""`hearsay link`: once, again, and without anything to link."""

import json
from pathlib import Path

import pytest

from tests.cli.cli_factories import in_folder, make_file, run

pytestmark = pytest.mark.usefixtures(in_folder.__name__)


def test_what_was_linked_is_told_once(in_folder: Path) -> None:
    run("read", make_file(in_folder), "--lang", "en")
    first = run("link")
    assert first.exit_code == 0 and "1 reports" in first.stderr and first.stdout == ""
    assert "nothing new to link" in run("link").stderr and "1 reports" in run("link", "--again").stderr


def test_a_program_gets_the_counts(in_folder: Path) -> None:
    run("read", make_file(in_folder), "--lang", "en")
    row = json.loads(run("link", "--json").stdout)
    assert row["is_new"] and row["reports"] == 1
    assert set(row) == {"is_new", "reports", "copies", "stories", "claims", "possible"}
    assert not json.loads(run("link", "--json").stdout)["is_new"]


def test_without_a_ledger_none_is_made(in_folder: Path) -> None:
    result = run("link")
    assert result.exit_code == 1 and "hearsay read" in result.stderr and not (in_folder / "hearsay.db").exists()
