"""`hearsay pack`."""

import json
from pathlib import Path

import pytest

from hearsay.packs.loading import decode_pack, list_languages, pack_text
from hearsay.packs.proofreading import Problem
from hearsay.reading import checker
from tests.cli.cli_factories import in_folder, run

pytestmark = pytest.mark.usefixtures(in_folder.__name__)


def test_the_packs_are_listed() -> None:
    rows = [json.loads(line) for line in run("pack", "list", "--json").stdout.splitlines()]
    assert [row["pack"].split("@")[0] for row in rows] == [*list_languages()]
    assert "বাংলা" in run("pack", "list").stdout


def test_a_pack_is_printed_as_it_is_written() -> None:
    assert run("pack", "show", "en").stdout == pack_text("en")
    result = run("pack", "show", "xx")
    assert result.exit_code == 2 and ", ".join(list_languages()) in result.stderr


def test_a_new_pack_is_a_template_and_nothing_is_overwritten(in_folder: Path) -> None:
    assert run("pack", "new", "fr").exit_code == 0
    pack = decode_pack((in_folder / "fr.toml").read_text(encoding="utf8"), "fr.toml")
    assert pack.language.code == "fr" and all(pattern.id.startswith("fr.") for pattern in pack.patterns)
    again = run("pack", "new", "fr")
    assert again.exit_code == 1 and "--out" in again.stderr


@pytest.mark.parametrize("code", ["FR", "french", "f", "en"])
def test_a_wrong_code_is_wrong_usage(code: str) -> None:
    assert run("pack", "new", code).exit_code == 2


def test_problems_are_told_and_leave_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "check_pack", lambda _: (Problem("en.citing", "never fires"),))
    result = run("pack", "check", "en")
    assert result.exit_code == 1 and "en.citing: never fires" in result.stdout
    monkeypatch.setattr(checker, "check_pack", lambda _: ())
    assert run("pack", "check").exit_code == 0
