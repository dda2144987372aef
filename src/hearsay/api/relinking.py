"""Linking again after a judgement: in a process of its own beside the server, one at a time."""

import logging
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from threading import Lock

log = logging.getLogger("hearsay.api")


class Relinker:
    """Links a ledger again when told; what is told while it is at it, it does once afterwards."""

    def __init__(self, ledger: str) -> None:
        """Take the ledger's path."""
        self._ledger = ledger
        self._pool: ProcessPoolExecutor | None = None
        self._running: Future[None] | None = None
        self._is_wanted = False
        self._lock = Lock()

    @property
    def is_running(self) -> bool:
        """Tell whether the ledger is being linked."""
        return self._running is not None and not self._running.done()

    def start(self) -> None:
        """Link the ledger, now or when the linking under way is done."""
        with self._lock:
            if self.is_running:
                self._is_wanted = True
                return
            self._is_wanted = False
            self._pool = self._pool or ProcessPoolExecutor(1, mp_context=get_context("spawn"))
            self._running = self._pool.submit(relink, self._ledger)
        self._running.add_done_callback(self._end)

    def stop(self) -> None:
        """Let the process end."""
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _end(self, done: "Future[None]") -> None:
        if not done.cancelled() and done.exception():
            log.error("linking after a judgement failed: %s", done.exception())
        if self._is_wanted:
            self.start()


def relink(path: str) -> None:
    """Link a ledger."""
    from hearsay.ledger import Ledger
    from hearsay.linking import link

    with Ledger.open(path) as ledger:
        link(ledger)
