"""Days and moments as pages, feeds and files print them, kept as precise as they were and in the zone they name."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?\s*$", re.DOTALL)
_LONGEST = 80


def read_date(written: str | None) -> str | None:
    """Return the calendar day (or month, or year) in the page's own zone; None if it is no date.

    >>> read_date("2023-09-04T23:30:00+09:00"), read_date("2023-09"), read_date("2023-02-31")
    ('2023-09-04', '2023-09', None)
    """
    found = _ISO.match(written or "")
    if not found:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return "-".join(part for part in found.groups() if part)


def read_stamp(written: str | None) -> str | None:
    """Return a moment as ISO 8601 in the zone that it names; without one, no zone is made up; a mere day stays a day.

    >>> read_stamp("Mon, 04 Sep 2023 23:30:00 +0900"), read_stamp("2023-09-04T14:30:00Z"), read_stamp("soon")
    ('2023-09-04T23:30:00+09:00', '2023-09-04T14:30:00+00:00', None)
    """
    written = " ".join((written or "").split())
    if not written or len(written) > _LONGEST:
        return None
    if (day := read_date(written)) == written:
        return day
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return read_date(written)
