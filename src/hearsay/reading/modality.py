"""Modality and polarity of a content: planned, possible, negated (FactBank), by the words of its own main clause.

Whether a source denies is a matter of the act and not found here.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from hearsay.packs.cutting import cut_run
from hearsay.packs.loading import load_pack_source
from hearsay.reading.event_lexicon import EventLexicon, load_lexicon, lower_view
from hearsay.reading.event_scene import Scene, Word
from hearsay.records import Certainty, Span
from hearsay.text.folding import fold_word
from hearsay.text.words import letter_class, word_pattern

_CLAUSE_END = re.compile(r"[;:!?।\n；：！？。，]|,\s|\.\s")
# A negation further from its verb belongs to something else.
_LEFT_REACH = 8
_RIGHT_REACH = 4
# A content may open with "that" or "if"; only later ones begin another clause.
_OPENING_WORDS = 2
_FINAL_WORDS = 2

_Finder = Callable[[str], object]


def find_certainty(text: str, spans: Sequence[Span], *, language: str, times: Iterable[Span] = ()) -> Certainty:
    """Return how surely the content itself puts it: possible, planned, or asserted; a month of May is no "may"."""
    possible, planned, last = _cues(language)
    content = lower_view(" ".join(text[start:end] for start, end in spans))
    if not (possible(content) or planned(content) or last(content)):
        return Certainty.ASSERTED
    named = [time for time in times if possible(lower_view(text[slice(*time)]))] if possible(content) else []
    for start, end in named:
        text = text[:start] + " " * (end - start) + text[end:]
    if named:
        content = lower_view(" ".join(text[start:end] for start, end in spans))
    clause = _main_clause(content, language)
    if load_lexicon(language).events.markers_follow:
        final = _final_words(clause, language)
        if planned(final) or last(final):
            return Certainty.PLANNED
    if possible(clause):
        return Certainty.POSSIBLE
    return Certainty.PLANNED if planned(clause) else Certainty.ASSERTED


def is_negated(text: str, spans: Sequence[Span], *, language: str) -> bool:
    """Tell whether the main clause of the content is negated."""
    classes = load_lexicon(language).classes
    content = lower_view(" ".join(text[start:end] for start, end in spans))
    words = _split_words(_main_clause(content, language), language)
    return any("negation" in classes.get(word, ()) or word.endswith("n't") for word in words)


def _split_words(text: str, language: str) -> list[str]:
    """Split a text into words, cutting runs where words are written without spaces."""
    cutter = load_lexicon(language).cutter
    if cutter is None:
        return word_pattern().findall(text)
    runs = (match.span() for match in word_pattern().finditer(text))
    return [text[start:end] for run in runs for start, end in cut_run(text, run, cutter)]


def is_negated_at(scene: Scene, word: Word) -> bool:
    """Tell whether the clause of a trigger is negated: before the verb, or after it where the verb comes last."""
    if scene.lexicon.events.markers_follow:
        return scene.has(word.last, "negation") or _is_negated_after(scene, word.last + 1)
    for index in range(word.first - 1, max(-1, word.first - 1 - _LEFT_REACH), -1):
        if scene.has(index, "negation"):
            return True
        if scene.has(index, "stop", "relative") or scene.is_broken(index + 1, ',;:.“”"()—'):
            break
    index = word.last + 1
    while scene.has(index, "auxiliary", "passive"):
        index += 1
    if scene.lexicon.is_verb_second and _is_negated_after(scene, word.last + 1):  # "liefert keine Raketen"
        return True
    return index > word.last + 1 and scene.has(index, "negation")


def _is_negated_after(scene: Scene, start: int) -> bool:
    for index in range(start, min(len(scene.tokens), start + _RIGHT_REACH)):
        if scene.is_broken(index, ",;।!?\n"):
            return False
        if scene.has(index, "negation"):
            return True
        if scene.has(index, "stop"):
            return False
    return False


def _main_clause(content: str, language: str) -> str:
    """Return the main clause of a lowered content: the first one, or the last where the verb comes last."""
    lexicon = load_lexicon(language)
    clauses = _split_clauses(content, lexicon)
    if not clauses:
        return ""
    return clauses[-1] if lexicon.events.markers_follow else clauses[0]


def _final_words(clause: str, language: str) -> str:
    """Return the words where a verb that comes last stands: what it says goes before any noun of possibility."""
    if load_lexicon(language).cutter is not None:
        return "".join(_split_words(clause, language)[-_FINAL_WORDS:])
    words = list(word_pattern().finditer(clause))
    return clause[words[-_FINAL_WORDS].start() :] if len(words) >= _FINAL_WORDS else clause


def _split_clauses(content: str, lexicon: EventLexicon) -> list[str]:
    """Split at marks, and where verbs do not come last at words that begin another clause."""
    clauses = []
    for piece in _CLAUSE_END.split(content):
        if not piece.strip():
            continue
        words = list(word_pattern().finditer(piece))
        cut = len(piece)
        for place, word in enumerate(words):
            if lexicon.events.markers_follow:
                break
            if place >= _OPENING_WORDS and lexicon.classes.get(word.group(), frozenset()) & {"stop", "relative"}:
                cut = word.start()
                break
        clauses.append(piece[:cut])
    return clauses


@cache
def _cues(language: str) -> tuple[_Finder, _Finder, _Finder]:
    """Compile the cues of what is possible, of what is planned, and of what is where they stand last."""
    events = load_pack_source(language).events
    lists = (events.possible, events.planned, events.planned_last)
    is_cut = load_lexicon(language).cutter is not None
    possible, planned, last = (_any_word_of(phrases, language) if is_cut else _any_of(phrases) for phrases in lists)
    return possible, planned, last


def _any_word_of(phrases: Sequence[str], language: str) -> _Finder:
    """Match any of the words into which a run of letters is cut."""
    wanted = frozenset(map(fold_word, phrases))
    if not wanted:
        return lambda _: None
    return lambda text: not wanted.isdisjoint(_split_words(text, language))


def _any_of(phrases: Sequence[str]) -> _Finder:
    """Match any phrase as whole words, or as part of a word on the side of a "~"; nothing where there are none."""
    letters = letter_class()
    groups: dict[tuple[bool, bool], list[str]] = {}
    for phrase in phrases:
        edges = (phrase.startswith("~"), phrase.endswith("~"))
        groups.setdefault(edges, []).append(re.escape(fold_word(phrase.strip("~"))))
    parts = [
        ("" if is_open else f"(?<![{letters}])") + f"(?:{'|'.join(sorted(words, key=len, reverse=True))})" + after
        for (is_open, goes_on), words in groups.items()
        for after in ("" if goes_on else f"(?![{letters}])",)
    ]
    return re.compile("|".join(parts)).search if parts else lambda _: None
