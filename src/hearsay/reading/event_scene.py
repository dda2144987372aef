"""The scene of one content: its words and those of its sentence, with the parties, objects, numbers and times in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from hearsay.reading.event_lexicon import EventLexicon, Trigger, lower_view
from hearsay.records import Mention, MentionKind, Span, Time
from hearsay.text.words import word_pattern

_Spanned = TypeVar("_Spanned", Mention, Time)
_NO_PARTY = frozenset({MentionKind.OUTLET, MentionKind.AGENCY, MentionKind.OTHER})
_PLACES = frozenset({MentionKind.PLACE, MentionKind.GOVERNMENT})
_SENTENCE_START = re.compile(r"[.!?…।॥]['\"”’»)]*\s+|\n")
_SENTENCE_END = re.compile(r"[.!?…।॥](?=\s|$)|\n")
_NUMBER = re.compile(r"\d+(?:,\d{2,3})*(?:\.\d+)?")
# A controller stands in the same sentence; longer reaches were never right.
_REACH = 400
NO_CLASS: frozenset[str] = frozenset()


class Token(NamedTuple):
    """A word of the scene in lower case; `gap` is what stands between it and the word before."""

    start: int
    end: int
    word: str
    classes: frozenset[str]
    gap: str
    is_time: bool
    is_inside: bool


class Filler(NamedTuple):
    """What can fill a role: tokens [first, last], with its value as a party, its class as an object, or its number."""

    first: int
    last: int
    party: str | None = None
    object: str | None = None
    number: float | None = None
    is_place: bool = False
    is_organ: bool = False
    is_named: bool = False
    is_adjective: bool = False
    markers: tuple[str, ...] = ("",)
    side: int = 0
    distance: int = 0


class Known(NamedTuple):
    """What was read of the report before its events: ordered by where it starts."""

    text: str
    triggers: Sequence[Trigger]
    mentions: Sequence[Mention]
    times: Sequence[Time]
    adjectives: Sequence[Mention]


class Scene(NamedTuple):
    """The words of a content and of its sentence, and what stands in them."""

    lexicon: EventLexicon
    tokens: list[Token]
    fillers: list[Filler]
    ends: dict[int, Filler]  # by the last token
    triggers: list[tuple[int, int, Trigger]]  # first and last token

    def has(self, index: int, name: str) -> bool:
        """Tell whether a token is in a class of words."""
        return 0 <= index < len(self.tokens) and name in self.tokens[index].classes


def set_scene(known: Known, spans: Sequence[Span], lexicon: EventLexicon) -> Scene:
    """Gather the words around a content, and the fillers and triggers in them."""
    bounds = _bounds(known.text, spans, lexicon)
    tokens = list(_tokens(known, spans, bounds, lexicon))
    triggers = _place_triggers(known.triggers, bounds, tokens)
    fillers = find_fillers(known, bounds, tokens, triggers, lexicon)
    inside = [item for item in triggers if item[2].entry.senses and tokens[item[0]].is_inside]
    return Scene(lexicon, tokens, fillers, {filler.last: filler for filler in fillers}, inside)


def _bounds(text: str, spans: Sequence[Span], lexicon: EventLexicon) -> Span:
    """Return the stretch from the start of the content's sentence to the content's end, or to the sentence's."""
    start, end = spans[0][0], spans[-1][1]
    floor = max(0, start - _REACH)
    before = [match.end() for match in _SENTENCE_START.finditer(text, floor, start)]
    if lexicon.events.markers_follow:
        after = _SENTENCE_END.search(text, max(start, end - 1), end + _REACH)
        end = max(end, after.start()) if after else end
    return (before[-1] if before else floor), end


def _tokens(known: Known, spans: Sequence[Span], bounds: Span, lexicon: EventLexicon) -> Iterator[Token]:
    """Split the scene into words, leaving out what stands between the pieces of a torn content."""
    text, previous = known.text, bounds[0]
    first, last = spans[0][0], spans[-1][1]
    times = _within(known.times, bounds)
    view = lower_view(text[bounds[0] : bounds[1]])
    for match in word_pattern().finditer(view):
        start, end = match.start() + bounds[0], match.end() + bounds[0]
        is_inside = any(a <= start < b for a, b in spans)
        if not is_inside and first <= start < last:
            continue
        word = match.group()
        classes = lexicon.classes.get(word) or _guess_classes(word, lexicon)
        is_time = any(time.span[0] <= start < time.span[1] for time in times)
        yield Token(start, end, word, classes, text[previous:start], is_time, is_inside)
        previous = end


def _guess_classes(word: str, lexicon: EventLexicon) -> frozenset[str]:
    """Know negated auxiliaries and adverbs by their ends."""
    if word.endswith("n't"):
        return frozenset({"auxiliary", "negation"})
    if lexicon.adverb_endings and word.endswith(lexicon.adverb_endings):
        return frozenset({"adverb"})
    return NO_CLASS


def _within(items: Sequence[_Spanned], bounds: Span) -> list[_Spanned]:
    """Return the items that start in the stretch."""
    low = bisect_left(items, bounds[0], key=lambda item: item.span[0])
    high = bisect_left(items, bounds[1], key=lambda item: item.span[0])
    return list(items[low:high])


def _place_triggers(
    triggers: Sequence[Trigger], bounds: Span, tokens: list[Token]
) -> list[tuple[int, int, Trigger]]:
    """Lead the lexicon's words in the stretch to their tokens."""
    low = bisect_left(triggers, bounds[0], key=lambda trigger: trigger.start)
    high = bisect_left(triggers, bounds[1], key=lambda trigger: trigger.start)
    placed = ((token_range((trigger.start, trigger.end), tokens), trigger) for trigger in triggers[low:high])
    return [(*place, trigger) for place, trigger in placed if place]


def token_range(span: Span, tokens: list[Token]) -> tuple[int, int] | None:
    """Return the first and last token that a span touches."""
    first = bisect_left(tokens, span[0] + 1, key=lambda token: token.end)
    last = bisect_left(tokens, span[1], key=lambda token: token.start) - 1
    return (first, last) if first <= last else None


def find_fillers(
    known: Known, bounds: Span, tokens: list[Token], words: list[tuple[int, int, Trigger]], lexicon: EventLexicon
) -> list[Filler]:
    """Find what can fill a role, in order: mentions first, then unnamed parties, objects and numbers around them."""
    taken: dict[int, Filler] = {}
    for mention in (*_within(known.mentions, bounds), *_within(known.adjectives, bounds)):
        filler = _name_filler(mention, mention in known.adjectives, known.text, tokens, lexicon)
        if filler and not any(index in taken for index in range(filler.first, filler.last + 1)):
            taken |= dict.fromkeys(range(filler.first, filler.last + 1), filler)
    for first, last, word in words:
        if word.entry.party or word.entry.object:
            markers = _end_markers(word.ending or tokens[last].word[len(word_text(word, known)) :], last, tokens, lexicon)
            filler = _word_filler(first, last, word, markers)
            if not any(index in taken for index in range(first, last + 1)):
                taken |= dict.fromkeys(range(first, last + 1), filler)
    fillers = sorted(set(taken.values()))
    return sorted([*_counted(fillers, taken, tokens, lexicon)])
