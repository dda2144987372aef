"""`hearsay show`: what the ledger holds, as tables for people and JSON Lines for programs."""

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hearsay.cli.options import Shown, ShowOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import make_console, print_json
from hearsay.errors import LedgerError, SettingsError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from hearsay.ledger import Ledger
    from hearsay.records import Reading


@command(ShowOptions)
def show(options: ShowOptions) -> Outcome:
    """Show what the ledger holds.

    **Examples**

    - `hearsay show sources`
    - `hearsay show statements --json | head`
    - `hearsay show report report.txt`
    - `hearsay show source Kestrel`
    """
    check_name(options)
    # The rows are closed before the ledger, also when a pipe breaks in their midst.
    with open_existing(options.ledger) as ledger, closing(find_rows(ledger, options)) as rows:
        if options.json:
            for row in rows:
                print_json(row)
        else:
            make_console().print(draw(options.what, rows))
    return Outcome.WELL


def check_name(options: ShowOptions) -> None:
    """Check that a name stands where one is needed, and only there."""
    needs_name = options.what in (Shown.REPORT, Shown.SOURCE)
    if needs_name and options.name is None:
        wanted = "the id of a report" if options.what is Shown.REPORT else "the name of a source"
        raise SettingsError(f"show {options.what} needs {wanted}; 'hearsay show {options.what}s' lists them.")
    if options.name is not None and not needs_name:
        raise SettingsError(f"show {options.what} takes no name; '{options.name}' was given.")


def open_existing(path: Path | None) -> "Ledger":
    """Open a ledger for reading; one that is not there is not made."""
    from hearsay.ledger import Ledger
    from hearsay.settings import load_settings

    where = path or Path(load_settings().ledger)
    if not where.exists():
        raise LedgerError(
            f"there is no ledger {where}: read something first ('hearsay read report.txt'), "
            "or name another file with --ledger or HEARSAY_LEDGER."
        )
    return Ledger.open(where, read_only=True)


def find_rows(ledger: "Ledger", options: ShowOptions) -> Generator[object, None, None]:
    """Give what was asked for, row by row."""
    name = options.name or ""
    match options.what:
        case Shown.REPORTS:
            yield from ledger.reports()
        case Shown.STATEMENTS:
            yield from ledger.statements()
        case Shown.SOURCES:
            yield from ledger.sources()
        case Shown.REFUSALS:
            yield from ledger.refusals()
        case Shown.SOURCE:
            yield from ledger.statements(source=name)
        case Shown.REPORT:
            yield find_report(ledger, name)


def find_report(ledger: "Ledger", report: str) -> "Reading":
    """Find the reading of a report."""
    reading = ledger.reading(report)
    if reading is None:
        raise LedgerError(
            f"ledger {ledger.path} holds no report '{report}'; 'hearsay show reports' lists what it holds."
        )
    return reading


def draw(what: Shown, rows: Iterable[object]) -> "RenderableType":
    """Draw rows for people."""
    from hearsay.views import listings
    from hearsay.views.terminal import show_reading

    tables: dict[Shown, Callable[[Any], RenderableType]] = {
        Shown.REPORTS: listings.list_reports,
        Shown.STATEMENTS: listings.list_statements,
        Shown.SOURCES: listings.list_sources,
        Shown.REFUSALS: listings.list_refusals,
        Shown.REPORT: lambda readings: show_reading(next(iter(readings))),
        Shown.SOURCE: listings.list_statements,
    }
    return tables[what](rows)
