"""Whether a pack is well written, before anything is read with it: letters, doubles, classes, holes, examples.

What only reading can tell (whether an example fires) is checked in reading/checker.py, which packs may not import.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from hearsay.errors import PackError
from hearsay.packs.compiler import Element, ElementKind, expand_row, parse_pattern
from hearsay.packs.schema import PackSource, Pattern, WordClass
from hearsay.records import Record
from hearsay.text.folding import fold_word

HOLES = frozenset({"who", "via", "whom", "what"})
# What a hole can be narrowed to, beside the names of the language's cases.
SOURCE_DETAILS = frozenset(
    {"subject", "carried", "dropped", "label", "speaker", "possessive", "any", "known", "account", "bare"}
)
CONTENT_DETAILS = frozenset({"quote", "clause", "finite", "phrase", "quoted"})
# Slots that every language has: what a form is at its place, whatever the row calls it.
COMMON_SLOTS = frozenset({"noun", "finite", "participle", "infinitive", "ing"})
# Fewer sentences in which nothing may fire show little.
FEWEST_SILENT = 10


class Problem(Record, frozen=True):
    """What is wrong with a pack, and where: a section, a class, the id of a pattern."""

    where: str
    message: str


def find_problems(text: str, source: PackSource) -> Iterator[Problem]:
    """Find what is wrong with a pack as it is written."""
    yield from _check_letters(text)
    yield from _check_lists(source)
    yield from _check_classes(source)
    yield from _check_patterns(source)
    if len(source.silent) < FEWEST_SILENT:
        yield Problem("silent", f"{len(source.silent)} sentences are too few to trust; write {FEWEST_SILENT} or more")


def _check_letters(text: str) -> Iterator[Problem]:
    """Check that the file is NFC (Unicode Annex 15), as what is compared with it will be."""
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield Problem(
                f"line {number}", "is not NFC; save it so that letters and their marks are composed as Unicode asks"
            )


def _check_lists(source: PackSource) -> Iterator[Problem]:
    """Check every list of words: no empty or untrimmed entry, no doubles."""
    for where, entries in list_words(source):
        for entry in entries:
            if entry != " ".join(entry.split()) or not entry:
                yield Problem(where, f"'{entry}' has spaces too many, or nothing in it")
        # A template of times is compared as it stands there: it may tell ' from ’.
        yield from _check_doubles(where, entries if where.startswith("[times]") else map(fold_word, entries))


def _check_doubles(where: str, entries: Iterable[str]) -> Iterator[Problem]:
    """Check that no entry stands twice."""
    for entry, count in Counter(entries).items():
        if count > 1:
            yield Problem(where, f"'{entry}' stands there {count} times, once folded; keep one")


def list_words(source: PackSource) -> Iterator[tuple[str, list[str]]]:
    """List the lists of words of a pack with the place where each stands."""
    language = source.language
    yield "[language] abbreviations", language.abbreviations.split()
    for table, lists in (("cases", language.cases), ("paradigms", language.paradigms)):
        yield from ((f"[language.{table}] {name}", words.split()) for name, words in lists.items())
    for section in ("words", "sources", "names", "zones", "times"):
        yield from _lists_of(section, getattr(source, section))
    yield "silent", source.silent


def _lists_of(name: str, section: msgspec.Struct) -> Iterator[tuple[str, list[str]]]:
    """List the lists of one section: words between spaces, lists of phrases, tables of either."""
    for field in msgspec.structs.fields(section):
        value = getattr(section, field.name)
        tables = value.items() if isinstance(value, dict) else [("", value)]
        for key, words in tables:
            where = f"[{name}] {field.encode_name}" + (f" {key}" if key else "")
            if isinstance(words, str):
                yield where, words.split()
            elif isinstance(words, list):
                yield where, words


def _check_classes(source: PackSource) -> Iterator[Problem]:
    """Check that classes have names of their own, rows that can be written out, and share no form in silence."""
    yield from _check_doubles("class names", (word_class.name for word_class in source.classes))
    holders: dict[tuple[str, bool], str] = {}
    for word_class in source.classes:
        where = f"class {word_class.name}"
        written: dict[str, set[str]] = {}
        for row in word_class.words:
            try:
                written[row] = set(map(fold_word, expand_row(row, source))) - {"-"}
            except PackError as error:
                yield Problem(where, str(error))
        yield from _check_doubles(where, (form for forms in written.values() for form in forms))
        yield from (Problem(where, message) for message in _unsaid(word_class, written, holders))
        for form in set().union(*written.values()):
            holders.setdefault((form, word_class.noun), word_class.name)


def _unsaid(word_class: WordClass, written: dict[str, set[str]], holders: dict[tuple[str, bool], str]) -> Iterator[str]:
    """Say which rows have forms of a class above, though the class does not say that it shares them."""
    shared = set(map(fold_word, word_class.shares.split()))
    for forms in written.values():
        held = sorted(form for form in forms if (form, word_class.noun) in holders)
        if held and not shared & forms:
            holder = holders[held[0], word_class.noun]
            yield f"'{held[0]}' is in class {holder} too; take it out of one, or name it in 'shares'"


def _check_patterns(source: PackSource) -> Iterator[Problem]:
    """Check each pattern by itself, and that patterns and classes need one another."""
    yield from _check_doubles("pattern ids", (pattern.id for pattern in source.patterns))
    used: set[str] = set()
    for pattern in source.patterns:
        try:
            elements = parse_pattern(pattern.pattern, pattern.id)
        except PackError as error:
            yield Problem(pattern.id, str(error))
            continue
        used |= {name for element in elements if element.type is ElementKind.CLASS for name in element.names}
        yield from (Problem(pattern.id, message) for message in _complaints(pattern, elements, source))
    for word_class in source.classes:
        if word_class.name not in used:
            yield Problem(f"class {word_class.name}", "no pattern uses it; write one or take it out")


def _complaints(pattern: Pattern, elements: tuple[Element, ...], source: PackSource) -> Iterator[str]:
    """Say what is wrong with one pattern as it is written."""
    if not pattern.examples:
        yield "has no example; a pattern without one cannot be trusted"
    if not pattern.id.startswith(f"{source.language.code}."):
        yield f"its id must begin with the language's code: '{source.language.code}.{pattern.id}'"
    classes = {word_class.name for word_class in source.classes}
    for element in elements:
        if element.type is ElementKind.CLASS:
            yield from (f"there is no class '{name}'" for name in element.names if name not in classes)
            slots = {*source.language.slots.split(), *COMMON_SLOTS}
            yield from (
                f"there is no slot '{slot}'" for slot in element.detail.split("|") if slot and slot not in slots
            )
        elif element.type is ElementKind.HOLE:
            yield from _hole_complaints(element, source)
        elif "" in element.names:  # a mark cannot stand beside words: "that|," is "that" or nothing, and a comma
            yield "an alternative is empty; words between '|' are alternatives, a mark has to stand in a pattern of its own"
    if not any(element.type is ElementKind.HOLE and element.names[0] != "via" for element in elements):
        yield "has no hole for a source or a content"


def _hole_complaints(element: Element, source: PackSource) -> Iterator[str]:
    """Say what is wrong with one hole."""
    hole, detail = element.names[0], element.detail
    if hole not in HOLES:
        yield f"there is no hole '{{{hole}}}'; there are {', '.join(sorted(HOLES))}"
        return
    details = (CONTENT_DETAILS if hole == "what" else SOURCE_DETAILS) | source.language.cases.keys()
    if detail and detail not in details:
        yield f"'{{{hole}}}' cannot be narrowed to '{detail}'; it can to {', '.join(sorted(details))}"
