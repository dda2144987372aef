"""Alerts: what a standing query finds in the ledger and did not tell before.

A claim is remembered by all its statements: its id changes when an earlier statement comes, and that must tell nothing twice.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from hearsay.ledger import Ledger
from hearsay.ledger.search import search_expression
from hearsay.ledger.watches import Told, WatchedRow
from hearsay.packs.entity_lookup import all_names_of, find_entities
from hearsay.packs.entity_schema import Entity
from hearsay.records import Claim, ClaimStatement, Link, MentionKind, Origin, Record, SourceKind, Stance, digest
from hearsay.text.folding import Folded
from hearsay.views.tables import OWN_VOICE, draw_chain, name_link, shorten
from hearsay.views.watching.orders import Happening, Query

_WORDS = 200
_SEEN = "seen"  # the statements of claims that a query looked at
_PLACES = (MentionKind.PLACE, MentionKind.GOVERNMENT)
_decode_chain = msgspec.json.Decoder(tuple[Link, ...]).decode


class Alert(Record, frozen=True):
    """One alert, as it is told and sent; its id is the same whenever the same is told."""

    id: str
    query: str  # the name of the query
    kind: str  # statement, report, denial, second-origin, new-origin; more for what was too much to tell one by one
    summary: str  # one line for people
    claim: str | None = None
    statement: str | None = None
    report: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    words: str | None = None


class Finding(Record, frozen=True):
    """What has to be remembered as told, with its alert; none where it only has to be remembered."""

    alert: Alert | None
    told: Told


def find_alerts(ledger: Ledger, query: Query) -> Iterator[Finding]:
    """Find what a query has to tell and did not tell before."""
    seen: set[str] = set()
    for happening in query.tell:
        for finding in _find(ledger, query, happening, _find_rows(ledger, query)):
            if finding.alert is None:
                yield finding
            elif finding.alert.id not in seen and not ledger.watches.is_told(finding.told):
                seen.add(finding.alert.id)
                yield Finding(_tell_place(ledger, finding.alert), finding.told)


def _tell_place(ledger: Ledger, alert: Alert) -> Alert:
    """Tell where the report of an alert stands, where only its id is known so far."""
    reading = ledger.reading(alert.report) if alert.report and not alert.outlet else None
    return msgspec.structs.replace(alert, outlet=reading.outlet, url=reading.url) if reading else alert


def _find(ledger: Ledger, query: Query, happening: Happening, rows: Iterable[WatchedRow]) -> Iterator[Finding]:
    match happening:
        case Happening.STATEMENT:
            return (tell_statement(query, row) for row in rows)
        case Happening.REPORT:
            return (tell_report(query, row) for row in rows)
        case Happening.DENIAL:
            claims = _find_claims(ledger, (row for row in rows if row.denials))
            return (finding for claim in claims for finding in tell_denials(query, claim))
        case Happening.SECOND_ORIGIN:
            claims = _find_claims(ledger, (row for row in rows if row.best and row.best > 1))
            return (tell_second_origin(query, claim) for claim in claims)
        case Happening.NEW_ORIGIN:
            claims = _find_claims(ledger, (row for row in rows if _may_have_new_origin(ledger, query, row)))
            return (finding for claim in claims for finding in _find_new_origins(ledger, query, claim))


def _may_have_new_origin(ledger: Ledger, query: Query, row: WatchedRow) -> bool:
    """Tell whether a statement's claim has to be looked at: most have one origin and were seen with it."""
    if not row.best:
        return False
    return row.best > 1 or not ledger.watches.is_told(Told(query.id, _SEEN, (row.statement,)))


def _find_new_origins(ledger: Ledger, query: Query, claim: Claim) -> Iterator[Finding]:
    """Find the origins that a claim did not have when it was seen last; at first sight, those not of its first report."""
    seen = Told(query.id, _SEEN, tuple(one.id for one in claim.statements))
    known_report = None if ledger.watches.is_told(seen) else claim.statements[0].report
    yield Finding(None, seen)
    yield from tell_new_origins(query, claim, known_report)


def _find_rows(ledger: Ledger, query: Query) -> Iterator[WatchedRow]:
    """Find the statements that fit all conditions of a query."""
    claim = ledger.links.claim(query.claim) if query.claim else None
    if query.claim and claim is None:
        return
    outlets = find_outlet_names(query.outlet) if query.outlet else None
    for row in ledger.watches.statements(make_expression(query), claim.id if claim else None):
        if outlets is None or _fold(row.outlet or "") in outlets:
            yield row


def _find_claims(ledger: Ledger, rows: Iterable[WatchedRow]) -> Iterator[Claim]:
    """Find the claims that statements belong to, each once."""
    for identity in dict.fromkeys(row.claim for row in rows if row.claim):
        claim = ledger.links.claim(identity)
        if claim:
            yield claim


def make_expression(query: Query) -> str | None:
    """Make the expression of full-text search for a query; None where every statement fits.

    >>> make_expression(Query("q", (Happening.DENIAL,), words="dam river"))
    '("dam" AND "river")'
    """
    parts = [f"({search_expression(query.words)})"] if query.words else []
    parts += [_any_name(find_all_names(query.person, (MentionKind.PERSON,)))] if query.person else []
    parts += [_any_name(find_all_names(query.place, _PLACES))] if query.place else []
    return " AND ".join(parts) or None


def _any_name(names: Iterable[str]) -> str:
    plain = (name.replace('"', " ") for name in names)
    return "(" + " OR ".join(dict.fromkeys(filter(None, (search_expression(f'"{name}"') for name in plain)))) + ")"


@cache
def find_all_names(name: str, kinds: tuple[MentionKind, ...]) -> tuple[str, ...]:
    """Find the names in every language and script of whom or what is meant; a name that nobody listed stands for itself."""
    entities = [entity for entity in find_entities(name) if entity.kind in kinds]
    return tuple(dict.fromkeys([name, *(form for entity in entities for form in _long_names(entity))]))


def _long_names(entity: Entity) -> Iterator[str]:
    """Give an entity's names without the short ones, which are common words or others' names too."""
    short = {form for forms in entity.short.values() for form in forms}
    return (form for forms in all_names_of(entity).values() for form in forms if form not in short)


@cache
def find_outlet_names(name: str) -> frozenset[str]:
    """Find the names of an outlet, folded."""
    return frozenset(map(_fold, find_all_names(name, (MentionKind.OUTLET, MentionKind.AGENCY))))


def tell_statement(query: Query, row: WatchedRow) -> Finding:
    """Tell of a statement."""
    return _make(query, Happening.STATEMENT, row, subject=row.statement, summary=_tell_words(row))


def tell_report(query: Query, row: WatchedRow) -> Finding:
    """Tell of a report by the first of its statements that fits."""
    title = row.title or _shorten(row.text)
    return _make(query, Happening.REPORT, row, subject=row.report, summary=f"{row.outlet or row.report}: {title}")


def _make(query: Query, happening: Happening, row: WatchedRow, *, subject: str, summary: str) -> Finding:
    """Make the finding of a statement that was found."""
    told = Told(query.id, happening.value, (subject,))
    about = {name: getattr(row, name) for name in ("claim", "statement", "report", "outlet", "url", "published")}
    return Finding(Alert(_name(told), query.name, happening.value, summary, words=row.text, **about), told)


def tell_denials(query: Query, claim: Claim) -> Iterator[Finding]:
    """Tell of each denial of a claim."""
    for one in claim.statements:
        if one.stance is Stance.DENIES:
            told = Told(query.id, Happening.DENIAL.value, (one.id,))
            summary = f"{_who(one)} denies: {_shorten(claim.text)}"
            yield Finding(_alert(query, told, claim, one, summary=summary), told)


def tell_second_origin(query: Query, claim: Claim) -> Finding:
    """Tell that a claim rests on two origins or more."""
    told = Told(query.id, Happening.SECOND_ORIGIN.value, tuple(one.id for one in claim.statements))
    names = ", ".join(_origin_name(origin) for origin in claim.origins.sources)
    summary = f"{claim.origins.best} origins ({names}): {_shorten(claim.text)}"
    return Finding(_alert(query, told, claim, claim.statements[-1], summary=summary), told)


def tell_new_origins(query: Query, claim: Claim, known_report: str | None) -> Iterator[Finding]:
    """Tell of each origin of a claim; those that a known report has are only remembered."""
    by_id = {one.id: one for one in claim.statements}
    for origin in claim.origins.sources:
        held = [by_id[identity] for identity in origin.statements if identity in by_id]
        if held:
            told = Told(query.id, Happening.NEW_ORIGIN.value, tuple(one.id for one in held))
            summary = f"{_origin_name(origin)} is a new origin of: {_shorten(claim.text)}"
            is_known = any(one.report == known_report for one in held)
            yield Finding(None if is_known else _alert(query, told, claim, held[0], summary=summary), told)


def _alert(query: Query, told: Told, claim: Claim, one: ClaimStatement, *, summary: str) -> Alert:
    """Make the alert of a claim and the statement that it is about."""
    about = {"statement": one.id, "report": one.report, "published": one.published, "words": one.text}
    return Alert(_name(told), query.name, told.kind, summary, claim=claim.id, **about)


def _name(told: Told) -> str:
    """Make the id of an alert, of the first of its ids in alphabetical order, which does not change with the order."""
    return digest(told.query, told.kind, min(told.subjects))


def tell_rest(query: Query, count: int, *, at: str) -> Alert:
    """Tell that there is more than is told one by one."""
    summary = f"and {count} more; 'hearsay show' and 'hearsay serve' have them all"
    return Alert(digest(query.id, "more", at), query.name, "more", summary)


def _tell_words(row: WatchedRow) -> str:
    who = draw_chain(_decode_chain(row.chain)) or row.outlet or OWN_VOICE
    return f"{who}: {_shorten(row.text)}"


def _who(one: ClaimStatement) -> str:
    return name_link(one.chain[-1]) if one.chain else f"the report {one.report}"


def _origin_name(origin: Origin) -> str:
    return (
        name_link(Link(origin.kind, origin.name))
        if origin.kind is not SourceKind.NONE
        else name_link(Link(origin.kind))
    )


def _shorten(text: str) -> str:
    return shorten(" ".join(text.split()), _WORDS)


def _fold(name: str) -> str:
    return Folded(name.strip()).text.casefold()
