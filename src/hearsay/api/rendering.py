"""Answers as bytes: JSON with only the fields asked for, and CSV for spreadsheets (RFC 4180)."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

import msgspec

from hearsay.api.asked import Asked, write_cursor
from hearsay.api.problems import Problem
from hearsay.ledger.pages import Slice

# A cell that begins so is a formula to a spreadsheet: OWASP, CSV injection.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_json(found: Slice[Any], asked: Asked) -> bytes:
    """Write a slice of a list as JSON."""
    items = _choose(found.items, asked.fields)
    return msgspec.json.encode({"items": items, "next": write_cursor(found.next)})


def write_one(found: object, asked: Asked) -> bytes:
    """Write one thing as JSON."""
    (item,) = _choose([found], asked.fields)
    return msgspec.json.encode(item)


def write_csv(found: Iterable[object], fields: str | None) -> bytes:
    """Write items as rows; what is no plain value stands as JSON in its cell."""
    rows = [msgspec.to_builtins(item) for item in _choose(found, fields)]
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(rows[0] if rows else [])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return ("\ufeff" + written.getvalue()).encode("utf8", "replace")  # the mark tells spreadsheets that it is UTF-8


def _choose(items: Iterable[object], fields: str | None) -> list[Any]:
    """Keep only the fields asked for."""
    if not fields:
        return list(items)
    wanted = [name.strip() for name in fields.split(",")]
    rows: list[Mapping[str, Any]] = [msgspec.to_builtins(item) for item in items]
    if rows and (unknown := [name for name in wanted if name not in rows[0]]):
        raise Problem(400, f"There is no field '{unknown[0]}'", f"choose from: {', '.join(rows[0])}.")
    return [{name: row[name] for name in wanted} for row in rows]


def _cell(value: Any) -> str | int | float:
    """Make a cell, no formula whatever it begins with.

    >>> _cell("=1+1"), _cell(None), _cell(["a"])
    ("'=1+1", '', '["a"]')
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"'{text}" if text.startswith(_FORMULA) else text
