"""Elements and escapes."""

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from hearsay.views.markup import element, escape_text


@given(st.text())
def test_escaped_text_holds_no_markup_and_comes_back(words: str) -> None:
    escaped = escape_text(words)
    assert not set("<>\"'") & set(escaped)
    if "\ufffd" not in escaped:
        assert unescape(escaped) == words


def test_attributes_are_escaped_and_left_out_when_none() -> None:
    assert element("a", "x", href='"><script>', title=None, hidden=True) == (
        '<a href="&quot;&gt;&lt;script&gt;" hidden>x</a>'
    )


def test_void_elements_have_no_end() -> None:
    assert element("hr", class_="thin") == '<hr class="thin">'


def test_controls_become_replacement_characters() -> None:
    assert escape_text("a\x00b\x1bc\nd\ud800") == "a\ufffdb\ufffdc\nd\ufffd"
