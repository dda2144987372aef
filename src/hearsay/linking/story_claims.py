"""The claims of one story: its statements grouped, their stances told, their origins counted."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from hearsay.ledger.rows import cut_words
from hearsay.linking.back_references import BackReference, as_match, find_back_references, is_refusal, points_back
from hearsay.linking.claims import ClaimGroup, group_claims, stance_of
from hearsay.linking.judgements import NO_JUDGEMENTS, Judgements
from hearsay.linking.origins import count_origins, name_outlets
from hearsay.linking.same_names import unify_names
from hearsay.linking.sayings import Saying, make_saying
from hearsay.linking.testimony import Carrier, Newsrooms, make_carrier
from hearsay.records import (
    Act,
    Certainty,
    Claim,
    ClaimStatement,
    Denier,
    Match,
    Origins,
    Reading,
    Record,
    SourceKind,
    Stance,
    Statement,
    digest,
)

# Shorter contents ("this", "yes") say nothing that another report could say too.
_FEWEST_WORDS = 2
_NO_ORIGINS = Origins(0, 0, 0, 0, (), ())


class Ground(Record, frozen=True):
    """What the claims of a story are made from, beside its readings."""

    story: str | None
    copies: Mapping[str, str]  # which report each copy is of
    newsrooms: Newsrooms
    judgements: Judgements = NO_JUDGEMENTS


def make_claims(readings: Sequence[Reading], ground: Ground) -> tuple[tuple[Claim, ...], tuple[Match, ...]]:
    """Make the claims of some readings, and the pairs of claims that may be one."""
    by_id = {reading.id: reading for reading in readings}
    statements = {one.id: (reading, one) for reading in readings for one in reading.statements}
    sayings = {identity: _make_saying(reading, one) for identity, (reading, one) in statements.items()}
    pointing = {identity for identity, (reading, one) in statements.items() if points_back(reading, one)}
    own = (saying for saying in sayings.values() if saying.id not in pointing and _says_something(saying))
    groups, possible = group_claims(own, ground.judgements)
    references = tuple(reference for reading in readings for reference in find_back_references(reading))
    open_references = _add_references(groups, [sayings[one] for one in sorted(pointing)], references, ground.judgements)
    claims = tuple(_make_claim(group, statements, by_id, ground) for group in groups if _is_shown(group))
    ids = {claim.statements[0].id: claim.id for claim in claims}
    kept = (match for match in possible if match.a in ids and match.b in ids)
    return claims, (*(_between(match, ids) for match in kept), *map(as_match, open_references))


def _add_references(
    groups: Iterable[ClaimGroup],
    pointing: Iterable[Saying],
    references: Iterable[BackReference],
    judgements: Judgements,
) -> tuple[BackReference, ...]:
    """Put what points back into the claim that it is about, and give what is only possible; a person's word goes first."""
    homes = {saying.id: group for group in groups for saying in group.sayings}
    targets = {reference.statement: reference for reference in references}
    left_open = []
    for saying in pointing:
        judged = (other for other in homes if judgements.names(saying.id) and judgements.verdict(saying.id, other))
        reference = targets.get(saying.id)
        allowed = reference and judgements.verdict(saying.id, reference.target) is not False
        target = next(judged, None) or (reference.target if reference and reference.is_sure and allowed else None)
        if target in homes:
            # Behind all others: what points at a claim is never its first statement.
            homes[target].sayings.append(saying)
        elif reference and allowed and reference.target in homes:
            left_open.append(reference)
    return tuple(left_open)


def _make_saying(reading: Reading, statement: Statement) -> Saying:
    """Make a statement comparable; a refusal without words of its own is taken for what it is."""
    saying = make_saying(reading, statement)
    if is_refusal(reading, statement):
        return replace(saying, act=Act.OTHER, certainty=Certainty.POSSIBLE)
    return saying


def _between(match: Match, ids: Mapping[str, str]) -> Match:
    """Name a possible pair by the ids of its claims."""
    return Match(match.kind, ids[match.a], ids[match.b], match.score, match.is_sure, match.reasons)


def _says_something(saying: Saying) -> bool:
    """Tell whether a statement says enough to be a claim."""
    return len(saying.words) >= _FEWEST_WORDS or saying.event is not None or len(saying.parts) >= _FEWEST_WORDS


def _is_shown(group: ClaimGroup) -> bool:
    """Tell whether a group is a claim for people: said by more than one, on somebody's word, or an event that can be told."""
    first = group.first
    return len(group.sayings) > 1 or first.is_attributed or first.event is not None


def _make_claim(
    group: ClaimGroup,
    statements: Mapping[str, tuple[Reading, Statement]],
    readings: Mapping[str, Reading],
    ground: Ground,
) -> Claim:
    """Make the claim of a group."""
    rows = tuple(_make_row(saying, group, statements) for saying in group.sayings)
    denials = [row for row in rows if row.stance is Stance.DENIES]
    asserting = [row.id for row in rows if row.stance in (Stance.ASSERTS, Stance.SUPERSEDES)]
    centre = _find_centre(group)
    return Claim(
        id=digest("claim", group.first.id),
        story=ground.story,
        text=next(row.text for row in rows if row.id == centre.id),
        event=centre.event,
        first=rows[0].published,
        last=max((row.published for row in rows if row.published), default=None),
        statements=rows,
        origins=_count(asserting, statements, readings, ground),
        denied_by=tuple(_list_deniers(denials, readings, ground)),
    )


def _make_row(saying: Saying, group: ClaimGroup, statements: Mapping[str, tuple[Reading, Statement]]) -> ClaimStatement:
    """Make the row of one statement."""
    reading, statement = statements[saying.id]
    return ClaimStatement(
        id=statement.id,
        report=reading.id,
        lang=reading.lang,
        published=reading.published,
        text=cut_words(reading.text, statement.content),
        chain=statement.chain,
        act=statement.act,
        certainty=statement.certainty,
        stance=stance_of(saying, group),
    )


def _find_centre(group: ClaimGroup) -> Saying:
    """Find the saying that speaks for the group: one with an event, that shares most with the others for its length, the
    earliest of them."""
    counts: dict[str, int] = defaultdict(int)
    for saying in group.sayings:
        for part in (*saying.parts, *saying.words):
            counts[part] += 1
    telling = [saying for saying in group.sayings if saying.event] or group.sayings
    return max(telling, key=lambda one: _shared_of((*one.parts, *one.words), counts))


def _shared_of(parts: Sequence[str], counts: Mapping[str, int]) -> float:
    """Measure how much of a saying others share: a long one shares more only because it says more."""
    return sum(counts[part] - 1 for part in parts) / math.sqrt(max(1, len(parts)))


def _count(
    asserting: Iterable[str],
    statements: Mapping[str, tuple[Reading, Statement]],
    readings: Mapping[str, Reading],
    ground: Ground,
) -> Origins:
    """Count the origins of those who assert a claim; none where all deny it."""
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for identity in asserting:
        reading, statement = statements[identity]
        by_report[reading.id].append(statement)
    carriers = [make_carrier(readings[report], said, ground.newsrooms) for report, said in by_report.items()]
    if not carriers:
        return _NO_ORIGINS
    counted = count_origins(unify_names(_in_order(carriers), ground.judgements), ground.copies, ground.judgements)
    return name_outlets(counted, ground.newsrooms.name)


def _in_order(carriers: Iterable[Carrier]) -> list[Carrier]:
    return sorted(carriers, key=lambda one: (one.at, one.report))


def _list_deniers(
    denials: Sequence[ClaimStatement], readings: Mapping[str, Reading], ground: Ground
) -> Iterator[Denier]:
    """List who denies, each once with all denying statements, whatever the language names them in."""
    keys = _find_denier_keys(denials, readings, ground)
    found: dict[str, list[ClaimStatement]] = defaultdict(list)
    for row in denials:
        found[keys.get(row.id) or _name_denier(row, readings)].append(row)
    for rows in found.values():
        entity = next((row.chain[-1].entity for row in rows if row.chain and row.chain[-1].entity), None)
        yield Denier(_name_denier(rows[0], readings), entity, tuple(row.id for row in rows))


def _find_denier_keys(
    denials: Iterable[ClaimStatement], readings: Mapping[str, Reading], ground: Ground
) -> Mapping[str, str]:
    """Give the key of the voice in which each denial is spoken, one key for one name in many scripts."""
    said: dict[str, set[str]] = defaultdict(set)
    for row in denials:
        said[row.report].add(row.id)
    carriers = [
        make_carrier(readings[report], [one for one in readings[report].statements if one.id in ids], ground.newsrooms)
        for report, ids in said.items()
    ]
    unified = unify_names(_in_order(carriers), ground.judgements)
    return {one.statement: one.voice.key for carrier in unified for one in carrier.testimonies if one.voice}


def _name_denier(row: ClaimStatement, readings: Mapping[str, Reading]) -> str:
    """Name who denies: the last of the chain, else the outlet itself."""
    last = row.chain[-1] if row.chain else None
    return last.name if last and last.kind is not SourceKind.NONE else readings[row.report].outlet or row.report
