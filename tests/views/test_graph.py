"""The picture's places: boxes never overlap, time runs to the right, edges lead to what is gone back to."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.records import Copy, Relation, Stance
from hearsay.views.graph import MOST_REPORTS, NODE, NodeKind, lay_out
from tests.views.graph_factories import make_claim, make_row

DAYS = st.sampled_from(["2024-03-02", "2024-03-03", "2024-03-09", ""])
ROWS = st.lists(
    st.tuples(DAYS, st.sampled_from([None, "Kestrel", "Paper 1"]), st.sampled_from(list(Stance))), max_size=70
)


@given(ROWS, st.integers(1, 4))
def test_boxes_lie_inside_and_never_overlap(given_rows, origins: int) -> None:
    rows = tuple(make_row(k, day=day, cites=cites, stance=stance) for k, (day, cites, stance) in enumerate(given_rows))
    graph = lay_out(make_claim(rows, origins=origins), {row.report: f"Paper {row.report}" for row in rows})
    for node in graph.nodes:
        assert node.x >= 0 and node.x + node.width <= graph.width and node.y >= 0 and node.y + NODE[1] <= graph.height
    for one, other in combinations(graph.nodes, 2):
        assert abs(one.y - other.y) >= NODE[1] or one.x + one.width <= other.x or other.x + other.width <= one.x
    known = {node.id for node in graph.nodes}
    assert all(edge.source in known and edge.target in known for edge in graph.edges)


def test_time_runs_from_left_to_right_behind_the_origins() -> None:
    rows = (make_row(1), make_row(2, day="2024-03-04"))
    places = {node.id: node.x for node in lay_out(make_claim(rows), {}).nodes}
    assert places["o0"] < places["r:r1"] < places["r:r2"]


def test_a_copy_leads_to_its_original_and_is_no_gate() -> None:
    copy = Copy("r2", "r1", Relation.REPRINT, 0.9, ())
    outlets = {"r1": "Kestrel", "r2": "Kestrel"}
    graph = lay_out(make_claim((make_row(1), make_row(2)), gates=("Kestrel",)), outlets, [copy])
    nodes = {node.id: node for node in graph.nodes}
    assert nodes["r:r2"].kind is NodeKind.COPY and not nodes["r:r2"].is_gate and nodes["r:r1"].is_gate
    assert ("r:r2", "r:r1", True) in {(edge.source, edge.target, edge.is_copy) for edge in graph.edges}


def test_an_outlet_that_is_cited_stands_between_where_its_report_is_not_at_hand() -> None:
    graph = lay_out(make_claim((make_row(1, cites="Harbour Wire"),)), {"r1": "Kestrel"})
    (cited,) = (node for node in graph.nodes if node.kind is NodeKind.CITED)
    assert {(edge.source, edge.target) for edge in graph.edges} == {("r:r1", cited.id), (cited.id, "o0")}


def test_a_report_that_cites_one_at_hand_leads_to_it() -> None:
    rows = (make_row(1), make_row(2, cites="Kestrel"))
    graph = lay_out(make_claim(rows), {"r1": "Kestrel", "r2": "Ferry Post"})
    assert ("r:r2", "r:r1") in {(edge.source, edge.target) for edge in graph.edges}


def test_denials_have_a_row_of_their_own_and_lead_nowhere() -> None:
    graph = lay_out(make_claim((make_row(1), make_row(2, stance=Stance.DENIES))), {})
    assert [lane.is_denial for lane in graph.lanes] == [False, True]
    assert all(edge.source != "d:r2" for edge in graph.edges)


def test_a_claim_in_very_many_reports_is_drawn_in_part() -> None:
    graph = lay_out(make_claim(tuple(make_row(k) for k in range(300))), {})
    assert sum(node.report is not None for node in graph.nodes) == MOST_REPORTS
