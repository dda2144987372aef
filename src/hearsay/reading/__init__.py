"""Reading one report: zones, quotations, mentions, times, attributions, events, statements. Pure: text in, records out."""

from hearsay.reading.assembly import read

__all__ = ["read"]
