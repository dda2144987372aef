"""What linking keeps of a report in memory: its fingerprints, words and signature; the text stays in the ledger."""

from hearsay.linking.signatures import signature
from hearsay.linking.testimony import outlet_key
from hearsay.records import Reading, Record


class Features(Record, frozen=True):
    """One report as copies and stories are found by; `at` sorts reports by their publication, `day` is its date."""

    report: str
    lang: str
    outlet: str  # the key of who published it, else the report's own id
    at: str
    day: str | None
    parts: frozenset[str]  # its neutral signature


def make_features(reading: Reading) -> Features:
    """Keep of a reading what linking needs."""
    return Features(
        report=reading.id,
        lang=reading.lang,
        outlet=outlet_key(reading.outlet) if reading.outlet else reading.id,
        at=reading.published_at or reading.published or "",
        day=reading.published[:10] if reading.published else None,
        parts=signature(reading),
    )
