"""Why two things are linked or not: what linking kept of them, and what a comparison of the two says."""

from collections.abc import Iterator

import msgspec

from hearsay.ledger import Ledger
from hearsay.linking.back_references import as_match, find_back_references
from hearsay.linking.claims import SURE, weigh_sayings
from hearsay.linking.features import Features, shingles_of
from hearsay.linking.reprints import REPRINT, SHORT_REPRINT
from hearsay.linking.sayings import Saying, compare, make_saying
from hearsay.records import Claim, Match, Reading


def kind_of(ledger: Ledger, identity: str) -> str | None:
    """Tell what an id names: a report, a claim or a statement; None where the ledger holds no such thing now."""
    if ledger.reading(identity) is not None:
        return "report"
    if ledger.links.report_of(identity) is not None:
        return "statement"
    claim = ledger.links.claim(identity)
    return "claim" if claim and claim.statements else None


def compare_two(ledger: Ledger, a: str, b: str) -> Iterator[Match]:
    """Compare two reports, or two of claims and statements, by what the ledger holds."""
    if kind_of(ledger, a) == kind_of(ledger, b) == "report":
        yield from _between_reports(ledger, a, b)
    else:
        yield from _between_claims(ledger, a, b)


def _between_reports(ledger: Ledger, a: str, b: str) -> Iterator[Match]:
    """Give what was found between two reports: one as a copy of the other, and whether they share a story."""
    copies = [copy for copy in ledger.links.copies(a) if {copy.report, copy.of} == {a, b}]
    for copy in copies:
        yield Match(copy.relation.value, copy.report, copy.of, copy.score, True, copy.reasons)
    if not copies:
        yield from _compare_texts(ledger, a, b)
    story, other = ledger.links.story(a), ledger.links.story(b)
    if story and other:
        is_one = story.id == other.id
        reason = f"both are in the story '{story.title}'" if is_one else f"'{story.title}' and '{other.title}' are two"
        yield Match("story", a, b, 1.0 if is_one else 0.0, is_one, (reason,))
    elif ledger.links.linked_state():
        alone = " and ".join(report for report, found in ((a, story), (b, other)) if not found)
        yield Match("story", a, b, 0.0, False, (f"in no story: {alone}",))


def _compare_texts(ledger: Ledger, a: str, b: str) -> Iterator[Match]:
    """Say how much of the words of two reports stands in both, where that made none a copy of the other."""
    one, other = _features_of(ledger, a), _features_of(ledger, b)
    if one is None or other is None:
        return
    if one.lang != other.lang:
        shared = sorted(part[2:] for part in set(one.parts) & set(other.parts) if part[0] in "nt")
        reason = f"numbers and times in both: {', '.join(shared[:12]) or 'none'}; another report may be nearer to each"
        yield Match("translation", a, b, 0.0, False, (reason,))
        return
    ours, theirs = set(shingles_of(one)), set(shingles_of(other))
    share = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    enough = f"{REPRINT:.0%} of a long report or {SHORT_REPRINT:.0%} of a short one make a reprint"
    reason = f"{share:.0%} of the words outside of quotations stand in both; {enough}"
    yield Match("reprint", a, b, round(share, 3), False, (reason,))


def _features_of(ledger: Ledger, report: str) -> Features | None:
    whole = ledger.links.feature(report)
    return msgspec.msgpack.decode(whole, type=Features) if whole else None


def _between_claims(ledger: Ledger, a: str, b: str) -> Iterator[Match]:
    """Compare two claims by their first statements, or two statements."""
    (one, ours), (other, theirs) = _saying_of(ledger, a), _saying_of(ledger, b)
    if ours is None or theirs is None:
        return
    yield from _references(ledger, {ours.id, theirs.id}, ours.report)
    around = _sayings_around(ledger, {ours.report, theirs.report})
    found = compare(ours, theirs, weigh_sayings([ours, theirs, *around]))
    is_one = one is not None and other is not None and one.id == other.id
    reasons = found.reasons or ((found.veto,) if found.veto else ("they share nothing that tells them from others",))
    verdict = "they are one claim" if is_one else "they are two claims" if one and other else _no_claim(one, a, b)
    limit = "" if found.veto else f": {found.score:.2f}, where {SURE} would be sure"
    yield Match("claim", a, b, round(found.score, 3), is_one, (*reasons, f"{verdict}{limit}"))


def _no_claim(one: Claim | None, a: str, b: str) -> str:
    return f"{b if one else a} says too little to be a claim, or was never linked"


def _references(ledger: Ledger, pair: set[str], report: str) -> Iterator[Match]:
    """Give the reference by which one of two statements is about the other, where there is one."""
    reading = ledger.reading(report)
    for reference in find_back_references(reading) if reading else ():
        if {reference.statement, reference.target} == pair:
            yield as_match(reference)


def _sayings_around(ledger: Ledger, reports: set[str]) -> Iterator[Saying]:
    """Give the statements of the stories that reports are in: what is rare is rare among them."""
    stories = {story.id: story for report in sorted(reports) if (story := ledger.links.story(report))}
    for report in sorted({report for story in stories.values() for report in story.reports}):
        reading = ledger.reading(report)
        yield from (make_saying(reading, one) for one in reading.statements) if reading else ()


def _saying_of(ledger: Ledger, identity: str) -> tuple[Claim | None, Saying | None]:
    """Make a statement comparable, the one named or the first of a claim; with the claim that it is in."""
    claim = ledger.links.claim(identity)
    report = ledger.links.report_of(identity)
    if report is None and claim and claim.statements:
        report, identity = claim.statements[0].report, claim.statements[0].id
    reading = ledger.reading(report) if report else None
    return claim, _find_saying(reading, identity) if reading else None


def _find_saying(reading: Reading, statement: str) -> Saying | None:
    return next((make_saying(reading, one) for one in reading.statements if one.id == statement), None)
