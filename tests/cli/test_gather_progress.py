"""What a run shows: lines for programs; bars only where a person looks."""

import io
import json
import sys

import pytest

from hearsay.cli.desk import Kind
from hearsay.cli.gather_progress import GatherProgress, make_line
from hearsay.cli.gathered import Gathered
from hearsay.gather.arrivals import Planned
from hearsay.records import Refusal
from tests.ledger.ledger_factories import make_reading


def test_each_page_is_a_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    with GatherProgress(as_json=True) as progress:
        progress.tell(Gathered("feed", "a", make_reading()), Kind.NEW)
        progress.tell(Gathered("feed", "b", Refusal("b", "status", "404")), Kind.REFUSED)
        progress.tell(Gathered("feed", "c", None), Kind.OLDER)
        progress.plan(Planned("feed", "d", "2024-03-04", "Dam"))
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["outcome"] for line in lines] == ["new", "refused", "older", "planned"]
    assert lines[0]["report"] == "r1" and lines[1]["refusal"]["reason"] == "status"


def test_a_line_tells_source_address_and_outcome() -> None:
    assert make_line(Gathered("feed", "a", None), Kind.OLDER) == {"source": "feed", "address": "a", "outcome": "older"}


def test_nothing_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with GatherProgress(as_json=False) as progress:
        progress.expect("feed", 2)
        progress.see("feed", Kind.NEW, 1)
        progress.end("feed")
    assert capsys.readouterr() == ("", "")


def test_bars_tell_how_much_of_how_much(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with GatherProgress(as_json=False) as progress:
        for number in range(12):
            progress.expect(f"feed {number}", 2)
            progress.see(f"feed {number}", Kind.NEW, 1)
        progress.end("feed 3")
    drawn = terminal.getvalue()
    assert "all sources" in drawn and "12/24" in drawn and "feed 11" not in drawn
