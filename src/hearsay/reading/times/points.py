"""What words say of a time before it is placed in the calendar: points, lengths and the expressions that hold them."""

from enum import StrEnum

import msgspec

from hearsay.records import Span


class Shift(msgspec.Struct, frozen=True):
    """A distance in units of time from today, or from the day that the text spoke of last."""

    amount: float
    unit: str
    from_last: bool = False
    is_either: bool = False  # back or ahead, as the clause points: Hindi कल is yesterday and tomorrow


class Point(msgspec.Struct, frozen=True):
    """A point in time as the words give it; what they leave out is None."""

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None
    step: int | None = None
    shift: Shift | None = None
    calendar: str | None = None
    ordinal: int | None = None  # with `unit`: the first week of, the last day of
    unit: str | None = None

    @property
    def is_within_day(self) -> bool:
        """Tell whether it says more than the day."""
        return self.part is not None or self.hour is not None


class Length(msgspec.Struct, frozen=True):
    """A stretch of time, as amounts of units; an amount of None is several."""

    parts: tuple[tuple[float | None, str], ...]


class Kind(StrEnum):
    """What an expression is; the value names the hole of compounds that it fills."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    REFERENCE = "reference"
    NOTHING = "nothing"


class Expression(msgspec.Struct, frozen=True):
    """A stretch of text with what it says of time; sets and references hold their value as it is."""

    span: Span
    kind: Kind
    point: Point | None = None
    length: Length | None = None
    value: str = ""


_FIELDS = Point.__struct_fields__


def filled(point: Point) -> dict[str, object]:
    """Return the fields that the words gave."""
    return {name: value for name in _FIELDS if (value := getattr(point, name)) is not None}


def merge_points(first: Point, second: Point) -> Point | None:
    """Return what two neighbouring words say together, or None where they speak of two times."""
    ours, theirs = filled(first), filled(second)
    if any(ours[name] != theirs[name] for name in ours.keys() & theirs.keys()):
        return None
    merged = ours | theirs
    is_odd = "shift" in merged and not merged.keys().isdisjoint(_unshifted(merged))
    return None if is_odd else Point(**merged)  # type: ignore[arg-type]


def _unshifted(merged: dict[str, object]) -> tuple[str, ...]:
    """Return the fields that a shifted point cannot have: 'last month' has no year, 'yesterday' no month."""
    shift = merged["shift"]
    assert isinstance(shift, Shift)
    coarse = ("century", "decade", "year", "step")
    if shift.unit in ("Y", "DE", "CE"):
        return coarse
    if shift.unit == "M":
        return (*coarse, "month", "season", "quarter", "half")
    return (*coarse, "month", "season", "quarter", "half", "day") + (() if shift.unit in ("W", "D") else ("weekday",))
