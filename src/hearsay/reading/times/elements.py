"""Windows of text around what can start a time, and their elements: words, numbers and marks with what they can be.

Only windows are looked at closely; one Aho-Corasick pass and one digit pattern over the whole text find them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from hearsay.reading.times.lexicon import Lexicon
from hearsay.reading.times.templates import Element
from hearsay.records import Span

_REACH = 40  # characters on each side of a trigger; longer expressions have more than one
_LONGEST_NUMBER = 12  # no count of days or years has more digits
_NUMERIC = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?Z?)?$")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?$")
_ROMAN = re.compile(r"(X{0,2})(IX|IV|V?I{0,3})[a-zè]{0,3}")
_ROMAN_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_CYRILLIC_FIGURES = str.maketrans("ХІ", "XI")
_CURRENCY = frozenset("$€£¥₹৳₩₽#№")


def find_windows(text: str, lexicon: Lexicon) -> list[Span]:
    """Find the stretches of the text in which there can be a time, ordered and disjoint."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
    places = list(_find_triggers(text, low, lexicon))
    places += [match.span() for match in lexicon.digits.finditer(text)]
    windows: list[list[int]] = []
    for start, end in sorted(places):
        first, last = _widen(text, start, end)
        if windows and first <= windows[-1][1]:
            windows[-1][1] = max(last, windows[-1][1])
        else:
            windows.append([first, last])
    return [(first, last) for first, last in windows]


def _find_triggers(text: str, low: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the trigger words that stand as words, their endings aside; "may" and "march" need their capital."""
    size = len(low)
    for _, start, end in lexicon.triggers.find_matches_as_indexes(low):
        if lexicon.is_spaced and (
            _begins_inside(low, start, lexicon) or not lexicon.goes_on and end < size and low[end].isalpha()
        ):
            continue
        if low[start:end] in lexicon.capital_words and text[start] == low[start]:
            continue
        yield start, end


def _begins_inside(low: str, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a place is inside a word, behind more letters than a prefix has."""
    if not start or not low[start - 1].isalpha():
        return False
    return not any(
        low.endswith(prefix, 0, start) and not low[max(start - len(prefix) - 1, 0) : start - len(prefix)].isalpha()
        for prefix in lexicon.prefixes
    )


def _widen(text: str, start: int, end: int) -> Span:
    """Widen a place by the reach to whole words within its line."""
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    last = min(line_end, end + _REACH)
    if first and text[first - 1] != "\n":
        first = max(text.find(" ", first, start), first)
    if last < line_end:
        space = text.rfind(" ", end, last)
        last = space if space > 0 else last
    return first, last


def split_elements(text: str, window: Span, lexicon: Lexicon) -> list[Element]:
    """Split a window into elements; numbers written in several words become one."""
    start, end = window
    raw: list[Element] = []
    for match in lexicon.pattern.finditer(text, start, end):
        is_taken = bool(raw) and match.start() < raw[-1].end  # the dot of an abbreviation
        if not is_taken:
            raw += _read_elements(text, match, lexicon)
    elements = _join_numbers(raw)
    if end == len(text) or text[end] == "\n":
        elements.append(Element(end, end, {"{end}": None}))
    return elements


def _read_elements(text: str, match: re.Match[str], lexicon: Lexicon) -> list[Element]:
    """Read one word, number or mark, or two words that are written in one."""
    start, end = match.span()
    word = match[0]
    if word[0].isdecimal():
        return [_read_digits(text, start, end, lexicon)]
    if word[0] in "-‑" and start and text[start - 1].isalnum() and not _joins_digits(text, start, end):
        return []  # a hyphen inside a word: "50-year", "১৯৯০-এর"
    if lexicon.suffixes and word.lower() not in lexicon.table and (cut := lexicon.cut_suffix(word.lower())):
        return [_read_word(text, start, end - cut, lexicon), _read_word(text, end - cut, end, lexicon)]
    return [_read_word(text, start, end, lexicon)]


def _joins_digits(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen stands between two numbers, as in a range."""
    return text[start - 1].isdigit() and end < len(text) and text[end].isdigit()


def _read_word(text: str, start: int, end: int, lexicon: Lexicon) -> Element:
    """Read a word or mark: what the lexicon says of it, and whether it is written like a name."""
    word = text[start:end]
    senses = lexicon.senses(word.lower().replace("’", "'") if len(word) > 1 else word.lower())
    if word == "’" and not senses.symbols:
        senses = lexicon.senses("'")
    if not senses.symbols and lexicon.prefixes and (cut := lexicon.cut_prefix(word)):
        return _read_word(text, start + cut, end, lexicon)
    is_capital = word[0].isupper()
    symbols = senses.symbols
    if senses.doubtful and not is_capital:
        symbols = {symbol: value for symbol, value in symbols.items() if symbol not in lexicon.capitals}
    if is_capital:
        symbols = {**symbols, "{name}": word, **roman_symbols(word)}
    if senses.is_short and text[end : end + 1] == ".":
        end += 1
    return Element(start, end, symbols, doubtful=senses.doubtful)


def _read_digits(text: str, start: int, end: int, lexicon: Lexicon) -> Element:
    """Read a number in digits, a numeric date or a time on the clock."""
    word = text[start:end]
    if match := _CLOCK.match(word):
        return Element(start, end, {"{clock}": (int(match[1]), int(match[2]))})
    if _NUMERIC.match(word):
        return Element(start, end, {"{numeric}": word})
    before, after = text[start - 1 : start], text[end : end + 1]
    symbols = number_symbols(word)
    if lexicon.words.common_era and len(word) == 4 and "{year}" not in symbols and "{n}" in symbols:
        year = symbols["{n}"] + lexicon.words.common_era
        symbols |= {"{year}": year} if 0 < year < 2200 else {}
    if before in _CURRENCY and before or after == "%" or before.isalpha() and lexicon.is_spaced:
        symbols = {"{n}": symbols["{n}"]} if symbols else {}
    return Element(start, end, symbols)


def number_symbols(word: str) -> dict[str, Any]:
    """Return what a number in digits can be.

    >>> sorted(number_symbols("2023"))
    ['2023', '{decade}', '{military}', '{n}', '{year}']
    """
    if len(word) > _LONGEST_NUMBER:
        return {}
    if not word.isdecimal():
        digits = word.replace(",", "")
        number = float(digits) if "." in digits else int(digits)
        return {"{n}": number, **({"{dotted}": word} if re.fullmatch(r"\d{1,2}\.\d{2}", word) else {})}
    value, size = int(word), len(word)
    symbols: dict[str, Any] = {str(value): value, "{n}": value, **count_symbols(value)}
    if size == 4:
        if 1000 <= value <= 2199:
            symbols |= {"{year}": value, "{decade}": value} | ({} if value % 100 else {"{hundreds}": value})
        if value < 2400 and value % 100 < 60:
            symbols["{military}"] = divmod(value, 100)
    elif size == 2:
        symbols |= {"{short}": value, "{decade}": value}
        if value < 60:
            symbols["{minute}"] = value
    return symbols


def roman_symbols(word: str) -> dict[str, Any]:
    """Return the number of a century in Roman figures, in Cyrillic letters too, with an ordinal ending or without.

    >>> roman_symbols("XIX"), roman_symbols("XVIIIe"), roman_symbols("Mix")
    ({'{roman}': 19}, {'{roman}': 18}, {})
    """
    match = _ROMAN.fullmatch(word.translate(_CYRILLIC_FIGURES))
    if match is None:
        return {}
    tens, units = match.groups()
    number = 10 * len(tens) + _ROMAN_UNITS.index(units)
    return {"{roman}": number} if number else {}


def count_symbols(value: float) -> dict[str, Any]:
    """Return what a small number can count: days, months, hours."""
    tops = (("{day}", 31), ("{hour}", 24), ("{number}", 12)) if value == int(value) else (("{hour}", 24),)
    return {symbol: value for symbol, top in tops if 0 < value <= top}


def _join_numbers(elements: Sequence[Element]) -> list[Element]:
    """Join the words of a number ("two hundred and five", "সাড়ে ৩ হাজার") and its ordinal ending."""
    joined: list[Element] = []
    for element in elements:
        previous = joined[-1] if joined else None
        combined = _combine(previous, element) if previous and element.start - previous.end <= 1 else None
        if combined is None:
            joined.append(element)
        else:
            joined[-1] = combined
    return joined


def _combine(first: Element, second: Element) -> Element | None:
    """Return two neighbours as one number, or None where they are two things."""
    ours, theirs = first.symbols, second.symbols
    if first.end == second.start and "{n}" in ours and "<ordinal_ending>" in theirs:
        # Digits made ordinal: the fourth, not four.
        symbols = {
            symbol: value for symbol, value in ours.items() if symbol in ("{day}", "{decade}", "{number}", "{year}")
        }
        return Element(first.start, second.end, symbols | {"{ordinal}": ours["{n}"]})
    if "{era}" in ours:
        return _count_from_era(first, second)
    if "{year}" in ours and "<case>" in theirs:
        return Element(first.start, second.end, ours | {"{cased}": ours["{year}"]})
    value = _add(ours, theirs)
    if value is None:
        return None
    key = "{ordinal}" if "{ordinal}" in theirs and "{n}" not in theirs else "{n}"
    symbols = {key: value, **count_symbols(value)}
    if key == "{n}" and "{word}" in ours and 1000 < value < 2200:
        symbols["{year}"] = value
    return Element(first.start, second.end, symbols | {"{word}": None})


def _count_from_era(first: Element, second: Element) -> Element | None:
    """Return the year that is counted from an era: 民國112, 令和元, พ.ศ. 2566."""
    count = second.symbols.get("{first_year}", second.symbols.get("{n}"))
    year = (count or 0) + first.symbols["{era}"]
    if not isinstance(count, int) or not 0 < year < 2200:
        return None
    return Element(first.start, second.end, {"{year}": year, "{era_year}": year})


def _add(ours: dict[str, Any], theirs: dict[str, Any]) -> float | None:
    """Return the number that two neighbouring number words make, or None."""
    left, right = ours.get("{n}"), theirs.get("{n}", theirs.get("{ordinal}"))
    if "{addition}" in ours and right is not None:
        return float(right + ours["{addition}"])
    if left is None:
        return None
    if "{multiplier}" in theirs:
        return int(left * theirs["{multiplier}"])
    if right is None or "{word}" not in ours or "{word}" not in theirs:
        return None
    is_fitting = left >= 20 and left % 10 == 0 and 0 < right < (100 if left % 100 == 0 else 10)
    return int(left + right) if is_fitting else None
