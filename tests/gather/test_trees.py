"""Trees: entities are refused, broken XML is mended, and from any bytes only a GatherError may come out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.trees import child_text, find_children, local_name, own_text, parse_page, parse_xml

pytest.importorskip("lxml")

LAUGHS = b'<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><lolz>&b;</lolz>'


@pytest.mark.parametrize(
    "content", [LAUGHS, b"<?xml version='1.0'?>\n" + LAUGHS, LAUGHS.decode().encode("utf-16"), b"<!-- <a> -->" + LAUGHS]
)
def test_entities_are_refused(content: bytes) -> None:
    with pytest.raises(GatherError) as error:
        parse_xml(content)
    assert error.value.reason == "unsafe"


def test_a_document_type_without_entities_is_none_of_them() -> None:
    content = b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://example.org/rss-0.91.dtd"><rss>x</rss>'
    assert own_text(parse_xml(content)) == "x"


def test_broken_xml_is_mended() -> None:
    root = parse_xml(b"<a><b>one & two</b><c>three")
    assert (child_text(root, "b"), child_text(root, "c", "d")) == ("one two", "three")


def test_names_without_their_namespace() -> None:
    root = parse_xml(b'<x:Root xmlns:x="urn:x"><x:Item>1</x:Item><Item/><other/></x:Root>')
    assert local_name(root) == "root"
    assert len(list(find_children(root, "item"))) == 2


@given(st.binary(max_size=200) | st.text().map(lambda text: f"<a>{text}</a><b".encode("utf8", "replace")))
def test_any_bytes(content: bytes) -> None:
    for parse in (parse_xml, lambda given: parse_page(given.decode("latin-1"))):
        try:
            parse(content)
        except GatherError as error:
            assert error.reason in {"empty", "invalid", "unsafe"}
