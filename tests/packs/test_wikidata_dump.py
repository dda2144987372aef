"""Dumps are read line by line, however they are packed."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from hearsay.errors import PackError
from hearsay.packs.wikidata_dump import Dump, Line, decode_item
from tests.packs.wikidata_factories import WRITERS, make_item, write_dump


def read_lines(path: Path, start: int = 0) -> list[Line]:
    """Read a dump from a byte to its end."""
    with closing(Dump(path, start)) as dump:
        return list(dump)


@pytest.mark.parametrize("ending", WRITERS)
def test_reading_goes_on_where_it_stopped(tmp_path: Path, ending: str) -> None:
    path = write_dump(tmp_path, ending)
    lines = read_lines(path)
    half = len(lines) // 2
    assert read_lines(path, lines[half - 1].end) == lines[half:]
    assert lines[0].content == b"[\n"


def test_the_bytes_done_are_those_of_the_file(tmp_path: Path) -> None:
    dump = Dump(write_dump(tmp_path, "gz"))
    list(dump)
    assert 0 < dump.done() <= dump.size == dump.path.stat().st_size
    dump.close()


def test_a_line_is_an_item_or_none() -> None:
    item = decode_item(json.dumps(make_item("Q1", {"en": "A"})).encode() + b",\n")
    assert item and item.id == "Q1"
    for line in (b"[\n", b"]\n", b"\n", b'{"id": "P31"}\n'):
        assert decode_item(line) is None


def test_empty_maps_may_be_lists() -> None:
    assert decode_item(b'{"id": "Q1", "labels": [], "aliases": [], "claims": [], "sitelinks": []}')


@pytest.mark.parametrize("line", [b"{", b'{"id": 5}', b"\xff\xfe", b'{"id": "Q1", "labels": 3}'])
def test_a_bad_line_says_why(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        decode_item(line)


def test_what_is_no_dump_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html>", encoding="utf8")
    with pytest.raises(PackError, match="no Wikidata dump"):
        Dump(tmp_path / "page.html")
    with pytest.raises(PackError, match="cannot be read"):
        Dump(tmp_path / "none.json")


@pytest.mark.parametrize("ending", ["gz", "bz2"])
def test_a_dump_that_is_cut_off_says_so(tmp_path: Path, ending: str) -> None:
    path = write_dump(tmp_path, ending)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(PackError, match="Fetch the dump again"):
        read_lines(path)
