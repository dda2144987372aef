"""The terminal view shows all words at any width, and colours only when asked."""

import io

import pytest
from hypothesis import given, settings
from rich.console import Console

from hearsay.records import Reading
from hearsay.views.terminal import show_reading, show_text
from tests.views.view_factories import make_reading, make_statement, readings


def show(reading: Reading, width: int = 100, *, color: bool = False) -> str:
    """Show a reading in a terminal of this width."""
    console = Console(file=io.StringIO(), width=width, force_terminal=color, color_system="standard" if color else None)
    console.print(show_reading(reading))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [30, 50, 70, 100, 160])
def test_every_width_shows_who_and_what(width: int) -> None:
    shown = " ".join(show(make_reading(), width).split())
    assert "[1]" in shown and "officials" in shown and "gates" in shown and "1 statement" in shown
    assert all(len(line) <= width for line in show(make_reading(), width).splitlines())


def test_a_wide_terminal_has_all_columns() -> None:
    heading = next(line for line in show(make_reading(), 140).splitlines() if line.startswith("no."))
    columns = ["no.", "who", "through", "whom", "act", "certainty", "directness", "said", "about", "words"]
    assert heading.split() == columns


def test_colour_marks_source_cue_and_content() -> None:
    shown = show(make_reading(), color=True)
    assert "\x1b[1;36mtwo officials" in shown and "\x1b[3;33mtold" in shown and '\x1b[32m"The gates' in shown


def test_words_of_a_report_cannot_steer_the_terminal() -> None:
    reading = make_reading(text="\x1b[2J[red]gone[/red]", zones=(), times=(), statements=(), title="\x1b[2J")
    shown = show(reading)
    assert "\x1b" not in shown and "[red]gone[/red]" in shown


def test_no_statements_are_told() -> None:
    assert "No statements were found." in show(make_reading(statements=()))


@settings(max_examples=50)
@given(readings)
def test_any_reading_is_shown_with_all_its_words(reading: Reading) -> None:
    shown = show_text(reading).plain
    for number in range(1, len(reading.statements) + 1):
        shown = shown.replace(f"[{number}]", "", 1)
    assert "".join(shown.split()) == "".join(reading.text.split())
    show(reading, 80)


def test_the_own_voice_is_told_from_sources() -> None:
    reading = make_reading(statements=(make_statement(chain=(), cue=()),))
    assert "Kestrel" in show(reading, 60)
    assert '\x1b[32m"The gates' not in show(reading, color=True)
