"""`hearsay serve` and `hearsay token`: what they are told, and that the server shows what was asked for."""

from pathlib import Path

import pytest

from hearsay.api.service import ServeSettings
from hearsay.ledger import Ledger
from tests.api.api_factories import make_ledger
from tests.cli.cli_factories import run


def test_a_server_only_shows_and_only_here_unless_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[ServeSettings] = []
    monkeypatch.setattr("hearsay.api.server.serve", lambda settings, _tell: asked.append(settings))
    path = make_ledger(tmp_path)
    assert run("serve", "--ledger", path).exit_code == 0
    assert run("serve", "--ledger", path, "--host", "0.0.0.0", "--port", "9000", "--allow-judging").exit_code == 0
    told = [(one.host, one.port, one.allow_judging) for one in asked]
    assert told == [("127.0.0.1", 8000, False), ("0.0.0.0", 9000, True)]


def test_what_an_older_ledger_lacks_is_made_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.api.server.serve", lambda _settings, _tell: None)
    path = make_ledger(tmp_path)
    with Ledger.open(path) as ledger:
        ledger.pages.refresh("older")
    assert run("serve", "--ledger", path).exit_code == 0
    with Ledger.open(path) as ledger:
        shown = ledger.pages.shown()
        assert shown is not None and shown.state == ledger.links.linked_state()


def test_there_must_be_a_ledger(tmp_path: Path) -> None:
    result = run("serve", "--ledger", tmp_path / "none.db")
    assert result.exit_code == 1 and "there is no ledger" in result.output


def test_tokens_are_made_listed_and_taken_back(tmp_path: Path) -> None:
    path = make_ledger(tmp_path)
    token = run("token", "new", "--by", "mira", "--ledger", path).output.strip()
    with Ledger.open(path) as ledger:
        assert ledger.tokens.owner(token) == "mira"
        (row,) = ledger.tokens.list()
    listed = run("token", "list", "--ledger", path).output
    assert row.id in listed and "mira" in listed and token not in listed
    assert run("token", "drop", row.id, "--ledger", path).exit_code == 0
    assert run("token", "drop", row.id, "--ledger", path).exit_code == 2
    assert run("token", "new", "--by", " ", "--ledger", path).exit_code == 2
