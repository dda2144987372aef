"""Attributions: source, cue and content of every frame in a report, across its sentences and paragraphs (PARC 3).

Frames are matched sentence by sentence; what joins sentences is the business of continuations.py.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from hearsay.packs.compiler import Pack
from hearsay.reading.continuations import Course, join
from hearsay.reading.frames import Attribution, attribution_of, match_frames
from hearsay.reading.interruptions import find_dash_speech
from hearsay.reading.name_words import short_titles
from hearsay.reading.phrases import DASHES
from hearsay.reading.quotations import find_quotations
from hearsay.reading.quoted_parts import find_quoted_parts
from hearsay.reading.tokens import Marked, Sentence, tokenize
from hearsay.records import Mention, Span, Zone, ZoneKind
from hearsay.text.sentences import split_after_titles, split_sentences

__all__ = ["Attribution", "Paragraph", "find_attributions", "split_paragraphs"]

_CLOSING_MARKS = "”’\"'»」』"
_OPENING_MARKS = '“‘「『"'
_READ_ZONES = (ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION)


class Paragraph(msgspec.Struct, frozen=True):
    """A zone that is read, with its sentences."""

    zone: Zone
    sentences: tuple[Span, ...]


def split_paragraphs(text: str, zones: Sequence[Zone], marked: Marked, pack: Pack) -> list[Paragraph]:
    """Split the zones that are read into sentences; a quotation is not cut, nor a date: "am 7. April"."""
    whole = _uncut(text, marked)
    ends = pack.source.language.sentence_ends
    split = partial(split_sentences, ends=ends, abbreviations=pack.abbreviations, whole=whole)
    return [
        Paragraph(zone, split_after_titles(text, split(text, zone.span), short_titles(pack.name)))
        for zone in zones
        if zone.kind in _READ_ZONES
    ]


def _uncut(text: str, marked: Marked) -> list[Span]:
    """Order the quotations and, outside of them, the times that hold a dot."""
    dotted = [span for span in marked.times if "." in text[span[0] : span[1]]]
    spans: list[Span] = []
    for span in sorted([*(quotation.span for quotation in marked.quotations), *dotted]):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    return spans


def find_attributions(
    text: str, zones: Sequence[Zone], pack: Pack, *, names: Sequence[Mention] = (), times: Sequence[Span] = ()
) -> tuple[list[Attribution], list[Paragraph]]:
    """Find every attribution of a report in text order, and the paragraphs that were read."""
    read_spans = [zone.span for zone in zones if zone.kind in _READ_ZONES]
    quotations = find_quotations(text, read_spans, pairs=pack.source.quotations.pairs)
    quotations = find_dash_speech(text, read_spans, quotations, pack)
    marked = Marked(quotations, names, times)
    paragraphs = split_paragraphs(text, zones, marked, pack)
    course = Course()
    for paragraph in paragraphs:
        course.open_paragraph()
        for span, sentence, attributions in _read_sentences(text, paragraph, marked, pack):
            join(course, attributions, sentence, span)
    found = [attribution for attribution in course.found if attribution.content]
    return [*found, *find_quoted_parts(text, found, quotations, pack)], paragraphs


_Read = tuple[Span, Sentence, list[Attribution]]


def _read_sentences(text: str, paragraph: Paragraph, marked: Marked, pack: Pack) -> Iterator[_Read]:
    """Read the sentences of a paragraph; a question in quotation marks is tried together with what follows it."""
    spans = list(paragraph.sentences)
    k = 0
    while k < len(spans):
        joined = _joined(text, spans[k : k + 2], marked, pack, paragraph.zone)
        if joined is None:
            sentence = tokenize(text, spans[k], marked, pack)
            yield spans[k], sentence, list(_of_sentence(sentence, spans[k], pack, paragraph.zone))
        else:
            yield joined
            k += 1
        k += 1


def _joined(text: str, pair: list[Span], marked: Marked, pack: Pack, zone: Zone) -> _Read | None:
    """Join '“Is it?”' with 'Roe asked.' where the two make one frame."""
    if len(pair) < 2 or text[pair[0][1] - 1] not in _CLOSING_MARKS:
        return None
    cut = pair[0][1]
    is_unspaced = pack.cutter is not None and text[pair[0][0]] in _OPENING_MARKS
    if text[cut - 2] not in "?!" and text[pair[1][0]] not in DASHES and not is_unspaced:
        return None
    span = (pair[0][0], pair[1][1])
    sentence = tokenize(text, span, marked, pack)
    attributions = list(_of_sentence(sentence, span, pack, zone))
    reaches = any(start < cut for attribution in attributions for start, _ in attribution.content[:1])
    follows = any(start >= cut for attribution in attributions for start, _ in attribution.cue[:1])
    return (span, sentence, attributions) if reaches and follows else None


def _of_sentence(sentence: Sentence, span: Span, pack: Pack, zone: Zone) -> Iterator[Attribution]:
    """Make the attributions of one sentence."""
    for frame in match_frames(sentence, pack, headline=zone.kind is ZoneKind.HEADLINE):
        yield attribution_of(sentence, span, frame)
