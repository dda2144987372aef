"""Terminal tables of what the ledger holds: reports, statements, sources, refusals."""

from collections.abc import Iterable
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from hearsay.ledger import RefusalRow, ReportRow, SourceRow, StatementRow
from hearsay.ledger.visits import VersionRow
from hearsay.records import Link, Reading
from hearsay.views.tables import SourceLine, draw_line, make_lines, name_link, shorten
from hearsay.views.terminal import StatementTable, make_table, printable

TITLE_SIZE = 90


def list_reports(rows: Iterable[ReportRow]) -> Table:
    """List reports, one a line."""
    table = make_table()
    for name in ("published", "lang", "outlet", "title", "id"):
        table.add_column(name, overflow="fold", style="dim" if name == "id" else None)
    for row in rows:
        title = row.title or shorten(" ".join(row.text.split()), TITLE_SIZE)
        _add(table, row.published or "", row.lang, row.outlet or "", title, row.id)
    return table


def list_statements(rows: Iterable[StatementRow]) -> RenderableType:
    """List statements under their reports."""
    shown: list[RenderableType] = []
    for report, group in groupby(rows, key=lambda row: row.report):
        statements = tuple(group)
        facts = (report, statements[0].outlet, statements[0].published)
        shown.append(Text(printable(" · ".join(fact for fact in facts if fact)), style="bold"))
        lines = (draw_line(number, row, outlet=row.outlet, words=row.text) for number, row in enumerate(statements, 1))
        shown += [StatementTable(lines), Text()]
    return Group(*shown) if shown else Text("The ledger holds no such statements.", style="dim")


def list_readings(readings: Iterable[Reading]) -> RenderableType:
    """List what each report says on somebody's word; its own voice is left out."""
    shown: list[RenderableType] = []
    for reading in readings:
        facts = (reading.outlet, reading.published, reading.title or reading.id)
        lines = (line for line in make_lines(reading) if not line.is_own)
        shown += [
            Text(printable(" · ".join(fact for fact in facts if fact)), style="bold"),
            StatementTable(lines),
            Text(),
        ]
    return Group(*shown)


def list_sources(rows: Iterable[SourceRow]) -> Table:
    """List sources, with how much hangs on their word."""
    table = _source_table()
    for row in rows:
        name = name_link(Link(row.kind, row.name))
        _add(table, name, row.kind.value, str(row.statements), str(row.reports))
    return table


def list_source_lines(lines: Iterable[SourceLine]) -> Table:
    """List the sources of readings, and through whom their words came."""
    table = _source_table()
    table.add_column("through", ratio=2, overflow="fold")
    for line in lines:
        reports = len({report for report, _ in line.places})
        _add(table, line.name, line.kind.value, str(len(line.places)), str(reports), ", ".join(line.via))
    return table


def list_versions(rows: Iterable[VersionRow]) -> Table:
    """List the reports that a page was, and since when."""
    table = make_table()
    table.add_column("seen first", style="dim")
    table.add_column("report")
    for row in rows:
        _add(table, row.since, row.report)
    return table


def list_refusals(rows: Iterable[RefusalRow]) -> Table:
    """List what could not be read, and why."""
    table = make_table()
    table.add_column("where", ratio=2, overflow="fold")
    table.add_column("reason", style="red")
    table.add_column("detail", ratio=3, overflow="fold")
    table.add_column("at", style="dim")
    for row in rows:
        _add(table, row.where, row.reason, row.detail, row.at)
    return table


def _source_table() -> Table:
    """Make an empty table of sources."""
    table = make_table()
    table.add_column("source", style="cyan", ratio=3, overflow="fold")
    table.add_column("kind", style="dim")
    table.add_column("statements", justify="right")
    table.add_column("reports", justify="right")
    return table


def _add(table: Table, *cells: str) -> None:
    """Add a row of cells as they are, without markup or control characters."""
    table.add_row(*(Text(printable(cell)) for cell in cells))
