"""Words: runs of letters, marks and digits, so that Bengali vowel signs stay inside their word.

Python's `\\w` cuts Bengali at its vowel signs (994 "words" in a text of 389), so the character class is made once from the
Unicode categories L, M and N. Apostrophes and hyphens inside a word belong to it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain

_JOINERS = "'’‑-"
# To look at every code point costs a tenth of a second at each start: blocks of nothing but letters are taken whole, and
# beyond the second plane there are only ideographs, and selectors of variants.
_WHOLE_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xAC00, 0xD7A4))
_END_OF_LOOKING = 0x20000
_SELECTORS = range(0xE0100, 0xE01F0)
_IDEOGRAPHS = range(0x20000, 0x323B0)


def _looked_at() -> Iterator[int]:
    """Yield the code points whose category must be asked."""
    start = 0
    for block in (*_WHOLE_BLOCKS, range(_END_OF_LOOKING, _END_OF_LOOKING)):
        yield from range(start, block.start)
        start = block.stop


@cache
def letter_class() -> str:
    """Return the inside of a regular-expression class that holds every letter, mark and digit."""
    ranges: list[list[int]] = []
    for code in chain(_looked_at(), _SELECTORS):
        if unicodedata.category(chr(code))[0] in "LMN":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    ranges += [[block[0], block[-1]] for block in (*_WHOLE_BLOCKS, _IDEOGRAPHS)]
    # As they are, not as escapes: compiling takes half the time.
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges)


@cache
def word_pattern(elisions: str = "") -> re.Pattern[str]:
    """Return the pattern of one word; apostrophes and hyphens count only between letters.

    An elision ("l", "qu") is a word by itself, with its apostrophe.

    >>> word_pattern().findall("রাশিয়ার প্রতিরক্ষামন্ত্রী, Jean-Luc’s 5")
    ['রাশিয়ার', 'প্রতিরক্ষামন্ত্রী', 'Jean-Luc’s', '5']
    """
    letters = letter_class()
    return re.compile(f"{elision_pattern(elisions)}|[{letters}]+(?:[{_JOINERS}][{letters}]+)*")


@cache
def elision_pattern(elisions: str) -> str:
    """Return the expression of a word that leans on the next one: 'l’' of "l’agence"; it fits nothing if none is listed."""
    words = "|".join(sorted(map(re.escape, elisions.split()), key=len, reverse=True))
    return f"(?<![{letter_class()}])(?i:{words})['’](?=[{letter_class()}])" if words else "(?!)"
