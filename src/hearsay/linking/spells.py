"""Stretches of time behind TIMEX3 values: whether two exclude each other, and how far apart they are; and the moments by
which reports are put in order."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from hearsay.records import Reading

_VALUE = re.compile(r"(\d{4})(?:-(?:W(\d{2})|Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?")
_NEVER = 10**6

Spell = tuple[date, date]


def moment_of(reading: Reading) -> str:
    """Give by what a report is put in order: its moment of publication in UTC, else its day; empty where neither is known."""
    try:
        moment = datetime.fromisoformat(reading.published_at or "")
        return moment.astimezone(UTC).isoformat() if moment.tzinfo else moment.isoformat()
    except (ValueError, OverflowError):
        return reading.published or ""


@lru_cache(maxsize=65_536)
def spell_of(value: str) -> Spell | None:
    """Give the first and the last day of a value; None where it is open or no date.

    >>> [str(day) for day in spell_of("2023-W35")]
    ['2023-08-28', '2023-09-03']
    """
    found = _VALUE.match(value)
    if not found:
        return None
    year, week, quarter, half, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if week:
            return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
        if day:
            return date(year, month, day), date(year, month, day)
        first = month or (3 * quarter - 2 if quarter else 6 * half - 5 if half else 1)
        months = 1 if month else 3 if quarter else 6 if half else 12
        return date(year, first, 1), _end_of_month(year, first + months - 1)
    except ValueError:
        return None


def _end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def are_apart(one: str | None, other: str | None) -> bool:
    """Tell whether two times exclude each other; an open one excludes nothing."""
    return 0 < days_between(one, other) < _NEVER


def days_between(one: str | None, other: str | None) -> int:
    """Count the days between two times: 0 where they overlap, very many where one of them is open."""
    a, b = (spell_of(value) if value else None for value in (one, other))
    if a is None or b is None:
        return _NEVER
    first, second = sorted((a, b))
    return max(0, (second[0] - first[1]).days)
