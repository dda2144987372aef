"""What each command can be told: one record a command, from which typer makes arguments, options and help."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

Ledger = Annotated[
    Path | None,
    Option(
        "--ledger",
        dir_okay=False,
        help="The ledger file.",
        show_default="HEARSAY_LEDGER, else hearsay.db",
        metavar="FILE",
    ),
]
AsJson = Annotated[bool, Option("--json", help="Print JSON Lines, one object a line.")]


class Shown(StrEnum):
    """What `hearsay show` can show."""

    REPORTS = "reports"
    STATEMENTS = "statements"
    SOURCES = "sources"
    REFUSALS = "refusals"
    REPORT = "report"
    SOURCE = "source"


@dataclass(frozen=True)
class ReadOptions:
    """What `hearsay read` is told."""

    paths: Annotated[
        list[str] | None,
        Argument(help="Files or folders; '-' is standard input.", metavar="PATH", show_default=False),
    ] = None
    lang: Annotated[
        str | None, Option("--lang", help="The language, where it is known, or a pack file.", metavar="CODE")
    ] = None
    published: Annotated[
        str | None, Option("--published", help="The day, month or year of publication.", metavar="YYYY-MM-DD")
    ] = None
    json: AsJson = False
    html: Annotated[
        Path | None, Option("--html", dir_okay=False, help="Write one page to this file.", metavar="FILE")
    ] = None
    ledger: Ledger = None
    no_ledger: Annotated[bool, Option("--no-ledger", help="Store nothing.")] = False
    jsonl: Annotated[
        Path | None, Option("--jsonl", help="Read reports from JSON Lines; '-' is standard input.", metavar="FILE")
    ] = None
    workers: Annotated[
        int | None,
        Option(
            "--workers",
            min=0,
            help="Processes that read; 0 is one a core.",
            metavar="N",
            show_default="HEARSAY_WORKERS, else 0",
        ),
    ] = None


@dataclass(frozen=True)
class ShowOptions:
    """What `hearsay show` is told."""

    what: Annotated[Shown, Argument(help="What to show.", show_default=False)]
    name: Annotated[str | None, Argument(help="The id of a report, or the name of a source.", show_default=False)] = (
        None
    )
    json: AsJson = False
    ledger: Ledger = None


@dataclass(frozen=True)
class DemoOptions:
    """What `hearsay demo` is told."""

    out: Annotated[
        Path | None,
        Option("--out", file_okay=False, help="The folder to write to.", show_default="a new one", metavar="FOLDER"),
    ] = None


@dataclass(frozen=True)
class CheckOptions:
    """What `hearsay pack check` is told."""

    packs: Annotated[
        list[str] | None, Argument(help="Codes of bundled packs, or pack files.", show_default="all bundled packs")
    ] = field(default=None)


@dataclass(frozen=True)
class ListOptions:
    """What `hearsay pack list` is told."""

    json: AsJson = False


@dataclass(frozen=True)
class PackOptions:
    """What `hearsay pack show` is told."""

    language: Annotated[str, Argument(help="The code of a bundled pack, or a pack file.", show_default=False)]
    toml: Annotated[bool, Option("--toml", help="Print it as it is written.")] = False


@dataclass(frozen=True)
class NewPackOptions:
    """What `hearsay pack new` is told."""

    language: Annotated[str, Argument(help="The language's code (ISO 639-1).", show_default=False)]
    out: Annotated[
        Path | None, Option("--out", dir_okay=False, help="The file to write.", show_default="CODE.toml")
    ] = None
