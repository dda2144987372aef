"""The bench command: one table, exit codes that mean something, and no data is no failure."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bench.__main__ import main
from bench.floors import load_floors, save_floors


def run_bench(folder: Path, monkeypatch: pytest.MonkeyPatch, score: float | None, *options: str) -> int:
    """Run the bench with one task that reaches the score, or fails without one."""

    def give_scores(_: Path) -> dict[str, float]:
        if score is None:
            raise ValueError("broken bench")
        return {"F1": score}

    monkeypatch.setitem(sys.modules, "bench.times", SimpleNamespace(scores=give_scores))
    floors = str(folder / "floors.json")
    return main(["--data", str(folder), "--only", "times", "--floors", floors, *options])


def test_without_data_it_says_so_and_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "missing")]) == 0
    assert "nothing measured" in capsys.readouterr().out


def test_one_table_shows_score_floor_and_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    save_floors({"times": {"F1": 0.8}}, tmp_path / "floors.json")
    assert run_bench(tmp_path, monkeypatch, 0.9) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in ("times", "F1", "0.9000", "0.8000", "+0.1000"))


def test_a_fall_is_told_and_floors_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    save_floors({"times": {"F1": 0.8}}, tmp_path / "floors.json")
    assert run_bench(tmp_path, monkeypatch, 0.7, "--update-floors") == 1
    assert "fell: times F1 is 0.7000, floor 0.8000" in capsys.readouterr().out
    assert load_floors(tmp_path / "floors.json") == {"times": {"F1": 0.8}}


def test_floors_rise_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_bench(tmp_path, monkeypatch, 0.9) == 0 and load_floors(tmp_path / "floors.json") == {}
    assert run_bench(tmp_path, monkeypatch, 0.9, "--update-floors") == 0
    assert load_floors(tmp_path / "floors.json") == {"times": {"F1": 0.9}}


def test_a_bench_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_bench(tmp_path, monkeypatch, None) == 1
    assert "failed: times" in capsys.readouterr().out


def test_an_unknown_task_lists_the_known_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--data", str(tmp_path), "--only", "tmies"])
    assert stop.value.code == 2 and "no task 'tmies'; there are: attribution" in capsys.readouterr().err
