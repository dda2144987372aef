"""What the server works with: the ledger, opened once a thread for reading, and questions that end in time."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import local
from time import monotonic
from typing import TypeVar

from hearsay.api.problems import Problem
from hearsay.errors import HearsayError, SettingsError
from hearsay.ledger import Ledger
from hearsay.records import Record

Answer = TypeVar("Answer")
log = logging.getLogger("hearsay.api")


class ServeSettings(Record, frozen=True):
    """How to serve: which ledger, to whom, and how much at once."""

    ledger: str
    host: str = "127.0.0.1"
    port: int = 8000
    allow_judging: bool = False
    # SQLite lets go of Python's lock while it looks: a few threads keep one slow question from stopping the others.
    threads: int = 4
    # A page takes tens of milliseconds; what takes longer than this was not meant for a page.
    seconds: float = 5.0
    # Requests of one visitor: so many at once, then so many a second. A person who clicks fast stays below.
    burst: int = 200
    rate: float = 50.0
    # A text to read: the longest features have 100 kB; reading one takes less than a second.
    body_bytes: int = 1_000_000
    read_seconds: float = 20.0


class Service:
    """The ledger behind the server, for all threads."""

    def __init__(self, settings: ServeSettings) -> None:
        """Take the settings; the ledger must be there."""
        self.settings = settings
        self._threads = ThreadPoolExecutor(settings.threads, thread_name_prefix="ledger")
        self._own = local()

    async def ask(self, question: Callable[[Ledger], Answer]) -> Answer:
        """Ask the ledger something in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._ask, question)

    async def write(self, change: Callable[[Ledger], Answer]) -> Answer:
        """Change the ledger, in a connection of its own."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._write, change)

    async def work(self, task: Callable[[], Answer]) -> Answer:
        """Do what needs no ledger, in a thread."""
        return await asyncio.get_running_loop().run_in_executor(None, task)

    def close(self) -> None:
        """Let the threads end."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _ask(self, question: Callable[[Ledger], Answer]) -> Answer:
        ledger: Ledger | None = getattr(self._own, "ledger", None)
        if ledger is None:
            ledger = self._own.ledger = Ledger.open(Path(self.settings.ledger), read_only=True)
        end = monotonic() + self.settings.seconds
        ledger.limit(lambda: monotonic() > end)
        try:
            return question(ledger)
        except (Problem, SettingsError):
            raise
        except HearsayError as error:
            raise self._explain(error, is_over=monotonic() > end) from error
        finally:
            ledger.limit(None)

    def _write(self, change: Callable[[Ledger], Answer]) -> Answer:
        try:
            with Ledger.open(Path(self.settings.ledger)) as ledger:
                return change(ledger)
        except (Problem, SettingsError):
            raise
        except HearsayError as error:
            raise self._explain(error, is_over=False) from error

    def _explain(self, error: HearsayError, *, is_over: bool) -> Problem:
        """Say what a visitor may know: never a path of the server, which stands in the log."""
        if is_over:
            detail = "ask for less: a shorter time, a rarer word, fewer rows."
            return Problem(503, "That took too long", detail, retry_after=5)
        log.error("the ledger could not answer: %s", error)
        return Problem(500, "The ledger could not answer", "try again; the server's log says why.", retry_after=5)
