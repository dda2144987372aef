"""Reprints and updates: reports whose words stand in another report (text reuse).

Candidates share two prints of a winnowing index inside a moving window of days; the share of one's word sequences that
stands in the other decides. One shared passage of a sentence or two is a quotation, not a reprint.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hearsay.linking.features import Features, days_apart, shingles_of
from hearsay.records import Copy, Relation
from hearsay.text.fingerprints import winnow

# Days that a reprint comes after its original at most.
REPRINT_DAYS = 14
_FEWEST_PRINTS = 2
# A print in more reports of the window than this is a phrase of everybody's.
_MOST_WITH_PRINT = 60
# Shared words that all stand within so many are one quoted passage, however much of a short report it is.
_ONE_PASSAGE = 45
REPRINT = 0.3
# Reports of one sentence or two say the same in the same words without being copies, unless nearly all words agree.
_SHORT = 60
SHORT_REPRINT = 0.9


@dataclass
class Window:
    """The reports of the last days with an index of their prints."""

    days: int
    reports: dict[str, Features] = field(default_factory=dict)
    shingles: dict[str, "array[int]"] = field(default_factory=dict)
    index: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    places: dict[str, int] = field(default_factory=dict)  # where each report stands in the order in which they came
    added: int = 0

    def add(self, features: Features) -> None:
        """Add a report, and drop those that are too old by now."""
        hashes = shingles_of(features)
        self.reports[features.report], self.shingles[features.report] = features, hashes
        self.places[features.report] = self.added = self.added + 1
        for one in winnow(hashes):
            self.index[one].append(features.report)

    def drop_before(self, day: str | None) -> None:
        """Drop the reports that are more than the window's days older."""
        old = [name for name, one in self.reports.items() if days_apart(one.day, day) > self.days]
        for name in old:
            for one in winnow(self.shingles.pop(name)):
                left = [other for other in self.index[one] if other != name]
                if left:
                    self.index[one] = left
                else:
                    del self.index[one]
            del self.reports[name], self.places[name]


def find_reprints(features: Iterable[Features]) -> Iterator[Copy]:
    """Find the reprints and updates among reports given by their time, each with its best original."""
    window = Window(REPRINT_DAYS)
    day = None
    for one in features:
        if one.day != day:
            window.drop_before(day := one.day)
        if copy := _find_original(one, window):
            yield copy
        window.add(one)


def _find_original(one: Features, window: Window) -> Copy | None:
    """Find the earlier report that another is a copy of: the one that holds most of it, of equals the earliest."""
    hashes = shingles_of(one)
    found = [_compare(one, hashes, window.reports[name], window) for name in _find_candidates(hashes, window)]
    copies = [copy for copy in found if copy]
    return max(copies, key=lambda copy: (round(copy.score, 1), _is_credited(copy, one, window)), default=None)


def _is_credited(copy: Copy, one: Features, window: Window) -> bool:
    """Tell whether a report credits the outlet of the one that it would be a copy of; it may be the original itself."""
    original = window.reports.get(copy.of)
    return original is not None and original.outlet in one.credits


def _find_candidates(hashes: "array[int]", window: Window) -> Sequence[str]:
    """Find the reports that share two prints, in the order in which they came."""
    counts: Counter[str] = Counter()
    for one in winnow(hashes):
        names = window.index.get(one, ())
        if len(names) <= _MOST_WITH_PRINT:
            counts.update(names)
    fewest = min(_FEWEST_PRINTS, len(winnow(hashes)))
    return sorted((name for name, count in counts.items() if count >= fewest), key=window.places.__getitem__)


def _compare(one: Features, hashes: "array[int]", other: Features, window: Window) -> Copy | None:
    """Compare a report with an earlier one; None if it is no copy of it."""
    theirs = window.shingles[other.report]
    shared = set(hashes) & set(theirs)
    if not shared or not hashes:
        return None
    share = max(len(shared) / len(set(hashes)), len(shared) / len(set(theirs)))
    extent = max(_extent(hashes, shared), _extent(theirs, shared))
    if not _is_reprint(share, extent, min(len(hashes), len(theirs))):
        return None
    longest = _longest_run(hashes, shared)
    reasons = (f"{share:.0%} of the words stand in both", f"the longest shared passage has {longest} words")
    if one.outlet == other.outlet:
        return Copy(one.report, other.report, Relation.UPDATE, round(share, 3), reasons)
    derived, original, reason = _direct(one, other, is_longer=len(hashes) > len(theirs))
    return Copy(derived.report, original.report, Relation.REPRINT, round(share, 3), (*reasons, reason))


def _direct(later: Features, earlier: Features, *, is_longer: bool) -> tuple[Features, Features, str]:
    """Tell which of two is the copy: by credit, then by time, then the one that stands in the other."""
    if later.outlet in earlier.credits and earlier.outlet not in later.credits:
        return earlier, later, "it credits the other, whatever the clock says"
    if later.at == earlier.at and is_longer:
        return earlier, later, "both came at one time; it stands in the other"
    return later, earlier, "it came later" if later.at != earlier.at else "both came at one time"


def _is_reprint(share: float, extent: int, length: int) -> bool:
    """Tell whether so large a share makes a reprint."""
    if length <= _SHORT:
        return share >= SHORT_REPRINT
    return share >= REPRINT and (extent > _ONE_PASSAGE or share >= 2 * REPRINT)


def _extent(hashes: Sequence[int], shared: set[int]) -> int:
    """Count the words from the first to the last that is shared."""
    places = [place for place, one in enumerate(hashes) if one in shared]
    return places[-1] - places[0] + 5 if places else 0


def _longest_run(hashes: Sequence[int], shared: set[int]) -> int:
    """Count the words of the longest passage whose word sequences are all shared."""
    longest = run = 0
    for one in hashes:
        run = run + 1 if one in shared else 0
        longest = max(longest, run)
    return longest + 4 if longest else 0
