"""Tables of the ledger's rows."""

import io
from pathlib import Path

from rich.console import Console, RenderableType

from hearsay.ledger import Ledger
from hearsay.records import Refusal
from hearsay.views import listings
from hearsay.views.tables import count_sources
from tests.views.view_factories import make_reading, make_statement


def show(table: RenderableType, width: int = 120) -> str:
    """Show a table in a terminal without colours."""
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(table)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def make_ledger(folder: Path) -> Ledger:
    """Make a ledger with one reading and one refusal."""
    ledger = Ledger.open(folder / "hearsay.db")
    ledger.add(make_reading())
    ledger.refuse(Refusal("[b]gone[/b].txt", "missing", "there is no such file"), "2024-03-05T00:00:00Z")
    return ledger


def test_each_kind_of_row_has_its_table(tmp_path: Path) -> None:
    with make_ledger(tmp_path) as ledger:
        assert "Dam to be filled" in show(listings.list_reports(ledger.reports()))
        assert "the Courier" in show(listings.list_statements(ledger.statements()))
        assert "two officials" in show(listings.list_sources(ledger.sources()))
        assert "[b]gone[/b].txt" in show(listings.list_refusals(ledger.refusals()))


def test_no_statements_are_told() -> None:
    assert "holds no such statements" in show(listings.list_statements([]))


def test_the_list_of_readings_leaves_the_own_voice_out() -> None:
    own = make_statement(chain=(), cue=(), content=((0, 3),))
    shown = show(listings.list_readings([make_reading(statements=(own, make_statement()))]))
    assert "gates" in shown and "  1  " not in shown


def test_sources_of_readings_show_through_whom() -> None:
    shown = show(listings.list_source_lines(count_sources([make_reading()])))
    assert "two officials" in shown and "the Courier" in shown
