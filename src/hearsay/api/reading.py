"""Reading a text that a visitor sent: in a process of its own, so that one that takes too long can be stopped."""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Lock

from hearsay.api.asked import TextAsked
from hearsay.api.problems import Problem
from hearsay.records import Reading


class Reader:
    """One process that reads texts, made when the first one comes and made anew when it had to be stopped."""

    def __init__(self, seconds: float) -> None:
        """Take how long one text may take."""
        self._seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def read(self, asked: TextAsked) -> Reading:
        """Read a text."""
        if not self._lock.acquire(timeout=self._seconds):
            raise Problem(503, "Other texts are being read", "try again in a moment.", retry_after=5)
        try:
            return self._read(asked)
        finally:
            self._lock.release()

    def _read(self, asked: TextAsked) -> Reading:
        self._pool = self._pool or ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        try:
            outcome = self._pool.submit(read_text, asked).result(self._seconds)
        except (TookTooLong, BrokenProcessPool) as error:
            self.stop()
            raise Problem(503, "The text took too long to read", "send a shorter one, or name its language.") from error
        if isinstance(outcome, str):
            raise Problem(422, "The text cannot be read", outcome)
        return outcome

    def stop(self) -> None:
        """Stop the process, whatever it is at."""
        if self._pool is not None:
            for process in list((self._pool._processes or {}).values()):
                process.kill()
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def read_text(asked: TextAsked) -> Reading | str:
    """Read a text, or say why it cannot be."""
    from msgspec.structs import replace

    from hearsay.gather import make_report
    from hearsay.packs.identification import identify
    from hearsay.packs.loading import list_languages
    from hearsay.reading import read

    language = (asked.lang or identify(asked.text).language or "").split("-")[0].lower()
    if language not in list_languages():
        return f"name its language with 'lang'; there are packs for: {', '.join(list_languages())}."
    report = make_report(asked.text)
    return read(replace(report, published=asked.published, title=asked.title, outlet=asked.outlet), language=language)
