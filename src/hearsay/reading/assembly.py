"""Reading: one report into all that it says; pure, so the same report and pack always give the same reading.

Everything is read on the folded view; offsets are led back to the report's own text here, once, at the end.
"""

from collections.abc import Sequence

import msgspec

from hearsay.packs.compiler import load_pack
from hearsay.reading.attributions import find_attributions
from hearsay.reading.chains import Ground
from hearsay.reading.credits import find_credits
from hearsay.reading.events import event_reader
from hearsay.reading.mentions import find_mentions
from hearsay.reading.statements import make_statements
from hearsay.reading.times import find_times
from hearsay.reading.zones import find_zones
from hearsay.records import Credits, Link, Reading, Report, Span, Statement, Zone
from hearsay.text.folding import Folded


def read(report: Report, *, language: str) -> Reading:
    """Read a report with the pack of a language; never raises on any text, PackError if there is no such pack."""
    pack = load_pack(language)
    folded = Folded(report.text)
    text = folded.text
    zones = find_zones(text, language=language, title=report.title, given=_fold_zones(report.zones, folded))
    mentions = find_mentions(text, language=language, zones=zones)
    times = find_times(text, language=language, published=report.published)
    attributions, paragraphs = find_attributions(text, zones, pack, names=mentions, times=[time.span for time in times])
    events = event_reader(text, mentions, times, language=language)
    ground = Ground(report.id, text, language, mentions, times, events, published=report.published)
    return Reading(
        id=report.id,
        lang=pack.source.language.code,
        title=report.title,
        outlet=report.outlet,
        url=report.url,
        published=report.published,
        published_at=report.published_at,
        updated_at=report.updated_at,
        section=report.section,
        text=report.text,
        zones=tuple(Zone(zone.kind, folded.span(zone.span)) for zone in zones),
        mentions=tuple(msgspec.structs.replace(mention, span=folded.span(mention.span)) for mention in mentions),
        times=tuple(msgspec.structs.replace(time, span=folded.span(time.span)) for time in times),
        statements=tuple(_unfold(s, folded) for s in make_statements(attributions, paragraphs, ground)),
        credits=_merge(report.credits, find_credits(text, zones, language=language)),
        pack=pack.version,
    )


def _fold_zones(zones: Sequence[Zone], folded: Folded) -> tuple[Zone, ...]:
    """Lead the zones that a page gave to the folded view."""
    return tuple(Zone(zone.kind, folded.fold_span(zone.span)) for zone in zones)


def _unfold(statement: Statement, folded: Folded) -> Statement:
    """Lead the spans of a statement back to the report's text."""
    return msgspec.structs.replace(
        statement,
        content=_unfold_spans(statement.content, folded),
        cue=_unfold_spans(statement.cue, folded),
        chain=tuple(_unfold_link(link, folded) for link in statement.chain),
    )


def _unfold_spans(spans: Sequence[Span], folded: Folded) -> tuple[Span, ...]:
    """Lead spans back to the report's text."""
    return tuple(folded.span(span) for span in spans)


def _unfold_link(link: Link, folded: Folded) -> Link:
    """Lead the span of a link back to the report's text."""
    return link if link.span is None else msgspec.structs.replace(link, span=folded.span(link.span))


def _merge(given: Credits, found: Credits) -> Credits:
    """Prefer what the page said about itself, and fill the rest with what the text says."""
    return Credits(
        *(
            one or other
            for one, other in zip(msgspec.structs.astuple(given), msgspec.structs.astuple(found), strict=True)
        )
    )
