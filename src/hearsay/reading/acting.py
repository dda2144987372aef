"""Whether a state, capital or seat of power acts here and so stands for its government, or is only a place (metonymy).

It acts as the subject of a reporting verb, beside a noun of acting ("Moscow's statement"), or as what somebody accuses,
denies or cites; after "in" or "at", before "visit", or with a case ending of place it does not.
"""

import re
from functools import cache

from hearsay.packs.compiler import Flag
from hearsay.packs.cutting import cut_run
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower
from hearsay.records import Span

_REACH = 60  # characters in which the verb of an English subject stands
_CLAUSE_REACH = 400  # a verb-final clause may be long before its verb comes
_CLAUSE_START = re.compile(r"(?:^|[\n.!?।,;:—–\"“”‘’(，。；：！？、「」『』（])\s*$")
_STOP = re.compile(r"[\n!?।。！？；]")
_WORD = re.compile(r"[^\s,.;:!?।\"“”‘’()—–，。；：！？、「」『』（）]+")
_RUN_REACH = 60  # characters of a clause without spaces in which the verb of a subject stands
_LONGEST_OPENING = 12  # characters before a subject that are read for what opens its clause


def is_acting(text: str, span: Span, *, language: str) -> bool:
    """Tell whether a state, capital or seat at `span` (without its case ending) stands for its government."""
    lexicon = load_lexicon(language)
    if lexicon.has_capitals:
        return _acts_before_verb(text, span, lexicon)
    if lexicon.pack.cutter is not None:
        return _acts_in_run(text, span, lexicon)
    return _acts_in_clause(text, span, lexicon)


@cache
def _tables(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns of acting, and the words that make a place of a name."""
    names = load_lexicon(language).names
    return fold_words(names.acts), fold_words(names.place_verbs)


def _acts_before_verb(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell it where the verb follows its subject: 'Moscow has denied', "Moscow's denial", 'according to Moscow'."""
    start, end = span
    acts, places = _tables(lexicon.pack.name)
    before = text[max(0, start - 24) : start].lower().split()
    while before and lexicon.has_flag(before[-1], Flag.DETERMINER):
        before.pop()
    if before and before[-1] in places:
        return " ".join(before).endswith(tuple(lexicon.names.acting_before) or ("\0",))
    following = text[end : end + _REACH].split("\n")[0]
    owned = following.startswith(lexicon.possessives)
    words = [match.group().lower() for match in _WORD.finditer(following[2:] if owned else following)][:4]
    if owned:
        return bool(acts & set(words[:3]))
    if following[:1] != " ":
        return bool(before) and before[-1] in lexicon.verb_cues and following[:1] in (".", ",")
    for word in words:
        if word in lexicon.verb_cues:
            return True
        if not lexicon.pack.flags.get(word, 0) & (Flag.AUXILIARY | Flag.ADVERB) and not word.endswith(
            lexicon.pack.adverb_endings
        ):
            return False
    return False


def _acts_in_clause(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell it where the verb ends the clause: a bare name at its start with a cue to come, or owning an act."""
    start, end = span
    acts, places = _tables(lexicon.pack.name)
    clause = _STOP.split(text[end : end + _CLAUSE_REACH])[0]
    ending, _, rest = clause.partition(" ") if not clause.startswith(" ") else ("", "", clause)
    words = [lower(match.group()) for match in _WORD.finditer(rest)]
    if not words:
        return False
    if ending.strip(",;:-") in fold_words(lexicon.pack.source.language.cases.get("genitive", "")):
        return any(_is_one_of(word, acts, lexicon) for word in words[:2])
    if ending.strip(","):
        return False
    if _is_one_of(words[0], places, lexicon):
        return False
    if not any(word in lexicon.cue_forms for word in words):
        return False
    is_opened_behind = bool(lexicon.pack.flags.get(words[0], 0) & Flag.SUBORDINATOR)
    return is_opened_behind or _begins_clause(text, start, lexicon)


def _acts_in_run(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell it where words are written without spaces: the subject of a cue in its clause, by particle or by place."""
    start, end = span
    acts, places = _tables(lexicon.pack.name)
    words = _cut_clause(text[end : end + _RUN_REACH], lexicon)
    if not words or words[0] in places or words[0] in lexicon.all_heads:
        return False
    if lexicon.pack.particles:
        case = lexicon.pack.particles.get(words[0])
        if case == Flag.GENITIVE:
            return any(word in acts for word in words[1:3])
        return case == Flag.MARKED and any(word in lexicon.cue_forms for word in words)
    if words[0] in acts:
        return True
    is_subject = any(word in lexicon.cue_forms for word in words[:_LONGEST_OPENING])
    return is_subject and _opens_run(text, start, lexicon)


def _cut_clause(text: str, lexicon: Lexicon) -> list[str]:
    """Return the words of a text without spaces up to the end of its clause, verb-final ones up to the sentence's end."""
    cutter = lexicon.pack.cutter
    assert cutter is not None
    end = _STOP.search(text) if lexicon.pack.particles else re.search(r"[\n!?。！？；，,:：]", text)
    clause = text[: end.start()] if end else text
    return [lower(clause[a:b]) for run in _WORD.finditer(clause) for a, b in cut_run(clause, run.span(), cutter)]


def _opens_run(text: str, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a name stands where a subject does: after a mark, a cue, or a word that opens a clause."""
    before = text[max(0, start - _LONGEST_OPENING) : start]
    if _CLAUSE_START.search(before) or start == 0:
        return True
    words = _cut_clause(re.split(r"[，。；：！？、\n ]", before)[-1], lexicon)
    openers = Flag.COMPLEMENTIZER | Flag.CONJUNCTION | Flag.SUBORDINATOR | Flag.ADVERB | Flag.CONTRAST
    return bool(words) and (bool(lexicon.pack.flags.get(words[-1], 0) & openers) or words[-1] in lexicon.cue_forms)


def _is_one_of(word: str, known: frozenset[str], lexicon: Lexicon) -> bool:
    """Tell whether a word, or its stem, is known."""
    return lexicon.known_stem(word, known) is not None


def _locatives(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the endings of place and time: a word with one may open a clause before its subject."""
    return tuple(fold_words(lexicon.pack.source.language.cases.get("locative", "")))


def _begins_clause(text: str, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a name stands where a subject does: at the start, after 'that' or 'and', after words of time."""
    before = text[max(0, start - 40) : start]
    if _CLAUSE_START.search(before) or start == 0:
        return True
    words = [lower(match.group()) for match in _WORD.finditer(before)]
    openers = Flag.COMPLEMENTIZER | Flag.CONJUNCTION | Flag.SUBORDINATOR | Flag.ADVERB
    return bool(words) and (
        bool(lexicon.pack.flags.get(words[-1], 0) & openers) or words[-1].endswith(_locatives(lexicon))
    )
