"""What the holes of a template say of one point: numbers, names, numeric dates and hours as fields of a Point."""

from collections.abc import Callable
from typing import Any

import msgspec

from hearsay.reading.times.lexicon import Lexicon
from hearsay.reading.times.points import Point, Shift, merge_points

Holes = list[tuple[str, Any]]
_PARTS_AFTER_NOON = frozenset({"AF", "EV", "MI"})


def read_fields(holes: Holes, lexicon: Lexicon) -> Point | None:
    """Put together what the holes say of one point."""
    point: Point | None = Point()
    meridian = ""
    if lexicon.words.week_steps:
        holes = _step_weeks(holes)
    for symbol, value in _pair_units(holes):
        if symbol == "{half}":
            meridian = value
            continue
        piece = _read_hole(symbol, value, lexicon)
        point = merge_points(point, piece) if point is not None and piece is not None else None
    return _set_clock(point, meridian) if point is not None else None


def _step_weeks(holes: Holes) -> Holes:
    """Let a step beside a weekday count weeks: 上周二 is Tuesday of last week."""
    names = dict(holes)
    if "{step}" not in names or "{weekday}" not in names:
        return holes
    return [("shift", (value, "W")) if symbol == "{step}" else (symbol, value) for symbol, value in holes]


def _pair_units(holes: Holes) -> Holes:
    """Make an n-th of an ordinal and the first unit, a shift of a step and the last: the first week | of last month."""
    names = dict(holes)
    paired = [pair for pair in holes if pair[0] not in ("{unit}", "{ordinal}")]
    units = [value for symbol, value in holes if symbol == "{unit}"]
    if "{ordinal}" in names:
        paired.append(("nth", (names["{ordinal}"], units.pop(0) if units else "weekday")))
    if units and "{step}" in names:
        paired = [pair for pair in paired if pair[0] != "{step}"]
        paired.append(("shift", (names["{step}"], units[-1])))
    return paired


def _read_hole(symbol: str, value: Any, lexicon: Lexicon) -> Point | None:
    """Return what one hole says of a point; None if it cannot be."""
    name = symbol.strip("{}")
    if name in ("month", "weekday", "day", "year", "season", "part", "zone", "step", "hour", "minute"):
        return Point(**{name: value})
    if name in ("date", "time"):
        return value.point  # type: ignore[no-any-return]
    if name in ("clock", "military", "instant"):
        return Point(hour=value[0], minute=value[1])
    if name in lexicon.words.calendars:
        return Point(month=value, calendar=name)
    read = _READERS.get(name)
    return read(value, lexicon) if read else Point()


def _read_shift(value: tuple[int, str], lexicon: Lexicon) -> Point:  # noqa: ARG001 - one signature for all readers
    return Point(shift=Shift(*value))


def _read_nth(value: tuple[int, str], lexicon: Lexicon) -> Point:  # noqa: ARG001
    return Point(ordinal=value[0], unit=value[1])


def _read_short(value: int, lexicon: Lexicon) -> Point:  # noqa: ARG001
    return Point(year=_full_year(value))


def _read_decade(value: int, lexicon: Lexicon) -> Point | None:  # noqa: ARG001
    year = value if value >= 1000 else _full_year(value) if value > 20 else 2000 + value
    return Point(decade=year // 10) if year % 10 == 0 else None


def _read_month_number(value: int, lexicon: Lexicon) -> Point:  # noqa: ARG001
    return Point(month=int(value))


def _read_dotted(value: str, lexicon: Lexicon) -> Point:  # noqa: ARG001
    hour, minute = value.split(".")
    return Point(hour=int(hour), minute=int(minute))


def _full_year(value: int) -> int:
    """Return the year that two digits stand for; news seldom looks more than a generation ahead."""
    return value + (1900 if value >= 50 else 2000)


def _read_numeric(value: str, lexicon: Lexicon) -> Point | None:
    """Read a date in digits by the language's order; a day beyond 12 shows the other order."""
    whole, _, clock = value.replace("T", " ").partition(" ")
    pieces = next(whole.split(mark) for mark in "-/." if mark in whole)
    order = "ymd" if len(pieces[0]) == 4 else lexicon.order
    named = dict(zip(order, pieces, strict=True))
    if order != "ymd" and int(named["m"]) > 12:
        named["d"], named["m"] = named["m"], named["d"]
    if len(named["y"]) not in (2, 4) or int(named["m"]) > 12 or int(named["m"]) == 0:
        return None
    year = int(named["y"]) if len(named["y"]) == 4 else _full_year(int(named["y"]))
    point = Point(year=year, month=int(named["m"]), day=int(named["d"]))
    if not clock:
        return point
    hour, minute = clock.rstrip("Z").split(":")[:2]
    return msgspec.structs.replace(point, hour=int(hour), minute=int(minute), zone="Z" if clock.endswith("Z") else None)


def _set_clock(point: Point, meridian: str) -> Point | None:
    """Turn an hour beside a part of the day, or a. m. and p. m., into one of 24."""
    if point.hour is None:
        return point
    hour, minute, part = point.hour, point.minute, point.part
    if hour != int(hour):  # half past eight is 8.5 in Bengali
        hour, minute = int(hour), round(hour % 1 * 60)
    is_late = meridian == "PM" or part in _PARTS_AFTER_NOON or (part == "NI" and hour >= 5)
    if part == "NI" and hour == 12:
        hour = 24 if not minute else 0
    elif is_late and hour < 12:
        hour += 12
    elif meridian == "AM" and hour == 12:
        hour = 0
    return msgspec.structs.replace(point, hour=hour, minute=minute, part=None)


_READERS: dict[str, Callable[[Any, Lexicon], Point | None]] = {
    "shift": _read_shift,
    "nth": _read_nth,
    "short": _read_short,
    "decade": _read_decade,
    "month_number": _read_month_number,
    "number": _read_month_number,
    "dotted": _read_dotted,
    "numeric": _read_numeric,
    "hundreds": lambda value, _: Point(century=value // 100),
    "cased": lambda value, _: Point(year=value),
    "era_year": lambda value, _: Point(year=value),
}
