"""The pages: what each shows, gathered for its template; lists of stories, claims and sources, and what was sought."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import msgspec

from hearsay.api import claim_page, report_page, story_page
from hearsay.api.answers import count_all, find_claims, find_judgements, find_source, find_sources, find_stories, search
from hearsay.api.asked import Asked, ClaimsAsked, SearchAsked, SourcesAsked, StatementsAsked, StoriesAsked, write_cursor
from hearsay.api.searching import find_sources as find_named
from hearsay.api.searching import widen
from hearsay.ledger import Ledger, StatementRow
from hearsay.ledger.pages import Slice
from hearsay.records import Record, SourceKind

_ON_PAGE = 30
Context = dict[str, Any]


class PageAddress(Record, frozen=True):
    """One page: its address, what can be asked there, its template, what it shows, and where the same is as JSON and CSV."""

    path: str
    template: str
    asked: type[Asked]
    gather: Callable[..., Context]
    json: str
    csv: str


def stories(ledger: Ledger, asked: StoriesAsked) -> Context:
    """Show stories, newest first."""
    found = find_stories(ledger, _sized(asked))
    sizes = ledger.pages.story_sizes(story.id for story in found.items)
    tops = {story.id: next(iter(ledger.pages.top_claims(story.id, limit=1)), None) for story in found.items}
    facets = {kind: ledger.pages.facets(kind) for kind in ("lang", "outlet")}
    shown = {"stories": found.items, "sizes": sizes, "tops": tops, "facets": facets, "total": count_all(ledger)}
    return shown | {"asked": asked, "next": _next(asked, found), "is_linked": ledger.links.linked_state() is not None}


def claims(ledger: Ledger, asked: ClaimsAsked) -> Context:
    """Show claims, newest first."""
    found = find_claims(ledger, _sized(asked))
    heads = ledger.pages.heads(row.report for claim in found.items for row in claim.statements[:1])
    return {"claims": found.items, "heads": heads, "asked": asked, "next": _next(asked, found)}


def sources(ledger: Ledger, asked: SourcesAsked) -> Context:
    """Show sources, the one that says most first."""
    found = find_sources(ledger, _sized(asked))
    most = max((row.statements for row in found.items), default=1)
    kinds = [kind.value for kind in SourceKind if kind is not SourceKind.NONE]
    return {"sources": found.items, "most": most, "kinds": kinds, "asked": asked, "next": _next(asked, found)}


def source(ledger: Ledger, asked: Asked, identity: str) -> Context:
    """Show a source: all it said and through whom, and what became of it."""
    shown = find_source(ledger, identity)
    found = ledger.pages.statements("source", identity, after=asked.after, limit=_ON_PAGE)
    counts: dict[str, int] = {}
    for stance, act, certainty, count in shown.stances:
        for word in {stance, "denied" if certainty == "denied" else None, act if act in ("deny", "confirm") else None}:
            if word:
                counts[word] = counts.get(word, 0) + count
    context = {"source": shown, "counts": counts, "asked": asked, "next": _next(asked, found)}
    return context | {"description": _describe(ledger, identity)} | _rows(ledger, found)


def seek(ledger: Ledger, asked: SearchAsked) -> Context:
    """Show what was sought: names in any script, and statements."""
    sought = widen(ledger, asked.q)
    found = search(ledger, _sized(asked))
    named = find_named(ledger, sought) if not asked.cursor else ()
    return {"asked": asked, "sought": sought, "named": named, "next": _next(asked, found)} | _rows(ledger, found)


def judgements(ledger: Ledger, asked: Asked) -> Context:
    """Show what people decided, newest first."""
    found = find_judgements(ledger, _sized(asked))
    return {"judgements": found.items, "asked": asked, "next": _next(asked, found)}


def _describe(ledger: Ledger, identity: str) -> tuple[tuple[str, int], ...]:
    """Give the descriptions that stand for a body's unnamed sources."""
    names = ledger.pages.spellings(identity)
    return tuple((name, count) for name, kind, count in names if kind == SourceKind.ANONYMOUS.value)


def _rows(ledger: Ledger, found: Slice[StatementRow]) -> Context:
    """Give statements with the claims that they belong to."""
    return {"rows": found.items, "stances": ledger.pages.stances(row.id for row in found.items)}


def _sized(asked: Any) -> Any:
    """Ask for as many as a page shows."""
    return msgspec.structs.replace(asked, limit=_ON_PAGE)


def _next(asked: Asked, found: Slice[Any]) -> str | None:
    """Give the query of the page that follows."""
    if found.next is None:
        return None
    given = {name: value for name, value in msgspec.to_builtins(asked).items() if value not in (None, False)}
    kept: Mapping[str, Any] = {key: given[key] for key in given if key not in ("limit", "cursor", "format", "fields")}
    return urlencode({**kept, "cursor": write_cursor(found.next)})


PAGES = (
    PageAddress("/", "stories.html", StoriesAsked, stories, "stories", "stories"),
    PageAddress("/stories", "stories.html", StoriesAsked, stories, "stories", "stories"),
    PageAddress("/claims", "claims.html", ClaimsAsked, claims, "claims", "claims"),
    PageAddress("/sources", "sources.html", SourcesAsked, sources, "sources", "sources"),
    PageAddress("/search", "search.html", SearchAsked, seek, "search", "search"),
    PageAddress("/judgements", "judgements.html", Asked, judgements, "judgements", "judgements"),
    PageAddress(
        "/stories/{identity:path}", "story.html", story_page.StoryAsked, story_page.gather, "stories/", "claims?story="
    ),
    PageAddress("/claims/{identity:path}", "claim.html", Asked, claim_page.gather, "claims/", "statements?claim="),
    PageAddress(
        "/reports/{identity:path}",
        "report.html",
        report_page.ReportAsked,
        report_page.gather,
        "reports/",
        "statements?report=",
    ),
    PageAddress("/sources/{identity:path}", "source.html", StatementsAsked, source, "sources/", "statements?source="),
)
