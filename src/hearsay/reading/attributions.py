"""Attributions: source, cue and content of every frame in a report, across its sentences and paragraphs (PARC 3, PolNeAR).

Frames are matched sentence by sentence; what joins sentences is done here: a quotation that goes on behind its speaker, one
that a paragraph before left open, one that a colon announced.
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.packs.compiler import Flag, Pack
from hearsay.reading.frames import Frame, match_frames
from hearsay.reading.quotations import Quotation, find_quotations
from hearsay.reading.tokens import Marked, Sentence, tokenize
from hearsay.records import Act, Certainty, Directness, Mention, Span, Zone, ZoneKind
from hearsay.text.sentences import split_sentences

_CLOSING_MARKS = "”’\"'»"
_DASHES = "—–―-"
_READ_ZONES = (ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION)


class Attribution(msgspec.Struct):
    """Source + cue + content as spans of the text; `who` is None where nobody is named."""

    sentence: Span
    who: Span | None
    via: Span | None
    whom: Span | None
    cue: list[Span]
    content: list[Span]
    act: Act
    certainty: Certainty | None
    directness: Directness
    trace: list[str]
    absorbs: bool = False  # whether the rest of its paragraph belongs to it (speaker labels, announced blocks)
    needs_who: bool = False
    points_back: bool = False  # whether its content is the sentence before
    is_open: bool = False  # whether its content is still to come ("The mayor added:")


class Paragraph(msgspec.Struct, frozen=True):
    """A zone that is read, with its sentences."""

    zone: Zone
    sentences: tuple[Span, ...]


def split_paragraphs(text: str, zones: Sequence[Zone], quotations: Sequence[Quotation], pack: Pack) -> list[Paragraph]:
    """Split the zones that are read into sentences; a quotation is not cut."""
    whole = [quotation.span for quotation in quotations]
    ends = pack.source.language.sentence_ends
    return [
        Paragraph(zone, split_sentences(text, zone.span, ends=ends, abbreviations=pack.abbreviations, whole=whole))
        for zone in zones
        if zone.kind in _READ_ZONES
    ]


def find_attributions(
    text: str, zones: Sequence[Zone], pack: Pack, *, names: Sequence[Mention] = (), times: Sequence[Span] = ()
) -> tuple[list[Attribution], list[Paragraph]]:
    """Find every attribution of a report in text order, and the paragraphs that were read."""
    read_spans = [zone.span for zone in zones if zone.kind in _READ_ZONES]
    quotations = find_quotations(text, read_spans, pairs=pack.source.quotations.pairs)
    marked = Marked(quotations, names, times)
    paragraphs = split_paragraphs(text, zones, quotations, pack)
    found: list[Attribution] = []
    previous: Span | None = None
    for paragraph in paragraphs:
        begin = len(found)
        announced = begin if found and found[-1].is_open and not found[-1].content else None
        for span, sentence, attributions in _read_sentences(text, paragraph, marked, pack):
            _carry_speaker(found, attributions)
            _point_back(previous, attributions)
            previous = span
            if announced is not None and len(found) == announced:
                begin = announced - 1
            _continue(found, attributions, sentence, span, begin)
            found += attributions
    return [attribution for attribution in found if attribution.content], paragraphs


_Read = tuple[Span, Sentence, list[Attribution]]


def _read_sentences(text: str, paragraph: Paragraph, marked: Marked, pack: Pack) -> Iterator[_Read]:
    """Read the sentences of a paragraph; a question in quotation marks is tried together with what follows it."""
    spans = list(paragraph.sentences)
    k = 0
    while k < len(spans):
        joined = _joined(text, spans, k, marked, pack, paragraph.zone)
        if joined is None:
            sentence = tokenize(text, spans[k], marked, pack)
            yield spans[k], sentence, list(_of_sentence(sentence, spans[k], pack, paragraph.zone))
        else:
            yield joined
            k += 1
        k += 1


def _joined(text: str, spans: list[Span], k: int, marked: Marked, pack: Pack, zone: Zone) -> _Read | None:
    """Join '“Is it?”' with 'Roe asked.' where the two make one frame."""
    if k + 1 == len(spans) or text[spans[k][1] - 1] not in _CLOSING_MARKS:
        return None
    is_question = text[spans[k][1] - 2] in "?!"
    if not is_question and text[spans[k + 1][0]] not in _DASHES:
        return None
    span = (spans[k][0], spans[k + 1][1])
    sentence = tokenize(text, span, marked, pack)
    attributions = list(_of_sentence(sentence, span, pack, zone))
    reaches = any(start < spans[k][1] for attribution in attributions for start, _ in attribution.content[:1])
    follows = any(start >= spans[k][1] for attribution in attributions for start, _ in attribution.cue[:1])
    return (span, sentence, attributions) if reaches and follows else None


def _of_sentence(sentence: Sentence, span: Span, pack: Pack, zone: Zone) -> Iterator[Attribution]:
    """Make the attributions of one sentence."""
    for frame in match_frames(sentence, pack, headline=zone.kind is ZoneKind.HEADLINE):
        yield _attribution(sentence, span, frame)


def _attribution(sentence: Sentence, span: Span, frame: Frame) -> Attribution:
    """Lead a frame's token ranges to spans of the text."""
    content = [sentence.span(*part) for part in frame.what]
    return Attribution(
        sentence=span,
        who=sentence.span(*frame.who) if frame.who else None,
        via=sentence.span(*frame.via) if frame.via else None,
        whom=sentence.span(*frame.whom) if frame.whom else None,
        cue=[sentence.span(*part) for part in frame.cue],
        content=content,
        act=frame.act,
        certainty=frame.certainty,
        directness=directness_of(sentence.quotations.values(), content, sentence.text),
        trace=[frame.pattern],
        absorbs=frame.takes_paragraph,
        is_open=not frame.what and not frame.points_back,
        points_back=frame.points_back,
        needs_who=frame.needs_who,
    )


def directness_of(quotations: Sequence[Quotation], content: Sequence[Span], text: str) -> Directness:
    """Tell direct, indirect and mixed speech apart by how much of the content stands in quotation marks."""
    inside = sum(
        max(0, min(end, quotation.span[1]) - max(start, quotation.span[0]))
        for start, end in content
        for quotation in quotations
    )
    size = sum(len(text[start:end].strip(" ,.;:!?।—–-")) for start, end in content)
    if not inside:
        return Directness.INDIRECT
    return Directness.DIRECT if inside >= 0.95 * size else Directness.MIXED


def _continue(
    found: list[Attribution], attributions: list[Attribution], sentence: Sentence, span: Span, begin: int
) -> None:
    """Give a sentence that goes on with a quotation, or that a colon announced, to the attribution before it."""
    if not found:
        return
    last = found[-1]
    if last.is_open and not last.content:
        _fill_open(last, attributions, sentence, span)
        return
    if last.absorbs and last.content and len(found) > begin:
        last.content.append(span)
        attributions.clear()
        return
    if not sentence.flags or not sentence.flags[0] & Flag.QUOTATION:
        return
    quotation = sentence.quotations[0]
    if any(_touches(attribution.content, quotation.span) for attribution in attributions):
        return
    speaker = _last_direct(found if quotation.continues else found[begin:])
    if speaker is not None:
        speaker.content.append(_quoted_stretch(sentence))
        speaker.trace.append("continued-quotation")


def _last_direct(found: list[Attribution]) -> Attribution | None:
    """Return the direct attribution of the last sentence that has any attribution, None if all there are indirect."""
    for attribution in reversed(found):
        if attribution.sentence != found[-1].sentence:
            return None
        if attribution.directness is not Directness.INDIRECT:
            return attribution
    return None


def _carry_speaker(found: list[Attribution], attributions: list[Attribution]) -> None:
    """Give a frame whose subject is left out the speaker of the attribution before it; drop it if there is none."""
    for attribution in list(attributions):
        if not attribution.needs_who or attribution.who is not None:
            continue
        speaker = next((a.who for a in reversed(found) if a.who is not None), None)
        if speaker is None:
            attributions.remove(attribution)
        else:
            attribution.who = speaker
            attribution.trace.append("carried-speaker")


def _point_back(previous: Span | None, attributions: list[Attribution]) -> None:
    """Fill the content of a frame that points back ("এ তথ্য জানিয়েছে …") with the sentence before."""
    for attribution in list(attributions):
        if attribution.points_back and previous is not None:
            attribution.content.append(previous)
        elif attribution.points_back:
            attributions.remove(attribution)


def _fill_open(last: Attribution, attributions: list[Attribution], sentence: Sentence, span: Span) -> None:
    """Fill an announced content: the quotation that follows, or the whole sentence where there are no marks."""
    last.is_open = False
    if sentence.quotations and sentence.flags[0] & Flag.QUOTATION:
        last.content.append(_quoted_stretch(sentence))
        last.directness = Directness.DIRECT
    elif not attributions:
        last.content.append(span)
        last.absorbs = True
        last.directness = Directness.DIRECT
    last.trace.append("announced")


def _quoted_stretch(sentence: Sentence) -> Span:
    """Return the span of the quotations that open a sentence."""
    last = 0
    while last + 1 < len(sentence.flags) and sentence.flags[last + 1] & Flag.QUOTATION:
        last += 1
    return sentence.span(0, last + 1)


def _touches(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether any of the spans shares a character with a span."""
    return any(start < span[1] and span[0] < end for start, end in spans)
