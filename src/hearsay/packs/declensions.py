"""Declension: the forms of a name or noun in the cases of its language, by the endings that the pack lists.

A row leads the ending of the first case to those of all others, in one order, so that the words of a name agree in case.
"""

from collections.abc import Mapping
from functools import cache

from hearsay.packs.loading import load_pack_source

Row = tuple[tuple[str, ...], ...]  # for each case, the endings that it can have
Table = Mapping[str, Row]
_SHORTEST_STEM = 2  # letters: shorter words are rarely names, and their forms are other words
_MOST_WORDS = 4


@cache
def load_declensions(language: str) -> Table:
    """Read the rows of a language; none where its nouns do not change their endings."""
    return read_declensions(load_pack_source(language).language.declensions)


def read_declensions(rows: Mapping[str, str]) -> Table:
    """Read the rows of a pack: an ending, and what it becomes in each case."""
    return {"" if ending == "-" else ending: _read_row(forms) for ending, forms in rows.items()}


def _read_row(forms: str) -> Row:
    """Read the endings of each case: "ы е у ой/ою е"; a hyphen stands for none."""
    return tuple(tuple("" if ending == "-" else ending for ending in case.split("/")) for case in forms.split())


def _row_of(word: str, table: Table) -> str | None:
    """Return the longest ending of a row that a word in the first case bears."""
    if not word.islower() and word.isupper():
        return None  # an acronym is not declined
    low = word.lower()
    endings = (low[start:] for start in range(_SHORTEST_STEM, len(low) + 1))
    return next((ending for ending in endings if ending in table), None)


def decline_word(word: str, table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the forms of a word for each case, itself alone where it does not change."""
    ending = _row_of(word, table)
    cases = max(map(len, table.values()), default=0)
    if ending is None:
        return ((word,),) * cases
    stem = word[: len(word) - len(ending)]
    return tuple(tuple(stem + form for form in forms) for forms in table[ending])


def decline(name: str, table: Table) -> tuple[str, ...]:
    """Return the other forms of a name: all its words in one case, or only the first or the last of them.

    >>> decline("Москва", {"ва": (("вы",), ("ве",))})
    ('Москвы', 'Москве')
    """
    words = name.split(" ")
    if not table or len(words) > _MOST_WORDS:
        return ()
    declined = [decline_word(word, table) for word in words]
    found: dict[str, None] = {}
    for case in range(len(declined[0])):
        first, last = declined[0][case], declined[-1][case]
        for k in range(max(len(first), len(last))):
            here = [forms[case][min(k, len(forms[case]) - 1)] for forms in declined]
            found.update(dict.fromkeys((" ".join(here), " ".join([here[0], *words[1:]]))))
            found.update(dict.fromkeys((" ".join([*words[:-1], here[-1]]),)))
    return tuple(form for form in found if form != name)


def list_nominatives(word: str, table: Table) -> tuple[str, ...]:
    """Return the words of which a word can be a form, itself first, then those that keep most of it.

    >>> list_nominatives("Холта", {"": (("а",), ("у",)), "а": (("ы",), ("е",))})
    ('Холта', 'Холт')
    """
    low = word.lower()
    found: dict[str, int] = {word: 0}
    for ending, row in table.items():
        for form in {form for case in row for form in case if low.endswith(form)}:
            stem = word[: len(word) - len(form)]
            if len(stem) >= _SHORTEST_STEM and _row_of(stem + ending, table) == ending:
                found.setdefault(stem + ending, len(form))
    return tuple(sorted(found, key=lambda nominative: found[nominative]))


def list_cases(form: str, nominative: str, table: Table) -> frozenset[int]:
    """Return the cases in which a name has a form, -1 being the first; all where the name does not change.

    >>> sorted(list_cases("Холта", "Холт", {"": (("а",), ("у",), ("а", ""))}))
    [0, 2]
    """
    found: frozenset[int] | None = None
    words, plain = form.split(), nominative.split()
    for word, first in zip(words, plain if len(words) == len(plain) else plain[-1:], strict=False):
        if first.isupper() and len(first) > 1:
            continue
        cases = enumerate(decline_word(first.lower(), table))
        here = {k for k, forms in cases if word.lower() in forms} | ({-1} if word.lower() == first.lower() else set())
        found = frozenset(here) if found is None else found & here
    return frozenset(range(-1, max(map(len, table.values()), default=0))) if found is None else found


def decline_cases(phrase: str, table: Table) -> list[tuple[int, str]]:
    """Return each form of a phrase with its case: all words declined, or only the first one."""
    words = phrase.split(" ")
    declined = [decline_word(word, table) for word in words]
    found = [(-1, phrase)]
    for case in range(len(declined[0])):
        for form in declined[0][case]:
            found.append((case, " ".join([form, *words[1:]])))
        if len(words) > 1:
            found.append((case, " ".join(forms[case][0] for forms in declined)))
    return found
