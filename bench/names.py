"""Names across scripts: do the forms of one name meet, and only they? `python -m bench.names` prints the misses.

A form counts as known if the gazetteer of its language finds it whole; F1 is over pairs of forms: of one name and linked to
one entity. Names that no list knows are compared by sound: "by sound" leaves the lists out, "met" asks them first. Best F1 is
at the best threshold, F1 at the project's own; top-1 asks which English name a form of each language comes nearest to.
"""

import argparse
import json
from itertools import combinations
from pathlib import Path

from bench.floors import DATA
from hearsay.packs.entities import find_names
from hearsay.packs.loading import list_languages
from hearsay.text.folding import Folded
from hearsay.text.name_matching import SAME_NAME, compare_names

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


def compare_forms(one: Form, other: Form) -> float:
    """Compare two forms by their entities where both have one, else by sound."""
    if one[2] is not None and other[2] is not None:
        return float(one[2] == other[2])
    return compare_names(one[1], other[1])


def score_meeting(forms: list[Form]) -> dict[str, float]:
    """Score all pairs of differently spelt forms at every threshold, and at the project's own."""
    different = list({form[:2]: form for form in forms}.values())
    pairs = [(compare_forms(one, other), one[0] == other[0]) for one, other in combinations(different, 2)]
    pairs.sort(reverse=True)
    same = sum(is_same for _, is_same in pairs)
    best = right = 0.0
    for count, (_, is_same) in enumerate(pairs, 1):
        right += is_same
        best = max(best, 2 * right / (count + same))
    linked = [is_same for score, is_same in pairs if score >= SAME_NAME]
    return {"best f1": best, "f1": 2 * sum(linked) / max(1, len(linked) + same)}


def score_nearest(forms: dict[str, list[Form]]) -> dict[str, float]:
    """Score, for each language, how many of its forms come nearest to their own English name."""
    figures = {}
    for language, asked in forms.items():
        near = [max(forms["en"], key=lambda name, form=form: compare_forms(form, name)) for form in asked]  # type: ignore[misc]
        figures[language] = sum(form[0] == name[0] for form, name in zip(asked, near, strict=True)) / max(1, len(asked))
    return {language: figure for language, figure in figures.items() if language != "en"}


def score_by_sound(data: Path) -> dict[str, float]:
    """Score how names meet, with the lists asked first and without them; of the languages the mean and the worst."""
    languages = tuple(sorted(list_languages()))
    by_language = {language: link_forms(data, (language,)) for language in languages}
    listed = {language: forms for language, forms in by_language.items() if forms}
    heard: dict[str, list[Form]] = {
        language: [(name, spelling, None) for name, spelling, _ in forms] for language, forms in listed.items()
    }
    figures: dict[str, float] = {}
    for way, forms in (("met", listed), ("by sound", heard)):
        figures |= {f"{way} {key}": value for key, value in score_meeting(sum(forms.values(), [])).items()}
        nearest = score_nearest(forms)
        figures |= {f"{way} top-1": sum(nearest.values()) / len(nearest), f"{way} top-1 worst": min(nearest.values())}
    return figures


def scores(data: Path) -> dict[str, float]:
    """Return the figures that the gate keeps: English and Bengali, and all languages with a pack."""
    figures: dict[str, float] = {}
    for name, languages in (("bn+en", ("bn", "en")), ("all", list_languages())):
        figures |= {f"{name} {key}": round(value, 4) for key, value in score_pairs(link_forms(data, languages)).items()}
    return figures | {name: round(value, 4) for name, value in score_by_sound(data).items()}


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
