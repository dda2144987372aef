"""What a pack holds, counted: what `hearsay pack list` and `pack show` tell of it."""

from hearsay.packs.compiler import expand_row
from hearsay.packs.schema import PackSource, WordClass
from hearsay.records import Record


class PackSummary(Record, frozen=True):
    """How much a pack knows; a reporting word is counted once, however many forms and classes it has."""

    language: str
    own_name: str
    classes: int
    words: int
    patterns: int
    examples: int
    silent: int


def summarise(source: PackSource) -> PackSummary:
    """Count what a pack holds.

    >>> from hearsay.packs.loading import load_pack_source
    >>> summarise(load_pack_source("bn")).own_name
    'বাংলা'
    """
    words = {word for word_class in source.classes for word in reporting_words(word_class, source)}
    return PackSummary(
        language=source.language.name,
        own_name=source.language.own_name,
        classes=len(source.classes),
        words=len(words),
        patterns=len(source.patterns),
        examples=sum(len(pattern.examples) for pattern in source.patterns),
        silent=len(source.silent),
    )


def reporting_words(word_class: WordClass, source: PackSource) -> tuple[str, ...]:
    """Name each row of a class by the first form that it has, as a reader writes it."""
    rows = (expand_row(row, source) for row in word_class.words)
    return tuple(next(form for form in forms if form != "-").replace("_", " ") for forms in rows)
