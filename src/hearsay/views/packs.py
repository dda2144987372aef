"""A language pack as a person reads it: its counts, its reporting words by class, its patterns with an example each."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from hearsay.packs.schema import PackSource, Pattern
from hearsay.packs.summary import PackSummary, reporting_words, summarise
from hearsay.views.terminal import make_table


def show_pack(source: PackSource, version: str) -> RenderableType:
    """Show a pack: head, counts, classes, patterns."""
    summary = summarise(source)
    head = Text(f"{summary.language} · {summary.own_name} · {version}", style="bold")
    return Group(head, Text(count(summary), style="dim"), Text(), _classes(source), Text(), _patterns(source))


def count(summary: PackSummary) -> str:
    """Say in one line how much a pack holds."""
    return (
        f"{summary.words} reporting words in {summary.classes} classes, {summary.patterns} patterns with "
        f"{summary.examples} examples, {summary.silent} silent sentences"
    )


def _classes(source: PackSource) -> Table:
    """Show the classes with what their source does, how surely, and the words."""
    table = make_table()
    for name in ("class", "act", "certainty", "words"):
        table.add_column(name, overflow="fold", ratio=4 if name == "words" else None)
    for word_class in source.classes:
        certainty = word_class.certainty.value if word_class.certainty else "as said"
        words = ", ".join(reporting_words(word_class, source))
        table.add_row(word_class.name, word_class.act.value, certainty, words)
    return table


def _patterns(source: PackSource) -> Table:
    """Show the patterns in the order in which they are tried."""
    table = make_table()
    table.add_column("pattern", overflow="fold", ratio=1)
    table.add_column("an example", overflow="fold", ratio=1)
    for pattern in source.patterns:
        table.add_row(Text.assemble((pattern.id, "bold"), "\n", pattern.pattern), _example(pattern))
    return table


def _example(pattern: Pattern) -> str:
    """Return the first example of a pattern, on one line."""
    return " ".join(pattern.examples[0].text.split()) if pattern.examples else ""
