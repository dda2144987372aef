"""The generated calendar tables: months, weekdays, units, digits and relative phrases of a language (Unicode CLDR).

They are written by tools/build_cldr.py from Babel (CLDR) and dateparser's tables, never edited by hand; what they
lack stands in the pack's own [times]. No Babel and no dateparser at run time.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from hearsay.errors import PackError


class CalendarTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's table; keys: months 1 to 12, weekdays 1 (Monday) to 7, shifts like -1M (last month)."""

    order: str  # order of day, month and year in numeric dates: dmy, mdy, ymd
    digits: str  # the ten digits of the language's own numbering system
    months: dict[str, list[str]]
    months_short: dict[str, list[str]]
    weekdays: dict[str, list[str]]
    weekdays_short: dict[str, list[str]]
    units: dict[str, list[str]]
    shifts: dict[str, list[str]]
    before: list[str]  # templates of a time that lies {duration} back
    after: list[str]  # templates of a time that lies {duration} ahead


_EMPTY = CalendarTable("dmy", "0123456789", {}, {}, {}, {}, {}, {}, [], [])


def calendar_table_of(language: str) -> CalendarTable:
    """Return the generated table of a language, an empty one where none was made: then the pack's own [times] stand alone."""
    return load_calendar_table(language) if _table_file(language).is_file() else _EMPTY


def _table_file(language: str) -> Traversable:
    """Return where the table of a language is kept."""
    return files("hearsay.packs") / "cldr" / f"{language}.toml"


@cache
def load_calendar_table(language: str) -> CalendarTable:
    """Load the generated table of a language; PackError if there is none."""
    file = _table_file(language)
    if not file.is_file():
        raise PackError(
            f"no calendar table for language '{language}'; make it with: python tools/build_cldr.py {language}"
        )
    try:
        return msgspec.toml.decode(file.read_text(encoding="utf8"), type=CalendarTable)
    except (msgspec.MsgspecError, ValueError) as error:
        raise PackError(f"packs/cldr/{language}.toml: {error}. Make it anew with tools/build_cldr.py.") from error
