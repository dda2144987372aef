"""Measure mentions: names in Bengali news (strict and relaxed F1) and persons and bodies in English news, with speed.

"linked" asks of the same stories in English and Spanish which names are one, by entity and, where no list knows them, by sound.

Usage: python bench/mentions.py DATA, where DATA is the folder of evaluation data (measuring only).
"""

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hearsay.reading.coreference import resolve
from hearsay.reading.mentions import find_mentions
from hearsay.records import Mention, MentionKind, Span
from hearsay.text.folding import Folded
from hearsay.text.name_matching import SAME_NAME, compare_names

_TYPES = {
    MentionKind.PERSON: "PER",
    MentionKind.ORGANISATION: "ORG",
    MentionKind.OUTLET: "ORG",
    MentionKind.AGENCY: "ORG",
    MentionKind.GROUP: "ORG",
    MentionKind.PLACE: "LOC",
    MentionKind.GOVERNMENT: "LOC",  # gold types the name, not what it stands for
}
_PRONOUNS = ("he", "she")
Typed = tuple[Span, str]


def read_lines(file: Path) -> list[dict[str, Any]]:
    """Read a file of JSON Lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf8").splitlines()]


def find_typed(text: str, language: str) -> tuple[list[Typed], tuple[Mention, ...]]:
    """Find the mentions of a text with the types of the gold sets, in offsets of the original."""
    folded = Folded(text)
    mentions = find_mentions(folded.text, language=language)
    return [(folded.span(m.span), _TYPES[m.kind]) for m in mentions if m.kind in _TYPES], mentions


def f1(right: int, found: int, gold: int) -> float:
    """Compute F1 of counts."""
    return 2 * right / (found + gold) if found + gold else 1.0


def count_overlaps(gold: Iterable[Typed], found: Iterable[Typed]) -> int:
    """Count gold names that a name of the same type overlaps, one to one."""
    rest = list(found)
    right = 0
    for (start, end), kind in gold:
        hit = next((name for name in rest if name[1] == kind and name[0][0] < end and start < name[0][1]), None)
        if hit is not None:
            rest.remove(hit)
            right += 1
    return right


def score_bengali(lines: list[dict[str, Any]], name: str) -> dict[str, float]:
    """Score names in Bengali sentences, by type."""
    counts = {kind: [0, 0, 0, 0] for kind in ("PER", "ORG", "LOC")}
    for line in lines:
        found, _ = find_typed(line["text"], "bn")
        gold = [((e["span"][0], e["span"][1]), e["type"]) for e in line["entities"]]
        for kind, row in counts.items():
            mine, theirs = [n for n in found if n[1] == kind], [n for n in gold if n[1] == kind]
            row[0] += len(set(mine) & set(theirs))
            row[1] += count_overlaps(theirs, mine)
            row[2] += len(mine)
            row[3] += len(theirs)
    return _rates(name, counts)


def merge_repeated(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Join the lines that bear the same sentence: the gold set repeats some, and each marks other names of it."""
    merged: dict[str, dict[str, Any]] = {}
    for line in lines:
        entities = merged.setdefault(line["text"], {"text": line["text"], "entities": []})["entities"]
        entities += [entity for entity in line["entities"] if entity not in entities]
    return list(merged.values())


def _rates(name: str, counts: dict[str, list[int]]) -> dict[str, float]:
    """Turn counts by type into F1 figures."""
    scores = {}
    for kind, (strict, relaxed, found, gold) in counts.items():
        scores[f"{name}.{kind}.strict"] = f1(strict, found, gold)
        scores[f"{name}.{kind}.relaxed"] = f1(relaxed, found, gold)
    total = [sum(row[k] for row in counts.values()) for k in range(4)]
    scores[f"{name}.all.strict"] = f1(total[0], total[2], total[3])
    scores[f"{name}.all.relaxed"] = f1(total[1], total[2], total[3])
    return scores


def _is_name(text: str, entity: dict[str, Any]) -> bool:
    """Tell whether a gold mention is a name and not a phrase around one or a pronoun."""
    words = text[slice(*entity["span"])].split()
    return (
        entity["named"] and len(words) <= 5 and all(w[0].isupper() or w in ("of", "and", "the", "for") for w in words)
    )


def score_english(file: Path) -> dict[str, float]:
    """Score persons, bodies and places in English news, and how far pronouns are led back right."""
    counts = {kind: [0, 0, 0, 0] for kind in ("PER", "ORG", "LOC")}
    right = led = asked = 0
    for line in read_lines(file):
        text = line["text"]
        found, mentions = find_typed(text, "en")
        gold = {((e["span"][0], e["span"][1]), e["type"]) for e in line["entities"] if _is_name(text, e)}
        whole = {span for span, _ in gold}
        outer = {g for g in gold if not any(s != g[0] and s[0] <= g[0][0] and g[0][1] <= s[1] for s in whole)}
        for kind, row in counts.items():
            mine, theirs = [n for n in found if n[1] == kind], [n for n in outer if n[1] == kind]
            row[0] += len(set(mine) & set(theirs))
            row[1] += count_overlaps(theirs, mine)
            row[2] += len(mine)
            row[3] += len(theirs)
        one, two, three = _count_pronouns(text, mentions, line["entities"])
        right, led, asked = right + one, led + two, asked + three
    pronouns = {"en.pronoun.precision": right / max(led, 1), "en.pronoun.recall": right / max(asked, 1)}
    return {**_rates("en", counts), **pronouns}


def _count_pronouns(text: str, mentions: tuple[Mention, ...], entities: list[dict[str, Any]]) -> tuple[int, int, int]:
    """Count pronouns led back right, led back at all, and all of them."""
    right = led = asked = 0
    for entity in entities:
        if entity["type"] != "PER" or text[slice(*entity["span"])].lower() not in _PRONOUNS:
            continue
        asked += 1
        found = resolve(text, tuple(entity["span"]), mentions, language="en")
        if found is not None:
            led += 1
            same = [e["span"] for e in entities if e["iid"] == entity["iid"]]
            right += any(start <= found.span[0] and found.span[1] <= end for start, end in same)
    return right, led, asked


def score_linked(english: Path, spanish: Path) -> dict[str, float]:
    """Score which entities of a story are taken for one across two languages, among those named in the gold set."""
    rows = {line["doc"]: line for line in read_lines(spanish)}
    right = linked = asked = 0
    for line in read_lines(english):
        one, other = find_entities(line, "en"), find_entities(rows[line["doc"]], "es")
        pairs = {(a, b) for a in one for b in other if any(is_one(m, n) for m in one[a] for n in other[b])}
        asked += len(one.keys() & other.keys())
        linked += len(pairs)
        right += sum(a == b for a, b in pairs)
    return {"linked.precision": right / max(linked, 1), "linked.f1": f1(right, linked, asked)}


def find_entities(line: dict[str, Any], language: str) -> dict[str, list[Mention]]:
    """Find, for each named entity of the gold set, the mentions that overlap its names most; names around names left out."""
    folded = Folded(line["text"])
    mentions = [(folded.span(m.span), m) for m in find_mentions(folded.text, language=language)]
    found: dict[str, list[Mention]] = {}
    for entity in line["entities"]:
        start, end = entity["span"]
        inner = any(
            start <= e["span"][0] and e["span"][1] <= end for e in line["entities"] if e["iid"] != entity["iid"]
        )
        if entity["named"] and entity["type"] in ("PER", "ORG", "LOC") and not inner:
            over = [(min(end, b) - max(start, a), -b + a, m) for (a, b), m in mentions if a < end and start < b]
            found.setdefault(entity["iid"], []).extend([max(over, key=lambda row: row[:2])[2]] if over else [])
    return found


def is_one(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions are taken for one: by their entities where both have one, else by their names."""
    if one.entity and other.entity:
        return one.entity == other.entity
    return compare_names(one.name, other.name, kinds=(one.kind, other.kind)) >= SAME_NAME


def measure_speed(texts: list[str], language: str) -> float:
    """Measure megabytes a second of finding mentions, the compiled tables warm."""
    find_mentions(texts[0], language=language)
    begin = time.perf_counter()
    for text in texts:
        find_mentions(text, language=language)
    return sum(len(text.encode()) for text in texts) / (time.perf_counter() - begin) / 1e6


def find_files(data: Path) -> tuple[Path, Path]:
    """Return the Bengali and the English file."""
    return data / "entities" / "ner_bn_banglakit.jsonl", data / "entities" / "el_en_meantime.jsonl"


def scores(data: Path) -> dict[str, float]:
    """Compute every figure that is the same on every machine."""
    bengali, english = find_files(data)
    spanish = english.with_name("el_es_meantime.jsonl")
    lines = read_lines(bengali)
    merged = score_bengali(merge_repeated(lines), "bn.merged")
    return {**score_bengali(lines, "bn"), **merged, **score_english(english), **score_linked(english, spanish)}


def speeds(data: Path) -> dict[str, float]:
    """Measure megabytes a second in both languages."""
    bengali, english = find_files(data)
    return {
        "bn.speed": measure_speed([line["text"] for line in read_lines(bengali)], "bn"),
        "en.speed": measure_speed([line["text"] for line in read_lines(english)], "en"),
    }


def main() -> None:
    """Print the table."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data = Path(sys.argv[1])
    for name, score in {**scores(data), **speeds(data)}.items():
        print(f"{name:24} {score:6.3f}")


if __name__ == "__main__":
    main()
