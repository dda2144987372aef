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
Workers = Annotated[
    int | None,
    Option(
        "--workers",
        min=0,
        help="Processes that read; 0 is one a core.",
        metavar="N",
        show_default="HEARSAY_WORKERS, else 0",
    ),
]
AllowPrivate = Annotated[
    bool, Option("--allow-private", help="Ask private addresses and other ports too: intranets, tests.")
]


class Shown(StrEnum):
    """What `hearsay show` can show."""

    REPORTS = "reports"
    STATEMENTS = "statements"
    STORIES = "stories"
    CLAIMS = "claims"
    COPIES = "copies"
    ORIGINS = "origins"
    POSSIBLE = "possible"
    JUDGEMENTS = "judgements"
    SOURCES = "sources"
    REFUSALS = "refusals"
    VERSIONS = "versions"
    REPORT = "report"
    STORY = "story"
    CLAIM = "claim"
    SOURCE = "source"


class EntityKind(StrEnum):
    """The kinds of entities that `hearsay entities list` can be limited to."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OUTLET = "outlet"
    AGENCY = "agency"
    GOVERNMENT = "government"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True)
class ReadOptions:
    """What `hearsay read` is told."""

    paths: Annotated[
        list[str] | None,
        Argument(help="Files, folders or addresses; '-' is standard input.", metavar="PATH", show_default=False),
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
    workers: Workers = None
    allow_private: AllowPrivate = False


@dataclass(frozen=True)
class GatherOptions:
    """What `hearsay gather` is told."""

    sources: Annotated[
        list[str] | None,
        Argument(
            help="SOURCES.toml, OPML, addresses, files, folders, WARC, ZIP; '-' is standard input.",
            metavar="SOURCE",
            show_default=False,
        ),
    ] = None
    since: Annotated[
        str | None, Option("--since", help="Let be what came out before this day.", metavar="YYYY-MM-DD")
    ] = None
    limit: Annotated[int | None, Option("--limit", min=1, help="Fetch so many pages at most.", metavar="N")] = None
    follow: Annotated[bool, Option("--follow", help="Go on: look again and again, as each source says.")] = False
    retry_refused: Annotated[bool, Option("--retry-refused", help="Try again what was refused before.")] = False
    dry_run: Annotated[bool, Option("--dry-run", help="Only tell what would be fetched; store nothing.")] = False
    bulk: Annotated[
        bool, Option("--bulk", help="For crawls: find texts in a seventh of the time, with more leftovers in them.")
    ] = False
    opml: Annotated[
        Path | None,
        Option("--opml", dir_okay=False, help="Only write what is named as a list for feed readers.", metavar="FILE"),
    ] = None
    allow_private: AllowPrivate = False
    json: AsJson = False
    ledger: Ledger = None
    workers: Workers = None


@dataclass(frozen=True)
class ShowOptions:
    """What `hearsay show` is told."""

    what: Annotated[Shown, Argument(help="What to show.", show_default=False)]
    name: Annotated[
        str | None,
        Argument(
            help="The id of a report, story or claim, the name of a source, the address of a page.", show_default=False
        ),
    ] = None
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


@dataclass(frozen=True)
class BuildOptions:
    """What `hearsay entities build` is told."""

    wikidata: Annotated[
        Path, Option("--wikidata", dir_okay=False, help="A Wikidata JSON dump: .json, .gz or .bz2.", metavar="DUMP")
    ]
    out: Annotated[Path, Option("--out", file_okay=False, help="The folder to write to.", metavar="FOLDER")] = Path(
        "entities"
    )
    resume: Annotated[bool, Option("--resume", help="Go on with an interrupted build.")] = False
    classes: Annotated[
        Path | None,
        Option(
            "--classes",
            dir_okay=False,
            help="Which classes to take.",
            show_default="packs/wikidata.toml",
            metavar="FILE",
        ),
    ] = None


@dataclass(frozen=True)
class EntityCheckOptions:
    """What `hearsay entities check` is told."""

    path: Annotated[Path, Argument(help="A TOML file of entities, or a folder of them.", show_default=False)]


@dataclass(frozen=True)
class EntityOptions:
    """What `hearsay entities show` is told."""

    name: Annotated[str, Argument(help="A name in any language, or an id.", show_default=False)]
    json: AsJson = False


@dataclass(frozen=True)
class EntitiesOptions:
    """What `hearsay entities list` is told."""

    kind: Annotated[EntityKind | None, Option("--kind", help="Only this kind.", show_default="all kinds")] = None
    lang: Annotated[str, Option("--lang", help="The language of the names.", metavar="CODE")] = "en"
    json: AsJson = False


@dataclass(frozen=True)
class LinkOptions:
    """What `hearsay link` is told."""

    again: Annotated[bool, Option("--again", help="Link even if nothing is new.")] = False
    json: AsJson = False
    ledger: Ledger = None


class Decision(StrEnum):
    """What `hearsay judge` can decide."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True)
class JudgeOptions:
    """What `hearsay judge` is told."""

    verdict: Annotated[Decision | None, Argument(help="What you decide.", show_default=False)] = None
    a: Annotated[
        str | None, Argument(help="A report, claim, statement or source.", metavar="A", show_default=False)
    ] = None
    b: Annotated[str | None, Argument(help="Another of the same kind.", metavar="B", show_default=False)] = None
    by: Annotated[str | None, Option("--by", help="Who decides.", metavar="NAME", show_default=False)] = None
    file: Annotated[
        Path | None, Option("--import", dir_okay=False, help="Take judgements from JSON Lines.", metavar="FILE")
    ] = None
    ledger: Ledger = None


@dataclass(frozen=True)
class WhyOptions:
    """What `hearsay why` is told."""

    a: Annotated[str, Argument(help="A report, claim or statement.", metavar="A", show_default=False)]
    b: Annotated[str, Argument(help="Another of the same kind.", metavar="B", show_default=False)]
    json: AsJson = False
    ledger: Ledger = None


class ExportFormat(StrEnum):
    """The formats of `hearsay export`."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    PROV = "prov"
    FTM = "ftm"
    POLECAT = "polecat"
    GRAPHML = "graphml"


@dataclass(frozen=True)
class ExportOptions:
    """What `hearsay export` is told."""

    format: Annotated[ExportFormat, Option("--format", help="The form of the files.", show_default=False)]
    out: Annotated[Path, Option("--out", file_okay=False, help="The folder to write to.", metavar="FOLDER")]
    claim: Annotated[
        str | None,
        Option("--claim", help="Only this claim (jsonld, prov, ftm, polecat, graphml).", metavar="ID"),
    ] = None
    bom: Annotated[bool, Option("--bom", help="Begin CSV with a byte order mark, as Excel wants it.")] = False
    json: AsJson = False
    ledger: Ledger = None


@dataclass(frozen=True)
class WatchOptions:
    """What `hearsay watch` is told."""

    file: Annotated[Path, Argument(help="A TOML file of standing queries.", metavar="FILE.toml", show_default=False)]
    once: Annotated[bool, Option("--once", help="Look once and end; so it is unless --follow is given.")] = False
    follow: Annotated[bool, Option("--follow", help="Go on: look after each linking, until Ctrl-C.")] = False
    skip_known: Annotated[
        bool, Option("--skip-known", help="Let be what a new query finds already; tell what comes from now on.")
    ] = False
    json: AsJson = False
    ledger: Ledger = None
