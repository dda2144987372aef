"""Why two things are linked or not: what linking kept of them, and what a comparison of the two says."""

from collections.abc import Iterator

from hearsay.ledger import Ledger
from hearsay.linking.claims import SURE, weigh_sayings
from hearsay.linking.passages import find_passages
from hearsay.linking.sayings import Saying, compare, make_saying
from hearsay.records import Claim, Match


def compare_two(ledger: Ledger, a: str, b: str) -> Iterator[Match]:
    """Compare two reports, claims or statements by what the ledger holds."""
    yield from _between_reports(ledger, a, b)
    one, other = ledger.links.claim(a), ledger.links.claim(b)
    if one and other:
        yield from _between_claims(ledger, (one, a), (other, b))


def _between_reports(ledger: Ledger, a: str, b: str) -> Iterator[Match]:
    """Give what was found between two reports: one as a copy of the other, and whether they share a story."""
    for copy in ledger.links.copies(a):
        if {copy.report, copy.of} == {a, b}:
            yield Match(copy.relation.value, copy.report, copy.of, copy.score, True, copy.reasons)
    yield from _shared_passages(ledger, a, b)
    story, other = ledger.links.story(a), ledger.links.story(b)
    if story and other and a in story.reports and b in other.reports:
        is_one = story.id == other.id
        reason = f"both are in the story '{story.title}'" if is_one else f"'{story.title}' and '{other.title}' are two"
        yield Match("story", a, b, 1.0 if is_one else 0.0, is_one, (reason,))


def _shared_passages(ledger: Ledger, a: str, b: str) -> Iterator[Match]:
    """Give the passages that two reports share, in the words of the first."""
    one, other = ledger.reading(a), ledger.reading(b)
    if one is None or other is None:
        return
    found = find_passages(one.text, other.text)
    if found:
        words = tuple(f"“{' '.join(one.text[slice(*ours)].split())}”" for ours, _ in found)
        share = sum(end - start for (start, end), _ in found) / max(1, len(one.text))
        yield Match("passage", a, b, round(min(1.0, share), 3), True, words)


def _between_claims(ledger: Ledger, one: tuple[Claim, str], other: tuple[Claim, str]) -> Iterator[Match]:
    """Compare two claims by their first statements, or two statements."""
    ours, theirs = _saying_of(ledger, *one), _saying_of(ledger, *other)
    if ours is None or theirs is None:
        return
    found = compare(ours, theirs, weigh_sayings([ours, theirs]))
    is_one = one[0].id == other[0].id
    reasons = found.reasons or ((found.veto,) if found.veto else ("they share nothing that tells them from others",))
    verdict = "they are one claim" if is_one else "they are two claims"
    limit = "" if found.veto else f": {found.score:.2f}, where {SURE} would be sure"
    yield Match("claim", one[1], other[1], round(found.score, 3), is_one, (*reasons, f"{verdict}{limit}"))


def _saying_of(ledger: Ledger, claim: Claim, identity: str) -> Saying | None:
    """Make a statement comparable: the one named, else the first of a claim."""
    row = next((one for one in claim.statements if one.id == identity), claim.statements[0])
    reading = ledger.reading(row.report)
    found = (one for one in reading.statements if one.id == row.id) if reading else iter(())
    return next((make_saying(reading, one) for one in found if reading), None)
