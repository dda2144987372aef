"""The worlds: made the same by the same seed, true of themselves, and told in every language."""

import json
import re
from pathlib import Path

import pytest

from bench.worlds.__main__ import main
from bench.worlds.cascade import make_world
from bench.worlds.telling import Account, Draft, write
from bench.worlds.truth import make_split, make_year
from bench.worlds.vocabulary import (
    LANGUAGES,
    SHAPES,
    SPLITS,
    Speaker,
    list_keys,
    list_outlets,
    load_templates,
    load_words,
    name_speaker,
)

GROUPS = ("countries", "goods", "places", "people", "unnamed", "bodies", "documents", "deniers", "agencies")
WORLDS = [make_world(str(number), split) for split in SPLITS for number in range(40)]


def test_the_same_seed_makes_the_same_world() -> None:
    assert list(make_split("tune", 3)) == list(make_split("tune", 3))
    assert make_world("1", "tune") != make_world("2", "tune")
    assert make_world("1", "tune").fact != make_world("1", "test").fact


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_words(language: str) -> None:
    for group in GROUPS:
        assert set(load_words(language)[group]) == set(load_words("en")[group])
    assert len(load_words(language)["months"]) == 12
    assert len(load_words(language)["outlets"]) == 6


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_shapes(split: str, language: str) -> None:
    templates, english = load_templates(split, language), load_templates(split, "en")
    assert {shape: len(found) for shape, found in templates["frames"].items()} == {
        shape: len(english["frames"][shape]) for shape in SHAPES
    }
    assert set(templates["plots"]) == set(english["plots"])
    assert all(len(plot["background"]) == 4 and len(plot["headline"]) == 2 for plot in templates["plots"].values())
    assert len(templates["own"]["sentences"]) == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_tuning_and_testing_share_no_sentence_and_no_name(language: str) -> None:
    tune, test = (load_templates(split, language) for split in SPLITS)
    sentences = [{text for texts in one["frames"].values() for text in texts} for one in (tune, test)]
    assert sentences[0] & sentences[1] == set()
    assert set(tune["plots"]) & set(test["plots"]) == set()
    for group in ("countries", "goods", "places", "people", "unnamed", "bodies", "documents", "deniers"):
        assert set(list_keys("tune", group)) & set(list_keys("test", group)) == set()
    own = [{one.key for one in list_outlets(split) if not one.is_agency} for split in SPLITS]
    assert own[0] & own[1] == set()


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_filled_without_rest(split: str, language: str) -> None:
    fact = make_world("1", split).fact
    outlets = list_outlets(split)[:2]
    speakers = [Speaker(group, key) for group in ("people", "unnamed", "bodies") for key in list_keys(split, group)]
    for shape in SHAPES[:-2]:
        for template in range(len(load_templates(split, language)["frames"][shape])):
            for speaker in speakers[:: 1 if shape in ("told", "said", "citing") else 5]:
                draft = Draft((Account(shape, fact, speaker, outlets, template),), headline=template)
                text = write(draft, split, language)
                assert not re.search(r"[{}|~]", f"{text.title} {text.text}")
                assert text.text.endswith((".", "।", "”", "’", "»")) and len(text.text) > 20


def test_every_report_goes_back_to_roots_that_exist() -> None:
    for world in WORLDS:
        known = {root.id for root in world.roots}
        assert known
        for node in world.nodes:
            assert set(node.roots) <= known
            assert node.roots or node.mode in ("denial", "distractor", "unrelated")
            assert set(node.roots) >= {root for parent in node.parents for root in world.nodes[parent].roots}
        assert {root for node in world.nodes if node.mode == "first" for root in node.roots} == known


def test_copies_come_later_unless_the_clock_is_wrong() -> None:
    for world in WORLDS:
        for node in world.nodes:
            for parent in node.parents:
                assert world.nodes[parent].hour < node.hour
            assert node.clock == node.hour or node.clock < node.hour
            assert node.copy_of is None or node.copy_of in node.parents
    clocks = [node.clock == node.hour for world in WORLDS for node in world.nodes if node.parents]
    assert 0.9 < sum(clocks) / len(clocks) < 1


def test_every_shape_and_way_of_passing_on_is_there() -> None:
    shapes = {account.shape for world in WORLDS for node in world.nodes for account in node.draft.accounts}
    assert shapes == (set(SHAPES) | {"silent"}) - {"update", "credit"}
    modes = {node.mode for world in WORLDS for node in world.nodes}
    assert modes == {
        *("first", "rewrite", "reprint", "translation", "silent", "generic", "update", "two parents"),
        *("circle", "denial", "distractor", "unrelated"),
    }
    assert {node.lang for world in WORLDS for node in world.nodes} == set(LANGUAGES)


def test_no_outlet_reprints_or_translates_itself() -> None:
    copies = [(world, node) for world in WORLDS for node in world.nodes if node.mode in ("reprint", "translation")]
    own = [node for world, node in copies if world.nodes[node.copy_of or 0].outlet == node.outlet]
    assert copies and own == []


def test_the_truth_stands_where_it_says() -> None:
    for reports, truth in make_split("test", 5):
        texts = {report["id"]: report["text"] for report in reports}
        assert set(truth["reports"]) == set(texts)
        for claim in truth["claims"]:
            for place in claim["places"]:
                start, end = place["span"]
                assert 0 <= start < end <= len(texts[place["report"]])
        assert truth["claims"][0]["main"] and truth["claims"][0]["origins"] == len(truth["origins"])


def test_a_source_drifts_to_wider_words() -> None:
    assert name_speaker(Speaker("unnamed", "american", 1), "en").name == "Western officials"
    assert name_speaker(Speaker("people", "mwangi", 1), "ru").oblique == "министра иностранных дел Кении"


def test_a_year_is_as_large_as_told_and_its_names_are_of_one_length() -> None:
    reports = list(make_year(300))
    assert len(reports) == 300 and len({report["id"] for report in reports}) == 300
    assert {len(name) for report in reports for name in report["names"]} == {12}
    assert all(any(name in report["text"] for name in report["names"]) for report in reports)


def test_the_command_writes_reports_and_truth(tmp_path: Path) -> None:
    assert main(["--split", "test", "--worlds", "2", "--out", str(tmp_path)]) == 0
    reports = [json.loads(line) for line in (tmp_path / "test.jsonl").read_text(encoding="utf8").splitlines()]
    truths = (tmp_path / "test.truth.jsonl").read_text(encoding="utf8").splitlines()
    assert len(truths) == 2 and {"id", "text", "lang", "published", "outlet"} <= set(reports[0])
    assert main(["--reports", "50", "--out", str(tmp_path)]) == 0
    assert len((tmp_path / "year.jsonl").read_text(encoding="utf8").splitlines()) == 50
