"""Claims: statements that say the same, in any words and language, and what each does to the claim (stance).

Pairs that share a rare word, a number, a name or an event are compared; the surest are joined first, and two groups
never join against a veto. What is alike but not sure is given as possible and waits for a person.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from hearsay.linking.back_references import is_withheld
from hearsay.linking.judgements import NO_JUDGEMENTS, Judgements
from hearsay.linking.sayings import COUNTED, Comparison, Saying, compare, find_veto
from hearsay.reading.events import core_key
from hearsay.records import Act, Certainty, Match, Stance

# From here on two statements are one claim; from the lower one on they may be.
SURE = 0.66
POSSIBLE = 0.4
# A word or number in more statements than this tells nothing apart, and would cost all pairs.
_MOST_IN_BLOCK = 60
_RAREST_WORDS = 6


@dataclass
class ClaimGroup:
    """The sayings of one claim, earliest first."""

    sayings: list[Saying]

    @property
    def first(self) -> Saying:
        """Give the earliest saying."""
        return self.sayings[0]


def group_claims(
    sayings: Iterable[Saying], judgements: Judgements = NO_JUDGEMENTS
) -> tuple[tuple[ClaimGroup, ...], tuple[Match, ...]]:
    """Group sayings into claims; also give the pairs of claims that may be one. The order of the sayings does not matter."""
    ordered = sorted(sayings, key=_by_time)
    pairs = _compare_all(ordered, weigh_sayings(ordered))
    joining = _Joining({saying.id: saying for saying in ordered}, judgements)
    for one, other in judgements.same_among(joining.by_id):
        joining.join_judged(one, other)
    for (one, other), comparison in sorted(pairs.items(), key=lambda item: (-item[1].score, item[0])):
        joining.consider(one, other, comparison)
    claims = [ClaimGroup(sorted((joining.by_id[i] for i in ids), key=_by_time)) for ids in joining.groups.values()]
    claims.sort(key=lambda claim: _by_time(claim.first))
    return tuple(claims), _list_possible(joining, claims)


class _Joining:
    """Groups of statements as they are joined, and the pairs that were alike but not joined.

    A group is made of blocks: those that the machine joined, tied to one another by judgements. A veto speaks for its own
    block only: what a person says is the same stays so, and takes nothing else away from its claim.
    """

    def __init__(self, by_id: Mapping[str, Saying], judgements: Judgements) -> None:
        self.by_id = by_id
        self.groups = {identity: [identity] for identity in by_id}
        self.home = {identity: identity for identity in by_id}
        self.possible: dict[tuple[str, str], Comparison] = {}
        self._blocks = {identity: [identity] for identity in by_id}
        self._judgements = judgements

    def join_judged(self, one: str, other: str) -> None:
        """Join two statements that were judged the same, unless that would join two that were judged different."""
        if not self._are_judged_apart(one, other):
            self._join(one, other)

    def consider(self, one: str, other: str, comparison: Comparison) -> None:
        """Join two statements if that is sure and nothing speaks against it, else keep the pair as possible."""
        if self.home[one] == self.home[other] or self._judgements.verdict(one, other) is False:
            return
        if comparison.score >= SURE and not self._is_vetoed(one, other):
            self._join(one, other)
            block = self._blocks[one] + self._blocks[other]
            self._blocks |= dict.fromkeys(block, block)
        else:
            self.possible[one, other] = comparison

    def _join(self, one: str, other: str) -> None:
        """Join the groups of two statements."""
        a, b = sorted((self.home[one], self.home[other]))
        if a != b:
            self.groups[a] += self.groups.pop(b)
            self.home |= dict.fromkeys(self.groups[a], a)

    def _is_vetoed(self, one: str, other: str) -> bool:
        """Tell whether any two of two blocks exclude each other, or a person parted any two of their groups."""
        blocks = ((a, b) for a in self._blocks[one] for b in self._blocks[other])
        is_excluded = any(find_veto(self.by_id[a], self.by_id[b]) is not None for a, b in blocks)
        return is_excluded or self._are_judged_apart(one, other)

    def _are_judged_apart(self, one: str, other: str) -> bool:
        """Tell whether a person said of any two of two groups that they are different."""
        ones, others = self.groups[self.home[one]], self.groups[self.home[other]]
        return any(self._judgements.verdict(a, b) is False for a in ones for b in others)


def weigh_sayings(sayings: Sequence[Saying]) -> dict[str, float]:
    """Weigh words (w:…) and parts of signatures by how few sayings hold them."""
    counts = Counter(part for saying in sayings for part in _parts_of(saying))
    return {part: math.log((1 + len(sayings)) / (0.5 + count)) + 0.1 for part, count in counts.items()}


def stance_of(saying: Saying, group: ClaimGroup) -> Stance:
    """Tell what a saying does to its claim: a denied or negated one denies it, a refusal to confirm or a failure to verify
    leaves it open, a later figure supersedes the earlier."""
    if is_withheld(saying.act, saying.certainty):
        return Stance.QUESTIONS
    is_denied = saying.act is Act.DENY or saying.certainty is Certainty.DENIED
    is_negated = bool(saying.event and saying.event.negated)
    if is_denied or is_negated != _is_negative(group):
        return Stance.DENIES
    if saying.act is Act.ASK:
        return Stance.QUESTIONS
    return Stance.SUPERSEDES if _supersedes(saying, group) else Stance.ASSERTS


def _is_negative(group: ClaimGroup) -> bool:
    """Tell whether the claim itself is that something does not happen: nobody says that it does."""
    return all(saying.event is not None and saying.event.negated for saying in group.sayings)


def _supersedes(saying: Saying, group: ClaimGroup) -> bool:
    """Tell whether a saying gives another figure than an earlier one for something that is counted."""
    event = saying.event
    if event is None or event.number is None or event.type not in COUNTED:
        return False
    earlier = [one.event.number for one in group.sayings if one.at < saying.at and one.event and one.event.number]
    return bool(earlier) and event.number not in earlier


def _by_time(saying: Saying) -> tuple[str, str]:
    return saying.at, saying.id


def _parts_of(saying: Saying) -> Iterable[str]:
    return (*saying.parts, *(f"w:{word}" for word in saying.words))


def _compare_all(sayings: Sequence[Saying], weights: Mapping[str, float]) -> dict[tuple[str, str], Comparison]:
    """Compare the pairs that share something rare."""
    by_id = {saying.id: saying for saying in sayings}
    pairs = {
        pair
        for block in _make_blocks(sayings, weights).values()
        if len(block) <= _MOST_IN_BLOCK
        for pair in combinations(sorted(set(block)), 2)
    }
    compared = {pair: compare(by_id[pair[0]], by_id[pair[1]], weights) for pair in sorted(pairs)}
    return {pair: comparison for pair, comparison in compared.items() if comparison.score >= POSSIBLE}


def _make_blocks(sayings: Sequence[Saying], weights: Mapping[str, float]) -> dict[object, list[str]]:
    """Put sayings into blocks by event, by parts of the signature, and by their rarest words."""
    blocks: dict[object, list[str]] = defaultdict(list)
    for saying in sayings:
        rarest = sorted(saying.words, key=lambda word: (-weights.get(f"w:{word}", 0.0), word))[:_RAREST_WORDS]
        keys: list[object] = [*saying.parts, *((saying.lang, word) for word in rarest)]
        if saying.event:
            keys.append(core_key(saying.event))
        # Two parts together are far rarer than one: blocks of the frequent ones stay small.
        keys += combinations(sorted(saying.parts), 2)
        for key in keys:
            blocks[key].append(saying.id)
    return blocks


def _list_possible(joining: _Joining, claims: Iterable[ClaimGroup]) -> tuple[Match, ...]:
    """List the pairs of claims that may be one, by their first sayings, each pair once with its best score."""
    first_of = {saying.id: claim.first.id for claim in claims for saying in claim.sayings}
    best: dict[tuple[str, str], Comparison] = {}
    for (one, other), comparison in joining.possible.items():
        a, b = sorted((first_of[one], first_of[other]))
        if a != b and comparison.score > best.get((a, b), Comparison(0.0)).score:
            best[a, b] = comparison
    return tuple(Match("claim", a, b, round(c.score, 3), False, c.reasons) for (a, b), c in sorted(best.items()))
