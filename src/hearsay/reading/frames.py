"""Frames: matching the pack's sentences with holes against one sentence, outwards from a cue (PARC 3 attribution spans).

Each cue takes the first pattern of its class that fits; the order in the pack is the order of trust. Holes are filled with
token ranges: a source hole with a noun phrase, a content hole with as much of the clause as belongs to it.
"""

from collections.abc import Iterator

import msgspec

from hearsay.packs.compiler import CompiledPattern, Cue, Element, ElementKind, Flag, Pack
from hearsay.reading import phrases
from hearsay.reading.phrases import Range
from hearsay.reading.tokens import CueHit, Sentence
from hearsay.records import Act, Certainty

Holes = dict[str, list[Range]]

_DASHES = frozenset({"—", "–", "―", "-", "--"})
_CLOSING = (",", ".", "?", "!", "…", "।", "—", "–", "-")
# A literal that should follow a hole is looked for no farther than this: farther away it belongs to something else.
_LONGEST_HOLE = 40
_LONGEST_GAP = 18
_LONGEST_LABEL = 5
_NO_CLAUSE_OPENER = Flag.PREPOSITION | Flag.CONJUNCTION | Flag.RELATIVE | Flag.SUBORDINATOR


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


class _Matching(msgspec.Struct):
    """One attempt: the sentence, the pack, and the tokens that stand for the cue."""

    sentence: Sentence
    pack: Pack
    pattern: CompiledPattern
    anchor: Range
    cues: list[Range]
    leading: Cue | None = None


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
    slots = _usable_slots(sentence, hit)
    for pattern in pack.patterns.get(hit.cue.word_class, ()):
        if pattern.headline and not headline:
            continue
        wanted = set(pattern.anchor.detail.split("|")) if pattern.anchor.detail else pack.default_slots
        if not (slots & wanted or "noun" in slots):
            continue
        frame = _try(_Matching(sentence, pack, pattern, (hit.start, hit.end), [(hit.start, hit.end)], hit.cue))
        if frame is not None:
            return frame
    return None


def _usable_slots(sentence: Sentence, hit: CueHit) -> frozenset[str]:
    """Return the slots a form can fill here: behind a passive auxiliary a participle is nothing else."""
    slots = hit.cue.slots
    if "participle" in slots:
        if hit.end < len(sentence.lows) and sentence.lows[_skip_right(sentence, hit.end) :][:1] == ["by"]:
            return frozenset({"participle"})
        k = hit.start - 1
        while k >= 0 and sentence.flags[k] & (Flag.ADVERB | Flag.NEGATION):
            k -= 1
        if k >= 0 and sentence.flags[k] & Flag.PASSIVE:
            return frozenset({"participle"})
        if k >= 0 and sentence.flags[k] & Flag.AUXILIARY:
            return frozenset({"finite"})
    if slots & {"base", "ing"}:
        slots = _base_slots(sentence, hit, slots)
    if slots and slots <= {"base", "present"} and not _has_nominal_before(sentence, hit.start):
        return frozenset()
    return slots


def _has_nominal_before(sentence: Sentence, start: int) -> bool:
    """Tell whether a present form, often a noun too ("states", "reports"), has a subject that can speak right before it."""
    k = start - 1
    while k >= 0 and sentence.flags[k] & (Flag.ADVERB | Flag.NEGATION | Flag.AUXILIARY | Flag.PARENTHESIS):
        k -= 1
    if k < 0 or sentence.lows[k] == ",":
        return k >= 0
    nominal = Flag.NAME | Flag.SOURCE | Flag.PRONOUN | Flag.RELATIVE | Flag.COMPLEMENTIZER | Flag.CATENATIVE
    return bool(sentence.flags[k] & (nominal | Flag.OTHER_PRONOUN | Flag.CONJUNCTION | Flag.DETERMINER | Flag.QUOTATION))


def _base_slots(sentence: Sentence, hit: CueHit, slots: frozenset[str]) -> frozenset[str]:
    """Tell an infinitive from a present, and a progressive ("is saying") from a participle clause."""
    k = hit.start - 1
    while k >= 0 and sentence.flags[k] & (Flag.ADVERB | Flag.NEGATION):
        k -= 1
    before = sentence.flags[k] if k >= 0 else 0
    if "ing" in slots and before & Flag.PASSIVE:
        return slots | {"finite"}
    if "base" in slots and before & Flag.AUXILIARY:
        return slots | {"finite"}
    if "base" in slots and k >= 0 and before & Flag.PREPOSITION:
        passes_on = k > 0 and sentence.flags[k - 1] & Flag.CATENATIVE
        return slots | {"finite"} if passes_on else frozenset({"infinitive"})
    return slots


def _literal_frames(sentence: Sentence, pack: Pack, headline: bool) -> Iterator[Frame]:
    """Match the patterns that hang on a literal or a mark rather than on a class."""
    for k, low in enumerate(sentence.lows):
        for pattern in pack.literals.get("—" if low in _DASHES else low, ()):
            if pattern.headline and not headline:
                continue
            is_mark = pattern.anchor.type is ElementKind.MARK
            end = k + 1 if is_mark else _literal_end(sentence, pattern.anchor, k)
            if end is None:
                continue
            frame = _try(_Matching(sentence, pack, pattern, (k, end), [(k, end)]))
            if frame is not None:
                yield frame
                break


def _literal_end(sentence: Sentence, element: Element, k: int) -> int | None:
    """Return where a literal that begins at token k ends, or None if it does not stand there."""
    for name in element.names:
        tokens = name.split(" ")
        if sentence.lows[k : k + len(tokens)] == tokens:
            return k + len(tokens)
    return None


def _try(matching: _Matching) -> Frame | None:
    """Match both sides of a pattern around its anchor and make the frame."""
    left = _match_left(matching, matching.pattern.left, matching.anchor[0] - 1)
    if left is None:
        return None
    right = _match_right(matching, matching.pattern.right, matching.anchor[1])
    if right is None:
        return None
    holes: Holes = {}
    for side in (left, right):
        for name, ranges in side.items():
            holes.setdefault(name, []).extend(ranges)
    return _frame(matching, holes)


def _frame(matching: _Matching, holes: Holes) -> Frame | None:
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


def _match_right(matching: _Matching, elements: tuple[Element, ...], position: int) -> Holes | None:
    """Match elements to the right of a token position."""
    if not elements:
        return {}
    element, rest = elements[0], elements[1:]
    sentence = matching.sentence
    if element.type is ElementKind.HOLE:
        return _hole_right(matching, element, rest, position)
    if element.type is ElementKind.END:
        return {} if _is_end(sentence, position) else None
    if element.type is ElementKind.GAP:
        return _gap_right(matching, rest, position)
    end = _element_end(matching, element, position)
    if end is None:
        end = _element_end(matching, element, _skip_right(sentence, position))
    if end is None:
        return _match_right(matching, rest, position) if element.optional else None
    return _match_right(matching, rest, end)


def _element_end(matching: _Matching, element: Element, position: int) -> int | None:
    """Return where a literal, mark or class that begins at a position ends; a class joins the cue."""
    sentence = matching.sentence
    if position >= len(sentence.lows):
        return None
    if element.type is ElementKind.LITERAL:
        end = _literal_end(sentence, element, position)
        if end is not None and matching.pattern.anchor.type is ElementKind.LITERAL and end - position and not element.optional:
            matching.cues.append((position, end))
        return end
    if element.type is ElementKind.MARK:
        return _mark_end(sentence, element, position)
    for hit in sentence.hits:
        if hit.start == position and hit.cue.word_class in element.names:
            if element.detail and not hit.cue.slots & set(element.detail.split("|")):
                continue
            matching.cues.append((hit.start, hit.end))
            return hit.end
    return None


def _mark_end(sentence: Sentence, element: Element, position: int) -> int | None:
    """Match a punctuation mark; a comma may be missing beside a quotation, which carries its own."""
    low = sentence.lows[position]
    mark = element.names[0]
    if low == mark or (mark in _DASHES and low in _DASHES):
        return position + 1
    if mark == "," and (sentence.flags[position] & Flag.QUOTATION or _is_quotation(sentence, position - 1)):
        return position
    return None


def _is_quotation(sentence: Sentence, k: int) -> bool:
    """Tell whether a token is a quotation."""
    return 0 <= k < len(sentence.flags) and bool(sentence.flags[k] & Flag.QUOTATION)


def _skip_right(sentence: Sentence, position: int) -> int:
    """Step right over adverbs, times and parentheses, and the preposition of a time."""
    size = len(sentence.flags)
    while position < size:
        if phrases.is_adverb_like(sentence, position):
            position += 1
        elif (
            sentence.flags[position] & Flag.PREPOSITION
            and position + 1 < size
            and sentence.flags[position + 1] & Flag.TIME
            and not sentence.flags[position + 1] & Flag.NAME
        ):
            position += 2
        else:
            break
    return position


def _is_end(sentence: Sentence, position: int) -> bool:
    """Tell whether nothing but adjuncts and punctuation is left."""
    position = _skip_right(sentence, position)
    return all(flag & (Flag.PUNCTUATION | Flag.PARENTHESIS) for flag in sentence.flags[position:])


def _gap_right(matching: _Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Step over adjuncts ("in an interview with the paper on Monday") to where the next element stands."""
    sentence = matching.sentence
    begin = _skip_right(sentence, position)
    if begin >= len(sentence.lows):
        return _match_right(matching, rest, begin)
    limit = min(len(sentence.lows), begin + _LONGEST_GAP)
    for k in range(position, limit):
        found = _match_right(matching, rest, k) if _element_fits(matching, rest[0], k) else None
        if found is not None:
            return found
        if sentence.flags[k] & (Flag.AUXILIARY | Flag.VERB | Flag.RELATIVE | Flag.SUBORDINATOR):
            return None
        if sentence.flags[k] & Flag.CUE and sentence.lows[k].endswith(matching.pack.participle_endings or ("\0",)):
            return None
        if k == begin and not _opens_adjunct(sentence, k):
            return None
    return None


def _element_fits(matching: _Matching, element: Element, position: int) -> bool:
    """Tell whether the element behind a gap begins here."""
    if element.type is ElementKind.HOLE:
        return element.detail == "quote" and _is_quotation(matching.sentence, position)
    if element.type is ElementKind.END:
        return _is_end(matching.sentence, position)
    kept = len(matching.cues)
    fits = _element_end(matching, element, position) is not None
    del matching.cues[kept:]
    return fits


def _opens_adjunct(sentence: Sentence, k: int) -> bool:
    """Tell whether an adjunct can begin at a token."""
    opens = Flag.PREPOSITION | Flag.ADVERB | Flag.TIME | Flag.PARENTHESIS | Flag.PUNCTUATION
    return bool(sentence.flags[k] & opens)


def _hole_right(matching: _Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole that begins at a position."""
    name = element.names[0]
    sentence = matching.sentence
    if name == "what" and not rest:
        content = _content_right(matching, element, position)
        return None if content is None else {name: [content]}
    if name == "what":
        return _until(matching, element, rest, position)
    if element.detail in matching.pack.cases or (rest and rest[0].type is ElementKind.LITERAL and not rest[0].optional):
        found = _until(matching, element, rest, position)
        if found is not None:
            return found
    phrase = phrases.noun_phrase_after(sentence, position)
    if phrase is None:
        return None
    wide = phrases.with_apposition(sentence, phrase)
    order = (phrase, wide) if rest and rest[0].type is ElementKind.MARK else (wide, phrase)
    for candidate in order:
        holes = _match_right(matching, rest, candidate[1])
        if holes is not None:
            return _with(holes, name, candidate)
    return None


def _with(holes: Holes, name: str, filler: Range) -> Holes:
    """Return the holes with one more filler, kept in text order."""
    return {**holes, name: sorted([*holes.get(name, []), filler])}


def _until(matching: _Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole up to the first place where the rest fits."""
    sentence = matching.sentence
    for k in range(position + 1, min(len(sentence.lows), position + _LONGEST_HOLE) + 1):
        if not _fits_hole(matching, element, position, k):
            continue
        kept = len(matching.cues)
        holes = _match_right(matching, rest, k)
        if holes is not None:
            return _with(holes, element.names[0], (position, k))
        del matching.cues[kept:]
    return None


def _fits_hole(matching: _Matching, element: Element, first: int, last: int) -> bool:
    """Tell whether tokens [first, last) can fill a hole: its case, its quotation, no clause inside a source."""
    sentence = matching.sentence
    if last <= first:
        return False
    if element.detail == "quote":
        return last - first == 1 and _is_quotation(sentence, first)
    if element.detail in matching.pack.cases and not _bears_case(matching, last - 1, element.detail):
        return False
    if element.names[0] == "what":
        return True
    forbidden = Flag.QUOTATION | Flag.COMPLEMENTIZER | Flag.SUBORDINATOR
    return not any(flag & forbidden for flag in sentence.flags[first:last])


def _bears_case(matching: _Matching, k: int, case: str) -> bool:
    """Tell whether a token bears a case; a possessive pronoun is a genitive by itself."""
    sentence = matching.sentence
    if case in ("accusative", "locative") and not sentence.flags[k] & Flag.OBLIQUE:
        return False
    if case == "genitive" and sentence.flags[k] & Flag.GENITIVE:
        return True
    is_pronoun = case in ("genitive", "possessive") and bool(sentence.flags[k] & Flag.POSSESSIVE)
    return is_pronoun or phrases.case_of(matching.pack, sentence.lows[k], case)


def _content_right(matching: _Matching, element: Element, position: int) -> Range | None:
    """Fill the content hole at the right edge: up to the sentence's end or where another frame begins."""
    sentence = matching.sentence
    follows_mark = sentence.flags[position - 1] & (Flag.COMPLEMENTIZER | Flag.PUNCTUATION) if position else 0
    begin = position if element.detail == "quote" or follows_mark else _skip_right(sentence, position)
    if element.detail == "quote":
        return _quotation_right(sentence, begin)
    end = _content_end(sentence, begin, matching.anchor)
    end = _adjunct_cut(matching, begin, end, is_phrase=element.detail == "phrase")
    if begin >= end or not _is_content(sentence, begin, end, element.detail):
        return None
    return begin, end


def _quotation_right(sentence: Sentence, begin: int) -> Range | None:
    """Take the quotation at a position, and what follows it if the sentence goes on in quotations."""
    size = len(sentence.lows)
    while begin < size and sentence.lows[begin] in (",", ":", "—", "–", "-"):
        begin += 1
    if not _is_quotation(sentence, begin):
        return None
    end = begin + 1
    while end < size and _is_quotation(sentence, end):
        end += 1
    is_introduced = sentence.flags[begin - 1] & (Flag.PUNCTUATION | Flag.CUE)
    is_complete = end == size or sentence.flags[end] & (Flag.PUNCTUATION | Flag.CONJUNCTION | Flag.SUBORDINATOR)
    return (begin, end) if is_introduced and is_complete else None


def _is_content(sentence: Sentence, begin: int, end: int, detail: str) -> bool:
    """Tell whether a range can be what is said, in the shape that the hole asks for."""
    flags = sentence.flags
    if detail == "quoted":
        return any(flag & Flag.QUOTATION for flag in flags[begin:end])
    if flags[begin] & Flag.PUNCTUATION:
        return False
    words = phrases.count_words(sentence, begin, end)
    if detail == "clause":
        opens_badly = flags[begin] & _NO_CLAUSE_OPENER and not flags[begin] & Flag.NAME
        return not opens_badly and (words >= 3 or _is_quotation(sentence, begin))
    if detail == "phrase":
        return not flags[begin] & (Flag.PREPOSITION | Flag.CONJUNCTION | Flag.SUBORDINATOR) or bool(flags[begin] & Flag.NAME)
    return words >= 1


def _adjunct_cut(matching: _Matching, begin: int, end: int, *, is_phrase: bool) -> int:
    """Cut content before a contrast ("…, but") and, where it is a phrase, before an adjunct or subordinate clause."""
    sentence = matching.sentence
    for k in range(begin + 1, end - 1):
        flag, low = sentence.flags[k], sentence.lows[k]
        if low == "," or low in _DASHES:
            following = sentence.flags[k + 1]
            if following & Flag.CONTRAST:
                return k
            if is_phrase and _opens_clause_adjunct(matching, k + 1):
                return k
        elif is_phrase and low == ";":
            return k
        elif is_phrase and flag & Flag.SUBORDINATOR and not flag & (Flag.NAME | Flag.PREPOSITION):
            return k
    return end


def _opens_clause_adjunct(matching: _Matching, k: int) -> bool:
    """Tell whether a relative, prepositional, subordinate or participial adjunct begins at a token."""
    opens = Flag.RELATIVE | Flag.PREPOSITION | Flag.SUBORDINATOR
    sentence = matching.sentence
    return bool(sentence.flags[k] & opens) or sentence.lows[k].endswith(matching.pack.participle_endings)


def _content_end(sentence: Sentence, begin: int, anchor: Range) -> int:
    """Find where content that begins here ends: before a coordinated, participial or contrasted frame."""
    end = len(sentence.lows)
    for hit in sentence.hits:
        if hit.start <= begin or hit.start < anchor[1]:
            continue
        cut = _cut_before(sentence, hit)
        if cut is not None and begin < cut < end:
            end = cut
    return end


def _cut_before(sentence: Sentence, hit: CueHit) -> int | None:
    """Find the token before which a later cue's own frame begins, None if the cue may be part of the content."""
    lows, flags = sentence.lows, sentence.flags
    k = hit.start - 1
    while k > 0 and flags[k] & (Flag.ADVERB | Flag.NEGATION | Flag.AUXILIARY):
        k -= 1
    if k <= 0:
        return None
    if lows[k] == "," and "ing" in hit.cue.slots:
        return k
    if flags[k] & Flag.CONJUNCTION and hit.cue.slots & {"present", "past", "form"} and "noun" not in hit.cue.slots:
        return k - 1 if lows[k - 1] == "," else k
    if "noun" in hit.cue.slots or hit.cue.slots == {"base"}:
        return None
    subject = phrases.subject_before(sentence, hit.start)
    if subject is None or subject[0] < 2:
        return None
    before = subject[0] - 1
    joins = flags[before] & (Flag.CONJUNCTION | Flag.SUBORDINATOR)
    if joins and lows[before - 1] in (",", ";", "—", "–", "-"):
        return before - 1
    return before if lows[before] == ";" else None


def _match_left(matching: _Matching, elements: tuple[Element, ...], position: int) -> Holes | None:
    """Match elements (nearest first) to the left of a token position."""
    if not elements:
        return {}
    element, rest = elements[0], elements[1:]
    sentence = matching.sentence
    if element.type is ElementKind.HOLE:
        return _hole_left(matching, element, rest, position)
    if element.type is ElementKind.START:
        return {} if position < 0 or not any(phrases_word(sentence, k) for k in range(position + 1)) else None
    if element.type is ElementKind.GAP:
        return _gap_left(matching, rest, position)
    start = _element_start(matching, element, position)
    if start is None:
        start = _element_start(matching, element, _skip_left(sentence, position))
    if start is None:
        return _match_left(matching, rest, position) if element.optional else None
    return _match_left(matching, rest, start - 1)


def phrases_word(sentence: Sentence, k: int) -> bool:
    """Tell whether a token is more than punctuation."""
    return not sentence.flags[k] & Flag.PUNCTUATION


def _skip_left(sentence: Sentence, position: int) -> int:
    """Step left over adverbs, negations, auxiliaries and times."""
    skipped = Flag.ADVERB | Flag.TIME | Flag.PARENTHESIS | Flag.AUXILIARY | Flag.NEGATION
    while position >= 0 and sentence.flags[position] & skipped and not sentence.flags[position] & Flag.NAME:
        position -= 1
    return position


def _gap_left(matching: _Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Step left over what stands between the cue and the next element of the pattern."""
    for k in range(position, max(-1, position - _LONGEST_GAP), -1):
        kept = len(matching.cues)
        holes = _match_left(matching, rest, k)
        if holes is not None:
            return holes
        del matching.cues[kept:]
        if matching.sentence.flags[k] & (Flag.QUOTATION | Flag.CUE) or matching.sentence.lows[k] == ",":
            return None
    return None


def _element_start(matching: _Matching, element: Element, position: int) -> int | None:
    """Return where a literal, mark or class that ends at a position begins."""
    sentence = matching.sentence
    if position < 0:
        return None
    if element.type is ElementKind.LITERAL:
        for name in element.names:
            size = len(name.split(" "))
            begin = position - size + 1
            if begin >= 0 and sentence.lows[begin : position + 1] == name.split(" "):
                if not element.optional and matching.pattern.anchor.type is ElementKind.LITERAL:
                    matching.cues.append((begin, position + 1))
                return begin
        return None
    if element.type is ElementKind.MARK:
        low, mark = sentence.lows[position], element.names[0]
        if low == mark or (mark in _DASHES and low in _DASHES):
            return position
        return position + 1 if mark == "," and _is_quotation(sentence, position) else None
    for hit in sentence.hits:
        if hit.end == position + 1 and hit.cue.word_class in element.names:
            if element.detail and not hit.cue.slots & set(element.detail.split("|")):
                continue
            matching.cues.append((hit.start, hit.end))
            return hit.start
    return None


def _hole_left(matching: _Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole that ends at a position."""
    name = element.names[0]
    sentence = matching.sentence
    if name == "what":
        return _content_left(matching, element, rest, position)
    if element.detail == "label":
        return _label(matching, rest, position)
    if element.detail == "possessive":
        return _possessor(matching, rest, position)
    if element.detail in matching.pack.cases or element.detail == "any":
        return _back_until(matching, element, rest, position)
    if element.detail == "carried":
        return _carried(matching, rest, position)
    if element.detail == "subject":
        is_final = matching.pack.source.language.verb_final
        subject = (
            phrases.opening_subject(sentence, 0, matching.anchor[0])
            if is_final
            else phrases.clause_subject(sentence, matching.anchor[0])
        )
        return None if subject is None else _with(_match_left(matching, rest, position) or {}, name, subject)
    if matching.pack.source.language.verb_final:
        return _subject_left(matching, element, rest, position)
    phrase = phrases.subject_before(sentence, position + 1)
    if phrase is None:
        return None
    holes = _match_left(matching, rest, phrase[0] - 1)
    return None if holes is None else _with(holes, name, phrase)


def _subject_left(matching: _Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a source hole of a verb-final language: the subject between what stands to its left and the cue."""
    sentence = matching.sentence
    first = _region_start(matching, rest, position)
    if first is None:
        return None
    position = _skip_left(sentence, position)
    subject = phrases.opening_subject(sentence, first, position + 1)
    if subject is None or phrases.has_conjunction(sentence, subject[1], position + 1):
        subject = phrases.phrase_beside(sentence, first, position + 1)
    if subject is None:
        return None
    if _needed(rest) is not None:
        holes = _match_left(matching, rest, first - 1)
    else:
        holes = _match_left(matching, rest, subject[0] - 1)
    return None if holes is None else _with(holes, element.names[0], subject)


def _needed(rest: tuple[Element, ...]) -> Element | None:
    """Return the literal or mark that must stand to the left, past a gap, if there is one."""
    element = rest[1] if len(rest) > 1 and rest[0].type is ElementKind.GAP else rest[0] if rest else None
    is_fixed = element is not None and element.type in (ElementKind.LITERAL, ElementKind.MARK) and not element.optional
    return element if is_fixed else None


def _region_start(matching: _Matching, rest: tuple[Element, ...], position: int) -> int | None:
    """Find where the clause part begins in which a subject is looked for: behind the next literal or mark, or the clause."""
    needed = _needed(rest)
    for k in range(position, -1, -1):
        if needed is not None:
            kept = len(matching.cues)
            fits = _element_start(matching, needed, k)
            del matching.cues[kept:]
            if fits is not None:
                return k + 1
            if matching.sentence.flags[k] & Flag.CUE or matching.sentence.lows[k] == ",":
                return None
        elif _ends_clause(matching.sentence, k):
            return k + 1
    return None if needed is not None else 0


def _carried(matching: _Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Leave a source hole to the speaker of the sentence before: nothing that could be a subject stands in its place."""
    sentence = matching.sentence
    first = 0
    for k in range(position, -1, -1):
        if _ends_clause(sentence, k):
            first = k + 1
            break
    if phrases.opening_subject(sentence, first, position + 1) is not None:
        return None
    if phrases.count_words(sentence, first, position + 1) > _LONGEST_LABEL:
        return None
    return _match_left(matching, rest, first - 1 if rest else -1)


def _ends_clause(sentence: Sentence, k: int) -> bool:
    """Tell whether a clause ends at a token: a mark, a quotation, another frame's complementizer."""
    return bool(sentence.flags[k] & (Flag.QUOTATION | Flag.COMPLEMENTIZER)) or sentence.lows[k] in (",", ";", ":", "—", "–", "-")


def _label(matching: _Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole with a speaker's label: a name or a word in capitals that opens a line ("WALLACE: …")."""
    sentence = matching.sentence
    if not 0 <= position < _LONGEST_LABEL:
        return None
    words = [sentence.text[sentence.starts[k] : sentence.ends[k]] for k in range(position + 1)]
    is_label = all(word.isupper() for word in words) or all(flag & Flag.NAME for flag in sentence.flags[: position + 1])
    holes = _match_left(matching, rest, -1) if is_label else None
    return None if holes is None else _with(holes, "who", (0, position + 1))


def _possessor(matching: _Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole with the noun phrase in the genitive right before the cue, adjectives between them stepped over."""
    k = position
    while k >= 0 and position - k < 3 and not _bears_case(matching, k, "possessive"):
        if matching.sentence.flags[k]:
            return None
        k -= 1
    if k < 0 or not _bears_case(matching, k, "possessive"):
        return None
    is_pronoun = matching.sentence.flags[k] & Flag.POSSESSIVE
    phrase = (k, k + 1) if is_pronoun else phrases.noun_phrase_before(matching.sentence, k)
    holes = None if phrase is None else _match_left(matching, rest, phrase[0] - 1)
    return None if holes is None or phrase is None else _with(holes, "who", phrase)


def _back_until(matching: _Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole leftwards up to the first place where the rest fits, else up to the start of its clause."""
    sentence = matching.sentence
    position = _skip_left(sentence, position)
    if position < 0 or not _fits_hole(matching, element, position, position + 1):
        return None
    if rest and rest[0].type is ElementKind.HOLE:
        return _split_sources(matching, element, rest, position)
    first = position
    while first > 0 and not _ends_phrase(sentence, first - 1) and position - first < _LONGEST_HOLE:
        if rest and rest[0].type in (ElementKind.LITERAL, ElementKind.MARK, ElementKind.CLASS):
            kept = len(matching.cues)
            if not rest[0].optional and _element_start(matching, rest[0], first - 1) is not None:
                del matching.cues[kept:]
                break
            del matching.cues[kept:]
        first -= 1
    holes = _match_left(matching, rest, first - 1)
    return None if holes is None else _with(holes, element.names[0], (first, position + 1))


def _split_sources(matching: _Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Split '{via} {who:genitive}' in verb-final order: who passes on is the subject that opens the clause."""
    sentence = matching.sentence
    first = position
    while first > 0 and not _ends_clause(sentence, first - 1):
        first -= 1
    opening = phrases.opening_subject(sentence, first, position + 1)
    if opening is None or opening[1] > position:
        return None
    begin = opening[1]
    while begin < position and _is_between(sentence, begin):
        begin += 1
    holes = _match_left(matching, rest[1:], opening[0] - 1)
    if holes is None:
        return None
    return {**holes, rest[0].names[0]: [opening], element.names[0]: [(begin, position + 1)]}


def _is_between(sentence: Sentence, k: int) -> bool:
    """Tell whether a token only stands between two sources: a time, an adverb, "before this"."""
    is_loose = sentence.flags[k] & (Flag.TIME | Flag.ADVERB | Flag.PUNCTUATION | Flag.POSTPOSITION | Flag.SETTING)
    return bool(is_loose or (sentence.flags[k] & Flag.POSSESSIVE and sentence.flags[k + 1] & Flag.POSTPOSITION))


def _ends_phrase(sentence: Sentence, k: int) -> bool:
    """Tell whether a token cannot be inside a source to its right."""
    ends = Flag.PUNCTUATION | Flag.QUOTATION | Flag.COMPLEMENTIZER | Flag.SUBORDINATOR | Flag.TIME
    return bool(sentence.flags[k] & ends) and not sentence.flags[k] & Flag.NAME


def _content_left(matching: _Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill the content hole that ends at a position: a quotation, or the clause from its beginning."""
    sentence = matching.sentence
    if element.detail == "quote":
        while position >= 0 and sentence.flags[position] & Flag.PUNCTUATION:
            position -= 1
        if not _is_quotation(sentence, position):
            return None
        first = position
        while _is_quotation(sentence, first - 1):
            first -= 1
        holes = _match_left(matching, rest, first - 1)
        return None if holes is None else _with(holes, "what", (first, position + 1))
    if rest:
        return _content_between(matching, rest, position)
    first = _content_start(sentence, position, is_final=matching.pack.source.language.verb_final)
    if phrases.count_words(sentence, first, position + 1) < 2 and not _is_quotation(sentence, position):
        return None
    if not _is_content(sentence, first, position + 1, element.detail if element.detail in ("quoted",) else ""):
        return None
    return {"what": [(first, position + 1)]}


def _content_between(matching: _Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a content hole that has more of the pattern to its left: the widest filling that fits."""
    sentence = matching.sentence
    if rest[0].type is ElementKind.HOLE:
        return _source_then_content(matching, rest, position)
    for first in range(max(0, position - 200), position + 1):
        kept = len(matching.cues)
        holes = _match_left(matching, rest, first - 1)
        if holes is not None and phrases.count_words(sentence, first, position + 1) >= 1:
            return _with(holes, "what", (first, position + 1))
        del matching.cues[kept:]
    return None


def _source_then_content(matching: _Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Split '{who} {what}' in verb-final order: the source is the phrase that opens the clause."""
    sentence = matching.sentence
    first = _content_start(sentence, position, is_final=True)
    opening = phrases.opening_subject(sentence, first, position + 1)
    if opening is None or phrases.count_words(sentence, opening[1], position + 1) < 1:
        return None
    holes = _match_left(matching, rest[1:], opening[0] - 1)
    if holes is None:
        return None
    return {**holes, "what": [(_after_settings(sentence, opening[1], position), position + 1)], rest[0].names[0]: [opening]}


def _after_settings(sentence: Sentence, first: int, position: int) -> int:
    """Step over where and when something was said ("এক বিবৃতিতে") to where what was said begins."""
    begin = first
    for k in range(first, position):
        if sentence.flags[k] & (Flag.SETTING | Flag.TIME):
            begin = k + 1
    while begin < position and sentence.flags[begin] & (Flag.ADVERB | Flag.PUNCTUATION):
        begin += 1
    return begin


def _content_start(sentence: Sentence, position: int, *, is_final: bool = False) -> int:
    """Find where the clause that ends at a position begins: the sentence, a semicolon, behind another frame's cue."""
    for k in range(position, -1, -1):
        if sentence.lows[k] == ";":
            return k + 1
        if not is_final or k == 0 or k == position:
            continue
        if sentence.flags[k] & Flag.COMPLEMENTIZER or (sentence.lows[k] in (",", ":") and sentence.flags[k - 1] & Flag.CUE):
            return k + 1
        if sentence.lows[k] == "," and sentence.flags[k + 1] & Flag.CONTRAST:
            return k + 1
    return 0
