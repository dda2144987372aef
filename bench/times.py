"""Score times on the evaluation sets: python bench/times.py [--data ../shared/data] [--set NAME …]

Each set is read with its publication dates and given to its own scorer; figures are relaxed, strict, type and value F1.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from hearsay.reading.times import find_times
from hearsay.text.folding import Folded

SETS = {"own_multi_bn": ("own_multi", "bn"), "own_multi_en": ("own_multi", "en"), "meantime_en": ("meantime_en", "en")}
DIAGNOSTIC = {"msrec_en": ("msrec_en", "en")}
DATA = Path(__file__).parents[2] / "shared" / "data"


def read_set(file: Path, language: str) -> list[dict[str, object]]:
    """Return one line for each text of the language, with the times found in it."""
    lines = []
    for row in map(json.loads, file.read_text(encoding="utf8").splitlines()):
        if row["lang"] == language:
            folded = Folded(row["text"])
            times = find_times(folded.text, language=language, published=row["dct"])
            found = [{"span": folded.span(time.span), "type": time.type, "value": time.value} for time in times]
            lines.append({"id": row["id"], "times": found})
    return lines


def score_set(data: Path, name: str, language: str) -> dict[str, float]:
    """Return the scorer's F1 figures of one set."""
    folder = data / "time"
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch) / "times.jsonl"
        lines = read_set(folder / f"{name}.jsonl", language)
        found.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf8")
        command = [
            sys.executable,
            str(folder / "score.py"),
            str(folder / f"{name}.jsonl"),
            str(found),
            "--lang",
            language,
        ]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {key: float(value) for key, value in re.findall(r"(\w+):P=[\d.]+,R=[\d.]+,F1=([\d.]+)", output)}


def scores(data: Path) -> dict[str, float]:
    """Return the figures that the gate keeps: value F1 of each set."""
    return {f"times.{key}.value": score_set(data, *row)["value"] for key, row in SETS.items()}


def main() -> None:
    """Print a table of all sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    arguments = parser.parse_args()
    print(f"{'set':<14}{'relaxed':>9}{'strict':>9}{'type':>9}{'value':>9}")
    for key, row in {**SETS, **DIAGNOSTIC}.items():
        figures = score_set(arguments.data, *row)
        print(f"{key:<14}" + "".join(f"{figures[name]:>9.3f}" for name in ("relaxed", "strict", "type", "value")))


if __name__ == "__main__":
    main()
