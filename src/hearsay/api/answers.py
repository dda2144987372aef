"""What the API answers: the lists and single things of the ledger in the forms of `hearsay show --json`."""

from collections.abc import Callable
from typing import Any

from hearsay.api.asked import (
    Asked,
    ClaimsAsked,
    CopiesAsked,
    ReportsAsked,
    SearchAsked,
    SourcesAsked,
    StatementsAsked,
    StoriesAsked,
)
from hearsay.api.problems import not_found
from hearsay.api.searching import widen
from hearsay.ledger import Ledger, ReportRow, SourceRow, StatementRow
from hearsay.ledger.pages import Shown, Slice
from hearsay.records import Claim, Copy, Judgement, Origins, Reading, Record, Story


class ClaimOrigins(Record, frozen=True):
    """Who stands behind a claim."""

    claim: str
    text: str
    origins: Origins


class Source(Record, frozen=True):
    """A source: how it is named, how much it says, and through whom its words came."""

    id: str
    rows: tuple[SourceRow, ...]
    names: tuple[tuple[str, str, int], ...]  # name, kind, how many links
    through: tuple[tuple[str, str, str | None, int], ...]  # name, kind, entity, how many statements
    stances: tuple[tuple[str | None, str, str, int], ...]  # stance to the claim, act, certainty, how many statements


class Endpoint(Record, frozen=True):
    """One address of the API: what can be asked there, the form of an item, and who answers."""

    path: str
    says: str
    item: type[Any]
    asked: type[Asked]
    answer: Callable[..., Any]


def find_reports(ledger: Ledger, asked: ReportsAsked) -> Slice[ReportRow]:
    """Find reports, newest first."""
    begin = asked.begin(0)
    return ledger.pages.reports(
        lang=asked.lang, outlet=asked.outlet, after=begin, since=asked.since or "", limit=asked.limit
    )


def find_stories(ledger: Ledger, asked: StoriesAsked) -> Slice[Story]:
    """Find stories, newest first."""
    return ledger.pages.stories(asked.facets(), asked.begin(""), since=asked.since or "", limit=asked.limit)


def find_claims(ledger: Ledger, asked: ClaimsAsked) -> Slice[Claim]:
    """Find claims: of a story, or newest first."""
    if asked.story:
        return ledger.pages.claims_of_story(asked.story, asked.after, limit=asked.limit)
    return ledger.pages.claims(asked.begin(""), since=asked.since or "", denied=asked.denied, limit=asked.limit)


def find_origins(ledger: Ledger, asked: ClaimsAsked) -> Slice[ClaimOrigins]:
    """Find who stands behind claims."""
    found = find_claims(ledger, asked)
    return Slice(tuple(ClaimOrigins(claim.id, claim.text, claim.origins) for claim in found.items), found.next)


def find_statements(ledger: Ledger, asked: StatementsAsked) -> Slice[StatementRow]:
    """Find statements."""
    of, identity = asked.of()
    if of == "claim" and identity:
        identity = find_claim(ledger, identity).id
    return ledger.pages.statements(of, identity, after=asked.after, limit=asked.limit)


def find_sources(ledger: Ledger, asked: SourcesAsked) -> Slice[SourceRow]:
    """Find sources, the one with the most statements first."""
    return ledger.pages.sources(asked.kind.value if asked.kind else None, asked.after, limit=asked.limit)


def find_copies(ledger: Ledger, asked: CopiesAsked) -> Slice[Copy]:
    """Find copies."""
    return ledger.pages.copies(asked.report, asked.after, limit=asked.limit)


def search(ledger: Ledger, asked: SearchAsked) -> Slice[StatementRow]:
    """Find the statements that hold words, or a name in any script, newest first."""
    return ledger.pages.search(widen(ledger, asked.q).phrases, asked.after, limit=asked.limit)


def find_judgements(ledger: Ledger, asked: Asked) -> Slice[Judgement]:
    """Find judgements, newest first."""
    return ledger.pages.judgements(asked.after, limit=asked.limit)


def find_report(ledger: Ledger, identity: str) -> Reading:
    """Find one report with all that it says."""
    found = ledger.reading(identity)
    if found is None:
        raise not_found("report", identity, "/api/v1/reports")
    return found


def find_story(ledger: Ledger, identity: str) -> Story:
    """Find one story, by its id or that of one of its reports."""
    found = ledger.links.story(identity)
    if found is None:
        raise not_found("story", identity, "/api/v1/stories")
    return found


def find_claim(ledger: Ledger, identity: str) -> Claim:
    """Find one claim, by its id or that of one of its statements."""
    found = ledger.links.claim(identity)
    if found is None:
        raise not_found("claim", identity, "/api/v1/claims")
    return found


def find_source(ledger: Ledger, identity: str) -> Source:
    """Find one source, by the id of its entity or its name."""
    pages = ledger.pages
    rows = pages.source_rows([identity])
    if not rows and not pages.statements("source", identity, after=None, limit=1).items:
        raise not_found("source", identity, "/api/v1/sources")
    names = pages.spellings(identity)
    return Source(identity, rows, names, pages.nearer(identity), pages.stances_of_source(identity))


def count_all(ledger: Ledger) -> Shown:
    """Tell how much the ledger holds."""
    return ledger.pages.shown() or Shown("", 0, 0, 0, 0)


LISTS = (
    Endpoint("reports", "Reports with their texts, newest first", ReportRow, ReportsAsked, find_reports),
    Endpoint("stories", "Stories, newest first", Story, StoriesAsked, find_stories),
    Endpoint("claims", "Claims with statements, origins and denials", Claim, ClaimsAsked, find_claims),
    Endpoint("origins", "Who stands behind each claim", ClaimOrigins, ClaimsAsked, find_origins),
    Endpoint("statements", "Statements", StatementRow, StatementsAsked, find_statements),
    Endpoint("sources", "Sources, by how much they say", SourceRow, SourcesAsked, find_sources),
    Endpoint("copies", "Which report is a copy of which", Copy, CopiesAsked, find_copies),
    Endpoint("search", "Statements by words, or a name in any script", StatementRow, SearchAsked, search),
    Endpoint("judgements", "What people decided", Judgement, Asked, find_judgements),
)
ONES = (
    Endpoint("reports", "One report with all that it says", Reading, Asked, find_report),
    Endpoint("stories", "One story", Story, Asked, find_story),
    Endpoint("claims", "One claim", Claim, Asked, find_claim),
    Endpoint("sources", "One source", Source, Asked, find_source),
)
