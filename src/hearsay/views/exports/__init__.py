"""Exports: what the ledger holds, in the forms that other programs read; each format is one module with one function.

All but the tables (CSV, JSON Lines, Parquet) can be limited to one claim.
"""

from collections.abc import Callable, Iterator, Mapping

from hearsay.errors import LedgerError, SettingsError
from hearsay.ledger import Ledger
from hearsay.views.exports.files import Order, Written
from hearsay.views.exports.follow_the_money import export_ftm
from hearsay.views.exports.graphml import export_graphml
from hearsay.views.exports.json_lines import export_jsonl
from hearsay.views.exports.parquet import export_parquet
from hearsay.views.exports.polecat import export_polecat
from hearsay.views.exports.provenance import export_prov
from hearsay.views.exports.schema_org import export_jsonld
from hearsay.views.exports.spreadsheets import export_csv

__all__ = ["FORMATS", "OF_ONE_CLAIM", "Order", "Written", "export"]

FORMATS: Mapping[str, Callable[[Ledger, Order], Iterator[Written]]] = {
    "csv": export_csv,
    "jsonl": export_jsonl,
    "parquet": export_parquet,
    "jsonld": export_jsonld,
    "prov": export_prov,
    "ftm": export_ftm,
    "polecat": export_polecat,
    "graphml": export_graphml,
}
OF_ONE_CLAIM = frozenset({"jsonld", "prov", "ftm", "polecat", "graphml"})


def export(ledger: Ledger, form: str, order: Order) -> Iterator[Written]:
    """Export the ledger as it is at this moment; gives each file as it is complete.

    LedgerError: there is no such claim. SettingsError: the format knows no single claims, or the folder cannot be written.
    """
    if order.claim is not None and form not in OF_ONE_CLAIM:
        raise SettingsError(f"{form} exports whole tables; --claim goes with {', '.join(sorted(OF_ONE_CLAIM))}.")
    with ledger.snapshot():
        yield from FORMATS[form](ledger, _name_claim(ledger, order))


def _name_claim(ledger: Ledger, order: Order) -> Order:
    """Put the claim's own id for the id of one of its statements."""
    if order.claim is None:
        return order
    claim = ledger.links.claim(order.claim)
    if claim is None:
        raise LedgerError(
            f"ledger {ledger.path} holds no claim '{order.claim}'; 'hearsay show claims' lists what it holds."
        )
    return Order(order.folder, claim.id, order.see, order.with_bom)
