"""The part of the ledger that linking fills: copies, stories, claims, what is only possible, and people's judgements.

All but the judgements is made anew by each linking, in one transaction: readers see the old links or the new ones.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from hearsay.ledger.database import Database
from hearsay.records import (
    Claim,
    ClaimStatement,
    Copy,
    Judgement,
    Link,
    Match,
    Reading,
    Record,
    Story,
    Verdict,
    digest,
)

Kept = TypeVar("Kept", Copy, Story, Match)
_decode_chain = msgspec.json.Decoder(tuple[Link, ...]).decode


class Found(Record, frozen=True):
    """All that one linking found."""

    copies: tuple[Copy, ...]
    stories: tuple[Story, ...]
    possible: tuple[Match, ...]


class Links:
    """What is linked in one ledger, and what people said of it; got from a Ledger."""

    def __init__(self, database: Database) -> None:
        """Take the ledger's open database."""
        self._database = database

    def state(self) -> str:
        """Give a digest of all that linking works from: current readings and judgements."""
        readings = [f"{report} {reading}" for report, reading in self._database.rows("ledger_state")]
        return digest(*readings, *(msgspec.json.encode(one).decode() for one in self.judgements()))

    def linked_state(self) -> str | None:
        """Give the state that was linked last; None before the first time."""
        return next((state for (state,) in self._database.rows("linked_state")), None)

    def new_readings(self) -> Iterator[tuple[str, Reading]]:
        """Give the current readings whose features are not kept yet, each with its id."""
        for identity, whole in self._database.rows("readings_without_features"):
            yield identity, msgspec.json.decode(whole, type=Reading)

    def put_features(self, rows: Iterable[tuple[str, str, str, bytes]]) -> None:
        """Keep what linking needs of some reports: report, reading, time and the features as bytes."""
        with self._database.transaction():
            names = ("report", "reading", "at", "whole")
            self._database.change_each("put_features", (dict(zip(names, row, strict=True)) for row in rows))

    def drop_features(self) -> None:
        """Forget all features, so that the next linking makes them anew."""
        self._database.change("drop_features", {})

    def features(self) -> Iterator[bytes]:
        """Give the features of every report, in the order of publication."""
        return (whole for (whole,) in self._database.rows("features"))

    def replace(self, found: Found, claims: Iterable[Claim], state: str) -> int:
        """Put what a linking found in the place of all earlier links, whole or not at all; claims may come one by one."""
        with self._database.transaction():
            for name in ("drop_copies", "drop_stories", "drop_claims", "drop_possible"):
                self._database.change(name, {})
            self._database.change_each("add_copy", (_row(copy) for copy in found.copies))
            self._database.change_each("add_story", (_row(story) for story in found.stories))
            members = ((report, story.id) for story in found.stories for report in story.reports)
            self._database.change_each("add_story_report", ({"report": r, "story": s} for r, s in members))
            self._database.change_each("add_possible", (_row(match) for match in found.possible))
            count = sum(1 for claim in claims if self._add_claim(claim))
            self._database.change("put_linked_state", {"state": state})
        return count

    def _add_claim(self, claim: Claim) -> bool:
        """Add a claim and the places of its statements."""
        whole = msgspec.json.encode(msgspec.structs.replace(claim, statements=())).decode()
        row: dict[str, object] = {"id": claim.id, "story": claim.story, "first": claim.first, "last": claim.last}
        row |= {"size": len(claim.statements), "reports": len({one.report for one in claim.statements})}
        self._database.change(
            "add_claim", row | {"best": claim.origins.best, "denials": len(claim.denied_by), "whole": whole}
        )
        self._database.change_each(
            "add_claim_statement",
            (
                {"statement": one.id, "claim": claim.id, "position": position, "stance": one.stance.value}
                for position, one in enumerate(claim.statements)
            ),
        )
        return True

    def copies(self, report: str | None = None) -> Iterator[Copy]:
        """Give the copies, of all reports or of one and from it."""
        return self._wholes("copies_of" if report else "copies", Copy, report)

    def stories(self) -> Iterator[Story]:
        """Give the stories, newest first."""
        return self._wholes("stories", Story)

    def story(self, identity: str) -> Story | None:
        """Give a story by its id, or by the id of one of its reports."""
        of_report = next((story for (story,) in self._database.rows("story_of_report", {"id": identity})), identity)
        return next(self._wholes("story", Story, of_report), None)

    def claims(self, story: str | None = None) -> Iterator[Claim]:
        """Give the claims, of all stories or of one: those in the most reports first."""
        rows = self._database.rows("claims_of_story" if story else "claims", {"id": story})
        return (self._with_statements(identity, whole) for identity, whole in rows)

    def claim(self, identity: str) -> Claim | None:
        """Give a claim by its id, or by the id of one of its statements."""
        known = next((claim for (claim,) in self._database.rows("claim_of_statement", {"id": identity})), identity)
        rows = self._database.rows("claim", {"id": known})
        return next((self._with_statements(found, whole) for found, whole in rows), None)

    def possible(self, identity: str | None = None) -> Iterator[Match]:
        """Give the pairs that may be linked, the surest first; of one thing if told so."""
        return self._wholes("possible_of" if identity else "possible", Match, identity)

    def report_of(self, statement: str) -> str | None:
        """Give the id of the report that a statement stands in; None where no report holds it now."""
        return next((report for (report,) in self._database.rows("report_of_statement", {"id": statement})), None)

    def feature(self, report: str) -> bytes | None:
        """Give what linking keeps of one report; None where it was not linked yet."""
        return next((whole for (whole,) in self._database.rows("feature", {"report": report})), None)

    def judge(self, judgement: Judgement) -> bool:
        """Add a judgement; False if it is in already."""
        return bool(self._database.change("add_judgement", msgspec.to_builtins(judgement)))

    def judgements(self) -> Iterator[Judgement]:
        """Give the judgements, in the order in which they came."""
        return (Judgement(Verdict(verdict), *rest) for verdict, *rest in self._database.rows("judgements"))

    def outlets(self) -> Iterator[str]:
        """Give the names of the outlets that published what the ledger holds."""
        return (outlet for (outlet,) in self._database.rows("outlets"))

    def _wholes(self, name: str, kind: type[Kept], identity: str | None = None) -> Iterator[Kept]:
        rows = self._database.rows(name, {"id": identity} if identity else None)
        return (msgspec.json.decode(whole, type=kind) for (whole,) in rows)

    def _with_statements(self, identity: str, whole: str) -> Claim:
        """Make a claim of its row and the current rows of its statements."""
        rows = self._database.rows("statements_of_claim", {"id": identity})
        return msgspec.structs.replace(
            msgspec.json.decode(whole, type=Claim), statements=tuple(_make_statement(row) for row in rows)
        )


def _row(record: Record) -> dict[str, object]:
    """Make a row: the fields of a record, and the whole of it as JSON."""
    fields: dict[str, object] = msgspec.to_builtins(record)
    return fields | {"whole": msgspec.json.encode(record).decode()}


def _make_statement(values: tuple[object, ...]) -> ClaimStatement:
    row = dict(zip(ClaimStatement.__struct_fields__, values, strict=True))
    return msgspec.convert(row | {"chain": _decode_chain(str(row["chain"]))}, ClaimStatement)
