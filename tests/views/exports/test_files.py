"""Files are written whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.errors import SettingsError
from hearsay.views.exports.files import Order, open_whole, write_lines


def test_what_stood_there_stays_until_the_new_file_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old")

    def break_off() -> Iterator[str]:
        yield "new\n"
        raise RuntimeError("cut")

    with pytest.raises(RuntimeError, match="cut"):
        write_lines(path, break_off(), order=Order(tmp_path))
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]


def test_lines_are_counted_and_seen(tmp_path: Path) -> None:
    seen: list[int] = []
    order = Order(tmp_path, see=lambda _, rows: seen.append(rows))
    assert write_lines(tmp_path / "a.txt", ("x\n" for _ in range(2500)), order=order).rows == 2500
    assert sum(seen) == 2500


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(SettingsError, match="Name another folder"), open_whole(tmp_path / "out" / "a.csv"):
        pass
