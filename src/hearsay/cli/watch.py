"""`hearsay watch`: standing queries after each linking, and alerts to the terminal, a file, a webhook or by mail."""

from collections.abc import Sequence
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

import msgspec

from hearsay.cli.options import WatchOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import print_json, print_line, tell
from hearsay.cli.show import open_existing
from hearsay.errors import LedgerError, SettingsError

if TYPE_CHECKING:
    from hearsay.ledger import Ledger
    from hearsay.views.watching.alerts import Alert
    from hearsay.views.watching.orders import Query, WatchOrder
    from hearsay.views.watching.receivers import Receiver

# Alerts of one query in one run; whoever gets more reads none of them.
MOST_ALERTS = 100
# Seconds between two looks whether the ledger was linked anew: one small question.
LOOK_SECONDS = 5.0
# Seconds between two tries to send what waits.
RETRY_SECONDS = 300.0


@command(WatchOptions)
def watch(options: WatchOptions) -> Outcome:
    """Tell what is new to standing queries: a denial, a second origin, a statement of somebody; each alert once.

    **Examples**

    - `hearsay link && hearsay watch watch.toml`
    - `hearsay watch watch.toml --skip-known` takes what is there as known
    - `hearsay watch watch.toml --follow` looks after each linking, until Ctrl-C
    - `hearsay watch watch.toml --json | jq .summary`

    **Exit codes**: 0 all well, 1 a failure, 2 a wrong FILE.toml, 3 some alerts could not be sent; they wait for the next run.
    """
    from hearsay.settings import load_settings
    from hearsay.views.watching.orders import read_order
    from hearsay.views.watching.receivers import make_receivers

    if options.once and options.follow:
        raise SettingsError("--once and --follow exclude each other.")
    order = read_order(options.file)
    receivers = make_receivers(order, options.file, load_settings())
    with open_existing(options.ledger, read_only=False) as ledger:
        if options.follow:
            return follow(ledger, order, receivers, options)
        if ledger.links.linked_state() is None:
            raise LedgerError(f"ledger {ledger.path} was never linked: run 'hearsay link' first.")
        return look(ledger, order, receivers, options)


def follow(ledger: "Ledger", order: "WatchOrder", receivers: Sequence["Receiver"], options: WatchOptions) -> Outcome:
    """Look after each linking, and send from time to time what still waits, until stopped."""
    from threading import Event

    from hearsay.cli.gather import stop_gently

    stopped = Event()
    state, due = None, 0.0
    with stop_gently(stopped.set):
        while not stopped.is_set():
            now = ledger.links.linked_state()
            if now != state:
                look(ledger, order, receivers, options)
                state = now
            elif monotonic() > due:
                send(ledger, receivers)
                due = monotonic() + RETRY_SECONDS
            stopped.wait(LOOK_SECONDS)
    return Outcome.WELL


def look(ledger: "Ledger", order: "WatchOrder", receivers: Sequence["Receiver"], options: WatchOptions) -> Outcome:
    """Ask every query once, tell what is new, and send it."""
    from hearsay.views.terminal import printable
    from hearsay.views.watching.receivers import draw_alert

    count = 0
    for query in order.query:
        for alert in ask(ledger, query, receivers, skip_known=options.skip_known):
            count += 1
            if options.json:
                print_json(alert)
            else:
                print_line(printable(draw_alert(alert)))
    is_all_sent = send(ledger, receivers)
    if not options.json:
        tell(f"{count} alert{'' if count == 1 else 's'} · {len(order.query)} queries · ledger {ledger.path}")
    return Outcome.WELL if is_all_sent else Outcome.SOME_REFUSED


def ask(ledger: "Ledger", query: "Query", receivers: Sequence["Receiver"], *, skip_known: bool) -> "list[Alert]":
    """Give the alerts of one query, remembered as told and as waiting for every receiver."""
    from hearsay.views.watching.alerts import find_alerts, tell_rest

    told, alerts, count = [], [], 0
    for finding in find_alerts(ledger, query):
        told.append(finding.told)
        count += finding.alert is not None
        if finding.alert and count <= MOST_ALERTS:
            alerts.append(finding.alert)
    if skip_known and not ledger.watches.is_known(query.id):
        alerts = []
    elif count > MOST_ALERTS:
        alerts.append(tell_rest(query, count - MOST_ALERTS, at=_now()))
    encoded = [(alert.id, msgspec.json.encode(alert).decode()) for alert in alerts]
    waiting = [(receiver.id, *one) for receiver in receivers for one in encoded]
    ledger.watches.keep(query.id, told, waiting)
    return alerts


def send(ledger: "Ledger", receivers: Sequence["Receiver"]) -> bool:
    """Send what waits for each receiver; what cannot be sent is told and waits on."""
    from hearsay.views.watching.receivers import deliver_waiting

    is_all_sent = True
    for receiver in receivers:
        trouble = deliver_waiting(ledger, receiver, at=_now())
        if trouble:
            is_all_sent = False
            tell(f"not sent to {receiver.name}: {trouble}; it waits for the next run.")
    return is_all_sent


def _now() -> str:
    """Tell the time, with its zone."""
    return datetime.now(UTC).isoformat(timespec="seconds")
