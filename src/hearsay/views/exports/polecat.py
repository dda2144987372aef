"""Events as tab-separated values with the columns of POLECAT (Halterman et al. 2023), typed by PLOVER through a table.

PLOVER's types bake tense and polarity in, hearsay keeps them apart: the type is derived from act, certainty and event
(polecat.toml). A row a statement; columns that hearsay knows nothing of stay empty. Behind POLECAT's own columns stand
ours: the claim, what the statement does to it, and how many origins it has.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from hearsay.ledger import Ledger
from hearsay.ledger.tables import EventRow
from hearsay.packs.entity_files import load_entities
from hearsay.packs.entity_lookup import all_names_of
from hearsay.records import Act, Certainty, Event, Link, MentionKind
from hearsay.views.exports.files import Order, Written, write_lines
from hearsay.views.exports.names import is_wikidata, load_codes
from hearsay.views.tables import draw_chain

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Version"),
)
OWN_COLUMNS = (
    *("Text", "Chain", "Act", "Certainty", "Negated", "Statement ID", "Report ID", "Claim ID", "Stance"),
    *("Origins At Least", "Origins Best", "Origins At Most", "Denials"),
)
VERSION = "hearsay"
_STORY_KINDS = {"Story People": "person", "Story Organizations": "organisation", "Story Locations": "place"}
# What would end a cell or a line.
_BREAKS = str.maketrans(dict.fromkeys("\t\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " "))
_decode_event = msgspec.json.Decoder(Event).decode
_decode_chain = msgspec.json.Decoder(tuple[Link, ...]).decode


def export_polecat(ledger: Ledger, order: Order) -> Iterator[Written]:
    """Write one file of all events, or of those of one claim."""
    name = "events.tsv" if order.claim is None else f"claim-{order.claim}.tsv"
    rows = find_rows(ledger, order.claim)
    lines = ("\t".join(row) + "\n" for row in rows)
    written = write_lines(order.folder / name, lines, order=order)
    yield Written(written.file, written.rows - 1)


def find_rows(ledger: Ledger, claim: str | None = None) -> Iterator[tuple[str, ...]]:
    """Give the head and a row for each statement whose event has a PLOVER type; names of a report are looked up once."""
    yield COLUMNS + OWN_COLUMNS
    report = ""
    names: tuple[tuple[str, str], ...] = ()
    for row in ledger.tables.events(claim):
        if row.report != report:
            report, names = row.report, ledger.tables.names_in(row.report)
        cells = make_cells(row, names)
        if cells:
            yield tuple(_write(cells.get(column)) for column in COLUMNS + OWN_COLUMNS)


def make_cells(row: EventRow, names: Iterable[tuple[str, str]]) -> Mapping[str, object]:
    """Make the cells of a statement by column; none where its event has no type of PLOVER."""
    event = _decode_event(row.event)
    type_ = to_plover(event, Certainty(row.certainty), (Act(row.act),))
    if type_ is None:
        return {}
    return {
        "Event ID": row.statement,
        "Event Date": row.about or row.said or row.published,
        "Event Type": type_,
        "Quad Code": _table()["quads"][type_],
        **_party("Actor", event.actor),
        **_party("Recipient", event.recipient),
        **_place(event.place),
        "Source": row.outlet,
        "Publication Date": row.published,
        **{
            column: "; ".join(name for kind, name in names if kind == wanted) for column, wanted in _STORY_KINDS.items()
        },
        "Language": row.lang,
        "Version": VERSION,
        **_own_cells(row, event),
    }


def _own_cells(row: EventRow, event: Event) -> Mapping[str, object]:
    """Make the cells behind POLECAT's own."""
    return {
        "Text": row.text,
        "Chain": draw_chain(_decode_chain(row.chain)),
        "Act": row.act,
        "Certainty": row.certainty,
        "Negated": "true" if event.negated else "false",
        "Statement ID": row.statement,
        "Report ID": row.report,
        "Claim ID": row.claim,
        "Stance": row.stance,
        "Origins At Least": row.at_least,
        "Origins Best": row.best,
        "Origins At Most": row.at_most,
        "Denials": row.denials,
    }


def to_plover(event: Event | None, certainty: Certainty, acts: Iterable[Act]) -> str | None:
    """Derive the PLOVER type from act, certainty and event."""
    table = _table()
    spoken = next((table["acts"][act] for act in acts if act in table["acts"]), None)
    if spoken:
        return str(spoken)
    if not event:
        return None
    if certainty is Certainty.PLANNED and event.type in table["planned"]:
        return str(table["planned"][event.type])
    found: str | None = table["events"].get(event.type)
    return found


def _party(role: str, name: str | None) -> Mapping[str, str | None]:
    """Make the cells of a party: an entity with its name and state, else the name as it is."""
    entity = load_entities().get(name or "")
    shown = _english(name)
    country = (entity.code or entity.country) if entity else None
    return {
        f"{role} Name": shown,
        f"{role} Country": load_codes()["countries"].get(country or ""),
        f"Primary {role} Sector": "GOV" if entity and entity.is_state else None,
        f"{role} Name Raw": shown,
        f"Wikipedia {role} ID": name if is_wikidata(name) else None,
    }


def _place(name: str | None) -> Mapping[str, str | None]:
    """Make the cells of a place."""
    entity = load_entities().get(name or "")
    shown = _english(name)
    country = (entity.code or entity.country or entity.capital_of) if entity else None
    is_city = entity is not None and entity.kind is MentionKind.PLACE and not entity.is_state
    codes = load_codes()["countries"]
    return {
        "Placename": shown,
        "City": shown if is_city else None,
        "Country": codes.get(country or ""),
        "Raw Placename": shown,
    }


@cache
def _english(name: str | None) -> str | None:
    """Give the English name of an entity, or the name as it is."""
    entity = load_entities().get(name or "")
    names = all_names_of(entity).get("en") if entity else None
    return names[0] if names else name


def _write(value: object) -> str:
    """Write a cell: one line without tabs.

    >>> _write("a\\tb"), _write(None), _write(2)
    ('a b', '', '2')
    """
    return "" if value is None else str(value).translate(_BREAKS)


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("hearsay.views.exports") / "polecat.toml").read_text(encoding="utf8"))
