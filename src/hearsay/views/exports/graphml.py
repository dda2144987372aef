"""GraphML (http://graphml.graphdrawing.org) of the provenance graph: for Gephi, yEd, networkx and their like.

Nodes are claims, origins, statements, reports, outlets and agencies; an edge leads from what depends to what it depends on.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from hearsay.ledger import Ledger
from hearsay.records import Claim, Copy, Record
from hearsay.views.exports.files import Order, Written, write_lines

# What a node or an edge can tell, with its type in GraphML.
_NODE_KEYS = {
    **dict.fromkeys(("kind", "label", "lang", "published", "act", "certainty", "entity"), "string"),
    **dict.fromkeys(("at_least", "best", "at_most", "gates"), "int"),
}
_EDGE_KEYS = {"relation": "string", "score": "double"}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
# XML 1.0 has no way to write these, not even escaped.
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\ufffd")


class Node(Record, frozen=True):
    """A node of the graph."""

    id: str
    facts: Mapping[str, str | int | None]


class Edge(Record, frozen=True):
    """An edge of the graph, from what depends to what it depends on."""

    source: str
    target: str
    facts: Mapping[str, str | float | None]


def export_graphml(ledger: Ledger, order: Order) -> Iterator[Written]:
    """Write the graph of all claims, or of one."""
    name = "provenance.graphml" if order.claim is None else f"claim-{order.claim}.graphml"
    written = write_lines(order.folder / name, draw_graph(find_graph(ledger, order.claim)), order=order)
    yield Written(written.file, written.rows - 2)


def find_graph(ledger: Ledger, claim: str | None = None) -> Iterator[Node | Edge]:
    """Give nodes and edges, every node once."""
    found = ledger.links.claim(claim) if claim is not None else None
    if claim is not None and found is None:
        return
    reports = {one.report for one in found.statements} if found else None
    yield from _report_nodes(ledger, reports)
    for one in [found] if found else ledger.links.claims():
        yield from make_claim_graph(one)
    yield from _copy_edges(ledger, reports)


def _report_nodes(ledger: Ledger, reports: set[str] | None) -> Iterator[Node | Edge]:
    """Give the reports, all or some, with their outlets."""
    outlets: set[str] = set()
    rows = ledger.reports() if reports is None else filter(None, map(ledger.reading, sorted(reports)))
    for row in rows:
        facts = {"kind": "report", "label": row.title or row.id, "lang": row.lang, "published": row.published}
        yield Node(f"report:{row.id}", facts)
        if row.outlet:
            if row.outlet not in outlets:
                outlets.add(row.outlet)
                yield Node(f"outlet:{row.outlet}", {"kind": "outlet", "label": row.outlet})
            yield Edge(f"report:{row.id}", f"outlet:{row.outlet}", {"relation": "published by"})


def make_claim_graph(claim: Claim) -> Iterator[Node | Edge]:
    """Give a claim, its statements and its origins, and how they hang together."""
    origins = claim.origins
    counts = {"at_least": origins.at_least, "best": origins.best, "at_most": origins.at_most, "gates": origins.gates}
    yield Node(f"claim:{claim.id}", {"kind": "claim", "label": claim.text, "published": claim.first, **counts})
    for one in claim.statements:
        told = {"act": one.act.value, "certainty": one.certainty.value, "lang": one.lang, "published": one.published}
        yield Node(f"statement:{one.id}", {"kind": "statement", "label": one.text, **told})
        yield Edge(f"claim:{claim.id}", f"statement:{one.id}", {"relation": one.stance.value})
        yield Edge(f"statement:{one.id}", f"report:{one.report}", {"relation": "stands in"})
    held = {one.id for one in claim.statements}
    for place, origin in enumerate(origins.sources):
        name = f"origin:{claim.id}:{place}"
        yield Node(name, {"kind": "origin", "label": origin.name or origin.kind.value, "entity": origin.entity})
        for statement in origin.statements:
            if statement in held:
                yield Edge(f"statement:{statement}", name, {"relation": "goes back to"})


def _copy_edges(ledger: Ledger, reports: set[str] | None) -> Iterator[Node | Edge]:
    """Give how reports derive; a source that is no report at hand is a node of its own."""
    beside: set[str] = set()
    for copy in ledger.links.copies():
        if reports is not None and copy.report not in reports:
            continue
        is_at_hand = copy.of in reports if reports is not None else ledger.holds(copy.of)
        if not is_at_hand and copy.of not in beside:
            beside.add(copy.of)
            yield Node(f"beside:{copy.of}", {"kind": "beside", "label": copy.of})
        yield make_copy_edge(copy, f"report:{copy.of}" if is_at_hand else f"beside:{copy.of}")


def make_copy_edge(copy: Copy, target: str) -> Edge:
    """Give the edge of a copy."""
    return Edge(f"report:{copy.report}", target, {"relation": copy.relation.value, "score": copy.score})


def draw_graph(parts: Iterable[Node | Edge]) -> Iterator[str]:
    """Write the lines of a graph: its head with the keys, a node or an edge a line, its end."""
    keys = [_draw_key("node", *key) for key in _NODE_KEYS.items()] + [
        _draw_key("edge", *key) for key in _EDGE_KEYS.items()
    ]
    yield _HEAD + "".join(keys) + '<graph id="provenance" edgedefault="directed">\n'
    yield from map(_draw_part, parts)
    yield "</graph>\n</graphml>\n"


def _draw_key(holder: str, name: str, kind: str) -> str:
    return f'<key id="{holder}_{name}" for="{holder}" attr.name="{name}" attr.type="{kind}"/>\n'


def _draw_part(part: Node | Edge) -> str:
    holder = "node" if isinstance(part, Node) else "edge"
    names = (
        f"id={_quote(part.id)}"
        if isinstance(part, Node)
        else f"source={_quote(part.source)} target={_quote(part.target)}"
    )
    told = (
        f'<data key="{holder}_{name}">{_clean(value)}</data>' for name, value in part.facts.items() if value is not None
    )
    return f"<{holder} {names}>{''.join(told)}</{holder}>\n"


def _quote(text: str) -> str:
    return quoteattr(text.translate(_FORBIDDEN))


def _clean(value: str | float) -> str:
    return escape(str(value).translate(_FORBIDDEN))
