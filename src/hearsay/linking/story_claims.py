"""The claims of one story: its statements grouped, their stances told, their origins counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hearsay.ledger.rows import cut_words
from hearsay.linking.claims import ClaimGroup, group_claims, stance_of
from hearsay.linking.judgements import NO_JUDGEMENTS, Judgements
from hearsay.linking.origins import count_origins
from hearsay.linking.same_names import unify_names
from hearsay.linking.sayings import Saying, make_saying
from hearsay.linking.testimony import Carrier, Newsrooms, make_carrier
from hearsay.records import (
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
    sayings = [make_saying(reading, one) for reading, one in statements.values()]
    groups, possible = group_claims(filter(_says_something, sayings), ground.judgements)
    claims = tuple(_make_claim(group, statements, by_id, ground) for group in groups if _is_shown(group))
    ids = {claim.statements[0].id: claim.id for claim in claims}
    kept = (match for match in possible if match.a in ids and match.b in ids)
    return claims, tuple(_between(match, ids) for match in kept)


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
    asserting = [row.id for row in rows if row.stance is not Stance.DENIES]
    centre = _find_centre(group)
    return Claim(
        id=digest("claim", group.first.id),
        story=ground.story,
        text=next(row.text for row in rows if row.id == centre.id),
        event=centre.event,
        first=rows[0].published,
        last=rows[-1].published,
        statements=rows,
        origins=_count(asserting, statements, readings, ground),
        denied_by=tuple(_list_deniers(denials, readings)),
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
    """Find the saying that speaks for the group: one with an event, that shares most with the others, the earliest of them."""
    counts: dict[str, int] = defaultdict(int)
    for saying in group.sayings:
        for part in (*saying.parts, *saying.words):
            counts[part] += 1
    telling = [saying for saying in group.sayings if saying.event] or group.sayings
    return max(telling, key=lambda one: sum(counts[part] - 1 for part in (*one.parts, *one.words)))


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
    return count_origins(unify_names(_in_order(carriers)), ground.copies, ground.judgements)


def _in_order(carriers: Iterable[Carrier]) -> list[Carrier]:
    return sorted(carriers, key=lambda one: (one.at, one.report))


def _list_deniers(denials: Iterable[ClaimStatement], readings: Mapping[str, Reading]) -> Iterator[Denier]:
    """List who denies, each once with all denying statements."""
    found: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for row in denials:
        last = row.chain[-1] if row.chain else None
        name = last.name if last and last.kind is not SourceKind.NONE else readings[row.report].outlet or row.report
        found[name, last.entity if last else None].append(row.id)
    yield from (Denier(name, entity, tuple(ids)) for (name, entity), ids in found.items())
