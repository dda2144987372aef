"""Whether a pack does what it says: the one checker behind `hearsay pack check` and the tests.

It stands here and not in packs/ because examples fire only where they are read, and packs may not import the reader. How a
pack is written is checked in packs/proofreading.py, its times in reading/times/.
"""

import re
from collections.abc import Iterator

from hearsay.errors import PackError
from hearsay.packs.compiler import Pack, load_pack
from hearsay.packs.loading import load_pack_source, pack_text
from hearsay.packs.proofreading import Problem, find_problems
from hearsay.packs.schema import Example, Pattern
from hearsay.reading.attributions import Attribution, find_attributions
from hearsay.reading.mentions import find_mentions
from hearsay.reading.times import find_times
from hearsay.reading.times.checks import check_times
from hearsay.reading.times.printing import check_printing
from hearsay.records import Record, Span, Zone, ZoneKind
from hearsay.text.folding import Folded
from hearsay.text.words import letter_class

__all__ = ["Problem", "check_pack"]

_PARAGRAPH = re.compile(r"\S.*")  # a line is a paragraph, as in reports


class Firing(Record, frozen=True):
    """What a pattern filled its holes with, marks at the edges aside; None and () where it has no such hole."""

    pattern: str
    who: str | None
    via: str | None
    whom: str | None
    what: tuple[str, ...]

    def __str__(self) -> str:
        """Say what stands in each hole that is filled."""
        filled = [("who", self.who), ("via", self.via), ("whom", self.whom), *(("what", part) for part in self.what)]
        return ", ".join(f"{hole} '{words}'" for hole, words in filled if words is not None) or "empty holes"


def check_pack(language: str) -> tuple[Problem, ...]:
    """Check the bundled pack of a language, or a pack file by its path; tell all problems that are found.

    >>> check_pack("no/such.toml")[0].where
    'no/such.toml'
    """
    try:
        source = load_pack_source(language)
    except PackError as error:
        return (Problem(language, str(error)),)
    problems = tuple(find_problems(pack_text(language), source))
    try:
        pack = load_pack(language)
    except PackError as error:
        return (*problems, Problem(language, f"nothing can be read with it yet: {error}"))
    return (*problems, *_check_examples(pack), *_check_silence(pack), *_check_times(language))


def find_firings(text: str, pack: Pack, *, headline: bool = False) -> tuple[Firing, ...]:
    """Read a text with a pack and tell which patterns fire on it, with what in their holes.

    >>> [str(firing) for firing in find_firings("The mayor said the bridge was safe.", load_pack("en"))]
    ["who 'The mayor', what 'the bridge was safe'"]
    """
    text = Folded(text).text
    zones = _zones(text, ZoneKind.HEADLINE if headline else ZoneKind.BODY)
    names = find_mentions(text, language=pack.name, zones=zones)
    times = [time.span for time in find_times(text, language=pack.name)]
    attributions, _ = find_attributions(text, zones, pack, names=names, times=times)
    return tuple(_firing(text, attribution) for attribution in attributions)


def _zones(text: str, kind: ZoneKind) -> tuple[Zone, ...]:
    """Make a zone of each paragraph."""
    return tuple(Zone(kind, match.span()) for match in _PARAGRAPH.finditer(text))


def _firing(text: str, attribution: Attribution) -> Firing:
    """Lead an attribution back to the words in its holes."""

    def words(span: Span | None) -> str | None:
        return None if span is None else _trim(text[span[0] : span[1]])

    who, via, whom = map(words, (attribution.who, attribution.via, attribution.whom))
    what = tuple(_trim(text[start:end]) for start, end in attribution.content)
    return Firing(attribution.trace[0], who, via, whom, what)


def _trim(words: str) -> str:
    """Drop punctuation and spaces at the edges."""
    return re.sub(rf"^[^{letter_class()}(\[]+|[^{letter_class()})\]]+$", "", Folded(words).text)


def _wanted(pattern: Pattern, example: Example) -> Firing:
    """Return what an example says its pattern fills its holes with."""
    parts = [example.what] if isinstance(example.what, str) else example.what or []
    who, via, whom = (None if words is None else _trim(words) for words in (example.who, example.via, example.whom))
    return Firing(pattern.id, who, via, whom, tuple(map(_trim, parts)))


def _check_examples(pack: Pack) -> Iterator[Problem]:
    """Check that every pattern fires on each of its examples, with exactly the holes that stand there."""
    for pattern in pack.source.patterns:
        for example in pattern.examples:
            wanted = _wanted(pattern, example)
            firings = find_firings(example.text, pack, headline=pattern.headline)
            if wanted not in firings:
                yield Problem(pattern.id, f"“{example.text}”: {_complain(wanted, firings)}")


def _complain(wanted: Firing, firings: tuple[Firing, ...]) -> str:
    """Say what happened instead of what was wanted."""
    own = [firing for firing in firings if firing.pattern == wanted.pattern]
    if own:
        return f"the example says {wanted}; it fires with {own[0]}"
    others = "; ".join(f"{firing.pattern} does, with {firing}" for firing in firings)
    return f"it does not fire; {others or 'nothing does'}"


def _check_silence(pack: Pack) -> Iterator[Problem]:
    """Check that nothing fires on the sentences that must stay silent."""
    for sentence in pack.source.silent:
        for firing in find_firings(sentence, pack):
            yield Problem("silent", f"“{sentence}”: {firing.pattern} fires, with {firing}")


def _check_times(language: str) -> Iterator[Problem]:
    """Check the templates of times, and that every listed time is read back as what it is."""
    for message in (*check_times(language), *check_printing(language)):
        yield Problem("times", message.removeprefix("times: "))
