"""Stories: the reports of one happening (TDT topics), by words within a language and by what needs none across languages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from hearsay.linking.features import Features, days_apart
from hearsay.records import Copy, Story, digest

STORY_DAYS = 5
SAME_LANGUAGE = 0.34
OTHER_LANGUAGE = 0.3
_RAREST = 24

Weights = Mapping[str, Mapping[str, float]]


@dataclass
class _Grouping:
    """Reports joined into groups (union and find)."""

    home: dict[str, str] = field(default_factory=dict)

    def find(self, name: str) -> str:
        """Give the first report of the group that a report is in."""
        while self.home[name] != name:
            self.home[name] = self.home[self.home[name]]
            name = self.home[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Join two groups."""
        a, b = sorted((self.find(one), self.find(other)))
        self.home[b] = a


def find_stories(
    features: Iterable[Features], copies: Iterable[Copy], word_weights: Weights, part_weights: Weights
) -> tuple[Story, ...]:
    """Group reports, given by their time, into stories of two or more; copies share a story."""
    grouping, kept = _Grouping(), {}
    window: dict[str, Features] = {}
    vectors: dict[str, tuple[dict[str, float], dict[str, float]]] = {}
    index: dict[str, set[str]] = defaultdict(set)
    for one in features:
        grouping.home[one.report] = one.report
        kept[one.report] = (one.at, one.lang, one.title, one.day)
        for name in [name for name, other in window.items() if days_apart(other.day, one.day) > STORY_DAYS]:
            del window[name], vectors[name]
        words, parts = (
            _vector(one.words, word_weights.get(one.lang, {})),
            _weigh(one.parts, part_weights.get(one.lang, {})),
        )
        keys = [f"{one.lang}:{key}" for key in _rarest(words)] + _rarest(parts)
        for name in {name for key in keys for name in index[key] if name in window}:
            theirs = vectors[name]
            is_same = window[name].lang == one.lang
            alike = _cosine(words, theirs[0]) if is_same else _cosine(parts, theirs[1])
            if alike >= (SAME_LANGUAGE if is_same else OTHER_LANGUAGE):
                grouping.join(one.report, name)
        window[one.report], vectors[one.report] = one, (words, parts)
        for key in keys:
            index[key].add(one.report)
    for copy in copies:
        if copy.report in kept and copy.of in kept:
            grouping.join(copy.report, copy.of)
    return tuple(_make_stories(grouping, kept))


def _vector(words: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, float]:
    return {word: (1 + count**0.5) * weights.get(word, 1.0) for word, count in words.items()}


def _weigh(parts: Iterable[str], weights: Mapping[str, float]) -> dict[str, float]:
    return {part: weights.get(part, 1.0) for part in parts}


def _rarest(vector: Mapping[str, float]) -> list[str]:
    return sorted(vector, key=lambda key: (-vector[key], key))[:_RAREST]


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight * other[key] for key, weight in one.items() if key in other)
    lengths = sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return shared / lengths if lengths else 0.0


def _make_stories(grouping: _Grouping, kept: Mapping[str, Sequence[str | None]]) -> Iterator[Story]:
    """Make a story of each group of two or more."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in kept:
        groups[grouping.find(name)].append(name)
    for members in groups.values():
        if len(members) > 1:
            members.sort(key=lambda name: (kept[name][0] or "", name))
            days = sorted(day for name in members if (day := kept[name][3]))
            languages = tuple(dict.fromkeys(str(kept[name][1]) for name in members))
            yield Story(
                digest("story", members[0]),
                str(kept[members[0]][2]),
                tuple(members),
                days[0] if days else None,
                days[-1] if days else None,
                languages,
            )
