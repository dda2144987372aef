"""`hearsay read`: reports in, readings out: as marked text, JSON Lines, a page, and rows of the ledger."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.cli.options import ReadOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import make_console, print_json, tell, watch
from hearsay.errors import HearsayError, SettingsError

if TYPE_CHECKING:
    from hearsay.cli.inputs import Item
    from hearsay.ledger import Ledger
    from hearsay.records import Reading, Refusal

# More refusals than these are counted only; all are rows of the ledger.
REFUSALS_TOLD = 10


@dataclass
class Tally:
    """What came of a run: how much was read, and what has to be kept until its end."""

    reports: int = 0
    statements: int = 0
    readings: "list[Reading]" = field(default_factory=list)
    refusals: "list[Refusal]" = field(default_factory=list)


@command(ReadOptions)
def read(options: ReadOptions) -> Outcome:
    """Read reports: who says what, on whose word, how surely.

    **Examples**

    - `hearsay read report.txt --published 2023-09-05`
    - `hearsay read reports/ page.html --html out.html`
    - `cat report.txt | hearsay read - --lang bn --json`
    - `hearsay read --jsonl in.jsonl --json > out.jsonl`

    What cannot be read is refused, told on standard error and kept as a row; the rest is read all the same.

    **Exit codes**: 0 all well, 1 a failure, 2 wrong usage, 3 some reports were refused.
    """
    check_options(options)
    tally = Tally()
    with ExitStack() as stack:
        ledger = None if options.no_ledger else stack.enter_context(open_ledger(options.ledger))
        for identity, outcome in watch(read_all(options), "reports read"):
            keep(outcome, ledger)
            show(identity, outcome, options)
            count(outcome, tally, keeps_readings=options.html is not None)
    return end(tally, options, ledger)


def check_options(options: ReadOptions) -> None:
    """Check what can be checked before anything is read."""
    if not options.paths and not options.jsonl:
        raise SettingsError("nothing to read: give files or folders, '-' for standard input, or --jsonl FILE.")
    check_date(options.published)
    check_language(options.lang, "--lang was given")
    if options.html and not options.html.parent.is_dir():
        raise SettingsError(f"--html {options.html}: there is no folder {options.html.parent}; make it first.")


def check_date(given: str | None) -> None:
    """Check a date of publication: a day, a month or a year."""
    from hearsay.gather.days import read_date

    if given is not None and (read_date(given) != given or not given.isascii()):
        raise SettingsError(
            f"--published was given '{given}', which is no date; wanted is YYYY-MM-DD "
            "(or YYYY-MM, or YYYY), like 2023-09-05."
        )


def check_language(language: str | None, said: str) -> None:
    """Check that there is a pack for a language that was asked for."""
    from hearsay.packs.loading import is_pack_file, list_languages, load_pack_source

    if language is not None and is_pack_file(language):
        load_pack_source(language)
    elif language is not None and language not in list_languages():
        known = ", ".join(list_languages())
        raise SettingsError(f"{said} '{language}'; there are packs for: {known}. See 'hearsay pack new'.")


def open_ledger(path: Path | None) -> "Ledger":
    """Open the ledger for writing."""
    from hearsay.ledger import Ledger

    return Ledger.open(path)


def read_all(options: ReadOptions) -> "Iterator[tuple[str, Reading | Refusal]]":
    """Read everything that the options name, in order; each outcome comes with the id of its report."""
    from functools import partial

    from hearsay.cli.inputs import find_items, read_item
    from hearsay.engines import map_batches

    items: Iterable[Item] = find_items(options)
    work = partial(read_item, language=options.lang, published=options.published)
    return map_batches(work, items, workers=options.workers)


def keep(outcome: "Reading | Refusal", ledger: "Ledger | None") -> None:
    """Store an outcome, a refusal like any other row."""
    from hearsay.records import Reading

    if ledger is None:
        return
    if isinstance(outcome, Reading):
        ledger.add(outcome)
    else:
        ledger.refuse(outcome, datetime.now(UTC).isoformat(timespec="seconds"))


def show(identity: str, outcome: "Reading | Refusal", options: ReadOptions) -> None:
    """Show an outcome to whoever asked: a line of JSON, or marked text unless a page was wanted instead."""
    from hearsay.records import Reading

    if options.json:
        print_json(outcome if isinstance(outcome, Reading) else {"id": identity, "refusal": outcome})
    elif options.html is None and isinstance(outcome, Reading):
        from hearsay.views.terminal import show_reading

        make_console().print(show_reading(outcome))


def count(outcome: "Reading | Refusal", tally: Tally, *, keeps_readings: bool) -> None:
    """Count an outcome; readings are kept only for a page, so that memory does not grow without need."""
    from hearsay.records import Reading

    if not isinstance(outcome, Reading):
        tally.refusals.append(outcome)
        return
    tally.reports += 1
    tally.statements += len(outcome.statements)
    if keeps_readings:
        tally.readings.append(outcome)


def end(tally: Tally, options: ReadOptions, ledger: "Ledger | None") -> Outcome:
    """Write the page, tell what came of it all, and choose the exit code."""
    if not tally.reports and not tally.refusals and not options.jsonl:
        raise SettingsError(
            f"nothing to read in {', '.join(options.paths or ())}: no text, Markdown or HTML file is there."
        )
    if options.html:
        write_html(options.html, tally.readings, tally.refusals)
    for refusal in tally.refusals[:REFUSALS_TOLD]:
        tell(f"refused: {refusal.where}: {refusal.detail} ({refusal.reason})")
    if len(tally.refusals) > REFUSALS_TOLD:
        tell(f"refused: {len(tally.refusals) - REFUSALS_TOLD} more; 'hearsay show refusals' lists them.")
    if not options.json or tally.refusals or tally.reports > 1:
        tell(summarise(tally, options, ledger))
    return Outcome.SOME_REFUSED if tally.refusals else Outcome.WELL


def summarise(tally: Tally, options: ReadOptions, ledger: "Ledger | None") -> str:
    """Say in one line what was read, and where it is."""
    parts = [f"read {tally.reports} report{'' if tally.reports == 1 else 's'}", f"{tally.statements} statements"]
    parts += [f"{len(tally.refusals)} refused"] if tally.refusals else []
    parts += [f"page {options.html}"] if options.html else []
    return " · ".join(parts + ([f"ledger {ledger.path}"] if ledger else []))


def write_html(path: Path, readings: "list[Reading]", refusals: "list[Refusal]") -> None:
    """Write the page; what stood in the file before is replaced whole."""
    from hearsay.views.page import write_page

    try:
        path.write_text(write_page(readings, refusals=refusals), encoding="utf8", errors="replace")
    except OSError as error:
        raise HearsayError(f"{path} cannot be written: {error.strerror}; name another file with --html.") from error
