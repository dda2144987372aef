"""schema.org JSON-LD of what the ledger holds: NewsArticle, Quotation and Claim (https://schema.org/Claim).

What is only reported, not quoted, is a CreativeWork. A ClaimReview, which rates whether a claim is true, is never made:
hearsay tells who says so, and leaves the rating to people.
"""

from collections.abc import Iterable, Iterator

import msgspec

from hearsay.ledger import Ledger, ReportRow, StatementRow
from hearsay.records import Claim, Directness, Link, Origin, Reading, SourceKind
from hearsay.views.exports.files import Order, Written, write_lines
from hearsay.views.exports.names import find_wikidata, is_named, name_urn
from hearsay.views.tables import draw_chain

Node = dict[str, object]
_HEAD = '{"@context": "https://schema.org", "@graph": [\n'


def export_jsonld(ledger: Ledger, order: Order) -> Iterator[Written]:
    """Write one document of all reports, statements and claims, or of one claim and what belongs to it."""
    nodes = _find_nodes(ledger) if order.claim is None else find_claim_nodes(ledger, order.claim)
    name = "claims.jsonld" if order.claim is None else f"claim-{order.claim}.jsonld"
    written = write_lines(order.folder / name, draw_document(nodes), order=order)
    yield Written(written.file, written.rows - 2)


def draw_document(nodes: Iterable[Node]) -> Iterator[str]:
    """Write the lines of a document: its head, a node a line, its end."""
    yield _HEAD
    between = ""
    for node in nodes:
        yield between + msgspec.json.encode(node).decode()
        between = ",\n"
    yield "\n]}\n"


def _find_nodes(ledger: Ledger) -> Iterator[Node]:
    yield from map(make_article, ledger.reports())
    yield from (make_quotation(statement) for statement in ledger.statements() if statement.chain)
    yield from map(make_claim, ledger.links.claims())


def find_claim_nodes(ledger: Ledger, identity: str) -> Iterator[Node]:
    """Give the nodes of one claim: its reports, its statements on somebody's word, itself."""
    claim = ledger.links.claim(identity)
    if claim is None:
        return
    wanted = {one.id for one in claim.statements}
    for report in dict.fromkeys(one.report for one in claim.statements):
        reading = ledger.reading(report)
        if reading:
            yield make_article(reading)
        rows = ledger.statements(report=report)
        yield from (make_quotation(row) for row in rows if row.chain and row.id in wanted)
    yield make_claim(claim)


def make_article(report: ReportRow | Reading) -> Node:
    """Make the NewsArticle of a report, without its text: that belongs to its outlet."""
    publisher = {"@type": "NewsMediaOrganization", "name": report.outlet} if report.outlet else None
    credits = report.credits
    return _node(
        "NewsArticle",
        name_urn("report", report.id),
        identifier=report.id,
        headline=report.title,
        url=report.url,
        inLanguage=report.lang,
        datePublished=report.published,
        publisher=publisher,
        author={"@type": "Person", "name": credits.byline} if credits.byline else None,
        creditText=credits.agency,
        translator={"@type": "Person", "name": credits.translator} if credits.translator else None,
        isBasedOn=credits.source_link,
    )


def make_quotation(statement: StatementRow) -> Node:
    """Make the Quotation of a statement, or a CreativeWork where its words are not the source's own."""
    last = statement.chain[-1]
    return _node(
        "CreativeWork" if statement.directness is Directness.INDIRECT else "Quotation",
        name_urn("statement", statement.id),
        identifier=statement.id,
        text=statement.text,
        inLanguage=statement.lang,
        creator=make_agent(last) if is_named(last) else None,
        creditText=draw_chain(statement.chain),
        isPartOf={"@id": name_urn("report", statement.report)},
        dateCreated=statement.said,
        datePublished=statement.published,
    )


def make_claim(claim: Claim) -> Node:
    """Make the Claim of a claim, with where it appears, first and in all, and who stands behind it."""
    appearances = [
        {"@id": name_urn(*(("statement", one.id) if one.chain else ("report", one.report)))} for one in claim.statements
    ]
    authors = [make_agent(origin) for origin in claim.origins.sources if is_named(origin)]
    return _node(
        "Claim",
        name_urn("claim", claim.id),
        identifier=claim.id,
        text=claim.text,
        author=authors,
        abstract=_tell_origins(claim),
        datePublished=claim.first,
        firstAppearance=appearances[0] if appearances else None,
        appearance=appearances,
    )


def make_agent(source: Link | Origin) -> Node:
    """Make the Person or Organization that a source is."""
    kind = "Person" if source.kind is SourceKind.PERSON else "Organization"
    agent = {"@type": kind, "name": source.name, "sameAs": find_wikidata(source.entity)}
    return {key: value for key, value in agent.items() if value}


def _tell_origins(claim: Claim) -> str:
    origins = claim.origins
    counted = f"Independent origins: at least {origins.at_least}, best {origins.best}, at most {origins.at_most}."
    return counted + (f" Denied by {', '.join(one.name for one in claim.denied_by)}." if claim.denied_by else "")


def _node(kind: str, identity: str, **properties: object) -> Node:
    """Make a node of what is known."""
    return {"@type": kind, "@id": identity} | {key: value for key, value in properties.items() if value}
