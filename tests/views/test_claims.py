"""Claims in the terminal."""

from rich.console import Console, RenderableType

from hearsay.records import (
    Act,
    Certainty,
    Claim,
    ClaimStatement,
    Copy,
    Denier,
    Judgement,
    Link,
    Match,
    Origin,
    Origins,
    Relation,
    SourceKind,
    Stance,
    Story,
    Verdict,
)
from hearsay.views import claims


def show(drawing: RenderableType) -> str:
    """Draw into text."""
    console = Console(width=200, no_color=True)
    with console.capture() as capture:
        console.print(drawing)
    return capture.get()


def make_row(identity: str, stance: Stance, name: str | None = "Mira Holt") -> ClaimStatement:
    """Make a statement of a claim."""
    chain = (Link(SourceKind.PERSON, name),) if name else ()
    words = f"words of {identity}"
    return ClaimStatement(
        identity, f"report of {identity}", "en", "2026-03-02", words, chain, Act.SAY, Certainty.ASSERTED, stance
    )


def make_claim() -> Claim:
    """Make a claim with one statement of each stance, and one that nobody vouches for."""
    rows = (
        make_row("s1", Stance.ASSERTS),
        make_row("s2", Stance.SUPERSEDES, None),
        make_row("s3", Stance.DENIES, "the ministry"),
        make_row("s4", Stance.QUESTIONS, "the embassy"),
    )
    origin = Origin("mira holt", "Mira Holt", SourceKind.PERSON, None, ("s1",), ("harbour wire",))
    origins = Origins(1, 1, 2, 1, (origin,), ("'officials' may be another",), ("harbour wire",))
    denied = (Denier("the ministry", None, ("s3",)),)
    return Claim("c1", None, "The [bold]bridge\x1b is closed", None, "2026-03-02", None, rows, origins, denied)


def test_a_claim_is_a_tree_with_every_statement_under_what_it_does() -> None:
    lines = show(claims.draw_claim(make_claim())).splitlines()
    places = [
        next(k for k, line in enumerate(lines) if words in line)
        for words in (
            "Mira Holt (person) · first-hand in harbour wire",
            "words of s1",
            "repeated without a source",
            "words of s2",
            "denied",
            "words of s3",
            "questioned or left open",
            "words of s4",
            "open: 'officials' may be another",
        )
    ]
    assert places == sorted(places) and "origins 1–[1]–2 · gates 1 · reports 4" in lines[1]


def test_markup_and_control_characters_of_a_text_are_shown_and_not_obeyed() -> None:
    drawn = show(claims.draw_claim(make_claim())) + show(claims.list_claims([make_claim()]))
    assert "[bold]" in drawn and "\x1b" not in drawn


def test_lists_hold_what_they_are_about() -> None:
    claim = make_claim()
    assert "1–[1]–2" in show(claims.list_claims([claim])) and "the ministry" in show(claims.list_claims([claim]))
    story = Story("st1", "Rain", ("r1", "r2"), None, None, ("en", "bn"))
    assert "en bn" in show(claims.list_stories([story]))
    assert "credit" in show(claims.list_copies([Copy("r1", "Q1", Relation.CREDIT, 1.0, ("it says so",))]))
    match = Match("claim", "c1", "c2", 0.5, False, ("3 words shared",))
    assert "3 words shared" in show(claims.list_possible([match]))
    judgement = Judgement(Verdict.SAME, "a", "b", "mira", "2026-03-01")
    assert "mira" in show(claims.list_judgements([judgement]))
    origins = [{"claim": claim.id, "text": claim.text, "origins": claim.origins}]
    assert "harbour wire" in show(claims.list_origins(origins))


def test_reasons_are_shown_or_that_there_are_none() -> None:
    match = Match("claim", "c1", "c2", 0.5, False, ("3 words shared",))
    assert "3 words shared" in show(claims.draw_reasons([match], "c1", "c2"))
    assert "Nothing links c1 and c2" in show(claims.draw_reasons([], "c1", "c2"))
