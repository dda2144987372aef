"""The words and templates of times of one language, compiled once from the pack's [times] and its CLDR table."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from hearsay.packs.cldr import CalendarTable, calendar_table_of
from hearsay.packs.loading import code_of, load_pack_source
from hearsay.packs.schema import Language, TimeWords
from hearsay.reading.times.templates import Node, Template, grow_tree, parse_template
from hearsay.text.folding import fold_word
from hearsay.text.words import letter_class

# Holes whose words can start a time; a template without one of them needs a trigger among its own words.
_TRIGGERS = frozenset(
    {"{era}", "{month}", "{weekday}", "{unit}", "{units}", "{season}", "{part}", "{half}", "{instant}"}
)
# Holes that the digit pattern finds.
_DIGIT_HOLES = frozenset({"{year}", "{cased}", "{clock}", "{numeric}", "{short}", "{decade}", "{dotted}", "{military}"})
_NUMBERS = r"\d{1,4}([-/.])\d{1,2}\%d\d{1,4}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?Z?)?|\d{1,2}:\d{2}(?::\d{2})?"
_PLAIN_NUMBERS = r"\d{1,3}(?:,\d{2,3})+(?!\d)|\d+\.\d+(?![.\d])|\d+"
_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)|\d[:/.]\d|\d0s\b|['’]\d\d\b|\d-\d\d?-\d")
_SHORT = "short"


class Senses(msgspec.Struct, frozen=True):
    """What a word can be: symbols with values; doubtful alone; short for a name, with a dot or without."""

    symbols: dict[str, Any]
    doubtful: bool = False
    is_short: bool = False

    @property
    def is_named(self) -> bool:
        """Tell whether it is more than a word of a template."""
        return any(symbol[0] in "{<" for symbol in self.symbols)


class Lexicon(msgspec.Struct, frozen=True, dict=True):
    """Everything that finding times in one language needs."""

    language: Language
    words: TimeWords
    order: str
    table: dict[str, Senses]
    endings: tuple[str, ...]
    phrases: Node
    compounds: Node
    triggers: Any  # an AhoCorasick; the library has no types
    digits: re.Pattern[str]
    pattern: re.Pattern[str]
    capitals: frozenset[str]
    capital_words: frozenset[str]  # doubtful words that are no times at all without a capital letter
    is_spaced: bool
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    known: dict[str, Senses]

    @property
    def goes_on(self) -> bool:
        """Tell whether letters can follow a word of a time without a space: case endings, other words."""
        return bool(self.endings or self.suffixes)

    def cut_prefix(self, word: str) -> int:
        """Count the letters before a word of a time that is written in one with them; none if it is no such word."""
        return next(
            (len(cut) for cut in self.prefixes if word.startswith(cut) and self.senses(word[len(cut) :]).symbols), 0
        )

    def cut_suffix(self, word: str) -> int:
        """Count the letters of a word that is written in one with a name of a time before it; none if there is none."""
        return next(
            (len(cut) for cut in self.suffixes if word.endswith(cut) and self.senses(word[: -len(cut)]).is_named), 0
        )

    def senses(self, word: str) -> Senses:
        """Return what a word in lower case can be, with a case ending or without."""
        found = self.known.get(word)
        if found is None:
            found = self._look_up(word)
            if len(self.known) < 50_000:  # a bound, so that memory does not grow with the reports
                self.known[word] = found
        return found

    def _look_up(self, word: str) -> Senses:
        exact = self.table.get(word)
        if exact is not None and exact.is_named:
            return exact
        stems = [self.table.get(word[: -len(ending)]) for ending in self.endings if word.endswith(ending)]
        found = [stem for stem in stems if stem is not None and not stem.is_short and not stem.doubtful]
        # A name of a time before a mere word of a template: "মাসের" is of মাস, not of মাসে.
        stem = next((stem for stem in found if stem.is_named), found[0] if found else None)
        if stem is None:
            return exact or Senses({})
        return Senses({**stem.symbols, **exact.symbols}) if exact else stem


@cache
def load_lexicon(language: str) -> Lexicon:
    """Compile the lexicon of a language."""
    pack = load_pack_source(language)
    # Whatever is asked with the lexicon's code later must find the same pack, a draft in a file too.
    named = msgspec.structs.replace(pack.language, code=language)
    return compile_lexicon(named, pack.times, calendar_table_of(code_of(language)))


def compile_lexicon(language: Language, words: TimeWords, calendar: CalendarTable) -> Lexicon:
    """Compile words and templates into tables, trees and triggers."""
    phrases, compounds = parse_phrases(words, calendar), parse_compounds(words, calendar)
    table = _compile_table(language, words, calendar, [*phrases, *compounds])
    is_spaced = language.script not in ("Hans", "Hant", "Hani", "Jpan", "Thai")
    endings = {fold_word(ending) for row in language.cases.values() for ending in row.split()}
    capitals = frozenset("{" + name + "}" for name in words.capitals.split())
    prefixes, suffixes = (
        tuple(sorted(_fold_all(row), key=lambda cut: (-len(cut), cut))) for row in (words.prefixes, words.suffixes)
    )
    return Lexicon(
        language=language,
        words=words,
        order=words.order or calendar.order,
        table=table,
        # The shortest first, so that the longest stem wins: দশকে is "in the decade", not "to ten".
        endings=tuple(sorted(endings, key=lambda ending: (len(ending), ending))),
        phrases=grow_tree(phrases),
        compounds=grow_tree(compounds),
        triggers=AhoCorasick(sorted(_find_triggers(table, phrases, words)), matchkind=MatchKind.LeftmostLongest),
        digits=_DIGITS,
        pattern=_element_pattern(table, prefixes, is_spaced=is_spaced),
        capitals=capitals,
        capital_words=frozenset(
            word for word, senses in table.items() if senses.doubtful and _TRIGGERS & senses.symbols.keys() <= capitals
        ),
        is_spaced=is_spaced,
        prefixes=prefixes,
        suffixes=suffixes,
        known={},
    )


def parse_phrases(words: TimeWords, calendar: CalendarTable) -> list[Template]:
    """Parse the templates over words: what is never a time, then the pack's own, then CLDR's."""
    rows = [("never", "", text) for text in words.never]
    rows += [("named", value, text) for value, texts in words.named.items() for text in texts]
    rows += [(meaning, "", text) for meaning, texts in words.phrases.items() for text in texts]
    without = _fold_all(words.without)
    rows += [
        ("named", shift, text)
        for shift, texts in calendar.shifts.items()
        for text in texts
        if without.isdisjoint(text.split())
    ]
    return [template for row in enumerate(rows) for template in _parse_row(*row)]


def parse_compounds(words: TimeWords, calendar: CalendarTable) -> list[Template]:
    """Parse the templates over times found before."""
    rows = [(meaning, "", text) for meaning, texts in words.compounds.items() for text in texts]
    own = [template for row in enumerate(rows) for template in _parse_row(*row)]
    generated = [("before", "", text) for text in calendar.before] + [("after", "", text) for text in calendar.after]
    # What the pack says of the same words comes first: "in three days" can be a duration too.
    known = {template.symbols for template in own}
    more = [template for row in enumerate(generated, start=len(rows)) for template in _parse_row(*row)]
    return own + [template for template in more if template.symbols not in known]


def _parse_row(rank: int, row: tuple[str, str, str]) -> list[Template]:
    meaning, value, text = row
    return parse_template(fold_word(text), meaning=meaning, value=value, rank=rank)


def _fold_all(words: str) -> set[str]:
    return {fold_word(word) for word in words.split()}


def _name_rows(words: TimeWords, calendar: CalendarTable) -> Iterator[tuple[str, Any, Iterable[str], str]]:
    """Yield names of months, weekdays and units: hole, value, words, and 'short' for abbreviations."""
    for hole, tables in (
        ("{month}", ((calendar.months, ""), (calendar.months_short, _SHORT), (words.months, ""))),
        ("{weekday}", ((calendar.weekdays, ""), (calendar.weekdays_short, _SHORT), (words.weekdays, ""))),
    ):
        for names, kind in tables:
            for key, row in names.items():
                yield hole, int(key), _split_names(row), kind
    for units in (calendar.units, words.units):
        for unit, forms in units.items():
            yield "{unit}", unit, _split_names(forms), ""
    for name, months in words.calendars.items():
        for key, row in months.items():
            yield "{" + name + "}", int(key), _split_names(row), ""


def _split_names(row: str | list[str]) -> list[str]:
    """Return the names in a row of the pack, where an underscore joins words, or of CLDR."""
    return [name.replace("_", " ") for name in row.split()] if isinstance(row, str) else row


def _word_rows(words: TimeWords) -> Iterator[tuple[str, Any, str]]:
    """Yield the pack's other words: hole, value, words."""
    tables: tuple[tuple[str, dict[str, str], Any], ...] = (
        ("{units}", words.plurals, str),
        ("{step}", words.steps, int),
        ("{era}", words.eras, int),
        ("{part}", words.parts, str),
        ("{half}", words.halves, str),
        ("{zone}", words.zones, str),
        ("{season}", words.seasons, str),
        ("{ordinal}", words.ordinals, int),
        ("{n}", words.numbers, _number),
        ("{multiplier}", words.multipliers, _number),
        ("{addition}", words.additions, float),
    )
    for hole, table, read in tables:
        for key, row in table.items():
            yield hole, read(key), row
    for clock, row in words.clocks.items():
        hour, minute = clock.split(":")
        yield "{instant}", (int(hour), int(minute)), row
    yield "{n}", None, words.several
    yield "{several}", None, words.several
    yield "{edge}", None, words.edges
    yield "{first_year}", 1, words.first_year
    yield "<ordinal_ending>", None, words.ordinal_endings
    for name, row in words.classes.items():
        yield f"<{name}>", None, row


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


def _compile_table(
    language: Language, words: TimeWords, calendar: CalendarTable, templates: list[Template]
) -> dict[str, Senses]:
    """Gather what each word can be from names, word tables, classes and the words of templates."""
    symbols: dict[str, dict[str, Any]] = {}
    short: set[str] = set()
    without = _fold_all(words.without)
    for hole, value, names, kind in _name_rows(words, calendar):
        for word in {fold_word(name) for name in names} - without:
            symbols.setdefault(word, {})[hole] = value
            short |= {word} if kind == _SHORT else set()
    for hole, value, row in _word_rows(words):
        for word in _split_names(row):
            symbols.setdefault(fold_word(word), {})[hole] = value
    for ending in (fold_word(ending) for row in language.cases.values() for ending in row.split()):
        symbols.setdefault(ending, {})["<case>"] = None
    for word in {symbol for template in templates for symbol in template.symbols if symbol[0] not in "{<"}:
        symbols.setdefault(word, {})[word] = None
    doubtful = _fold_all(words.doubtful) | short
    return {
        word: Senses(_complete(entry), doubtful=word in doubtful, is_short=word in short)
        for word, entry in symbols.items()
    }


def _complete(entry: dict[str, Any]) -> dict[str, Any]:
    """Add what a number word can count."""
    value = entry.get("{n}", entry.get("{ordinal}"))
    if value is not None:
        entry["{word}"] = None
        for symbol, top in (("{day}", 31), ("{hour}", 24), ("{number}", 12), ("{minute}", 59)):
            if 0 < value <= top:
                entry[symbol] = value
        if value in range(20, 100, 10):
            entry["{decade}"] = value
    return entry


def _find_triggers(table: dict[str, Senses], phrases: list[Template], words: TimeWords) -> set[str]:
    """Return the words that tell a time: names of times, and the longest word of a template without them."""
    holes = _TRIGGERS | {"{" + name + "}" for name in words.calendars}
    triggers = {word for word, senses in table.items() if not holes.isdisjoint(senses.symbols)}
    named = {symbol for word in triggers for symbol in table[word].symbols if symbol[0] == "<"}
    for template in phrases:
        symbols = frozenset(template.symbols)
        is_told = not symbols.isdisjoint(holes | triggers | named | _DIGIT_HOLES)
        if template.meaning == "never" or is_told:
            continue
        literals = [symbol for symbol in template.symbols if symbol[0] not in "{<"]
        classes = [symbol for symbol in template.symbols if symbol[0] == "<"]
        if literals:
            triggers.add(max(literals, key=len))
        elif classes:
            triggers |= {word for word, senses in table.items() if classes[0] in senses.symbols}
    return triggers


def _element_pattern(table: dict[str, Senses], prefixes: tuple[str, ...], *, is_spaced: bool) -> re.Pattern[str]:
    """Return the pattern of one element: names of several words, numbers, words with dots (p.m.), words, marks."""
    joined = (word for word, senses in table.items() if {" ", "-", "'"} & set(word) and senses.is_named)
    phrases = sorted(joined, key=len, reverse=True)
    dotted = sorted((word for word in table if "." in word and len(word) > 1), key=len, reverse=True)
    numbers = (_NUMBERS % 1) + "|" + _PLAIN_NUMBERS
    parts = [numbers]
    if phrases:
        spelt = (re.escape(phrase).replace("'", "['’]") for phrase in phrases)
        cut = f"(?:{'|'.join(map(re.escape, prefixes))})?" if prefixes else ""
        parts.insert(0, r"(?<!\w)" + cut + "(?i:" + "|".join(spelt) + r")(?!\w)")
    if dotted:
        parts.append("(?<![a-z])(?i:" + "|".join(map(re.escape, dotted)) + ")")
    if is_spaced:
        parts.append(f"(?:(?!\\d)[{letter_class()}])+")
    else:
        words = sorted((word for word in table if len(word) > 0), key=len, reverse=True)
        parts.append("(?i:" + "|".join(map(re.escape, words)) + ")")
    return re.compile("|".join([*parts, r"\S"]))
