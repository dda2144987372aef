"""`hearsay gather`: what outlets publish comes in, politely, once, and is read and stored as it comes."""

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from hearsay.cli.options import GatherOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import print_json, tell
from hearsay.errors import SettingsError

if TYPE_CHECKING:
    from hearsay.cli.desk import Desk, Kind
    from hearsay.gather.arrivals import Memory, Orders
    from hearsay.gather.run import Run
    from hearsay.gather.source_files import OutletSource
    from hearsay.ledger import Ledger

    Sources = tuple[str | OutletSource, ...]

# Pages handed to a reading process at once: few, so that what comes slowly is stored soon; a page takes far longer to
# read than to hand over.
BATCH = 4
REFUSALS_TOLD = 10
SOURCES_TOLD = 40
# Rules of a site are asked for again after a day (RFC 9309, 2.4).
ROBOTS_HOURS = 24
# Seconds after which a change of SOURCES.toml is noticed.
LOOK_AT_LISTS = 5.0


@command(GatherOptions)
def gather(options: GatherOptions) -> Outcome:
    """Gather reports from feeds, sitemaps, pages, archives and folders, and read them into the ledger.

    **Examples**

    - `hearsay gather SOURCES.toml` looks at every outlet listed there
    - `hearsay gather https://news.example/feed.xml --since 2024-03-01 --limit 50`
    - `hearsay gather crawl.warc.gz reports/ mail.zip`
    - `hearsay gather SOURCES.toml --follow` goes on until Ctrl-C; or run it without from cron
    - `hearsay gather --retry-refused` tries again what was refused
    - `hearsay gather SOURCES.toml --opml FEEDS.opml` writes the list for a feed reader

    A second run asks only whether something is new. Ctrl-C stores what has arrived; the next run goes on from there.

    **Exit codes**: 0 all well, 1 a failure, 2 wrong usage, 3 some pages were refused, 130 stopped by Ctrl-C.
    """
    check_options(options)
    if options.opml:
        return write_list(options, options.opml)
    with ExitStack() as stack:
        ledger = None if options.dry_run else stack.enter_context(open_ledger(options.ledger))
        sources = find_sources(options, ledger)
        if options.follow:
            return go_on(sources, options, ledger)
        return gather_once(sources, options, ledger)


def write_list(options: GatherOptions, path: Path) -> Outcome:
    """Write the sources that are named as OPML, for feed readers; nothing is asked."""
    from hearsay.gather.opml import write_opml
    from hearsay.gather.source_files import OutletSource

    sources = [source for source in find_sources(options, None) if isinstance(source, OutletSource)]
    try:
        path.write_bytes(write_opml(sources))
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}; name another file after --opml.") from error
    tell(f"wrote {len(sources)} sources to {path}")
    return Outcome.WELL


def check_options(options: GatherOptions) -> None:
    """Check what can be checked before anything is asked."""
    from hearsay.gather.days import read_date

    if not options.sources and not options.retry_refused:
        raise SettingsError("nothing to gather: name SOURCES.toml, addresses, files or folders, or --retry-refused.")
    if options.since is not None and read_date(options.since) != options.since:
        raise SettingsError(f"--since was given '{options.since}', which is no date; wanted is YYYY-MM-DD.")
    if options.follow and (options.dry_run or "-" in (options.sources or ())):
        raise SettingsError("--follow goes with neither --dry-run nor standard input.")


def open_ledger(path: Path | None) -> "Ledger":
    """Open the ledger for writing."""
    from hearsay.ledger import Ledger

    return Ledger.open(path)


def find_sources(options: GatherOptions, ledger: "Ledger | None") -> "Sources":
    """Find what is named; what was refused before is added where it is to be tried again."""
    from hearsay.errors import GatherError
    from hearsay.gather.run import find_sources as find

    try:
        sources = find(options.sources or [])
    except GatherError as error:  # a list that cannot be read is wrong usage, not a page among others
        raise SettingsError(str(error)) from error
    named = {source if isinstance(source, str) else source.address for source in sources}
    refused = find_refused(ledger) if options.retry_refused and ledger and not options.sources else []
    return sources + find([where for where in refused if where not in named])


def find_refused(ledger: "Ledger") -> list[str]:
    """Find what was refused and can be tried again: addresses, and files that are there."""
    from hearsay.gather.addresses import is_address

    places = dict.fromkeys(row.where for row in ledger.refusals())
    return [where for where in places if is_address(where) or Path(where).is_file()]


def make_orders(options: GatherOptions) -> "Orders":
    """Make what the run is told."""
    from hearsay.gather.arrivals import Orders

    return Orders(
        since=options.since,
        limit=options.limit,
        is_dry=options.dry_run,
        allow_private=options.allow_private,
        retries=options.retry_refused,
    )


def gather_once(sources: "Sources", options: GatherOptions, ledger: "Ledger | None") -> Outcome:
    """Look at every source once, and tell what came of it."""
    from hearsay.gather.run import Run
    from hearsay.settings import load_settings

    started = monotonic()
    run = Run(sources, orders=make_orders(options), settings=load_settings())
    with stop_gently(run.stop) as stopped:
        desk = work(run, options, ledger)
    summarise(desk, options, ledger, seconds=monotonic() - started)
    if stopped():
        tell("stopped: what had arrived is stored; the same command goes on from there.")
        return Outcome.INTERRUPTED
    return Outcome.SOME_REFUSED if desk.refusals else Outcome.WELL


def work(run: "Run", options: GatherOptions, ledger: "Ledger | None") -> "Desk":
    """Gather, read and store."""
    from hearsay.cli.desk import Desk
    from hearsay.cli.gather_progress import GatherProgress
    from hearsay.cli.gathered import read_arrival
    from hearsay.engines import map_batches

    with GatherProgress(as_json=options.json) as progress:
        desk = Desk(ledger, progress)
        arrivals = desk.sort(run.items(partial(open_memory, options, ledger)))
        reading = partial(read_arrival, since=options.since, bulk=options.bulk)
        for gathered in map_batches(reading, arrivals, workers=options.workers, batch=BATCH):
            desk.take(gathered)
        desk.store()
    return desk


@contextmanager
def open_memory(options: GatherOptions, ledger: "Ledger | None") -> "Iterator[Memory]":
    """Open what earlier runs left, with a connection of its own, for the thread that asks."""
    from hearsay.gather.arrivals import Memory
    from hearsay.ledger import Ledger
    from hearsay.settings import load_settings

    path = ledger.path if ledger else options.ledger or Path(load_settings().ledger)
    if ledger is None and not path.exists():
        yield Memory(lambda _: None, lambda _: None)
        return
    since = (datetime.now(UTC) - timedelta(hours=ROBOTS_HOURS)).isoformat(timespec="seconds")
    with Ledger.open(path, read_only=True) as beside:
        yield Memory(beside.visits.find, partial(beside.visits.find_robots, since=since))


@contextmanager
def stop_gently(stop: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Let the first Ctrl-C (or SIGTERM) end a run with what has arrived, and the second one leave at once."""
    is_stopped = False

    def handle(*_: object) -> None:
        nonlocal is_stopped
        if is_stopped:
            raise KeyboardInterrupt
        is_stopped = True
        stop()

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: is_stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def go_on(sources: "Sources", options: GatherOptions, ledger: "Ledger | None") -> Outcome:
    """Look at each source again and again, each after its own interval, until stopped."""
    from threading import Event

    due = dict.fromkeys(sources, 0.0)
    stopped = Event()
    stamps = stamp_lists(options)
    while not stopped.is_set():
        if stamps != (stamps := stamp_lists(options)):
            due = {source: due.get(source, 0.0) for source in find_sources_again(options, ledger, tuple(due))}
        now = monotonic()
        ready = tuple(source for source, moment in due.items() if moment <= now)
        due |= {source: now + find_interval(source) for source in ready}
        if ready and gather_once(ready, options, ledger) is Outcome.INTERRUPTED:
            break
        with stop_gently(stopped.set):
            stopped.wait(max(0.0, min(*due.values(), monotonic() + LOOK_AT_LISTS) - monotonic()))
    return Outcome.WELL


def stamp_lists(options: GatherOptions) -> tuple[int, ...]:
    """Give when the lists of sources were changed last; 0 for what is no file, or gone for a moment while it is saved."""
    stamps = []
    for name in options.sources or ():
        try:
            stamps.append(Path(name).stat().st_mtime_ns)
        except (OSError, ValueError):
            stamps.append(0)
    return tuple(stamps)


def find_sources_again(options: GatherOptions, ledger: "Ledger | None", known: "Sources") -> "Sources":
    """Find what is named now; a list with a mistake is told, and what was known is followed until it is mended."""
    try:
        return find_sources(options, ledger) or known
    except SettingsError as error:
        tell(f"{error} Until it is mended, the sources from before are followed.")
        return known


def find_interval(source: "str | OutletSource") -> float:
    """Find the seconds between two looks at a source."""
    from hearsay.gather.source_files import USUAL_INTERVAL

    return USUAL_INTERVAL if isinstance(source, str) else source.interval


def summarise(desk: "Desk", options: GatherOptions, ledger: "Ledger | None", *, seconds: float) -> None:
    """Tell a person, or a program, what came of it all."""
    totals = desk.totals
    if options.json:
        for source, counts in desk.counts.items():
            print_json({"source": source, "counts": _plain(counts)})
        print_json({"summary": _plain(totals), "seconds": round(seconds, 1)})
        return
    if len(desk.counts) > 1:
        tell_sources(desk)
    for refusal in desk.refusals[:REFUSALS_TOLD]:
        tell(f"refused: {refusal.where}: {refusal.detail} ({refusal.reason})")
    if len(desk.refusals) > REFUSALS_TOLD:
        reasons = Counter(refusal.reason for refusal in desk.refusals[REFUSALS_TOLD:])
        counted = ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())
        tell(f"refused: {counted} more; 'hearsay show refusals' lists them, --retry-refused tries again.")
    tell(describe(totals, seconds) + (f" · ledger {ledger.path}" if ledger else ""))


def describe(totals: "Counter[Kind]", seconds: float) -> str:
    """Say in one line what came of it all.

    >>> from hearsay.cli.desk import Kind
    >>> describe(Counter({Kind.NEW: 2, Kind.REFUSED: 1}), 3.21)
    'gathered 2 new reports · 1 refused · 3.2 s'
    """
    from hearsay.cli.desk import Kind

    if totals[Kind.PLANNED]:
        return f"would fetch {totals[Kind.PLANNED]} pages · nothing was stored"
    words = {
        Kind.VERSION: "in new words",
        Kind.KNOWN: "known in the same words",
        Kind.UNCHANGED: "unchanged",
        Kind.OLDER: "older",
        Kind.LEFT: "left for the next run",
        Kind.REFUSED: "refused",
    }
    parts = [f"gathered {totals[Kind.NEW]} new report{'' if totals[Kind.NEW] == 1 else 's'}"]
    parts += [f"{totals[kind]} {word}" for kind, word in words.items() if totals[kind]]
    return " · ".join([*parts, f"{seconds:.1f} s"])


def tell_sources(desk: "Desk") -> None:
    """Tell what came of each source; those without anything new are counted only."""
    from hearsay.cli.desk import Kind

    busy = {source: counts for source, counts in desk.counts.items() if set(counts) - {Kind.UNCHANGED, Kind.OLDER}}
    for source, counts in list(busy.items())[:SOURCES_TOLD]:
        tell(f"{source}: " + ", ".join(f"{count} {kind}" for kind, count in counts.items()))
    if len(busy) > SOURCES_TOLD:
        tell(f"and {len(busy) - SOURCES_TOLD} more sources")


def _plain(counts: "Counter[Kind]") -> dict[str, int]:
    """Give counts as plain JSON."""
    return {kind.value: count for kind, count in counts.items()}
