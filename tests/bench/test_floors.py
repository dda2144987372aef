"""Floors only rise, and a fall is told."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bench.floors import Measure, compare_scores, load_floors, raise_floors, save_floors

scores = st.dictionaries(st.sampled_from("xyz"), st.floats(0, 1).map(lambda score: round(score, 4)), max_size=3)


@given(scores, scores)
def test_no_floor_is_lowered_and_what_was_reached_does_not_fall(
    floors: dict[str, float], reached: dict[str, float]
) -> None:
    raised = raise_floors({"a": floors}, compare_scores("a", reached, floors))["a"]
    assert all(raised[name] >= floor for name, floor in floors.items())
    again = compare_scores("a", raised, raised)
    assert not any(measure.is_fallen for measure in again)


def test_a_score_below_its_floor_has_fallen() -> None:
    (measure,) = compare_scores("a", {"x": 0.4}, {"x": 0.5})
    assert measure.is_fallen
    assert not Measure("a", "x", 0.5, 0.5).is_fallen and not Measure("a", "x", 0.5).is_fallen


def test_a_measure_that_is_gone_has_fallen() -> None:
    (measure,) = compare_scores("a", {}, {"x": 0.5})
    assert measure.is_fallen


def test_slack_keeps_a_floor_below_what_was_measured() -> None:
    assert raise_floors({}, compare_scores("a", {"x": 0.5}, {}, slack={"x": 0.2})) == {"a": {"x": 0.4}}


def test_floors_are_written_and_loaded(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    assert load_floors(file) == {}
    save_floors({"b": {"y": 0.5}, "a": {"x": 1.0}}, file)
    assert load_floors(file) == {"a": {"x": 1.0}, "b": {"y": 0.5}}
    assert file.read_text().index('"a"') < file.read_text().index('"b"')
