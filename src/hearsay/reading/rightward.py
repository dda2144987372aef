"""Matching the elements of a pattern that stand to the right of its anchor."""

from hearsay.packs.compiler import Element, ElementKind, Flag
from hearsay.reading import phrases
from hearsay.reading.contents import content_right
from hearsay.reading.elements import (
    Holes,
    Matching,
    bare_phrase,
    element_end,
    fits_hole,
    is_account,
    is_end,
    is_oblique,
    is_quotation,
    skip_right,
    with_filler,
)
from hearsay.reading.tokens import Sentence

# A literal that should follow a hole is looked for no farther than this: farther away it belongs to something else.
_LONGEST_HOLE = 40
_LONGEST_GAP = 18


def match_right(matching: Matching, elements: tuple[Element, ...], position: int) -> Holes | None:
    """Match elements to the right of a token position."""
    if not elements:
        return {}
    element, rest = elements[0], elements[1:]
    sentence = matching.sentence
    if element.type is ElementKind.HOLE:
        return _hole_right(matching, element, rest, position)
    if element.type is ElementKind.END:
        return {} if is_end(sentence, position) else None
    if element.type is ElementKind.GAP:
        return _gap_right(matching, rest, position)
    end = element_end(matching, element, position)
    if end is None:
        end = element_end(matching, element, skip_right(sentence, position))
    if end is None:
        return match_right(matching, rest, position) if element.optional else None
    return match_right(matching, rest, end)


def _gap_right(matching: Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Step over adjuncts ("in an interview with the paper on Monday") to where the next element stands."""
    sentence = matching.sentence
    begin = skip_right(sentence, position)
    if begin >= len(sentence.lows):
        return match_right(matching, rest, begin)
    limit = min(len(sentence.lows), begin + _LONGEST_GAP)
    for k in range(position, limit):
        found = match_right(matching, rest, k) if _element_fits(matching, rest[0], k) else None
        if found is not None:
            return found
        if sentence.flags[k] & (Flag.AUXILIARY | Flag.VERB | Flag.RELATIVE | Flag.SUBORDINATOR):
            return None
        if sentence.flags[k] & Flag.CUE and sentence.lows[k].endswith(matching.pack.participle_endings or ("\0",)):
            return None
        if sentence.flags[k] & Flag.CUE and matching.pack.cutter is not None:
            return None
        if (k == begin and not _opens_adjunct(sentence, k)) or _opens_object(sentence, k):
            return None
    return None


def _element_fits(matching: Matching, element: Element, position: int) -> bool:
    """Tell whether the element behind a gap begins here."""
    if element.type is ElementKind.HOLE:
        return element.detail == "quote" and is_quotation(matching.sentence, position)
    if element.type is ElementKind.END:
        return is_end(matching.sentence, position)
    kept = len(matching.cues)
    fits = element_end(matching, element, position) is not None
    del matching.cues[kept:]
    return fits


def _opens_object(sentence: Sentence, k: int) -> bool:
    """Tell whether an object begins at a token: a determiner that no preposition governs."""
    before = sentence.flags[k - 1] if k else 0
    is_bare = not before & (Flag.PREPOSITION | Flag.DETERMINER | Flag.CONJUNCTION | Flag.NAME)
    return bool(sentence.flags[k] & Flag.DETERMINER) and is_bare and not sentence.flags[k] & (Flag.TIME | Flag.NAME)


def _opens_adjunct(sentence: Sentence, k: int) -> bool:
    """Tell whether an adjunct can begin at a token."""
    opens = Flag.PREPOSITION | Flag.ADVERB | Flag.TIME | Flag.PARENTHESIS | Flag.PUNCTUATION
    return bool(sentence.flags[k] & opens)


def _hole_right(matching: Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole that begins at a position."""
    name = element.names[0]
    sentence = matching.sentence
    if name == "what" and not rest:
        content = content_right(matching, element, position)
        return None if content is None else {name: [content]}
    if name == "what":
        return _until(matching, element, rest, position)
    if element.detail in matching.pack.cases or (rest and rest[0].type is ElementKind.LITERAL and not rest[0].optional):
        found = _until(matching, element, rest, position)
        if found is not None:
            return found
    if element.detail == "any":
        position = skip_right(sentence, position)  # "informó el martes la policía"
    phrase = phrases.noun_phrase_after(sentence, position)
    if phrase is None and element.detail == "any" and rest and rest[0].type is ElementKind.MARK:
        return _until(matching, element, rest, position)
    if phrase is not None and element.detail in ("account", "bare"):
        phrase = bare_phrase(matching, phrase)
    if phrase is None or (element.detail == "account" and not is_account(matching, phrase)):
        return None
    if not element.detail and name == "who" and is_oblique(matching, phrase):
        return None
    if element.detail == "known" and not phrases.ends_in_nominal(sentence, phrase):
        return None
    wide = phrases.with_apposition(sentence, phrase)
    order = (phrase, wide) if rest and rest[0].type is ElementKind.MARK else (wide, phrase)
    for candidate in order:
        holes = match_right(matching, rest, candidate[1])
        if holes is not None:
            return with_filler(holes, name, candidate)
    return None


def _until(matching: Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole up to the first place where the rest fits."""
    sentence = matching.sentence
    for k in range(position + 1, min(len(sentence.lows), position + _LONGEST_HOLE) + 1):
        if not fits_hole(matching, element, position, k):
            continue
        kept = len(matching.cues)
        holes = match_right(matching, rest, k)
        if holes is not None:
            return with_filler(holes, element.names[0], (position, k))
        del matching.cues[kept:]
    return None
