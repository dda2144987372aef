"""Office holders: a source that is an office of a named state, led to the person who held it on the report's date.

Only a phrase that says no more than that is: "Russian Foreign Minister", "রাশিয়ার পররাষ্ট্রমন্ত্রী". A former or a deputy minister, or
one whose state is not named, stays without a name.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, takewhile

from hearsay.packs.compiler import Flag
from hearsay.packs.entities import NameHit, find_names, load_entities
from hearsay.packs.offices import list_titles, resolve_office
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower
from hearsay.records import Span
from hearsay.text.words import word_pattern

_LONGEST = 80  # characters; a longer phrase says more than office and state


def find_holder(text: str, span: Span, day: str, *, language: str) -> str | None:
    """Return the entity of whoever held the office at `span` on a day; None where state, office or day is not certain.

    >>> find_holder("Russian Defence Minister", (0, 24), "2023-09-05", language="en")
    'hs-sergei-shoigu'
    """
    if span[1] - span[0] > _LONGEST or not list_titles(language):
        return None
    hits = _names_in(text, span, language)
    title = _title_in(text, span, hits, load_lexicon(language)) if len(hits) == 1 and _is_state(hits[0]) else None
    return title and resolve_office(title, hits[0].entities[0], day, language=language)


def _names_in(text: str, span: Span, language: str) -> tuple[NameHit, ...]:
    """Return the listed names inside a span."""
    hits = find_names(text, language)
    first = bisect_left(hits, span[0], key=lambda hit: hit.span[0])
    return tuple(takewhile(lambda hit: hit.span[1] <= span[1], islice(hits, first, None)))


def is_other_holder(person: str, holder: str) -> bool:
    """Tell whether a person is another one than the holder who is known to have held the same office."""
    known = [load_entities().get(name) for name in (person, holder)]
    held, holding = ({(office.role, office.of) for office in entity.offices} if entity else set() for entity in known)
    return person != holder and bool(held & holding)


def _is_state(hit: NameHit) -> bool:
    """Tell whether a name is that of one state, or its adjective."""
    return len(hit.entities) == 1 and hit.role in ("name", "adjective") and load_entities()[hit.entities[0]].is_state


def _title_in(text: str, span: Span, hits: Sequence[NameHit], lexicon: Lexicon) -> str | None:
    """Return the listed title that is all of the phrase but the state and the small words between."""
    (first, _), last = hits[0].span, hits[0].end_with_ending
    before, after = _words(text, (span[0], first), lexicon), _words(text, (last, span[1]), lexicon)
    words = [*_without_small(before, lexicon), *_without_small(after, lexicon)]
    if before and not _without_small(before, lexicon):  # "former" can look like a postposition
        return None
    return next((title for title in list_titles(lexicon.pack.name) if _is_title(words, title.split(), lexicon)), None)


def _words(text: str, span: Span, lexicon: Lexicon) -> list[str]:
    """Return the words of a stretch without definite articles and what makes an owner of the name before."""
    words = (lower(match.group()) for match in word_pattern(lexicon.elisions).finditer(text, *span))
    left_out = {mark.strip("'’") for mark in lexicon.possessives} | fold_words(lexicon.names.definite)
    return [word for word in words if word not in left_out]


def _without_small(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return the words that are no prepositions or postpositions."""
    small = Flag.PREPOSITION | Flag.GENITIVE | Flag.POSTPOSITION
    return [word for word in words if not lexicon.has_flag(word, small)]


def _is_title(words: Sequence[str], title: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether words are those of a title, case endings apart."""
    kept = _without_small(title, lexicon)
    return len(words) == len(kept) and all(
        word == own or own in lexicon.stems(word) or bool({*lexicon.stems(word)} & {*lexicon.stems(own)})
        for word, own in zip(words, kept, strict=True)
    )
