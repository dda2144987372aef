"""The noun phrase of a source: its words, the part that its head closes, and what kind of thing the head is.

In English the head ends what stands before the first preposition, relative clause or comma; in Bengali, the phrase.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from hearsay.packs.compiler import Flag, Pack
from hearsay.packs.declensions import list_nominatives
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower, without_hyphened_ending
from hearsay.reading.runs import cut_words, without_particle
from hearsay.records import Mention, Span
from hearsay.text.folding import fold_word
from hearsay.text.words import word_pattern

_CUTTING = Flag.PREPOSITION | Flag.GENITIVE | Flag.RELATIVE | Flag.COMPLEMENTIZER | Flag.AUXILIARY | Flag.VERB
_APART = re.compile(r"[,(;:–—]|--")
EDGES = " \t\n,.;:–—-\"“”'‘’()"


class Noun(StrEnum):
    """What kind of thing a head noun is."""

    PEOPLE = "people"
    DOCUMENT = "document"
    MEDIA = "media"
    GOVERNMENT = "government"
    GROUP = "group"
    MUTE = "mute"
    UNKNOWN = "unknown"


class Word(NamedTuple):
    """A word of the phrase: folded, with its place."""

    start: int
    end: int
    word: str


class Phrase(NamedTuple):
    """A source's noun phrase with the part that its head closes."""

    text: str
    span: Span
    head_span: Span
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    lexicon: Lexicon


def parse_phrase(text: str, span: Span, mentions: Sequence[Mention], language: str) -> Phrase:
    """Trim a span and cut off what follows its head."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    lexicon = load_lexicon(language)
    end = without_particle(text, (start, end), lexicon.pack)
    words = tuple(
        Word(start + first, start + last, lower(text[start + first : start + last]))
        for match in word_pattern(lexicon.elisions).finditer(text[start:end])
        for first, last in cut_words(text[start:end], match.span(), lexicon.pack)
    )
    inside = tuple(mention for mention in mentions if start <= mention.span[0] and mention.span[1] <= end)
    head_end = _head_end(text, words, inside, lexicon) if lexicon.has_capitals else end
    return Phrase(text, (start, end), (start, head_end), words, inside, lexicon)


def _head_end(text: str, words: tuple[Word, ...], mentions: Sequence[Mention], lexicon: Lexicon) -> int:
    """Return where the part before the first preposition, relative or comma ends; names are not cut."""
    for k, word in enumerate(words):
        if k == 0 or any(mention.span[0] < word.start < mention.span[1] for mention in mentions):
            continue
        if _APART.search(text[words[k - 1].end : word.start]) or _cuts(words, k, lexicon):
            return words[k - 1].end
    return words[-1].end if words else 0


def _cuts(words: tuple[Word, ...], k: int, lexicon: Lexicon) -> bool:
    """Tell whether a word begins what follows the head: a preposition, a relative clause, a participle after a noun."""
    word = words[k].word
    flags = lexicon.pack.flags.get(word, 0)
    noun_before = noun_of(words[k - 1].word, lexicon) is not Noun.UNKNOWN
    if flags & _CUTTING:
        return not flags & Flag.VERB or noun_before
    is_subject = flags & (Flag.PRONOUN | Flag.OTHER_PRONOUN) and not flags & (Flag.DETERMINER | Flag.POSSESSIVE)
    return noun_before and (bool(is_subject) or word.endswith(lexicon.participles or ("\0",)))


def noun_of_head(phrase: Phrase) -> Noun:
    """Tell what the head noun is; the last word of the head part decides."""
    words = [word.word for word in phrase.words if word.end <= phrase.head_span[1]]
    if not words:
        return Noun.UNKNOWN
    if phrase.lexicon.pack.source.language.adjectives_follow:
        known = (noun_of(word, phrase.lexicon) for word in words)
        return next((noun for noun in known if noun is not Noun.UNKNOWN), Noun.UNKNOWN)
    noun = noun_of(words[-1], phrase.lexicon)
    if noun in (Noun.UNKNOWN, Noun.MUTE) and phrase.lexicon.has_capitals:
        return _counted_noun(phrase, len(words)) or noun
    return noun


def _counted_noun(phrase: Phrase, count: int) -> Noun | None:
    """Tell what a quantity counts: '40 percent of farmers', 'a throng of farmers'."""
    rest = phrase.words[count:]
    if not rest or rest[0].word not in fold_words(phrase.lexicon.names.partitive):
        return None
    for k in range(1, len(rest)):
        is_last = k + 1 == len(rest) or _cuts(rest, k + 1, phrase.lexicon)
        if is_last or _APART.search(phrase.text[rest[k].end : rest[k + 1].start]):
            noun = noun_of(rest[k].word, phrase.lexicon)
            return noun if noun in (Noun.PEOPLE, Noun.GROUP) else None
    return None


def noun_of(word: str, lexicon: Lexicon) -> Noun:
    """Tell what kind of thing a noun is; without its case ending where it is not known with it."""
    owner = word
    for mark in lexicon.possessives:
        owner = owner.removesuffix(mark)
    forms = dict.fromkeys((word, owner, *lexicon.stems(word)))
    tables = (
        (Noun.PEOPLE, lexicon.people),
        (Noun.MEDIA, lexicon.media),
        (Noun.GOVERNMENT, lexicon.governments),
        (Noun.GROUP, lexicon.groups),
        (Noun.DOCUMENT, lexicon.documents),
        (Noun.GROUP, lexicon.all_heads),
        (Noun.MUTE, lexicon.mute),
        (Noun.PEOPLE, lexicon.titles),
    )
    for form in forms:
        for noun, table in tables:
            if form in table:
                return noun
    is_person = any(form.endswith(lexicon.people_endings) for form in forms) if lexicon.people_endings else False
    return Noun.PEOPLE if is_person else Noun.UNKNOWN


def is_pronoun(phrase: Phrase) -> bool:
    """Tell whether the phrase is a pronoun."""
    return len(phrase.words) == 1 and phrase.words[0].word in phrase.lexicon.pronouns


def is_relative(phrase: Phrase) -> bool:
    """Tell whether the phrase is a relative pronoun: 'who'."""
    return len(phrase.words) == 1 and bool(phrase.lexicon.pack.flags.get(phrase.words[0].word, 0) & Flag.RELATIVE)


def is_unnamed(phrase: Phrase) -> bool:
    """Tell whether the phrase begins with one that hides a source."""
    surface = lower(phrase.text[slice(*phrase.span)])
    return any(hidden in surface for hidden in _hiding(tuple(phrase.lexicon.sources.unnamed)))


def can_speak(surface: str, pack: Pack) -> bool:
    """Tell whether a phrase without a name ends in a noun of people or bodies, or hides a source.

    >>> from hearsay.packs.compiler import load_pack
    >>> can_speak("zwei Diplomaten", load_pack("de")), can_speak("die Lage", load_pack("de"))
    (True, False)
    """
    lexicon = load_lexicon(pack.name)
    words = lower(surface).split()
    is_hidden = any(hidden in lower(surface) for hidden in _hiding(tuple(lexicon.sources.unnamed)))
    return is_hidden or bool(words) and noun_of(words[-1], lexicon) in (Noun.PEOPLE, Noun.GROUP, Noun.GOVERNMENT)


@cache
def _hiding(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Fold the phrases that hide a source, once a pack."""
    return tuple(fold_word(phrase) for phrase in phrases)


def is_capitalised(phrase: Phrase) -> bool:
    """Tell whether the head is written with a capital, so that it may be a name that nobody listed."""
    heads = [word for word in phrase.words if word.end <= phrase.head_span[1]]
    if not heads or not phrase.lexicon.has_capitals:
        return False
    head = heads[-1]
    return phrase.text[head.start].isupper() and head.word not in phrase.lexicon.no_names


def is_bare_name(phrase: Phrase) -> bool:
    """Tell whether a phrase without capitals is two or three words that the pack does not know: a person's name."""
    lexicon = phrase.lexicon
    if lexicon.has_capitals or lexicon.pack.cutter is not None or not 2 <= len(phrase.words) <= 3:
        return False
    rows = [(word.word, *lexicon.stems(word.word)) for word in phrase.words]
    rows = rows[1:] if phrase.words[0].word in lexicon.given else rows  # "জন" is a name and a word for counting
    heads = lexicon.body_parts | lexicon.places
    if any(form in heads for form in rows[-1]):
        return False
    return not any(form in lexicon.common_words or form in lexicon.pack.flags for row in rows for form in row)


def plain_name(phrase: Phrase) -> str:
    """Return the phrase without its article and the case ending of its last word."""
    surface = phrase.text[slice(*phrase.span)]
    lexicon = phrase.lexicon
    if lexicon.has_capitals:
        has_article = len(phrase.words) > 1 and phrase.words[0].word in fold_words(lexicon.names.articles)
        surface = surface[phrase.words[0].end - phrase.span[0] :] if has_article else surface
        return _in_first_case(" ".join(surface.split()), lexicon)
    last = phrase.words[-1]
    tables = (lexicon.people, lexicon.documents, lexicon.groups, lexicon.titles, lexicon.all_heads)
    whole = without_hyphened_ending(last.word, lexicon)
    stem = next((form for form in (whole, *lexicon.stems(last.word)) if any(form in t for t in tables)), whole)
    return " ".join(
        (phrase.text[phrase.span[0] : last.start] + phrase.text[last.start : last.start + len(stem)]).split()
    )


def _in_first_case(surface: str, lexicon: Lexicon) -> str:
    """Return a phrase with the noun that opens it in its first case: "мэрии Ладвинска", "собеседника агентства"."""
    if not lexicon.declensions:
        return surface
    first, space, rest = surface.partition(" ")
    sources = lexicon.sources
    heads = fold_words(lexicon.names.leading_heads)
    known = fold_words(sources.people, sources.groups, sources.documents) | heads
    wanted = heads if lower(first) in known else known  # a plural stays what it is
    forms = [first, *list_nominatives(first, lexicon.declensions)[1:]]
    return next((form for form in forms if lower(form) in wanted), first) + space + rest
