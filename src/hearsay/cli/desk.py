"""The desk: takes what a run of gathering brings, stores it in order, and counts it by source and in all.

What comes together is stored together, and told as stored only then. A milestone is stored only when everything before
it of its source is: whatever is missing is met again by the next run.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from hearsay.cli.gathered import Gathered
from hearsay.gather.arrivals import Arrival, Expected, Milestone, Planned
from hearsay.gather.refusals import PASSING
from hearsay.ledger import Ledger
from hearsay.records import Reading, Refusal

Item = Arrival | Expected | Milestone | Planned
# Pages stored at once at most: what is not stored yet is not told as stored, and fetched again if the run is killed.
_TOGETHER = 32


class Kind(StrEnum):
    """What came of a page."""

    NEW = "new"
    VERSION = "version"
    KNOWN = "known"
    UNCHANGED = "unchanged"
    OLDER = "older"
    LEFT = "left"
    REFUSED = "refused"
    PLANNED = "planned"


class Watcher(Protocol):
    """Whoever wants to see what happens: a progress bar, lines of JSON."""

    def expect(self, source: str, count: int) -> None:
        """Learn how many pages a source has."""

    def see(self, source: str, kind: Kind, count: int) -> None:
        """See that some pages came to that."""

    def tell(self, gathered: Gathered, kind: Kind) -> None:
        """See one page with what came of it."""

    def plan(self, planned: Planned) -> None:
        """See what would be fetched."""

    def end(self, source: str) -> None:
        """See that a source is done."""


class Desk:
    """Stores and counts what comes."""

    def __init__(self, ledger: Ledger | None, watcher: Watcher) -> None:
        """Take where to store, nowhere in a dry run, and who watches."""
        self.counts: dict[str, Counter[Kind]] = defaultdict(Counter)
        self.refusals: list[Refusal] = []
        self._ledger = ledger
        self._watcher = watcher
        self._pending: Counter[str] = Counter()
        self._held: dict[str, list[Milestone]] = defaultdict(list)
        self._incomplete: set[str] = set()
        self._taken: list[Gathered] = []

    @property
    def totals(self) -> Counter[Kind]:
        """Count all sources together."""
        return sum(self.counts.values(), Counter())

    def sort(self, items: Iterable[Item]) -> Iterator[Arrival]:
        """Pass on what is to be read, and deal with the rest."""
        for item in self._stored_before(items):
            match item:
                case Arrival():
                    self._pending[item.source] += 1
                    yield item
                case Expected():
                    self._watcher.expect(item.source, item.count)
                case Planned():
                    self._count(item.source, Kind.PLANNED)
                    self._watcher.plan(item)
                case Milestone():
                    self._held[item.source].append(item)
                    self._settle(item.source)

    def _stored_before(self, items: Iterable[Item]) -> Iterator[Item]:
        """Store what was taken before waiting for anything new, which may take long."""
        iterator = iter(items)
        while True:
            self.store()
            try:
                item = next(iterator)
            except StopIteration:
                return
            yield item

    def take(self, gathered: Gathered) -> None:
        """Take one page; it is stored with those that come with it, at the latest when something new is waited for."""
        self._taken.append(gathered)
        if len(self._taken) >= _TOGETHER:
            self.store()

    def store(self) -> None:
        """Store the pages taken, each with its visit, all at once; then, and not before, tell, count and settle them."""
        taken, self._taken = self._taken, []
        if not taken:
            return
        with self._ledger.together() if self._ledger else nullcontext():
            kinds = [self._store(gathered) for gathered in taken]
        for gathered, kind in zip(taken, kinds, strict=True):
            self._count(gathered.source, kind)
            self._watcher.tell(gathered, kind)
            self._pending[gathered.source] -= 1
            self._settle(gathered.source)

    def _store(self, gathered: Gathered) -> Kind:
        """Store one page, and tell what it was."""
        outcome = gathered.outcome
        if outcome is None:
            self._incomplete.add(gathered.source)
            return Kind.OLDER
        if isinstance(outcome, Refusal):
            self._refuse(gathered, outcome)
            return Kind.REFUSED
        return self._add(gathered, outcome)

    def _add(self, gathered: Gathered, reading: Reading) -> Kind:
        """Store a reading."""
        if self._ledger is None:
            return Kind.NEW
        added = [self._ledger.add(further) for further in gathered.further]
        is_any_new = any(added)
        if gathered.visit is None:
            return Kind.NEW if self._ledger.add(reading) or is_any_new else Kind.KNOWN
        came = Kind(self._ledger.add_visited(reading, gathered.visit, where=gathered.where).value)
        return Kind.NEW if came is Kind.KNOWN and is_any_new else came

    def _refuse(self, gathered: Gathered, refusal: Refusal) -> None:
        """Store a refusal; the visit is remembered only if the same would be met again."""
        self.refusals.append(refusal)
        is_passing = refusal.reason in PASSING
        if is_passing:
            self._incomplete.add(gathered.source)
        if self._ledger and gathered.visit and not is_passing:
            self._ledger.refuse_visited(refusal, gathered.visit)
        elif self._ledger:
            self._ledger.refuse(refusal, _now())

    def _settle(self, source: str) -> None:
        """Deal with the milestones of a source behind which nothing is missing."""
        if self._pending[source]:
            return
        for milestone in self._held.pop(source, ()):
            self._count(source, Kind.UNCHANGED, milestone.unchanged)
            self._count(source, Kind.OLDER, milestone.older)
            self._count(source, Kind.LEFT, milestone.left)
            self._remember(milestone)
            if milestone.is_end:
                self._watcher.end(source)

    def _remember(self, milestone: Milestone) -> None:
        """Store what a milestone brings."""
        if self._ledger is None:
            return
        if milestone.visit and milestone.source not in self._incomplete:
            self._ledger.visits.put(milestone.visit)
            self._ledger.visits.settle(milestone.source)
        for origin, rules in milestone.robots:
            self._ledger.visits.put_robots(origin, rules, fetched=_now())

    def _count(self, source: str, kind: Kind, count: int = 1) -> None:
        """Count, and show it to whoever watches."""
        if count:
            self.counts[source][kind] += count
            self._watcher.see(source, kind, count)


def _now() -> str:
    """Tell the time, with its zone."""
    return datetime.now(UTC).isoformat(timespec="seconds")
