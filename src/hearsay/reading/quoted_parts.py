"""Quoted parts: words in quotation marks inside reported speech, which are their speaker's own (PARC mixed attributions).

They are statements of their own only where the pack says from how many words on: [quotations] fewest_words.
"""

from collections.abc import Sequence

import msgspec

from hearsay.packs.compiler import Pack
from hearsay.reading.frames import Attribution
from hearsay.reading.quotations import Quotation
from hearsay.reading.quoted_names import is_quoted_name
from hearsay.records import Directness, Span
from hearsay.text.words import word_pattern


def find_quoted_parts(
    text: str, attributions: Sequence[Attribution], quotations: Sequence[Quotation], pack: Pack
) -> tuple[Attribution, ...]:
    """Find the quotations inside reported speech, each as an attribution to the nearest one around it."""
    fewest = pack.source.quotations.fewest_words
    mixed = [a for a in attributions if a.directness is Directness.MIXED] if fewest else []
    parts = []
    for quotation in quotations if mixed else ():
        words = word_pattern().findall(text, *quotation.inner)
        if len(words) < fewest or all(map(_is_capital, words)) or is_quoted_name(text, quotation, pack):
            continue
        around = _nearest(quotation.span, attributions)
        if around is not None and around.directness is Directness.MIXED:
            parts.append(_part(around, quotation.span))
    return tuple(parts)


def _is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital letter; where all do, a name or title stands in the marks."""
    return word[:1].isupper()


def _nearest(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution with the shortest content around a span."""
    around = [
        (end - start, k)
        for k, attribution in enumerate(attributions)
        for start, end in attribution.content
        if start <= span[0] and span[1] <= end
    ]
    return attributions[min(around)[1]] if around else None


def _part(attribution: Attribution, span: Span) -> Attribution:
    """Make the attribution of the words in marks: the same source and cue, said directly."""
    trace = [*attribution.trace, "quoted-part"]
    return msgspec.structs.replace(attribution, content=[span], directness=Directness.DIRECT, trace=trace)
