"""Plain names: the first case of names that nobody listed, told by the other forms that the report gives them (lemmas).

A form is led back only where something bears the result out: the same word elsewhere in the report, a known given name
beside it, or two forms that can have nothing else in common. "Петрова" stays beside "Петров" where she has a name herself.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from hearsay.packs.declensions import decline_word, list_nominatives
from hearsay.reading.name_words import Lexicon, fold_words, lower


class _Known(msgspec.Struct, frozen=True):
    """What is known of the words of a report's names."""

    lexicon: Lexicon
    given: frozenset[str]  # given names in their first case
    parts: frozenset[str]  # those and family names
    words: frozenset[str]  # words of names, as they stand in the report
    own: frozenset[str]  # those that stand behind a given name in its first case
    shared: dict[str, int]  # how many different words of the report can be a form of one


def find_plain_names(surfaces: Sequence[str], lexicon: Lexicon) -> dict[str, str]:
    """Map each name of a report, as it stands there, to its first case.

    >>> from hearsay.reading.name_words import load_lexicon
    >>> find_plain_names(["Иван Холт", "Холту"], load_lexicon("ru"))["Холту"]
    'Холт'
    """
    if not lexicon.declensions:
        return {}
    known = _gather(surfaces, lexicon)
    return {surface: _plain_name(surface, known) for surface in dict.fromkeys(surfaces)}


def _gather(surfaces: Sequence[str], lexicon: Lexicon) -> _Known:
    """Gather the words of all names, and what they can be forms of."""
    names = lexicon.names
    given = fold_words(names.men, names.women)
    parts = given | fold_words(names.families)
    words = frozenset(word for surface in surfaces for word in surface.split(" "))
    own = [surface.split(" ") for surface in surfaces if lower(surface.split(" ")[0]) in parts]
    shared = Counter(form for word in words for form in list_nominatives(word, lexicon.declensions)[1:])
    return _Known(lexicon, given, parts, words, frozenset(word for row in own for word in row[1:]), dict(shared))


def _plain_name(surface: str, known: _Known) -> str:
    """Return a name in its first case: a given name tells the case of what follows it."""
    first, *rest = surface.split(" ")
    if lower(first) in known.parts and rest:
        return surface
    plain = _plain_word(first, known)
    if not rest:
        return plain
    if plain == first or lower(plain) not in known.parts:
        return surface
    return " ".join([plain, *(_in_same_case(word, (first, plain), known) for word in rest)])


def _plain_word(word: str, known: _Known) -> str:
    """Return a word in its first case, or as it is where nothing bears another out."""
    if lower(word) in known.parts or word in known.own:
        return word
    candidates = _candidates(word, known)
    best = max(candidates, key=lambda form: _support(form, known), default=word)
    return best if _support(best, known) > 1 else word


def _candidates(word: str, known: _Known) -> list[str]:
    """Return what a word can be a form of; not of what would be longer, as names have no plural."""
    return [form for form in list_nominatives(word, known.lexicon.declensions)[1:] if len(form) <= len(word)]


def _support(form: str, known: _Known) -> int:
    """Count what bears a first case out: itself in the report, its other forms, above all that it is a given name."""
    return known.shared.get(form, 0) + (form in known.words) + 100 * (lower(form) in known.given)


def _in_same_case(word: str, given: tuple[str, str], known: _Known) -> str:
    """Lead a word back by the case that the given name beside it has: "Ивана Холта"."""
    table = known.lexicon.declensions
    cases = [k for k, forms in enumerate(decline_word(given[1], table)) if given[0] in forms]
    fitting = [form for form in _candidates(word, known) if any(word in decline_word(form, table)[k] for k in cases)]
    attested = [form for form in fitting if form in known.words or lower(form) in known.parts]
    return (attested or fitting or [word])[0]
