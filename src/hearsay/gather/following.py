"""Following: one source after its kind, from its address to the pages that it leads to, each delivered as it comes.

What was fetched before is asked for again only if its source says that it changed since; what was refused before, only if
that is told. A source's own visit is delivered last, and only if nothing of it was left out: then "not modified" (304) is
all that the next run needs to hear.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from hearsay.errors import GatherError, HearsayError
from hearsay.gather.addresses import normalise
from hearsay.gather.arrivals import (
    Arrival,
    Expected,
    Hints,
    Memory,
    Milestone,
    Orders,
    Planned,
    digest_content,
    has_whole_text,
    is_older,
)
from hearsay.gather.fetching import NOT_MODIFIED, Fetcher, Validators
from hearsay.gather.hosts import find_origin
from hearsay.gather.refusals import PASSING, make_failure, refuse
from hearsay.gather.source_files import OutletSource
from hearsay.gather.targets import Target, Targets, find_targets
from hearsay.records import Page, Visit

Item = Arrival | Expected | Milestone | Planned
Deliver = Callable[[Item], Awaitable[None]]

# Sites of one list that are asked at once; each has a connection, and its own pauses.
_SITES_AT_ONCE = 32
# Sitemaps may lead to sitemaps, once by their standard; feeds are found from front pages. Deeper is a circle.
_DEEPEST = 3


@dataclass
class Round:
    """What the sources of one run share: what is claimed already, and how many pages may still be fetched."""

    fetcher: Fetcher
    memory: Memory
    orders: Orders
    deliver: Deliver
    claimed: set[str] = field(default_factory=set)
    fetched: int = 0

    def claim(self, address: str) -> bool:
        """Claim an address; False if another source has it already."""
        if address in self.claimed:
            return False
        self.claimed.add(address)
        return True

    @property
    def is_full(self) -> bool:
        """Tell whether as many pages were fetched as were asked for."""
        return self.orders.limit is not None and self.fetched >= self.orders.limit


@dataclass
class Tally:
    """What of a source needed no reading, and whether all of it was dealt with."""

    unchanged: int = 0
    older: int = 0
    left: int = 0
    failed: int = 0  # met passing trouble; these are refusals too, and counted as such


async def follow(source: OutletSource, around: Round) -> None:
    """Follow a source to its end; what goes wrong with it is delivered as a refusal."""
    try:
        await _follow_list(source, around, depth=0)
    except GatherError as error:
        await _deliver_refusal(Target(source.address, make_hints(source)), error, source, around)
    except HearsayError:
        raise  # a part that is missing stops everything, and is told as it is
    except Exception as error:  # a mistake of ours with one source must not cost the others
        await around.deliver(Arrival(source.address, source.address, refuse(source.address, make_failure(error))))
    learned, around.fetcher.learned = around.fetcher.learned, []
    await around.deliver(Milestone(source.address, robots=tuple(learned), is_end=True))


async def _follow_list(source: OutletSource, around: Round, *, depth: int, address: str | None = None) -> None:
    """Fetch the address of a source, or of a list within it, and what it leads to."""
    where = address or source.address
    key = normalise(where)
    if not around.claim(key):
        return
    known = recall(key, around)
    page = await around.fetcher.fetch(where, make_validators(known))
    if known and (page.status == NOT_MODIFIED or _is_same(page, known)):
        visit = make_visit(key, page, known=known)
        await around.deliver(Milestone(source.address, visit, unchanged=1 if known.report or known.refusal else 0))
        return
    targets = find_targets(page, source)
    if targets.is_page:
        around.fetched += 1
        await _deliver_page(Target(where, make_hints(source)), page, source, around)
        return
    tally = await _follow_targets(targets, source, around, depth=depth)
    # Lists within a list have visits of their own, and change without it.
    is_complete = not (targets.lists or tally.left or tally.failed or tally.older or around.orders.is_dry)
    ending = make_visit(key, page) if is_complete else None
    await around.deliver(Milestone(source.address, ending, tally.unchanged, tally.older, tally.left))


def _is_same(page: Page, known: Visit) -> bool:
    """Tell whether a page that was sent again is the known one: many sites know no conditional questions."""
    return known.content is not None and digest_content(page.content) == known.content


async def _follow_targets(targets: Targets, source: OutletSource, around: Round, *, depth: int) -> Tally:
    """Fetch the pages that a list leads to, those of one site one after the other; then the lists in it."""
    tally = Tally()
    await around.deliver(Expected(source.address, len(targets.pages)))
    await _follow_sites(targets.pages, source, around, tally)
    for address, changed in targets.lists:
        if is_older(changed, around.orders.since):
            tally.older += 1
        elif depth < _DEEPEST and not around.is_full:
            await _follow_inner(address, source, around, depth=depth + 1)
        else:
            tally.left += 1
    return tally


async def _follow_sites(pages: tuple[Target, ...], source: OutletSource, around: Round, tally: Tally) -> None:
    """Fetch the pages of each site in turn, and the sites at once: a list may name a hundred of them."""
    sites: dict[str, list[Target]] = defaultdict(list)
    for target in pages:
        sites[find_origin(target.address or "")].append(target)
    turns = asyncio.Semaphore(_SITES_AT_ONCE)

    async def follow_site(targets: list[Target]) -> None:
        async with turns:
            for target in targets:
                await _follow_target(target, source, around, tally)

    try:
        async with asyncio.TaskGroup() as group:
            for targets in sites.values():
                group.create_task(follow_site(targets))
    except BaseExceptionGroup as trouble:
        raise trouble.exceptions[0] from None  # as if the pages had been fetched one after the other


async def _follow_inner(address: str, source: OutletSource, around: Round, *, depth: int) -> None:
    """Follow a list within a list; its own trouble is its own."""
    try:
        await _follow_list(source, around, depth=depth, address=address)
    except GatherError as error:
        await around.deliver(Arrival(source.address, address, refuse(address, error)))


async def _follow_target(target: Target, source: OutletSource, around: Round, tally: Tally) -> None:
    """Fetch one page, unless it is known, older than asked for, or one too many."""
    if target.address is None:
        await _deliver_text(target, source, around, tally)
        return
    key = normalise(target.address)
    if not around.claim(key):
        tally.unchanged += 1
    elif is_older(target.hints.published or target.changed, around.orders.since):
        tally.older += 1
    elif not is_wanted(recall(key, around), target):
        tally.unchanged += 1
    elif around.is_full:
        tally.left += 1
    else:
        around.fetched += 1
        await _fetch_target(target, source, around, tally)


async def _fetch_target(target: Target, source: OutletSource, around: Round, tally: Tally) -> None:
    """Fetch one page and deliver it, or the refusal that it met."""
    address = target.address or ""
    if around.orders.is_dry:
        await around.deliver(Planned(source.address, address, target.hints.published, target.hints.title))
        return
    known = recall(normalise(address), around)
    try:
        page = await around.fetcher.fetch(address, make_validators(known))
    except GatherError as error:
        tally.failed += error.reason in PASSING
        if error.reason in PASSING or not has_whole_text(target.hints):
            await _deliver_refusal(target, error, source, around)
            return
        # What the feed itself brings may be read although the page may not.
        content = (target.hints.content_html or "").encode()
        page = Page(address, content=content, media_type="text/html", charset="utf-8", fetched=_now())
    if known and (page.status == NOT_MODIFIED or _is_same(page, known)):
        visit = make_visit(normalise(address), page, known=known)
        await around.deliver(Milestone(source.address, visit, unchanged=1))
    else:
        await _deliver_page(target, page, source, around)


async def _deliver_page(target: Target, page: Page, source: OutletSource, around: Round) -> None:
    """Deliver a page with the visit that it was."""
    if around.orders.is_dry:
        await around.deliver(Planned(source.address, page.address))
        return
    visit = make_visit(normalise(page.address), page)
    await around.deliver(Arrival(source.address, page.address, page, target.hints, visit))


async def _deliver_text(target: Target, source: OutletSource, around: Round, tally: Tally) -> None:
    """Deliver an entry that has no page but its text; it is known by what the feed calls it, and what it says."""
    content = (target.hints.content_html or "").encode()
    address = f"{source.address}#{target.id or digest_content(content)}"
    page = Page(address, content=content, media_type="text/html", charset="utf-8", fetched=_now())
    known = around.memory.visit(address)
    if not around.claim(address) or (known and _is_same(page, known)):
        tally.unchanged += 1
    elif around.is_full:
        tally.left += 1
    else:
        around.fetched += 1
        visit = make_visit(address, page)
        if around.orders.is_dry:
            await around.deliver(Planned(source.address, address, target.hints.published, target.hints.title))
        else:
            await around.deliver(Arrival(source.address, address, page, target.hints, visit))


async def _deliver_refusal(target: Target, error: GatherError, source: OutletSource, around: Round) -> None:
    """Deliver a refusal, to be remembered unless it may pass."""
    address = target.address or ""
    is_passing = error.reason in PASSING
    visit = None if is_passing else Visit(normalise(address), _now(), refusal=error.reason)
    await around.deliver(Arrival(source.address, address, refuse(address, error), target.hints, visit))


def recall(key: str, around: Round) -> Visit | None:
    """Recall what is known of an address; where refused pages are tried again, only what held a report is known.

    Lists are then looked through again too, for they are what leads to the refused pages.
    """
    known = around.memory.visit(key)
    return None if known and known.report is None and around.orders.retries else known


def is_wanted(known: Visit | None, target: Target) -> bool:
    """Tell whether a page is to be fetched: a new one, or one that its list says was changed since."""
    if known is None or known.refusal:
        return known is None
    return bool(target.changed) and _in_seconds(target.changed) > _in_seconds(known.fetched)


def _in_seconds(written: str | None) -> float:
    """Read a time of ISO 8601 into seconds; what is no time is long ago.

    >>> _in_seconds("1970-01-01T00:01:00Z"), _in_seconds("soon")
    (60.0, 0.0)
    """
    try:
        moment = datetime.fromisoformat(written or "")
    except ValueError:
        return 0.0
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def make_validators(known: Visit | None) -> Validators:
    """Make the validators of what is known."""
    return Validators(known.etag, known.modified) if known else Validators()


def make_visit(key: str, page: Page, *, known: Visit | None = None) -> Visit:
    """Make the visit of a page; what was not sent again is as it was known."""
    if known:
        return Visit(
            key,
            page.fetched or _now(),
            known.final,
            page.etag or known.etag,
            page.modified or known.modified,
            page.status,
            known.content,
            known.report,
            known.refusal,
        )
    content = digest_content(page.content)
    return Visit(key, page.fetched or _now(), page.final, page.etag, page.modified, page.status, content)


def make_hints(source: OutletSource) -> Hints:
    """Make what a source tells of its pages."""
    return Hints(source.outlet, source.language)


def _now() -> str:
    """Tell the time, with its zone."""
    return datetime.now(UTC).isoformat(timespec="seconds")


async def follow_all(sources: tuple[OutletSource, ...], around: Round, *, at_once: int) -> None:
    """Follow many sources, some at once."""
    turns = asyncio.Semaphore(at_once)

    async def take_turn(source: OutletSource) -> None:
        async with turns:
            await follow(source, around)

    async with asyncio.TaskGroup() as group:
        for source in sources:
            group.create_task(take_turn(source))
