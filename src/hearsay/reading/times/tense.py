"""Whether the clause around a time is about what is to come: the verb before it decides (verb-final: after it)."""

import re
from functools import cache

from hearsay.packs.loading import load_pack_source
from hearsay.records import Span
from hearsay.text.folding import fold_word
from hearsay.text.words import letter_class

_REACH = 160  # characters; a clause of news is shorter
_BREAK = re.compile(r"[.!?।॥;\n](?:\s|$)")


@cache
def _cue_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of verbs, those of the future in group 1, those of the past in group 2."""
    words = load_pack_source(language).times
    future = _alternatives(words.future, words.future_endings)
    past = _alternatives(words.past, words.past_endings)
    letters = letter_class()
    # A participle right behind a verb of the future belongs to it: "will be completed".
    participle = f"(?: (?:{past}))?"
    return re.compile(f"(?<![{letters}])(?:({future}){participle}|({past}))(?![{letters}])")


def _alternatives(words: str, endings: str) -> str:
    """Return the inside of a group: words (joined by underscores: phrases) and endings; without any it never matches."""
    parts = [re.escape(fold_word(word.replace("_", " "))) for word in words.split()]
    if endings:
        parts.append(f"[{letter_class()}]+(?:{'|'.join(re.escape(fold_word(ending)) for ending in endings.split())})")
    return "|".join(parts) or "(?!)"


def find_direction(text: str, span: Span, language: str) -> int:
    """Return 1 where the clause is about what is to come, -1 about what has been, 0 where nothing tells."""
    pattern = _cue_pattern(language)
    before = _find_cues(pattern, _sentence_before(text, span[0]))
    following = _find_cues(pattern, _sentence_after(text, span[1]))
    after = following[0] if following else None
    last = before[-1] if before else None
    cue = (after or last) if load_pack_source(language).language.verb_final else (last or after)
    if cue is None:
        return 0
    return 1 if cue[1] is not None else -1


def _find_cues(pattern: re.Pattern[str], stretch: str) -> list[re.Match[str]]:
    """Find the verbs in a stretch; a capital letter makes a name ("United")."""
    return [match for match in pattern.finditer(stretch) if not match[0][0].isupper()]


def _sentence_before(text: str, end: int) -> str:
    """Return what stands before a time in its sentence."""
    stretch = text[max(0, end - _REACH) : end]
    breaks = list(_BREAK.finditer(stretch))
    return stretch[breaks[-1].end() :] if breaks else stretch


def _sentence_after(text: str, start: int) -> str:
    """Return what stands after a time in its sentence."""
    stretch = text[start : start + _REACH]
    found = _BREAK.search(stretch)
    return stretch[: found.start()] if found else stretch
