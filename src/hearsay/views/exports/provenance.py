"""W3C PROV-JSON of claims (https://www.w3.org/submissions/prov-json/): one document, with a bundle for each claim.

A claim was derived from statements, a statement was quoted from its report and has origins as its primary sources; who
stands behind it is an agent. Reports that are copies were derived from what they copy.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from hearsay.ledger import Ledger
from hearsay.records import Claim, ClaimStatement, Copy, Link, Origin, Reading, Record, SourceKind
from hearsay.views.exports.files import Order, Written, write_lines
from hearsay.views.exports.names import is_named, name_plainly, name_source

Bundle = dict[str, dict[str, dict[str, object]]]
PREFIXES = {"hs": "urn:hearsay:", "wd": "http://www.wikidata.org/entity/"}


class Grounds(Record, frozen=True):
    """What a claim rests on beside itself: its reports, and the copies among them."""

    reports: tuple[Reading, ...]
    copies: tuple[Copy, ...]


def export_prov(ledger: Ledger, order: Order) -> Iterator[Written]:
    """Write a bundle for each claim, or the plain document of one."""
    if order.claim is not None:
        claim = ledger.links.claim(order.claim)
        lines = [_encode(make_document(claim, find_grounds(ledger, claim)))] if claim else []
        yield write_lines(order.folder / f"claim-{order.claim}.prov.json", lines, order=order)
        return
    bundles = ((claim.id, make_bundle(claim, find_grounds(ledger, claim))) for claim in ledger.links.claims())
    written = write_lines(order.folder / "claims.prov.json", draw_bundles(bundles), order=order)
    yield Written(written.file, written.rows - 2)


def find_grounds(ledger: Ledger, claim: Claim) -> Grounds:
    """Find the reports of a claim, and which of them are copies."""
    reports = dict.fromkeys(one.report for one in claim.statements)
    readings = tuple(found for report in reports if (found := ledger.reading(report)))
    copies = dict.fromkeys(chain.from_iterable(map(ledger.links.copies, reports)))
    return Grounds(readings, tuple(copy for copy in copies if copy.report in reports))


def draw_bundles(bundles: Iterable[tuple[str, Bundle]]) -> Iterator[str]:
    """Write the lines of a document of bundles: its head, a bundle a line, its end."""
    yield f'{{"prefix": {_encode(PREFIXES)}, "bundle": {{\n'
    between = ""
    for identity, bundle in bundles:
        yield f"{between}{_encode(f'hs:bundle-{identity}')}: {_encode({'prefix': PREFIXES, **bundle})}"
        between = ",\n"
    yield "\n}}\n"


def make_document(claim: Claim, grounds: Grounds) -> dict[str, object]:
    """Make the document of one claim."""
    return {"prefix": PREFIXES, **make_bundle(claim, grounds)}


def make_bundle(claim: Claim, grounds: Grounds) -> Bundle:
    """Make the records of a claim: entities, agents, and how they hang together."""
    bundle: Bundle = {"entity": {}, "agent": {}, "wasDerivedFrom": {}, "wasAttributedTo": {}}
    name = f"hs:claim-{claim.id}"
    counts = {f"hs:{key}": getattr(claim.origins, key) for key in ("at_least", "best", "at_most", "gates")}
    bundle["entity"][name] = {"prov:type": _type("hs:Claim"), "prov:label": claim.text, **counts}
    for report in grounds.reports:
        _add_report(bundle, report)
    for one in claim.statements:
        _add_statement(bundle, one, name)
    held = {one.id for one in claim.statements}
    for place, origin in enumerate(claim.origins.sources):
        _add_origin(bundle, origin, name=f"hs:origin-{claim.id}-{place}", held=held)
    for copy in grounds.copies:
        _add_copy(bundle, copy)
    return bundle


def _add_report(bundle: Bundle, report: Reading) -> None:
    """Add a report, and its outlet as who is responsible for it."""
    about = {"prov:label": report.title, "hs:lang": report.lang, "hs:published": report.published, "hs:url": report.url}
    name = name_report(report.id)
    bundle["entity"][name] = _known({"prov:type": _type("hs:Report"), **about})
    if report.outlet:
        agent = _add_agent(bundle, Link(SourceKind.OUTLET, report.outlet))
        _relate(bundle, "wasAttributedTo", {"prov:entity": name, "prov:agent": agent})


def _add_statement(bundle: Bundle, one: ClaimStatement, claim: str) -> None:
    """Add a statement: quoted from its report, attributed to its sources, and what the claim is derived from."""
    name = f"hs:statement-{one.id}"
    told = {"hs:act": one.act.value, "hs:certainty": one.certainty.value, "hs:stance": one.stance.value}
    bundle["entity"][name] = {"prov:type": _type("hs:Statement"), "prov:label": one.text, **told}
    _derive(bundle, claim, name, kind=f"hs:{one.stance.value}")
    report = name_report(one.report)
    bundle["entity"].setdefault(report, {"prov:type": _type("hs:Report")})
    _derive(bundle, name, report, kind="prov:Quotation")
    for position, link in enumerate(one.chain):
        if link.kind is not SourceKind.NONE:
            agent = _add_agent(bundle, link)
            _relate(bundle, "wasAttributedTo", {"prov:entity": name, "prov:agent": agent, "hs:position": position})


def _add_origin(bundle: Bundle, origin: Origin, *, name: str, held: set[str]) -> None:
    """Add an origin: the primary source of the statements that go back to it."""
    about = {"prov:label": origin.name or origin.kind.value, "hs:through": ", ".join(origin.through)}
    bundle["entity"][name] = _known({"prov:type": _type("hs:Origin"), **about})
    if origin.kind is not SourceKind.NONE:
        agent = _add_agent(bundle, origin)
        _relate(bundle, "wasAttributedTo", {"prov:entity": name, "prov:agent": agent})
    for statement in origin.statements:
        if statement in held:
            _derive(bundle, f"hs:statement-{statement}", name, kind="prov:PrimarySource")


def _add_copy(bundle: Bundle, copy: Copy) -> None:
    """Add what a report derives from: another report, or somebody whose text is not at hand."""
    original = name_report(copy.of)
    bundle["entity"].setdefault(original, {"prov:type": _type("hs:Report"), "prov:label": copy.of})
    _derive(bundle, name_report(copy.report), original, kind=f"hs:{copy.relation.value}")


def _add_agent(bundle: Bundle, source: Link | Origin) -> str:
    """Add an agent, a person or a body where that is known, and give its name."""
    name = f"hs:source-{name_source(source)}"
    kind = (
        "prov:Person" if source.kind is SourceKind.PERSON else "prov:Organization" if is_named(source) else "hs:Unnamed"
    )
    label = source.name or source.kind.value
    bundle["agent"][name] = {"prov:type": _type(kind), "prov:label": label, "hs:kind": source.kind.value}
    return name


def name_report(identity: str) -> str:
    """Name a report, or what a copy goes back to.

    >>> name_report("r1")
    'hs:report-r1'
    """
    return f"hs:report-{name_plainly(identity)}"


def _derive(bundle: Bundle, derived: str, used: str, *, kind: str) -> None:
    fields: dict[str, object] = {"prov:generatedEntity": derived, "prov:usedEntity": used, "prov:type": _type(kind)}
    _relate(bundle, "wasDerivedFrom", fields)


def _relate(bundle: Bundle, relation: str, fields: dict[str, object]) -> None:
    """Add a relation under the next free name."""
    bundle[relation][f"_:{relation}{len(bundle[relation])}"] = fields


def _type(name: str) -> dict[str, str]:
    """Write a qualified name as PROV-JSON has it."""
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _known(fields: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value}


def _encode(value: object) -> str:
    return msgspec.json.encode(value).decode()
