"""Times: what a report says of when, as TIMEX3 (ISO-TimeML), placed by the day of publication.

The words are the pack's and CLDR's (packs/), the grammar of dates is here: windows around triggers, elements, a cascade
of templates, meanings, and values in the calendar.
"""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from hearsay.reading.times.elements import find_windows, split_elements
from hearsay.reading.times.lexicon import Lexicon, load_lexicon
from hearsay.reading.times.meanings import read_match
from hearsay.reading.times.points import Expression, Kind, Point
from hearsay.reading.times.templates import Element, Match, Node, find_matches
from hearsay.reading.times.tense import find_direction
from hearsay.reading.times.values import Setting, length_value, point_value
from hearsay.records import Time, TimeType

_ROUNDS = 3  # how deep compounds nest: the end of | the first quarter of | last year
_TYPES = {Kind.DATE: TimeType.DATE, Kind.TIME: TimeType.TIME, Kind.DURATION: TimeType.DURATION, Kind.SET: TimeType.SET}
_SPOKEN = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T|$)")  # values that later words can refer to
_NEAR = 300  # characters over which a time of day still belongs to the day named before
_STOP = re.compile(r"(?<=\w{3})[.!?।](?=\s)")  # nor may it stand farther off than in the sentence before
_ENTRY = re.compile(
    r"[.;!?]\s+(?:[^\s:]+\s+){0,6}[^\s:]+:\s"
)  # a label opens an entry of a list: "Ladbruck: Lesung, 20 Uhr"


class Ground(msgspec.Struct, frozen=True):
    """What a time is resolved against: the text, its words, the day of publication, and what was spoken of so far."""

    text: str
    lexicon: Lexicon
    today: date | None
    spoken: list[tuple[int, str]]  # where it ended, and its value


def find_times(text: str, *, language: str, published: str | None = None) -> tuple[Time, ...]:
    """Find the times of a text, ordered and disjoint, with values relative to the day of publication if it is known.

    >>> find_times("He spoke last month.", language="en", published="2023-09-05")[0].value
    '2023-08'
    """
    ground = Ground(text, load_lexicon(language), _read_day(published), [])
    times: list[Time] = []
    for expression in _find_expressions(text, ground.lexicon):
        time = _resolve(expression, ground)
        if time is None:
            continue
        times.append(time)
        is_point = time.type in (TimeType.DATE, TimeType.TIME) and _tells_day(expression)
        if is_point and (match := _SPOKEN.match(time.value)):
            ground.spoken.append((time.span[1], match[1]))
    return tuple(times)


def _tells_day(expression: Expression) -> bool:
    """Tell whether an expression says by itself what day or longer time it is in: "at eight" leans on another one."""
    point = expression.point
    if point is None or not point.is_within_day:
        return True
    return msgspec.structs.replace(point, part=None, hour=None, minute=None, zone=None) != Point()


def _read_day(published: str | None) -> date | None:
    """Return the day of publication; one that is less precise, or none at all, leaves the values open."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _find_expressions(text: str, lexicon: Lexicon) -> Iterator[Expression]:
    """Yield the expressions of a text in order."""
    for window in find_windows(text, lexicon):
        elements, changed = _apply(split_elements(text, window, lexicon), lexicon.phrases, lexicon)
        for _ in range(_ROUNDS):
            if not changed:
                break
            elements, changed = _apply(elements, lexicon.compounds, lexicon)
        yield from (expression for element in elements if (expression := element.symbols.get("expression")))


def _apply(elements: list[Element], tree: Node, lexicon: Lexicon) -> tuple[list[Element], bool]:
    """Put each accepted match's times in the place of its elements; tell whether there was one."""
    found: dict[int, tuple[int, Element]] = {}
    taken: set[int] = set()
    for match in find_matches(elements, tree):
        first, last = match.bounds
        if not taken.isdisjoint(range(first, last)) or _is_doubtful(match, elements):
            continue
        expressions = read_match(match, elements, lexicon)
        if not expressions:
            continue
        taken.update(range(first, last))
        for (start, end), expression in zip(match.template.groups, expressions, strict=True):
            found[match.start + start] = (match.start + end, _as_element(expression))
    return (_replace(elements, found), True) if found else (elements, False)


def _is_doubtful(match: Match, elements: list[Element]) -> bool:
    """Tell whether a match rests on one word alone that may be no time at all."""
    return len(match.template.symbols) == 1 and elements[match.start].doubtful


def _as_element(expression: Expression) -> Element:
    """Make an element that compounds can take up."""
    symbols = {"expression": expression} if expression.kind != Kind.NOTHING else {}
    if expression.kind in (Kind.DATE, Kind.TIME, Kind.DURATION):
        symbols["{" + expression.kind + "}"] = expression
    return Element(*expression.span, symbols)


def _replace(elements: list[Element], found: dict[int, tuple[int, Element]]) -> list[Element]:
    """Return the elements with those of each match replaced."""
    replaced: list[Element] = []
    index = 0
    while index < len(elements):
        end, element = found.get(index, (index + 1, elements[index]))
        replaced.append(element)
        index = end
    return replaced


def _resolve(expression: Expression, ground: Ground) -> Time | None:
    """Place an expression in the calendar; None where there is no such time."""
    direction = 0
    if expression.point is not None and _needs_direction(expression):
        direction = find_direction(ground.text, expression.span, ground.lexicon.language.code)
    if expression.kind == Kind.DURATION and (expression.point is None or direction <= 0):
        value = length_value(expression.length) if expression.length else expression.value
        return Time(expression.span, TimeType.DURATION, value)
    if expression.point is None:
        return Time(expression.span, _TYPES.get(expression.kind, TimeType.DATE), expression.value)
    resolved = point_value(expression.point, Setting(ground.today, _anchor(expression, ground), direction))
    kind = TimeType.TIME if expression.point.is_within_day else TimeType.DATE
    return Time(expression.span, kind, resolved) if resolved else None


def _needs_direction(expression: Expression) -> bool:
    """Tell whether it depends on the clause which time a point means."""
    point = expression.point
    if expression.kind == Kind.DURATION:
        return True
    if point is None or point.shift is not None:
        return point is not None and point.shift is not None and point.shift.is_either
    return point.year is None and point.step is None


def _anchor(expression: Expression, ground: Ground) -> str | None:
    """Return what was spoken of last: for a time of day the day named in the same paragraph shortly before."""
    if not ground.spoken or expression.point is None:
        return None
    start = expression.span[0]
    if expression.point.shift is not None and expression.point.shift.from_last:
        needed = {"Y": 4, "M": 7}.get(expression.point.shift.unit, 10)
        return next((value for _, value in reversed(ground.spoken) if len(value) >= needed), None)
    days = [(end, value) for end, value in ground.spoken[-3:] if len(value) == 10 and start - end < _NEAR]
    between = ground.text[days[-1][0] : start] if days else "\n\n"
    is_apart = "\n\n" in between or len(_STOP.findall(between)) > 1 or _ENTRY.search(between) is not None
    return None if is_apart else days[-1][1]
