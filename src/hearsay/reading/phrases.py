"""Phrases: how far a source's noun phrase and a content reach around a cue, from the pack's closed classes.

No parser stands behind this: a noun phrase ends where a word of another kind begins, an apposition or relative clause
between commas is stepped over, and a coordinated or participial cue takes the subject of the clause before it.
"""

from hearsay.packs.compiler import Flag, Pack
from hearsay.reading.runs import SPACE
from hearsay.reading.tokens import Sentence

Range = tuple[int, int]  # tokens [first, last)

_STOP = Flag.COMPLEMENTIZER | Flag.SUBORDINATOR | Flag.PUNCTUATION | Flag.QUOTATION | Flag.AUXILIARY | Flag.VERB
_CLAUSE_EDGE = Flag.COMPLEMENTIZER | Flag.SUBORDINATOR | Flag.PUNCTUATION | Flag.QUOTATION
_SKIP_BEFORE_CUE = Flag.CLITIC | Flag.AUXILIARY | Flag.NEGATION | Flag.ADVERB | Flag.PARENTHESIS | Flag.TIME
_BETWEEN_PHRASES = Flag.TIME | Flag.ADVERB | Flag.CONJUNCTION | Flag.PUNCTUATION | Flag.CONTRAST | Flag.QUOTATION
_BEFORE_DETERMINER = Flag.PREPOSITION | Flag.CONJUNCTION | Flag.DETERMINER
_NOMINAL = Flag.NAME | Flag.SOURCE | Flag.PRONOUN
DASHES = frozenset({"—", "–", "―", "-", "--"})
# An apposition or relative clause longer than this between commas is rather a clause of its own.
_LONGEST_APPOSITION = 28
_LONGEST_BEARER = 4
# A relative clause without commas is not longer than this between what it belongs to and its verb.
_LONGEST_RESTRICTION = 12


def is_mark(low: str, mark: str) -> bool:
    """Tell whether a token is a punctuation mark; one dash is as good as another.

    >>> is_mark("–", "—"), is_mark(",", "—")
    (True, False)
    """
    return low == mark or (mark in DASHES and low in DASHES)


def subject_before(sentence: Sentence, cue_start: int, *, is_governed: bool = False) -> Range | None:
    """Find the noun phrase whose verb the cue is, to its left; None where the place of a subject is empty.

    `is_governed` is True where the pattern itself has a preposition before the phrase: "citando a Ann Roe".
    """
    k = _skip_left(sentence, cue_start - 1)
    if k < 0:
        return None
    if sentence.lows[k] == ",":
        return _before_apposition(sentence, k)
    if sentence.lows[k] in DASHES:
        return _before_apposition(sentence, k)
    return noun_phrase_before(sentence, k, is_governed=is_governed)


def _skip_left(sentence: Sentence, k: int) -> int:
    """Step left over auxiliaries, negations, adverbs, times and parentheses between subject and cue."""
    flags = sentence.flags
    if k > 0 and flags[k] & Flag.PREPOSITION and flags[k - 1] & Flag.CATENATIVE:
        k -= 2
    while k >= 0 and flags[k] & _SKIP_BEFORE_CUE and not _is_nominal_time(sentence, k):
        is_time = flags[k] & Flag.TIME
        k -= 1
        while is_time and k >= 0 and flags[k] & Flag.TIME:
            k -= 1
        if is_time and k >= 0 and flags[k] & Flag.PREPOSITION:
            k -= 1
    return k


def _is_nominal_time(sentence: Sentence, k: int) -> bool:
    """Tell whether a time token is part of a name ("The New York Times")."""
    return bool(sentence.flags[k] & Flag.NAME)


def _before_apposition(sentence: Sentence, comma: int) -> Range | None:
    """Find the noun phrase before an apposition or relative clause that ends at this comma or dash."""
    mark = sentence.lows[comma]
    for k in range(comma - 1, max(-1, comma - _LONGEST_APPOSITION), -1):
        if sentence.flags[k] & Flag.QUOTATION and k + 1 == comma:
            return None
        if is_mark(sentence.lows[k], mark):
            if k == 0 or sentence.flags[k - 1] & (Flag.PUNCTUATION | Flag.QUOTATION):
                return None
            if _is_place_comma(k, comma):
                return noun_phrase_before(sentence, k - 1, end=comma)
            found = noun_phrase_before(sentence, k - 1, end=comma)
            return found if found is None or _can_be_head(sentence, found[0], k) else None
    return None


def _is_place_comma(first: int, second: int) -> bool:
    """Tell whether two commas enclose one name or number: "Tulsa, Okla.," and "Roe, 43,"."""
    return second - first <= 3


def _can_be_head(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a phrase before a comma can be a subject rather than an adverbial ("On Monday, …, said")."""
    flags = sentence.flags[first]
    return not flags & (Flag.PREPOSITION | Flag.SUBORDINATOR | Flag.TIME | Flag.ADVERB) and last > first


def noun_phrase_before(
    sentence: Sentence, last: int, *, end: int | None = None, is_governed: bool = False
) -> Range | None:
    """Find the noun phrase whose last token is `last`; `end` stretches it over an apposition."""
    flags = sentence.flags
    if last < 0 or flags[last] & (Flag.PUNCTUATION | Flag.QUOTATION | Flag.CONJUNCTION):
        return None
    if flags[last] & Flag.SUBORDINATOR and not flags[last] & Flag.NAME:
        return None
    stop = last + 1 if end is None else end
    if flags[last] & (Flag.RELATIVE | Flag.COMPLEMENTIZER):
        return _with_antecedent(sentence, last, stop)
    if flags[last] & (Flag.PRONOUN | Flag.OTHER_PRONOUN) and not flags[last] & Flag.DETERMINER:
        return (last, stop)
    first = _phrase_start(sentence, last)
    if first is None:
        return None
    if sentence.is_verb_second and _hangs_on_preposition(sentence, first):
        return None
    if flags[first] & Flag.PREPOSITION and not flags[first] & Flag.NAME:
        first = _last_name(sentence, first, last)
    elif first and end is None and not is_governed and _is_governed(sentence, first):
        return _beyond_adjunct(sentence, first, last, stop)
    return (first, stop) if _has_head(sentence, first, last) else None


def _hangs_on_preposition(sentence: Sentence, first: int) -> bool:
    """Tell whether a phrase is an adverbial: before a verb in second place the subject is then behind it."""
    k = first if sentence.flags[first] & Flag.PREPOSITION or first == 0 else first - 1
    return bool(sentence.flags[k] & Flag.PREPOSITION) and not sentence.flags[k] & Flag.NAME


def _is_governed(sentence: Sentence, first: int) -> bool:
    """Tell whether a phrase hangs on a preposition that is nothing else: not "after", which also opens a clause."""
    flags = sentence.flags
    is_possessive = flags[first] & Flag.POSSESSIVE
    bare = flags[first - 1] & Flag.PREPOSITION and not flags[first - 1] & (Flag.NAME | Flag.SUBORDINATOR)
    return bool(bare and (is_possessive or not flags[first] & Flag.DETERMINER))


def _beyond_adjunct(sentence: Sentence, first: int, last: int, stop: int) -> Range | None:
    """Step over what hangs on a preposition and so is no subject: "Roe today in a statement", "In its report Roe"."""
    named = _last_name(sentence, first, last)
    if named > first and sentence.flags[named] & Flag.NAME and not sentence.flags[named - 1] & Flag.DETERMINER:
        return (named, stop)
    k = _skip_left(sentence, first - 2)
    found = noun_phrase_before(sentence, k) if k >= 0 and sentence.lows[k] != "," else None
    return found or (first, stop)


def _has_head(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a phrase holds a word that can be its head: not only articles, adverbs, "able to"."""
    nominal = _NOMINAL | Flag.OTHER_PRONOUN | Flag.RELATIVE
    flags = sentence.flags
    return any(flags[k] & nominal or (not flags[k] and _may_be_noun(sentence, k)) for k in range(first, last + 1))


def _may_be_noun(sentence: Sentence, k: int) -> bool:
    """Tell whether an unknown word may be a noun: where every noun has a capital letter, only with one."""
    return not sentence.has_capital_nouns or not sentence.text[sentence.starts[k]].islower()


def _last_name(sentence: Sentence, first: int, last: int) -> int:
    """Return where the name that ends a phrase begins: "In a meeting with the board Roe" is about Roe."""
    k = last
    while k > first and sentence.flags[k] & Flag.NAME:
        k -= 1
    return k + 1 if k < last else last


def _with_antecedent(sentence: Sentence, relative: int, stop: int) -> Range:
    """Reach from a relative pronoun back to the noun phrase it stands for."""
    k = relative - 1
    if k >= 0 and sentence.lows[k] == ",":
        k -= 1
    if k >= 0:
        first = _phrase_start(sentence, k)
        if first is not None and not sentence.flags[k] & (Flag.PUNCTUATION | Flag.QUOTATION):
            return (first, stop)
    return (relative, stop)


def _phrase_start(sentence: Sentence, last: int) -> int | None:
    """Walk left from the last token of a noun phrase to its first."""
    flags, lows = sentence.flags, sentence.lows
    k = last
    first = last + 1
    while k >= 0:
        flag = flags[k]
        if flag & Flag.NAME:
            first = k
        elif lows[k] == "," and _joins_names(sentence, k):
            pass
        elif flag & (_STOP | Flag.RELATIVE | Flag.TIME) or (flag & Flag.CUE and _is_verb_like(sentence, k, last)):
            relative = _restrictive_relative(sentence, k, last)
            if relative is None:
                break
            k = first = relative
        elif flag & Flag.CONJUNCTION:
            if not _joins_phrases(sentence, k):
                break
        elif flag & Flag.DETERMINER:
            first = k
            joins = k > 1 and flags[k - 1] & Flag.CONJUNCTION and _joins_phrases(sentence, k - 1)
            joins = joins or joins_noun(sentence, k)
            if k == 0 or not (joins or flags[k - 1] & Flag.PREPOSITION):
                relative = _restrictive_relative(sentence, k - 1, last)
                if relative is None:
                    break
                k = first = relative
        elif flag & (Flag.PRONOUN | Flag.OTHER_PRONOUN):
            break
        elif flag & Flag.PREPOSITION:
            if k == 0 or flags[k - 1] & (Flag.PUNCTUATION | Flag.ADVERB | Flag.TIME):
                break
        elif flag & Flag.ADVERB and not flags[min(k + 1, last)] & Flag.CUE and k == first - 1 and k > 0:
            first = k
        elif lows[k] == SPACE and any(flag & _NOMINAL for flag in flags[k + 1 : last + 1]):
            break
        else:
            first = k
        k -= 1
    return first if first <= last else None


def _restrictive_relative(sentence: Sentence, k: int, last: int) -> int | None:
    """Find the relative pronoun whose clause, without commas, a would-be stop is part of: "a man who left the town"."""
    flags = sentence.flags
    for j in range(k, max(0, k - _LONGEST_RESTRICTION), -1):
        if flags[j] & Flag.RELATIVE and j < last:
            is_object = flags[j + 1] & (_NOMINAL | Flag.OTHER_PRONOUN | Flag.DETERMINER) and not flags[j + 1] & Flag.CUE
            is_bare = flags[j - 1] & (_STOP | Flag.PREPOSITION | Flag.CONJUNCTION | Flag.CUE)
            return None if is_object or is_bare else j
        if flags[j] & (_CLAUSE_EDGE | Flag.CONJUNCTION):
            return None
    return None


def _joins_names(sentence: Sentence, comma: int) -> bool:
    """Tell whether a comma stands inside a name with its place or age ("Ryan, R-Wis.", lists of names stop)."""
    return (
        False if comma == 0 else bool(sentence.flags[comma - 1] & Flag.NAME and sentence.flags[comma + 1] & Flag.NAME)
    )


def _joins_phrases(sentence: Sentence, conjunction: int) -> bool:
    """Tell whether a conjunction joins two noun phrases: nothing that is a verb stands before it in its clause."""
    k = conjunction - 1
    while k >= 0 and not sentence.flags[k] & (Flag.PUNCTUATION | Flag.QUOTATION | Flag.COMPLEMENTIZER):
        if (
            sentence.flags[k] & (Flag.AUXILIARY | Flag.VERB | Flag.CUE | Flag.RELATIVE)
            and not sentence.flags[k] & Flag.NAME
        ):
            return False
        k -= 1
    return conjunction > 0 and not sentence.flags[conjunction - 1] & (Flag.PUNCTUATION | Flag.QUOTATION)


def _is_verb_like(sentence: Sentence, k: int, last: int) -> bool:
    """Tell whether a cue word inside a would-be phrase is a verb there, not a noun ("the report", "claims")."""
    if sentence.flags[k] & (Flag.SOURCE | Flag.NAME):
        return False
    before = sentence.flags[k - 1] if k else 0
    return k < last and not before & (Flag.DETERMINER | Flag.PREPOSITION)


def _skip_adjuncts(sentence: Sentence, first: int) -> int:
    """Step right over adverbs, and over a time with its preposition, to where a noun phrase may begin."""
    flags = sentence.flags
    k = first
    while k < len(flags) and not flags[k] & Flag.NAME:
        is_time = flags[k] & Flag.PREPOSITION and k + 1 < len(flags) and flags[k + 1] & Flag.TIME
        if not (flags[k] & (Flag.ADVERB | Flag.TIME) or is_time):
            break
        k += 1
    return k


def joins_noun(sentence: Sentence, k: int) -> bool:
    """Tell whether a determiner joins its noun to the one before it: "der Sprecher des Ministers"."""
    if k == 0 or not sentence.flags[k] & Flag.DETERMINER or not sentence.flags[k] & Flag.GENITIVE:
        return False
    before = sentence.flags[k - 1]
    is_noun = sentence.text[sentence.starts[k - 1]].isupper() and not before & (Flag.PREPOSITION | Flag.DETERMINER)
    return k > 1 and is_noun and not before & (Flag.PRONOUN | Flag.OTHER_PRONOUN | Flag.PUNCTUATION | Flag.AUXILIARY)


def noun_phrase_after(sentence: Sentence, first: int) -> Range | None:
    """Find the noun phrase that begins at `first`, with its appositions where a comma opens and closes them."""
    flags = sentence.flags
    k = _skip_adjuncts(sentence, first)
    if k < len(flags) and flags[k] & Flag.PREPOSITION and not flags[k] & (Flag.NAME | Flag.ADVERB | Flag.SUBORDINATOR):
        return None
    begin = k
    while k < len(flags):
        flag = flags[k]
        if flag & (Flag.NAME | Flag.PARENTHESIS):
            pass
        elif (
            flag
            & (Flag.PUNCTUATION | Flag.QUOTATION | Flag.COMPLEMENTIZER | Flag.SUBORDINATOR | Flag.AUXILIARY | Flag.VERB)
            or flag & (Flag.RELATIVE | Flag.TIME)
            or (flag & Flag.SETTING and k > begin)
            or (sentence.is_verb_second and flag & Flag.NEGATION and not flag & Flag.DETERMINER)
            or flag & Flag.DETERMINER
            and k > begin
            and not flags[k - 1] & _BEFORE_DETERMINER
            and not joins_noun(sentence, k)
        ):
            break
        elif flag & (Flag.PRONOUN | Flag.OTHER_PRONOUN) and not flag & Flag.DETERMINER:
            k += k == begin
            break
        elif (
            flag & Flag.CUE
            and k > begin
            and not flag & Flag.SOURCE
            and not flags[k - 1] & Flag.DETERMINER
            or flag & Flag.CONJUNCTION
            and not _joins_right(sentence, k)
        ):
            break
        k += 1
    k = _without_tail(sentence, begin, k)
    return (begin, k) if k > begin else None


def _joins_right(sentence: Sentence, conjunction: int) -> bool:
    """Tell whether a conjunction inside a phrase to the right joins another noun phrase."""
    following = sentence.flags[conjunction + 1] if conjunction + 1 < len(sentence.flags) else 0
    return bool(following & (Flag.NAME | Flag.SOURCE | Flag.DETERMINER)) and not following & Flag.PRONOUN


def _without_tail(sentence: Sentence, begin: int, end: int) -> int:
    """Drop prepositions, adverbs and conjunctions left at the end of a phrase."""
    tail = Flag.PREPOSITION | Flag.ADVERB | Flag.CONJUNCTION
    while end > begin and sentence.flags[end - 1] & tail and not sentence.flags[end - 1] & Flag.NAME:
        end -= 1
    return end


def with_apposition(sentence: Sentence, phrase: Range) -> Range:
    """Stretch a noun phrase right over an apposition or relative clause: ", the mayor of Tilburg"."""
    first, end = phrase
    flags, lows = sentence.flags, sentence.lows
    if end >= len(lows) or lows[end] != "," or end + 1 >= len(lows):
        return phrase
    opener = flags[end + 1]
    if not opener & (Flag.DETERMINER | Flag.RELATIVE | Flag.NAME | Flag.SOURCE) or opener & Flag.PRONOUN:
        return phrase
    k = end + 1
    while k < len(lows) and lows[k] != "," and not flags[k] & (Flag.QUOTATION) and lows[k] not in ".;:":
        k += 1
    return (first, k) if k - end <= _LONGEST_APPOSITION else phrase


def clause_subject(sentence: Sentence, before: int, *, verb_endings: tuple[str, ...] = ()) -> Range | None:
    """Find the subject of the sentence's main clause: the first noun phrase that a verb follows."""
    if sentence.is_verb_first:
        return _subject_behind_verb(sentence, before)
    k = 0
    while k < before:
        flag = sentence.flags[k]
        if flag & (Flag.AUXILIARY | Flag.VERB | Flag.CUE) and not flag & (Flag.NAME | Flag.SOURCE) and k > 0:
            found = subject_before(sentence, k)
            if found is not None:
                return found
        k += 1
    found = _leading_phrase(sentence, before)
    return found and _before_unknown_verb(sentence, found, verb_endings)


def _subject_behind_verb(sentence: Sentence, before: int) -> Range | None:
    """Find the subject that follows the verb which opens a sentence: up to its last name or source, objects left out."""
    flags = sentence.flags
    verbs = Flag.VERB | Flag.CUE
    verb = next((k for k in range(before) if flags[k] & verbs and not flags[k] & (Flag.NAME | Flag.SOURCE)), None)
    found = None if verb is None else noun_phrase_after(sentence, verb + 1)
    if found is None or found[1] > before:
        return None
    heads = [k for k in range(*found) if flags[k] & _NOMINAL]
    return (found[0], heads[-1] + 1) if heads else None


def _before_unknown_verb(sentence: Sentence, phrase: Range, verb_endings: tuple[str, ...]) -> Range:
    """End a phrase before a word that nobody listed and that looks like a verb: "The union walked"."""
    first, end = phrase
    for k in range(first + 1, end):
        is_verb = not sentence.flags[k] and sentence.lows[k].endswith(verb_endings or ("\0",))
        if is_verb and sentence.flags[k - 1] & _NOMINAL:
            return first, k
    return phrase


def _leading_phrase(sentence: Sentence, before: int) -> Range | None:
    """Take the phrase at the sentence's start, after adverbials closed by a comma, if a name or source is in it."""
    first = 0
    flags = sentence.flags
    if flags and flags[0] & (Flag.PREPOSITION | Flag.TIME | Flag.ADVERB | Flag.SUBORDINATOR):
        commas = [k for k in range(before) if sentence.lows[k] == ","]
        if not commas:
            return None
        first = commas[0] + 1
    found = noun_phrase_after(sentence, first) if first < before else None
    if found is None or not any(flags[k] & _NOMINAL for k in range(*found)):
        return None
    return found if found[1] <= before else None


def ends_in_nominal(sentence: Sentence, phrase: Range) -> bool:
    """Tell whether a phrase closes with a name, a source noun or a pronoun: who is known to be able to speak."""
    return bool(sentence.flags[phrase[1] - 1] & (_NOMINAL | Flag.OTHER_PRONOUN))


def is_adverb_like(sentence: Sentence, k: int) -> bool:
    """Tell whether a token between cue and content can be stepped over: adverb, time, parenthesis."""
    flag = sentence.flags[k]
    if flag & Flag.DETERMINER and not flag & Flag.TIME:  # "most islanders": it opens the content
        return False
    return bool(flag & (Flag.ADVERB | Flag.TIME | Flag.PARENTHESIS)) and not flag & Flag.NAME


def count_words(sentence: Sentence, first: int, last: int) -> int:
    """Count the tokens of a range that are words or quotations."""
    return sum(not flag & Flag.PUNCTUATION for flag in sentence.flags[first:last])


def strip_marks(sentence: Sentence, first: int, last: int) -> Range:
    """Drop punctuation at both ends of a range."""
    while first < last and sentence.flags[first] & Flag.PUNCTUATION:
        first += 1
    while last > first and sentence.flags[last - 1] & Flag.PUNCTUATION:
        last -= 1
    return first, last


def case_of(pack: Pack, word: str, case: str) -> bool:
    """Tell whether a word bears one of the endings of a case."""
    return word.endswith(pack.cases.get(case, ()))
