"""Chains: who passed words on to whom, from the link nearest to the reader to the ultimate source (FactBank nested sources).

A frame inside another frame's content hangs its source behind the outer chain. A pronoun that no name answers is led back to
the unnamed source of the sentence before ("the minister … she"), or stays what it is.
"""

from collections.abc import Sequence

import msgspec

from hearsay.packs.compiler import Flag, load_pack
from hearsay.reading.attributions import Attribution
from hearsay.reading.events import EventReader
from hearsay.reading.name_words import fold_words, load_lexicon
from hearsay.reading.offices import find_holder, is_other_holder
from hearsay.reading.sources import name_source
from hearsay.records import Link, Mention, SourceKind, Span, Time

_RELATIVE = Flag.RELATIVE | Flag.COMPLEMENTIZER
# Farther back than this somebody else may have come between, though no frame shows it.
_LONGEST_WAY_BACK = 400


class Ground(msgspec.Struct, frozen=True):
    """What is known of a report when its statements are made."""

    report: str
    text: str
    language: str
    mentions: Sequence[Mention]
    times: Sequence[Time]
    read_event: EventReader
    told: Sequence[Span] = ()  # all contents: what stands in one is not about the saying of another
    published: str | None = None


def make_chains(attributions: Sequence[Attribution], ground: Ground) -> list[tuple[Link, ...]]:
    """Name the sources of each attribution, behind the chain of the attribution whose content it stands in."""
    own = [_own_links(attribution, ground) for attribution in attributions]
    for k in range(1, len(own)):
        own[k] = _led_back(own[k], own[k - 1], attributions[k - 1 : k + 1], ground)
    own = [_with_holders(links, attribution, ground) for links, attribution in zip(own, attributions, strict=True)]
    chains = []
    for k in range(len(attributions)):
        outer = _enclosing(attributions, k)
        chains.append(own[k] if outer is None else _joined(own[outer], own[k]))
    return chains


def _with_holders(links: tuple[Link, ...], attribution: Attribution, ground: Ground) -> tuple[Link, ...]:
    """Lead offices of a named state to who held them when the report was published; the words stay those of the report."""
    held = tuple(_with_holder(link, ground) for link in links)
    if held != links:
        attribution.trace.append("by-office")
    return held


def _with_holder(link: Link, ground: Ground) -> Link:
    """Lead one link to the holder of its office, where nobody is named or somebody who held it on other days."""
    if link.kind not in (SourceKind.ANONYMOUS, SourceKind.PERSON) or link.span is None or not ground.published:
        return link
    if link.kind is SourceKind.PERSON and (link.entity is None or link.name in ground.text[slice(*link.span)]):
        return link
    holder = find_holder(ground.text, link.span, ground.published, language=ground.language)
    if holder is None or link.entity is not None and not is_other_holder(link.entity, holder):
        return link
    name = link.name if link.entity is None else ground.text[slice(*link.span)]
    return msgspec.structs.replace(link, kind=SourceKind.PERSON, name=name, entity=holder)


def _joined(outer: tuple[Link, ...], inner: tuple[Link, ...]) -> tuple[Link, ...]:
    """Hang a chain behind another one, each source once."""
    names = {link.name for link in inner}
    return tuple(link for link in outer if link.name not in names and link.kind is not SourceKind.NONE) + inner


def split_chain(attribution: Attribution, chain: tuple[Link, ...], ground: Ground) -> list[tuple[Link, ...]]:
    """Make a chain for each of several named sources that say the same: "A and B denied it" are two denials."""
    if attribution.who is None:
        return [chain]
    start, end = attribution.who
    inside = [m for m in ground.mentions if start <= m.span[0] and m.span[1] <= end]
    if len(inside) != 2 or not _is_joined(ground, attribution.who, inside):
        return [chain]
    links = [name_source(ground.text, mention.span, ground.mentions, language=ground.language) for mention in inside]
    return [(*chain[:-1], link) for link in links]


def _is_joined(ground: Ground, who: Span, inside: Sequence[Mention]) -> bool:
    """Tell whether a source is two names and a conjunction, and nothing else."""
    first, second = inside
    between = ground.text[first.span[1] : second.span[0]].strip().lower()
    flag = load_pack(ground.language).flags.get(between, 0)
    has_name = first.entity is not None and second.entity is not None and first.entity != second.entity
    return has_name and bool(flag & Flag.CONJUNCTION) and first.span[0] == who[0] and second.span[1] == who[1]


def _enclosing(attributions: Sequence[Attribution], k: int) -> int | None:
    """Find the smallest attribution in whose content the cue of attribution k stands."""
    if not attributions[k].cue:
        return None
    place = attributions[k].cue[0]
    around = [
        (end - start, index)
        for index, other in enumerate(attributions)
        if index != k and other.sentence == attributions[k].sentence
        for start, end in other.content
        if start <= place[0] and place[1] <= end
    ]
    return min(around)[1] if around else None


def _own_links(attribution: Attribution, ground: Ground) -> tuple[Link, ...]:
    """Name who passes on and who says; nobody named is one link of kind none."""
    spans = [span for span in (attribution.via, attribution.who) if span is not None]
    if not spans:
        return (Link(SourceKind.NONE),)
    last = _name(spans[-1], ground)
    if len(spans) == 1:
        return (last,)
    first = _name(spans[0], ground)
    if last.name == first.name and last.entity == first.entity:  # a title that is led back to who cites its holder
        outside = [m for m in ground.mentions if m.name != first.name]
        last = _name(spans[-1], ground, outside)
    return first, last


def _name(span: Span, ground: Ground, mentions: Sequence[Mention] | None = None) -> Link:
    """Name the source at a span; the link keeps the whole phrase, its name is that of whoever is meant."""
    mentions = ground.mentions if mentions is None else mentions
    link = name_source(ground.text, _without_relative(span, ground), mentions, language=ground.language)
    return link if link.kind is SourceKind.NONE else msgspec.structs.replace(link, span=span)


def _without_relative(span: Span, ground: Ground) -> Span:
    """Leave off the relative pronoun that ends a source: "most analysts, who"."""
    start, end = span
    words = ground.text[start:end].rsplit(None, 1)
    is_relative = len(words) == 2 and load_pack(ground.language).flags.get(words[1].lower(), 0) & _RELATIVE
    return (start, start + len(words[0].rstrip(" ,"))) if is_relative else span


def _led_back(
    links: tuple[Link, ...], before: tuple[Link, ...], pair: Sequence[Attribution], ground: Ground
) -> tuple[Link, ...]:
    """Lead a pronoun that no name answers back to the one unnamed person of the frame before it."""
    last, candidate = links[-1], before[-1]
    is_near = pair[1].sentence[0] - pair[0].sentence[1] <= _LONGEST_WAY_BACK
    if last.kind is not SourceKind.ANONYMOUS or candidate.kind is not SourceKind.ANONYMOUS or not is_near:
        return links
    names = load_lexicon(ground.language).names
    singular = fold_words(names.masculine, names.feminine, names.common)
    if last.name.lower() not in singular or candidate.name.lower() in singular or _is_plural(candidate, ground):
        return links
    pair[1].trace.append("led-back")
    return (*links[:-1], msgspec.structs.replace(last, name=candidate.name))


def _is_plural(link: Link, ground: Ground) -> bool:
    """Tell whether an unnamed source is more than one, or may be: by endings and quantities that the pack tells."""
    known = load_pack(ground.language).source.words
    endings = tuple(known.plural_endings.split())
    quantities = fold_words(known.quantities)
    words = ground.text[slice(*link.span)].lower().split() if link.span else []
    return not endings or any(word.endswith(endings) or word in quantities for word in words)
