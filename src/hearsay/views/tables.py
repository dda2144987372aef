"""Lines for people: each statement as one line, and who says how much; terminal and page show the same."""

import re
import unicodedata
from collections.abc import Iterable

from hearsay.ledger import StatementRow
from hearsay.records import Act, Certainty, Directness, Link, Reading, Record, SourceKind, Statement

NO_ONE = "no one named"
OWN_VOICE = "the report itself"
ARROW = "←"
TITLE_SIZE = 90
_SPACES = re.compile(r"\s+")


class StatementLine(Record, frozen=True):
    """A statement as people read it; `via` are those through whom it came, nearest to the reader first."""

    number: int
    who: str
    via: tuple[str, ...]
    act: Act
    certainty: Certainty
    directness: Directness
    said: str
    about: str
    words: str
    is_own: bool


class SourceLine(Record, frozen=True):
    """A source, through whom its words came, and the places where they stand: report id and statement number."""

    name: str
    kind: SourceKind
    via: tuple[str, ...]
    places: tuple[tuple[str, int], ...]


def title_of(reading: Reading) -> str:
    """Return the title, or the first words where there is none."""
    first = next((line.strip() for line in reading.text.splitlines() if line.strip()), reading.id)
    return reading.title or shorten(first, TITLE_SIZE)


def make_lines(reading: Reading) -> tuple[StatementLine, ...]:
    """Return one line a statement, numbered from 1 as in the marked text."""
    return tuple(make_line(reading, number) for number in range(1, len(reading.statements) + 1))


def make_line(reading: Reading, number: int) -> StatementLine:
    """Return the line of a reading's statement by its number."""
    statement = reading.statements[number - 1]
    return draw_line(number, statement, outlet=reading.outlet, words=join_words(reading.text, statement))


def draw_line(number: int, statement: Statement | StatementRow, *, outlet: str | None, words: str) -> StatementLine:
    """Return the line of a statement, as it stands in a reading or in the ledger."""
    chain = statement.chain
    return StatementLine(
        number=number,
        who=name_link(chain[-1]) if chain else outlet or OWN_VOICE,
        via=tuple(name_link(link) for link in chain[:-1]),
        act=statement.act,
        certainty=statement.certainty,
        directness=statement.directness,
        said=statement.said or "",
        about=statement.about or "",
        words=_SPACES.sub(" ", words),
        is_own=not chain,
    )


def name_link(link: Link) -> str:
    """Name a source as people read it.

    >>> name_link(Link(SourceKind.NONE)), name_link(Link(SourceKind.PERSON, "Ann"))
    ('no one named', 'Ann')
    """
    if link.name:
        return _SPACES.sub(" ", link.name)
    return {SourceKind.NONE: NO_ONE, SourceKind.ANONYMOUS: "unnamed"}.get(link.kind, link.kind.value)


def draw_chain(chain: Iterable[Link]) -> str:
    """Draw a chain from the reader to the ultimate source.

    >>> draw_chain([Link(SourceKind.OUTLET, "US media"), Link(SourceKind.ANONYMOUS, "sources in the US government")])
    'US media ← sources in the US government'
    """
    return f" {ARROW} ".join(map(name_link, chain))


def join_words(text: str, statement: Statement) -> str:
    """Return a statement's content as one line, its parts joined by dots."""
    parts = (text[max(0, start) : max(0, end)] for start, end in statement.content)
    return " … ".join(_SPACES.sub(" ", part).strip() for part in parts)


def shorten(words: str, size: int) -> str:
    """Cut words to a size at a space, with dots for what was left out.

    >>> shorten("The dam will be filled in June", 16)
    'The dam will be…'
    """
    if len(words) <= size:
        return words
    cut = words[: size - 1]
    if " " in cut[size // 2 :] and words[len(cut)] != " ":
        cut = cut[: cut.rindex(" ")]
    while cut and unicodedata.category(words[len(cut)])[0] == "M":
        cut = cut[:-1]
    return cut.rstrip() + "…"


def count_sources(readings: Iterable[Reading]) -> tuple[SourceLine, ...]:
    """Gather what stands on whose word, the most first; a source is its entity, else its kind and name."""
    gathered: dict[tuple[str, str], list[tuple[Statement, str, int]]] = {}
    for reading in readings:
        for number, statement in enumerate(reading.statements, start=1):
            if statement.chain:
                gathered.setdefault(_key(statement.chain[-1]), []).append((statement, reading.id, number))
    lines = (_source_line(found) for found in gathered.values())
    return tuple(sorted(lines, key=lambda line: (-len(line.places), line.name)))


def _key(link: Link) -> tuple[str, str]:
    """Return what makes two links one source."""
    return ("entity", link.entity) if link.entity else (link.kind.value, name_link(link).casefold())


def _source_line(found: list[tuple[Statement, str, int]]) -> SourceLine:
    """Make one line of all the statements of a source."""
    link = found[0][0].chain[-1]
    via = (name_link(nearer) for statement, _, _ in found for nearer in statement.chain[:-1])
    places = tuple((report, number) for _, report, number in found)
    return SourceLine(name_link(link), link.kind, tuple(dict.fromkeys(via)), places)
