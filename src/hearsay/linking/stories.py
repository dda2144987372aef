"""Stories: the reports of one happening, found by going through the reports in the order of publication (TDT topics).

Each report joins the running story whose reports it is most like, or begins one; then stories that grew alike are joined.
Within a language words and the neutral signature count, across languages the signature alone. A story that got no report
for some days is over. The order of publication is the ledger's own, so the order of arrival never matters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush, nlargest
from math import sqrt

from hearsay.linking.features import Features, days_apart
from hearsay.records import Copy, Story, digest

# A story without a report for so many days is over.
STORY_DAYS = 5
# How alike a report must be to join, and two stories to become one. Headlines share fewer words than whole reports.
JOIN_SHORT, JOIN_LONG = 0.10, 0.19
MERGE_SHORT, MERGE_LONG = 0.25, 0.5
JOIN_OTHER_LANGUAGE = 0.14
_SHORT, _LONG = 14, 40
# Of the likeness within a language, how much the words count and how much the signature.
_WORDS_SHARE = 0.8
# Words are compared by their beginnings: endings of cases and numbers would keep one story's reports apart.
_STEM = 5
# The weightiest keys by which a report or story is looked for, and how many of those found are compared.
_KEYS = 25
_COMPARED = 40
# What sounds alike is too weak within a language, where the words themselves are at hand.
_SOUND = "s"

Weights = Mapping[str, Mapping[str, float]]
Vector = dict[str, float]


class _Report:
    """One report as vectors of weighted words and parts, each of length 1, and the keys that it is looked for by."""

    def __init__(self, features: Features, word_weights: Weights, part_weights: Weights) -> None:
        self.features = features
        weights = part_weights.get(features.lang, {})
        self.words = _normed(_stems(features, word_weights.get(features.lang, {})))
        self.parts = _normed({part: weights.get(part, 1.0) for part in features.parts if part[0] != _SOUND})
        self.sounds = _normed({part: weights.get(part, 1.0) for part in features.parts})
        keys = [f"{features.lang}:{key}" for key in nlargest(_KEYS, self.words, self.words.__getitem__)]
        self.keys = (*keys, *nlargest(_KEYS, self.sounds, self.sounds.__getitem__))


def _stems(features: Features, weights: Mapping[str, float]) -> Vector:
    """Weigh the beginnings of a report's words: by how often they stand in it and how rare the word is."""
    stems: Counter[str] = Counter()
    rarity: Vector = {}
    for word, count in features.words.items():
        stems[word[:_STEM]] += count
        rarity[word[:_STEM]] = min(rarity.get(word[:_STEM], 99.0), weights.get(word, 1.0))
    return {stem: sqrt(count) * rarity[stem] for stem, count in stems.items()}


def _normed(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {key: weight / length for key, weight in vector.items()} if length else {}


class _Sum:
    """The sum of some vectors, with its length kept up to date."""

    def __init__(self) -> None:
        self.vector: Vector = {}
        self._square = 0.0

    def add(self, vector: Mapping[str, float]) -> None:
        """Add a vector."""
        for key, weight in vector.items():
            old = self.vector.get(key, 0.0)
            self.vector[key] = old + weight
            self._square += (old + weight) ** 2 - old**2

    def cosine(self, vector: Mapping[str, float], square: float = 1.0) -> float:
        """Give the cosine with a vector whose square length is given."""
        shorter, longer = sorted((vector, self.vector), key=len)
        dot = sum(weight * longer[key] for key, weight in shorter.items() if key in longer)
        return dot / sqrt(self._square * square) if self._square > 0 and square > 0 else 0.0

    def cosine_with(self, other: "_Sum") -> float:
        """Give the cosine with another sum."""
        return self.cosine(other.vector, other._square)


class _Running:
    """A story as it runs: the sums of its reports' vectors, words by language."""

    def __init__(self) -> None:
        self.reports: list[Features] = []
        self.words: dict[str, _Sum] = defaultdict(_Sum)
        self.parts, self.sounds = _Sum(), _Sum()
        self.keys: Counter[str] = Counter()

    @property
    def last_day(self) -> str | None:
        """Give the day of its latest report that has one."""
        return next((one.day for one in reversed(self.reports) if one.day), None)

    def add(self, report: _Report) -> None:
        """Add a report."""
        self.reports.append(report.features)
        self.words[report.features.lang].add(report.words)
        self.parts.add(report.parts)
        self.sounds.add(report.sounds)
        self.keys.update(report.keys)

    def take(self, other: "_Running") -> None:
        """Take all of another story in."""
        self.reports += other.reports
        for language, words in other.words.items():
            self.words[language].add(words.vector)
        self.parts.add(other.parts.vector)
        self.sounds.add(other.sounds.vector)
        self.keys.update(other.keys)

    @property
    def length(self) -> float:
        """Give the mean number of words of its reports."""
        return sum(len(one.words) for one in self.reports) / len(self.reports)


def _between(short: float, long: float, length: float) -> float:
    """Give a threshold between that of headlines and that of whole reports."""
    share = min(1.0, max(0.0, (length - _SHORT) / (_LONG - _SHORT)))
    return short + share * (long - short)


class _Telling:
    """The running stories with an index of their keys."""

    def __init__(self) -> None:
        self.running: dict[int, _Running] = {}
        self._index: dict[str, set[int]] = defaultdict(set)
        self._count = 0

    def tell(self, report: _Report) -> None:
        """Let a report join the story that it is most like, or begin one."""
        best = max(((self._excess(report, number), -number) for number in self._find(report.keys)), default=(-1.0, 0))
        number = -best[1] if best[0] >= 0 else self._begin()
        self.running[number].add(report)
        for key in report.keys:
            self._index[key].add(number)

    def _begin(self) -> int:
        self._count += 1
        self.running[self._count] = _Running()
        return self._count

    def _find(self, keys: Iterable[str]) -> list[int]:
        """Find the stories that share most keys."""
        shared = Counter(number for key in keys for number in self._index.get(key, ()))
        return [number for number, _ in nlargest(_COMPARED, shared.items(), key=lambda item: (item[1], -item[0]))]

    def _excess(self, report: _Report, number: int) -> float:
        """Give by how much a report is more like a story than it must be to join it, as a share of what it must be."""
        story = self.running[number]
        language = report.features.lang
        if language not in story.words:
            return story.sounds.cosine(report.sounds) / JOIN_OTHER_LANGUAGE - 1
        words = story.words[language].cosine(report.words)
        alike = _WORDS_SHARE * words + (1 - _WORDS_SHARE) * story.parts.cosine(report.parts)
        return alike / _between(JOIN_SHORT, JOIN_LONG, len(report.features.words)) - 1

    def close_before(self, day: str | None) -> Iterator[_Running]:
        """Close the stories that have been without a report for too long."""
        old = [n for n, story in self.running.items() if days_apart(story.last_day, day) > STORY_DAYS]
        if old:
            yield from self.close(old)

    def close(self, numbers: Iterable[int]) -> Iterator[_Running]:
        """Close stories, and give them, those that grew alike joined."""
        closing = set(numbers)
        _Merging(self.running, self._index, closing).merge()
        for number in sorted(closing & self.running.keys()):
            story = self.running.pop(number)
            for key in story.keys:
                self._index[key].discard(number)
            yield story


class _Merging:
    """The joining of stories that grew alike, the most alike first; a running one may take a closing one in."""

    def __init__(self, running: dict[int, _Running], index: Mapping[str, set[int]], closing: set[int]) -> None:
        self._running, self._index = running, index
        self._version: Counter[int] = Counter()
        self._heap = [pair for number in sorted(closing) for pair in self._pairs_of(number)]

    def merge(self) -> None:
        """Join as long as two are alike enough."""
        heapify(self._heap)
        while self._heap:
            _, one, other, *versions = heappop(self._heap)
            if [self._version[one], self._version[other]] != versions:
                continue
            self._running[one].take(self._running[other])
            for key in self._running[other].keys:
                self._index[key].add(one)
                self._index[key].discard(other)
            del self._running[other]
            self._version[one] += 1
            self._version[other] += 1
            for pair in self._pairs_of(one):
                heappush(self._heap, pair)

    def _pairs_of(self, number: int) -> Iterator[tuple[float, int, int, int, int]]:
        """Yield the stories that one is alike enough to, with how alike, best first when sorted."""
        story = self._running[number]
        keys = nlargest(2 * _KEYS, story.keys, lambda key: (story.keys[key], key))
        shared = Counter(rival for key in keys for rival in self._index.get(key, ()) if rival in self._running)
        for rival in nlargest(_COMPARED, shared, lambda rival: (shared[rival], -rival)):
            excess = self._excess(story, self._running[rival]) if rival != number else -1.0
            if excess >= 0:
                # The later story takes the earlier in, for it may still run.
                one, other = max(number, rival), min(number, rival)
                yield -excess, one, other, self._version[one], self._version[other]

    @staticmethod
    def _excess(one: _Running, other: _Running) -> float:
        """Give by how much two stories are more alike than they must be."""
        languages = one.words.keys() & other.words.keys()
        if not languages:
            return one.sounds.cosine_with(other.sounds) / MERGE_LONG - 1
        words = max(one.words[language].cosine_with(other.words[language]) for language in languages)
        alike = _WORDS_SHARE * words + (1 - _WORDS_SHARE) * one.parts.cosine_with(other.parts)
        return alike / _between(MERGE_SHORT, MERGE_LONG, min(one.length, other.length)) - 1


def find_stories(
    features: Iterable[Features], copies: Iterable[Copy], word_weights: Weights, part_weights: Weights
) -> tuple[Story, ...]:
    """Group reports, given by their time, into stories of two or more; copies share a story."""
    telling = _Telling()
    told: list[list[_Kept]] = []
    day = None
    for one in features:
        if one.day != day:
            told += [_keep(story) for story in telling.close_before(one.day)]
            day = one.day
        telling.tell(_Report(one, word_weights, part_weights))
    told += [_keep(story) for story in telling.close(list(telling.running))]
    return tuple(_make_story(members) for members in _join_copies(told, copies) if len(members) > 1)


_Kept = tuple[str, str, str, str | None, str]  # at, report, language, day, title


def _keep(story: _Running) -> list[_Kept]:
    """Keep of a closed story what its record needs."""
    return [(one.at, one.report, one.lang, one.day, one.title) for one in story.reports]


def _join_copies(told: list[list[_Kept]], copies: Iterable[Copy]) -> Iterator[list[_Kept]]:
    """Join the stories of a copy and of what it is a copy of."""
    home = {kept[1]: number for number, members in enumerate(told) for kept in members}
    groups = dict(enumerate(told))
    for copy in copies:
        one, other = home.get(copy.report), home.get(copy.of)
        if one is not None and other is not None and one != other:
            keep, drop = min(one, other), max(one, other)
            home |= {kept[1]: keep for kept in groups[drop]}
            groups[keep] = groups[keep] + groups.pop(drop)
    yield from groups.values()


def _make_story(members: list[_Kept]) -> Story:
    """Make the record of a story."""
    members = sorted(members, key=lambda kept: kept[:2])
    days = sorted(day for *_, day, _ in members if day)
    return Story(
        id=digest("story", members[0][1]),
        title=members[0][4],
        reports=tuple(report for _, report, *_ in members),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        languages=tuple(dict.fromkeys(language for _, _, language, *_ in members)),
    )
