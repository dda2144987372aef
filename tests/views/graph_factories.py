"""Claims to draw: reports of origins, with what they cite and deny."""

from hearsay.records import (
    Act,
    Certainty,
    Claim,
    ClaimStatement,
    Link,
    Origin,
    Origins,
    SourceKind,
    Stance,
)


def make_row(
    number: int, *, day: str = "2024-03-02", cites: str | None = None, stance: Stance = Stance.ASSERTS
) -> ClaimStatement:
    """Make a statement of a claim, in a report of its own."""
    nearer = (Link(SourceKind.OUTLET, cites),) if cites else ()
    chain = (*nearer, Link(SourceKind.PERSON, "Mara Venn"))
    return ClaimStatement(f"s{number}", f"r{number}", "en", day, "words", chain, Act.SAY, Certainty.ASSERTED, stance)


def make_claim(rows: tuple[ClaimStatement, ...], *, origins: int = 1, gates: tuple[str, ...] = ()) -> Claim:
    """Make a claim whose asserting statements are shared out among origins in turn."""
    asserting = [row.id for row in rows if row.stance is Stance.ASSERTS]
    sources = tuple(
        Origin(f"o{k}", f"Person {k}", SourceKind.PERSON, None, tuple(asserting[k::origins])) for k in range(origins)
    )
    counted = Origins(origins, origins, origins, len(gates), sources, (), gates)
    return Claim("c", None, "The dam is full", None, "2024-03-02", "2024-03-04", rows, counted, ())
