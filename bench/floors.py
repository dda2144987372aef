"""Floors: the scores once reached, committed beside the benches; they only rise (a ratchet).

Every score is better when it is higher. A task's SLACK holds the share of a score that a busy machine may cost (speed),
by measure; those floors are kept that much below what was measured.
"""

import json
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parents[2] / "shared" / "data"  # beside the project, never in it
FLOORS = Path(__file__).with_name("floors.json")

# Scores are rounded to four places by the scorers; a fall smaller than this is rounding.
_ROUNDING = 0.00006


@dataclass(frozen=True)
class Measure:
    """One score beside its floor; `floor` is None where none was committed, `slack` the share that noise may cost."""

    task: str
    name: str
    score: float
    floor: float | None = None
    slack: float = 0.0

    @property
    def is_fallen(self) -> bool:
        """Tell whether the score is below its floor."""
        return self.floor is not None and self.score < self.floor - _ROUNDING


def compare_scores(
    task: str, scores: dict[str, float], floors: dict[str, float], *, slack: dict[str, float] | None = None
) -> list[Measure]:
    """Put scores beside their floors; a floor without a score counts as fallen, for dropping a measure hides a fall."""
    slack = slack or {}
    dropped = {name: 0.0 for name in floors if name not in scores}
    return [
        Measure(task, name, score, floors.get(name), slack.get(name, 0.0)) for name, score in (scores | dropped).items()
    ]


def raise_floors(floors: dict[str, dict[str, float]], measures: list[Measure]) -> dict[str, dict[str, float]]:
    """Raise each floor to what was reached, less the slack; none is lowered.

    >>> raise_floors({"a": {"x": 0.5, "y": 0.5}}, [Measure("a", "x", 0.6), Measure("a", "y", 0.4)])
    {'a': {'x': 0.6, 'y': 0.5}}
    """
    raised = {task: dict(named) for task, named in floors.items()}
    for measure in measures:
        named = raised.setdefault(measure.task, {})
        reached = round(measure.score * (1 - measure.slack), 4)
        named[measure.name] = max(reached, named.get(measure.name, reached))
    return raised


def load_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Load the committed floors; without a file there are none."""
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf8")) if path.exists() else {}
    return floors


def save_floors(floors: dict[str, dict[str, float]], path: Path = FLOORS) -> None:
    """Write the floors, sorted, so that a review shows what rose."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf8")
