"""`hearsay export`: what the ledger holds, as files that other programs read."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hearsay.cli.options import ExportOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import PATIENCE_SECONDS, make_console, print_json, tell
from hearsay.cli.show import open_existing


@command(ExportOptions)
def export(options: ExportOptions) -> Outcome:
    """Export the ledger: tables (csv, jsonl, parquet), or claims in the forms of others (jsonld, prov, ftm, polecat, graphml).

    **Examples**

    - `hearsay export --format parquet --out tables`
    - `hearsay export --format csv --bom --out for-a-spreadsheet`
    - `hearsay export --format prov --claim 1d384d2bfce83411 --out evidence`
    - `hearsay export --format jsonl --out backup`; its judgements go back in with `hearsay judge --import`

    Each file is written whole or not at all, and replaces one that stood there. What others write into the ledger
    meanwhile is in none of the files.
    """
    from hearsay.views.exports import Order
    from hearsay.views.exports import export as export_ledger

    with open_existing(options.ledger) as ledger, watch_rows() as see:
        if ledger.links.linked_state() is None:
            tell(
                f"ledger {ledger.path} was never linked, so there are no stories and claims: 'hearsay link' finds them."
            )
        order = Order(options.out, options.claim, see, options.bom)
        written = list(export_ledger(ledger, options.format.value, order))
    for one in written if options.json else ():
        print_json(one)
    if not options.json:
        rows = sum(one.rows for one in written)
        tell(f"{len(written)} file{'' if len(written) == 1 else 's'} · {rows} rows · {options.out}")
    return Outcome.WELL


@contextmanager
def watch_rows() -> Iterator[Callable[[str, int], None]]:
    """Show how many rows were written, where a person looks and it takes longer than two seconds."""
    if not sys.stderr.isatty():
        yield lambda _what, _rows: None
        return
    from time import monotonic

    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(20),
        TextColumn("{task.completed} rows"),
        TimeElapsedColumn(),
    )
    started = monotonic()
    with Progress(*columns, console=make_console(is_error=True), transient=True) as progress:
        tasks: dict[str, int] = {}

        def see(what: str, rows: int) -> None:
            if what not in tasks:
                for done in tasks.values():
                    progress.update(progress.tasks[done].id, visible=False)
                tasks[what] = int(progress.add_task(what, total=None, visible=False))
            is_long = monotonic() - started > PATIENCE_SECONDS
            progress.update(progress.tasks[tasks[what]].id, advance=rows, visible=is_long)

        yield see
