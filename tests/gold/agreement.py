#!/usr/bin/env python3
"""agreement.py [LANG …] [--reports]   how far annotators a and b agree with each other and with the
adjudicated gold.jsonl, if there is one (default: every folder that holds both annotators).

Two attributions match when the Jaccard index of their content tokens is at least .5, one to one.  An optional one is
neither demanded nor punished: alone it is left out, and so is a pair with an optional side (`strict` counts them like
any other).  *Attributed* also asks for sources that share a token or are both empty.  Shares and Cohen's kappa are over
matched pairs.  Tokens are runs of letters, marks and digits.  --reports adds each report.  Standard library only.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

THRESHOLD = 0.5
LABELS = ("kind", "act", "certainty")


class Marks(NamedTuple):
    """What is compared of one attribution."""

    content: frozenset[str]
    source: frozenset[str]
    cue: frozenset[str]
    labels: tuple[str, ...]
    optional: bool


class Tally(NamedTuple):
    """Matched pairs, and the number of attributions without a partner."""

    pairs: list[tuple[Marks, Marks]]
    alone_a: int
    alone_b: int


def tokens(text: str) -> frozenset[str]:
    """Runs of letters, marks and digits, in NFC and without case."""
    text = unicodedata.normalize("NFC", text).casefold()
    return frozenset("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in text).split())


def marks(text: str, a: dict[str, Any]) -> Marks:
    """One attribution of the file in the form that is compared."""
    words = {key: tokens(" ".join(text[s:e] for s, e in a[key])) for key in ("content", "source", "cue")}
    return Marks(**words, labels=tuple(a[key] for key in LABELS), optional=bool(a.get("optional")))


def load(path: Path) -> dict[str, list[Marks]]:
    """{report: its attributions}"""
    reports = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return {r["id"]: [marks(r["text"], a) for a in r["attributions"]] for r in reports}


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared part of two sets; 1 when both are empty."""
    return len(a & b) / len(a | b) if a | b else 1.0


def same_source(a: Marks, b: Marks) -> bool:
    """The sources share a token or are both empty."""
    return bool(a.source & b.source) or not (a.source or b.source)


def tally(a: Sequence[Marks], b: Sequence[Marks], strict: bool = False) -> Tally:
    """Match the attributions of one report, closest first; drop what is optional unless strict."""
    near = [
        (jaccard(x.content, y.content), jaccard(x.source, y.source) + jaccard(x.cue, y.cue), i, j)
        for i, x in enumerate(a)
        for j, y in enumerate(b)
    ]
    left, right, pairs = set(range(len(a))), set(range(len(b))), []
    for content, _, i, j in sorted(near, key=lambda n: (-n[0] - n[1] / 2, n)):
        if content >= THRESHOLD and i in left and j in right:
            left.remove(i)
            right.remove(j)
            if strict or not (a[i].optional or b[j].optional):
                pairs.append((a[i], b[j]))
    return Tally(pairs, *(sum(strict or not s[k].optional for k in rest) for s, rest in ((a, left), (b, right))))


def together(tallies: Iterable[Tally]) -> Tally:
    """The tallies of several reports as one."""
    every = list(tallies)
    return Tally([p for t in every for p in t.pairs], sum(t.alone_a for t in every), sum(t.alone_b for t in every))


def scores(t: Tally) -> str:
    """Detection and attributed F1, both symmetric in the annotators."""
    marked, hits = 2 * len(t.pairs) + t.alone_a + t.alone_b, (len(t.pairs), sum(same_source(*p) for p in t.pairs))
    f1 = "detection F1 {:.3f}, attributed F1 {:.3f}".format(*(2 * n / marked if marked else 1.0 for n in hits))
    return f"matched {len(t.pairs)}, only first {t.alone_a}, only second {t.alone_b}, {f1}"


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa of two label sequences."""
    n, first, second = len(pairs), Counter(x for x, _ in pairs), Counter(y for _, y in pairs)
    seen, chance = sum(x == y for x, y in pairs) / n, sum(first[k] * second[k] for k in first) / n**2
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


def show(name: str, a: dict[str, list[Marks]], b: dict[str, list[Marks]], by_report: bool) -> None:
    """Print how far two sets of marks agree."""
    for rid in a if by_report else ():
        print(f"{name} {rid}: {scores(tally(a[rid], b[rid]))}")
    t = together(tally(a[rid], b[rid]) for rid in a)
    print(f"{name}: {scores(t)}\n  strict: {scores(together(tally(a[rid], b[rid], strict=True) for rid in a))}")
    print(f"  {'source':<10} same {sum(same_source(*p) for p in t.pairs) / max(len(t.pairs), 1):.3f}")
    for k, label in enumerate(LABELS if t.pairs else ()):
        values = [(x.labels[k], y.labels[k]) for x, y in t.pairs]
        print(f"  {label:<10} same {sum(x == y for x, y in values) / len(values):.3f}   kappa {kappa(values):.3f}")


def main(args: Sequence[str]) -> int:
    """Print the agreement on each language's reports."""
    here = Path(__file__).parent
    named = [x for x in args if not x.startswith("-")]
    for lang in named or sorted(p.parent.name for p in here.glob("*/annotator_b.jsonl")):
        paths = {"a": "annotator_a.jsonl", "b": "annotator_b.jsonl", "gold": "gold.jsonl"}
        sets = {who: load(here / lang / path) for who, path in paths.items() if (here / lang / path).exists()}
        for x, y in combinations(sets, 2):
            show(f"{lang} {x}-{y}", sets[x], sets[y], "--reports" in args)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
