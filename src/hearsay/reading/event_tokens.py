"""The words around one content, each with the closed classes of the language that it is in."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from hearsay.packs.cutting import Cutter, cut_run
from hearsay.reading.event_lexicon import EventLexicon, Trigger, lower_view
from hearsay.records import Mention, Span, Time
from hearsay.text.words import word_pattern

_Spanned = TypeVar("_Spanned", Mention, Time)
_SENTENCE_START = re.compile(r"[.!?…।॥]['\"”’»)]*\s+|[。！？][」』”’）)]*|\n")
_SENTENCE_END = re.compile(r"[.!?…।॥](?=\s|$)|[。！？]|\n")
# Wide marks part words as the narrow ones do; a full stop ends what a line's end does.
_NARROW = str.maketrans("，、；：？！（）「」『』。", ",,;:?!()“”“”\n")
# Who controls an infinitive stands in the same sentence; a longer reach was never right.
_REACH = 400
_NO_CLASS: frozenset[str] = frozenset()


class Token(NamedTuple):
    """A word in lower case; `gap` is what stands between it and the word before."""

    start: int
    end: int
    word: str
    classes: frozenset[str]
    gap: str
    is_time: bool
    is_inside: bool


class Known(NamedTuple):
    """What was read of the report before its events, ordered by where it starts."""

    text: str
    triggers: Sequence[Trigger]
    mentions: Sequence[Mention]
    times: Sequence[Time]
    adjectives: Sequence[Mention]


def find_bounds(text: str, spans: Sequence[Span], *, markers_follow: bool) -> Span:
    """Return the stretch from the start of the content's sentence to the content's end.

    Where the verb comes last, who controls it may follow the content: there the stretch runs to the sentence's end.
    """
    start, end = spans[0][0], spans[-1][1]
    floor = max(0, start - _REACH)
    before = [match.end() for match in _SENTENCE_START.finditer(text, floor, start)]
    if markers_follow:
        after = _SENTENCE_END.search(text, max(start, end - 1), end + _REACH)
        end = max(end, after.start()) if after else end
    return (before[-1] if before else floor), end


def find_tokens(known: Known, spans: Sequence[Span], bounds: Span, lexicon: EventLexicon) -> Iterator[Token]:
    """Split the stretch into words, leaving out what stands between the pieces of a torn content."""
    text, previous = known.text, bounds[0]
    times = within(known.times, bounds)
    view = lower_view(text[bounds[0] : bounds[1]])
    for first, last in _words_of(known, view, bounds, lexicon):
        start, end, word = first + bounds[0], last + bounds[0], view[first:last]
        is_inside = any(a <= start < b for a, b in spans)
        if not is_inside and spans[0][0] <= start < spans[-1][1]:
            continue
        classes = lexicon.classes.get(word) or _guess_classes(word, lexicon)
        is_time = any(time.span[0] <= start < time.span[1] for time in times)
        gap = text[previous:start] if lexicon.cutter is None else text[previous:start].translate(_NARROW)
        yield Token(start, end, word, classes, gap, is_time, is_inside)
        previous = end


def _words_of(known: Known, view: str, bounds: Span, lexicon: EventLexicon) -> Iterator[Span]:
    """Find the words of a stretch: as they are written, cut out of runs of letters, or joined of syllables."""
    runs = (match.span() for match in word_pattern(lexicon.elisions).finditer(view))
    if lexicon.cutter is not None:
        spans = (mention.span for mention in within(known.mentions, bounds))
        names = [(start - bounds[0], end - bounds[0]) for start, end in spans]
        return (word for run in runs for word in _cut_around(view, run, names, lexicon.cutter))
    return _join_words(view, list(runs), lexicon) if lexicon.joined else runs


def _join_words(view: str, words: list[Span], lexicon: EventLexicon) -> Iterator[Span]:
    """Join the syllables of a word of the closed classes where each is written apart: "phủ nhận", "đối với"."""
    index = 0
    while index < len(words):
        count = 1
        for more in (3, 2):
            if index + more <= len(words) and view[words[index][0] : words[index + more - 1][1]] in lexicon.joined:
                count = more
                break
        yield words[index][0], words[index + count - 1][1]
        index += count


def _cut_around(view: str, run: Span, names: Sequence[Span], cutter: Cutter) -> Iterator[Span]:
    """Cut a run of letters into known words, each name in it being one word."""
    start, end = run
    for first, last in names:
        if start <= first < last <= end:
            yield from cut_run(view, (start, first), cutter)
            yield first, last
            start = last
    yield from cut_run(view, (start, end), cutter)


def _guess_classes(word: str, lexicon: EventLexicon) -> frozenset[str]:
    """Know negated auxiliaries and adverbs by their ends."""
    if word.endswith("n't"):
        return frozenset({"auxiliary", "negation"})
    if lexicon.adverb_endings and word.endswith(lexicon.adverb_endings):
        return frozenset({"adverb"})
    return _NO_CLASS


def within(items: Sequence[_Spanned], bounds: Span) -> list[_Spanned]:
    """Return the items that start in the stretch."""
    low = bisect_left(items, bounds[0], key=lambda item: item.span[0])
    high = bisect_left(items, bounds[1], key=lambda item: item.span[0])
    return list(items[low:high])


def token_range(span: Span, tokens: list[Token]) -> Span | None:
    """Return the first and last token that a span touches."""
    first = bisect_left(tokens, span[0] + 1, key=lambda token: token.end)
    last = bisect_left(tokens, span[1], key=lambda token: token.start) - 1
    return (first, last) if first <= last else None
