"""How a command ends."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest
import typer

from hearsay.cli.outcomes import Outcome, command
from hearsay.errors import HearsayError, LedgerError, SettingsError


@dataclass(frozen=True)
class Options:
    """One option, to see it passed on."""

    name: Annotated[str, typer.Option("--name")] = "a"


def end(error: BaseException | None = None) -> int:
    """Run a command that raises an error, and return its exit code."""

    @command(Options)
    def work(options: Options) -> Outcome:
        assert options.name == "b"
        if error:
            raise error
        return Outcome.SOME_REFUSED

    with pytest.raises(typer.Exit) as left:
        work(name="b")
    return left.value.exit_code


def test_the_outcome_is_the_exit_code() -> None:
    assert end() == 3


@pytest.mark.parametrize(
    ("error", "code"),
    [(SettingsError("x"), 2), (LedgerError("x"), 1), (HearsayError("x"), 1), (KeyboardInterrupt(), 130)],
)
def test_errors_have_their_codes(error: BaseException, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert end(error) == code
    assert "Traceback" not in capsys.readouterr().err


def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    command_line = [sys.executable, "-c", "from hearsay.cli import main; main()", "pack", "show", "en"]
    with subprocess.Popen(command_line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_other_errors_are_ours_to_mend() -> None:
    with pytest.raises(ZeroDivisionError):
        command(Options)(lambda _: Outcome(1 // 0))()
