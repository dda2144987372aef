"""Names across scripts: do the forms of one name get one entity, and only they? `python bench/names.py` prints the misses.

A form counts as known if the gazetteer of its language finds it whole; F1 is over pairs of forms: of one name and linked to
one entity.
"""

import argparse
import json
from itertools import combinations
from pathlib import Path

from bench.floors import DATA
from hearsay.packs.entities import find_names
from hearsay.packs.loading import list_languages
from hearsay.text.folding import Folded

NAMES = "entities/names.jsonl"
Form = tuple[int, str, str | None]  # name, spelling, entity


def link_forms(data: Path, languages: tuple[str, ...]) -> list[Form]:
    """Link every form in these languages to the one entity that the gazetteer finds for it, None where there is none."""
    forms: list[Form] = []
    for row in map(json.loads, (data / NAMES).read_text(encoding="utf8").splitlines()):
        for language in set(languages) & set(row["forms"]):
            forms += [(row["id"], spelling, link_form(spelling, language)) for spelling in row["forms"][language]]
    return forms


def link_form(spelling: str, language: str) -> str | None:
    """Link one form; a hit on a part of it, or on several entities, links nothing."""
    text = Folded(spelling).text
    hits = find_names(text, language)
    is_whole = len(hits) == 1 and hits[0].span == (0, len(text)) and len(hits[0].entities) == 1
    return hits[0].entities[0] if is_whole else None


def score_pairs(forms: list[Form]) -> dict[str, float]:
    """Score all pairs of forms: same name against same entity."""
    known = [form for form in forms if form[2] is not None]
    same = sum(one[0] == other[0] for one, other in combinations(forms, 2))
    linked = [(one, other) for one, other in combinations(known, 2) if one[2] == other[2]]
    right = sum(one[0] == other[0] for one, other in linked)
    precision, recall = right / max(1, len(linked)), right / max(1, same)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"known": len(known) / max(1, len(forms)), "precision": precision, "recall": recall, "f1": f1}


def scores(data: Path) -> dict[str, float]:
    """Return the figures that the gate keeps: English and Bengali, and all languages with a pack."""
    figures: dict[str, float] = {}
    for name, languages in (("bn+en", ("bn", "en")), ("all", list_languages())):
        figures |= {f"{name} {key}": round(value, 4) for key, value in score_pairs(link_forms(data, languages)).items()}
    return figures


def main() -> None:
    """Print the figures, and the forms that nothing was found for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    data = parser.parse_args().data
    for name, figure in scores(data).items():
        print(f"{name:20s} {figure:.3f}")
    print("not known:", ", ".join(spelling for _, spelling, entity in link_forms(data, ("bn", "en")) if entity is None))


if __name__ == "__main__":
    main()
