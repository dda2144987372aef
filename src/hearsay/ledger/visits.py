"""Visits: what gathering remembers in the ledger of addresses, versions of pages, and sites' robots.txt (crawl state)."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from hearsay.ledger.database import Database
from hearsay.records import Visit


class Came(StrEnum):
    """What a gathered report was to the ledger."""

    NEW = "new"  # a page that it did not hold
    VERSION = "version"  # a page that it held in other words; both are kept
    KNOWN = "known"  # held in the same words, perhaps under another address


class VersionRow(msgspec.Struct, frozen=True):
    """One of the reports that a page was, and when it was seen first."""

    report: str
    since: str


class Visits:
    """The visits of one ledger."""

    def __init__(self, database: Database) -> None:
        """Take the ledger's open database."""
        self._database = database

    def find(self, address: str) -> Visit | None:
        """Find what came of asking an address last."""
        rows = self._database.rows("visit", {"address": address})
        return next((Visit(*row) for row in rows), None)

    def put(self, visit: Visit) -> None:
        """Remember a visit in place of the one before."""
        self._database.change("put_visit", msgspec.structs.asdict(visit))

    def settle(self, where: str) -> None:
        """Take an address from the refusals: it was had at last."""
        self._database.change("drop_refusals", {"where": where})

    def versions(self, address: str) -> Iterator[VersionRow]:
        """Give the reports that a page was, the newest last."""
        return (VersionRow(*row) for row in self._database.rows("versions", {"address": address}))

    def pack(self, report: str) -> str | None:
        """Give the pack that a report was read with, or None if the ledger does not hold it."""
        return next((pack for (pack,) in self._database.rows("pack_of_report", {"report": report})), None)

    def add_version(self, address: str, report: str, *, since: str) -> Came:
        """Tell whether a report is new at its address, another version, or known there; and remember it."""
        had_others = any(True for _ in self.versions(address))
        if not self._database.change("add_version", {"address": address, "report": report, "since": since}):
            return Came.KNOWN
        return Came.VERSION if had_others else Came.NEW

    def find_robots(self, origin: str, *, since: str) -> str | None:
        """Find the rules of a site, if they were asked for since then."""
        rows = self._database.rows("robots", {"origin": origin, "since": since})
        return next((rules for (rules,) in rows), None)

    def put_robots(self, origin: str, rules: str, *, fetched: str) -> None:
        """Remember the rules of a site."""
        self._database.change("put_robots", {"origin": origin, "rules": rules, "fetched": fetched})
