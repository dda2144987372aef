"""Factories for ledger tests: invented reports with defaults, so that a test names only what it is about."""

from hearsay.records import (
    Act,
    Credits,
    Link,
    Mention,
    MentionKind,
    Reading,
    Refusal,
    SourceKind,
    Statement,
    Time,
    TimeType,
    Zone,
    ZoneKind,
    digest,
)


def make_link(name: str = "Mira Holt", *, kind: SourceKind = SourceKind.PERSON, entity: str | None = None) -> Link:
    """Make a link of a chain."""
    return Link(kind, name, entity)


def make_statement(content: tuple[int, int] = (0, 5), *, chain: tuple[Link, ...] | None = None) -> Statement:
    """Make a statement about a stretch of the report."""
    chain = (make_link(),) if chain is None else chain
    return Statement(digest(content, chain), (content,), ((6, 10),), chain, Act.SAY, about="2024-05")


def make_reading(
    report: str = "r1",
    *,
    text: str = "Rain said Mira Holt.",
    statements: tuple[Statement, ...] | None = None,
    pack: str = "en@00000001",
    outlet: str | None = "The Ferry Post",
) -> Reading:
    """Make a reading with one zone, one mention, one time."""
    return Reading(
        id=report, lang="en", title=None, outlet=outlet, url=None, published="2024-05-06", text=text,
        zones=(Zone(ZoneKind.BODY, (0, len(text))),),
        mentions=(Mention((10, 19), MentionKind.PERSON, "Mira Holt"),),
        times=(Time((0, 4), TimeType.DATE, "2024-05"),),
        statements=(make_statement(),) if statements is None else statements,
        credits=Credits(agency="Harbour Wire"), pack=pack,
    )  # fmt: skip


def make_refusal(where: str = "broken.txt") -> Refusal:
    """Make a refusal."""
    return Refusal(where, "binary", "byte 0 at offset 3")
