"""Run the benches, print one table, and compare with the committed floors: `python -m bench --help`.

Exit codes: 0 all at or above their floors, or no data to measure with; 1 a score fell, or a bench failed.
"""

import argparse
import traceback
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table

from bench.floors import DATA, FLOORS, Measure, compare_scores, load_floors, raise_floors, save_floors

TASKS = (
    *(
        "attribution",
        "times",
        "mentions",
        "names",
        "language",
        "events",
        "languages",
        "extraction",
        "speed",
        "gathering",
    ),
    "exports",
    "linking",
)


def main(arguments: list[str] | None = None) -> int:
    """Measure the tasks asked for and return the exit code."""
    options = _parse(arguments)
    console = Console()
    if not options.data.is_dir():
        console.print(
            f"No data folder {options.data}: nothing measured. Name it with --data; see bench/README.md.",
            soft_wrap=True,
        )
        return 0
    floors = load_floors(options.floors)
    measures, failed = _measure(options.only, options.data, floors)
    console.print(make_table(measures))
    if options.update_floors:
        save_floors(raise_floors(floors, measures), options.floors)
    fallen = [measure for measure in measures if measure.is_fallen]
    for measure in fallen:
        console.print(
            f"[red]fell:[/red] {measure.task} {measure.name} is {measure.score:.4f}, floor {measure.floor:.4f}"
        )
    for task in failed:
        console.print(f"[red]failed:[/red] {task}")
    return 1 if fallen or failed else 0


def make_table(measures: list[Measure]) -> Table:
    """Make the one table: measure, score, floor, change."""
    table = Table("task", "measure", *(Column(name, justify="right") for name in ("score", "floor", "change")))
    for measure in measures:
        floor = "" if measure.floor is None else f"{measure.floor:.4f}"
        change = "" if measure.floor is None else f"{measure.score - measure.floor:+.4f}"
        colour = "red" if measure.is_fallen else "green" if measure.floor is not None else ""
        table.add_row(measure.task, measure.name, f"{measure.score:.4f}", floor, change, style=colour)
    return table


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--data", type=Path, default=DATA, help="the folder of the evaluation data (default ../shared/data)"
    )
    parser.add_argument("--only", type=_split_tasks, default=TASKS, help=f"of {','.join(TASKS)}")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    parser.add_argument(
        "--update-floors", action="store_true", help="raise floors to what was reached; none is lowered"
    )
    return parser.parse_args(arguments)


def _split_tasks(names: str) -> tuple[str, ...]:
    """Split the names given to --only."""
    tasks = tuple(names.split(","))
    if unknown := sorted(set(tasks) - set(TASKS)):
        raise argparse.ArgumentTypeError(f"no task '{unknown[0]}'; there are: {', '.join(TASKS)}")
    return tasks


def _measure(
    tasks: tuple[str, ...], data: Path, floors: dict[str, dict[str, float]]
) -> tuple[list[Measure], list[str]]:
    """Run each task; one that fails is told and does not keep the others from being measured."""
    measures: list[Measure] = []
    failed = []
    for task in tasks:
        try:
            module = import_module(f"bench.{task}")
            slack = getattr(module, "SLACK", None)
            measures += compare_scores(task, module.scores(data), floors.get(task, {}), slack=slack)
        except Exception:
            traceback.print_exc()
            failed.append(task)
    return measures, failed


if __name__ == "__main__":
    raise SystemExit(main())
