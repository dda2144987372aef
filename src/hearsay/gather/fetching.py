"""Fetching: from an address to a page or a refusal: redirects by hand, retries with backoff, conditional questions.

Manners (robots.txt, one question at a time to a host, pauses) are kept at each hop, also toward hosts that redirects
lead to. RFC 9110 for validators, Retry-After and redirects.
"""

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING

from hearsay.errors import GatherError
from hearsay.gather.addresses import check_address, join
from hearsay.gather.client import Answer, Limits, PassingError, ask, make_limits, open_session
from hearsay.gather.endings import has_ended, is_whole
from hearsay.gather.hosts import Hosts
from hearsay.gather.refusals import Reason, make_error
from hearsay.gather.robots import Robots, read_robots
from hearsay.records import Page, Record
from hearsay.settings import Settings

if TYPE_CHECKING:
    from aiohttp import ClientSession

NOT_MODIFIED = 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
# Browsers follow 20; news sites need three or four (http, www, consent, canonical).
_MOST_REDIRECTS = 8
_MEANINGS = {
    401: "it wants a login",
    402: "it wants money",
    403: "it does not let us read it",
    404: "there is no such page; check the address",
    410: "the page was taken away",
    451: "it may not be shown for legal reasons",
}


class Validators(Record, frozen=True):
    """What to ask with again: the page is sent only if it is another one by now (conditional request)."""

    etag: str | None = None
    modified: str | None = None


class Fetcher:
    """Fetches pages, many at once, with manners; made by `open_fetcher`."""

    def __init__(self, session: "ClientSession", settings: Settings, limits: Limits) -> None:
        """Take an open session; `recall` may tell the robots.txt that an earlier run learned of a site."""
        self.recall: Callable[[str], str | None] = lambda _: None
        self.learned: list[tuple[str, str]] = []  # sites and their robots.txt, as this run met them
        self._session = session
        self._settings = settings
        self._limits = limits
        self.hosts = Hosts(delay=settings.delay_seconds, connections=settings.host_connections)

    async def fetch(self, address: str, validators: Validators | None = None) -> Page:
        """Fetch a page; status 304 and no content where it is the one known; GatherError where it cannot be had."""
        headers = make_headers(validators or Validators())
        hop, met = address, {address}
        for _ in range(_MOST_REDIRECTS + 1):
            answer = await self._ask_politely(hop, headers)
            if answer.status == NOT_MODIFIED and not headers:
                raise make_error(Reason.BUSY, "the site answers 304 to whoever asks for the first time.")
            if answer.status not in _REDIRECTS:
                return make_page(address, hop, answer)
            hop = find_target(hop, answer)
            if hop in met:
                raise make_error(Reason.REDIRECTS, f"it redirects in a circle ({hop}).")
            met.add(hop)
        raise make_error(Reason.REDIRECTS, f"it redirects more than {_MOST_REDIRECTS} times, last to {hop}.")

    async def robots(self, address: str) -> Robots:
        """Give what the site of an address asks of programs."""
        return await self.hosts.robots(address, self._learn_robots)

    async def _ask_politely(self, address: str, headers: dict[str, str]) -> Answer:
        """Ask one hop, if its site lets us."""
        check_address(address, allow_private=self._limits.allow_private)
        robots = await self.robots(address)
        if robots.content is None:
            raise make_error(Reason.BUSY, "its robots.txt cannot be had, so nothing is asked; try again later.")
        if not robots.allows(address):
            raise make_error(Reason.ROBOTS, "the site's robots.txt asks programs not to read it.")
        return await self._ask_stubbornly(address, headers)

    async def _ask_stubbornly(self, address: str, headers: dict[str, str]) -> Answer:
        """Ask, and ask again where the trouble may pass."""
        last = self._settings.fetch_attempts - 1
        for attempt in range(last + 1):
            async with self.hosts.turn(address) as host:
                try:
                    answer = await ask(self._session, address, headers=headers, limits=self._limits)
                    check_answer(answer)
                    return answer
                except GatherError as error:
                    pause = self._find_pause(error, attempt)
                    if attempt == last or pause is None:
                        raise
                    host.next_at = max(host.next_at, monotonic() + pause)
        raise AssertionError("the last attempt returns or raises")

    def _find_pause(self, error: GatherError, attempt: int) -> float | None:
        """Give the seconds to wait before another attempt; None where another one is of no use."""
        if not isinstance(error, PassingError):
            return None
        backoff: float = self._settings.backoff_seconds * 2**attempt * random.uniform(0.5, 1.5)
        return None if error.wanted > self._settings.retry_after_seconds else max(backoff, error.wanted)

    async def _learn_robots(self, address: str) -> Robots:
        """Recall a robots.txt, or ask for it and remember it."""
        origin = address.removesuffix("/robots.txt")
        if (rules := self.recall(origin)) is not None:
            return Robots(rules)
        robots = await self._ask_robots(address)
        if robots.content is not None:
            self.learned.append((origin, robots.content))
        return robots

    async def _ask_robots(self, address: str) -> Robots:
        """Ask for a robots.txt; one that is not there allows everything, one that cannot be had nothing."""
        try:
            for _ in range(_MOST_REDIRECTS):
                check_address(address, allow_private=self._limits.allow_private)
                answer = await self._ask_stubbornly(address, {})
                if answer.status not in _REDIRECTS:
                    return read_robots(answer.status, answer.content)
                address = find_target(address, answer)
            return Robots("")  # RFC 9309, 2.3.1.2: after too many redirects it counts as not there
        except GatherError as error:
            if error.reason in (Reason.FORBIDDEN, Reason.UNREACHABLE, Reason.TIMEOUT):
                raise
            return Robots("" if error.reason == Reason.STATUS else None)


@asynccontextmanager
async def open_fetcher(settings: Settings, *, allow_private: bool = False) -> AsyncIterator[Fetcher]:
    """Open what fetches pages."""
    limits = make_limits(settings, allow_private=allow_private)
    async with open_session(settings, limits) as session:
        yield Fetcher(session, settings, limits)


def make_headers(validators: Validators) -> dict[str, str]:
    """Make the headers of a conditional question."""
    told = {"If-None-Match": validators.etag, "If-Modified-Since": validators.modified}
    return {name: text for name, text in told.items() if text}


def find_target(address: str, answer: Answer) -> str:
    """Find where a redirect leads."""
    written = answer.headers.get("location", "")
    target = join(address, written) if written else None
    if target is None:
        raise make_error(Reason.REDIRECTS, f"it redirects to '{written[:200]}', which is no address of the web.")
    return target


def check_answer(answer: Answer) -> None:
    """Check that an answer is a page, a redirect, or "not modified"."""
    status = answer.status
    if status in _PASSING:
        wanted = read_retry_after(answer.headers.get("retry-after"))
        until = f" in {wanted:.0f} s" if wanted else ""
        raise PassingError(f"the site answers {status}: try again later{until}.", reason=Reason.BUSY, wanted=wanted)
    if status >= 400 or (status >= 300 and status not in _REDIRECTS | {NOT_MODIFIED}):
        meaning = _MEANINGS.get(status, "it is not to be had")
        raise make_error(Reason.STATUS, f"the site answers {status}: {meaning}.")
    if not answer.is_whole and not has_ended(answer.content):
        raise PassingError("the answer broke off before its end.", reason=Reason.UNREACHABLE)
    if status == 200 and _may_be_cut(answer) and not is_whole(answer.content):
        detail = "the site told a length that is too short: what came does not come to its end."
        raise PassingError(detail, reason=Reason.UNREACHABLE)


def _may_be_cut(answer: Answer) -> bool:
    """Tell whether an answer ended where its length said, and nothing else tells that it is whole."""
    return "content-length" in answer.headers and "content-encoding" not in answer.headers


def read_retry_after(written: str | None) -> float:
    """Read Retry-After: seconds or a date; 0 for what is neither.

    >>> read_retry_after("120"), read_retry_after("soon")
    (120.0, 0.0)
    """
    if not written:
        return 0.0
    if written.isascii() and written.isdigit():
        return float(written[:9])
    try:
        until = parsedate_to_datetime(written)
        return max(0.0, (until - datetime.now(until.tzinfo or UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return 0.0


def make_page(address: str, final: str, answer: Answer) -> Page:
    """Make the page of an answer."""
    media_type, charset = read_media_type(answer.headers.get("content-type"))
    return Page(
        address=address,
        final=final,
        content=answer.content,
        media_type=media_type,
        charset=charset,
        fetched=datetime.now(UTC).isoformat(timespec="seconds"),
        etag=answer.headers.get("etag"),
        modified=answer.headers.get("last-modified"),
        status=answer.status,
    )


def read_media_type(written: str | None) -> tuple[str | None, str | None]:
    """Read Content-Type into media type and charset.

    >>> read_media_type('text/HTML; charset="GBK"'), read_media_type(None)
    (('text/html', 'GBK'), (None, None))
    """
    if not written:
        return None, None
    message = Message()
    message["Content-Type"] = written
    charset = message.get_param("charset")
    return message.get_content_type(), str(charset) if charset else None
