"""Where output goes."""

import io
import json
import sys

import pytest

from hearsay.cli import output


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_json_is_written_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_json({"name": "মেঘবার্তা\n"})
    written = capsys.readouterr().out
    assert "মেঘবার্তা" in written and json.loads(written) == {"name": "মেঘবার্তা\n"}


def test_items_pass_on_with_and_without_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(output.watch(range(3), "reports")) == [0, 1, 2]
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(output, "PATIENCE_SECONDS", 0.0)
    for item in output.watch(range(3), "reports"):
        output.print_json(item)
    assert sys.stdout.getvalue() == "0\n1\n2\n"
    assert "reports" in sys.stderr.getvalue()  # type: ignore[attr-defined]


def test_quick_work_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(output.watch(range(3), "reports")) == [0, 1, 2]
    assert "reports" not in sys.stderr.getvalue()  # type: ignore[attr-defined]


def test_colours_need_a_terminal_and_no_color_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert output.make_console().color_system is not None
    monkeypatch.setenv("NO_COLOR", "1")
    assert output.make_console().no_color
