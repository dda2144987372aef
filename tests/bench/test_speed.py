"""Timing calls the function on every text."""

from bench.speed import time_best


def test_every_text_is_read_in_every_pass() -> None:
    read: list[str] = []
    assert time_best(read.append, ["a", "b"]) >= 0
    assert len(read) == 2 + 3 * 2
