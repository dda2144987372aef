"""Where work runs: the same function mapped over many items, in this process or on all cores.

The function is called once an item and must be importable by name; what goes wrong with one item it returns as a
refusal, so that one bad item among a thousand stops nothing. Results come in the order of the items, and no more items
are taken than the processes can hold (a bounded window), so memory does not grow with their number.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TypeVar

from hearsay.errors import HearsayError
from hearsay.settings import load_settings

Item = TypeVar("Item")
Result = TypeVar("Result")

# Two batches a process: one being worked on, one waiting, so that no process idles while results are stored.
_BATCHES_PER_WORKER = 2


def map_batches(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int | None = None,
    batch: int | None = None,
) -> Iterator[Result]:
    """Yield function(item) for each item, in order; `workers` 1 is this process, 0 all cores, None as the settings say.

    >>> list(map_batches(abs, [-1, 2, -3], workers=1))
    [1, 2, 3]
    """
    settings = load_settings()
    workers = settings.workers if workers is None else workers
    workers = workers or count_cores()
    batches = split_batches(items, settings.batch if batch is None else batch)
    if workers == 1:
        return (function(item) for one in batches for item in one)
    return _map_here_or_apart(function, batches, workers)


def count_cores() -> int:
    """Count the cores that this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def split_batches(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """Split items into tuples of at most `size`, taking no item before it is needed.

    >>> list(split_batches(range(5), 2))
    [(0, 1), (2, 3), (4,)]
    """
    iterator = iter(items)
    while one := tuple(islice(iterator, size)):
        yield one


def _map_here_or_apart(
    function: Callable[[Item], Result], batches: Iterator[tuple[Item, ...]], workers: int
) -> Iterator[Result]:
    """Work in this process if one batch holds everything, for starting processes takes longer than reading it."""
    first = tuple(islice(batches, 2))
    if len(first) < 2:
        yield from (function(item) for one in first for item in one)
    else:
        yield from _map_apart(function, chain(first, batches), workers)


def _map_apart(
    function: Callable[[Item], Result], batches: Iterator[tuple[Item, ...]], workers: int
) -> Iterator[Result]:
    """Work in processes of their own; leaving the loop early, Ctrl-C included, cancels what was not begun."""
    # Spawned, not forked: forking a process that runs threads (progress bars, servers) can lock up the child.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_begin)
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for one in batches:
            waiting.append(pool.submit(_apply, function, one))
            if len(waiting) >= workers * _BATCHES_PER_WORKER:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise HearsayError(
            "a reading process died before it was done, most often for want of memory or because the script that "
            "started it has no 'if __name__ == \"__main__\":'. What came before is stored; run the same again with "
            "fewer workers (HEARSAY_WORKERS=1 works in this process)."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _apply(function: Callable[[Item], Result], batch: tuple[Item, ...]) -> list[Result]:
    """Work through one batch inside a process."""
    return [function(item) for item in batch]


def _begin() -> None:
    """Leave Ctrl-C to the parent, which then ends its children, else each child prints a traceback of its own; and end
    with a parent that was killed, which a child does not learn by itself: it would wait for work for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="end with parent", daemon=True).start()


def _end_with_parent() -> None:
    """Wait until the parent is gone, and go too."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
