"""Records: frozen, strict when decoded, the same after a round trip; ids are made of content."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay import records
from hearsay.records import Credits, Link, Mention, Reading, Record, SourceKind, Statement, Time, Zone, digest

KINDS = [kind for kind in vars(records).values() if isinstance(kind, type) and issubclass(kind, Record)]
# JSON is text: half of a surrogate pair is none.
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Give a value, or none."""
    return st.none() | strategy


LINKS = st.builds(Link, st.sampled_from(SourceKind), TEXT, maybe(TEXT), maybe(SPANS))
STATEMENTS = st.builds(
    Statement,
    TEXT,
    st.lists(SPANS).map(tuple),
    st.lists(SPANS).map(tuple),
    st.lists(LINKS).map(tuple),
    said=maybe(TEXT),
)
READINGS = st.builds(
    Reading,
    published=maybe(TEXT),
    text=TEXT,
    zones=st.tuples(st.builds(Zone, span=SPANS)),
    mentions=st.tuples(st.builds(Mention, span=SPANS, name=TEXT)),
    times=st.tuples(st.builds(Time, span=SPANS, value=TEXT)),
    statements=st.lists(STATEMENTS, max_size=3).map(tuple),
    credits=st.builds(Credits, byline=maybe(TEXT)),
)


@given(READINGS)
def test_a_reading_comes_back_from_json_as_it_was(reading: Reading) -> None:
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_unknown_field_is_an_error(kind: type[Record]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"unheard_of": 1}', type=kind)


def test_records_are_frozen() -> None:
    with pytest.raises(AttributeError):
        Link(SourceKind.NONE).name = "nobody"  # type: ignore[misc]


def test_a_closed_list_takes_nothing_else() -> None:
    with pytest.raises(msgspec.ValidationError, match="guess"):
        msgspec.json.decode(b'{"kind": "guess"}', type=Link)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1f")), unique=True, min_size=2))
def test_another_order_is_another_id(parts: list[str]) -> None:
    assert digest(*parts) == digest(*parts)
    assert digest(*parts) != digest(*reversed(parts))


def test_parts_do_not_run_into_one_another() -> None:
    assert digest("ab", "c") != digest("a", "bc")
