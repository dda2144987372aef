"""JSON-LD: things however they are nested; broken blocks are let be."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.gather.json_ld import Thing, find_names, find_pictures, find_things, is_article, kinds_of

html = pytest.importorskip("lxml.html")


def things_of(*blocks: str) -> tuple[Thing, ...]:
    """Find the things in these blocks."""
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    return find_things(html.document_fromstring(f"<html><head>{scripts}</head><body><p>x</p></body></html>"))


def test_graphs_lists_and_main_entities() -> None:
    things = things_of(
        '{"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle"}}]}', '[{"@type": ["A", 5]}]'
    )
    assert [kind for thing in things for kind in kinds_of(thing)] == ["WebPage", "NewsArticle", "A"]
    assert [is_article(thing) for thing in things if kinds_of(thing)] == [False, True, False]


def test_a_broken_block_costs_no_other() -> None:
    assert things_of("{", "[[[", '{"@type": "Report",\n"headline": "Talks\nfail"}')[0]["headline"] == "Talks fail"


def test_pictures_of_articles_but_no_logos() -> None:
    article = {"@type": "NewsArticle", "image": [{"@type": "ImageObject", "caption": "Guards"}, "x.jpg"]}
    article |= {"publisher": {"@type": "Organization", "logo": {"@type": "ImageObject", "caption": "Logo"}}}
    lone = {"@type": "ImageObject", "caption": "A gate"}
    blocks = [msgspec.json.encode(block).decode() for block in (article, lone)]
    assert [picture["caption"] for picture in find_pictures(things_of(*blocks))] == ["A gate", "Guards"]


def test_addresses_are_no_names() -> None:
    told = [{"name": ["Jane Roe", None]}, "https://news.example/jane", "jane@news.example", " John  Doe "]
    assert list(find_names(told)) == ["Jane Roe", "John Doe"]


@given(st.recursive(st.none() | st.text(max_size=5) | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["@type", "@graph", "mainEntity", "image", "name"]), inner
), max_leaves=8))  # fmt: skip
def test_any_json(found: object) -> None:
    things = things_of(msgspec.json.encode(found).decode().replace("<", " "))
    assert all(isinstance(picture, dict) for picture in find_pictures(things))
    assert all(isinstance(name, str) for thing in things for name in find_names(thing))
