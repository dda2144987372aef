"""Documents run: Python and console examples of README and docs give what they print; reference pages are fresh."""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from tools.build_reference import build_pages, find_stale

ROOT = Path(__file__).parents[1]
# Made by a command from a report that lies beside the project.
GENERATED_ELSEWHERE = {"seed.md"}
PAGES = [
    ROOT / "README.md",
    *sorted(path for path in (ROOT / "docs").glob("*.md") if path.name not in GENERATED_ELSEWHERE),
]
BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<expected>(?:(?!\$ ).*\n)*)", re.MULTILINE)
# Where lines are left out, a line of three dots stands for them, as in doctest.
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
SECONDS = 120


@dataclass(frozen=True)
class Command:
    """A command of a console example, what it should print, and where that stands in the page."""

    line: str
    expected: str
    span: tuple[int, int]


def find_commands(document: Document) -> Iterator[Region]:
    """Find the commands in the console blocks of a page."""
    for block in BLOCK.finditer(document.text):
        for found in COMMAND.finditer(document.text, block.start("body"), block.end("body")):
            command = Command(found["command"], found["expected"], found.span("expected"))
            yield Region(found.start(), found.end(), command, partial(check_command))


def run_command(line: str) -> str:
    """Run a line as a shell would, in the current folder; return what a terminal would show."""
    place = {"PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]), "COLUMNS": "100"}
    environment = {**os.environ, **place, "HEARSAY_WORKERS": "1", "NO_COLOR": "1"}
    process = subprocess.run(
        line,
        shell=True,
        env=environment,
        text=True,
        encoding="utf8",
        timeout=SECONDS,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return process.stdout


def check_command(example: Example) -> str | None:
    """Run one command and say what it printed, if that is not what the page says."""
    command: Command = example.parsed
    printed = run_command(command.line)
    if not command.expected.strip() or doctest.OutputChecker().check_output(command.expected, printed, FLAGS):
        return None
    if "..." not in command.expected:  # which lines may be left out, a person has to say
        example.namespace.setdefault("stale", []).append((command.span, printed))
    return f"$ {command.line}\nexpected:\n{command.expected}\nprinted:\n{printed}"


def make_document(page: Path) -> Document:
    """Parse a page into its examples."""
    parsers = [PythonCodeBlockParser(doctest_optionflags=FLAGS), find_commands]
    return Sybil(parsers=parsers, encoding="utf8").parse(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_give_what_they_print(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HEARSAY_LEDGER", raising=False)
    document = make_document(page)
    failures = []
    for example in document.examples():
        try:
            example.evaluate()
        except Exception as failure:
            failures.append(str(failure))
    if request.config.getoption("--update"):
        update(page, document.namespace.get("stale", []))
    assert not failures, "\n\n".join(failures)


def update(page: Path, stale: list[tuple[tuple[int, int], str]]) -> None:
    """Write into a page what its commands printed; the last comes first, so that places stay right."""
    text = page.read_text(encoding="utf8")
    for (start, end), printed in sorted(stale, reverse=True):
        text = text[:start] + "".join(line.rstrip() + "\n" for line in printed.splitlines()) + text[end:]
    page.write_text(text, encoding="utf8")


def test_reference_pages_are_fresh() -> None:
    assert not find_stale(build_pages()), "run python tools/build_reference.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
