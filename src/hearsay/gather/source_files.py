"""SOURCES.toml: which outlets to follow, at which addresses and how often; one [[source]] table each.

[[source]]
outlet = "Example News"
address = "https://news.example/feed.xml"
country = "GB"
language = "en"
interval = "30m"
kind = "feed"
"""

import re
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from hearsay.errors import GatherError
from hearsay.gather.refusals import Reason, make_error
from hearsay.packs.entities import entity_of_domain
from hearsay.records import Record

_INTERVAL = re.compile(r"([1-9]\d{0,3})([smhd])$")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_COUNTRY = re.compile(r"[A-Z]{2}$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$")
_TABLE = re.compile(r"(?m)^[ \t]*\[\[[ \t]*source[ \t]*\]\]")
# Half an hour: what newsrooms' own readers ask for; a feed of breaking news holds more than that.
USUAL_INTERVAL = 1800
_ALLOWED = "outlet, address, country, language, interval, kind"


class SourceKindOfAddress(StrEnum):
    """What stands at an address; `auto` looks."""

    FEED = "feed"
    SITEMAP = "sitemap"
    PAGE = "page"
    AUTO = "auto"


class OutletSource(Record, frozen=True):
    """An address to follow, with what is known about who publishes there."""

    address: str  # http or https
    outlet: str | None = None  # its name, as the user writes it
    country: str | None = None  # ISO 3166
    language: str | None = None  # ISO 639
    interval: int = USUAL_INTERVAL  # seconds between two looks
    kind: SourceKindOfAddress = SourceKindOfAddress.AUTO
    entity: str | None = None  # of the outlet, known by the domain of the address


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table as it is written."""

    address: str
    outlet: str | None = None
    country: str | None = None
    language: str | None = None
    interval: str | None = None
    kind: SourceKindOfAddress = SourceKindOfAddress.AUTO


def read_sources(path: Path) -> tuple[OutletSource, ...]:
    """Read a file of sources; GatherError names file, source and line, and what is allowed."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        given = tomllib.loads(text)
    except OSError as error:
        raise make_error(Reason.MISSING, f"{path}: {error.strerror}; check the path.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise make_error(Reason.INVALID, f"{path}: {error}. Write one [[source]] table for each address.") from error
    tables = given.get("source")
    if set(given) != {"source"} or not isinstance(tables, list) or not tables:
        others = ", ".join(sorted(set(given) - {"source"})) or "nothing"
        detail = f"{path}: there has to be one [[source]] table or more, and nothing else; found {others}."
        raise make_error(Reason.INVALID, detail)
    lines = [text.count("\n", 0, found.start()) + 1 for found in _TABLE.finditer(text)]
    places = [_name_place(path, number, lines) for number in range(len(tables))]
    sources = tuple(_read_table(table, place) for table, place in zip(tables, places, strict=True))
    _check_doubles(sources, places)
    return sources


def _name_place(path: Path, number: int, lines: list[int]) -> str:
    """Name where a table stands, for people: by line too where tables are written as usual."""
    line = f" (line {lines[number]})" if number < len(lines) else ""
    return f"{path}, source {number + 1}{line}"


def _read_table(table: Any, place: str) -> OutletSource:
    """Check one table and make it a source."""
    try:
        entry = msgspec.convert(table, _Entry)
    except msgspec.ValidationError as error:
        kinds = ", ".join(SourceKindOfAddress)
        wrong = str(error).replace("`$.", "`")
        detail = f"{place}: {wrong}. Allowed are {_ALLOWED}; kinds are {kinds}."
        raise make_error(Reason.INVALID, detail) from error
    for field, pattern, allowed in (
        ("country", _COUNTRY, "two capitals of ISO 3166, like BD"),
        ("language", _LANGUAGE, "a code of ISO 639, like bn"),
        ("interval", _INTERVAL, "a whole number with s, m, h or d, like 30m"),
    ):
        value = getattr(entry, field)
        if value is not None and not pattern.match(value):
            raise make_error(Reason.INVALID, f"{place}: {field} is {value!r}; write {allowed}.")
    return make_source(entry.address, place=place, **_more(entry))


def _more(entry: _Entry) -> dict[str, Any]:
    """Return the fields of a table as those of a source."""
    fields = {name: getattr(entry, name) for name in ("outlet", "country", "language", "kind")}
    if entry.interval and (found := _INTERVAL.match(entry.interval)):
        fields["interval"] = int(found[1]) * _SECONDS[found[2]]
    return fields


def make_source(address: str, *, place: str = "the source", **fields: Any) -> OutletSource:
    """Make a source of an address; the outlet's entity is known by its domain.

    >>> make_source("https://www.reuters.com/world").entity
    'Q130879'
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"}:
        detail = f"{place}: address is {address!r}; write one of the web, like https://news.example/feed.xml."
        raise make_error(Reason.INVALID, detail)
    return OutletSource(address=address, entity=entity_of_domain(host), **fields)


def _check_doubles(sources: tuple[OutletSource, ...], places: list[str]) -> None:
    """Refuse an address that stands twice: it would be asked twice as often as it was meant to be."""
    first: dict[str, str] = {}
    for source, place in zip(sources, places, strict=True):
        if source.address in first:
            raise GatherError(
                f"{place}: {source.address} stands twice; the first is {first[source.address]}. Take one out.",
                reason=str(Reason.INVALID),
            )
        first[source.address] = place
