"""What each kind of template means: the grammar of dates, the same for every language.

point        a time made of the fields that its holes give
range        two points; the first takes what it lacks from the second
length       a duration of {n} {unit}; length_and_half adds a half of the unit, half is half a unit
every, rate  a set: every day, 15 [a year]
before       {duration} back from today; after: ahead of today; earlier, later: from the day last spoken of
within       a duration, or a point ahead if the clause is about what is to come
nth          the {ordinal} {unit} of a {date}; quarter, half_year, century: the {ordinal} of its kind
past, to     {n} minutes past or to an {hour}
night_after  a time of the night that follows a day
fiscal       a fiscal {year}
same         one day named in two calendars: ours counts
never        no time at all
"""

import re
from collections.abc import Callable

import msgspec

from hearsay.reading.times.fields import Holes, read_fields
from hearsay.reading.times.lexicon import Lexicon
from hearsay.reading.times.points import Expression, Kind, Length, Point, Shift, merge_points
from hearsay.reading.times.templates import Element, Match
from hearsay.reading.times.values import length_value

_ORDINALS = frozenset({"{ordinal}", "{roman}"})
_COUNTS = _ORDINALS | {"{number}", "{n}", "{day}"}
_PERIOD = re.compile(r"P(T?)(X|\d+)(DE|CE|[YMWDHS])")


class Meaning(msgspec.Struct, frozen=True):
    """An expression without its place."""

    kind: Kind
    point: Point | None = None
    length: Length | None = None
    value: str = ""


def read_match(match: Match, elements: list[Element], lexicon: Lexicon) -> list[Expression]:
    """Return the times that a match speaks of, in order; none where its words make no time."""
    template = match.template
    groups = []
    for first, last in template.groups:
        symbols = template.symbols[first:last]
        groups.append([pair for pair in zip(symbols, match.values[first:last], strict=True) if pair[0][0] == "{"])
    meanings = _read_groups(template.meaning, template.value, groups, lexicon)
    if meanings is None:
        return []
    places = [(match.start + first, match.start + last - 1) for first, last in template.groups]
    return [
        Expression(
            (elements[a].start, elements[b].end), **{name: getattr(meaning, name) for name in Meaning.__struct_fields__}
        )
        for (a, b), meaning in zip(places, meanings, strict=True)
    ]


def _read_groups(name: str, value: str, groups: list[Holes], lexicon: Lexicon) -> list[Meaning] | None:
    """Read each group by its meaning; in a range the first takes what it lacks from the last."""
    if name == "never":
        return [Meaning(Kind.NOTHING)] * len(groups)
    if name == "named":
        return [_read_named(value)] * len(groups)
    if name == "length" and len(groups) > 1:
        unit = [pair for pair in groups[-1] if pair[0] == "{unit}"]
        groups = [group if any(pair[0] == "{unit}" for pair in group) else group + unit for group in groups]
    read = _MEANINGS.get(name)
    meanings = [read(group, lexicon) for group in groups] if read else [None]
    if any(meaning is None for meaning in meanings):
        return None
    found = [meaning for meaning in meanings if meaning is not None]
    is_halved = any(symbol in ("{half}", "{part}") for symbol, _ in groups[-1])
    return [*(_share(meaning, found[-1], is_halved) for meaning in found[:-1]), _continue(found[0], found[-1])]


def _share(meaning: Meaning, last: Meaning, is_halved: bool) -> Meaning:
    """Give a point the month and year of the last one of its range: 4 to 6 September 2023; 7 to 9 p. m."""
    point, source = meaning.point, last.point
    if point is None or source is None or point.shift or source.shift:
        return meaning
    if point.hour is not None and source.hour is not None:
        if not is_halved:
            return meaning
        return msgspec.structs.replace(meaning, point=_share_half(point, source.hour))
    month, year = point.month, point.year
    if point.day is not None and month is None:
        month = source.month
    if (month is not None or point.quarter is not None) and year is None and source.year is not None:
        year = source.year - (1 if (month or 0) > (source.month or 12) else 0)
    return msgspec.structs.replace(meaning, point=msgspec.structs.replace(point, month=month, year=year))


def _continue(first: Meaning, last: Meaning) -> Meaning:
    """Give the end of a range what its beginning named: 3 in the afternoon to 5, June 4 to 6 (in Korean)."""
    point, source = last.point, first.point
    if last is first or point is None or source is None:
        return last
    if point.day is not None and point.month is None and source.month is not None and point.shift is None:
        return msgspec.structs.replace(last, point=msgspec.structs.replace(point, month=source.month, year=source.year))
    if point.hour is None or source.hour is None:
        return last
    if point.hour < 12 <= source.hour < point.hour + 12:
        return msgspec.structs.replace(last, point=msgspec.structs.replace(point, hour=point.hour + 12))
    return last


def _share_half(point: Point, last: int) -> Point:
    """Put an hour into the half of the day of the hour that it runs to: from 7 to 9 p. m."""
    hour = point.hour or 0
    return msgspec.structs.replace(point, hour=hour + 12) if hour + 12 < last else point


def _read_named(value: str) -> Meaning:
    """Read a value of [times.named]: '-1D', '±1D', '0D TNI', 'last+1D', 'P2W', 'decade 199', 'every P1Y', 'PAST_REF'."""
    if value.startswith("every "):
        return Meaning(Kind.SET, value=value.removeprefix("every "))
    if value.endswith("_REF"):
        return Meaning(Kind.REFERENCE, value=value)
    if value[0] == "P":
        return Meaning(Kind.DURATION, length=_read_period(value), value=value)
    if value.startswith("decade "):
        return Meaning(Kind.DATE, point=Point(decade=int(value.removeprefix("decade "))))
    shift, _, part = value.partition(" T")
    rest = shift.removeprefix("last")
    unit = rest.lstrip("+-±0123456789")
    amount = int(rest.removesuffix(unit).replace("±", "-"))
    point = Point(shift=Shift(amount, unit, from_last=shift != rest, is_either="±" in rest), part=part or None)
    return Meaning(Kind.TIME if part else Kind.DATE, point=point)


def _read_period(value: str) -> Length | None:
    """Read a period of one unit, so that compounds can count with it: two years (one word in Arabic) ago."""
    match = _PERIOD.fullmatch(value)
    if match is None:
        return None
    is_time, amount, unit = match.groups()
    return Length(((None if amount == "X" else int(amount), unit.lower() if is_time and unit == "M" else unit),))


def _as_meaning(point: Point | None) -> Meaning | None:
    if point is None or point == Point():
        return None
    return Meaning(Kind.TIME if point.is_within_day else Kind.DATE, point=point)


def _read_point(holes: Holes, lexicon: Lexicon) -> Meaning | None:
    """Read one point."""
    return _as_meaning(read_fields(holes, lexicon))


def _read_lengths(holes: Holes) -> Length | None:
    """Read amounts and units in order; a unit without an amount is one, a plural without one is several."""
    parts: list[tuple[float | None, str]] = []
    amount: float | None = 1
    for symbol, value in holes:
        if symbol in ("{n}", "{number}", "{several}"):
            amount = value
        elif symbol == "{unit}":
            parts.append((amount, value))
            amount = 1
        elif symbol == "{units}":
            parts.append((None, value))
        elif symbol == "{duration}":
            if value.length is None:
                return None
            parts += value.length.parts
    sizes = ["SmHDWMQYDECE".find(unit) for _, unit in parts]
    is_falling = all(first > second for first, second in zip(sizes, sizes[1:], strict=False))
    return Length(tuple(parts)) if parts and is_falling else None


def _read_length(holes: Holes, lexicon: Lexicon) -> Meaning | None:  # noqa: ARG001
    length = _read_lengths(holes)
    return Meaning(Kind.DURATION, length=length) if length else None


def _read_length_and_half(holes: Holes, lexicon: Lexicon) -> Meaning | None:  # noqa: ARG001
    length = _read_lengths(holes)
    if length is None or length.parts[-1][0] is None:
        return None
    amount, unit = length.parts[-1]
    return Meaning(Kind.DURATION, length=Length((*length.parts[:-1], ((amount or 0) + 0.5, unit))))


def _read_half(holes: Holes, lexicon: Lexicon) -> Meaning | None:  # noqa: ARG001
    units = [value for symbol, value in holes if symbol == "{unit}"]
    if not units:
        return None
    finer: dict[str, tuple[float, str]] = {
        "Y": (6, "M"),
        "H": (30, "m"),
        "DE": (5, "Y"),
        "CE": (50, "Y"),
        "m": (30, "S"),
    }
    return Meaning(Kind.DURATION, length=Length((finer.get(units[0], (0.5, units[0])),)))


def _read_every(holes: Holes, lexicon: Lexicon) -> Meaning | None:  # noqa: ARG001
    """Read a set: of a unit or length its period, of a named time its open form."""
    length = _read_lengths(holes)
    if length is not None:
        return Meaning(Kind.SET, value=length_value(length))
    names = {symbol.strip("{}"): value for symbol, value in holes}
    shapes = {"weekday": "XXXX-WXX-{}", "part": "XXXX-XX-XXT{}", "season": "XXXX-{}", "month": "XXXX-{:02}"}
    for name, shape in shapes.items():
        if name in names:
            day = f"-{names['day']:02}" if name == "month" and "day" in names else ""
            return Meaning(Kind.SET, value=shape.format(names[name]) + day)
    return None


def _read_distance(sign: int, *, from_last: bool = False) -> Callable[[Holes, Lexicon], Meaning | None]:
    """Return the reader of a point that lies a duration away."""

    def read(holes: Holes, lexicon: Lexicon) -> Meaning | None:  # noqa: ARG001
        length = _read_lengths(holes)
        if length is None:
            return None
        amount, unit = length.parts[0]
        if from_last and unit in ("H", "m", "S"):
            return Meaning(Kind.DURATION, length=length)
        if amount is None or unit in ("H", "m", "S"):
            # The hour of publication is not known, nor is what "several" counts.
            return Meaning(Kind.REFERENCE, value="PAST_REF" if sign < 0 else "FUTURE_REF")
        return Meaning(Kind.DATE, point=Point(shift=Shift(sign * amount, unit, from_last=from_last)), length=length)

    return read


def _read_within(holes: Holes, lexicon: Lexicon) -> Meaning | None:
    ahead = _read_distance(1)(holes, lexicon)
    length = _read_lengths(holes)
    if ahead is None or ahead.point is None or length is None:
        return Meaning(Kind.DURATION, length=length) if length else None
    return Meaning(Kind.DURATION, point=ahead.point, length=length)


def _read_ordinal_of(field: str, top: int) -> Callable[[Holes, Lexicon], Meaning | None]:
    """Return the reader of the n-th quarter, half-year or century."""

    def read(holes: Holes, lexicon: Lexicon) -> Meaning | None:
        numbers = [value for symbol, value in holes if symbol in _COUNTS]
        rest = _read_point([pair for pair in holes if pair[0] not in _COUNTS], lexicon)
        if not numbers or numbers[0] is None:
            return None
        number = int(numbers[0])
        number = top + 1 + number if number < 0 and top < 5 else number
        if not 1 <= number <= top:
            return None
        if field == "century" and number < 10 and all(symbol not in _ORDINALS for symbol, _ in holes):
            return None  # "দুই শতক" are two centuries, "উনিশ শতক" is the nineteenth
        value = number - 1 if field == "century" else number
        base = rest.point if rest and rest.point else Point()
        if base.shift is not None and base.shift.unit != "Y":
            return None
        return _as_meaning(merge_points(base, msgspec.structs.replace(Point(), **{field: value})))

    return read


def _read_night_after(holes: Holes, lexicon: Lexicon) -> Meaning | None:
    """Read a time of the night that follows a day: its small hours belong to the day after."""
    meaning = _read_point(holes, lexicon)
    if meaning is None or meaning.point is None or meaning.point.hour is None or meaning.point.hour >= 6:
        return meaning
    return _as_meaning(msgspec.structs.replace(meaning.point, hour=meaning.point.hour + 24))


def _read_fiscal(holes: Holes, lexicon: Lexicon) -> Meaning | None:  # noqa: ARG001
    """Read a fiscal year, named by the year that is given first (TIDES: FY2019)."""
    years = [value for symbol, value in holes if symbol == "{year}"]
    return Meaning(Kind.REFERENCE, value=f"FY{years[0]}") if years else None


def _read_same(holes: Holes, lexicon: Lexicon) -> Meaning | None:  # noqa: ARG001
    """Read a date given in another calendar and in ours; two of one calendar are two times."""
    points = [value.point for symbol, value in holes if symbol == "{date}" and value.point is not None]
    ours = [point for point in points if point.calendar is None]
    return Meaning(Kind.DATE, point=ours[0]) if len(ours) == 1 and len(points) == 2 else None


def _read_past(sign: int) -> Callable[[Holes, Lexicon], Meaning | None]:
    """Return the reader of minutes past or to an hour."""

    def read(holes: Holes, lexicon: Lexicon) -> Meaning | None:
        minutes = next((value for symbol, value in holes if symbol == "{n}"), 15)
        rest = _read_point([pair for pair in holes if pair[0] != "{n}"], lexicon)
        if rest is None or rest.point is None or rest.point.hour is None or minutes is None or not 0 < minutes < 60:
            return None
        hour = rest.point.hour if sign > 0 else rest.point.hour - 1
        minute = int(minutes if sign > 0 else 60 - minutes)
        return _as_meaning(msgspec.structs.replace(rest.point, hour=hour, minute=minute))

    return read


_MEANINGS: dict[str, Callable[[Holes, Lexicon], Meaning | None]] = {
    "point": _read_point,
    "range": _read_point,
    "nth": _read_point,
    "length": _read_length,
    "length_and_half": _read_length_and_half,
    "half": _read_half,
    "every": _read_every,
    "rate": _read_every,
    "before": _read_distance(-1),
    "after": _read_distance(1),
    "earlier": _read_distance(-1, from_last=True),
    "later": _read_distance(1, from_last=True),
    "within": _read_within,
    "quarter": _read_ordinal_of("quarter", 4),
    "half_year": _read_ordinal_of("half", 2),
    "century": _read_ordinal_of("century", 30),
    "night_after": _read_night_after,
    "fiscal": _read_fiscal,
    "same": _read_same,
    "past": _read_past(1),
    "to": _read_past(-1),
}
MEANINGS = frozenset({*_MEANINGS, "named", "never"})
