"""Score language identification on labelled texts: the share told right, in all and by kind, and how much is sure.

Usage: python bench/language.py DATA (its language/own.jsonl: {"lang", "kind", "text"} a line). Unsure counts as
wrong here, also for romanised Bengali (kind r), which no pack reads.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from hearsay.packs.identification import Identified, identify

KINDS = {"s": "sentences", "h": "headlines", "m": "mixed", "c": "confusable", "r": "romanised"}


def scores(data: Path) -> dict[str, float]:
    """Return every figure of this bench."""
    rows = [json.loads(line) for line in (data / "language" / "own.jsonl").read_text(encoding="utf8").splitlines()]
    outcomes = [(row, identify(row["text"])) for row in rows]
    by_kind = defaultdict(list)
    for row, found in outcomes:
        by_kind[KINDS.get(row["kind"], row["kind"])].append(found.language == row["lang"])
    figures = {kind: _share(hits) for kind, hits in sorted(by_kind.items())}
    figures["all"] = _share([hit for hits in by_kind.values() for hit in hits])
    figures["sure"] = _share([found.language is not None for _, found in outcomes])
    return figures


def find_errors(data: Path) -> list[tuple[str, Identified, str]]:
    """Return what was told wrong: the language, what was told, the text."""
    rows = [json.loads(line) for line in (data / "language" / "own.jsonl").read_text(encoding="utf8").splitlines()]
    told = [(row["lang"], identify(row["text"]), row["text"]) for row in rows]
    return [(language, found, text) for language, found, text in told if found.language != language]


def _share(hits: list[bool]) -> float:
    """Return the share of hits."""
    return sum(hits) / len(hits) if hits else 0.0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for name, figure in scores(Path(sys.argv[1])).items():
        print(f"{name:24} {figure:.3f}")
    for language, found, text in find_errors(Path(sys.argv[1])):
        print(f"{language} told as {found.language} ({found.reason}): {text}")
