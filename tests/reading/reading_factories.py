"""Factories for the tests of frames and what is made of them: sentences, attributions, readings of invented texts."""

from msgspec import Struct

from hearsay.packs.compiler import load_pack
from hearsay.reading import read
from hearsay.reading.attributions import find_attributions
from hearsay.reading.mentions import find_mentions
from hearsay.reading.quotations import find_quotations
from hearsay.reading.times import find_times
from hearsay.reading.tokens import Marked, Sentence, tokenize
from hearsay.records import Reading, Report, Statement, Zone, ZoneKind
from hearsay.text.folding import Folded


class Told(Struct, frozen=True):
    """An attribution in words."""

    who: str | None
    what: tuple[str, ...]
    via: str | None = None
    whom: str | None = None


def make_sentence(text: str, language: str = "en", *, has_names: bool = True) -> Sentence:
    """Cut a text into the tokens of one sentence."""
    text = Folded(text).text
    pack = load_pack(language)
    quotations = find_quotations(text, [(0, len(text))], pairs=pack.source.quotations.pairs)
    names = find_mentions(text, language=language) if has_names else ()
    times = [time.span for time in find_times(text, language=language)]
    return tokenize(text, (0, len(text)), Marked(quotations, names, times), pack)


def tell(text: str, language: str = "en", kind: ZoneKind = ZoneKind.BODY) -> list[Told]:
    """Find the attributions of a text whose lines are paragraphs, in words; marks at the edges are dropped."""
    text = Folded(text).text
    zones, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            zones.append(Zone(kind, (start, start + len(line.rstrip()))))
        start += len(line)
    names = find_mentions(text, language=language, zones=zones)
    times = [time.span for time in find_times(text, language=language)]
    attributions, _ = find_attributions(text, zones, load_pack(language), names=names, times=times)

    def words(span: tuple[int, int] | None) -> str | None:
        return text[slice(*span)].strip(' ,.:;“”‘’"।') if span else None

    return [
        Told(words(a.who), tuple(words(span) or "" for span in a.content), words(a.via), words(a.whom))
        for a in attributions
    ]


def make_reading(text: str, language: str = "en", *, published: str | None = "2023-09-05") -> Reading:
    """Read a text."""
    return read(Report("made", text, published=published), language=language)


def attributed(text: str, language: str = "en") -> list[Statement]:
    """Return the statements of a text that somebody, named or not, stands behind."""
    return [statement for statement in make_reading(text, language).statements if statement.cue]


def chain_of(statement: Statement) -> list[str]:
    """Name the sources of a statement, the nearest first."""
    return [link.name for link in statement.chain]
