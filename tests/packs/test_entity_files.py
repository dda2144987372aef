"""How entities are loaded: the compiled table says what the files say, and only while it is fresh."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.errors import PackError
from hearsay.packs import entity_files
from hearsay.packs.entity_files import compile_entities, load_entities, load_shipped_entities, names_of, read_tables
from tools.build_entities import is_fresh


@pytest.fixture
def loaded_anew() -> Iterator[None]:
    """Load the entities again in the test, and once more after it."""
    load_entities.cache_clear()
    yield
    load_entities.cache_clear()


def test_the_compiled_table_is_fresh() -> None:
    assert is_fresh(), "run python tools/build_entities.py"


def test_a_stale_compiled_table_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    head, _, lines = compile_entities().partition(b"\n")
    assert entity_files._read_compiled("another digest") == []
    assert len(lines.splitlines()) == len(load_shipped_entities()) and b"sources" in head
    monkeypatch.setattr(entity_files, "COMPILED", "nowhere.jsonl")
    assert entity_files._read_compiled("any") == []


def test_compiled_entities_are_those_of_the_files() -> None:
    assert read_tables(entity_files._read_texts()) == list(load_shipped_entities().values())


@pytest.mark.usefixtures(loaded_anew.__name__)
def test_the_setting_names_entities_of_one_s_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[hs-gull]\nkind = "outlet"\nnames.en = "Evening Gull"\n', encoding="utf8")
    monkeypatch.setenv("HEARSAY_ENTITIES", str(file))
    assert names_of(load_entities()["hs-gull"], "en") == ("Evening Gull",)
    assert len(load_entities()) == len(load_shipped_entities()) + 1


@pytest.mark.parametrize(
    ("texts", "complaint"),
    [
        ({"places/a.toml": '[Q1]\nnames.en = "A"\n', "people/b.toml": '[Q1]\nnames.en = "B"\n'}, "stands already"),
        ({"places/a.toml": '[Q1]\nnames.en = "A"\ncountry = "QQ"\n'}, "refers to 'QQ'"),
    ],
)
def test_tables_that_contradict_are_refused(texts: dict[str, str], complaint: str) -> None:
    with pytest.raises(PackError, match=complaint):
        read_tables(texts)
