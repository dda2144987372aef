"""Subjects of verb-final languages: the first phrase of a clause that bears no case, however far from its verb.

The marks of case, the postpositions and the pack's source nouns tell it; a bare name that nobody listed is taken only right
beside the cue.
"""

from hearsay.packs.compiler import Flag
from hearsay.reading.phrases import Range
from hearsay.reading.tokens import Sentence

_BETWEEN_PHRASES = Flag.TIME | Flag.ADVERB | Flag.CONJUNCTION | Flag.PUNCTUATION | Flag.CONTRAST | Flag.QUOTATION
_NOMINAL = Flag.NAME | Flag.SOURCE | Flag.PRONOUN
_LONGEST_BEARER = 4


def opening_subject(sentence: Sentence, first: int, last: int, *, has_bearer: bool = True) -> Range | None:
    """Find the subject of a verb-final clause in tokens [first, last): the first phrase whose head bears no case.

    A phrase with an oblique ending is an adjunct or object and is stepped over; a genitive belongs to what follows it.
    `has_bearer` is False where content, and not the cue, follows the subject: plain words are then no name.
    """
    flags = sentence.flags
    begin = k = first
    while k < last:
        flag = flags[k]
        if _ends_before(sentence, k, begin, last):
            begin = k + 1
        elif flag & _NOMINAL and not flag & Flag.GENITIVE and not _phrase_goes_on(sentence, k, last):
            return (begin, _with_bearer(sentence, k, last) if has_bearer else k + 1)
        k += 1
    return None


def _ends_before(sentence: Sentence, k: int, begin: int, last: int) -> bool:
    """Tell whether a token closes what stands before it, so that a subject can only begin behind it."""
    flags = sentence.flags
    flag = flags[k]
    if flag & Flag.CONJUNCTION and begin < k < last - 1 and flags[k - 1] & _NOMINAL and flags[k + 1] & _NOMINAL:
        return False
    is_between = flag & _BETWEEN_PHRASES and not flag & Flag.NAME
    is_postposition = flag & Flag.POSTPOSITION and not flag & _NOMINAL
    return bool(is_between or is_postposition or flag & (Flag.OBLIQUE | Flag.SETTING))


def _with_bearer(sentence: Sentence, head: int, last: int) -> int:
    """Stretch a title over a name that nobody listed: plain words between it and the cue."""
    k = head + 1
    while k < last and not sentence.flags[k] & ~Flag.PARENTHESIS and k - head <= _LONGEST_BEARER:
        k += 1
    is_title = sentence.flags[head] & Flag.SOURCE
    return k if k == last and is_title and k - head <= _LONGEST_BEARER else head + 1


def phrase_beside(sentence: Sentence, first: int, last: int) -> Range | None:
    """Take the plain words right before a cue as its subject where nothing else can be: a bare name nobody listed."""
    k = last
    while k > first and not sentence.flags[k - 1] & ~(Flag.NAME | Flag.NAME_START | Flag.SOURCE | Flag.DETERMINER):
        k -= 1
        if sentence.flags[k] & Flag.DETERMINER:
            break
    if last - k > _LONGEST_BEARER:
        return None
    before = sentence.flags[k - 1] if k > first else Flag.PUNCTUATION
    is_edge = before & (_BETWEEN_PHRASES | Flag.OBLIQUE | Flag.SETTING | Flag.POSTPOSITION)
    return (k, last) if k < last and is_edge else None


def subject_of_subordinate(sentence: Sentence, first: int, last: int) -> Range | None:
    """Find a name or source right before a subordinator: "মস্কো যখন জানিয়েছে" (when Moscow said)."""
    nominal = Flag.NAME | Flag.SOURCE | Flag.PRONOUN
    for k in range(last - 1, first, -1):
        if sentence.flags[k] & Flag.SUBORDINATOR and sentence.flags[k - 1] & nominal:
            begin = k - 1
            while begin > first and sentence.flags[begin] & Flag.NAME and not sentence.flags[begin] & Flag.NAME_START:
                begin -= 1
            return None if sentence.flags[k - 1] & (Flag.OBLIQUE | Flag.GENITIVE) else (begin, k)
    return None


def has_conjunction(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a conjunction stands in a range: then the cue belongs to another clause than what precedes it."""
    return any(flag & Flag.CONJUNCTION and not flag & Flag.NAME for flag in sentence.flags[first:last])


def _phrase_goes_on(sentence: Sentence, k: int, last: int) -> bool:
    """Tell whether the phrase goes on behind a nominal: more of the name, a title before its bearer, joined nouns."""
    if k + 1 >= last:
        return False
    flag, following = sentence.flags[k], sentence.flags[k + 1]
    if following & Flag.CONJUNCTION:
        return k + 2 < last and bool(sentence.flags[k + 2] & _NOMINAL)
    if flag & (Flag.PRONOUN | Flag.MARKED):
        return False
    if following & Flag.MODIFIER:
        return True
    if following & Flag.NAME and not following & Flag.NAME_START:
        return True
    if following & Flag.PLACE or following & Flag.BODY and following & Flag.OBLIQUE:
        return False
    if flag & Flag.NAME and following & Flag.NAME_START:
        # Where capitals tell names, a state and an office stand right before their bearer: "Rusya Dışişleri Bakanı …".
        return sentence.text[sentence.starts[k + 1]].isupper() and not following & (Flag.OBLIQUE | Flag.GENITIVE)
    return bool(following & (Flag.NAME | Flag.SOURCE))
