"""The schema: strict, frozen, and written back as it was read."""

import inspect
import re
from pathlib import Path

import msgspec
import pytest

from hearsay.packs import schema
from hearsay.packs.loading import list_languages, load_pack_source
from hearsay.packs.schema import PackSource, Section
from tests.packs.pack_factories import make_source


@pytest.mark.parametrize("language", list_languages())
def test_a_pack_is_the_same_when_it_is_written_and_read_again(language: str) -> None:
    source = load_pack_source(language)
    assert msgspec.json.decode(msgspec.json.encode(source), type=PackSource) == source


def test_a_pack_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        make_source().silent = []  # type: ignore[misc]


def test_sections_that_a_pack_can_do_without_are_empty() -> None:
    assert make_source().events.frames == []
    assert make_source().zones.bylines == []


SECTIONS = [
    (name, section)
    for name, section in inspect.getmembers(schema, inspect.isclass)
    if issubclass(section, Section) and section is not Section
]


@pytest.mark.parametrize(("name", "section"), SECTIONS)
def test_every_key_is_described_for_those_who_write_packs(name: str, section: type[Section]) -> None:
    described = set(re.findall(r"`(\w+)[ `]", (Path(__file__).parents[2] / "docs" / "packs.md").read_text("utf8")))
    assert set(section.__struct_encode_fields__) <= described, name
