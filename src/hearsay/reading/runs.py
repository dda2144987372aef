"""Words of scripts written without spaces: known words, names and times as one token each, case particles on their noun.

A particle that follows a noun is made part of its token, so that a noun there looks like an inflected one elsewhere.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hearsay.packs.compiler import Flag, Pack
from hearsay.packs.cutting import cut_run, is_unspaced
from hearsay.records import Span

if TYPE_CHECKING:
    from hearsay.reading.tokens import Marked, Sentence

# The space that such a script does write parts phrases: patterns name it so.
SPACE = "␣"
# Marks that stand inside a name: the title of a paper, the parts of a foreign name.
WORD_MARKS = "《》〈〉・‧·•"
# Marks of these scripts stand for those that patterns are written with.
WIDE_MARKS = {"，": ",", "、": ",", "：": ":", "；": ";", "､": ",", "﹐": ",", "︰": ":"} | {
    "،": ",",
    "؛": ";",
    "۔": ".",
}
_PARENTHESIS = re.compile(r"\([^()\n]{0,300}\)|（[^（）\n]{0,300}）")
_NOMINAL = Flag.SOURCE | Flag.PRONOUN | Flag.NAME
_TAKES_PARTICLE = ~(_NOMINAL | Flag.OTHER_PRONOUN | Flag.PLACE | Flag.SETTING | Flag.OBLIQUE | Flag.TIME)
_JOINED = Flag.PUNCTUATION | Flag.QUOTATION | Flag.PARENTHESIS


def whole_spans(text: str, marked: "Marked", span: Span) -> list[Span]:
    """Return the names and times inside a span, ordered; of two that overlap the first, none in parentheses."""
    taken = [match.span() for match in _PARENTHESIS.finditer(text, *span)]
    aside = len(taken)
    for spans in (_within([mention.span for mention in marked.names], span), _within(marked.times, span)):
        taken += [(start, end) for start, end in spans if all(end <= other[0] or other[1] <= start for other in taken)]
    return sorted(taken[aside:])


def _within(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return the ordered spans that stand inside a span."""
    first = bisect_left(spans, span[0], key=lambda item: item[0])
    last = bisect_left(spans, span[1], key=lambda item: item[0])
    return [item for item in spans[first:last] if item[1] <= span[1]]


def add_run(sentence: "Sentence", span: Span, pack: Pack) -> None:
    """Append the words of a run of letters; a case particle joins the noun right before it."""
    assert pack.cutter is not None
    for start, end in cut_run(sentence.text, span, pack.cutter):
        low = sentence.text[start:end].lower()
        case = pack.particles.get(low)
        if case is not None and _takes_particle(sentence, start, pack):
            _join_particle(sentence, (start, end), low, case)
        else:
            add_word(sentence, (start, end), pack.flags.get(low, 0), low)


def cut_words(text: str, span: Span, pack: Pack) -> list[Span]:
    """Return the words of a run of letters: pieces of it, with the particles that follow them, or the run itself."""
    if pack.cutter is None:
        return [span]
    words: list[Span] = []
    for start, end in cut_run(text, span, pack.cutter):
        if words and text[start:end].lower() in pack.particles:
            words[-1] = (words[-1][0], end)
        else:
            words.append((start, end))
    return words


def without_particle(text: str, span: Span, pack: Pack) -> int:
    """Return where a noun phrase ends when the case particle behind it is left out."""
    start, end = span
    if not pack.particles or pack.cutter is None:
        return end
    pieces = list(cut_run(text, span, pack.cutter))
    while len(pieces) > 1 and text[slice(*pieces[-1])].lower() in pack.particles:
        end = pieces.pop()[0]
    return end


def add_word(sentence: "Sentence", span: Span, flags: int, low: str) -> None:
    """Append one word, and before it the space that parts it from another word of such a script."""
    text, start = sentence.text, span[0]
    if start and text[start - 1] == " " and sentence.ends and sentence.ends[-1] == start - 1:
        joins = is_unspaced(text[start]) and is_unspaced(text[start - 2]) and text[start - 2] != "ๆ"
        if joins and not sentence.flags[-1] & Flag.COMPLEMENTIZER:
            _append(sentence, (start - 1, start), SPACE, 0)
    _append(sentence, span, low, flags)


def _append(sentence: "Sentence", span: Span, low: str, flags: int) -> None:
    """Append one token."""
    sentence.starts.append(span[0])
    sentence.ends.append(span[1])
    sentence.lows.append(low)
    sentence.flags.append(flags)


def _takes_particle(sentence: "Sentence", start: int, pack: Pack) -> bool:
    """Tell whether the token that ends here can be a noun; a noun in parentheses' company can too."""
    if not sentence.ends or sentence.ends[-1] != start:
        return False
    k = len(sentence.ends) - 1
    if sentence.flags[k] & Flag.PARENTHESIS and k and sentence.ends[k - 1] == sentence.starts[k]:
        k -= 1
    return not sentence.flags[k] & _TAKES_PARTICLE and sentence.lows[k] not in pack.cues


def _join_particle(sentence: "Sentence", span: Span, low: str, flags: int) -> None:
    """Make a particle part of the noun before it, with the parenthesis between them."""
    if sentence.flags[-1] & Flag.PARENTHESIS:
        for column in (sentence.starts, sentence.ends, sentence.lows, sentence.flags):
            column.pop()
    sentence.ends[-1] = span[1]
    sentence.lows[-1] += low
    sentence.flags[-1] |= flags


def is_modifier(sentence: "Sentence", k: int) -> bool:
    """Tell whether a word modifies a noun, or is one, by a relative particle on either side of it."""
    flags = sentence.flags
    return bool((k and flags[k - 1] & Flag.RELATIVE) or (k + 1 < len(flags) and flags[k + 1] & Flag.RELATIVE))


def mark_modifiers(sentence: "Sentence") -> None:
    """Flag nouns without a particle that a word or a comma follows: where subjects bear one, they belong to what follows."""
    flags = sentence.flags
    for k in range(len(flags) - 1):
        is_bare = flags[k] & (Flag.SOURCE | Flag.NAME) and not flags[k] & (
            Flag.PRONOUN | Flag.MARKED | Flag.OBLIQUE | Flag.GENITIVE | Flag.CUE
        )
        is_joined = flags[k + 1] & (_JOINED | Flag.CUE) and sentence.lows[k + 1] != ","
        if is_bare and sentence.starts[k + 1] - sentence.ends[k] <= 1 and not is_joined:
            flags[k] |= Flag.GENITIVE
