"""`hearsay demo`: a dozen invented reports of one invented affair, read, stored, linked, shown and written to a page."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from hearsay.cli.options import DemoOptions, ReadOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import make_console, tell
from hearsay.errors import HearsayError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from hearsay.records import Reading

SOURCES_SHOWN = 15
CLAIMS_SHOWN = 6
TITLE = "The Mirel dam: who says what"


@command(DemoOptions)
def demo(options: DemoOptions) -> Outcome:
    """Read a dozen bundled reports, six English and six Bengali: who says what, on whose word, and what goes back to whom.

    Countries, people and outlets are invented. They cite, quote, reprint and deny one another over one dam.

    **Examples**

    - `hearsay demo`
    - `hearsay demo --out demo`, then `hearsay show claims --ledger demo/hearsay.db`
    """
    from hearsay.views.listings import list_readings, list_source_lines
    from hearsay.views.tables import count_sources

    folder = make_folder(options.out)
    readings = read_reports(folder)
    console = make_console()
    console.print(list_readings(readings))
    sources = count_sources(readings)
    console.print(list_source_lines(sources[:SOURCES_SHOWN]))
    console.print(f"and {len(sources) - SOURCES_SHOWN} more sources: see the page", style="dim")
    for drawn in draw_claims(folder):
        console.print(drawn)
    page = folder / "page.html"
    write(readings, page)
    tell(f"\nreports  {folder / 'reports'}\nledger   {folder / 'hearsay.db'}\npage     {page} (open it in a browser)")
    return Outcome.WELL


def make_folder(out: Path | None) -> Path:
    """Make the folder and put the reports into it."""
    folder = out or Path(mkdtemp(prefix="hearsay-demo-"))
    reports = folder / "reports"
    try:
        reports.mkdir(parents=True, exist_ok=True)
        for report in sorted((files("hearsay") / "demo" / "reports").iterdir(), key=lambda item: item.name):
            (reports / report.name).write_bytes(report.read_bytes())
    except OSError as error:
        raise HearsayError(f"{folder} cannot be written: {error.strerror}; name another folder with --out.") from error
    return folder


def read_reports(folder: Path) -> "list[Reading]":
    """Read the reports into a ledger of their own."""
    from hearsay.cli.read import keep, read_all
    from hearsay.ledger import Ledger
    from hearsay.records import Reading

    readings = []
    with Ledger.open(folder / "hearsay.db") as ledger:
        for _, outcome in read_all(ReadOptions(paths=[str(folder / "reports")], workers=1)):
            keep(outcome, ledger)
            if not isinstance(outcome, Reading):
                raise HearsayError(f"{outcome.where}: {outcome.detail}. Report this: the demo should always be read.")
            readings.append(outcome)
    return readings


def draw_claims(folder: Path) -> "Iterator[RenderableType]":
    """Link the ledger and draw its claims: those in the most reports, and the first of them down to its words."""
    from hearsay.ledger import Ledger
    from hearsay.linking import link
    from hearsay.views.claims import draw_claim, list_claims

    with Ledger.open(folder / "hearsay.db") as ledger:
        link(ledger)
        claims = list(islice(ledger.links.claims(), CLAIMS_SHOWN))
    yield list_claims(claims)
    yield draw_claim(claims[0])


def write(readings: "list[Reading]", page: Path) -> None:
    """Write the page of all reports."""
    from hearsay.views.page import write_page

    page.write_text(write_page(readings, title=TITLE), encoding="utf8")
