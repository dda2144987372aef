"""TIMEX3 values (ISO-TimeML) of points and lengths, placed in the calendar by the day of publication.

A value is never more precise than the words; what cannot be known stays X. News speaks of the nearest date, unless the
clause is about what is to come or what has been.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from hearsay.reading.times.calendars import (
    CALENDARS,
    UNSURE_DAYS,
    add_days,
    make_date,
    shared_value,
    shift_date,
    week_of_period,
)
from hearsay.reading.times.points import Length, Point, Shift

_CLOSE = 60  # days within which a day of the month is the nearest one, whatever the tense of the verb beside it
_CLOSE_MONTH = 45
_AHEAD = 1.5  # news tells more of what has been than of what is to come
_SEASON_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


class Setting(msgspec.Struct, frozen=True):
    """Where a point is read: today (the day of publication), what was last spoken of, where the clause points."""

    today: date | None
    last: str | None = None  # the value last spoken of, as precise as it was
    direction: int = 0  # 1 where the clause is about what is to come, -1 where about what has been


def point_value(point: Point, setting: Setting) -> str | None:
    """Return the TIMEX3 value of a point, None where there is no such time."""
    if not point.is_within_day:
        return _date_value(point, setting)
    day = _day_value(point, setting)
    if day is None or point.hour is None:
        return f"{day}T{point.part}" if day else None
    hour, minute = point.hour, point.minute or 0
    if hour >= 24:  # two in the night after Monday is Tuesday's
        hour, day = hour - 24, _next_day(day)
    return f"{day}T{hour:02}:{minute:02}{point.zone or ''}" if hour < 24 and minute < 60 else None


def _day_value(point: Point, setting: Setting) -> str | None:
    """Return the day that a time of day belongs to: the one named with it, else the one spoken of, else today."""
    rest = msgspec.structs.replace(point, part=None, hour=None, minute=None, zone=None)
    if point.step is not None and point.weekday is None and point.month is None:
        rest = msgspec.structs.replace(rest, step=None, shift=Shift(point.step, "D"))
    if rest == Point():
        today = setting.today.isoformat() if setting.today else "XXXX-XX-XX"
        return setting.last if setting.last and len(setting.last) == len(today) else today
    return _date_value(rest, setting)


def _next_day(value: str) -> str:
    """Return the day after, as midnight belongs to it; an open day stays as it is."""
    try:
        following = add_days(date.fromisoformat(value), 1)
    except ValueError:
        return value
    return following.isoformat() if following else value


def _date_value(point: Point, setting: Setting) -> str | None:
    """Return the value of a point that says nothing finer than a day."""
    if point.ordinal is not None and point.unit is not None:
        return _nth_value(point, setting)
    if point.calendar is not None:
        return _foreign_value(point, setting)
    if point.shift is not None:
        return _shifted_value(point, point.shift, setting)
    if point.century is not None:
        return f"{point.century:02}"
    if point.decade is not None:
        return f"{point.decade:03}"
    if point.quarter is not None or point.half is not None or point.season is not None:
        return _period_value(point, setting)
    if point.month is not None:
        return _month_value(point, setting)
    if point.day is not None:
        return f"XXXX-XX-{point.day:02}" if setting.today is None else _near_day(point.day, setting)
    if point.weekday is not None:
        return _weekday_value(point, setting)
    return f"{point.year:04}" if point.year is not None else None


def _near_day(day: int, setting: Setting) -> str | None:
    """Return the nearest date with this day of the month."""
    today = setting.today
    assert today is not None
    months = ((today.year * 12 + today.month - 1 + k) for k in (0, -1, 1))
    days = [found for index in months if (found := make_date(index // 12, index % 12 + 1, day))]
    wanted = [found for found in days if (found - today).days * setting.direction >= 0]
    nearest = min(wanted or days, key=lambda found: abs((found - today).days), default=None)
    return nearest.isoformat() if nearest else None


def _shifted_value(point: Point, shift: Shift, setting: Setting) -> str | None:
    """Return the value of a shift, with what was named inside it: January next year, Monday last week."""
    if shift.is_either and setting.direction > 0:
        shift = Shift(-shift.amount, shift.unit)
    today = _last_day(shift.unit, setting) if shift.from_last else setting.today
    inside = msgspec.structs.replace(point, shift=None)
    if today is None:
        return _open_shift(inside, shift)
    value = shift_date(today, shift)
    if value is None or inside == Point():
        return value
    if shift.unit == "Y":
        return _date_value(msgspec.structs.replace(inside, year=int(value)), setting)
    if shift.unit == "M" and point.day is not None:
        year, month = map(int, value.split("-"))
        return _date_value(Point(year=year, month=month, day=point.day), setting)
    if shift.unit == "W" and point.weekday is not None:
        year, week = map(int, value.split("-W"))
        return date.fromisocalendar(year, week, point.weekday).isoformat()
    return value


def _last_day(unit: str, setting: Setting) -> date | None:
    """Return a day of the time last spoken of if it is as precise as a unit, else today."""
    needed = {"Y": 4, "DE": 4, "CE": 4, "M": 7, "Q": 7, "HY": 7}.get(unit, 10)
    if setting.last is None or len(setting.last) < needed:
        return setting.today
    year, month, day = (*map(int, setting.last.split("-")), 1, 1)[:3]
    return make_date(year, month, day)


def _open_shift(inside: Point, shift: Shift) -> str | None:
    """Return the value of a shift from a day that nobody knows."""
    if shift.unit == "Y" and inside.month is not None:
        return _month_value(inside, Setting(None))
    if inside.weekday is not None:
        return f"XXXX-WXX-{inside.weekday}"
    shapes = {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "DE": "XXX",
        "CE": "XX",
    }
    return shapes.get(shift.unit, "XXXX")


def _period_value(point: Point, setting: Setting) -> str:
    """Return the value of a quarter, half-year or season, of the year that is nearest if none was named."""
    if point.quarter is not None:
        name, month = f"Q{point.quarter}", 3 * point.quarter - 1
    elif point.half is not None:
        name, month = f"H{point.half}", 6 * point.half - 3
    else:
        name, month = str(point.season), _SEASON_MONTHS.get(str(point.season), 6)
    year = point.year if point.year is not None else _guess_year(month, None, point, setting)
    return f"{year:04}-{name}" if year is not None else f"XXXX-{name}"


def _month_value(point: Point, setting: Setting) -> str | None:
    """Return the value of a month or day of a month, of the year that is nearest if none was named."""
    assert point.month is not None
    year = point.year if point.year is not None else _guess_year(point.month, point.day, point, setting)
    # A leap year tells whether there can be such a day at all.
    if point.day is not None and make_date(year or 2000, point.month, point.day) is None:
        return None
    value = f"{year:04}-{point.month:02}" if year is not None else f"XXXX-{point.month:02}"
    return value if point.day is None else f"{value}-{point.day:02}"


def _guess_year(month: int, day: int | None, point: Point, setting: Setting) -> int | None:
    """Return the year that a date without one most likely means: where step or clause point, else the nearest."""
    today = setting.today
    if today is None:
        return None
    here = date(today.year, today.month, today.day if day else 15)
    distances = {}
    for year in (today.year - 1, today.year, today.year + 1):
        found = make_date(year, month, day or 15)
        if found is not None:
            distances[year] = (found - here).days
    if not distances:
        return today.year
    if point.step is not None:
        return _step_year(distances, point.step, today.year)
    nearest = min(distances, key=lambda year: abs(distances[year]) * (_AHEAD if distances[year] > 0 else 1))
    if setting.direction == 0:
        return nearest
    if point.quarter is not None or abs(distances[nearest]) <= (_CLOSE if day else _CLOSE_MONTH):
        return nearest
    wanted = {year: span for year, span in distances.items() if span * setting.direction >= 0}
    return min(wanted, key=lambda year: (abs(wanted[year]), year)) if wanted else nearest


def _step_year(distances: dict[int, int], step: int, this_year: int) -> int:
    """Return the year of last, this or next June, say."""
    if step == 0:
        return this_year
    beyond = {year: span for year, span in distances.items() if span * step > 0}
    return min(beyond, key=lambda year: abs(beyond[year])) if beyond else this_year + step


def _weekday_value(point: Point, setting: Setting) -> str | None:
    """Return the day that a weekday means: today or before, unless step or clause point ahead."""
    weekday, today = point.weekday, setting.today
    assert weekday is not None
    if today is None:
        return f"XXXX-WXX-{weekday}"
    back = (today.isoweekday() - weekday) % 7
    ahead = (7 - back) % 7
    if point.step == -1:
        days = -(back or 7)
    elif point.step == 1:
        days = ahead or 7
    elif point.step == 0:
        days = weekday - today.isoweekday()
    else:
        days = ahead if setting.direction > 0 else -back
    found = add_days(today, days)
    return found.isoformat() if found else None


def _nth_value(point: Point, setting: Setting) -> str | None:
    """Return the value of the n-th unit of a year or month: the last week of March, the first half of 2023."""
    ordinal, unit = point.ordinal, point.unit
    assert ordinal is not None
    whole = _date_value(msgspec.structs.replace(point, ordinal=None, unit=None, weekday=None), setting)
    if whole is None:
        return None
    parts = whole.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 2 or len(parts[0]) != 4:
        return whole
    year, month = int(parts[0]), int(parts[1]) if len(parts) == 2 else None
    if unit == "W":
        return week_of_period(year, month, ordinal)
    if unit == "weekday":
        return _nth_weekday(year, month, ordinal, point.weekday)
    if unit in ("Q", "HY") and month is None:
        count = 4 if unit == "Q" else 2
        ordinal = ordinal if ordinal > 0 else count + 1 + ordinal
        return f"{year}-{unit[0]}{ordinal}" if ordinal <= count else None
    if unit == "M" and month is None and -13 < ordinal < 13:
        return f"{year}-{ordinal if ordinal > 0 else 13 + ordinal:02}"
    if unit == "D" and month is not None and ordinal > 0:
        return _date_value(Point(year=year, month=month, day=ordinal), setting)
    return whole


def _nth_weekday(year: int, month: int | None, ordinal: int, weekday: int | None) -> str | None:
    """Return the first, second or last Monday, say, of a month."""
    if month is None or weekday is None:
        return f"{year:04}"
    days = [day for number in range(1, 32) if (day := make_date(year, month, number)) and day.isoweekday() == weekday]
    index = ordinal - 1 if ordinal > 0 else ordinal
    return days[index].isoformat() if -len(days) <= index < len(days) else None


def _foreign_value(point: Point, setting: Setting) -> str | None:
    """Return the value of a date of another calendar; its months are none of ours, so a month alone stays open."""
    assert point.calendar is not None and point.month is not None
    convert = CALENDARS.get(point.calendar)
    if convert is not None and point.year is not None:
        return _certain_value(point, convert)
    if convert is None or point.day is None:
        return "XXXX-XX"
    if setting.today is None or point.calendar in UNSURE_DAYS:
        return "XXXX-XX-XX"
    here = setting.today
    years = range(here.year - 595, here.year - 590)
    days = [day for year in years if (day := convert(year, point.month, point.day))]
    nearest = min(days, key=lambda day: abs((day - here).days), default=None)
    return nearest.isoformat() if nearest else None


def _certain_value(point: Point, convert: Callable[[int, int, int], date | None]) -> str | None:
    """Return what all our days share that a day or month of another calendar may fall on."""
    assert point.calendar is not None and point.month is not None and point.year is not None
    first = convert(point.year, point.month, point.day or 1)
    last = first if point.day else add_days(first, 28) if first else None  # no month is shorter than 29 days
    if first is None or last is None:
        return None
    unsure = UNSURE_DAYS.get(point.calendar, 0)
    return shared_value(add_days(first, -unsure) or first, add_days(last, unsure) or last)


def length_value(length: Length) -> str:
    """Return the TIMEX3 value of a length.

    >>> length_value(Length(((1, "H"), (30, "m")))), length_value(Length(((None, "DE"),)))
    ('PT1H30M', 'PXDE')
    """
    days = "".join(_amount(*part) for part in length.parts if part[1] not in "HmS")
    hours = "".join(_amount(*part) for part in length.parts if part[1] in "HmS")
    return "P" + days + ("T" + hours if hours else "")


def _amount(amount: float | None, unit: str) -> str:
    """Write one part; decades and centuries are counted in years, fortnights in weeks."""
    size, name = {"DE": (10, "Y"), "CE": (100, "Y"), "FN": (2, "W"), "HY": (6, "M")}.get(unit, (1, unit.upper()))
    if amount is None:
        return f"X{unit.upper()}"
    return f"{amount * size:g}{name}" if amount * size < 1_000_000 else f"{int(amount * size)}{name}"
