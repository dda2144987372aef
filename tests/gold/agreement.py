#!/usr/bin/env python3
"""agreement.py [LANG …] [--reports]   how far annotators a and b of a golden set agree (default: every folder that holds both).

Two attributions match when the Jaccard index of their content tokens is at least .5, one to one.  An optional attribution is neither demanded nor
punished: alone it is left out, and so is a pair with an optional side.  *Attributed* also asks for sources that share a token or are both
empty.  Shares and Cohen's kappa are taken over the matched pairs.  Tokens are runs of letters, marks and digits.  With --reports the two
F1 values are printed for each report too.  Standard library only.
"""
from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

THRESHOLD = 0.5
LABELS = ("kind", "act", "certainty")
Attribution = dict[str, Any]


class Marks(NamedTuple):
    """What the scorer compares of one attribution."""
    content: frozenset[str]
    source: frozenset[str]
    cue: frozenset[str]
    labels: tuple[str, ...]
    optional: bool


class Tally(NamedTuple):
    """Matched pairs of demanded attributions, and what either side marked without a partner."""
    pairs: list[tuple[Marks, Marks]]
    only_a: int
    only_b: int


def tokens(text: str) -> frozenset[str]:
    """Runs of letters, marks and digits, in NFC and without case."""
    text = unicodedata.normalize("NFC", text).casefold()
    return frozenset("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in text).split())


def marks(text: str, a: Attribution) -> Marks:
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


def tally(a: Sequence[Marks], b: Sequence[Marks]) -> Tally:
    """Match the attributions of one report, the closest first (content, then source and cue), and drop what is optional."""
    near = [(jaccard(x.content, y.content), jaccard(x.source, y.source) + jaccard(x.cue, y.cue), i, j)
            for i, x in enumerate(a) for j, y in enumerate(b)]
    left, right, pairs = set(range(len(a))), set(range(len(b))), []
    for content, rest, i, j in sorted(near, key=lambda n: (-n[0] - n[1] / 2, n)):
        if content >= THRESHOLD and i in left and j in right:
            left.remove(i)
            right.remove(j)
            if not (a[i].optional or b[j].optional):
                pairs.append((a[i], b[j]))
    return Tally(pairs, sum(not a[i].optional for i in left), sum(not b[j].optional for j in right))


def f1(hits: int, total: Tally) -> float:
    """Symmetric in the two annotators."""
    marked = 2 * len(total.pairs) + total.only_a + total.only_b
    return 2 * hits / marked if marked else 1.0


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa of two label sequences."""
    if not pairs:
        return 1.0
    n, first, second = len(pairs), Counter(x for x, _ in pairs), Counter(y for _, y in pairs)
    seen, chance = sum(x == y for x, y in pairs) / n, sum(first[k] * second[k] for k in first) / n**2
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


def show(name: str, total: Tally, whole: bool) -> None:
    """Print the agreement of one set (whole) or of one report."""
    attributed = sum(same_source(x, y) for x, y in total.pairs)
    print(f"{name}: matched {len(total.pairs)}, only a {total.only_a}, only b {total.only_b}, "
          f"detection F1 {f1(len(total.pairs), total):.3f}, attributed F1 {f1(attributed, total):.3f}")
    if not whole or not total.pairs:
        return
    exact = sum(x.source == y.source for x, y in total.pairs)
    print(f"  source     same {attributed / len(total.pairs):.3f}   token for token {exact / len(total.pairs):.3f}")
    for k, label in enumerate(LABELS):
        values = [(x.labels[k], y.labels[k]) for x, y in total.pairs]
        print(f"  {label:<10} same {sum(x == y for x, y in values) / len(values):.3f}   kappa {kappa(values):.3f}")


def main(args: Sequence[str]) -> int:
    here = Path(__file__).parent
    langs = [x for x in args if not x.startswith("-")] or sorted(p.parent.name for p in here.glob("*/annotator_b.jsonl"))
    for lang in langs:
        a, b = (load(here / lang / f"annotator_{who}.jsonl") for who in "ab")
        found = {rid: tally(a[rid], b[rid]) for rid in a if rid in b}
        if "--reports" in args:
            for rid, one in found.items():
                show(rid, one, whole=False)
        show(lang, Tally([p for t in found.values() for p in t.pairs], *(sum(t[k] for t in found.values()) for k in (1, 2))), whole=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
