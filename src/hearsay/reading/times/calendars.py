"""Arithmetic of the calendar: ISO weeks, months and years apart, and other calendars led to the Gregorian one."""

from datetime import date, timedelta

from hearsay.reading.times.points import Shift

# The Bangladesh calendar as revised in 2019: six months of 31 days, then of 30, Falgun 29 or 30.
# Its year begins on 14 April; 1430 began in 2023.
_BENGALI_OFFSET = 593
_ISLAMIC_START = date(622, 7, 19)  # 16 July of the Julian calendar


def add_months(day: date, months: int) -> date:
    """Return the first of the month that lies so many months away.

    >>> add_months(date(2023, 11, 30), 3)
    datetime.date(2024, 2, 1)
    """
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12)
    return date(index // 12, index % 12 + 1, 1)


def add_days(day: date, days: int) -> date | None:
    """Return the day so many days away, None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_of(day: date) -> str:
    """Return the ISO week.

    >>> week_of(date(2023, 9, 5))
    '2023-W36'
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def week_of_period(year: int, month: int | None, ordinal: int) -> str | None:
    """Return the first, second or (-1) last ISO week of a year or month: a week belongs where its Thursday is.

    >>> week_of_period(2009, 3, -1)
    '2009-W13'
    """
    first = date(year, month or 1, 1)
    following = add_months(first, 1 if month else 12)
    thursdays = [first + timedelta(days=k) for k in range((following - first).days) if (first.weekday() + k) % 7 == 3]
    index = ordinal - 1 if ordinal > 0 else ordinal
    return week_of(thursdays[index]) if -len(thursdays) <= index < len(thursdays) else None


def from_bengali(year: int, month: int, day: int) -> date | None:
    """Lead a date of the Bangladesh calendar to the Gregorian one.

    >>> from_bengali(1430, 1, 1)
    datetime.date(2023, 4, 14)
    """
    start = make_date(year + _BENGALI_OFFSET, 4, 14)
    passed = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    if start is None or day > (31 if month <= 6 else 30):
        return None
    if month == 12:  # Chaitra ends on 13 April, whether Falgun has 29 days or 30
        following = make_date(year + 1 + _BENGALI_OFFSET, 4, 14)
        return following - timedelta(days=31 - day) if following else None
    return start + timedelta(days=passed + day - 1)


def from_islamic(year: int, month: int, day: int) -> date | None:
    """Lead a date of the tabular (civil) Islamic calendar to the Gregorian one: 11 leap years in 30.

    >>> from_islamic(1445, 1, 1)
    datetime.date(2023, 7, 19)
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    passed = 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2
    return add_days(_ISLAMIC_START, passed + day - 1)


def shared_value(first: date, last: date) -> str:
    """Return what two days share, as precise as a day, month, year, decade or century.

    >>> shared_value(date(2024, 3, 11), date(2024, 4, 9)), shared_value(date(2023, 7, 19), date(2024, 7, 6))
    ('2024', '202')
    """
    ours, theirs = first.isoformat(), last.isoformat()
    size = next((size for size in (10, 7, 4, 3) if ours[:size] == theirs[:size]), 2)
    return ours[:size]


CALENDARS = {"bengali": from_bengali, "islamic": from_islamic}
UNSURE_DAYS = {"islamic": 2}  # by how much a month that begins when the moon is seen can differ from the tables


def shift_date(day: date, shift: Shift) -> str | None:
    """Return the value of a shift from a day, as precise as its unit.

    >>> shift_date(date(2023, 9, 5), Shift(-1, "M"))
    '2023-08'
    """
    amount, unit = round(shift.amount), shift.unit
    if shift.amount != amount:
        return _shift_part(day, shift)
    if unit in ("D", "W", "WE", "FN"):
        moved = add_days(day, amount * {"D": 1, "W": 7, "WE": 7, "FN": 14}[unit])
        if moved is None:
            return None
        return moved.isoformat() if unit == "D" else week_of(moved) + ("-WE" if unit == "WE" else "")
    if unit in ("M", "Q", "HY"):
        moved = add_months(day, amount * {"M": 1, "Q": 3, "HY": 6}[unit])
        if unit == "Q":
            return f"{moved.year}-Q{(moved.month + 2) // 3}"
        return f"{moved.year:04}-{moved.month:02}"
    year = day.year + amount * {"Y": 1, "DE": 10, "CE": 100}.get(unit, 0)
    return f"{year:04}"[: {"Y": 4, "DE": 3, "CE": 2}.get(unit, 4)] if 0 < year < 10000 else None


def _shift_part(day: date, shift: Shift) -> str | None:
    """Return the value of a shift by a part of a unit: a year and a half is 18 months, half a month is days."""
    finer = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "W": ("D", 7), "M": ("D", 30)}.get(shift.unit)
    if finer is None:
        return None
    unit, size = finer
    return shift_date(day, Shift(float(round(shift.amount * size)), unit))
