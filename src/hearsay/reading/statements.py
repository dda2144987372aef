"""Statements: attributions with their sources named, chains joined, act, certainty, event and times told.

A plan that goes on in the next sentence of a relayed account inherits the account's chain and says so in its trace ("carried").
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

import msgspec

from hearsay.packs.compiler import Flag, load_pack
from hearsay.reading.attributions import Attribution, Paragraph
from hearsay.reading.chains import Ground, make_chains, split_chain
from hearsay.reading.modality import find_certainty
from hearsay.records import (
    Act,
    Certainty,
    Directness,
    Link,
    SourceKind,
    Span,
    Statement,
    Time,
    TimeType,
    digest,
)
from hearsay.text.words import word_pattern

# In a longer content the word that calls something false stands in some clause of its own.
_LONGEST_VERDICT = 12
# A group in brackets that closes no sentence inside them: a credit, an aside, nothing that anybody says.
_BRACKETED = re.compile(r"[(\[（][^()\[\]（）]*[^()\[\]（）.!?।][)\]）]\.?")
_NEWSROOMS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_NEWSROOMS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
# Whoever relays the words of these cannot vouch for them, so a plan told on goes on being theirs.
_RELAYED = frozenset({SourceKind.ANONYMOUS, SourceKind.OUTLET, SourceKind.AGENCY})


def make_statements(
    attributions: Sequence[Attribution], paragraphs: Sequence[Paragraph], ground: Ground
) -> tuple[Statement, ...]:
    """Make the statements of a report in text order: attributed ones, carried ones, and the outlet's own."""
    chains = make_chains(attributions, ground)
    told = sorted(span for attribution in attributions for span in attribution.content)
    ground = msgspec.structs.replace(ground, told=told)
    statements = [
        _statement(attribution, parallel, ground)
        for attribution, chain in zip(attributions, chains, strict=True)
        for parallel in split_chain(attribution, chain, ground)
    ]
    statements += _unattributed(attributions, chains, paragraphs, ground)
    return tuple(sorted(statements, key=lambda statement: (statement.content[0], statement.cue)))


def _statement(attribution: Attribution, chain: tuple[Link, ...], ground: Ground) -> Statement:
    """Make the statement of one attribution."""
    content = tuple(attribution.content)
    return Statement(
        id=_identify(ground, content, chain, attribution.cue),
        content=content,
        cue=tuple(attribution.cue),
        chain=chain,
        act=_act(attribution, chain, ground),
        certainty=_certainty(attribution, ground),
        directness=attribution.directness,
        event=ground.read_event(content),
        said=_time_of_saying(attribution, ground),
        about=_time_inside(content, ground.times),
        trace=tuple(attribution.trace),
    )


def _identify(ground: Ground, content: tuple[Span, ...], chain: tuple[Link, ...], cue: Sequence[Span]) -> str:
    """Make a statement's id of its report, its words and its chain."""
    return digest(ground.report, content, tuple(cue), [(link.kind.value, link.name) for link in chain])


def _act(attribution: Attribution, chain: tuple[Link, ...], ground: Ground) -> Act:
    """Take the act that the cue carries; a neutral one reports if an outlet passes on, and denies if it says "false"."""
    if attribution.act is not Act.SAY:
        return attribution.act
    is_relay = chain[-1].kind in _NEWSROOMS or (attribution.via is not None and chain[-2].kind in _NEWSROOMS)
    if is_relay or attribution.directness is Directness.DIRECT:
        return Act.REPORT if is_relay else Act.SAY
    flags = load_pack(ground.language).flags
    words = [
        word.lower() for start, end in attribution.content for word in word_pattern().findall(ground.text[start:end])
    ]
    is_false = len(words) <= _LONGEST_VERDICT and any(flags.get(word, 0) & Flag.FALSEHOOD for word in words)
    return Act.DENY if is_false else attribution.act


def _certainty(attribution: Attribution, ground: Ground) -> Certainty:
    """Take the certainty that the cue carries, else the content's own; hearsay is only what nobody named vouches for."""
    is_vouched = attribution.certainty is Certainty.REPORTED and attribution.who is not None
    if attribution.certainty is not None and not is_vouched:
        return attribution.certainty
    if attribution.who is None and attribution.via is None:
        return Certainty.REPORTED
    return _modality(attribution.content, ground)


def _modality(content: Sequence[Span], ground: Ground) -> Certainty:
    """Find how surely a content puts it, the times in it aside."""
    times = (time.span for time in ground.times if _within(time.span, content))
    return find_certainty(ground.text, content, language=ground.language, times=times)


def _time_of_saying(attribution: Attribution, ground: Ground) -> str | None:
    """Return the date that stands in the frame of a sentence, outside of all that is said."""
    start, end = attribution.sentence
    for time in ground.times:
        inside = start <= time.span[0] and time.span[1] <= end
        if inside and time.type in (TimeType.DATE, TimeType.TIME) and not _within(time.span, ground.told):
            return None if time.value.endswith("_REF") else time.value
    return None


def _time_inside(content: Sequence[Span], times: Sequence[Time]) -> str | None:
    """Return the first date or time that the content speaks of."""
    first = bisect_left(times, content[0][0], key=lambda time: time.span[0])
    for time in times[first:]:
        if time.span[0] >= content[-1][1]:
            break
        if time.type in (TimeType.DATE, TimeType.TIME) and _within(time.span, content):
            return time.value
    return None


def _within(span: Span, spans: Sequence[Span]) -> bool:
    """Tell whether a span lies inside one of the spans."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _unattributed(
    attributions: Sequence[Attribution],
    chains: Sequence[tuple[Link, ...]],
    paragraphs: Sequence[Paragraph],
    ground: Ground,
) -> Iterator[Statement]:
    """Make the statements of sentences that no frame covers: carried on from a relayed plan, else the outlet's own."""
    by_sentence = _by_sentence(attributions)
    governing: tuple[Link, ...] | None = None
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            inside = by_sentence(sentence)
            if inside:
                governing = _governing(inside, attributions, chains, ground) or (
                    governing if all(chains[k][-1].kind is SourceKind.NONE for k in inside) else None
                )
                continue
            if _BRACKETED.fullmatch(ground.text, *sentence):
                continue
            certainty = _modality([sentence], ground)
            if certainty is Certainty.ASSERTED:
                governing = None
            yield _free(sentence, governing or (), certainty, ground)


def _by_sentence(attributions: Sequence[Attribution]) -> Callable[[Span], list[int]]:
    """Return the lookup of the attributions that touch a sentence."""
    touched = sorted(
        (span, k) for k, attribution in enumerate(attributions) for span in [*attribution.content, *attribution.cue]
    )
    longest = max((end - start for (start, end), _ in touched), default=0)

    def lookup(sentence: Span) -> list[int]:
        first = bisect_left(touched, ((sentence[0] - longest, 0), -1))
        found = []
        for (start, end), k in touched[first:]:
            if start >= sentence[1]:
                break
            if end > sentence[0]:
                found.append(k)
        return found

    return lookup


def _governing(
    inside: Sequence[int],
    attributions: Sequence[Attribution],
    chains: Sequence[tuple[Link, ...]],
    ground: Ground,
) -> tuple[Link, ...] | None:
    """Return the chain that a relayed plan leaves open at the end of its sentence."""
    last = inside[-1]
    chain = chains[last]
    is_relayed = any(link.kind in _RELAYED for link in chain)
    if not is_relayed or attributions[last].directness is not Directness.INDIRECT:
        return None
    is_plan = _modality(attributions[last].content, ground) is Certainty.PLANNED
    return chain if is_plan else None


def _free(sentence: Span, chain: tuple[Link, ...], certainty: Certainty, ground: Ground) -> Statement:
    """Make the statement of a sentence without a frame; without a chain it is the outlet's own."""
    content = (sentence,)
    return Statement(
        id=_identify(ground, content, chain, ()),
        content=content,
        chain=chain,
        act=Act.REPORT if chain else Act.SAY,
        certainty=certainty,
        event=ground.read_event(content),
        about=_time_inside(content, ground.times),
        trace=("carried",) if chain else ("own-voice",),
    )
