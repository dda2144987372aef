"""Continuations: what joins a sentence to the one before: a speaker left out, a quotation going on, a colon's announcement.

Nothing is joined on a guess: each rule is one that newspapers keep to, and each leaves its word in the trace.
"""

from collections.abc import Sequence

import msgspec

from hearsay.packs.compiler import Flag
from hearsay.reading.frames import Attribution, directness_of
from hearsay.reading.tokens import Sentence
from hearsay.records import Directness, Span

_FINITE = Flag.AUXILIARY | Flag.VERB | Flag.CUE | Flag.TOLD_MOOD


class Course(msgspec.Struct):
    """How far a report has been read: all found so far, where the paragraph's own begin, the sentence before."""

    found: list[Attribution] = []
    begin: int = 0
    previous: Span | None = None
    is_first: bool = True  # whether the next sentence opens its paragraph

    def open_paragraph(self) -> None:
        """Begin a paragraph; one that a colon announced goes on with what announced it."""
        announced = bool(self.found) and self.found[-1].is_open and not self.found[-1].content
        self.begin = len(self.found) - announced
        self.is_first = True


def join(course: Course, attributions: list[Attribution], sentence: Sentence, span: Span) -> None:
    """Join a sentence's attributions to what was read before it, and add them to it."""
    _carry_speaker(course.found, attributions)
    _point_back(course.previous, attributions)
    if course.found:
        _continue(course, attributions, sentence, span)
        if _is_told(attributions, sentence):
            _go_on_telling(course, attributions, sentence, span)
    course.found += attributions
    course.previous = span
    course.is_first = False


def _continue(course: Course, attributions: list[Attribution], sentence: Sentence, span: Span) -> None:
    """Give a sentence that goes on with a quotation, or that a colon announced, to the attribution before it."""
    last = course.found[-1]
    if last.is_open and not last.content:
        _fill_open(last, attributions, sentence, span)
    elif last.absorbs and last.content and len(course.found) > course.begin:
        last.content.append(span)
        attributions.clear()
    elif sentence.flags and sentence.flags[0] & Flag.QUOTATION:
        _continue_quotation(course, attributions, sentence, span)


def _continue_quotation(course: Course, attributions: list[Attribution], sentence: Sentence, span: Span) -> None:
    """Hang a quotation that opens a sentence on the speaker before, unless the sentence names its own."""
    quotation = sentence.quotations[0]
    if any(_touches(attribution.content, quotation.span) for attribution in attributions):
        return
    stands_alone = course.is_first and not attributions and course.previous == course.found[-1].sentence
    stands_alone = stands_alone and len(sentence.quotations) == len(sentence.flags)
    speaker = _last_direct(course.found if quotation.continues or stands_alone else course.found[course.begin :])
    if speaker is not None:
        speaker.content.append(_quoted_stretch(sentence))
        speaker.sentence = span if stands_alone else speaker.sentence
        speaker.trace.append("continued-quotation")


def _is_told(attributions: list[Attribution], sentence: Sentence) -> bool:
    """Tell whether a sentence's mood says that it is reported; where it reports itself, its own verb has to be in it."""
    if not attributions:
        return any(flag & Flag.TOLD_MOOD for flag in sentence.flags)
    verb = next((k for k, flag in enumerate(sentence.flags) if flag & _FINITE), None)
    is_inner = all(cue[0] > sentence.starts[0] for attribution in attributions for cue in attribution.cue[:1])
    return verb is not None and bool(sentence.flags[verb] & Flag.TOLD_MOOD) and is_inner


def _go_on_telling(course: Course, attributions: list[Attribution], sentence: Sentence, span: Span) -> None:
    """Give a sentence whose mood tells that it is reported, and by nobody named, to the speaker of the one before."""
    last = course.found[-1]
    if last.sentence != course.previous or not last.content or any(start >= span[0] for start, _ in last.content):
        return
    directness = directness_of(sentence.quotations.values(), [span], sentence.text)
    if last.trace[-1:] == ["told-mood"] and not attributions:
        last.content.append(span)
        last.sentence = span
        last.directness = Directness.MIXED if directness is not last.directness else directness
        return
    told = msgspec.structs.replace(last, sentence=span, cue=[], content=[span], trace=[*last.trace, "told-mood"])
    told.directness, told.is_open, told.absorbs = directness, False, False
    attributions.insert(0, told)


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
        if speaker is None and not attribution.may_lack:
            attributions.remove(attribution)
        elif speaker is not None:
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
