"""Dates as a person gives them: a day, a month or a year, kept as precise as they were."""

import re
from datetime import date

from hearsay.errors import SettingsError

_FORM = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def check_date(given: str | None, option: str) -> str | None:
    """Return the date as it was given; SettingsError says which form is wanted.

    >>> check_date("2023-09", "--published")
    '2023-09'
    """
    if given is None:
        return None
    parts = [int(part) for part in given.split("-")] if _FORM.fullmatch(given) else []
    try:
        date(*(parts + [1, 1])[: max(3, len(parts))])
    except (ValueError, TypeError) as error:
        raise SettingsError(
            f"{option} was given '{given}', which is no date; wanted is YYYY-MM-DD "
            "(or YYYY-MM, or YYYY), like 2023-09-05."
        ) from error
    return given
