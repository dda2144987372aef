"""Claims in the terminal: lists of stories, claims, copies and judgements, and one claim as a tree down to its words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from hearsay.records import Claim, ClaimStatement, Copy, Judgement, Match, Origin, Origins, SourceKind, Stance, Story
from hearsay.views.tables import ARROW, NO_ONE, shorten
from hearsay.views.terminal import make_table, printable

_WORDS = 110
_STYLES = {Stance.DENIES: "red", Stance.QUESTIONS: "yellow", Stance.SUPERSEDES: "magenta", Stance.ASSERTS: ""}


def list_stories(rows: Iterable[Story]) -> Table:
    """List stories, one a line."""
    table = _columns("last", "reports", "languages", "title", "id")
    for row in rows:
        _add(table, row.last or "", str(len(row.reports)), " ".join(row.languages), shorten(row.title, _WORDS), row.id)
    return table


def list_claims(rows: Iterable[Claim]) -> Table:
    """List claims with their origins as a range, in how many reports they stand, and who denies them."""
    table = make_table()
    table.add_column("origins", no_wrap=True)
    table.add_column("reports", no_wrap=True)
    table.add_column("claim", ratio=3, overflow="fold")
    table.add_column("denied by", ratio=1, overflow="fold")
    table.add_column("id", no_wrap=True, style="dim")
    for row in rows:
        reports = {one.report for one in row.statements}
        languages = dict.fromkeys(one.lang for one in row.statements)
        deniers = ", ".join(denier.name for denier in row.denied_by)
        counted = f"{len(reports)} {' '.join(languages)}"
        _add(table, draw_range(row.origins), counted, shorten(" ".join(row.text.split()), _WORDS), deniers, row.id)
    return table


def list_origins(rows: Iterable[Mapping[str, Any]]) -> Table:
    """List who stands behind each claim."""
    table = _columns("claim", "origins", "who", "through", "id")
    for row in rows:
        for origin in row["origins"].sources:
            name, through = _name(origin), ", ".join(origin.through)
            _add(table, shorten(row["text"], 60), draw_range(row["origins"]), name, through, row["claim"])
    return table


def draw_range(origins: Origins) -> str:
    """Write how many origins there are: one number where all three agree.

    >>> draw_range(Origins(1, 2, 3, 1, (), ())), draw_range(Origins(1, 1, 1, 1, (), ()))
    ('1–[2]–3', '1')
    """
    low, best, high = origins.at_least, origins.best, origins.at_most
    return str(best) if low == best == high else f"{low}–[{best}]–{high}"


def list_copies(rows: Iterable[Copy]) -> Table:
    """List copies with their reasons."""
    table = _columns("report", "relation", "of", "score", "why")
    for row in rows:
        _add(table, row.report, row.relation.value, row.of, f"{row.score:.2f}", "; ".join(row.reasons))
    return table


def list_possible(rows: Iterable[Match]) -> Table:
    """List what may be linked and waits for a judgement."""
    table = _columns("kind", "a", "b", "score", "why")
    for row in rows:
        _add(table, row.kind, row.a, row.b, f"{row.score:.2f}", "; ".join(row.reasons))
    return table


def list_judgements(rows: Iterable[Judgement]) -> Table:
    """List what people decided."""
    table = _columns("at", "by", "verdict", "a", "b")
    for row in rows:
        _add(table, row.at, row.by, row.verdict.value, row.a, row.b)
    return table


def draw_claim(claim: Claim) -> RenderableType:
    """Draw a claim as a tree: its origins with what goes back to each, through whom, and the words; then the denials."""
    title = Text(printable(f"“{shorten(' '.join(claim.text.split()), _WORDS)}”"), style="bold")
    tree = Tree(Group(title, Text(_head(claim), style="dim")))
    by_id = {one.id: one for one in claim.statements}
    shown: set[str] = set()
    for origin in claim.origins.sources:
        branch = tree.add(Text(printable(f"{_name(origin)} · {_doors(origin)}"), style="cyan"))
        fresh = [by_id[identity] for identity in origin.statements if identity in by_id]
        shown |= {one.id for one in fresh}
        _add_statements(branch, fresh)
    _add_group(tree, "repeated without a source", [one for one in _backing(claim) if one.id not in shown])
    _add_group(tree, "denied", [one for one in claim.statements if one.stance is Stance.DENIES])
    _add_group(tree, "questioned or left open", [one for one in claim.statements if one.stance is Stance.QUESTIONS])
    for reason in claim.origins.open:
        tree.add(Text(printable(f"open: {reason}"), style="yellow"))
    return tree


def _backing(claim: Claim) -> list[ClaimStatement]:
    """Give the statements that say so, with the same figure or a later one."""
    return [one for one in claim.statements if one.stance in (Stance.ASSERTS, Stance.SUPERSEDES)]


def _add_group(tree: Tree, name: str, statements: Sequence[ClaimStatement]) -> None:
    """Add a branch of statements under a name, if there are any."""
    if statements:
        _add_statements(tree.add(Text(name, style=_STYLES[statements[0].stance] or "dim")), statements)


def _head(claim: Claim) -> str:
    """Say how many origins, gates and reports there are."""
    origins, reports = claim.origins, len({one.report for one in claim.statements})
    counted = f"origins {draw_range(origins)} · gates {origins.gates} · reports {reports}"
    return f"{counted} · {claim.first or '?'} to {claim.last or '?'} · {claim.id}"


def _name(origin: Origin) -> str:
    """Name an origin."""
    return f"{origin.name or NO_ONE} ({origin.kind.value})" if origin.kind is not SourceKind.NONE else NO_ONE


def _doors(origin: Origin) -> str:
    return f"first-hand in {', '.join(origin.through)}" if origin.through else "nobody has it first-hand"


def _add_statements(branch: Tree, statements: Sequence[ClaimStatement]) -> None:
    """Add statements to a branch: when and where, through whom, and the words."""
    for one in sorted(statements, key=lambda one: (one.published or "", one.report)):
        chain = f" {ARROW} ".join(link.name or NO_ONE for link in one.chain) or "own voice"
        place = f"{one.published or '?'} {one.report} [{one.lang}] {chain}"
        words = shorten(" ".join(one.text.split()), _WORDS)
        branch.add(Text(printable(f"{place}: {words}"), style=_STYLES[one.stance]))


def draw_reasons(found: Sequence[Match], a: str, b: str) -> RenderableType:
    """Draw why two things are linked or not."""
    if not found:
        return Text(printable(f"Nothing links {a} and {b}: they were never alike enough to be compared."), style="dim")
    return list_possible(found)


def _columns(*names: str) -> Table:
    """Make an empty table; ids are dim."""
    table = make_table()
    for name in names:
        table.add_column(name, overflow="fold", style="dim" if name == "id" else None)
    return table


def _add(table: Table, *cells: str) -> None:
    """Add a row of cells as they are, without markup or control characters."""
    table.add_row(*(Text(printable(cell)) for cell in cells))
