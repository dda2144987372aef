"""The run: local sources one after the other, those of the web all at once, as one stream of arrivals.

Fetching runs in a thread of its own (asyncio), so that whoever takes the stream can read and store meanwhile. What waits
between the two is bounded: a reader who is slow slows the fetching down, and memory stays flat.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from hearsay.gather.addresses import is_address
from hearsay.gather.arrivals import Arrival, Expected, Memory, Milestone, Orders, Planned
from hearsay.gather.fetching import open_fetcher
from hearsay.gather.following import Round, follow_all
from hearsay.gather.local import bring
from hearsay.gather.opml import read_opml
from hearsay.gather.source_files import OutletSource, make_source, read_sources
from hearsay.settings import Settings

Item = Arrival | Expected | Milestone | Planned
OpenMemory = Callable[[], AbstractContextManager[Memory]]
# Pages that wait to be read: enough that no core idles, little enough that a hundred heavy pages fit into memory.
_WAITING = 100
# Sources followed at once: most of them wait for their host's pause, so several times the connections.
_SOURCES_AT_ONCE = 256


class Run:
    """One run of gathering; iterate over it once. `stop` ends it soon, with what has arrived."""

    def __init__(self, sources: tuple[str | OutletSource, ...], *, orders: Orders, settings: Settings) -> None:
        """Take what to gather from: paths, addresses, and sources from lists."""
        self._paths = [source for source in sources if isinstance(source, str)]
        self._outlets = tuple(source for source in sources if isinstance(source, OutletSource))
        self._orders = orders
        self._settings = settings
        self._stopped = Event()
        self._arrived: SimpleQueue[Item | BaseException | None] = SimpleQueue()
        self._cancel: Callable[[], None] | None = None
        self._release: Callable[[], None] = lambda: None

    def stop(self) -> None:
        """End soon; safe to call from a handler of signals."""
        self._stopped.set()
        if self._cancel:
            self._cancel()

    def items(self, open_memory: OpenMemory) -> Iterator[Item]:
        """Give everything as it arrives; `open_memory` is called in each thread that remembers."""
        for path in self._paths:
            if not self._stopped.is_set():
                with open_memory() as memory:
                    yield from self._bring(path, memory)
        if self._outlets and not self._stopped.is_set():
            yield from self._fetch(open_memory)

    def _bring(self, path: str, memory: Memory) -> Iterator[Item]:
        """Give what a path holds, until there are enough."""
        count = 0
        for item in bring(path, memory, self._orders):
            count += isinstance(item, Arrival)
            if self._stopped.is_set() or (self._orders.limit is not None and count > self._orders.limit):
                return
            if self._orders.is_dry and isinstance(item, Arrival):
                yield Planned(item.source, item.where)
            else:
                yield item

    def _fetch(self, open_memory: OpenMemory) -> Iterator[Item]:
        """Fetch in a thread, and give what it delivers."""
        thread = Thread(target=self._work, args=(open_memory,), name="fetching", daemon=True)
        thread.start()
        try:
            while (item := self._arrived.get()) is not None:
                self._release()
                if isinstance(item, BaseException):
                    raise item
                yield item
        finally:
            self.stop()
            thread.join()

    def _work(self, open_memory: OpenMemory) -> None:
        """Fetch everything; runs in the thread."""
        try:
            with open_memory() as memory:
                asyncio.run(self._follow(memory))
        except asyncio.CancelledError:
            pass  # stopped, as was asked
        except BaseExceptionGroup as group:
            self._arrived.put(group.exceptions[0])
        except BaseException as error:  # goes on in the thread that waits for it
            self._arrived.put(error)
        finally:
            self._arrived.put(None)

    async def _follow(self, memory: Memory) -> None:
        """Follow all sources, until done or stopped."""
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task is not None
        room = asyncio.Semaphore(_WAITING)
        self._release = lambda: _call(loop, room.release)
        self._cancel = lambda: _call(loop, task.cancel)
        if self._stopped.is_set():
            return

        async def deliver(item: Item) -> None:
            await room.acquire()
            self._arrived.put(item)

        async with open_fetcher(self._settings, allow_private=self._orders.allow_private) as fetcher:
            fetcher.recall = memory.robots
            around = Round(fetcher, memory, self._orders, deliver)
            await follow_all(self._outlets, around, at_once=_SOURCES_AT_ONCE)


def _call(loop: asyncio.AbstractEventLoop, function: Callable[[], object]) -> None:
    """Call a function in a loop of another thread, unless that loop is over."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(function)


def find_sources(named: list[str]) -> tuple[str | OutletSource, ...]:
    """Find what is named: lists of sources are opened, addresses made sources, paths stay paths."""
    return tuple(source for name in named for source in _find_sources(name))


def _find_sources(name: str) -> tuple[str | OutletSource, ...]:
    """Find what one name means."""
    if is_address(name):
        return (make_source(name),)
    suffix = Path(name).suffix.lower()
    if suffix == ".toml":
        return read_sources(Path(name))
    if suffix == ".opml" and Path(name).is_file():
        return read_opml(Path(name).read_bytes(), where=name)
    return (name.removeprefix("file://"),)
