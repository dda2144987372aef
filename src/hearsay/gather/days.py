"""Days as pages and files print them: a day, month or year of ISO 8601, kept as precise as it was."""

import re
from datetime import date

_ISO = re.compile(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?\s*$", re.DOTALL)


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
