"""`hearsay export`: every format by its name, and what is wrong is told."""

from pathlib import Path

import msgspec
import pytest

from hearsay.cli.options import ExportFormat
from hearsay.ledger import Ledger
from hearsay.views.exports import FORMATS
from tests.cli.cli_factories import run
from tests.ledger.ledger_factories import make_reading
from tests.views.exports.export_factories import open_filled


@pytest.mark.parametrize("name", ExportFormat)
def test_every_format_writes_its_files(tmp_path: Path, name: str) -> None:
    with open_filled(tmp_path):
        pass
    result = run("export", "--format", name, "--out", tmp_path / "out", "--ledger", tmp_path / "a.db", "--json")
    assert result.exit_code == 0
    files = {msgspec.json.decode(line)["file"] for line in result.stdout.splitlines()}
    assert files == {path.name for path in (tmp_path / "out").iterdir()}


def test_the_options_name_all_formats() -> None:
    assert [one.value for one in ExportFormat] == list(FORMATS)


def test_one_claim_goes_with_some_formats_only(tmp_path: Path) -> None:
    with open_filled(tmp_path):
        pass
    told = ("--out", tmp_path / "out", "--ledger", tmp_path / "a.db")
    assert run("export", "--format", "prov", "--claim", "c1", *told).exit_code == 0
    wrong = run("export", "--format", "csv", "--claim", "c1", *told)
    assert wrong.exit_code == 2 and "goes with ftm, graphml" in wrong.stderr
    unknown = run("export", "--format", "prov", "--claim", "c9", *told)
    assert unknown.exit_code == 1 and "holds no claim 'c9'" in unknown.stderr


def test_a_ledger_that_was_never_linked_is_exported_and_told(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add(make_reading())
    result = run("export", "--format", "csv", "--out", tmp_path / "out", "--ledger", tmp_path / "a.db")
    assert result.exit_code == 0 and "never linked" in result.stderr and "13 files" in result.stderr


def test_no_ledger_is_made(tmp_path: Path) -> None:
    assert run("export", "--format", "csv", "--out", tmp_path / "out", "--ledger", tmp_path / "b.db").exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_judgements_go_back_in(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        judgements = list(ledger.links.judgements())
    run("export", "--format", "jsonl", "--out", tmp_path / "out", "--ledger", tmp_path / "a.db")
    with Ledger.open(tmp_path / "b.db") as empty:
        empty.add(make_reading())
    result = run("judge", "--import", tmp_path / "out/judgements.jsonl", "--ledger", tmp_path / "b.db")
    assert result.exit_code == 0
    with Ledger.open(tmp_path / "b.db") as ledger:
        assert list(ledger.links.judgements()) == judgements != []
