"""Words of nationality: how the people and things of each state are called in a language (demonyms), from packs/adjectives.

English and Bengali have theirs in the tables of states. A word that ends in "-" stands for every word that begins with it:
one line holds all cases and compounds of an inflected language. "米+政府" stands for 米, but only before 政府.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hearsay.packs.entity_files import load_adjectives

__all__ = ["Nationality", "list_nationalities"]

BEGINNING = "-"
BEFORE = "+"


class Nationality(NamedTuple):
    """One written form of a state's adjective or people.

    `is_open`: words that go on after it count too. `width`: how many of its letters are the adjective, where the rest is
    what must follow ("米" of "米+政府").
    """

    state: str
    form: str
    is_open: bool
    width: int


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
            own, plus, follower = word.removesuffix(BEGINNING).partition(BEFORE)
            is_open = bool(plus) or word.endswith(BEGINNING)
            for spelt in dict.fromkeys((own, own[0].upper() + own[1:])):
                yield Nationality(state, spelt + follower, is_open, len(own) if plus else 0)
