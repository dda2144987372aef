"""`hearsay entities`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.cli_factories import in_folder, run
from tests.packs.wikidata_factories import write_dump

pytestmark = pytest.mark.usefixtures(in_folder.__name__)

WIRE = '[hs-harbour-wire]\nkind = "agency"\nnames.en = "Harbour Wire"\ndomains = "harbourwire.example"\n'


def test_a_name_is_shown_with_its_names_and_terms() -> None:
    shown = run("entities", "show", "Шойгу").stdout
    assert "Sergei Shoigu · person" in shown and "defence minister, Russia: 2012-11-06 to 2024-05-12" in shown
    row = json.loads(run("entities", "show", "শোইগু", "--json").stdout)
    assert row["id"] == "hs-sergei-shoigu" and "Шойгу" in row["names"]["ru"]
    assert row["offices"][0].keys() == {"role", "of", "from", "until"} and row["domains"] == []


def test_an_unknown_name_leaves_with_1() -> None:
    result = run("entities", "show", "Nobody At All")
    assert result.exit_code == 1 and "docs/entities.md" in result.stderr


def test_entities_are_listed_by_kind() -> None:
    rows = [json.loads(line) for line in run("entities", "list", "--kind", "agency", "--json").stdout.splitlines()]
    assert len(rows) >= 50 and {row["kind"] for row in rows} == {"agency"}
    assert "রয়টার্স" in run("entities", "list", "--kind", "agency", "--lang", "bn").stdout
    assert run("entities", "list", "--kind", "planet").exit_code == 2


def test_a_file_is_checked(in_folder: Path) -> None:
    (in_folder / "mine.toml").write_text(WIRE, encoding="utf8")
    assert run("entities", "check", "mine.toml").stdout == "mine.toml: well, 1 read\n"
    (in_folder / "mine.toml").write_text(WIRE.replace("agency", "wire"), encoding="utf8")
    result = run("entities", "check", "mine.toml")
    assert result.exit_code == 1 and "mine.toml: 1 problem, 0 read\n  mine.toml, [hs-harbour-wire]" in result.stdout


def test_a_dump_becomes_tables_and_bad_lines_are_told(in_folder: Path) -> None:
    dump = write_dump(in_folder, "gz", bad=["{"] * 7)
    result = run("entities", "build", "--wikidata", dump, "--out", "built")
    assert result.exit_code == 0 and "7 bad lines · tables in built" in result.stderr
    assert "bad line 10:" in result.stderr and "bad lines: 2 more" in result.stderr
    assert run("entities", "check", "built").exit_code == 0


def test_a_build_that_cannot_be_gone_on_with_leaves_with_1(in_folder: Path) -> None:
    result = run("entities", "build", "--wikidata", write_dump(in_folder), "--out", "built", "--resume")
    assert result.exit_code == 1 and "leave out --resume" in result.stderr


def test_reports_are_read_with_entities_of_one_s_own(in_folder: Path) -> None:
    (in_folder / "mine.toml").write_text(WIRE, encoding="utf8")
    program = "import hearsay; print([m.entity for m in hearsay.read('Harbour Wire said so.', lang='en').mentions])"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "HEARSAY_ENTITIES": "mine.toml"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "['hs-harbour-wire']\n"
