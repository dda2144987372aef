"""Nations are no names: "les Américains", "Russische Beamte" are people whom nobody names, though capitals begin them."""

from collections.abc import Iterator, Sequence

from hearsay.packs.entities import find_names
from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import Lexicon, lower
from hearsay.text.words import word_pattern

# "Deutschmann" begins like "deutsch" and is a family; endings are shorter.
_LONGEST_ENDING = 3


def without_nations(text: str, candidates: Sequence[Candidate], lexicon: Lexicon) -> Sequence[Candidate]:
    """Leave out unlisted names that are but words of nationality, alone or before nouns for people."""
    nations = dict(_find_nations(text, lexicon.pack.name))
    if not nations:
        return candidates
    return [candidate for candidate in candidates if not _is_nation(text, candidate, nations, lexicon)]


def _find_nations(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of nationality begins and ends."""
    for hit in find_names(text, language):
        if hit.role == "adjective" and hit.end_with_ending - hit.span[1] <= _LONGEST_ENDING:
            yield hit.span[0], hit.end_with_ending


def _is_nation(text: str, candidate: Candidate, nations: dict[int, int], lexicon: Lexicon) -> bool:
    """Tell whether a candidate begins with a word of nationality and goes on, if at all, with nouns for people."""
    end = nations.get(candidate.start, 0)
    if not candidate.start < end <= candidate.end:
        return False
    rest = [lower(match.group()) for match in word_pattern().finditer(text, end, candidate.end)]
    return all(word in lexicon.people for word in rest)
