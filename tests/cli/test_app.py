"""The commands by name, their help, and wrong usage."""

import subprocess
import sys

import pytest

from tests.cli.cli_factories import run


@pytest.mark.parametrize("command", [[], ["read"], ["show"], ["demo"], ["pack"], ["pack", "check"], ["pack", "new"]])
def test_every_command_explains_itself_with_examples(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "hearsay" in result.output and ("Example" in result.output or command == ["pack"])


def test_the_version_is_told() -> None:
    result = run("--version")
    assert result.exit_code == 0 and result.output.startswith("hearsay ")


@pytest.mark.parametrize("arguments", [["read", "--lnag", "bn", "x"], ["raed"], ["show", "everything"], ["show"]])
def test_wrong_usage_leaves_with_2_and_a_hint(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2 and "hearsay" in result.stderr and "Traceback" not in result.output


def test_a_misspelt_option_is_answered_with_the_right_one() -> None:
    assert "--lang" in run("read", "--lnag", "bn", "x").stderr


def test_help_imports_nothing_heavy() -> None:
    heavy = (
        "hearsay.reading",
        "hearsay.ledger",
        "hearsay.packs",
        "ahocorasick_rs",
        "sqlite3",
        "trafilatura",
        "rich.table",
    )
    program = f"import sys, hearsay.cli.app; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
