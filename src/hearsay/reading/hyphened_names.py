"""Names that a hyphen parts from their case ending, and outlets that a word of their name tells, without capitals.

Bengali writes so what it takes for foreign or for a title: "হোল্ট-এর" (of Holt), "দৈনিক তীর-কে" (to the daily Tir).
"""

from collections.abc import Iterator

from hearsay.reading.bare_words import Words, adjoins, is_common, is_inflected
from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import without_hyphened_ending
from hearsay.records import MentionKind

_LONGEST_BEFORE = 2  # words of a name before the one that bears the ending
_LONGEST_BEHIND = 2  # words of an outlet's name behind the word that opens it


def find_hyphened_names(words: Words) -> Iterator[Candidate]:
    """Find the names that end in a word whose case ending a hyphen sets off, and the outlets beside a reporting verb."""
    newsrooms = words.lexicon.newsrooms
    for position, token in enumerate(words.tokens):
        stem = without_hyphened_ending(token.word, words.lexicon)
        is_newsroom = stem in newsrooms
        if stem != token.word and token.start not in words.taken:
            found = _outlet_at(words, position) if is_newsroom else _name_at(words, position, stem)
        else:
            found = _beside_verb(words, position) if is_newsroom else None
        if found is not None:
            yield found


def _name_at(words: Words, last: int, stem: str) -> Candidate | None:
    """Find the name that ends here: with one or two words before it a person's, or an outlet's that a word opens."""
    lexicon = words.lexicon
    forms = (stem, *lexicon.stems(stem))
    if any(form in lexicon.common_words or form in lexicon.places for form in forms):
        return None
    if stem.endswith(lexicon.people_endings or ("\0",)):
        return None
    first = last
    while last - first < _LONGEST_BEFORE and first > 0 and adjoins(words, first) and _may_be_part(words, first - 1):
        first -= 1
    if first > 0 and adjoins(words, first) and words.tokens[first - 1].word in lexicon.given:
        first -= 1
    opens = first > 0 and adjoins(words, first) and words.tokens[first - 1].word in lexicon.newsrooms
    if opens:
        return _candidate(words, (first - 1, last), MentionKind.OUTLET)
    return _candidate(words, (first, last), MentionKind.PERSON if first < last else None)


def _may_be_part(words: Words, position: int) -> bool:
    """Tell whether a word can belong to the name behind it: unknown, bare and no number."""
    token = words.tokens[position]
    # A head of places stands behind its name; before another word it is one itself: "পার্ক মিন-জুন".
    is_word = is_common(words.lexicon, token) and token.word not in words.lexicon.places
    is_known = token.start in words.taken or is_word or token.word in words.lexicon.pack.flags
    return not is_known and "-" not in token.word and not token.word[0].isdigit() and not is_inflected(words, position)


def _outlet_at(words: Words, last: int) -> Candidate | None:
    """Find the outlet whose name ends in a word like "news": one word before it, more of such words, one before those."""
    first = last
    while first > 0 and adjoins(words, first) and words.tokens[first - 1].word in words.lexicon.newsrooms:
        first -= 1
    opens = first < last and words.tokens[first].word.endswith(_genitives(words))  # "আজকের খবর"
    may_go_on = first > 0 and adjoins(words, first) and words.tokens[first - 1].word not in words.lexicon.no_names
    if may_go_on and not opens:
        first -= 1
    return _candidate(words, (first, last), MentionKind.OUTLET) if first < last else None


def _beside_verb(words: Words, position: int) -> Candidate | None:
    """Find the outlet that stands right before a reporting verb, by the word that opens its name or that ends it."""
    end = position
    while end - position < _LONGEST_BEHIND and _goes_on(words, end + 1):
        end += 1
    following = end + 1
    if following >= len(words.tokens) or not adjoins(words, following):
        return None
    if words.tokens[following].word not in words.lexicon.verb_cues:
        return None
    if end > position:
        return _candidate(words, (position, end), MentionKind.OUTLET)
    found = _outlet_at(words, position)
    is_owned = position > 0 and words.tokens[position - 1].word.endswith(_genitives(words))
    return None if is_owned else found


def _goes_on(words: Words, position: int) -> bool:
    """Tell whether a word is more of an outlet's name."""
    if position >= len(words.tokens) or not adjoins(words, position):
        return False
    return words.tokens[position].word in words.lexicon.newsrooms or _may_be_part(words, position)


def _genitives(words: Words) -> tuple[str, ...]:
    """Return the endings of owners, those of one letter aside: "পুলিশের খবর" is no outlet, "তীর খবর" may be one."""
    endings = words.lexicon.pack.source.language.cases.get("genitive", "").split()
    return tuple(ending for ending in endings if len(ending) > 1) or ("\0",)


def _candidate(words: Words, tokens: tuple[int, int], kind: MentionKind | None) -> Candidate:
    """Make the candidate of the words from the first to the last."""
    return Candidate(words.tokens[tokens[0]].start, words.tokens[tokens[1]].end, kind)
