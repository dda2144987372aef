"""Receivers: who is told of alerts beside the terminal: a file, a webhook, people by mail. What cannot be sent waits."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from pathlib import Path

import msgspec

from hearsay.errors import GatherError, SettingsError
from hearsay.gather.senders import Hook, MailServer, Post, read_secret, send_mail, send_post
from hearsay.ledger import Ledger
from hearsay.ledger.watches import WaitingRow
from hearsay.records import Refusal, digest
from hearsay.settings import Settings
from hearsay.views.watching.alerts import Alert
from hearsay.views.watching.orders import FileTarget, MailTarget, WatchOrder, WebhookTarget, read_variable

# Runs in which sending may fail before an alert is given up: with one a quarter of an hour, half a day.
MOST_TRIES = 48
# A subject longer than that is cut by whoever reads mail.
_SUBJECT = 120
Deliver = Callable[[Sequence[WaitingRow]], Iterator[Sequence[str]]]


@dataclass(frozen=True)
class Receiver:
    """Where alerts go; `deliver` gives the ids of what it delivered, some at a time, as it goes."""

    name: str
    deliver: Deliver

    @property
    def id(self) -> str:
        """Give the id under which alerts wait for it."""
        return digest(self.name)


def make_receivers(order: WatchOrder, path: Path, settings: Settings) -> tuple[Receiver, ...]:
    """Make the receivers of a FILE.toml; SettingsError where a secret is missing."""
    made = [_make_file(order.file, path.parent)] if order.file else []
    made += [_make_hook(order.webhook, path, settings)] if order.webhook else []
    made += [_make_mail(order.mail, path, settings)] if order.mail else []
    return tuple(made)


def _make_file(target: FileTarget, folder: Path) -> Receiver:
    path = folder / target.path

    def deliver(rows: Sequence[WaitingRow]) -> Iterator[Sequence[str]]:
        try:
            with path.open("a", encoding="utf8") as file:
                file.writelines(row.whole + "\n" for row in rows)
        except OSError as error:
            raise GatherError(f"{path} cannot be written: {error.strerror}.") from error
        yield [row.alert for row in rows]

    return Receiver(f"file {path}", deliver)


def _make_hook(target: WebhookTarget, path: Path, settings: Settings) -> Receiver:
    try:
        secret = read_secret(read_variable(target.secret_variable, path))
    except GatherError as error:
        raise SettingsError(f"{target.secret_variable}: {error}") from error
    hook = Hook(target.address, secret, target.allow_private)

    def deliver(rows: Sequence[WaitingRow]) -> Iterator[Sequence[str]]:
        for row in rows:
            send_post(hook, Post(row.alert, write_content(row.whole)), settings=settings)
            yield [row.alert]

    return Receiver(f"webhook {target.address}", deliver)


def write_content(whole: str) -> bytes:
    """Write what is posted for an alert.

    >>> write_content('{"id":"a"}')
    b'{"type":"hearsay.alert","data":{"id":"a"}}'
    """
    return b'{"type":"hearsay.alert","data":%s}' % whole.encode()


def _make_mail(target: MailTarget, path: Path, settings: Settings) -> Receiver:
    login = None
    if target.user and target.password_variable:
        login = (target.user, read_variable(target.password_variable, path))
    server = MailServer(target.server, target.security, target.port, login, target.allow_private)

    def deliver(rows: Sequence[WaitingRow]) -> Iterator[Sequence[str]]:
        alerts = [msgspec.json.decode(row.whole, type=Alert) for row in rows]
        send_mail(server, write_letter(alerts, target), settings=settings)
        yield [row.alert for row in rows]

    return Receiver(f"mail {', '.join(target.to)}", deliver)


def write_letter(alerts: Sequence[Alert], target: MailTarget) -> EmailMessage:
    """Write one letter of all alerts; what comes from reports cannot end a header line."""
    letter = EmailMessage()
    first = " ".join(f"{alerts[0].query}: {alerts[0].summary}".split())
    more = f" (and {len(alerts) - 1} more)" if len(alerts) > 1 else ""
    letter["Subject"] = f"hearsay: {first[:_SUBJECT]}{more}"
    letter["From"], letter["To"] = target.sender, ", ".join(target.to)
    letter["Date"] = formatdate(usegmt=True)
    letter["Message-ID"] = f"<{digest(*(alert.id for alert in alerts))}@hearsay.invalid>"
    letter.set_content("\n\n".join(map(draw_alert, alerts)) + "\n")
    return letter


def draw_alert(alert: Alert) -> str:
    """Draw an alert for people: the query, what happened, where it stands.

    >>> draw_alert(Alert("a", "The dam", "denial", "Mira Holt denies: it is full", report="r1", published="2024-05-06"))
    'The dam · denial\\n  Mira Holt denies: it is full\\n  2024-05-06 · report r1'
    """
    facts = (
        *(alert.published, alert.outlet, f"report {alert.report}" if alert.report else None),
        *(f"claim {alert.claim}" if alert.claim else None, alert.url),
    )
    place = " · ".join(fact for fact in facts if fact)
    return f"{alert.query} · {alert.kind}\n  {alert.summary}" + (f"\n  {place}" if place else "")


def deliver_waiting(ledger: Ledger, receiver: Receiver, *, at: str) -> GatherError | None:
    """Deliver what waits for a receiver; gives the trouble that stopped it. What fails too often becomes a refusal."""
    rows = ledger.watches.waiting(receiver.id)
    left = {row.alert for row in rows}
    try:
        for delivered in receiver.deliver(rows) if rows else ():
            ledger.watches.settle(receiver.id, delivered)
            left -= set(delivered)
    except GatherError as error:
        ledger.watches.count_try(receiver.id, left)
        _give_up(ledger, receiver, [row for row in rows if row.alert in left and row.tries + 1 >= MOST_TRIES], at=at)
        return error
    return None


def _give_up(ledger: Ledger, receiver: Receiver, rows: Sequence[WaitingRow], *, at: str) -> None:
    """Keep as refusals what could not be delivered."""
    for row in rows:
        detail = f"it could not be sent in {MOST_TRIES} runs: {row.whole}"
        ledger.refuse(Refusal(f"{receiver.name}, alert {row.alert}", "unreachable", detail), at)
    ledger.watches.settle(receiver.id, (row.alert for row in rows))
