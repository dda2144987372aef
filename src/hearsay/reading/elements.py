"""Elements of a pattern at a place: whether a literal, a mark or a class stands there, and what a hole may hold."""

from functools import cache

import msgspec

from hearsay.packs.compiler import CompiledPattern, Cue, Element, ElementKind, Flag, Pack
from hearsay.reading import phrases
from hearsay.reading.phrases import Range
from hearsay.reading.tokens import CueHit, Sentence

Holes = dict[str, list[Range]]


class Matching(msgspec.Struct):
    """One attempt: the sentence, the pack, and the tokens that stand for the cue."""

    sentence: Sentence
    pack: Pack
    pattern: CompiledPattern
    anchor: Range
    cues: list[Range]
    leading: Cue | None = None


def literal_end(sentence: Sentence, element: Element, k: int) -> int | None:
    """Return where a literal that begins at token k ends, or None if it does not stand there."""
    for name in element.names:
        tokens = name.split(" ")
        if sentence.lows[k : k + len(tokens)] == tokens:
            return k + len(tokens)
    return None


def element_end(matching: Matching, element: Element, position: int) -> int | None:
    """Return where a literal, mark or class that begins at a position ends; a class joins the cue."""
    sentence = matching.sentence
    if position >= len(sentence.lows):
        return None
    if element.type is ElementKind.LITERAL:
        end = literal_end(sentence, element, position)
        if end is not None and _is_cue(matching, element):
            matching.cues.append((position, end))
        return end
    if element.type is ElementKind.MARK:
        return _mark_end(sentence, element, position)
    for hit in sentence.hits:
        if hit.start == position and _fits_class(element, hit):
            matching.cues.append((hit.start, hit.end))
            return hit.end
    return None


def _is_cue(matching: Matching, element: Element) -> bool:
    """Tell whether a literal is part of the cue: where no class of words is, the pattern hangs on its literals."""
    return not element.optional and matching.pattern.anchor.type is ElementKind.LITERAL


def _fits_class(element: Element, hit: CueHit) -> bool:
    """Tell whether a cue is of one of the classes that an element names, in one of its slots."""
    in_slot = not element.detail or bool(hit.cue.slots & set(element.detail.split("|")))
    return hit.cue.word_class in element.names and in_slot


@cache
def _by_last_word(names: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """Return the words of each alternative of a literal by their last one: most places fit none."""
    table: dict[str, list[list[str]]] = {}
    for name in names:
        words = name.split(" ")
        table.setdefault(words[-1], []).append(words)
    return table


def element_start(matching: Matching, element: Element, position: int) -> int | None:
    """Return where a literal, mark or class that ends at a position begins."""
    sentence = matching.sentence
    if position < 0:
        return None
    if element.type is ElementKind.LITERAL:
        for tokens in _by_last_word(element.names).get(sentence.lows[position], ()):
            begin = position - len(tokens) + 1
            if begin >= 0 and sentence.lows[begin : position + 1] == tokens:
                if _is_cue(matching, element):
                    matching.cues.append((begin, position + 1))
                return begin
        return None
    if element.type is ElementKind.MARK:
        low, mark = sentence.lows[position], element.names[0]
        if phrases.is_mark(low, mark):
            return position
        return position + 1 if mark == "," and is_quotation(sentence, position) else None
    for hit in sentence.hits:
        if hit.end == position + 1 and _fits_class(element, hit):
            matching.cues.append((hit.start, hit.end))
            return hit.start
    return None


def _mark_end(sentence: Sentence, element: Element, position: int) -> int | None:
    """Match a punctuation mark; a comma may be missing beside a quotation, which carries its own."""
    low = sentence.lows[position]
    mark = element.names[0]
    if phrases.is_mark(low, mark):
        return position + 1
    if mark == "," and (sentence.flags[position] & Flag.QUOTATION or is_quotation(sentence, position - 1)):
        return position
    return None


def is_quotation(sentence: Sentence, k: int) -> bool:
    """Tell whether a token is a quotation."""
    return 0 <= k < len(sentence.flags) and bool(sentence.flags[k] & Flag.QUOTATION)


def is_word(sentence: Sentence, k: int) -> bool:
    """Tell whether a token is more than punctuation."""
    return not sentence.flags[k] & Flag.PUNCTUATION


def is_account(matching: Matching, phrase: Range) -> bool:
    """Tell whether a phrase is what somebody says or thinks: "ersten Angaben", "Polizeiangaben"."""
    return any(low.endswith(matching.pack.accounts or ("\0",)) for low in matching.sentence.lows[slice(*phrase)])


def bare_phrase(matching: Matching, phrase: Range) -> Range:
    """End a phrase before what hangs on it by a preposition, and before what does not belong to it at all.

    "laut Polizei in der Nacht", "nach Angaben der Polizei etwa 30 Häuser", "laut Gesetz verboten".
    """
    sentence = matching.sentence
    first, end = phrase
    for k in range(first + 1, end):
        flag = sentence.flags[k]
        is_attribute = sentence.lows[k] in matching.pack.partitives
        if flag & Flag.NAME and not flag & Flag.ADVERB or is_attribute:
            continue
        if flag & (Flag.PREPOSITION | Flag.ADVERB) or _is_stray(sentence, k):
            return first, k
    return phrase


def _is_stray(sentence: Sentence, k: int) -> bool:
    """Tell whether a token opens another phrase: an article that is no genitive, a small word right behind a noun."""
    flag, before = sentence.flags[k], sentence.flags[k - 1]
    if flag & Flag.DETERMINER and not before & (Flag.PREPOSITION | Flag.DETERMINER | Flag.CONJUNCTION):
        return not flag & Flag.GENITIVE
    if flag or not sentence.has_capital_nouns or sentence.text[sentence.starts[k]].isupper():
        return False
    following = sentence.starts[k + 1] if k + 1 < len(sentence.starts) else -1
    return sentence.text[sentence.starts[k - 1]].isupper() and not sentence.text[following].isupper()


def is_oblique(matching: Matching, phrase: Range) -> bool:
    """Tell whether a phrase beside a verb is an object by its article or ending: "den Rat", "dem Sender", "Холту"."""
    flag = matching.sentence.flags[phrase[0]]
    is_governed = phrase[0] > 0 and matching.sentence.flags[phrase[0] - 1] & Flag.PREPOSITION
    if matching.pattern.anchor.type is not ElementKind.CLASS or is_governed:
        return False
    if matching.pack.source.language.declensions:
        last = matching.sentence.flags[phrase[1] - 1]
        return bool(last & Flag.OBLIQUE and last & flag & Flag.NAME)
    return matching.sentence.is_verb_second and bool(
        flag & Flag.OBLIQUE and flag & (Flag.DETERMINER | Flag.OTHER_PRONOUN)
    )


def skip_right(sentence: Sentence, position: int) -> int:
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


def skip_left(sentence: Sentence, position: int) -> int:
    """Step left over adverbs, negations, auxiliaries and times."""
    skipped = Flag.CLITIC | Flag.ADVERB | Flag.TIME | Flag.PARENTHESIS | Flag.AUXILIARY | Flag.NEGATION
    while position >= 0 and sentence.flags[position] & skipped and not sentence.flags[position] & Flag.NAME:
        position -= 1
    return position


def is_end(sentence: Sentence, position: int) -> bool:
    """Tell whether nothing but adjuncts and punctuation is left."""
    position = skip_right(sentence, position)
    return all(flag & (Flag.PUNCTUATION | Flag.PARENTHESIS) for flag in sentence.flags[position:])


def with_filler(holes: Holes, name: str, filler: Range) -> Holes:
    """Return the holes with one more filler, kept in text order."""
    return {**holes, name: sorted([*holes.get(name, []), filler])}


def bears_case(matching: Matching, k: int, case: str) -> bool:
    """Tell whether a token bears a case; a possessive pronoun is a genitive by itself."""
    sentence = matching.sentence
    if case in ("accusative", "locative") and not sentence.flags[k] & Flag.OBLIQUE:
        return False
    if case == "genitive" and sentence.flags[k] & Flag.GENITIVE:
        return True
    is_pronoun = case in ("genitive", "possessive") and bool(sentence.flags[k] & Flag.POSSESSIVE)
    return is_pronoun or phrases.case_of(matching.pack, sentence.lows[k], case)


def fits_hole(matching: Matching, element: Element, first: int, last: int) -> bool:
    """Tell whether tokens [first, last) can fill a hole: its case, its quotation, no clause inside a source."""
    sentence = matching.sentence
    if last <= first:
        return False
    if element.detail == "quote":
        return last - first == 1 and is_quotation(sentence, first)
    if element.detail in matching.pack.cases and not bears_case(matching, last - 1, element.detail):
        return False
    if element.names[0] == "what":
        return True
    forbidden = Flag.QUOTATION | Flag.COMPLEMENTIZER | Flag.SUBORDINATOR
    return not any(flag & forbidden for flag in sentence.flags[first:last])
