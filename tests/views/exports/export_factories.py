"""Makers of ledgers to export: invented reports about real states, linked, with a judgement and a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hearsay.ledger import Ledger
from hearsay.ledger.links import Found
from hearsay.records import (
    Act,
    Certainty,
    Claim,
    ClaimStatement,
    Copy,
    Credits,
    Denier,
    Event,
    Judgement,
    Link,
    Match,
    Mention,
    MentionKind,
    Origin,
    Origins,
    Reading,
    Refusal,
    Relation,
    SourceKind,
    Stance,
    Statement,
    Story,
    Time,
    TimeType,
    Verdict,
    Zone,
    ZoneKind,
)

REUTERS = Link(SourceKind.AGENCY, "Reuters", "Q130879")
HOLT = Link(SourceKind.PERSON, "Mira Holt", None, (27, 36))
OFFICIALS = Link(SourceKind.ANONYMOUS, "two officials")
FORMULA = '=HYPERLINK("https://bad.example")'
EVENT = Event("VISIT", "Q159", "Q902", place="Dhaka", negated=False)


def make_statement(identity: str, chain: tuple[Link, ...] = (HOLT,), **changes: object) -> Statement:
    """Make a statement of the first 21 characters of its report."""
    fields: dict[str, object] = {
        "id": identity,
        "content": ((0, 21),),
        "cue": ((22, 26),),
        "chain": chain,
        "event": EVENT,
    }
    return Statement(**(fields | {"said": "2024-05-05", "about": "2024-06"} | changes))  # type: ignore[arg-type]


def make_report(identity: str, statements: tuple[Statement, ...], **changes: object) -> Reading:
    """Make a reading."""
    text = "The delegation comes. said Mira Holt <&> সেতু"
    fields: dict[str, object] = {
        "id": identity, "lang": "en", "title": f"Title of {identity}", "outlet": "The Ferry Post",
        "url": f"https://ferry.example/{identity}", "published": "2024-05-06", "text": text,
        "zones": (Zone(ZoneKind.BODY, (0, len(text))),),
        "mentions": (Mention((27, 36), MentionKind.PERSON, "Mira Holt"), Mention((0, 3), MentionKind.PLACE, "Dhaka")),
        "times": (Time((0, 4), TimeType.DATE, "2024-05"),),
        "statements": statements, "credits": Credits(byline="Ann Bell", agency="Reuters"), "pack": "en@0",
    }  # fmt: skip
    return Reading(**(fields | changes))  # type: ignore[arg-type]


def make_claim(**changes: object) -> Claim:
    """Make a claim that one report makes on the word of Mira Holt, another on that of officials, and a third denies."""
    said = {"lang": "en", "published": "2024-05-06", "text": "The delegation comes."}
    sure = {"act": Act.SAY, "certainty": Certainty.ASSERTED}
    statements = (
        ClaimStatement("s1", "r1", chain=(HOLT,), stance=Stance.ASSERTS, **said, **sure),
        ClaimStatement("s2", "r2", chain=(REUTERS, OFFICIALS), stance=Stance.ASSERTS, **said, **sure),
        ClaimStatement("s3", "my report.txt", chain=(), stance=Stance.DENIES, **said, **sure),
    )
    origins = (
        Origin("mira holt", "Mira Holt", SourceKind.PERSON, None, ("s1",), ("the ferry post",)),
        Origin("unnamed:s2", "two officials", SourceKind.ANONYMOUS, None, ("s2",), ("reuters",)),
    )
    fields: dict[str, object] = {
        "id": "c1", "story": "t1", "text": "The delegation comes.", "event": EVENT, "first": "2024-05-06", "last": "2024-05-06",
        "statements": statements, "origins": Origins(1, 2, 2, 2, origins, ("the officials may be hers",), ("reuters",)),
        "denied_by": (Denier("The Ferry Post", None, ("s3",)),),
    }  # fmt: skip
    return Claim(**(fields | changes))  # type: ignore[arg-type]


def fill(ledger: Ledger) -> None:
    """Fill a ledger with three reports, one claim, one copy, one judgement, one refusal."""
    ledger.add(make_report("r1", (make_statement("s1"),), title=FORMULA))
    ledger.add(make_report("r2", (make_statement("s2", (REUTERS, OFFICIALS)),), outlet="Harbour Wire"))
    ledger.add(make_report("my report.txt", (make_statement("s3", ()),), url=None, title=None))
    copies = (
        Copy("r2", "r1", Relation.REPRINT, 0.93, ("most words",), (((0, 5), (0, 5)),)),
        Copy("r2", "Q130879", Relation.CREDIT, 1.0, ("it names its source itself",)),
    )
    reports = ("r1", "r2", "my report.txt")
    stories = (Story("t1", "The delegation", reports, "2024-05-06", "2024-05-06", ("en",)),)
    possible = (Match("claim", "s1", "s3", 0.5, False, ("4 words shared",)),)
    ledger.links.replace(Found(copies, stories, possible), [make_claim()], ledger.links.state())
    ledger.links.judge(Judgement(Verdict.SAME, "s1", "s2", "mira", "2024-05-07T10:00:00+00:00"))
    ledger.refuse(Refusal("@broken.txt", "binary", "byte 0 at offset 3"), "2024-05-07T10:00:00+00:00")


@contextmanager
def open_filled(folder: Path) -> Iterator[Ledger]:
    """Open a filled ledger."""
    folder.mkdir(parents=True, exist_ok=True)
    with Ledger.open(folder / "a.db") as ledger:
        fill(ledger)
        yield ledger
