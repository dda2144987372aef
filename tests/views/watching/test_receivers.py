"""Receivers: what is delivered is forgotten, what is not waits, what never can be becomes a refusal."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from hearsay.errors import GatherError, SettingsError
from hearsay.ledger import Ledger
from hearsay.ledger.watches import WaitingRow
from hearsay.settings import Settings
from hearsay.views.watching.alerts import Alert
from hearsay.views.watching.orders import FileTarget, Happening, MailTarget, Query, WatchOrder, WebhookTarget
from hearsay.views.watching.receivers import MOST_TRIES, Receiver, deliver_waiting, make_receivers, write_letter

AT = "2024-05-06T00:00:00+00:00"
QUERY = Query("q", (Happening.DENIAL,))
MAIL = MailTarget(("desk@news.example",), "hearsay@news.example", "mail.news.example")


def make_alert(identity: str = "a1", summary: str = "Mira Holt denies") -> Alert:
    """Make an alert."""
    return Alert(identity, "q", "denial", summary, report="r1")


def wait(ledger: Ledger, receiver: Receiver, *alerts: Alert) -> None:
    """Let alerts wait for a receiver."""
    ledger.watches.keep("q", [], [(receiver.id, one.id, msgspec.json.encode(one).decode()) for one in alerts])


def make_failing(*, after: int) -> Receiver:
    """Make a receiver that takes some alerts and no more."""

    def deliver(rows: Sequence[WaitingRow]) -> Iterator[Sequence[str]]:
        for row in rows[:after]:
            yield [row.alert]
        raise GatherError("it is not there.")

    return Receiver("webhook https://hooks.example", deliver)


def test_a_file_gets_each_alert_once(tmp_path: Path) -> None:
    (receiver,) = make_receivers(WatchOrder((QUERY,), FileTarget("alerts.jsonl")), tmp_path / "w.toml", Settings())
    with Ledger.open(tmp_path / "a.db") as ledger:
        wait(ledger, receiver, make_alert("a1"), make_alert("a2"))
        assert deliver_waiting(ledger, receiver, at=AT) is None
        assert deliver_waiting(ledger, receiver, at=AT) is None
    lines = (tmp_path / "alerts.jsonl").read_bytes().splitlines()
    assert [msgspec.json.decode(line, type=Alert).id for line in lines] == ["a1", "a2"]


def test_what_was_not_delivered_waits(tmp_path: Path) -> None:
    receiver = make_failing(after=1)
    with Ledger.open(tmp_path / "a.db") as ledger:
        wait(ledger, receiver, make_alert("a1"), make_alert("a2"))
        assert str(deliver_waiting(ledger, receiver, at=AT)) == "it is not there."
        assert ledger.watches.waiting(receiver.id) == (
            WaitingRow("a2", msgspec.json.encode(make_alert("a2")).decode(), 1),
        )


def test_what_never_can_be_delivered_becomes_a_refusal(tmp_path: Path) -> None:
    receiver = make_failing(after=0)
    with Ledger.open(tmp_path / "a.db") as ledger:
        wait(ledger, receiver, make_alert())
        for _ in range(MOST_TRIES):
            deliver_waiting(ledger, receiver, at=AT)
        assert ledger.watches.waiting(receiver.id) == ()
        (refusal,) = ledger.refusals()
    assert refusal.where == "webhook https://hooks.example, alert a1" and "Mira Holt" in refusal.detail


def test_a_letter_holds_all_alerts_and_no_foreign_header() -> None:
    letter = write_letter([make_alert(summary="x\r\nBcc: all@evil.example"), make_alert("a2")], MAIL)
    assert letter["Bcc"] is None and "(and 1 more)" in letter["Subject"]
    assert letter.get_content().count("report r1") == 2
    assert b"\nBcc:" not in letter.as_bytes().partition(b"\n\n")[0]


def test_a_secret_that_is_missing_or_broken_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order = WatchOrder((QUERY,), webhook=WebhookTarget("https://hooks.example", "HOOK_SECRET"))
    monkeypatch.delenv("HOOK_SECRET", raising=False)
    with pytest.raises(SettingsError, match="HOOK_SECRET, which is not set"):
        make_receivers(order, tmp_path / "w.toml", Settings())
    monkeypatch.setenv("HOOK_SECRET", "whsec_!")
    with pytest.raises(SettingsError, match="no base64"):
        make_receivers(order, tmp_path / "w.toml", Settings())
