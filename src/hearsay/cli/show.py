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
    from hearsay.records import Claim, Reading, Story


@command(ShowOptions)
def show(options: ShowOptions) -> Outcome:
    """Show what the ledger holds.

    **Examples**

    - `hearsay show claims`
    - `hearsay show claim 1d384d2bfce83411`
    - `hearsay show sources`
    - `hearsay show statements --json | head`
    - `hearsay show report report.txt`
    - `hearsay show source Kestrel`
    - `hearsay show versions https://news.example/dam`
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
    needs_name = options.what in (Shown.REPORT, Shown.SOURCE, Shown.STORY, Shown.CLAIM, Shown.VERSIONS)
    if needs_name and options.name is None:
        if options.what is Shown.VERSIONS:
            raise SettingsError("show versions needs the address of a page, or the id of a report.")
        wanted = "the name of a source" if options.what is Shown.SOURCE else f"the id of a {options.what}"
        listed = "stories" if options.what is Shown.STORY else f"{options.what}s"
        raise SettingsError(f"show {options.what} needs {wanted}; 'hearsay show {listed}' lists them.")
    if options.name is not None and not needs_name:
        raise SettingsError(f"show {options.what} takes no name; '{options.name}' was given.")


def open_existing(path: Path | None, *, read_only: bool = True) -> "Ledger":
    """Open a ledger that is there; one that is not there is not made."""
    from hearsay.ledger import Ledger
    from hearsay.settings import load_settings

    where = path or Path(load_settings().ledger)
    if not where.exists():
        raise LedgerError(
            f"there is no ledger {where}: read something first ('hearsay read report.txt'), "
            "or name another file with --ledger or HEARSAY_LEDGER."
        )
    return Ledger.open(where, read_only=read_only)


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
        case Shown.VERSIONS:
            yield from find_versions(ledger, name)
        case _:
            yield from find_links(ledger, options.what, name)


def find_links(ledger: "Ledger", what: Shown, name: str) -> Generator[object, None, None]:
    """Give what linking found, row by row."""
    links = ledger.links
    if links.linked_state() is None and what is not Shown.JUDGEMENTS:
        raise LedgerError(f"ledger {ledger.path} was never linked: run 'hearsay link' first.")
    match what:
        case Shown.STORIES:
            yield from links.stories()
        case Shown.CLAIMS:
            yield from links.claims()
        case Shown.COPIES:
            yield from links.copies()
        case Shown.POSSIBLE:
            yield from links.possible()
        case Shown.JUDGEMENTS:
            yield from links.judgements()
        case Shown.ORIGINS:
            yield from ({"claim": claim.id, "text": claim.text, "origins": claim.origins} for claim in links.claims())
        case Shown.STORY:
            yield find_story(ledger, name)
        case Shown.CLAIM:
            yield find_claim(ledger, name)


def find_story(ledger: "Ledger", name: str) -> "Story":
    """Find a story by its id or that of one of its reports."""
    story = ledger.links.story(name)
    if story is None:
        raise LedgerError(f"ledger {ledger.path} holds no story '{name}'; 'hearsay show stories' lists what it holds.")
    return story


def find_claim(ledger: "Ledger", name: str) -> "Claim":
    """Find a claim by its id or that of one of its statements."""
    claim = ledger.links.claim(name)
    if claim is None:
        raise LedgerError(f"ledger {ledger.path} holds no claim '{name}'; 'hearsay show claims' lists what it holds.")
    return claim


def find_report(ledger: "Ledger", report: str) -> "Reading":
    """Find the reading of a report."""
    reading = ledger.reading(report)
    if reading is None:
        raise LedgerError(
            f"ledger {ledger.path} holds no report '{report}'; 'hearsay show reports' lists what it holds."
        )
    return reading


def find_versions(ledger: "Ledger", name: str) -> Generator[object, None, None]:
    """Give the reports that a page was, the newest last; the page by its address or one of its reports."""
    from hearsay.gather.addresses import is_address, normalise

    address = normalise(name) if is_address(name) else find_report(ledger, name).url
    versions = list(ledger.visits.versions(address or name))
    if not versions:
        raise LedgerError(f"ledger {ledger.path} knows no versions of '{name}': it was never gathered from the web.")
    yield from versions


def draw(what: Shown, rows: Iterable[object]) -> "RenderableType":
    """Draw rows for people."""
    from hearsay.views import claims, listings
    from hearsay.views.terminal import show_reading

    tables: dict[Shown, Callable[[Any], RenderableType]] = {
        Shown.REPORTS: listings.list_reports,
        Shown.STATEMENTS: listings.list_statements,
        Shown.SOURCES: listings.list_sources,
        Shown.REFUSALS: listings.list_refusals,
        Shown.VERSIONS: listings.list_versions,
        Shown.REPORT: lambda readings: show_reading(next(iter(readings))),
        Shown.SOURCE: listings.list_statements,
        Shown.STORIES: claims.list_stories,
        Shown.CLAIMS: claims.list_claims,
        Shown.ORIGINS: claims.list_origins,
        Shown.COPIES: claims.list_copies,
        Shown.POSSIBLE: claims.list_possible,
        Shown.JUDGEMENTS: claims.list_judgements,
        Shown.STORY: claims.list_stories,
        Shown.CLAIM: lambda found: claims.draw_claim(next(iter(found))),
    }
    return tables[what](rows)
