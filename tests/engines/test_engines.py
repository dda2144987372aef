"""Engines: the same results in the same order wherever the work runs, bounded, and clean when interrupted."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.engines import count_cores, map_batches, split_batches
from hearsay.errors import HearsayError


def double(number: int) -> int:
    """Be the function that is mapped."""
    return 2 * number


def die(number: int) -> int:
    """End the process as a lack of memory would."""
    if number == 7:
        os._exit(9)
    return number


def fail(number: int) -> int:
    """Raise, as no mapped function should."""
    raise ValueError(f"number {number}")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert list(map_batches(double, range(50), workers=workers, batch=3)) == [2 * k for k in range(50)]


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_no_items_give_no_results(workers: int) -> None:
    assert list(map_batches(double, (), workers=workers)) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_items_are_taken_as_they_are_needed(workers: int) -> None:
    taken = []

    def take() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = map_batches(double, take(), workers=workers, batch=2)
    assert [next(results) for _ in range(5)] == [0, 2, 4, 6, 8]
    assert len(taken) <= 20
    results.close()  # type: ignore[attr-defined]


def test_what_fits_into_one_batch_is_done_in_this_process() -> None:
    assert set(map_batches(get_process, range(5), workers=2, batch=5)) == {os.getpid()}


def get_process(_: int) -> int:
    """Tell which process works."""
    return os.getpid()


def test_a_process_that_dies_is_told_with_a_remedy() -> None:
    with pytest.raises(HearsayError, match="died.*HEARSAY_WORKERS=1"):
        list(map_batches(die, range(20), workers=2, batch=2))


def test_an_exception_of_the_function_reaches_the_caller() -> None:
    with pytest.raises(ValueError, match="number 0"):
        list(map_batches(fail, range(20), workers=2, batch=2))


def test_an_interrupt_ends_all_processes_with_one_traceback(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text("import time\n\ndef wait(number):\n    time.sleep(.05)\n    return number\n")
    script = tmp_path / "main.py"
    script.write_text(
        textwrap.dedent("""
            from itertools import count
            from hearsay.engines import map_batches
            from slow import wait
            if __name__ == "__main__":
                for number in map_batches(wait, count(), workers=2, batch=2):
                    print(number, flush=True)
        """)
    )
    process = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None and process.stdout.readline() == "0\n"
    started = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the whole group gets it
    _, errors = process.communicate(timeout=20)
    assert time.monotonic() - started < 15
    assert errors.count("KeyboardInterrupt") == 1 and "Process SpawnProcess" not in errors


@given(st.lists(st.integers()), st.integers(1, 9))
def test_batches_hold_every_item_once_in_order(items: list[int], size: int) -> None:
    batches = list(split_batches(items, size))
    assert [item for batch in batches for item in batch] == items
    assert all(0 < len(batch) <= size for batch in batches)


def test_at_least_one_core_is_there() -> None:
    assert count_cores() >= 1
