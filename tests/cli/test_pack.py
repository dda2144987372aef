"""`hearsay pack`."""

import json
from pathlib import Path

import pytest

from hearsay.packs.loading import decode_pack, list_languages, pack_text
from hearsay.reading.assembly import read
from tests.cli.cli_factories import in_folder, run

pytestmark = pytest.mark.usefixtures(in_folder.__name__)


def test_the_packs_are_listed() -> None:
    rows = [json.loads(line) for line in run("pack", "list", "--json").stdout.splitlines()]
    assert [row["pack"].split("@")[0] for row in rows] == [*list_languages()]
    assert "বাংলা" in run("pack", "list").stdout


def test_the_list_counts_what_each_pack_knows() -> None:
    rows = {row["language"]: row for row in map(json.loads, run("pack", "list", "--json").stdout.splitlines())}
    assert rows["Bengali"]["patterns"] >= 40
    assert rows["Bengali"]["words"] >= 120


def test_a_pack_is_shown_readably() -> None:
    shown = run("pack", "show", "bn").stdout
    assert "Bengali · বাংলা" in shown
    assert "bn.who-say-quote" in shown
    assert "reporting words in" in shown


def test_a_pack_is_printed_as_it_is_written() -> None:
    assert run("pack", "show", "en", "--toml").stdout == pack_text("en")
    result = run("pack", "show", "xx")
    assert result.exit_code == 2 and "bn," in result.stderr


def test_a_draft_is_shown_checked_and_read_with(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.reading.read", read)  # the reader itself
    assert run("pack", "new", "cy").exit_code == 0
    assert "New language" in run("pack", "show", "cy.toml").stdout
    assert run("pack", "check", "cy.toml").stdout == "cy.toml: well\n"
    (in_folder / "report.txt").write_text("The mayor said that it rained.", encoding="utf8")
    reading = json.loads(run("read", "report.txt", "--lang", "cy.toml", "--no-ledger", "--json").stdout)
    assert [statement["trace"] for statement in reading["statements"]] == [["cy.who-say-that"]]


def test_a_draft_that_is_not_there_is_told() -> None:
    result = run("read", "-", "--lang", "no.toml")
    assert result.exit_code == 1 and "no.toml cannot be read" in result.stderr


def test_a_new_pack_is_a_template_and_nothing_is_overwritten(in_folder: Path) -> None:
    assert run("pack", "new", "cy").exit_code == 0
    pack = decode_pack((in_folder / "cy.toml").read_text(encoding="utf8"), "cy.toml")
    assert pack.language.code == "cy" and all(pattern.id.startswith("cy.") for pattern in pack.patterns)
    again = run("pack", "new", "cy")
    assert again.exit_code == 1 and "--out" in again.stderr


@pytest.mark.parametrize("code", ["FR", "french", "f", "en"])
def test_a_wrong_code_is_wrong_usage(code: str) -> None:
    assert run("pack", "new", code).exit_code == 2


def test_problems_are_told_and_leave_with_1(in_folder: Path) -> None:
    run("pack", "new", "cy", "--out", "wrong.toml")  # a file of its own: a pack is read once a process
    draft = in_folder / "wrong.toml"
    text = draft.read_text(encoding="utf8")
    draft.write_text(text.replace("the a an this that these", "the a an an this that these"), encoding="utf8")
    result = run("pack", "check", "wrong.toml")
    assert result.exit_code == 1
    assert "wrong.toml: 1 problem\n  [words] determiners: 'an' stands there 2 times" in result.stdout


def test_bundled_packs_are_checked_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.reading.checker.check_pack", lambda _: ())
    result = run("pack", "check")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{code}: well" for code in list_languages()]
