"""The ledger by pages: every list in slices that begin where the last one ended (keyset pagination), by indexed SQL.

Some questions need tables that are made after each linking (`refresh`): stories by language, outlet, person and place,
sources by size, names by sound. Where they are older than the ledger, pages show what was linked last.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from hearsay.errors import SettingsError
from hearsay.ledger.database import Database
from hearsay.ledger.rows import ReportRow, SourceRow, StatementRow, make_statement_row
from hearsay.ledger.search import search_expression
from hearsay.records import Claim, ClaimStatement, Copy, Judgement, Link, Record, SourceKind, Stance, Story, Verdict
from hearsay.text.name_matching import name_keys

Item = TypeVar("Item")
Key = tuple[str | int, ...]
LAST = "\U0010ffff"  # sorts behind every text
MOST = 2**62
_decode_chain = msgspec.json.Decoder(tuple[Link, ...]).decode


class Slice(NamedTuple, Generic[Item]):
    """A stretch of a list, and the key to go on after it; none where the list ends."""

    items: tuple[Item, ...]
    next: Key | None


class Shown(Record, frozen=True):
    """How much the ledger held when its pages were made ready."""

    state: str
    reports: int
    statements: int
    claims: int
    stories: int


class ReportHead(Record, frozen=True):
    """A report without its text."""

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    lang: str
    published: str | None


class NameRow(Record, frozen=True):
    """A name as it stands in the ledger."""

    name: str
    kind: str
    entity: str | None


class StorySize(Record, frozen=True):
    """How much a story holds: its outlets by their reports, its claims, and how many of them are denied."""

    outlets: tuple[str, ...]
    claims: int
    denied: int


class Pages:
    """The lists of one ledger; got from a Ledger."""

    def __init__(self, database: Database) -> None:
        """Take the ledger's open database."""
        self._database = database

    def shown(self) -> Shown | None:
        """Tell what was made ready last; None before the first time."""
        return next((Shown(*row) for row in self._database.rows("shown")), None)

    def refresh(self, state: str) -> None:
        """Make ready what pages look things up in, whole or not at all; `state` is what was linked."""
        with self._database.transaction():
            for name in ("drop_facets", "add_facets", "drop_sources", "add_sources", "drop_sounds"):
                self._database.change(name, {})
            self._database.change_each("add_sound", self._sounds())
            self._database.change("put_shown", {"state": state})

    def _sounds(self) -> Iterator[Mapping[str, object]]:
        for name, kind, entity in self._database.rows("all_names"):
            for key in name_keys(name):
                yield {"key": key, "name": name, "kind": kind, "entity": entity}

    def stories(self, facets: Iterable[str], after: Key | None, *, since: str, limit: int) -> Slice[Story]:
        """Give the stories that bear all facets, newest first."""
        wanted = sorted(facets, key=self._facet_size) or [""]
        at, identity = _begin(after, (LAST, ""))
        asked: dict[str, object] = {"at": at, "id": identity, "since": since}
        asked |= dict(zip_longest(("facet", "second", "third", "fourth"), wanted[:4]))
        rows = self._page("stories_page", asked, limit)
        return _slice(rows, limit, keys=2, make=lambda row: msgspec.json.decode(row[0], type=Story))

    def _facet_size(self, facet: str) -> int:
        """Count a facet's stories up to a limit: the rarest is gone through, the others are looked up."""
        return next(int(count) for (count,) in self._database.rows("facet_size", {"facet": facet}))

    def facets(self, kind: str) -> tuple[tuple[str, int], ...]:
        """Give the values of a kind of facet with how many stories bear each, the most frequent first."""
        return tuple((facet.partition(":")[2], n) for facet, n in self._database.rows("facets", {"kind": kind}))

    def story_sizes(self, stories: Iterable[str]) -> Mapping[str, StorySize]:
        """Tell how much each story holds."""
        asked = {"ids": _ids(stories)}
        outlets: dict[str, list[str]] = defaultdict(list)
        for story, outlet, _ in self._database.rows("outlets_of_stories", asked):
            outlets[story].append(outlet)
        sizes = {story: (claims, denied) for story, claims, denied, _ in self._database.rows("sizes_of_stories", asked)}
        return {story: StorySize(tuple(names), *sizes.get(story, (0, 0))) for story, names in outlets.items()}

    def story_of(self, report: str) -> str | None:
        """Give the id of a report's story."""
        return next((story for (story,) in self._database.rows("story_of", {"report": report})), None)

    def top_claims(self, story: str, *, limit: int) -> tuple[Claim, ...]:
        """Give the claims of a story that stand in the most reports."""
        return self._with_statements(self._database.rows("top_claims_of_story", {"story": story, "limit": limit}))

    def claims_of_story(self, story: str, after: Key | None, *, limit: int) -> Slice[Claim]:
        """Give the claims of a story, those in the most reports first."""
        reports, size, identity = _begin(after, (MOST, MOST, ""))
        asked = {"story": story, "reports": reports, "size": size, "id": identity}
        return self._claims(self._page("claims_of_story_page", asked, limit), limit, keys=3)

    def claims(self, after: Key | None, *, since: str, denied: bool, limit: int) -> Slice[Claim]:
        """Give the claims, newest first; only denied ones if told so."""
        at, identity = _begin(after, (LAST, ""))
        name = "denied_claims_page" if denied else "claims_page"
        return self._claims(self._page(name, {"at": at, "id": identity, "since": since}, limit), limit, keys=2)

    def _claims(self, rows: Sequence[tuple[Any, ...]], limit: int, *, keys: int) -> Slice[Claim]:
        """Make a slice of claims, whose last key is the id."""
        cut = _slice(rows, limit, keys=keys, make=lambda row: row[0])
        shown = rows[:limit]
        return Slice(self._with_statements((row[keys - 1], row[keys]) for row in shown), cut.next)

    def _with_statements(self, rows: Iterable[tuple[Any, ...]]) -> tuple[Claim, ...]:
        """Make claims of their rows and the current rows of their statements, asked for at once."""
        claims = [msgspec.json.decode(whole, type=Claim) for _, whole in rows]
        found: dict[str, list[ClaimStatement]] = defaultdict(list)
        for claim, *rest in self._database.rows("statements_of_claims", {"ids": _ids(one.id for one in claims)}):
            found[claim].append(_make_claim_statement(rest))
        return tuple(msgspec.structs.replace(claim, statements=tuple(found[claim.id])) for claim in claims)

    def stances(self, statements: Iterable[str]) -> Mapping[str, tuple[str, Stance]]:
        """Give the claim of each statement, and what the statement does to it."""
        rows = self._database.rows("claims_of_statements", {"ids": _ids(statements)})
        return {statement: (claim, Stance(stance)) for statement, claim, stance in rows}

    def said(self, statements: Iterable[str]) -> Mapping[str, str]:
        """Give when statements were said, where that is known."""
        return dict(self._database.rows("said_of_statements", {"ids": _ids(statements)}))

    def heads(self, reports: Iterable[str]) -> Mapping[str, ReportHead]:
        """Give reports without their texts, by id."""
        rows = self._database.rows("heads_of_reports", {"ids": _ids(reports)})
        return {row[0]: ReportHead(*row) for row in rows}

    def copies_among(self, reports: Iterable[str]) -> tuple[Copy, ...]:
        """Give what some reports derive from."""
        rows = self._database.rows("copies_among", {"ids": _ids(reports)})
        return tuple(msgspec.json.decode(whole, type=Copy) for (whole,) in rows)

    def copies(self, report: str | None, after: Key | None, *, limit: int) -> Slice[Copy]:
        """Give the copies, of all reports or of one and from it."""
        asked = dict(zip(("report", "of", "relation"), _begin(after, ("", "", "")), strict=True)) | {"id": report}
        rows = self._page("copies_of_page" if report else "copies_page", asked, limit)
        found = [msgspec.json.decode(whole, type=Copy) for (whole,) in rows]
        keyed = [(one.report, one.of, one.relation.value, one) for one in found]
        return _slice(keyed, limit, keys=3, make=lambda row: row[0])

    def reports(
        self, *, lang: str | None, outlet: str | None, after: Key | None, since: str, limit: int
    ) -> Slice[ReportRow]:
        """Give reports with their texts, newest first; of one outlet or language if told so."""
        at, number = _begin(after, (LAST, MOST))
        asked = {"at": at, "number": number, "since": since, "lang": lang, "outlet": outlet}
        name = "reports_of_outlet_page" if outlet else "reports_of_lang_page" if lang else "reports_page"
        rows = self._page(name, asked, limit)
        return _slice(rows, limit, keys=2, make=lambda row: msgspec.json.decode(row[0], type=ReportRow))

    def statements(
        self, of: str | None = None, identity: str | None = None, *, after: Key | None, limit: int
    ) -> Slice[StatementRow]:
        """Give statements: all, newest first, or those of a report, claim or source (`of`) by its id."""
        (key,) = _begin(after, (-1 if of in ("report", "claim") else MOST,))
        name = f"statements_of_{of}_page" if of else "statements_page"
        rows = self._page(name, {"id": identity, "before": key, "after": key}, limit)
        return _slice(rows, limit, keys=1, make=make_statement_row)

    def search(self, phrases: Iterable[str], after: Key | None, *, limit: int) -> Slice[StatementRow]:
        """Give the statements that hold all the words of one of some phrases, newest first."""
        asked = [found for phrase in dict.fromkeys(phrases) if (found := search_expression(phrase))]
        if not asked:
            return Slice((), None)
        (before,) = _begin(after, (MOST,))
        expression = " OR ".join(f"({one})" for one in asked)
        rows = self._page("statements_found_page", {"expression": expression, "before": before}, limit)
        return _slice(rows, limit, keys=1, make=make_statement_row)

    def names_like(self, name: str) -> tuple[NameRow, ...]:
        """Give the names in the ledger that may sound like a name, in any script."""
        keys = name_keys(name)
        rows = (row for key in keys for row in self._database.rows("sounds", {"key": key}))
        return tuple(dict.fromkeys(NameRow(found, kind, entity or None) for found, kind, entity in rows))

    def names_of(self, entity: str) -> tuple[str, ...]:
        """Give the names under which the ledger knows an entity."""
        return tuple(name for (name,) in self._database.rows("names_of_entity", {"entity": entity}))

    def sources(self, kind: str | None, after: Key | None, *, limit: int) -> Slice[SourceRow]:
        """Give the sources, the one with the most statements first; of one kind if told so."""
        statements, last_kind, identity = _begin(after, (MOST, LAST, LAST))
        asked = {"statements": statements, "kind": last_kind, "identity": identity, "only": kind}
        rows = self._page("sources_of_kind_page" if kind else "sources_page", asked, limit)
        return _slice([(*row[:3], *row) for row in rows], limit, keys=3, make=_make_source)

    def source_rows(self, identities: Iterable[str]) -> tuple[SourceRow, ...]:
        """Give the sources with these ids of entities, or names."""
        rows = self._database.rows("source_rows", {"ids": _ids(identities)})
        return tuple(_make_source(row) for row in rows)

    def spellings(self, source: str) -> tuple[tuple[str, str, int], ...]:
        """Give the names that an entity goes by as a source, each with its kind and how often."""
        return tuple(self._database.rows("spellings_of_entity", {"id": source}))

    def nearer(self, source: str) -> tuple[tuple[str, str, str | None, int], ...]:
        """Give through whom a source's words came, the most frequent first."""
        return tuple(self._database.rows("nearer_links", {"id": source}))

    def stances_of_source(self, source: str) -> tuple[tuple[str | None, str, str, int], ...]:
        """Count what a source's statements do: by stance to their claim, act and certainty."""
        return tuple(self._database.rows("stances_of_source", {"id": source}))

    def judgements(self, after: Key | None, *, limit: int) -> Slice[Judgement]:
        """Give the judgements, the newest first."""
        (before,) = _begin(after, (MOST,))
        rows = self._page("judgements_page", {"before": before}, limit)
        return _slice(rows, limit, keys=1, make=lambda row: Judgement(Verdict(row[0]), *row[1:]))

    def _page(self, name: str, asked: Mapping[str, object], limit: int) -> list[tuple[Any, ...]]:
        """Ask for one row more than wanted: it tells whether the list goes on."""
        return list(self._database.rows(name, {**asked, "limit": limit + 1}))


def _begin(after: Key | None, first: Key) -> Key:
    """Give the key to begin after; one of another list is refused."""
    if after is None:
        return first
    if [type(part) for part in after] != [type(part) for part in first]:
        raise SettingsError("the cursor is of another list: leave it out to begin.")
    return after


def _slice(rows: Sequence[tuple[Any, ...]], limit: int, *, keys: int, make: Any) -> Slice[Any]:
    """Cut rows to a limit; the first columns are the key, `make` makes an item of the rest."""
    shown = rows[:limit]
    following = tuple(shown[-1][:keys]) if len(rows) > limit else None
    return Slice(tuple(make(row[keys:]) for row in shown), following)


def _ids(identities: Iterable[str]) -> str:
    """Write ids as the JSON list that a question takes apart again."""
    return msgspec.json.encode(list(dict.fromkeys(identities))).decode()


def _make_claim_statement(values: Sequence[Any]) -> ClaimStatement:
    row = dict(zip(ClaimStatement.__struct_fields__, values, strict=True))
    return msgspec.convert(row | {"chain": _decode_chain(str(row["chain"]))}, ClaimStatement)


def _make_source(row: Sequence[Any]) -> SourceRow:
    statements, kind, _, name, entity, reports = row
    return SourceRow(name, SourceKind(kind), entity, statements, reports)
