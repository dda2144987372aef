"""Slots: which forms of a reporting word are a cue at their place: finite, participle, infinitive, or a noun after all."""

from hearsay.packs.compiler import Flag
from hearsay.reading.elements import skip_right
from hearsay.reading.tokens import CueHit, Sentence


def usable_slots(sentence: Sentence, hit: CueHit) -> frozenset[str]:
    """Return the slots a form can fill here: behind a passive auxiliary a participle is nothing else."""
    slots = hit.cue.slots
    if "participle" in slots:
        behind = skip_right(sentence, hit.end)
        if behind < len(sentence.flags) and sentence.flags[behind] & Flag.AGENT:
            return frozenset({"participle"})
        k = hit.start - 1
        while k >= 0 and sentence.flags[k] & (Flag.ADVERB | Flag.NEGATION):
            k -= 1
        if k > 0 and sentence.flags[k] & Flag.PRONOUN and sentence.flags[k - 1] & Flag.AUXILIARY:
            k -= 1  # an inverted subject: "a-t-il dit"
        if k >= 0 and sentence.flags[k] & Flag.PASSIVE:
            return frozenset({"participle"})
        if k >= 0 and sentence.flags[k] & Flag.AUXILIARY:
            return frozenset({"finite"})
    if slots & {"base", "ing"}:
        slots = _base_slots(sentence, hit, slots)
    is_ambiguous = sentence.flags[hit.start] & Flag.HOMOGRAPH
    if is_ambiguous and slots and slots <= {"base", "present"} and not _has_nominal_before(sentence, hit.start):
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
    return bool(
        sentence.flags[k] & (nominal | Flag.OTHER_PRONOUN | Flag.CONJUNCTION | Flag.DETERMINER | Flag.QUOTATION)
    )


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
