"""What a run of gathering shows while it goes on: bars for a person, lines of JSON for a program, nothing for cron."""

import sys
from types import TracebackType
from typing import Any, Self

from hearsay.cli.desk import Kind
from hearsay.cli.gathered import Gathered
from hearsay.cli.output import make_console, print_json, print_line
from hearsay.gather.arrivals import Planned
from hearsay.records import Reading, Refusal

# Sources shown at once: more would scroll a terminal of 24 lines away.
_SOURCES_SHOWN = 8
# Kinds that a program wants to hear of one by one; what did not change is counted.
_TOLD = frozenset({Kind.NEW, Kind.VERSION, Kind.KNOWN, Kind.REFUSED, Kind.OLDER})


class GatherProgress:
    """Watches a run; `as_json` prints lines, else bars stand on standard error if that is a terminal."""

    def __init__(self, *, as_json: bool) -> None:
        """Take the form of output."""
        self._as_json = as_json
        self._bars: Any = None
        self._all: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and not self._as_json:
            self._bars = _make_bars()
            self._bars.start()
            self._all = self._bars.add_task("all sources", total=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bars:
            self._bars.stop()

    def expect(self, source: str, count: int) -> None:
        """Learn how many pages a source has."""
        if self._bars and count:
            task = self._find(source)
            self._bars.update(task, total=(self._bars.tasks[task].total or 0) + count)
            self._bars.update(self._all, total=(self._bars.tasks[self._all].total or 0) + count)

    def see(self, source: str, kind: Kind, count: int) -> None:
        """See that some pages came to that."""
        if self._bars and kind is not Kind.LEFT:
            self._bars.advance(self._find(source), count)
            self._bars.advance(self._all, count)

    def tell(self, gathered: Gathered, kind: Kind) -> None:
        """Print one page with what came of it."""
        if self._as_json and kind in _TOLD:
            print_json(make_line(gathered, kind))
            sys.stdout.flush()  # the line says that it is stored; whoever reads along should know at once

    def plan(self, planned: Planned) -> None:
        """Print what would be fetched."""
        if self._as_json:
            print_json({"source": planned.source, "address": planned.address, "outcome": "planned"} | _about(planned))
        else:
            print_line("\t".join(part for part in (planned.address, planned.published, planned.title) if part))

    def end(self, source: str) -> None:
        """Take a source that is done from the screen."""
        if self._bars and source in self._tasks:
            self._bars.update(self._tasks[source], visible=False)

    def _find(self, source: str) -> Any:
        """Find the bar of a source, or make one; beyond a screenful it is not shown."""
        if source not in self._tasks:
            shown = sum(task.visible for task in self._bars.tasks)
            self._tasks[source] = self._bars.add_task(source[-60:], total=None, visible=shown <= _SOURCES_SHOWN)
        return self._tasks[source]


def make_line(gathered: Gathered, kind: Kind) -> dict[str, object]:
    """Make the line of JSON of one page."""
    line: dict[str, object] = {"source": gathered.source, "address": gathered.where, "outcome": kind.value}
    match gathered.outcome:
        case Reading() as reading:
            names = ("lang", "outlet", "published", "title", "url")
            about = {name: getattr(reading, name) for name in names}
            return line | {"report": reading.id, "statements": len(reading.statements)} | about
        case Refusal() as refusal:
            return line | {"refusal": refusal}
        case _:
            return line


def _about(planned: Planned) -> dict[str, object]:
    """Give what a list says of a page."""
    return {"published": planned.published, "title": planned.title}


def _make_bars() -> Any:
    """Make the bars: how much of how much, how fast, how long still."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )

    class Bars(Progress):
        """Bars that tell their rate."""

        def get_renderables(self) -> Any:
            """Write the rate of each bar before it is drawn."""
            for task in self.tasks:
                task.fields["rate"] = f"{task.speed:.1f}/s" if task.speed else ""
            return super().get_renderables()

        def add_task(self, *told: Any, **fields: Any) -> Any:
            """Add a bar without a rate so far."""
            return super().add_task(*told, rate="", **fields)

    return Bars(
        *columns,
        console=make_console(is_error=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        refresh_per_second=4,
    )
