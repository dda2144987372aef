"""One claim: where it comes from as a picture and in words, who denies it, and what a person may judge."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hearsay.api.answers import find_claim
from hearsay.api.asked import Asked
from hearsay.api.report_page import words_address
from hearsay.api.story_page import certainty_of
from hearsay.api.templates import address, trusted
from hearsay.ledger import Ledger
from hearsay.ledger.pages import ReportHead
from hearsay.linking.testimony import outlet_key
from hearsay.packs.entity_files import load_entities, names_of
from hearsay.records import Claim, ClaimStatement, Match, Reading, Record, Stance
from hearsay.views.graph import MOST_REPORTS, lay_out
from hearsay.views.picture import draw_graph
from hearsay.views.snippets import Snippet, cut_snippet
from hearsay.views.tables import name_link

_STATEMENTS = 100  # with their words, before the page sends the reader to the list
_OTHERS = 12


class Told(Record, frozen=True):
    """A statement with its words, who published it, and where it stands."""

    row: ClaimStatement
    outlet: str
    snippet: Snippet | None
    address: str
    is_copy: bool


class Other(Record, frozen=True):
    """Another claim that may be the same."""

    match: Match
    claim: Claim


def gather(ledger: Ledger, asked: Asked, identity: str) -> dict[str, Any]:
    """Gather what the page of a claim shows."""
    claim = find_claim(ledger, identity)
    heads = ledger.pages.heads(row.report for row in claim.statements)
    told = _Telling(ledger, heads, {copy.report for copy in _copies(ledger, claim)}).tell
    in_order = claim.statements[:_STATEMENTS]
    mine = {origin.id: set(origin.statements) for origin in claim.origins.sources}
    grouped = {origin: [told(row) for row in in_order if row.id in statements] for origin, statements in mine.items()}
    shown = {one for origin in claim.origins.sources for one in origin.statements}
    return {
        "claim": claim,
        "asked": asked,
        "certainty": certainty_of(claim),
        "picture": trusted(draw(ledger, claim, heads)),
        "is_cut": len({row.report for row in claim.statements}) > MOST_REPORTS,
        "told": grouped,
        "silent": [told(row) for row in in_order if row.id not in shown and row.stance is not Stance.DENIES],
        "denials": [told(row) for row in in_order if row.stance is Stance.DENIES],
        "left": max(0, len(claim.statements) - _STATEMENTS),
        "languages": tuple(dict.fromkeys(row.lang for row in claim.statements)),
        "outlet_names": name_outlets(claim, heads),
        "others": _find_others(ledger, claim),
        "story": ledger.links.story(claim.story) if claim.story else None,
        "first_statement": claim.statements[0].id if claim.statements else claim.id,
    }


def draw(ledger: Ledger, claim: Claim, heads: Mapping[str, ReportHead], *, is_file: bool = False) -> str:
    """Draw the provenance graph of a claim."""
    outlets = {report: head.outlet or report for report, head in heads.items()}
    graph = lay_out(claim, outlets, _copies(ledger, claim))
    link: Callable[[str], str] | None = None if is_file else lambda report: address("reports", report)
    return draw_graph(graph, " ".join(claim.text[:400].split()), address=link, is_file=is_file)


def draw_file(ledger: Ledger, identity: str) -> str:
    """Draw the provenance graph of a claim as a file of its own."""
    claim = find_claim(ledger, identity)
    return draw(ledger, claim, ledger.pages.heads(row.report for row in claim.statements), is_file=True)


def name_outlets(claim: Claim, heads: Mapping[str, ReportHead]) -> dict[str, str]:
    """Name the outlets that origins and gates give the keys of."""
    known = {outlet_key(head.outlet): head.outlet for head in heads.values() if head.outlet}
    known |= {outlet_key(link.name): name_link(link) for row in claim.statements for link in row.chain if link.name}
    known |= {outlet_key(head.outlet): head.outlet for head in heads.values() if head.outlet}
    keys = {*claim.origins.gate_names, *(key for origin in claim.origins.sources for key in origin.through)}
    return {key: known.get(key) or _listed(key) or (heads[key].title if key in heads else None) or key for key in keys}


def _listed(key: str) -> str | None:
    entity = load_entities().get(key)
    return next(iter(names_of(entity, "en")), None) if entity else None


def _copies(ledger: Ledger, claim: Claim) -> Any:
    reports = {row.report for row in claim.statements}
    return [copy for copy in ledger.pages.copies_among(reports) if copy.of in reports and copy.relation != "credit"]


def _find_others(ledger: Ledger, claim: Claim) -> list[Other]:
    """Find the claims that may be the same."""
    found = []
    for match in list(ledger.links.possible(claim.id))[:_OTHERS]:
        other = ledger.links.claim(match.b if match.a == claim.id else match.a)
        if other and other.id != claim.id:
            found.append(Other(match, other))
    return found


class _Telling:
    """The telling of statements with their words; each report is read from the ledger once."""

    def __init__(self, ledger: Ledger, heads: Mapping[str, ReportHead], copies: Iterable[str]) -> None:
        self._ledger, self._heads, self._copies = ledger, heads, set(copies)
        self._readings: dict[str, Reading | None] = {}

    def tell(self, row: ClaimStatement) -> Told:
        """Tell one statement."""
        if row.report not in self._readings:
            self._readings[row.report] = self._ledger.reading(row.report)
        reading = self._readings[row.report]
        place = words_address(reading, row.id) if reading else address("reports", row.report)
        head = self._heads.get(row.report)
        outlet = (head.outlet if head else None) or row.report
        snippet = cut_snippet(reading, row.id) if reading else None
        return Told(row, outlet, snippet, place, row.report in self._copies)
