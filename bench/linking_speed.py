"""What linking costs: seconds and memory by the number of reports, made up by the worlds and spread over a year.

Each linking runs in a process of its own, so that memory is its own. `python -m bench.linking_speed --sizes 1000,10000`.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from msgspec.structs import replace

from bench.linking_worlds import read_report
from bench.worlds.truth import make_year
from hearsay.ledger import Ledger
from hearsay.linking import link
from hearsay.records import Reading, digest

_SIZES = "1000,10000"
_LATER = 100


def fill_ledger(path: Path, count: int, name: str = "year") -> float:
    """Read so many made-up reports into a ledger, and give the seconds that it took."""
    started = time.perf_counter()
    with Ledger.open(path) as ledger:
        for reading in read_year(count, name):
            ledger.add(reading)
    return time.perf_counter() - started


def read_year(count: int, name: str) -> Iterator[Reading]:
    """Read the reports of a year; what differs from one read before in nothing but names is that one with other names."""
    known: dict[str, tuple[bytes, tuple[str, ...]]] = {}
    for row in make_year(count, name):
        if row["like"] not in known:
            known[row["like"]] = msgspec.json.encode(read_report(row)), row["names"]
        yield _rename(*known[row["like"]], row)


def _rename(whole: bytes, names: tuple[str, ...], row: dict[str, Any]) -> Reading:
    """Put other names of the same length into a reading."""
    for one, other in zip(names, row["names"], strict=True):
        for form, put in ((one, other), (one.lower(), other.lower()), (one.title(), other.title())):
            whole = whole.replace(form.encode(), put.encode())
    reading = msgspec.json.decode(whole, type=Reading)
    statements = tuple(replace(one, id=digest(row["id"], place)) for place, one in enumerate(reading.statements))
    day = {"published": row["published"][:10], "published_at": row["published"]}
    return replace(reading, id=row["id"], url=row["url"], statements=statements, **day)


def link_apart(path: Path) -> dict[str, Any]:
    """Link a ledger in a process of its own: seconds, memory in MiB, and what was found."""
    command = [sys.executable, "-m", "bench.linking_speed", "--link", str(path)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(answer.stdout)
    return figures


def link_here(path: Path) -> dict[str, Any]:
    """Link a ledger in this process."""
    started = time.perf_counter()
    with Ledger.open(path) as ledger:
        summary = link(ledger)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "seconds": seconds,
        "memory": memory,
        "new": summary.is_new,
        "stories": summary.stories,
        "claims": summary.claims,
    }


def measure(folder: Path, sizes: list[int]) -> dict[str, float]:
    """Link ledgers of several sizes: at first, again, and after some more reports."""
    figures: dict[str, float] = {}
    for size in sizes:
        path = folder / f"{size}.db"
        seconds = 0.0 if path.exists() else fill_ledger(path, size)
        first, again = link_apart(path), link_apart(path)
        fill_ledger(path, _LATER, f"later {time.time_ns()}")
        later = link_apart(path)
        figures |= {f"{size} read": seconds, f"{size} linked": first["seconds"], f"{size} memory": first["memory"]}
        figures |= {f"{size} again": again["seconds"], f"{size} more {_LATER}": later["seconds"]}
        print(f"{size}: read {seconds:.0f} s, {first}, again {again['seconds']:.2f} s (new: {again['new']}), ", end="")
        print(f"after {_LATER} more {later['seconds']:.1f} s", flush=True)
    for one, other in pairwise(sizes):
        ratio = figures[f"{other} linked"] / figures[f"{one} linked"]
        figures[f"exponent {one} to {other}"] = math.log(ratio) / math.log(other / one)
        figures[f"memory {one} to {other}"] = figures[f"{other} memory"] / figures[f"{one} memory"]
    return figures


def main() -> None:
    """Measure, or link one ledger for the measuring process."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.linking_speed", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=_SIZES)
    parser.add_argument("--folder", type=Path, help="where the ledgers are made and kept; else they are thrown away")
    parser.add_argument("--link", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.link:
        print(json.dumps(link_here(options.link)))
        return
    with TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        print(json.dumps({name: round(value, 3) for name, value in measure(folder, options.sizes).items()}, indent=1))


if __name__ == "__main__":
    main()
