"""Make worlds: `python -m bench.worlds --split test --worlds 50 --out FOLDER`, or reports of a year with `--reports N`."""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.worlds.truth import make_split, make_year
from bench.worlds.vocabulary import SPLITS


def main(arguments: list[str] | None = None) -> int:
    """Write the worlds asked for."""
    options = _parse(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.reports:
        write_lines(options.out / "year.jsonl", make_year(options.reports))
        print(f"{options.reports} reports in {options.out / 'year.jsonl'}")
        return 0
    worlds = list(make_split(options.split, options.worlds))
    reports = [report for found, _ in worlds for report in found]
    write_lines(options.out / f"{options.split}.jsonl", reports)
    write_lines(options.out / f"{options.split}.truth.jsonl", (truth for _, truth in worlds))
    print(f"{len(reports)} reports of {len(worlds)} worlds in {options.out}")
    return 0


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write one object a line."""
    with path.open("w", encoding="utf8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.worlds", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--split", choices=SPLITS, default="tune", help="names, sentences and seeds to use")
    parser.add_argument("--worlds", type=int, default=50, help="how many worlds, each with its truth")
    parser.add_argument(
        "--reports", type=int, default=0, help="only so many reports, spread over a year, without truth"
    )
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
