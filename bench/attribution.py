"""Attribution end to end: who said what, scored by the data's own scorer, which documents every figure.

`python -m bench.attribution [--errors FILE]` prints the scorer's whole answer for PolNeAR and writes what was missed,
invented and hung on the wrong source.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hearsay
from bench.floors import DATA
from hearsay.records import Link, Reading, SourceKind, Span, Statement

ENGLISH = Path("attribution/polnear/dev_core.jsonl")
BENGALI = Path(__file__).parents[1] / "tests" / "gold" / "bn" / "gold.jsonl"

Attribution = dict[str, Any]


def scores(data: Path) -> dict[str, float]:
    """Score English news, and the invented Bengali reports kept in the project."""
    figures = _name_figures("en", score_reader(data, data / ENGLISH))
    if BENGALI.exists():
        figures |= _name_figures("bn", score_reader(data, BENGALI))
    return figures


def score_reader(data: Path, gold: Path, *, errors: Path | None = None) -> dict[str, Any]:
    """Read every gold report and let the scorer compare."""
    with TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        with predicted.open("w", encoding="utf8") as file:
            for report in _load(gold):
                row = {"id": report["id"], "attributions": find_attributions(_read(report))}
                print(json.dumps(row, ensure_ascii=False), file=file)
        return run_scorer(data, gold, predicted, errors=errors)


def run_scorer(data: Path, gold: Path, predicted: Path, *, errors: Path | None = None) -> dict[str, Any]:
    """Run the scorer as anybody would, and give its answer."""
    command = [sys.executable, str(data / "attribution" / "score.py"), str(gold), str(predicted), "--boot", "0"]
    command += ["--errors", str(errors)] if errors else []
    answer: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer


def find_attributions(reading: Reading) -> list[Attribution]:
    """Turn statements into the scorer's form; what the outlet says in its own voice is no attribution."""
    told = {_name_chain(statement.chain) for statement in reading.statements if statement.cue}
    attributions = (_from_statement(reading.text, statement, told) for statement in reading.statements)
    return [attribution for some in attributions for attribution in some]


def _name_chain(chain: Iterable[Link]) -> tuple[str, ...]:
    """Name a chain by its links, to find it again as the beginning of a longer one."""
    return tuple(f"{link.kind}:{link.name}" for link in chain)


def _from_statement(text: str, statement: Statement, told: set[tuple[str, ...]]) -> Iterator[Attribution]:
    """Give one attribution to the ultimate source, and one to each link before it that only passes these words on.

    A link carried over from an earlier sentence was scored there; one whose own chain is that of another statement is
    the source of the frame around this one ("police said Roe had promised X"), scored with its own content.
    """
    if not statement.cue and not statement.chain:
        return
    yield _make_attribution(statement, _find_span(statement.chain[-1:]))
    for place, link in enumerate(statement.chain[:-1], 1):
        if _name_chain(statement.chain[:place]) in told:
            continue
        if link.span and _is_one_sentence(text, [link.span, *(statement.cue or statement.content[:1])]):
            yield _make_attribution(statement, [link.span])


def _make_attribution(statement: Statement, source: list[Span]) -> Attribution:
    """Put a statement and the source that it is scored with into the scorer's form."""
    kind = statement.directness.value
    return {"source": source, "cue": statement.cue, "content": statement.content, "kind": kind}


def _find_span(chain: Iterable[Link]) -> list[Span]:
    """Give the span of a source, if it is one and was named."""
    return [link.span for link in chain if link.span and link.kind is not SourceKind.NONE]


def _is_one_sentence(text: str, spans: list[Span]) -> bool:
    """Tell whether no sentence ends between spans: roughly, as a scorer need not know what a reader must."""
    between = (text[left[1] : right[0]] for left, right in pairwise(sorted(spans)))
    return not any(mark in gap for gap in between for mark in ("\n", ". ", "।", "? ", "! "))


def _read(report: dict[str, Any]) -> Reading:
    """Read a gold report with the public function."""
    published = report.get("published") or report.get("date") or report.get("meta", {}).get("date")
    return hearsay.read(report["text"], lang=report["lang"], published=published)


def _load(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def _name_figures(language: str, answer: dict[str, Any]) -> dict[str, float]:
    """Take the figures that are shown and kept out of the scorer's answer; all are better when higher."""
    direct, source = answer["direct"], answer["source"]
    figures = {
        "end to end F1": answer["attributed_any"]["f1"],
        "detection F1": answer["detection"]["f1"],
        "attributed tokens F1": answer["attributed_tokens"]["f1"],
        "direct overlap F1": direct["overlap"]["f1"],
        "direct exact F1": direct["exact"]["f1"],
        "direct speaker right": direct["speaker_acc_any"],
        "no source invented": 1 - (source["hallucinated"]["share"] or 0.0),
    }
    return {f"{language} {name}": round(figure or 0.0, 4) for name, figure in figures.items()}


def main() -> None:
    """Print the scorer's answer for one gold file."""
    parser = argparse.ArgumentParser(prog="python -m bench.attribution", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--gold", type=Path, help="a gold file (default: PolNeAR, speech and writing demanded)")
    parser.add_argument("--errors", type=Path, help="write what went wrong, one JSON object a line")
    options = parser.parse_args()
    answer = score_reader(options.data, options.gold or options.data / ENGLISH, errors=options.errors)
    print(json.dumps(answer, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
