"""Hosts: whose turn it is, and what they ask for."""

import asyncio
import time

import pytest

from hearsay.errors import GatherError
from hearsay.gather.hosts import Hosts
from hearsay.gather.refusals import Reason, make_error
from hearsay.gather.robots import Robots


def test_turns_with_one_host_come_one_by_one_with_pauses_and_hosts_do_not_wait_for_each_other() -> None:
    async def run() -> tuple[float, float]:
        hosts = Hosts(delay=0.05, connections=1)

        async def take(address: str) -> None:
            async with hosts.turn(address):
                pass

        started = time.monotonic()
        await asyncio.gather(*(take(f"https://{number}.example/") for number in range(20)))
        apart = time.monotonic() - started
        await asyncio.gather(*(take(f"https://one.example/{number}") for number in range(3)))
        return apart, time.monotonic() - started - apart

    apart, together = asyncio.run(run())
    assert apart < 0.5 and together >= 0.1  # one after the other, twenty would take a second


def test_robots_are_asked_for_once_by_all_who_wait() -> None:
    pytest.importorskip("protego")
    asked = []

    async def ask(address: str) -> Robots:
        asked.append(address)
        await asyncio.sleep(0)
        return Robots("User-agent: *\nCrawl-delay: 7200")

    async def run() -> float:
        hosts = Hosts(delay=0.0, connections=1)
        await asyncio.gather(*(hosts.robots(f"https://a.example/{number}", ask) for number in range(5)))
        return hosts.find("https://a.example/x").delay

    assert asyncio.run(run()) == 60.0 and asked == ["https://a.example/robots.txt"]


def test_a_host_in_trouble_is_not_asked_again() -> None:
    asked = 0

    async def ask(_: str) -> Robots:
        nonlocal asked
        asked += 1
        raise make_error(Reason.UNREACHABLE, "there is no host.")

    async def run() -> None:
        hosts = Hosts(delay=0.0, connections=1)
        for _ in range(3):
            with pytest.raises(GatherError, match="no host"):
                await hosts.robots("https://a.example/", ask)

    asyncio.run(run())
    assert asked == 1
