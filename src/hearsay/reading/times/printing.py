"""Whether the times of a pack, printed as the pack and CLDR spell them, are read back as what they are."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from hearsay.packs.cldr import CalendarTable, calendar_table_of
from hearsay.packs.loading import code_of, load_pack_source
from hearsay.packs.schema import PackSource
from hearsay.reading.times import find_times
from hearsay.text.folding import fold_word

_TODAY = date(2023, 9, 5)
_DAY = 24  # neither a month nor a year of two digits that could be meant
_YEAR = 2022
_ORDERS = {"dmy": "{day} {month} {year}", "mdy": "{month} {day}, {year}", "ymd": "{year} {month} {day}"}
_SHIFT = re.compile(r"([+-]?\d)([DWMY])")
_PLAIN = re.compile(r"[^<>{}\[\]()'’]+")  # nor an apostrophe, which stands between spaces in a template
_REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def check_printing(language: str) -> tuple[str, ...]:
    """Return which months, weekdays, relative phrases and digits are not read back, one sentence each.

    >>> check_printing("en")
    ()
    """
    source = load_pack_source(language)
    calendar = calendar_table_of(code_of(language))
    if not source.times.phrases:
        return ()
    printed = [*_print_months(source, calendar), *_print_weekdays(source, calendar), *_print_phrases(source, calendar)]
    told: dict[str, None] = {}
    for phrase, wanted in printed:
        values = [time.value for time in find_times(phrase, language=language, published=_TODAY.isoformat())]
        if not any(re.fullmatch(wanted, value) for value in values):
            told[f"'{phrase}' should be {wanted} on {_TODAY}, but is read as {', '.join(values) or 'no time'}"] = None
    return tuple(told)


def _left_out(source: PackSource) -> frozenset[str]:
    """Return the words that the pack takes out of the tables."""
    return frozenset(map(fold_word, source.times.without.split()))


def _print_months(source: PackSource, calendar: CalendarTable) -> Iterator[tuple[str, str]]:
    """Print a day in each month by each of its names, in both kinds of digits."""
    template = _ORDERS[source.times.order or calendar.order]
    for number, names in _join(calendar.months, calendar.months_short, source.times.months).items():
        for name in names:
            if name not in _left_out(source):
                text = template.format(day=_DAY, month=_capitalise(name, source), year=_YEAR)
                wanted = f"{_YEAR}-{int(number):02}-{_DAY}"
                yield text, wanted
                yield text.translate(dict(zip(map(ord, "0123456789"), calendar.digits, strict=True))), wanted


def _print_weekdays(source: PackSource, calendar: CalendarTable) -> Iterator[tuple[str, str]]:
    """Print each name of a weekday that is one without other words beside it; a short one is none."""
    silent = _left_out(source) | set(map(fold_word, source.times.doubtful.split()))
    for number, names in _join(calendar.weekdays, source.times.weekdays).items():
        away = int(number) - _TODAY.isoweekday()
        days = (_TODAY + timedelta(days=away + week) for week in (-7, 0, 7))
        wanted = "|".join(day.isoformat() for day in days)
        yield from ((_capitalise(name, source), wanted) for name in names if name not in silent)


def _print_phrases(source: PackSource, calendar: CalendarTable) -> Iterator[tuple[str, str]]:
    """Print the relative phrases of the table and of the pack."""
    for key, phrases in [*calendar.shifts.items(), *source.times.named.items()]:
        wanted = key if key in _REFERENCES else _value_of(key)
        for phrase in phrases:
            is_left_out = _left_out(source) & set(fold_word(phrase).split())
            if wanted is not None and _PLAIN.fullmatch(phrase) and not is_left_out:
                yield phrase, wanted


def _value_of(key: str) -> str | None:
    """Return the value of a shift from today, like -1M, with the precision of its unit.

    >>> _value_of("-1M"), _value_of("+1W"), _value_of("last+1D")
    ('2023-08', '2023-W37', None)
    """
    match = _SHIFT.fullmatch(key)
    if match is None:
        return None
    count, unit = int(match[1]), match[2]
    if unit == "Y":
        return str(_TODAY.year + count)
    if unit == "M":
        months = _TODAY.year * 12 + _TODAY.month - 1 + count
        return f"{months // 12}-{months % 12 + 1:02}"
    day = _TODAY + timedelta(days=count * (7 if unit == "W" else 1))
    return day.isoformat() if unit == "D" else f"{day.isocalendar().year}-W{day.isocalendar().week:02}"


def _capitalise(name: str, source: PackSource) -> str:
    """Write a name of a month or weekday as the language does where it has capital letters."""
    return name.capitalize() if source.language.capitals else name


def _join(*tables: dict[str, list[str]] | dict[str, str]) -> dict[str, set[str]]:
    """Join tables of names, folded; in a pack they stand between spaces."""
    joined: dict[str, set[str]] = {}
    for table in tables:
        for key, names in table.items():
            listed = [name.replace("_", " ") for name in names.split()] if isinstance(names, str) else names
            joined.setdefault(key, set()).update(map(fold_word, listed))
    return joined
