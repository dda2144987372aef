"""GraphML: read by networkx, whatever characters stand in the reports."""

from pathlib import Path

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.views.exports import Order, export
from hearsay.views.exports.graphml import Edge, Node, draw_graph
from tests.views.exports.export_factories import open_filled

wild = st.text(st.sampled_from("a<&>\"'\0\x0b\ud800\ufffeক\u202e\n"), max_size=6)


@pytest.mark.parametrize("claim", [None, "c1"])
def test_the_graph_leads_from_a_claim_to_its_origins(tmp_path: Path, claim: str | None) -> None:
    with open_filled(tmp_path) as ledger:
        (written,) = export(ledger, "graphml", Order(tmp_path, claim))
    graph = networkx.read_graphml(tmp_path / written.file)
    assert graph.number_of_nodes() + graph.number_of_edges() == written.rows
    assert all("kind" in facts for _, facts in graph.nodes(data=True))  # no edge leads to what is not there
    below = networkx.descendants(graph, "claim:c1")
    assert {"origin:c1:0", "origin:c1:1", "report:r1", "outlet:Harbour Wire", "beside:Q130879"} <= below
    assert graph.nodes["claim:c1"]["best"] == 2 and graph.edges["report:r2", "report:r1"]["score"] == 0.93


@given(wild, wild)
def test_any_text_can_be_drawn(name: str, label: str) -> None:
    lines = "".join(draw_graph([Node(f"n{name}", {"label": label}), Edge(f"n{name}", f"n{name}", {"relation": label})]))
    graph = networkx.parse_graphml(lines.encode())
    assert graph.number_of_nodes() == graph.number_of_edges() == 1
