"""Bodies named in quotation marks: «Вечерний Ладвинск». What is said stands in marks too, so that shape and place decide."""

import re
from collections.abc import Iterator
from functools import cache

from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import Lexicon, lower
from hearsay.records import MentionKind

_LONGEST = 40  # characters; what is said is mostly longer
_MOST_WORDS = 4
_SPEECH = re.compile(r"[,.!?]?\s*[—–-]\s")  # what was said is followed by a dash and its speaker


@cache
def _mark_pattern(pairs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a short stretch in quotation marks that begins with a capital or a figure."""
    marks = re.escape("".join(pairs))
    inner = rf"(?P<name>[^\W_][^{marks}\n]{{1,{_LONGEST}}})"
    return re.compile(f"[{re.escape(''.join(pair[0] for pair in pairs))}]{inner}[{marks}]")


def find_quoted_bodies(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find the names of bodies in quotation marks, where the pack says that they stand in them."""
    if not lexicon.names.quoted:
        return
    for match in _mark_pattern(tuple(lexicon.pack.source.quotations.pairs)).finditer(text):
        start, end = match.span("name")
        if _is_name(match["name"]) and _is_inside(text, match.span(), lexicon):
            yield Candidate(start, end, MentionKind.ORGANISATION)


def _is_name(words: str) -> bool:
    """Tell whether words in marks look like a name: a capital first, few words, no stop at the end."""
    is_short = words[0].isupper() and len(words.split()) <= _MOST_WORDS
    return is_short and words[-1].isalnum() and not any(mark in words for mark in ",;:?!")


def _is_inside(text: str, span: tuple[int, int], lexicon: Lexicon) -> bool:
    """Tell whether marks stand inside a sentence, behind a word that announces neither speech nor a work."""
    before = text[max(0, span[0] - _LONGEST) : span[0]]
    if not before.endswith(" ") or before.rstrip().endswith((":", ".", "!", "?")) or _SPEECH.match(text, span[1]):
        return False
    words = before.split()
    return bool(words) and lower(words[-1]) not in lexicon.documents | lexicon.mute
