"""Terminal views (rich): a report with its words marked, and tables that stay readable when the terminal is narrow."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from hearsay.records import Certainty, Reading, ZoneKind
from hearsay.views.marking import Block, Piece, Role, mark_reading
from hearsay.views.tables import ARROW, StatementLine, make_lines, shorten, title_of

STYLES = {Role.SOURCE: "bold cyan", Role.CUE: "italic yellow", Role.CONTENT: "green", Role.TIME: "underline"}
ZONE_STYLES = {
    ZoneKind.HEADLINE: "bold",
    ZoneKind.DATELINE: "dim",
    ZoneKind.BYLINE: "dim",
    ZoneKind.CAPTION: "italic dim",
    ZoneKind.CREDIT: "dim",
    ZoneKind.RESIDUE: "dim",
}
# Below these widths a table's cells would be narrower than its words, measured on Bengali names of three words.
WIDE, MIDDLE = 110, 64


def show_reading(reading: Reading) -> RenderableType:
    """Show a report: its head, its marked text, and the table of its statements."""
    count = len(reading.statements)
    closing = Text(f"{count} statement{'' if count == 1 else 's'}", style="dim")
    return Group(show_head(reading), Text(), show_text(reading), Text(), StatementTable(make_lines(reading)), closing)


def show_head(reading: Reading) -> RenderableType:
    """Show what the page says about itself, and which style marks what."""
    facts = [reading.outlet, reading.published, reading.lang, reading.pack]
    head = Text(printable(title_of(reading)), style="bold", overflow="fold")
    line = Text(printable(" · ".join(fact for fact in facts if fact)), style="dim")
    legend = Text.assemble(
        "marked: ",
        ("source", STYLES[Role.SOURCE]),
        " ",
        ("cue", STYLES[Role.CUE]),
        " ",
        ("[n] content", STYLES[Role.CONTENT]),
    )
    return Group(Rule(style="dim"), head, line, legend)


def show_text(reading: Reading) -> Text:
    """Show the whole text with the marks and numbers of its statements."""
    shown = Text()
    for block in mark_reading(reading):
        shown.append_text(_show_block(block, reading.text))
        shown.append("\n" if block.kind is ZoneKind.RESIDUE else "\n\n")
    shown.rstrip()
    return shown


class StatementTable:
    """A table of statements that gives up columns, then the table, as the terminal narrows."""

    def __init__(self, rows: Iterable[StatementLine]) -> None:
        self.rows = tuple(rows)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not self.rows:
            yield Text("No statements were found.", style="dim")
        elif options.max_width >= MIDDLE:
            yield _statement_table(self.rows, is_wide=options.max_width >= WIDE)
        else:
            yield from (_statement_lines(row) for row in self.rows)


def make_table() -> Table:
    """Make an empty table in the house's form: no box but a line under the head."""
    return Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold", show_edge=False)


def printable(text: str) -> str:
    """Keep control characters of a text from steering the terminal.

    >>> printable("a\\x1b[2Jb")
    'a\ufffd[2Jb'
    """
    return "".join(c if c in "\n\t" or c.isprintable() or ord(c) > 0x9F else "\ufffd" for c in text)


def show_act(row: StatementLine) -> str:
    """Name the act, and the certainty where it is not the plain one."""
    return row.act.value if row.certainty is Certainty.ASSERTED else f"{row.act.value}, {row.certainty.value}"


def _show_block(block: Block, text: str) -> Text:
    """Show one paragraph without the white space after it."""
    shown = Text()
    for piece in block.pieces:
        if piece.opens:
            shown.append("".join(f"[{number}]" for number in piece.opens), style="dim cyan")
        shown.append(printable(text[slice(*piece.span)]), style=_piece_style(piece))
    shown.rstrip()
    return shown


def _piece_style(piece: Piece) -> str:
    """Return the style of a piece: its zone's, and its source's before its cue's before its content's; times beside."""
    roles = {mark.role for mark in piece.marks}
    shown = next((role for role in (Role.SOURCE, Role.CUE, Role.CONTENT) if role in roles), None)
    styles = [
        ZONE_STYLES.get(piece.zone, ""),
        STYLES[shown] if shown else "",
        STYLES[Role.TIME] if Role.TIME in roles else "",
    ]
    return " ".join(filter(None, styles))


def _statement_table(rows: tuple[StatementLine, ...], *, is_wide: bool) -> Table:
    """Lay statements out as a table: all columns, or the four that matter most."""
    table = make_table()
    table.add_column("no.", justify="right", style="dim", no_wrap=True)
    table.add_column("who", style="cyan", ratio=2, overflow="fold")
    if is_wide:
        table.add_column("through whom", ratio=2, overflow="fold")
    table.add_column("act", style="yellow", no_wrap=True)
    if is_wide:
        for name in ("certainty", "directness", "said", "about"):
            table.add_column(name, no_wrap=True)
    table.add_column("words", ratio=4 if is_wide else 3, overflow="fold")
    for row in rows:
        table.add_row(*(_wide_cells(row) if is_wide else _middle_cells(row)), style="dim" if row.is_own else None)
    return table


def _wide_cells(row: StatementLine) -> tuple[Text, ...]:
    """Return the cells of a row with all its columns."""
    facts = (row.act, row.certainty, row.directness, row.said, row.about)
    cells = (str(row.number), row.who, f" {ARROW} ".join(row.via), *facts, shorten(row.words, 90))
    return tuple(Text(printable(cell)) for cell in cells)


def _middle_cells(row: StatementLine) -> tuple[Text, ...]:
    """Return the cells of a row with the four columns that matter most."""
    cells = (str(row.number), f" {ARROW} ".join((*row.via, row.who)), row.act, shorten(row.words, 70))
    return tuple(Text(printable(cell)) for cell in cells)


def _statement_lines(row: StatementLine) -> RenderableType:
    """Lay one statement out in lines, for a terminal too narrow for a table."""
    chain = Text(printable(f" {ARROW} ".join((*row.via, row.who))), style="dim" if row.is_own else "cyan")
    dates = "".join(f" · {name} {value}" for name, value in (("said", row.said), ("about", row.about)) if value)
    how = Text(show_act(row) + dates, style="yellow")
    lines = Table.grid(padding=(0, 1))
    lines.add_row(Text(f"[{row.number}]", style="dim"), Group(chain, how, Text(printable(shorten(row.words, 80)))))
    return lines
