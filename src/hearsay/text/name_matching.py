"""Name matching: whether two names, in whatever scripts, can be one (consonant skeleton and ratio over romanised names).

.6 skeleton + .4 ratio gave the best F1 over 70 groups of names in 13 languages (.90; Jaro-Winkler over plain romanisation .76).
Sound alone cannot tell two given names of one family or two kinds of things apart: those are vetoed, not weighed.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import Indel

from hearsay.records import MentionKind
from hearsay.text.romanisation import load_sounds, romanise

__all__ = ["SAME_NAME", "compare_names", "name_keys", "skeleton"]

# From here on two names are taken for one. Among the names of one story F1 over pairs in 13 languages is best at .70 (.96),
# among a thousand persons in the news at .80 (.90); a wrong link is worse than a missed one.
SAME_NAME = 0.75
_SKELETON, _LETTERS = 0.6, 0.4
_PARTS = 0.7  # the weight of word after word; without it F1 among a thousand persons is .88
_KEPT = 65536
# Of two parts of a name in the same place: below both they are different names ("Un" and "Il").
_OTHER_SKELETON, _OTHER_LETTERS = 0.34, 0.5
# Two skeletons that begin differently are rarely one name: Moscow and Damascus.
_OTHER_BEGINNING = 0.9
_TURNED = 0.95  # the family name at the other end
# A name without a part: "Tayyip Erdogan" of "Recep Tayyip Erdogan", of long words only: syllables fit too many names.
_PART_LEFT_OUT = 0.9
_MOST_WORDS = 4
_SHORTEST_SKELETON = 2
_KEY_LETTERS = 3
_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.OUTLET, MentionKind.AGENCY, MentionKind.GROUP})
_PLACES = frozenset({MentionKind.PLACE, MentionKind.GOVERNMENT})


class Sound(NamedTuple):
    """How a name sounds: the letters and the skeleton of each of its words."""

    letters: tuple[str, ...]
    skeletons: tuple[str, ...]


def skeleton(name: str) -> str:
    """Return the consonants of a name in classes that scripts and spellings keep apart.

    >>> skeleton("Shoigu"), skeleton("শোইগু"), skeleton("Шойгу"), skeleton("شويغو")
    ('SK', 'SK', 'SK', 'SK')
    """
    return "".join(_sound(name).skeletons)


def compare_names(a: str, b: str, *, kinds: tuple[MentionKind, MentionKind] | None = None) -> float:
    """Compare two names from 0 (different for certain, or nothing to go by) to 1; `kinds` are theirs, where known.

    >>> compare_names("Jens Stoltenberg", "Йенс Столтенберг") > SAME_NAME > compare_names("Kim Jong Un", "Kim Jong Il")
    True
    """
    is_equal = a.lower() == b.lower()
    # One word can be a person and a place; the kind of two that are spelt alike was guessed wrong once.
    if kinds is not None and _are_different(*kinds) and not (is_equal and " " in a):
        return 0.0
    if is_equal:
        return 1.0
    one, other = _sound(a), _sound(b)
    if min(len("".join(one.skeletons)), len("".join(other.skeletons))) < _SHORTEST_SKELETON:
        return 0.0
    if len(one.letters) == len(other.letters):
        turned = (_TURNED * _compare_in_order(one, sound) for sound in _turn(other))
        return max(_compare_in_order(one, other), *turned, 0.0)
    shorter = (_PART_LEFT_OUT * score for score in _compare_shorter(one, other))
    return max(_compare_in_order(one, other), *shorter, 0.0)


def _are_different(kind: MentionKind, other: MentionKind) -> bool:
    """Tell whether two kinds exclude each other; OTHER excludes nothing."""
    groups = [next((k for k, group in enumerate((_BODIES, _PLACES)) if one in group), one) for one in (kind, other)]
    return groups[0] != groups[1] and MentionKind.OTHER not in (kind, other)


def _turn(sound: Sound) -> Iterator[Sound]:
    """Yield a name with the family name at the other end."""
    if 1 < len(sound.letters) <= 3:
        for cut in {1, len(sound.letters) - 1}:
            yield Sound(*((*words[cut:], *words[:cut]) for words in sound))


def _compare_shorter(one: Sound, other: Sound) -> Iterator[float]:
    """Compare the shorter name with the longer one without some of its words."""
    short, long = sorted((one, other), key=lambda sound: len(sound.letters))
    is_long = all(len(word) >= _SHORTEST_SKELETON for word in (*short.skeletons, *long.skeletons))
    if is_long and len(short.letters) > 1 and len(long.letters) <= _MOST_WORDS:
        for kept in combinations(range(len(long.letters)), len(short.letters)):
            yield _compare_in_order(short, Sound(*(tuple(words[k] for k in kept) for words in long)))


def _compare_in_order(one: Sound, other: Sound) -> float:
    """Compare two names as one word and word after word; 0 where a part of one is plainly not that of the other."""
    whole, rest = ("".join(one.letters), "".join(one.skeletons)), ("".join(other.letters), "".join(other.skeletons))
    score = _score(whole, rest)
    if whole[1][:1] != rest[1][:1]:
        score *= _OTHER_BEGINNING
    if len(one.letters) != len(other.letters) or len(one.letters) == 1:
        return score
    parts = list(zip(zip(*one, strict=True), zip(*other, strict=True), strict=True))
    if any(_are_other_parts(*pair) for pair in parts):
        return 0.0
    return (1 - _PARTS) * score + _PARTS * sum(_score(*pair) for pair in parts) / len(parts)


def _are_other_parts(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two parts of names in the same place, each as letters and skeleton, are plainly different names."""
    letters, skeletons = (Indel.normalized_similarity(*pair) for pair in zip(one, other, strict=True))
    return skeletons < _OTHER_SKELETON and letters < _OTHER_LETTERS


def _score(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Weigh the likeness of two skeletons and of the letters around them."""
    letters, skeletons = (Indel.normalized_similarity(*pair) for pair in zip(one, other, strict=True))
    return float(_SKELETON * skeletons + _LETTERS * letters)


def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which a name is looked for: names that share none need not be compared.

    >>> set(name_keys("Sergei Shoigu")) & set(name_keys("쇼이구"))
    {'SK'}
    """
    sound = _sound(name)
    long = [word[:_KEY_LETTERS] for word in sound.skeletons if len(word) >= _SHORTEST_SKELETON]
    whole = "".join(sound.skeletons)
    return tuple(dict.fromkeys([*long, whole[:_KEY_LETTERS]])) if len(whole) >= _SHORTEST_SKELETON else ()


@lru_cache(maxsize=_KEPT)
def _sound(name: str) -> Sound:
    """Return how a name sounds; particles and articles are no part of it."""
    words = romanise(name).split()
    kept = [word for word in words if word not in _particles()] or words
    letters = tuple(_letters_of(word) for word in kept)
    return Sound(letters, tuple(_skeleton_of(word) for word in letters))


@cache
def _particles() -> frozenset[str]:
    return frozenset(load_sounds().particles["words"].split())


def _letters_of(word: str) -> str:
    """Spell a romanised word as all languages would."""
    for letters, sound in load_sounds().first.items():
        word = sound + word[len(letters) :] if word.startswith(letters) else word
    for letters, sound in load_sounds().sounds.items():
        word = word.replace(letters, sound)
    return word


def _skeleton_of(word: str) -> str:
    """Return the classes of the consonants of a word, each run of one class once."""
    pattern, classes = _classes()
    return re.sub(r"(.)\1+", r"\1", "".join(classes[match] for match in pattern.findall(word)))


@cache
def _classes() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of a consonant, longest first, and the class of each."""
    classes = {letters: name for name, row in load_sounds().classes.items() for letters in row.split()}
    return re.compile("|".join(sorted(classes, key=len, reverse=True))), classes
