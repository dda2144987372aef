"""The whole of linking: features of every report, copies, stories, claims and origins, put into the ledger at once.

The result depends on what the ledger holds and never on the order in which it came. What a report is like is kept beside
it, so that a further linking works on what is new; where nothing is new nothing is done.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

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
from hearsay.records import Claim, Copy, Judgement, Match, Reading, Record, Relation, Story, Verdict

# What wraps a stretch of work to show its progress: items and what they are.
Watch = Callable[[Iterable[Reading], str], Iterable[Reading]]
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


def _watch_nothing(items: Iterable[Reading], _what: str) -> Iterable[Reading]:
    return items


def link(ledger: Ledger, watch: Watch = _watch_nothing, *, again: bool = False) -> Summary:
    """Link a ledger; `again` links it even if nothing is new."""
    state = ledger.links.state()
    if state == ledger.links.linked_state() and not again:
        return Summary(False, 0, 0, 0, 0, 0)
    judgements = tuple(ledger.links.judgements())
    features = sorted(
        map(make_features, watch(ledger.readings(), "reports compared")), key=lambda one: (one.at, one.report)
    )
    found_copies = _judge_copies(tuple(_find_copies(features)), judgements, {one.report for one in features})
    stories = find_stories(features, found_copies, _weigh_words(features), _weigh_parts(features))
    making = _Making(ledger, found_copies, stories, Judgements(judgements))
    claims = list(making.make_all(watch))
    ledger.links.replace(Found(found_copies, stories, tuple(making.possible)), claims, state)
    return Summary(True, len(features), len(found_copies), len(stories), len(claims), len(making.possible))


def _find_copies(features: Sequence[Features]) -> Iterator[Copy]:
    """Find reprints, updates, translations, and what reports credit themselves."""
    yield from find_reprints(features)
    yield from find_translations(features, _weigh_parts(features))
    for one in features:
        for credited in one.credits:
            if credited != one.outlet:
                yield Copy(one.report, credited, Relation.CREDIT, 1.0, ("it names its source itself",))


def _weigh_parts(features: Iterable[Features]) -> Mapping[str, Mapping[str, float]]:
    """Weigh the parts of signatures by how rare they are in each language."""
    return _weigh((one.lang, one.parts) for one in features)


def _weigh_words(features: Iterable[Features]) -> Mapping[str, Mapping[str, float]]:
    """Weigh words by how rare they are in each language."""
    return _weigh((one.lang, one.words) for one in features)


def _weigh(documents: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, Mapping[str, float]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for language, parts in documents:
        counts[language].update(parts)
        sizes[language] += 1
    return {language: weigh(found, sizes[language]) for language, found in counts.items()}


def _judge_copies(copies: Sequence[Copy], judgements: Iterable[Judgement], reports: set[str]) -> tuple[Copy, ...]:
    """Leave out what a person judged different, and add what a person judged the same."""
    said = Judgements(judgements)
    kept = [copy for copy in copies if said.verdict(copy.report, copy.of) is not False]
    linked = {frozenset((copy.report, copy.of)) for copy in kept}
    for one in judgements:
        is_pair = one.a in reports and one.b in reports and frozenset((one.a, one.b)) not in linked
        if is_pair and one.verdict is Verdict.SAME and said.verdict(one.a, one.b):
            kept.append(Copy(one.b, one.a, Relation.REPRINT, 1.0, (f"judged the same by {one.by}",)))
    return tuple(kept)


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
        told = {report for story in self._stories for report in story.reports}
        groups = chain(
            ((story.id, story.reports) for story in self._stories),
            ((None, (row.id,)) for row in self._ledger.reports() if row.id not in told),
        )
        for story, reports in groups:
            readings = [found for report in reports if (found := self._ledger.reading(report))]
            yield from self._make(story, list(watch(readings, "reports linked")))

    def _make(self, story: str | None, readings: Sequence[Reading]) -> Iterable[Claim]:
        ground = Ground(story, self._copies, self._ground.newsrooms, self._ground.judgements)
        claims, possible = make_claims(readings, ground)
        self.possible += possible
        return claims


def _originals(copies: Iterable[Copy]) -> Mapping[str, str]:
    """Map each report to the one that it surely is a copy of: the surest of them."""
    sure = [copy for copy in copies if _proves_dependence(copy)]
    return {copy.report: copy.of for copy in sorted(sure, key=lambda one: (one.score, one.of))}


def _proves_dependence(copy: Copy) -> bool:
    """Tell whether a copy carries its original's sources with it."""
    if copy.relation is Relation.TRANSLATION:
        return copy.score >= _SURE_TRANSLATION
    return copy.relation in (Relation.REPRINT, Relation.UPDATE)
