"""Frames: matching the pack's sentences with holes against one sentence, outwards from a cue (PARC 3 attribution spans).

Each cue takes the first pattern of its class that fits; the order in the pack is the order of trust. Holes are filled with
token ranges: a source hole with a noun phrase, a content hole with as much of the clause as belongs to it.
"""

from collections.abc import Iterator

import msgspec

from hearsay.packs.compiler import ElementKind, Pack
from hearsay.reading import phrases
from hearsay.reading.elements import DASHES, Holes, Matching, literal_end
from hearsay.reading.leftward import match_left
from hearsay.reading.phrases import Range
from hearsay.reading.rightward import match_right
from hearsay.reading.slots import usable_slots
from hearsay.reading.tokens import CueHit, Sentence
from hearsay.records import Act, Certainty


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
    points_back: bool
    takes_paragraph: bool
    word_class: str


def match_frames(sentence: Sentence, pack: Pack, *, headline: bool = False) -> list[Frame]:
    """Match every cue of a sentence; at most one frame a cue, in the order of the cues."""
    frames: list[Frame] = []
    taken: set[int] = set()
    for hit in sentence.hits:
        if hit.start in taken:
            continue
        frame = _first_frame(sentence, pack, hit, headline)
        if frame is not None:
            frames.append(frame)
            taken.update(k for first, last in frame.cue for k in range(first, last))
    for frame in _literal_frames(sentence, pack, headline):
        if not taken & {k for first, last in frame.cue for k in range(first, last)}:
            frames.append(frame)
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
        for pattern in pack.literals.get("—" if low in DASHES else low, ()):
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
        points_back=pattern.points_back,
        takes_paragraph=pattern.takes_paragraph,
        word_class=cue.word_class if cue else pattern.anchor.names[0],
    )
