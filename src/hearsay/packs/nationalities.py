"""Words of nationality: how the people and things of each state are called in a language (demonyms), from packs/adjectives.

English and Bengali have theirs in the tables of states. A word that ends in "-" stands for every word that begins with it:
one line holds all cases and compounds of an inflected language.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hearsay.packs.entity_files import load_adjectives

__all__ = ["Nationality", "list_nationalities"]

BEGINNING = "-"


class Nationality(NamedTuple):
    """One written form of a state's adjective or people; `is_beginning`: longer words that begin so count too."""

    state: str
    form: str
    is_beginning: bool


@cache
def list_nationalities(language: str) -> tuple[Nationality, ...]:
    """List the words of nationality of a language, also as they begin a sentence.

    >>> [word.form for word in list_nationalities("ru") if word.state == "Q159"][:2]
    ['российск', 'Российск']
    """
    return tuple(_spell_all(language))


def _spell_all(language: str) -> Iterator[Nationality]:
    for state, words in load_adjectives(language).items():
        for word in words:
            form = word.removesuffix(BEGINNING)
            for spelt in dict.fromkeys((form, form[0].upper() + form[1:])):
                yield Nationality(state, spelt, form != word)
