"""Matching the elements of a pattern that stand to the left of its anchor, verb-final subjects included."""

from hearsay.packs.compiler import Element, ElementKind, Flag
from hearsay.reading import phrases, subjects
from hearsay.reading.contents import after_settings, content_start, is_content
from hearsay.reading.elements import (
    Holes,
    Matching,
    bears_case,
    element_start,
    fits_hole,
    is_account,
    is_oblique,
    is_quotation,
    is_word,
    skip_left,
    with_filler,
)
from hearsay.reading.phrases import Range
from hearsay.reading.source_phrases import can_speak
from hearsay.reading.tokens import Sentence

# A literal that should stand before a hole is looked for no farther than this: farther away it belongs to something else.
_LONGEST_HOLE = 40
_LONGEST_GAP = 18
_LONGEST_LABEL = 5
_LONGEST_SPEAKER = 8
_NO_SPEAKER = Flag.PUNCTUATION | Flag.QUOTATION | Flag.CUE | Flag.VERB | Flag.AUXILIARY | Flag.COMPLEMENTIZER
# A quotation behind any other word is part of a clause ("on “Face the City,” Roe said"), not what is said by itself.
_BEFORE_QUOTATION = (
    Flag.PUNCTUATION | Flag.QUOTATION | Flag.CONJUNCTION | Flag.ADVERB | Flag.CONTRAST | Flag.PARENTHESIS
)


def match_left(matching: Matching, elements: tuple[Element, ...], position: int) -> Holes | None:
    """Match elements (nearest first) to the left of a token position."""
    if not elements:
        return {}
    element, rest = elements[0], elements[1:]
    sentence = matching.sentence
    if element.type is ElementKind.HOLE:
        return _hole_left(matching, element, rest, position)
    if element.type is ElementKind.START:
        return {} if position < 0 or not any(is_word(sentence, k) for k in range(position + 1)) else None
    if element.type is ElementKind.GAP:
        return _gap_left(matching, rest, position)
    start = element_start(matching, element, position)
    if start is None:
        start = element_start(matching, element, skip_left(sentence, position))
    if start is None:
        return match_left(matching, rest, position) if element.optional else None
    return match_left(matching, rest, start - 1)


def _gap_left(matching: Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Step left over what stands between the cue and the next element of the pattern."""
    for k in range(position, max(-1, position - _LONGEST_GAP), -1):
        kept = len(matching.cues)
        holes = match_left(matching, rest, k)
        if holes is not None:
            return holes
        del matching.cues[kept:]
        if matching.sentence.flags[k] & (Flag.QUOTATION | Flag.CUE) or matching.sentence.lows[k] == ",":
            return None
        if _joins_clauses(matching.sentence, k):
            return None
    return None


def _joins_clauses(sentence: Sentence, k: int) -> bool:
    """Tell whether a conjunction joins two clauses here, and not two names or nouns."""
    nominal = Flag.NAME | Flag.SOURCE | Flag.OBLIQUE
    is_conjunction = sentence.flags[k] & Flag.CONJUNCTION and not sentence.flags[k] & Flag.NAME
    return bool(is_conjunction) and k > 0 and not sentence.flags[k - 1] & nominal


def _hole_left(matching: Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole that ends at a position."""
    name = element.names[0]
    sentence = matching.sentence
    if name == "what":
        return _content_left(matching, element, rest, position)
    if element.detail == "label":
        return _label(matching, rest, position)
    if element.detail == "speaker":
        return _speaker(matching, rest, position)
    if element.detail == "possessive":
        return _possessor(matching, rest, position)
    if element.detail in matching.pack.cases or element.detail == "any":
        return _back_until(matching, element, rest, position)
    if element.detail == "carried":
        return _carried(matching, rest, position)
    if element.detail == "dropped":
        subject = phrases.subject_before(sentence, position + 1)
        return match_left(matching, rest, position) if subject is None else None
    if element.detail == "subject":
        is_final = matching.pack.source.language.verb_final
        subject = (
            subjects.opening_subject(sentence, 0, matching.anchor[0])
            if is_final
            else phrases.clause_subject(sentence, matching.anchor[0], verb_endings=matching.pack.verb_endings)
        )
        return None if subject is None else with_filler(match_left(matching, rest, position) or {}, name, subject)
    if matching.pack.source.language.verb_final:
        return _subject_left(matching, element, rest, position)
    is_governed = bool(rest) and rest[0].type is ElementKind.LITERAL
    phrase = phrases.subject_before(sentence, position + 1, is_governed=is_governed)
    if phrase is None or (element.detail == "known" and not phrases.ends_in_nominal(sentence, phrase)):
        return None
    if element.detail == "account" and not is_account(matching, phrase):
        return None
    if name == "who" and is_oblique(matching, phrase):
        return None
    holes = match_left(matching, rest, phrase[0] - 1)
    return None if holes is None else with_filler(holes, name, phrase)


def _subject_left(matching: Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a source hole of a verb-final language: the subject between what stands to its left and the cue."""
    sentence = matching.sentence
    first = _region_start(matching, rest, position)
    if first is None:
        return None
    position = skip_left(sentence, position)
    subject = subjects.subject_of_subordinate(sentence, first, position + 1)
    subject = subject or subjects.opening_subject(sentence, first, position + 1)
    if subject is None or subjects.has_conjunction(sentence, subject[1], position + 1):
        subject = subjects.phrase_beside(sentence, first, position + 1)
    if subject is None:
        return None
    beyond = first - 1 if _needed(rest) is not None else subject[0] - 1
    holes = match_left(matching, rest, beyond)
    return None if holes is None else with_filler(holes, element.names[0], subject)


def _needed(rest: tuple[Element, ...]) -> Element | None:
    """Return the literal or mark that must stand to the left, past a gap, if there is one."""
    element = rest[1] if len(rest) > 1 and rest[0].type is ElementKind.GAP else rest[0] if rest else None
    is_fixed = element is not None and element.type in (ElementKind.LITERAL, ElementKind.MARK) and not element.optional
    return element if is_fixed else None


def _region_start(matching: Matching, rest: tuple[Element, ...], position: int) -> int | None:
    """Find where the clause part begins in which a subject is looked for: behind the next literal or mark, or the clause."""
    needed = _needed(rest)
    for k in range(position, -1, -1):
        if needed is not None:
            kept = len(matching.cues)
            fits = element_start(matching, needed, k)
            del matching.cues[kept:]
            if fits is not None:
                return k + 1
            if matching.sentence.flags[k] & Flag.CUE or matching.sentence.lows[k] == ",":
                return None
        elif _ends_region(matching, k):
            return k + 1
    return None if needed is not None else 0


def _ends_region(matching: Matching, k: int) -> bool:
    """Tell whether no subject is looked for beyond a token; where it bears its own case, it may stand before a comma."""
    is_comma = matching.sentence.lows[k] == ","
    return _ends_clause(matching.sentence, k) and not (is_comma and "subject" in matching.pack.cases)


def _carried(matching: Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Leave a source hole to the speaker of the sentence before: nothing that could be a subject stands in its place."""
    sentence = matching.sentence
    first = 0
    for k in range(position, -1, -1):
        if _ends_clause(sentence, k):
            first = k + 1
            break
    if subjects.opening_subject(sentence, first, position + 1) is not None:
        return None
    if phrases.count_words(sentence, first, position + 1) > _LONGEST_LABEL:
        return None
    return match_left(matching, rest, first - 1 if rest else -1)


def _ends_clause(sentence: Sentence, k: int) -> bool:
    """Tell whether a clause ends at a token: a mark, a quotation, another frame's complementizer."""
    return bool(sentence.flags[k] & (Flag.QUOTATION | Flag.COMPLEMENTIZER)) or sentence.lows[k] in (
        ",",
        ";",
        ":",
        "—",
        "–",
        "-",
    )


def _label(matching: Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole with a speaker's label: a name or a word in capitals that opens a line ("WALLACE: …")."""
    sentence = matching.sentence
    if not 0 <= position < _LONGEST_LABEL or sentence.flags[0] & Flag.NO_LABEL:
        return None
    words = [sentence.text[sentence.starts[k] : sentence.ends[k]] for k in range(position + 1)]
    is_label = all(word.isupper() for word in words) or all(flag & Flag.NAME for flag in sentence.flags[: position + 1])
    holes = match_left(matching, rest, -1) if is_label else None
    return None if holes is None else with_filler(holes, "who", (0, position + 1))


def _speaker(matching: Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole with who can speak and opens a sentence before a colon: "Zwei Diplomaten: …", "Ann Roe: …"."""
    sentence, flags = matching.sentence, matching.sentence.flags
    if not 0 <= position < _LONGEST_SPEAKER or flags[0] & Flag.NO_LABEL:
        return None
    is_clause = any(flag & _NO_SPEAKER and not flag & (Flag.NAME | Flag.SOURCE) for flag in flags[: position + 1])
    is_name = flags[position] & Flag.NAME and not flags[position] & Flag.PLACE
    if is_clause or not is_name and not can_speak(sentence.text[slice(*sentence.span(0, position + 1))], matching.pack):
        return None
    holes = match_left(matching, rest, -1)
    return None if holes is None else with_filler(holes, "who", (0, position + 1))


def _possessor(matching: Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole with the noun phrase in the genitive right before the cue, adjectives between them stepped over."""
    k = position
    while k >= 0 and position - k < 3 and not bears_case(matching, k, "possessive"):
        if matching.sentence.flags[k]:
            return None
        k -= 1
    if k < 0 or not bears_case(matching, k, "possessive"):
        return None
    is_pronoun = matching.sentence.flags[k] & Flag.POSSESSIVE
    phrase = (k, k + 1) if is_pronoun else phrases.noun_phrase_before(matching.sentence, k)
    holes = None if phrase is None else match_left(matching, rest, phrase[0] - 1)
    return None if holes is None or phrase is None else with_filler(holes, "who", phrase)


def _back_until(matching: Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a hole leftwards up to the first place where the rest fits, else up to the start of its clause."""
    sentence = matching.sentence
    position = skip_left(sentence, position)
    is_governed = bool(rest) and rest[0].type is ElementKind.LITERAL and not rest[0].optional
    if is_governed and position > 0 and sentence.lows[position] == ",":
        position -= 1
    if position < 0 or not fits_hole(matching, element, position, position + 1):
        return None
    if rest and rest[0].type is ElementKind.HOLE and rest[0].names[0] != "what":
        return _split_sources(matching, element, rest, position)
    first = position
    while first > 0 and position - first < _LONGEST_HOLE:
        is_aside = is_governed and sentence.lows[first - 1] == "," and _reaches(matching, rest[0], first - 2)
        if _ends_phrase(sentence, first - 1) and not is_aside:
            break
        if _stands_before(matching, rest, first - 1):
            kept = len(matching.cues)
            holes = match_left(matching, rest, first - 1)
            if holes is not None:
                return with_filler(holes, element.names[0], (first, position + 1))
            del matching.cues[kept:]
        first -= 1
    holes = match_left(matching, rest, first - 1)
    return None if holes is None else with_filler(holes, element.names[0], (first, position + 1))


def _stands_before(matching: Matching, rest: tuple[Element, ...], position: int) -> bool:
    """Tell whether the next element of the pattern ends at a position, or the one after it where that may be missing."""
    fixed = (ElementKind.LITERAL, ElementKind.MARK, ElementKind.CLASS)
    for element in rest[:2]:
        if element.type not in fixed:
            return False
        kept = len(matching.cues)
        start = element_start(matching, element, position)
        del matching.cues[kept:]
        if start is not None or not element.optional:
            return start is not None
    return False


def _reaches(matching: Matching, element: Element, position: int) -> bool:
    """Tell whether a literal stands to the left in the same clause: "citing people, familiar with the matter, …"."""
    sentence = matching.sentence
    for k in range(position, max(-1, position - _LONGEST_GAP), -1):
        kept = len(matching.cues)
        start = element_start(matching, element, k)
        del matching.cues[kept:]
        if start is not None:
            return True
        if sentence.flags[k] & (Flag.PUNCTUATION | Flag.QUOTATION | Flag.CUE | Flag.VERB | Flag.COMPLEMENTIZER):
            return False
    return False


def _split_sources(matching: Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Split '{via} {who:genitive}' in verb-final order: who passes on is the subject that opens the clause."""
    sentence = matching.sentence
    first = position
    while first > 0 and not _ends_clause(sentence, first - 1):
        first -= 1
    opening = subjects.opening_subject(sentence, first, position + 1)
    if opening is None or opening[1] > position:
        return None
    begin = opening[1]
    while begin < position and _is_between(sentence, begin):
        begin += 1
    holes = match_left(matching, rest[1:], opening[0] - 1)
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


def _content_left(matching: Matching, element: Element, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill the content hole that ends at a position: a quotation, or the clause from its beginning."""
    sentence = matching.sentence
    if element.detail == "quote":
        while position >= 0 and sentence.flags[position] & Flag.PUNCTUATION:
            position -= 1
        if not is_quotation(sentence, position):
            return None
        first = position
        while is_quotation(sentence, first - 1):
            first -= 1
        is_final = matching.pack.source.language.verb_final
        if first > 0 and not is_final and not sentence.flags[first - 1] & _BEFORE_QUOTATION:
            return None
        holes = match_left(matching, rest, first - 1)
        return None if holes is None else with_filler(holes, "what", (first, position + 1))
    if element.detail in matching.pack.cases and not _ends_in_case(matching, element.detail, position):
        return None
    if rest and rest[0].type is ElementKind.HOLE and rest[0].detail == "dropped":
        rest = rest[1:]
    if rest:
        return _content_between(matching, rest, position)
    if matching.pattern.anchor.detail == "participle":
        position = _before_auxiliaries(sentence, position)
    first = content_start(sentence, position, is_final=matching.pack.source.language.verb_final)
    # A line of direct speech opens with a dash, which is no part of what is said.
    first = first + 1 if sentence.lows[first] in phrases.DASHES and first < position else first
    if phrases.count_words(sentence, first, position + 1) < 2 and not is_quotation(sentence, position):
        return None
    if not is_content(sentence, first, position + 1, element.detail if element.detail in ("quoted",) else ""):
        return None
    return {"what": [(first, position + 1)]}


def _before_auxiliaries(sentence: Sentence, position: int) -> int:
    """Leave the auxiliaries of a passive to its cue ("The plan was criticized"), unless they say that it is not so."""
    left = skip_left(sentence, position)
    is_negated = any(flag & Flag.NEGATION for flag in sentence.flags[left + 1 : position + 1])
    return position if is_negated else left


def _ends_in_case(matching: Matching, case: str, position: int) -> bool:
    """Tell whether the word at a position bears a case; where every noun does, its ending is enough ("안전하다고")."""
    if position < 0:
        return False
    if "subject" in matching.pack.cases:
        return phrases.case_of(matching.pack, matching.sentence.lows[position], case)
    return bears_case(matching, position, case)


def _content_between(matching: Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Fill a content hole that has more of the pattern to its left: the widest filling that fits."""
    sentence = matching.sentence
    if rest[0].type is ElementKind.HOLE:
        return _source_then_content(matching, rest, position)
    for first in range(max(0, position - 200), position + 1):
        kept = len(matching.cues)
        holes = match_left(matching, rest, first - 1)
        if holes is not None and phrases.count_words(sentence, first, position + 1) >= 1:
            return with_filler(holes, "what", (first, position + 1))
        del matching.cues[kept:]
    return None


def _opening_in_case(matching: Matching, case: str, tokens: Range) -> Range | None:
    """Find the phrase that opens a clause and bears a case: "அறிக்கையில் …" (in the report …)."""
    bearer = next((k for k in range(*tokens) if bears_case(matching, k, case)), None)
    return None if bearer is None else (tokens[0], bearer + 1)


def _source_then_content(matching: Matching, rest: tuple[Element, ...], position: int) -> Holes | None:
    """Split '{who} {what}' in verb-final order: the source is the phrase that opens the clause."""
    sentence = matching.sentence
    first = content_start(sentence, position, is_final=True)
    if rest[0].detail in matching.pack.cases:
        opening = _opening_in_case(matching, rest[0].detail, (first, position))
    else:
        opening = subjects.opening_subject(sentence, first, position + 1, has_bearer=False)
    if opening is None or phrases.count_words(sentence, opening[1], position + 1) < 1:
        return None
    # One bare word behind it would make a source of whatever noun opens the clause: "there is a plan".
    if opening[1] == position and sentence.flags[position] == 0:
        return None
    holes = match_left(matching, rest[1:], opening[0] - 1)
    if holes is None:
        return None
    return {
        **holes,
        "what": [(after_settings(sentence, opening[1], position), position + 1)],
        rest[0].names[0]: [opening],
    }
