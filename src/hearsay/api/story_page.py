"""One story: its claims, who said what when, and which outlet says what."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec

from hearsay.api.answers import find_story
from hearsay.api.asked import Asked, write_cursor
from hearsay.ledger import Ledger
from hearsay.ledger.pages import ReportHead
from hearsay.records import Certainty, Claim, ClaimStatement, Record, Stance

CLAIMS = 25
_MATRIX = (14, 16)  # claims and outlets that fit on a page without turning the head
_TIMELINE = 160


class StoryAsked(Asked, frozen=True, kw_only=True):
    """How a story is shown."""

    by: Annotated[Literal["published", "said"], msgspec.Meta(description="which time the timeline is by")] = "published"


class Entry(Record, frozen=True):
    """One line of the timeline: the statement, its claim, and who published it."""

    at: str
    statement: ClaimStatement
    claim: str
    outlet: str | None
    said: str | None


class MatrixRow(Record, frozen=True):
    """What each outlet does to one claim; None where it is silent."""

    claim: Claim
    cells: tuple[Stance | None, ...]


def gather(ledger: Ledger, asked: StoryAsked, identity: str) -> dict[str, Any]:
    """Gather what the page of a story shows."""
    story = find_story(ledger, identity)
    found = ledger.pages.claims_of_story(story.id, asked.after, limit=CLAIMS)
    claims = found.items
    heads = ledger.pages.heads((*story.reports[:400], *(row.report for claim in claims for row in claim.statements)))
    outlets = rank_outlets(claims, heads)
    entries, left = _timeline(claims, heads, ledger, asked.by)
    return {
        "story": story,
        "claims": claims,
        "certainties": {claim.id: certainty_of(claim) for claim in claims},
        "next": write_cursor(found.next),
        "heads": heads,
        "asked": asked,
        "outlets": outlets,
        "matrix": _make_matrix(claims, outlets, heads),
        "days": _by_day(entries),
        "left": left,
        "reports": [heads[report] for report in story.reports if report in heads],
    }


def certainty_of(claim: Claim) -> Certainty:
    """Tell how surely a claim is put by those who do not deny it: as most of them do, the earliest in doubt."""
    told = [row.certainty for row in claim.statements if row.stance is not Stance.DENIES]
    return max(told, key=lambda one: (told.count(one), -told.index(one)), default=Certainty.DENIED)


def rank_outlets(claims: Sequence[Claim], heads: Mapping[str, ReportHead]) -> tuple[str, ...]:
    """Rank the outlets by how much they say of some claims."""
    counts: dict[str, int] = {}
    for claim in claims[: _MATRIX[0]]:
        for report in {row.report for row in claim.statements}:
            name = _outlet_of(heads, report)
            counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))[: _MATRIX[1]]


def _outlet_of(heads: Mapping[str, ReportHead], report: str) -> str:
    head = heads.get(report)
    return (head.outlet if head else None) or report


def _make_matrix(
    claims: Sequence[Claim], outlets: Sequence[str], heads: Mapping[str, ReportHead]
) -> tuple[MatrixRow, ...]:
    """Make the rows of the matrix; an outlet that does two things to a claim shows the stronger one."""
    weight = {Stance.DENIES: 3, Stance.SUPERSEDES: 2, Stance.ASSERTS: 1, Stance.QUESTIONS: 0}
    rows = []
    for claim in claims[: _MATRIX[0]]:
        found: dict[str, Stance] = {}
        for row in claim.statements:
            name = _outlet_of(heads, row.report)
            found[name] = max(row.stance, found.get(name, row.stance), key=lambda one: weight[one])
        rows.append(MatrixRow(claim, tuple(found.get(outlet) for outlet in outlets)))
    return tuple(rows)


def _timeline(
    claims: Iterable[Claim], heads: Mapping[str, ReportHead], ledger: Ledger, by: str
) -> tuple[list[Entry], int]:
    """Put statements that stand on somebody's word, or deny, in the order of time."""
    rows = [(row, claim.id) for claim in claims for row in claim.statements if row.chain or row.stance is Stance.DENIES]
    said = ledger.pages.said(row.id for row, _ in rows) if by == "said" else {}
    entries = [
        Entry(
            (said.get(row.id) if by == "said" else None) or row.published or "",
            row,
            claim,
            _outlet_of(heads, row.report),
            said.get(row.id),
        )
        for row, claim in rows
    ]
    entries.sort(key=lambda entry: (entry.at, entry.outlet or "", entry.statement.id))
    return entries[:_TIMELINE], max(0, len(entries) - _TIMELINE)


def _by_day(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    days: dict[str, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.at[:10], []).append(entry)
    return days
