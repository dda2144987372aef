"""Frames: matching the pack's sentences with holes against one sentence, outwards from a cue (PARC 3 attribution spans).

Each cue takes the first pattern of its class that fits; the order in the pack is the order of trust. Holes are filled with
token ranges: a source hole with a noun phrase, a content hole with as much of the clause as belongs to it.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from hearsay.packs.compiler import ElementKind, Pack
from hearsay.reading import phrases
from hearsay.reading.elements import Holes, Matching, literal_end
from hearsay.reading.leftward import match_left
from hearsay.reading.phrases import Range
from hearsay.reading.quotations import Quotation
from hearsay.reading.rightward import match_right
from hearsay.reading.slots import usable_slots
from hearsay.reading.tokens import CueHit, Sentence
from hearsay.records import Act, Certainty, Directness, Span


class Frame(msgspec.Struct, frozen=True):
    """One matched pattern: token ranges of its holes and cue, and what it carries."""

    pattern: str
    cue: tuple[Range, ...]
    who: Range | None
    via: Range | None
    whom: Range | None
    what: tuple[Range, ...]
    act: Act
    certainty: Certainty | None
    needs_who: bool
    may_lack: bool
    points_back: bool
    takes_paragraph: bool
    word_class: str


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
    may_lack: bool = False  # whether it stays where nobody was named before either: "Dijo que …"
    points_back: bool = False  # whether its content is the sentence before
    is_open: bool = False  # whether its content is still to come ("The mayor added:")


def match_frames(sentence: Sentence, pack: Pack, *, headline: bool = False) -> list[Frame]:
    """Match every cue of a sentence; at most one frame a cue, in the order of the cues."""
    frames: list[Frame] = []
    taken: set[int] = set()
    for hit in sentence.hits:
        if hit.start in taken:
            continue
        frame = _first_frame(sentence, pack, hit, headline)
        if frame is not None:
            frames = [other for other in frames if not set(other.cue) < set(frame.cue)]
            frames.append(frame)
            taken.update(k for first, last in frame.cue for k in range(first, last))
    for frame in _literal_frames(sentence, pack, headline):
        places = {k for first, last in frame.cue for k in range(first, last)}
        # What stands before a colon is no name of a speaker where it says itself who speaks: "Roe said: …".
        label = set(range(*frame.who)) if frame.who and sentence.lows[frame.cue[0][0]] == ":" else set()
        if not taken & (places | label):
            frames.append(frame)
            taken |= places
    return frames


def _first_frame(sentence: Sentence, pack: Pack, hit: CueHit, headline: bool) -> Frame | None:
    """Return the frame of the first pattern that fits a cue."""
    slots = usable_slots(sentence, hit)
    for pattern in pack.patterns.get(hit.cue.word_class, ()):
        if pattern.headline and not headline:
            continue
        wanted = set(pattern.anchor.detail.split("|")) if pattern.anchor.detail else pack.default_slots
        if not (slots & wanted or "noun" in slots):
            continue
        frame = _try(Matching(sentence, pack, pattern, (hit.start, hit.end), [(hit.start, hit.end)], hit.cue))
        if frame is not None:
            return frame
    return None


def _literal_frames(sentence: Sentence, pack: Pack, headline: bool) -> Iterator[Frame]:
    """Match the patterns that hang on a literal or a mark rather than on a class."""
    for k, low in enumerate(sentence.lows):
        for pattern in pack.literals.get("—" if low in phrases.DASHES else low, ()):
            if pattern.headline and not headline:
                continue
            is_mark = pattern.anchor.type is ElementKind.MARK
            end = k + 1 if is_mark else literal_end(sentence, pattern.anchor, k)
            if end is None:
                continue
            frame = _try(Matching(sentence, pack, pattern, (k, end), [(k, end)]))
            if frame is not None:
                yield frame
                break


def _try(matching: Matching) -> Frame | None:
    """Match both sides of a pattern around its anchor and make the frame."""
    left = match_left(matching, matching.pattern.left, matching.anchor[0] - 1)
    if left is None:
        return None
    right = match_right(matching, matching.pattern.right, matching.anchor[1])
    if right is None:
        return None
    holes: Holes = {}
    for side in (left, right):
        for name, ranges in side.items():
            holes.setdefault(name, []).extend(ranges)
    return _frame(matching, holes)


def _frame(matching: Matching, holes: Holes) -> Frame | None:
    """Make the frame of filled holes; None if nothing is said in it."""
    pattern = matching.pattern
    sentence = matching.sentence
    what = [phrases.strip_marks(sentence, *part) for part in sorted(holes.get("what", []))]
    what = [part for part in what if part[1] > part[0]]
    if not what and "what" in pattern.holes:
        return None
    cue = matching.leading
    act = pattern.act or (cue.act if cue else Act.SAY)
    first = {name: ranges[0] for name, ranges in holes.items()}
    return Frame(
        pattern=pattern.id,
        cue=tuple(sorted(set(matching.cues))),
        who=first.get("who"),
        via=first.get("via"),
        whom=first.get("whom"),
        what=tuple(what),
        act=act,
        certainty=pattern.certainty or (cue.certainty if cue else None),
        needs_who="who" in pattern.holes,
        may_lack=any(element.detail == "dropped" for element in (*pattern.left, *pattern.right)),
        points_back=pattern.points_back,
        takes_paragraph=pattern.takes_paragraph,
        word_class=cue.word_class if cue else pattern.anchor.names[0],
    )


def attribution_of(sentence: Sentence, span: Span, frame: Frame) -> Attribution:
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
        may_lack=frame.may_lack,
    )


def directness_of(quotations: Iterable[Quotation], content: Sequence[Span], text: str) -> Directness:
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
