"""The ledger: one file that keeps what was said, on whose word, and what could not be read. One door: `Ledger`."""

from hearsay.ledger.rows import RefusalRow, ReportRow, SourceRow, StatementRow
from hearsay.ledger.store import Ledger
from hearsay.ledger.visits import Came, VersionRow, Visits

__all__ = ["Came", "Ledger", "RefusalRow", "ReportRow", "SourceRow", "StatementRow", "VersionRow", "Visits"]
