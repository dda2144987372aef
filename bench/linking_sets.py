"""Linking scored on the sets beside the project: reprints, translations, stories, and claims with their relations."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

from hearsay.linking.claims import group_claims
from hearsay.linking.features import Features, make_features
from hearsay.linking.linking import _weigh_all
from hearsay.linking.reprints import _ONE_PASSAGE, Window, _extent, _find_candidates, _is_reprint
from hearsay.linking.sayings import make_saying
from hearsay.linking.signatures import count_parts, weigh
from hearsay.linking.stories import find_stories
from hearsay.linking.translations import find_translations
from hearsay.reading import read
from hearsay.records import Reading, Report
from hearsay.text.fingerprints import hash_shingles
from hearsay.text.folding import Folded

# With this share one passage is more than a quotation in another report.
_ONE_SHARE = 0.5
# What is said in answer to a request is a claim of its own; these two are about the same.
_TOGETHER = {"denies", "fulfils"}


@cache
def load_scorer(data: Path) -> ModuleType:
    """Load the scorer of story work from beside its data."""
    specification = spec_from_file_location("stories_score", data / "stories/score.py")
    if specification is None or specification.loader is None:
        raise FileNotFoundError(f"{data / 'stories/score.py'} cannot be loaded; see bench/README.md")
    module = module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def load_rows(path: Path) -> list[dict[str, Any]]:
    """Load JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def score_reprints(data: Path, language: str) -> dict[str, float]:
    """Score how well the share of shared words, as linking weighs it, tells reprints from the rest."""
    folder = data / "stories/reprints"
    window = Window(10**6)
    for row in load_rows(folder / f"{language}.docs.jsonl"):
        window.add(_bare_features(row["id"], language, row["text"]))
    candidates = {name: set(_find_candidates(hashes, window)) for name, hashes in window.shingles.items()}
    rows, linked = [], {}
    for pair in load_rows(folder / f"{language}.pairs.jsonl"):
        is_candidate = pair["b"] in candidates[pair["a"]]
        measured = (
            _measure_pair(window.shingles[pair["a"]], window.shingles[pair["b"]]) if is_candidate else (0.0, False)
        )
        rows.append((measured[0], pair["label"]))
        linked[pair["a"], pair["b"]] = measured[1]
    scorer = load_scorer(data)
    best = scorer.best_threshold(rows)
    gold = [(pair["a"], pair["b"], pair["label"]) for pair in load_rows(folder / f"{language}.pairs.jsonl")]
    shipped = scorer.pairs(gold, {pair for pair, is_linked in linked.items() if is_linked})
    positive = [pair for pair in gold if pair[2]]
    return {
        f"reprints {language} AP": best["ap"],
        f"reprints {language} recall at .99": best["rec_at_prec"][0.99],
        f"reprints {language} candidates": sum(b in candidates[a] for a, b, _ in positive) / len(positive),
        f"reprints {language} linked precision": shipped["p"],
        f"reprints {language} linked recall": shipped["r"],
    }


def _bare_features(name: str, language: str, text: str) -> Features:
    """Make features of a text that is not read: its fingerprints only."""
    hashes = hash_shingles(Folded(text).text)
    return Features(name, language, name, "", None, "", hashes.tobytes(), (), {})


def _measure_pair(one: Sequence[int], other: Sequence[int]) -> tuple[float, bool]:
    """Give the share of words that stand in both, held low for one quoted passage, and whether linking links it."""
    shared = set(one) & set(other)
    share = max(len(shared) / max(1, len(set(one))), len(shared) / max(1, len(set(other))))
    extent = max(_extent(one, shared), _extent(other, shared))
    is_quotation = extent <= _ONE_PASSAGE and share < _ONE_SHARE
    return share * (0.2 if is_quotation else 1.0), _is_reprint(share, extent, min(len(one), len(other)))


def score_translations(data: Path, stories: int) -> dict[str, float]:
    """Score the pairs linked as translations, among so many stories in seven languages."""
    rows = load_rows(data / "stories/ntrex/docs.jsonl")
    kept = set(sorted({row["cluster"] for row in rows})[:stories])
    rows = [row for row in rows if row["cluster"] in kept]
    features = [make_features(read_row(row, "2018-11-01")) for row in rows]
    cluster = {row["id"]: row["cluster"] for row in rows}
    by_language: dict[str, list[frozenset[str]]] = defaultdict(list)
    for one in features:
        by_language[one.lang].append(frozenset(one.parts))
    weights = {lang: weigh(count_parts(parts), len(parts)) for lang, parts in by_language.items()}
    copies = list(find_translations(features, weights))
    right = sum(cluster[copy.report] == cluster[copy.of] for copy in copies)
    pairs = combinations(features, 2)
    wanted = sum(a.lang != b.lang and cluster[a.report] == cluster[b.report] for a, b in pairs)
    return {"ntrex precision": right / max(1, len(copies)), "ntrex recall": right / max(1, wanted)}


def read_row(row: Mapping[str, Any], published: str) -> Reading:
    """Read a report of a set; some have nothing but a title."""
    stamp = row.get("date")
    report = Report(
        row["id"],
        row["text"] or row["title"],
        lang=row["lang"],
        title=row["title"],
        published=(stamp or published)[:10],
        published_at=stamp,
        outlet=row.get("outlet"),
    )
    return read(report, language=row["lang"])


def score_stories(data: Path, name: str, limit: int) -> dict[str, float]:
    """Score the stories as linking makes them, thresholds as shipped, on the clusters that no threshold was tuned on."""
    rows = load_rows(data / f"stories/{name}/docs.jsonl")
    kept = set(_second_half(rows, limit))
    rows = [row for row in rows if row["cluster"] in kept]
    features = [make_features(read_row(row, "2014-01-01")) for row in rows]
    features.sort(key=lambda one: (one.at, one.report))
    words, parts = _weigh_all(features)[:2]
    stories = find_stories(features, (), words, parts)
    found = {report: story.id for story in stories for report in story.reports}
    scores = load_scorer(data).clusters({row["id"]: row["cluster"] for row in rows}, found)
    return {f"{name} pairwise": scores["std_f1"], f"{name} BCubed": scores["bcubed_f1"]}


def _second_half(rows: Iterable[Mapping[str, Any]], limit: int) -> list[str]:
    """Give every other cluster, by name, of at most so many: the half that is for testing."""
    return sorted({str(row["cluster"]) for row in rows})[1::2][:limit]


def score_probe(data: Path) -> dict[str, float]:
    """Score the relations of the probe: what denies or fulfils is in one claim, what is reversed is not."""
    rows = load_rows(data / "events/signature_probe.jsonl")
    sayings, row_of = [], {}
    for row in rows:
        reading = read(Report(row["id"], row["text"], lang=row["lang"], published="2023-09-05"), language=row["lang"])
        for statement in reading.statements:
            sayings.append(make_saying(reading, statement))
            row_of[statement.id] = row["id"]
    claims, _ = group_claims(sayings)
    homes: dict[str, set[int]] = defaultdict(set)
    for number, claim in enumerate(claims):
        for saying in claim.sayings:
            homes[row_of[saying.id]].add(number)
    return _score_relations(rows, homes)


def _are_reversed(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two rows of the probe tell opposite directions of one type of event."""
    is_turned = (one["actor"], one["recipient"]) == (other["recipient"], other["actor"])
    return bool(is_turned and one["recipient"] and one["act"] == other["act"] and not one["reciprocal"])


def _are_apart(one: Mapping[str, Any], other: Mapping[str, Any], homes: Mapping[str, set[int]]) -> bool:
    return not homes.get(one["id"], set()) & homes.get(other["id"], set())


def _score_relations(rows: Sequence[Mapping[str, Any]], homes: Mapping[str, set[int]]) -> dict[str, float]:
    by_claim = {(row["claim"], row["lang"]): row["id"] for row in rows}
    right: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        for kind, other in row["relations"]:
            mates = homes.get(by_claim[other, row["lang"]], set())
            is_together = bool(homes.get(row["id"], set()) & mates)
            if kind in _TOGETHER:
                right[kind].append(is_together)
    right["reversed apart"] = [
        _are_apart(one, other, homes) for one, other in combinations(rows, 2) if _are_reversed(one, other)
    ]
    everything = [one for found in right.values() for one in found]
    scores = {f"probe {kind}": sum(found) / len(found) for kind, found in right.items()}
    return scores | {"probe relations": sum(everything) / len(everything)}
