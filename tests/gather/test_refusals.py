"""Refusals: an error in one place becomes a row with a closed word for its cause."""

from hearsay.errors import GatherError, LedgerError, MissingExtra
from hearsay.gather.refusals import Reason, make_error, refuse


def test_reason_and_detail_are_kept() -> None:
    refusal = refuse("a.txt", make_error(Reason.EMPTY, "nothing is there"))
    assert (refusal.where, refusal.reason, refusal.detail) == ("a.txt", "empty", "nothing is there")


def test_missing_extra_says_how_to_install() -> None:
    refusal = refuse("a.html", MissingExtra("reading HTML", "html"))
    assert refusal.reason == "missing-extra"
    assert "pip install" in refusal.detail


def test_other_errors_are_unreadable() -> None:
    assert refuse("x", GatherError("x")).reason == refuse("x", LedgerError("x")).reason == Reason.UNREADABLE
