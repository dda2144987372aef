"""What the tests of the command line share: a runner, and a reading that needs no pack."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli.app import app
from hearsay.records import Credits, Link, Reading, Report, SourceKind, Statement, Zone, ZoneKind, digest

ENGLISH = "The dam will be filled in June, Mara Venn said on Monday. She said nothing else about the river."


def run(*arguments: str | Path, given: str | bytes | None = None) -> Result:
    """Run the command line as a program would, without a terminal."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)


def make_file(folder: Path, name: str = "report.txt", text: str | bytes = ENGLISH) -> Path:
    """Make a file of text or bytes."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read_simply(report: Report, *, language: str) -> Reading:
    """Read a report without a pack: its first words, said by the name before 'said'."""
    found = re.search(r"([A-Z]\w+ [A-Z]\w+) said", report.text)
    chain = (Link(SourceKind.PERSON, found[1], None, found.span(1)),) if found else ()
    statement = Statement(digest(report.id), ((0, min(31, len(report.text))),), (), chain)
    told = {name: getattr(report, name) for name in ("id", "title", "outlet", "url", "published", "text")}
    found_here = {"zones": (Zone(ZoneKind.BODY, (0, len(report.text))),), "statements": (statement,)}
    return Reading(**told, **found_here, lang=language, mentions=(), times=(), credits=Credits(), pack="en@0")


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, read simply, in this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEARSAY_WORKERS", "1")
    monkeypatch.delenv("HEARSAY_LEDGER", raising=False)
    monkeypatch.setattr("hearsay.reading.read", read_simply, raising=False)
    return tmp_path
