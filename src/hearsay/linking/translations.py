"""Translations: reports of which each is the other's nearest in its language, by what needs no language.

Numbers, times, entities and the sounds of names are weighed by how rare they are in each of the two languages. Mutual
nearest neighbours for each pair of languages are far surer than any one threshold.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hearsay.linking.features import Features, days_apart
from hearsay.linking.signatures import length_of
from hearsay.records import Copy, Relation

# Days that a translation comes after its original at most.
TRANSLATION_DAYS = 4
TRANSLATION = 0.1
_FEWEST_PARTS = 5
# Where no credit tells: parts that the two share at least, how many bytes of fingerprints each has (four a word), and how
# much longer than its original a translation may be.
_FEWEST_SHARED = 5
_SHORTEST = 4 * 40
_LONGER = 4.0
# What one language never had is as rare there as can be.
_UNSEEN = 3.0
# Parts by which a report is looked for: all would make all pairs.
_RAREST_PARTS = 60
# A part in more reports of the window than this tells nothing apart, and would make the cost grow with their square.
_MOST_WITH_PART = 60

Weights = Mapping[str, Mapping[str, float]]


def find_translations(features: Iterable[Features], weights: Weights) -> Iterator[Copy]:
    """Find the translations among reports given by their time; `weights` tell by language how rare each part is."""
    matching = _Matching(weights)
    for one in features:
        while matching.reports and days_apart(matching.oldest.day, one.day) > 2 * TRANSLATION_DAYS:
            yield from matching.close_oldest()
        matching.add(one)
    while matching.reports:
        yield from matching.close_oldest()


class _Matching:
    """The reports of the last days, and the nearest one of each in every other language so far."""

    def __init__(self, weights: Weights) -> None:
        self.reports: dict[str, Features] = {}
        self._parts: dict[str, frozenset[str]] = {}
        self._index: dict[str, set[str]] = defaultdict(set)
        self._lengths: dict[str, dict[int, float]] = defaultdict(dict)
        self._nearest: dict[str, dict[str, tuple[float, str]]] = {}
        self._weights = weights
        self._joint: dict[tuple[str, str], _Joint] = {}

    @property
    def oldest(self) -> Features:
        """Give the report that came first."""
        return next(iter(self.reports.values()))

    def add(self, one: Features) -> None:
        """Compare a report with those of the last days in other languages."""
        self.reports[one.report], self._nearest[one.report] = one, {}
        parts = frozenset(one.parts)
        self._parts[one.report] = parts
        if len(parts) < _FEWEST_PARTS:
            return
        rarest = self._find_rarest(one)
        known = [found for part in rarest if len(found := self._index[part]) <= _MOST_WITH_PART]
        for name in {rival for found in known for rival in found}:
            self._compare(one, self.reports[name])
        for part in rarest:
            self._index[part].add(one.report)

    def _find_rarest(self, one: Features) -> list[str]:
        """Find the parts by which a report is looked for: those that are rarest in its language."""
        weights = self._weights.get(one.lang, {})
        return sorted(one.parts, key=lambda part: (-weights.get(part, 0.0), part))[:_RAREST_PARTS]

    def _compare(self, one: Features, other: Features) -> None:
        """Note two reports as each other's nearest, if they are."""
        if one.lang == other.lang or days_apart(one.day, other.day) > TRANSLATION_DAYS:
            return
        weights = self._weigh(one.lang, other.lang)
        shared = sum(weights[part] ** 2 for part in self._parts[one.report] & self._parts[other.report])
        lengths = self._length(one.report, weights) * self._length(other.report, weights)
        score = shared / lengths if lengths else 0.0
        self._note(one, other, score)
        self._note(other, one, score)

    def _note(self, one: Features, other: Features, score: float) -> None:
        """Note a report as the nearest if it is nearer than the one before; of equals the first by name."""
        best = self._nearest[one.report].get(other.lang)
        if best is None or (score, best[1]) > (best[0], other.report):
            self._nearest[one.report][other.lang] = score, other.report

    def _length(self, report: str, weights: "_Joint") -> float:
        """Give the length of a report's signature by the weights of two languages, measured once for each other language."""
        known = self._lengths[report]
        if id(weights) not in known:
            known[id(weights)] = length_of(self._parts[report], weights)
        return known[id(weights)]

    def _weigh(self, one: str, other: str) -> "_Joint":
        """Give the weights of two languages together."""
        pair = min(one, other), max(one, other)
        if pair not in self._joint:
            self._joint[pair] = _Joint(self._weights.get(pair[0], {}), self._weights.get(pair[1], {}))
        return self._joint[pair]

    def close_oldest(self) -> Iterator[Copy]:
        """Drop the oldest report, all of whose neighbours have come by now, and give its translations."""
        one = self.reports.pop(next(iter(self.reports)))
        self._lengths.pop(one.report, None)
        for part in self._parts.pop(one.report):
            self._index[part].discard(one.report)
            if not self._index[part]:
                del self._index[part]
        for score, name in self._nearest.pop(one.report).values():
            other = self.reports.get(name)
            back = self._nearest[name].get(one.lang) if other else None
            is_mutual = back is not None and back[1] == one.report
            if other and is_mutual and score >= TRANSLATION and _tell_the_same(one, other):
                yield _make_copy(one, other, score)


def _tell_the_same(one: Features, other: Features) -> bool:
    """Tell whether two reports can be one text: one credits the other, or both are long enough to tell, and of like length.

    Independent reports of one happening are each other's nearest too where there is no translation; of short ones only a
    credit tells.
    """
    if other.outlet in one.credits or one.outlet in other.credits:
        return True
    shorter, longer = sorted((len(one.shingles), len(other.shingles)))
    shared = set(one.parts) & set(other.parts)
    return len(shared) >= _FEWEST_SHARED and shorter >= _SHORTEST and longer <= _LONGER * shorter


def _make_copy(earlier: Features, later: Features, score: float) -> Copy:
    """Make the copy of a translation: of the earlier report, unless that one credits the later one."""
    if later.outlet in earlier.credits and earlier.outlet not in later.credits:
        earlier, later = later, earlier
    shared = sorted(part[2:] for part in set(earlier.parts) & set(later.parts) if part[0] in "nt")
    reasons = (f"each is the other's nearest in its language; shared: {', '.join(shared[:12]) or 'names'}",)
    return Copy(later.report, earlier.report, Relation.TRANSLATION, round(score, 3), reasons)


class _Joint(dict[str, float]):
    """The weights of two languages together: a part is as rare as where it is more frequent."""

    def __init__(self, one: Mapping[str, float], other: Mapping[str, float]) -> None:
        super().__init__()
        self._one, self._other = one, other

    def __missing__(self, part: str) -> float:
        # Not kept: with the names of a year, two dozen pairs of languages would fill gigabytes.
        return min(self._one.get(part, _UNSEEN), self._other.get(part, _UNSEEN))
