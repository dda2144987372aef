"""Through whom a claim came: what each report goes back to."""

from hearsay.linking.provenance import reach, stand_in_outlet, trace
from tests.linking.linking_factories import make_carrier


def test_a_citation_leads_to_the_report_at_hand_else_to_a_stand_in() -> None:
    wire = make_carrier("wire", voice="Mira Holt", outlet="harbour wire")
    citing = make_carrier("citing", "harbour wire", at=1)
    assert trace([wire, citing], {}).parents["citing"] == {"wire"}
    graph = trace([citing], {})
    assert graph.parents["citing"] == {"outlet:harbour wire"} and graph.stand_ins == ["outlet:harbour wire"]
    assert stand_in_outlet("outlet:harbour wire") == "harbour wire"


def test_of_several_reports_the_latest_before_is_cited_that_with_the_same_voice_first() -> None:
    mira = make_carrier("mira", voice="Mira Holt", outlet="wire", at=0)
    anders = make_carrier("anders", voice="Anders Vik", outlet="wire", at=1)
    later = make_carrier("later", voice="Mira Holt", outlet="wire", at=5)
    assert trace([mira, anders, later, make_carrier("c", "wire", at=2)], {}).parents["c"] == {"anders"}
    assert trace([mira, anders, make_carrier("c", "wire", voice="Mira Holt", at=2)], {}).parents["c"] == {"mira"}


def test_a_wrong_clock_does_not_make_a_stand_in() -> None:
    wire = make_carrier("wire", voice="Mira Holt", outlet="harbour wire", at=9)
    assert trace([wire, make_carrier("citing", "harbour wire")], {}).parents["citing"] == {"wire"}


def test_a_copy_goes_back_to_its_original_unless_it_names_a_source_more() -> None:
    original = make_carrier("r1", voice="Mira Holt")
    assert trace([original, make_carrier("r2", voice="Mira Holt", at=1)], {"r2": "r1"}).parents["r2"] == {"r1"}
    graph = trace([original, make_carrier("r2", voice="Anders Vik", at=1)], {"r2": "r1"})
    assert not graph.parents["r2"] and graph.heard["r2"][0].voice.name == "Anders Vik"


def test_a_source_is_learned_from_whichever_report_states_it() -> None:
    silent = make_carrier("wire", outlet="harbour wire")
    telling = make_carrier("telling", "harbour wire", voice="Mira Holt", at=1)
    graph = trace([silent, telling], {})
    assert graph.heard["wire"][0].voice.name == "Mira Holt" and "wire:s" in graph.statement_parents


def test_a_circle_ends_where_it_closes() -> None:
    graph = trace([make_carrier("a", "kestrel", outlet="wire"), make_carrier("b", "wire", outlet="kestrel")], {})
    assert reach(graph, "a") == reach(graph, "b") == {"a", "b"}
