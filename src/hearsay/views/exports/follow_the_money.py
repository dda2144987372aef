"""FollowTheMoney entities (https://followthemoney.tech), a JSON line each, for Aleph, OpenAleph and yente.

A report is an Article, a named source a Person, Organization or PublicBody, a claim an Event; a Documentation ties an
article to a source that it has words of, or to a claim that a statement of it makes. Unnamed sources are no entities.
"""

from collections.abc import Iterator

from hearsay.ledger import Ledger, ReportRow, StatementRow
from hearsay.records import Claim, ClaimStatement, Link, Reading, SourceKind
from hearsay.views.exports.files import Order, Written, write_lines
from hearsay.views.exports.json_lines import encode_lines
from hearsay.views.exports.names import is_named, is_wikidata, load_codes, name_plainly, name_source

Entity = dict[str, object]
_SCHEMATA = {SourceKind.PERSON: "Person", SourceKind.GOVERNMENT: "PublicBody"}
# Where an article keeps the names that it mentions, by kind of mention.
_MENTIONED = {
    "person": "peopleMentioned",
    **dict.fromkeys(("organisation", "government", "agency", "outlet"), "companiesMentioned"),
    "place": "locationMentioned",
}


def export_ftm(ledger: Ledger, order: Order) -> Iterator[Written]:
    """Write the entities of the whole ledger, or of one claim."""
    entities = _find_entities(ledger) if order.claim is None else find_claim_entities(ledger, order.claim)
    name = "entities.ftm.json" if order.claim is None else f"claim-{order.claim}.ftm.json"
    yield write_lines(order.folder / name, encode_lines(entities), order=order)


def _find_entities(ledger: Ledger) -> Iterator[Entity]:
    yield from (make_article(report, ledger.tables.names_in(report.id)) for report in ledger.reports())
    yield from _find_sources(ledger)
    for statement in ledger.statements():
        yield from make_attributions(statement)
    for claim in ledger.links.claims():
        yield from make_claim_entities(claim)


def find_claim_entities(ledger: Ledger, identity: str) -> Iterator[Entity]:
    """Give the entities of one claim: its reports, the sources of its statements, itself."""
    claim = ledger.links.claim(identity)
    if claim is None:
        return
    wanted = {one.id for one in claim.statements}
    sources = {name_source(link): link for one in claim.statements for link in one.chain if is_named(link)}
    yield from map(make_source, sources.values())
    for report in dict.fromkeys(one.report for one in claim.statements):
        reading = ledger.reading(report)
        if reading:
            yield make_article(reading, ledger.tables.names_in(report))
        for row in ledger.statements(report=report):
            yield from make_attributions(row) if row.id in wanted else ()
    yield from make_claim_entities(claim)


def _find_sources(ledger: Ledger) -> Iterator[Entity]:
    """Give every named source once, under the kind in which it says the most."""
    seen: set[str] = set()
    for row in ledger.sources():
        link = Link(row.kind, row.name, row.entity)
        if is_named(link) and name_source(link) not in seen:
            seen.add(name_source(link))
            yield make_source(link)


def make_article(report: ReportRow | Reading, names: tuple[tuple[str, str], ...] = ()) -> Entity:
    """Make the Article of a report, with the names that it mentions."""
    mentioned: dict[str, list[str]] = {}
    for kind, name in names:
        if kind in _MENTIONED:
            mentioned.setdefault(_MENTIONED[kind], []).append(name)
    lines = (line.strip() for line in report.text.splitlines())
    return _entity(
        "Article",
        report_name(report.id),
        title=[report.title or next(filter(None, lines), report.id)],
        bodyText=[report.text],
        language=[load_codes()["languages"].get(report.lang)],
        publishedAt=[report.published],
        sourceUrl=[report.url],
        publisher=[report.outlet],
        author=[report.credits.byline],
        **mentioned,
    )


def make_source(source: Link) -> Entity:
    """Make the person or body that a source is."""
    wikidata = [source.entity] if is_wikidata(source.entity) else []
    return _entity(
        _SCHEMATA.get(source.kind, "Organization"), name_source(source), name=[source.name], wikidataId=wikidata
    )


def make_attributions(statement: StatementRow) -> Iterator[Entity]:
    """Make a Documentation for each named source of a statement."""
    for position, link in enumerate(statement.chain):
        if is_named(link):
            is_last = position == len(statement.chain) - 1
            yield _entity(
                "Documentation",
                f"{statement.id}-{position}",
                document=[report_name(statement.report)],
                entity=[name_source(link)],
                role=[statement.act.value if is_last else "via"],
                summary=[statement.text],
                date=[statement.said or statement.published],
                recordId=[statement.id],
            )


def make_claim_entities(claim: Claim) -> Iterator[Entity]:
    """Make the Event of a claim, and a Documentation for each statement that makes or denies it."""
    involved = [name_source(origin) for origin in claim.origins.sources if is_named(origin)]
    held = {name_source(link) for one in claim.statements for link in one.chain if is_named(link)}
    name = f"claim-{claim.id}"
    yield _entity(
        "Event",
        name,
        name=[" ".join(claim.text.split())[:200]],
        summary=[claim.text],
        startDate=[claim.first],
        involved=[source for source in involved if source in held],
        recordId=[claim.id],
        keywords=["claim", *(["denied"] if claim.denied_by else [])],
    )
    yield from (_document(one, name) for one in claim.statements)


def _document(one: ClaimStatement, claim: str) -> Entity:
    return _entity(
        "Documentation",
        f"{claim}-{one.id}",
        document=[report_name(one.report)],
        entity=[claim],
        role=[one.stance.value],
        summary=[one.text],
        date=[one.published],
        recordId=[one.id],
    )


def report_name(report: str) -> str:
    """Name the entity of a report.

    >>> report_name("r1")
    'report-r1'
    """
    return f"report-{name_plainly(report)}"


def _entity(schema: str, identity: str, **properties: list[str | None] | list[str]) -> Entity:
    """Make an entity of what is known."""
    known = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": identity, "schema": schema, "properties": {name: values for name, values in known.items() if values}}
