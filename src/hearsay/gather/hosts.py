"""Hosts: manners toward each of them (crawl delay, one question at a time, robots.txt asked once a day)."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlsplit

from hearsay.errors import GatherError
from hearsay.gather.refusals import Reason, make_error
from hearsay.gather.robots import Robots

# A site that asks for more is asked no more than that: programs that wait for an hour between two pages never end.
LONGEST_DELAY = 60.0


@dataclass
class Host:
    """One host: whose turn it is, when it may be asked next, and what its robots.txt says."""

    turns: asyncio.Semaphore
    next_at: float = 0.0
    delay: float = 0.0
    robots: Robots | None = None
    trouble: GatherError | None = None
    robots_lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Hosts:
    """The hosts of a run."""

    def __init__(self, *, delay: float, connections: int) -> None:
        """Take the seconds between two questions to one host, and how many questions at once."""
        self._delay = delay
        self._connections = connections
        self._hosts: dict[str, Host] = {}

    def find(self, address: str) -> Host:
        """Find the host of an address."""
        origin = find_origin(address)
        if origin not in self._hosts:
            self._hosts[origin] = Host(asyncio.Semaphore(self._connections), delay=self._delay)
        return self._hosts[origin]

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[Host]:
        """Wait for one's turn with the host of an address, and for the pause that it wants."""
        host = self.find(address)
        async with host.turns:
            await asyncio.sleep(max(0.0, host.next_at - monotonic()))
            try:
                yield host
            finally:
                host.next_at = max(host.next_at, monotonic() + host.delay)

    async def robots(self, address: str, ask: Callable[[str], Awaitable[Robots]]) -> Robots:
        """Give the robots.txt of an address's host, asked for once; a host that is not there is not asked again."""
        host = self.find(address)
        async with host.robots_lock:
            if host.trouble is not None:
                raise make_error(Reason(host.trouble.reason), str(host.trouble))
            if host.robots is None:
                try:
                    host.robots = await ask(f"{find_origin(address)}/robots.txt")
                except GatherError as error:
                    host.trouble = error
                    raise
                host.delay = max(host.delay, min(host.robots.delay or 0.0, LONGEST_DELAY))
        return host.robots


def find_origin(address: str) -> str:
    """Give scheme, host and port of an address.

    >>> find_origin("https://Example.org/news?a=1")
    'https://example.org'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.lower()}"
