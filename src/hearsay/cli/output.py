"""Where output goes: rows and tables to standard output, what a person should know to standard error."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")
# Shorter work is done before a bar could be read.
PATIENCE_SECONDS = 2.0
_encoder = msgspec.json.Encoder()


def print_json(row: object) -> None:
    """Print one row as a line of JSON, in UTF-8 whatever the terminal's encoding is."""
    print_line(_encoder.encode(row).decode("utf8", "surrogatepass"))


def print_line(line: str) -> None:
    """Print one line as it is."""
    sys.stdout.write(line + "\n")


def make_console(*, is_error: bool = False) -> "Console":
    """Make a console; colours appear only in a terminal and where NO_COLOR is not set."""
    from rich.console import Console

    return Console(stderr=is_error, highlight=False, markup=False, emoji=False, soft_wrap=False)


def tell(message: str) -> None:
    """Tell a person something on standard error."""
    print(message, file=sys.stderr)


def watch(items: Iterable[Item], what: str) -> Iterator[Item]:
    """Pass items on, with a bar on standard error if a person looks there and it takes longer than two seconds.

    Where standard output is the same terminal, what is printed there shows the progress.
    """
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    yield from _watch(items, what)


def watch_work(items: Iterable[Item], what: str) -> Iterator[Item]:
    """Pass items on as `watch` does, for work that prints no rows: the bar shows in any terminal."""
    yield from _watch(items, what) if sys.stderr.isatty() else items


def _watch(items: Iterable[Item], what: str) -> Iterator[Item]:
    """Pass items on, and start the bar when patience is over."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} " + what), TimeElapsedColumn())
    started = monotonic()
    # Rich would send what is printed meanwhile to standard error, where a program would never find it.
    bar = Progress(
        *columns, console=make_console(is_error=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )
    with bar as progress:
        task = progress.add_task(what, total=None, visible=False)
        for count, item in enumerate(items, start=1):
            progress.update(task, completed=count, visible=monotonic() - started > PATIENCE_SECONDS)
            yield item
