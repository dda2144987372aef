"""`hearsay watch`: each alert once, in the terminal and wherever else it is to go; what cannot be sent waits."""

import threading
from pathlib import Path

import msgspec
import pytest

from hearsay.cli import watch as module
from hearsay.cli.options import WatchOptions
from hearsay.ledger import Ledger
from hearsay.ledger.links import Found
from hearsay.views.watching.orders import read_order
from tests.cli.cli_factories import run
from tests.gather.test_senders import receive
from tests.ledger.ledger_factories import make_reading
from tests.views.exports.export_factories import make_report, make_statement, open_filled

QUERY = '[[query]]\nname = "Visits"\ntell = ["denial", "second-origin"]\nwords = "delegation"\n'


def prepare(folder: Path, more: str = "") -> tuple[Path, str, Path]:
    """Make a filled ledger and a file of queries; give what the command is told."""
    with open_filled(folder):
        pass
    path = folder / "watch.toml"
    path.write_text(QUERY + more, encoding="utf8")
    return path, "--ledger", folder / "a.db"


def test_each_alert_is_told_once(tmp_path: Path) -> None:
    told = prepare(tmp_path, '[file]\npath = "alerts.jsonl"\n')
    first = run("watch", *told)
    assert first.exit_code == 0 and "denies: The delegation comes." in first.stdout
    assert "2 origins (Mira Holt, two officials)" in first.stdout and "2 alerts" in first.stderr
    assert run("watch", *told).stdout == ""
    assert len((tmp_path / "alerts.jsonl").read_text().splitlines()) == 2


def test_for_programs_it_prints_lines_of_json(tmp_path: Path) -> None:
    lines = run("watch", *prepare(tmp_path), "--json").stdout.splitlines()
    assert [msgspec.json.decode(line)["kind"] for line in lines] == ["denial", "second-origin"]


def test_what_is_known_can_be_skipped(tmp_path: Path) -> None:
    told = prepare(tmp_path)
    assert run("watch", *told, "--skip-known").stdout == ""
    assert run("watch", *told).stdout == ""


def test_a_webhook_that_fails_gets_it_at_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOOK_SECRET", "secret")
    with receive(410) as (address, seen):
        hook = f'[webhook]\naddress = "{address}"\nsecret_variable = "HOOK_SECRET"\nallow_private = true\n'
        told = prepare(tmp_path, hook)
        first = run("watch", *told)
        assert first.exit_code == 3 and "waits for the next run" in first.stderr
        second = run("watch", *told)
    assert second.exit_code == 0 and second.stdout == ""
    kinds = [msgspec.json.decode(content)["data"]["kind"] for _, content in seen.posts]
    assert kinds == ["denial", "denial", "second-origin"]


def test_too_much_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ALERTS", 1)
    told = prepare(tmp_path)
    assert "and 1 more" in run("watch", *told).stdout
    assert run("watch", *told).stdout == ""


def test_control_characters_of_a_report_do_not_steer_the_terminal(tmp_path: Path) -> None:
    told = prepare(tmp_path, '[[query]]\nname = "all"\ntell = ["report"]\n')
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add(make_report("r3", (make_statement("s7"),), title="a\x1b[2Jb"))
    assert "\x1b" not in run("watch", *told).stdout


@pytest.mark.parametrize(("more", "code"), [('colour = "red"\n', 2), ("", 1)])
def test_what_is_wrong_is_told(tmp_path: Path, more: str, code: int) -> None:
    path = tmp_path / "watch.toml"
    path.write_text(QUERY + more, encoding="utf8")
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add(make_reading())
    result = run("watch", path, "--ledger", tmp_path / "a.db")
    assert result.exit_code == code and ("watch.toml" in result.stderr or "never linked" in result.stderr)


def test_following_looks_after_each_linking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _, where = prepare(tmp_path)
    looks: list[str | None] = []
    stop: list[threading.Event] = []

    def look(ledger: Ledger, *_: object) -> None:
        looks.append(ledger.links.linked_state())
        with Ledger.open(where) as other:
            other.links.replace(Found((), (), ()), [], f"state {len(looks)}")
        if len(looks) == 3:
            stop[0].set()

    class Event(threading.Event):
        def __init__(self) -> None:
            super().__init__()
            stop.append(self)

    monkeypatch.setattr(threading, "Event", Event)
    monkeypatch.setattr(module, "look", look)
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.0)
    with Ledger.open(where) as ledger:
        module.follow(ledger, read_order(path), (), WatchOptions(path))
    assert looks[1:] == ["state 1", "state 2"]
