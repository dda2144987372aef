"""The picture as SVG: well-formed whatever names hold, with links in a page and with its style in a file."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from hearsay.views.graph import lay_out
from hearsay.views.picture import draw_graph, fit
from tests.text.text_strategies import hard_texts
from tests.views.graph_factories import make_claim, make_row


@given(hard_texts, hard_texts)
def test_pictures_are_well_formed_whatever_names_hold(outlet: str, title: str) -> None:
    graph = lay_out(make_claim((make_row(1),)), {"r1": outlet})
    root = ElementTree.fromstring(draw_graph(graph, title, is_file=True))
    assert root.tag.endswith("svg")


def test_a_page_has_links_and_a_file_its_style() -> None:
    graph = lay_out(make_claim((make_row(1),)), {"r1": "Kestrel"})
    page = draw_graph(graph, "dam", address=lambda report: f"/reports/{report}")
    assert 'href="/reports/r1"' in page and "<style>" not in page
    file = draw_graph(graph, "dam", is_file=True)
    assert "href" not in file and "prefers-color-scheme" in file


@given(hard_texts, st.integers(20, 200))
def test_words_that_fit_stay_and_others_are_cut(words: str, room: int) -> None:
    found = fit(words, room)
    assert found == words or found.endswith("…")
