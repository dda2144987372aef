"""Interruptions: who speaks, set between dashes inside direct speech: «The bridge, — said Roe, — is safe», – It is – said Roe.

Where a language's press does so (Russian, Polish, Ukrainian), a quotation is cut in two around its speaker, and a paragraph
that opens with a dash is a quotation up to the speaker whom a dash brings in, or a comma as in Swedish and Finnish.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hearsay.packs.compiler import Pack
from hearsay.reading.quotations import Quotation
from hearsay.records import Span
from hearsay.text.words import letter_class

_LONGEST = 160  # characters that name a speaker between dashes


@lru_cache(maxsize=64)
def _speaker_pattern(dashes: str) -> re.Pattern[str]:
    """Return the pattern of a dash with the verb behind it, and of the dash that leads back to what is said."""
    dash = f"[{re.escape(dashes)}]"
    return re.compile(
        rf"(?P<stop>[,.!?…]?)\s{dash}\s(?P<verb>[{letter_class()}]+)"
        rf"(?:[^\n«»„“”\"]{{1,{_LONGEST}}}?(?P<close>[,.]?)\s(?P<dash>{dash}\s))?"
    )


@lru_cache(maxsize=1)
def _comma_pattern() -> re.Pattern[str]:
    """Return the pattern of a comma with the verb and the speaker behind it, up to the end of the sentence."""
    return re.compile(
        rf",\s(?P<verb>[{letter_class()}]+)\s[^\n,«»„“”\"]{{1,{_LONGEST}}}?(?:,[^\n,.]{{1,{_LONGEST}}})?\.(?:\s+|$)"
    )


def find_dash_speech(
    text: str, spans: Sequence[Span], quotations: Sequence[Quotation], pack: Pack
) -> tuple[Quotation, ...]:
    """Return the quotations with those among them that dashes cut or mark, in order and disjoint."""
    dashes = pack.source.quotations.dashes
    if not dashes:
        return tuple(quotations)
    lines = [line for span in spans if text[span[0]] in dashes for line in _of_line(text, span, pack)]
    marked = [piece for quotation in quotations for piece in _cut(text, quotation, pack)]
    taken = [line.span for line in lines]
    apart = [
        piece for piece in marked if not any(start < piece.span[1] and piece.span[0] < end for start, end in taken)
    ]
    return tuple(sorted([*apart, *lines], key=lambda piece: piece.span))


def _of_line(text: str, span: Span, pack: Pack) -> Iterator[Quotation]:
    """Yield what is said in a paragraph that opens with a dash, if a dash brings in its speaker."""
    start = span[0] + 1
    while start < span[1] and text[start].isspace():
        start += 1
    pieces = list(_cut(text, Quotation((start, span[1]), (start, span[1])), pack))
    if start > span[0] + 1 and pieces[0].span[1] < span[1]:
        yield from pieces
    elif start > span[0] + 1:
        yield from _before_comma(text, (start, span[1]), pack)


def _before_comma(text: str, span: Span, pack: Pack) -> Iterator[Quotation]:
    """Yield what is said up to a comma that brings in the speaker, verb first: "– It is safe, säger Roe."."""
    for match in _comma_pattern().finditer(text, *span):
        if match["verb"].lower() in pack.cues:
            cut = match.start("verb") - 1
            yield Quotation((span[0], cut), (span[0], cut))
            if match.end() < span[1]:
                rest = (match.end(), span[1])
                yield Quotation(rest, rest, continues=True)
            return


def _cut(text: str, quotation: Quotation, pack: Pack) -> Iterator[Quotation]:
    """Yield the pieces of direct speech, without those who speak; the quotation itself where nobody interrupts it."""
    start, first = quotation.span[0], quotation.inner[0]
    rest = quotation
    for match in _speaker_pattern(pack.source.quotations.dashes).finditer(text, *quotation.inner):
        if match["verb"] not in pack.cues or match.start() <= first:  # a dash of the speaker's own
            continue
        cut = match.end("stop")
        yield Quotation((start, cut), (first, cut), continues=rest.continues)
        if match["dash"] is None:
            return
        # A new sentence begins with its dash, so that it is seen to go on with the quotation.
        start = first = match.start("dash") if match["close"] == "." else match.end()
        span, inner = (start, quotation.span[1]), (first, quotation.inner[1])
        rest = Quotation(span, inner, quotation.closed, continues=match["close"] != ",")
    yield rest
