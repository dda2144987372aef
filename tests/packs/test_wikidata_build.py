"""A build from a dump: what comes out can be loaded, bad lines are counted, an interrupted build goes on."""

from pathlib import Path

import pytest

from hearsay.errors import PackError
from hearsay.packs import wikidata_build
from hearsay.packs.entity_files import load_shipped_entities
from hearsay.packs.entity_schema import Entity
from hearsay.packs.own_entities import lay_over, read_own_entities
from hearsay.packs.wikidata import load_choice
from hearsay.packs.wikidata_build import KEPT, STATE, Build, BuildState
from hearsay.records import MentionKind
from tests.packs.wikidata_factories import WRITERS, write_dump

BAD = ("{broken,", '{"id": 7},')


def build(dump: Path, out: Path, *, resume: bool = False) -> BuildState:
    """Build to the end."""
    work = Build(dump, out, load_choice(), resume)
    for _ in work.run():
        pass
    return work.state


def load(out: Path) -> dict[str, Entity]:
    """Load what was built, over what is shipped."""
    return lay_over(load_shipped_entities(), read_own_entities(out))


def read_files(out: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.mark.parametrize("ending", WRITERS)
def test_a_build_makes_tables_that_load(tmp_path: Path, ending: str) -> None:
    state = build(write_dump(tmp_path, ending, bad=BAD), tmp_path / "out")
    entities = load(tmp_path / "out")
    assert (state.bad, len(state.told)) == (2, 2) and "line 10" in state.told[0]
    assert entities["Q900001"].code == "XG" and entities["Q900001"].names["ru"] == ("Гулльмарк",)
    assert entities["Q900003"].capital_of == "Q900001" and entities["Q900004"].country == "Q900001"
    assert entities["Q900020"].kind is MentionKind.AGENCY and entities["Q900020"].domains == ("harbourwire.example",)
    assert not {"Q900002", "Q900005", "Q900007", "Q900010", "Q900021", "Q900040"} & set(entities)


def test_terms_are_those_of_the_dump_and_old_ones_are_left_out(tmp_path: Path) -> None:
    build(write_dump(tmp_path), tmp_path / "out")
    (office,) = load(tmp_path / "out")["Q900006"].offices
    assert (office.role, office.of, office.start, office.end) == (
        "defence minister",
        "Q900001",
        "2019-05-06",
        "2023-07",
    )


def test_shipped_entities_stay_one(tmp_path: Path) -> None:
    build(write_dump(tmp_path), tmp_path / "out")
    entities = load(tmp_path / "out")
    assert "Q900030" not in entities and entities["hs-yonhap"].wikidata == "Q900030"
    assert entities["Q130879"].kind is MentionKind.AGENCY


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("stop", [1, 7, 12])
def test_an_interrupted_build_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, stop: int) -> None:
    monkeypatch.setattr(wikidata_build, "STEP", 1)
    monkeypatch.setattr(wikidata_build, "STATE_SECONDS", -1.0)
    dump = write_dump(tmp_path, ending, bad=BAD)
    whole = build(dump, tmp_path / "whole")
    steps = Build(dump, tmp_path / "out", load_choice()).run()
    for _ in range(stop + 1):  # the state of a step is written when the next one is asked for
        next(steps)
    steps.close()
    # What was kept after the state was written is cut off again.
    with (tmp_path / "out" / KEPT).open("ab") as file:
        file.write(b'{"half a li')
    assert build(dump, tmp_path / "out", resume=True) == whole
    assert read_files(tmp_path / "out") == read_files(tmp_path / "whole")


def test_a_build_leaves_nothing_but_tables(tmp_path: Path) -> None:
    build(write_dump(tmp_path), tmp_path / "out")
    assert all(name.endswith(".toml") for name in read_files(tmp_path / "out"))
    first = read_files(tmp_path / "out")
    build(write_dump(tmp_path), tmp_path / "out")
    assert read_files(tmp_path / "out") == first


def test_what_would_be_lost_is_refused(tmp_path: Path) -> None:
    dump, out = write_dump(tmp_path), tmp_path / "out"
    with pytest.raises(PackError, match="no interrupted build"):
        build(dump, out, resume=True)
    with pytest.raises(PackError, match="no such file"):
        build(tmp_path / "none.json", out)
    out.mkdir()
    (out / "mine.toml").write_text("[hs-a]\n", encoding="utf8")
    with pytest.raises(PackError, match="mine.toml was not made by a build"):
        build(dump, out)
    (out / STATE).write_text('{"dump": "other.json 5"}', encoding="utf8")
    with pytest.raises(PackError, match="go on with --resume"):
        build(dump, out)
    with pytest.raises(PackError, match="from another dump"):
        build(dump, out, resume=True)
    (out / STATE).write_text("{", encoding="utf8")
    with pytest.raises(PackError, match="cannot be read"):
        build(dump, out, resume=True)
