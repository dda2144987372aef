"""Events: do the same claims get one core key in two languages, and which PLOVER types come of English news?

`python bench/events.py [--data FOLDER]` prints the figures and the key of each claim. Types are scored by the data's
own scorer, with the events led to PLOVER by the table of the POLECAT export.
"""

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hearsay.reading.assembly import read
from hearsay.reading.events import core_key, find_event
from hearsay.reading.mentions import find_mentions
from hearsay.reading.modality import find_certainty
from hearsay.records import Event, Report, Statement
from hearsay.text.folding import Folded
from hearsay.views.exports.polecat import to_plover

PROBE = Path("events/signature_probe.jsonl")
PLOVER = Path("events/plover_gsr_en.jsonl")
LANGUAGES = ("en", "bn")
_SAME = frozenset({"denies", "fulfils"})

Row = dict[str, Any]


def scores(data: Path) -> dict[str, float]:
    """Count the claims whose keys agree, and score the types."""
    rows = list(_read_rows(data / PROBE))
    sentences = {row["id"]: read_sentence(row["text"], row["lang"]) for row in rows}
    readings = {row["id"]: read_statement(row["text"], row["lang"]) for row in rows}
    plover = score_types(data)
    return {
        "claims with one key, of sentences": len(agreeing(rows, sentences)),
        "claims with one key, of statements": len(agreeing(rows, readings)),
        "related claims with one key, of sentences": related(rows, sentences),
        "opposite directions kept apart": float(len(apart(rows, sentences)) == 0),
        "PLOVER type F1": plover["type"]["F1"],
        "PLOVER type precision": plover["type"]["P"],
    }


def _read_rows(path: Path) -> Iterator[Row]:
    """Read the rows of the languages that have packs."""
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        if row["lang"] in LANGUAGES:
            yield row


def read_sentence(text: str, language: str) -> Event | None:
    """Read the event of a sentence taken whole as content."""
    view = Folded(text).text
    return find_event(view, [(0, len(view))], mentions=find_mentions(view, language=language), language=language)


def read_statement(text: str, language: str) -> Event | None:
    """Read a sentence as a report and return the event of its first statement that has one."""
    return next((statement.event for statement in _statements(text, language) if statement.event), None)


def _statements(text: str, language: str) -> tuple[Statement, ...]:
    return read(Report("bench", text), language=language).statements


def agreeing(rows: Iterable[Row], events: dict[str, Event | None]) -> list[str]:
    """Return the claims for which every language gives the same key, and not that of another signature."""
    keys: dict[str, set[str]] = defaultdict(set)
    signatures: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        event = events[row["id"]]
        key = core_key(event) if event and event.type != "OTHER" else row["id"]
        keys[row["claim"]].add(key)
        signatures[key].add(row["sig"])
    return [claim for claim, found in keys.items() if len(found) == 1 and not found & {row["id"] for row in rows}]


def related(rows: Iterable[Row], events: dict[str, Event | None]) -> float:
    """Return the share of denials and fulfilments that have the key of their claim, in the same language."""
    keys = {(row["claim"], row["lang"]): events[row["id"]] for row in rows}
    pairs = [
        (events[row["id"]], keys[other, row["lang"]])
        for row in rows
        for relation, other in row["relations"]
        if relation in _SAME
    ]
    return sum(a is not None and b is not None and core_key(a) == core_key(b) for a, b in pairs) / len(pairs)


def apart(rows: list[Row], events: dict[str, Event | None]) -> list[str]:
    """Return the sentences whose key is also that of a claim with the parties the other way round."""
    met = []
    for row in rows:
        for other in rows:
            is_reversed = (row["actor"], row["recipient"]) == (other["recipient"], other["actor"]) and row["recipient"]
            event, opposite = events[row["id"]], events[other["id"]]
            if is_reversed and not row["reciprocal"] and event and opposite and core_key(event) == core_key(opposite):
                met.append(row["id"])
    return met


def score_types(data: Path) -> Any:
    """Score PLOVER types with the data's scorer."""
    predictions = [{"id": row["id"], "events": list(_plover_events(row["text"]))} for row in _read_rows(data / PLOVER)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        path.write_text("\n".join(map(json.dumps, predictions)), encoding="utf8")
        command = [sys.executable, str(data / "events" / "score.py"), str(data / PLOVER), str(path), "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _plover_events(text: str) -> Iterator[Row]:
    """Read a sentence and lead its main event to PLOVER."""
    acts = tuple(statement.act for statement in _statements(text, "en"))
    view = Folded(text).text
    certainty = find_certainty(view, [(0, len(view))], language="en")
    event = read_sentence(text, "en")
    plover_type = to_plover(event, certainty, acts)
    if plover_type:
        actor, recipient = (event.actor, event.recipient) if event else (None, None)
        yield {"type": plover_type, "actor": _listed(actor), "recipient": _listed(recipient)}


def _listed(name: str | None) -> list[str]:
    return [name] if name else []


def main() -> None:
    """Print the figures and what fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    rows = list(_read_rows(data / PROBE))
    events = {row["id"]: read_sentence(row["text"], row["lang"]) for row in rows}
    good = agreeing(rows, events)
    for row in rows:
        event = events[row["id"]]
        print(row["claim"] in good, row["claim"], row["lang"], core_key(event) if event else None)
    print(json.dumps(scores(data), indent=1))


if __name__ == "__main__":
    main()
