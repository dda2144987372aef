"""`hearsay judge` and `hearsay why`: a person's decision about two things, and the reasons that a machine had."""

from collections.abc import Iterator
from datetime import UTC, datetime

from hearsay.cli.options import JudgeOptions, WhyOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import make_console, print_json, tell
from hearsay.cli.show import open_existing
from hearsay.errors import LedgerError, SettingsError
from hearsay.ledger import Ledger
from hearsay.records import Judgement, Match, Verdict


@command(JudgeOptions)
def judge(options: JudgeOptions) -> Outcome:
    """Judge two reports, claims, statements or sources: the same, different, or unsure (which takes an earlier one back).

    **Examples**

    - `hearsay judge same 1d384d2bfce83411 a4806dcbdde9a413 --by mira`
    - `hearsay judge different "unnamed:8c1f…" Q7747 --by mira`

    The judgement counts from the next `hearsay link` on, and outranks every score.
    """
    if options.a == options.b:
        raise SettingsError(f"'{options.a}' was given twice; a judgement is about two things.")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with Ledger.open(options.ledger) as ledger:
        a, b = _name_for_good(ledger, options.a), _name_for_good(ledger, options.b)
        is_new = ledger.links.judge(Judgement(Verdict(options.verdict), a, b, options.by, at))
    tell(f"{'kept' if is_new else 'already kept'}: {a} and {b} are {options.verdict}; 'hearsay link' obeys it")
    return Outcome.WELL


def _name_for_good(ledger: Ledger, identity: str) -> str:
    """Name a claim by its first statement: a claim's id changes when an earlier statement comes, a statement's does not."""
    claim = ledger.links.claim(identity)
    return claim.statements[0].id if claim and claim.id == identity and claim.statements else identity


@command(WhyOptions)
def why(options: WhyOptions) -> Outcome:
    """Tell why two things are linked, or why not.

    **Examples**

    - `hearsay why report-1 report-2`
    - `hearsay why 1d384d2bfce83411 a4806dcbdde9a413`
    """
    with open_existing(options.ledger) as ledger:
        found = list(find_reasons(ledger, options.a, options.b))
    if options.json:
        for match in found:
            print_json(match)
    else:
        from hearsay.views.claims import draw_reasons

        make_console().print(draw_reasons(found, options.a, options.b))
    return Outcome.WELL


def find_reasons(ledger: Ledger, a: str, b: str) -> Iterator[Match]:
    """Find what was judged, linked or thought possible between two things, and what a comparison of them says now."""
    from hearsay.linking.reasons import compare_two

    pair = {_name_for_good(ledger, a), _name_for_good(ledger, b)}
    for one in ledger.links.judgements():
        if {one.a, one.b} == pair:
            yield Match("judgement", one.a, one.b, 1.0, True, (f"{one.by} judged them {one.verdict} at {one.at}",))
    found = list(compare_two(ledger, a, b))
    if not found and not _is_known(ledger, a):
        raise LedgerError(f"ledger {ledger.path} knows no '{a}'; give the id of a report, claim or statement.")
    yield from found


def _is_known(ledger: Ledger, identity: str) -> bool:
    return ledger.reading(identity) is not None or ledger.links.claim(identity) is not None
