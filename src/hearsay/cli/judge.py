"""`hearsay judge` and `hearsay why`: a person's decision about two things, and the reasons that a machine had."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.cli.options import JudgeOptions, WhyOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import make_console, print_json, tell
from hearsay.cli.show import open_existing
from hearsay.errors import LedgerError, SettingsError

if TYPE_CHECKING:
    from hearsay.ledger import Ledger
    from hearsay.records import Judgement, Match


@command(JudgeOptions)
def judge(options: JudgeOptions) -> Outcome:
    """Judge two reports, claims, statements or sources: the same, different, or unsure (which takes an earlier one back).

    **Examples**

    - `hearsay judge same 1d384d2bfce83411 a4806dcbdde9a413 --by mira`
    - `hearsay judge different "unnamed:8c1f…" Q7747 --by mira`
    - `hearsay show judgements --json > judgements.jsonl`, then elsewhere `hearsay judge --import judgements.jsonl`

    The judgement counts from the next `hearsay link` on, and outranks every score. A source is named by its Wikidata id,
    its name, or `unnamed:` and the statement in which it speaks, as `hearsay show claims --json` prints it.
    """
    if options.file is not None:
        return import_judgements(options.file, options)
    verdict, a, b, by = options.verdict, options.a, options.b, options.by
    if verdict is None or a is None or b is None or by is None:
        raise SettingsError("a judgement needs a verdict, two things and --by: hearsay judge same A B --by NAME.")
    if a == b:
        raise SettingsError(f"'{a}' was given twice; a judgement is about two things.")
    from hearsay.records import Judgement, Verdict

    at = datetime.now(UTC).isoformat(timespec="seconds")
    with open_existing(options.ledger, read_only=False) as ledger:
        (kind, first), (other, second) = name_for_good(ledger, a), name_for_good(ledger, b)
        if kind != other:
            raise SettingsError(f"'{a}' is a {kind} and '{b}' a {other}; a judgement is about two of one kind.")
        is_new = ledger.links.judge(Judgement(Verdict(verdict), first, second, by, at))
    tell(f"{'kept' if is_new else 'already kept'}: {first} and {second} are {verdict}; 'hearsay link' obeys it")
    return Outcome.WELL


def import_judgements(path: Path, options: JudgeOptions) -> Outcome:
    """Add judgements that another ledger printed; what is in already is not added again."""
    if any((options.verdict, options.a, options.b, options.by)):
        raise SettingsError("--import takes judgements from a file; give it alone.")
    with open_existing(options.ledger, read_only=False) as ledger:
        added = [ledger.links.judge(judgement) for judgement in read_judgements(path)]
    tell(f"{sum(added)} judgements added, {len(added) - sum(added)} were in already; 'hearsay link' obeys them")
    return Outcome.WELL


def read_judgements(path: Path) -> "list[Judgement]":
    """Read judgements from JSON Lines; one wrong line, and none is taken."""
    import msgspec

    from hearsay.records import Judgement

    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}.") from error
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(msgspec.json.decode(line, type=Judgement))
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                raise LedgerError(
                    f"{path}:{number}: {error}; wanted is a line of 'hearsay show judgements --json'. Nothing was added."
                ) from error
    return found


def name_for_good(ledger: "Ledger", identity: str) -> tuple[str, str]:
    """Name a thing so that it stays named, with its kind; LedgerError where the ledger knows no such thing.

    A claim is named by its first statement: a claim's id changes when an earlier statement comes, a statement's does not.
    """
    from hearsay.linking.reasons import kind_of

    kind = kind_of(ledger, identity)
    claim = ledger.links.claim(identity) if kind == "claim" else None
    if claim is not None:
        return "claim", claim.statements[0].id
    if kind is not None:
        return "claim" if kind == "statement" else kind, identity
    if source := find_source(ledger, identity):
        return "source", source
    raise LedgerError(
        f"ledger {ledger.path} knows no report, claim, statement or source '{identity}'; 'hearsay show claims', "
        "'hearsay show reports' and 'hearsay show sources' list what it knows."
    )


def find_source(ledger: "Ledger", name: str) -> str | None:
    """Find the key of a source by that key, a name, or the statement in which it speaks unnamed."""
    from hearsay.packs.entities import load_entities
    from hearsay.text.folding import fold_word

    prefix, _, statement = name.partition(":")
    if prefix == "unnamed" and statement:
        return name if ledger.links.report_of(statement) else None
    if name in load_entities():
        return name
    folded = fold_word(name)
    named = ((row.entity or fold_word(row.name), fold_word(row.name)) for row in ledger.sources())
    return next((key for key, form in named if folded in (key, form)), None)


@command(WhyOptions)
def why(options: WhyOptions) -> Outcome:
    """Tell why two things are linked, or why not.

    **Examples**

    - `hearsay why report-1 report-2`
    - `hearsay why 1d384d2bfce83411 a4806dcbdde9a413`
    """
    if options.a == options.b:
        raise SettingsError(f"'{options.a}' was given twice; give two things.")
    with open_existing(options.ledger) as ledger:
        found = list(find_reasons(ledger, options.a, options.b))
    if options.json:
        for match in found:
            print_json(match)
    else:
        from hearsay.views.claims import draw_reasons

        make_console().print(draw_reasons(found, options.a, options.b))
    return Outcome.WELL


def find_reasons(ledger: "Ledger", a: str, b: str) -> "Iterator[Match]":
    """Find what was judged, linked or thought possible between two things, and what a comparison of them says now."""
    from hearsay.linking.reasons import compare_two
    from hearsay.records import Match

    (kind, first), (other, second) = name_for_good(ledger, a), name_for_good(ledger, b)
    if kind != other:
        raise SettingsError(f"'{a}' is a {kind} and '{b}' a {other}; give two of one kind.")
    for one in ledger.links.judgements():
        if {one.a, one.b} == {first, second}:
            yield Match("judgement", one.a, one.b, 1.0, True, (f"{one.by} judged them {one.verdict} at {one.at}",))
    yield from compare_two(ledger, a, b)
