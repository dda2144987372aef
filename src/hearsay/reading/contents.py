"""Contents: how far what is said reaches, before another frame, a contrast or an adjunct begins."""

from hearsay.packs.compiler import Element, Flag
from hearsay.reading import phrases
from hearsay.reading.elements import Matching, is_end, is_quotation, skip_right
from hearsay.reading.phrases import Range
from hearsay.reading.runs import SPACE
from hearsay.reading.tokens import CueHit, Sentence

# Where something was said stands right behind its source; farther on the word belongs to what was said.
_LONGEST_SETTING = 4
_FINITE = Flag.AUXILIARY | Flag.VERB
_NO_CLAUSE_OPENER = Flag.PREPOSITION | Flag.CONJUNCTION | Flag.RELATIVE | Flag.SUBORDINATOR


def content_right(matching: Matching, element: Element, position: int) -> Range | None:
    """Fill the content hole at the right edge: up to the sentence's end or where another frame begins."""
    sentence = matching.sentence
    follows_mark = sentence.flags[position - 1] & (Flag.COMPLEMENTIZER | Flag.PUNCTUATION) if position else 0
    begin = position if element.detail == "quote" or follows_mark else _behind_adjuncts(sentence, position)
    if element.detail == "quote":
        return _quotation_right(sentence, begin)
    if begin + 1 < len(sentence.lows) and sentence.lows[begin] == ",":  # "said that, if it rains, …"
        begin += 1
    end = _content_end(sentence, begin, matching.anchor)
    end = _adjunct_cut(matching, begin, end, is_phrase=element.detail == "phrase")
    if begin >= end or not is_content(sentence, begin, end, element.detail):
        return None
    return begin, end


def _behind_adjuncts(sentence: Sentence, position: int) -> int:
    """Step over adverbs and times to where content begins; a time that a postposition governs belongs to it."""
    begin = skip_right(sentence, position)
    is_governed = begin > position and begin < len(sentence.flags) and sentence.flags[begin] & Flag.POSTPOSITION
    return position if is_governed else begin


def _quotation_right(sentence: Sentence, begin: int) -> Range | None:
    """Take the quotation at a position, and what follows it if the sentence goes on in quotations."""
    size = len(sentence.lows)
    while begin < size and sentence.lows[begin] in (",", ":", "—", "–", "-"):
        begin += 1
    if not is_quotation(sentence, begin):
        return None
    end = begin + 1
    while end < size and is_quotation(sentence, end):
        end += 1
    is_introduced = sentence.flags[begin - 1] & (Flag.PUNCTUATION | Flag.CUE | Flag.COMPLEMENTIZER)
    is_complete = end == size or sentence.flags[end] & (Flag.PUNCTUATION | Flag.CONJUNCTION | Flag.SUBORDINATOR)
    return (begin, end) if is_introduced and is_complete else None


def is_content(sentence: Sentence, begin: int, end: int, detail: str) -> bool:
    """Tell whether a range can be what is said, in the shape that the hole asks for."""
    flags = sentence.flags
    if detail == "quoted":
        return any(flag & Flag.QUOTATION for flag in flags[begin:end])
    if flags[begin] & Flag.PUNCTUATION:
        return False
    is_adjunct = flags[begin] & Flag.CUE and begin > 0 and sentence.lows[begin - 1] == ","
    if not detail and is_adjunct and not flags[begin] & (Flag.SOURCE | Flag.NAME):
        return False
    words = phrases.count_words(sentence, begin, end)
    if detail in ("clause", "finite"):
        if detail == "finite" and not any(flag & _FINITE for flag in flags[begin:end]):
            return False
        opens_badly = bool(flags[begin] & _NO_CLAUSE_OPENER) and not flags[begin] & Flag.NAME
        if flags[begin] & Flag.PREPOSITION and sentence.is_verb_second:  # "…, in der Stadt seien Häuser zerstört"
            opens_badly = not any(flag & Flag.TOLD_MOOD for flag in flags[begin : end - 1])
        opens_badly = opens_badly or (sentence.is_verb_second and _opens_relative(sentence, begin))
        fewest = 2 if begin and sentence.lows[begin - 1] in (",", ":") else 3
        return not opens_badly and (words >= fewest or is_quotation(sentence, begin))
    if detail == "phrase":
        if sentence.is_verb_second and flags[begin] & Flag.AUXILIARY:  # "ablehnt wurde": nothing is denied behind it
            return False
        return not flags[begin] & (Flag.PREPOSITION | Flag.CONJUNCTION | Flag.SUBORDINATOR) or bool(
            flags[begin] & Flag.NAME
        )
    return words >= 1


def _opens_relative(sentence: Sentence, begin: int) -> bool:
    """Tell whether what begins here is no clause with its verb in second place: "der am …", "die es …", "worden"."""
    flags = sentence.flags
    follows = flags[begin + 1] if begin + 1 < len(flags) else 0
    opens = Flag.PREPOSITION | Flag.PRONOUN | Flag.OTHER_PRONOUN | Flag.TIME | Flag.NEGATION
    is_article = bool(flags[begin] & Flag.DETERMINER)
    is_relative = bool(follows & opens and not follows & (Flag.NAME | Flag.DETERMINER) or follows & Flag.POSSESSIVE)
    return is_article and is_relative or bool(flags[begin] & Flag.AUXILIARY)


def _adjunct_cut(matching: Matching, begin: int, end: int, *, is_phrase: bool) -> int:
    """Cut content before a contrast ("…, but") and, where it is a phrase, before an adjunct or subordinate clause."""
    sentence = matching.sentence
    for k in range(begin + 1, end - 1):
        flag, low = sentence.flags[k], sentence.lows[k]
        if low == "," or low in phrases.DASHES:
            following = sentence.flags[k + 1]
            if following & Flag.CONTRAST or (low == "," and _is_trailing(matching, k + 1)):
                return k
            if is_phrase and _opens_clause_adjunct(matching, k + 1):
                return k
        elif (
            low == ";"
            and (is_phrase or not matching.pack.source.language.verb_final)
            or is_phrase
            and flag & Flag.SUBORDINATOR
            and not flag & (Flag.NAME | Flag.PREPOSITION)
        ):
            return k
    return end


def _is_trailing(matching: Matching, k: int) -> bool:
    """Tell whether words that only stand behind a content begin at a token: "according to"."""
    lows = matching.sentence.lows
    return any(tuple(lows[k : k + len(words)]) == words for words in matching.pack.trailing)


def _opens_clause_adjunct(matching: Matching, k: int) -> bool:
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
    if lows[k] == "," and hit.cue.slots & {"ing", "finite", "form"}:
        return k
    is_perfect = "participle" in hit.cue.slots and flags[hit.start - 1] & Flag.AUXILIARY
    is_finite = hit.cue.slots & {"present", "past", "form", "finite"} or is_perfect
    if flags[k] & Flag.CONJUNCTION and is_finite and "noun" not in hit.cue.slots:
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
    is_trailing = lows[before] == "," and before > 1 and is_end(sentence, hit.end)
    return before if lows[before] in (";", SPACE) or is_trailing else None


def content_start(sentence: Sentence, position: int, *, is_final: bool = False) -> int:
    """Find where the clause that ends at a position begins: the sentence, a semicolon, behind another frame's cue."""
    for k in range(position, -1, -1):
        if sentence.lows[k] == ";":
            return k + 1
        if not is_final or k == 0 or k == position:
            continue
        if sentence.flags[k] & Flag.COMPLEMENTIZER or (
            sentence.lows[k] in (",", ":") and sentence.flags[k - 1] & Flag.CUE
        ):
            return k + 1
        if sentence.lows[k] == "," and sentence.flags[k + 1] & Flag.CONTRAST:
            return k + 1
    return 0


def after_settings(sentence: Sentence, first: int, position: int) -> int:
    """Step over where and when something was said ("এক বিবৃতিতে") to where what was said begins."""
    begin = first
    for k in range(first, min(position, first + _LONGEST_SETTING)):
        # A time behind a plain word belongs to what was said: "the mayor (said that) the bridge opens on Monday".
        is_own_time = sentence.flags[k] & Flag.TIME and all(sentence.flags[first:k])
        if sentence.flags[k] & Flag.SETTING or is_own_time:
            begin = k + 1
    while begin < position and sentence.flags[begin] & (Flag.ADVERB | Flag.PUNCTUATION):
        begin += 1
    return begin
