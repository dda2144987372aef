"""A pack as a person reads it."""

from io import StringIO

from rich.console import Console

from hearsay.packs.summary import summarise
from hearsay.views.packs import count, show_pack
from tests.packs.pack_factories import make_source


def shown(width: int = 100) -> str:
    """Show the template's pack."""
    console = Console(file=StringIO(), width=width)
    console.print(show_pack(make_source(), "xx@0"))
    file = console.file
    assert isinstance(file, StringIO)
    return file.getvalue()


def test_counts_stand_above() -> None:
    assert count(summarise(make_source())) in " ".join(shown().split())


def test_classes_and_patterns_are_shown() -> None:
    text = shown()
    for words in (
        "deny",
        "denied",
        "say, add",
        "xx.according-to",
        "^ according to {who}, {what}",
        "According to the ministry",
    ):
        assert words in text


def test_nothing_is_cut_where_it_is_narrow() -> None:
    assert "…," not in shown(40)
    assert "xx.who-say-that" in shown(60)
