"""The whole of linking: features of every report, copies, stories, claims and origins, put into the ledger at once.

The result depends on what the ledger holds and never on the order in which it came. What a report is like is kept beside
it, so that a further linking works on what is new; where nothing is new nothing is done.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from hearsay.engines import split_batches
from hearsay.ledger import Ledger
from hearsay.ledger.links import Found
from hearsay.linking.features import Features, make_features
from hearsay.linking.judgements import Judgements
from hearsay.linking.reprints import find_reprints
from hearsay.linking.signatures import weigh
from hearsay.linking.stories import find_stories
from hearsay.linking.story_claims import Ground, make_claims
from hearsay.linking.testimony import Newsrooms
from hearsay.linking.translations import find_translations
from hearsay.records import Claim, Copy, Judgement, Match, Reading, Record, Relation, Story

Item = TypeVar("Item")
# What wraps a stretch of work to show its progress: items and what they are.
Watch = Callable[[Iterable[Any], str], Iterable[Any]]
_Group = tuple[str | None, Sequence[str]]  # a story's id, if it is one, and reports
_BATCH = 64
# Raised when linking comes to other results: what an older one linked is then linked anew.
_FORM = 1
# A translation this alike carries its original's sources with it; others are shown, but prove no dependence.
_SURE_TRANSLATION = 0.3


class Summary(Record, frozen=True):
    """What one linking found; nothing new where the ledger was linked as it is already."""

    is_new: bool
    reports: int
    copies: int
    stories: int
    claims: int
    possible: int


def _watch_nothing(items: Iterable[Item], _what: str) -> Iterable[Item]:
    return items


def link(ledger: Ledger, watch: Watch = _watch_nothing, *, again: bool = False) -> Summary:
    """Link a ledger; `again` links it even if nothing is new, and looks at every report anew."""
    state = f"{_FORM} {ledger.links.state()}"
    if state == ledger.links.linked_state() and not again:
        return Summary(False, 0, 0, 0, 0, 0)
    if again:
        ledger.links.drop_features()
    _keep_features(ledger, watch)
    judgements = tuple(ledger.links.judgements())
    shelf = _Shelf(ledger)
    word_weights, part_weights = _weigh_all(shelf)
    copies = judge_copies(tuple(_find_copies(shelf, part_weights, watch)), judgements, shelf)
    # A chain of doubtful translations would lead from one story into the next, and on through the year.
    sure = tuple(copy for copy in copies if _proves_dependence(copy))
    stories = find_stories(shelf, sure, word_weights, part_weights)
    making = _Making(ledger, copies, stories, Judgements(judgements))
    claims = list(making.make_all(watch))
    ledger.links.replace(Found(copies, stories, tuple(making.possible)), claims, state)
    ledger.pages.refresh(state)
    reports = sum(1 for _ in ledger.links.features())
    return Summary(True, reports, len(copies), len(stories), len(claims), len(making.possible))


class _Shelf:
    """The features of all reports in the order of publication; read from the ledger each time that they are gone through."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __iter__(self) -> Iterator[Features]:
        return (msgspec.msgpack.decode(whole, type=Features) for whole in self._ledger.links.features())


def _keep_features(ledger: Ledger, watch: Watch) -> None:
    """Make the features of what is new, some reports at a time, so that an interrupted linking goes on where it was."""
    for batch in split_batches(watch(ledger.links.new_readings(), "new reports looked at"), _BATCH):
        made = [(identity, make_features(reading)) for identity, reading in batch]
        rows = ((one.report, identity, one.at, msgspec.msgpack.encode(one)) for identity, one in made)
        ledger.links.put_features(rows)


def _find_copies(
    features: Iterable[Features], weights: Mapping[str, Mapping[str, float]], watch: Watch
) -> Iterator[Copy]:
    """Find reprints, updates, translations, and what reports credit themselves."""
    yield from find_reprints(watch(features, "reports looked at for reprints"))
    yield from find_translations(watch(features, "reports looked at for translations"), weights)
    for one in features:
        for credited in one.credits:
            if credited != one.outlet:
                yield Copy(one.report, credited, Relation.CREDIT, 1.0, ("it names its source itself",))


def _weigh_all(features: Iterable[Features]) -> tuple[Mapping[str, Mapping[str, float]], ...]:
    """Weigh words and parts of signatures by how rare they are in each language."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for one in features:
        words[one.lang].update(one.words.keys())
        parts[one.lang].update(one.parts)
        sizes[one.lang] += 1
    return tuple({lang: weigh(found, sizes[lang]) for lang, found in counts.items()} for counts in (words, parts))


def judge_copies(
    copies: Sequence[Copy], judgements: Sequence[Judgement], features: Iterable[Features]
) -> tuple[Copy, ...]:
    """Leave out what a person judged different; what a person judged the same is a copy for sure, of the earlier one."""
    if not judgements:
        return tuple(copies)
    named = {identity for one in judgements for identity in (one.a, one.b)}
    reports = {one.report: (one.at, one.report) for one in features if one.report in named}
    said = Judgements(judgements)
    pairs = {frozenset(pair) for pair in said.same_among(reports)}
    by = {frozenset((one.a, one.b)): one.by for one in sorted(judgements, key=lambda one: (one.at, one.by))}
    originals = dict(sorted(pair, key=lambda report: reports[report])[::-1] for pair in sorted(pairs, key=sorted))
    judged = tuple(
        Copy(report, of, Relation.REPRINT, 1.0, (f"judged the same by {by[frozenset((report, of))]}",))
        for report, of in originals.items()
    )
    # What a person said a report is a copy of goes before whatever else it is like.
    kept = (copy for copy in copies if copy.report not in originals or copy.relation is Relation.CREDIT)
    return (*(copy for copy in kept if said.verdict(copy.report, copy.of) is None), *judged)


class _Making:
    """The making of claims, story by story; what is only possible gathers on the way."""

    def __init__(
        self, ledger: Ledger, copies: Sequence[Copy], stories: Sequence[Story], judgements: Judgements
    ) -> None:
        self.possible: list[Match] = []
        self._ledger = ledger
        self._copies = _originals(copies)
        self._stories = stories
        self._ground = Ground(None, self._copies, Newsrooms(ledger.links.outlets()), judgements)

    def make_all(self, watch: Watch) -> Iterator[Claim]:
        """Make the claims of every story, then of every report that is in none."""
        groups = self._join_judged(self._list_groups())
        for story, reports in watch(groups, "stories and single reports looked through"):
            yield from self._make(story, [found for report in reports if (found := self._ledger.reading(report))])

    def _list_groups(self) -> Iterator[_Group]:
        """List the reports of every story, then every report that is in none."""
        told = {report for story in self._stories for report in story.reports}
        yield from ((story.id, story.reports) for story in self._stories)
        yield from ((None, (row.id,)) for row in self._ledger.reports() if row.id not in told)

    def _join_judged(self, groups: Iterable[_Group]) -> Iterator[_Group]:
        """Look through together what a person's judgement of two statements ties together, whatever story it is in."""
        report_of = self._ledger.links.report_of
        ties = [
            {one, other} for a, b in self._ground.judgements.same() if (one := report_of(a)) and (other := report_of(b))
        ]
        tied: set[str] = set().union(*ties)
        held = []
        for group in groups:
            if tied.isdisjoint(group[1]):
                yield group
            else:
                held.append(group)
        yield from _join_groups(held, ties)

    def _make(self, story: str | None, readings: Sequence[Reading]) -> Iterable[Claim]:
        ground = Ground(story, self._copies, self._ground.newsrooms, self._ground.judgements)
        claims, possible = make_claims(readings, ground)
        self.possible += possible
        return claims


def _join_groups(groups: Iterable[_Group], ties: Iterable[set[str]]) -> Iterable[_Group]:
    """Join the groups that hold the reports of one tie; the story of several is that of the first by its id."""
    joined = sorted(groups, key=lambda group: (group[0] is None, group[0] or "", group[1]))
    for tie in ties:
        together = [group for group in joined if not tie.isdisjoint(group[1])]
        if len(together) > 1:
            rest = [group for group in joined if group not in together]
            joined = [(together[0][0], tuple(report for _, reports in together for report in reports)), *rest]
    return joined


def _originals(copies: Iterable[Copy]) -> Mapping[str, str]:
    """Map each report to the one that it surely is a copy of: the surest of them."""
    sure = [copy for copy in copies if _proves_dependence(copy)]
    return {copy.report: copy.of for copy in sorted(sure, key=lambda one: (one.score, one.of))}


def _proves_dependence(copy: Copy) -> bool:
    """Tell whether a copy carries its original's sources with it."""
    if copy.relation is Relation.TRANSLATION:
        return copy.score >= _SURE_TRANSLATION
    return copy.relation in (Relation.REPRINT, Relation.UPDATE)
