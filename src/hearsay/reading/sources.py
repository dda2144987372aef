"""Who stands behind words: the span of a source's noun phrase made into a link of a chain (PARC source, typed).

The head decides, not the names around it: "Ukrainian officials" are unnamed people, not Ukraine; "South Korea's Yonhap
news agency" is Yonhap. In English the head ends what stands before the first preposition; in Bengali it ends the phrase.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from hearsay.packs.compiler import Flag
from hearsay.packs.entities import load_entities
from hearsay.reading.coreference import resolve
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower, title_before
from hearsay.records import Link, Mention, MentionKind, SourceKind, Span
from hearsay.text.folding import fold_word
from hearsay.text.words import word_pattern

_KINDS = {
    MentionKind.PERSON: SourceKind.PERSON,
    MentionKind.ORGANISATION: SourceKind.ORGANISATION,
    MentionKind.PLACE: SourceKind.GOVERNMENT,
    MentionKind.OUTLET: SourceKind.OUTLET,
    MentionKind.AGENCY: SourceKind.AGENCY,
    MentionKind.GOVERNMENT: SourceKind.GOVERNMENT,
    MentionKind.GROUP: SourceKind.ANONYMOUS,
}
_CUTTING = Flag.PREPOSITION | Flag.RELATIVE | Flag.COMPLEMENTIZER | Flag.AUXILIARY | Flag.VERB
_REDUCED = ("ed", "ing")  # endings of a reduced relative: "a complaint filed by"
_APART = re.compile(r"[,(;:–—]|--")
_ARTICLES = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_EDGES = " \t\n,.;:–—-\"“”'‘’()"


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


def name_source(text: str, span: Span, mentions: Sequence[Mention], *, language: str) -> Link:
    """Make the link of the source named at `span`; `mentions` are those of the whole text.

    >>> name_source("two officials", (0, 13), (), language="en").name
    'two officials'
    """
    phrase = _phrase(text, span, mentions, language)
    if not phrase.words:
        return Link(SourceKind.NONE)
    if _is_relative(phrase):
        return _link_of_relative(phrase, mentions)
    if _is_pronoun(phrase):
        return _link_of_pronoun(phrase, mentions, language)
    named = _named_head(phrase)
    if named is not None:
        return _link_of_mention(named)
    return _link_of_noun(phrase, mentions, language)


def is_source_like(text: str, span: Span, mentions: Sequence[Mention], *, language: str) -> bool:
    """Tell whether the noun phrase at `span` can speak: people, bodies, documents, media, pronouns, unnamed people.

    >>> [is_source_like(t, (0, len(t)), (), language="en") for t in ("a senior official", "the price", "1,200")]
    [True, False, False]
    """
    phrase = _phrase(text, span, mentions, language)
    if not phrase.words:
        return False
    if _is_relative(phrase):
        return True
    if _is_pronoun(phrase):
        is_thing = phrase.words[0].word in _neuter(language)
        return not is_thing or resolve(text, phrase.span, mentions, language=language) is not None
    if _named_head(phrase) is not None or _is_unnamed(phrase):
        return True
    noun = _noun(phrase)
    if noun is not Noun.UNKNOWN:
        return noun is not Noun.MUTE
    return _is_capitalised(phrase)


@cache
def _neuter(language: str) -> frozenset[str]:
    """Return the pronouns that more often stand for nothing: 'it'."""
    return frozenset(map(fold_word, load_lexicon(language).names.neuter.split()))


def _phrase(text: str, span: Span, mentions: Sequence[Mention], language: str) -> Phrase:
    """Trim a span and cut off what follows its head."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    lexicon = load_lexicon(language)
    words = tuple(
        Word(start + match.start(), start + match.end(), lower(match.group()))
        for match in word_pattern().finditer(text[start:end])
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
    noun_before = _noun_of(words[k - 1].word, lexicon) is not Noun.UNKNOWN
    if flags & _CUTTING:
        return not flags & Flag.VERB or noun_before
    is_subject = flags & (Flag.PRONOUN | Flag.OTHER_PRONOUN) and not flags & (Flag.DETERMINER | Flag.POSSESSIVE)
    return noun_before and (bool(is_subject) or word.endswith(_REDUCED))


def _is_pronoun(phrase: Phrase) -> bool:
    """Tell whether the phrase is a pronoun."""
    return len(phrase.words) == 1 and phrase.words[0].word in phrase.lexicon.pronouns


def _is_relative(phrase: Phrase) -> bool:
    """Tell whether the phrase is a relative pronoun: 'who'."""
    return len(phrase.words) == 1 and bool(phrase.lexicon.pack.flags.get(phrase.words[0].word, 0) & Flag.RELATIVE)


def _link_of_relative(phrase: Phrase, mentions: Sequence[Mention]) -> Link:
    """Lead a relative pronoun to the name right before it; a common noun there stays unnamed."""
    start = phrase.span[0]
    for mention in mentions:
        if mention.span[1] <= start and phrase.text[mention.span[1] : start].strip() in ("", ","):
            return _link_of_mention(mention, phrase.span)
    return Link(SourceKind.ANONYMOUS, phrase.text[slice(*phrase.span)], span=phrase.span)


def _link_of_pronoun(phrase: Phrase, mentions: Sequence[Mention], language: str) -> Link:
    """Lead a pronoun back, or leave it standing as somebody without a name."""
    found = resolve(phrase.text, phrase.span, mentions, language=language)
    if found is not None:
        return _link_of_mention(found, phrase.span)
    return Link(SourceKind.ANONYMOUS, phrase.text[slice(*phrase.span)], span=phrase.span)


def _link_of_mention(mention: Mention, span: Span | None = None) -> Link:
    """Make a link of a mention."""
    kind, entity = _KINDS.get(mention.kind), mention.entity
    if mention.kind is MentionKind.PLACE and (place := load_entities().get(entity or "")) is not None:
        entity = place.capital_of or place.seat_of or entity
    if kind is None or mention.kind is MentionKind.PLACE and mention.entity is None:
        words = mention.name.split()
        kind = SourceKind.PERSON if len(words) <= 3 and all(map(str.istitle, words)) else SourceKind.ORGANISATION
    return Link(kind, mention.name, entity, span or mention.span)


def _named_head(phrase: Phrase) -> Mention | None:
    """Find the mention that is the head, or that stands in apposition to a head of people, bodies or papers."""
    in_head = [mention for mention in phrase.mentions if mention.span[1] <= _word_end(phrase, phrase.head_span[1])]
    closing = [mention for mention in in_head if _closes(phrase, mention)]
    if closing:
        return closing[-1]
    if not phrase.lexicon.has_capitals:
        return None
    return (
        _after_title(phrase)
        or _in_apposition(phrase)
        or _described(phrase, in_head)
        or _first_of_several(phrase, in_head)
    )


def _after_title(phrase: Phrase) -> Mention | None:
    """Find the person whose title holds a preposition: 'Secretary of State Ann Roe'."""
    pattern = title_before(phrase.lexicon.pack.source.language.code)
    for mention in phrase.mentions:
        if mention.kind is MentionKind.PERSON:
            title = pattern.search(phrase.text[phrase.span[0] : mention.span[0]].lower())
            return mention if title and " " in title.group().strip() else None
    return None


def _first_of_several(phrase: Phrase, in_head: list[Mention]) -> Mention | None:
    """Find the first of several who are named together: 'Ann Roe and her lawyers'."""
    conjunctions = Flag.CONJUNCTION
    for mention in in_head[:1]:
        following = next((word for word in phrase.words if word.start >= mention.span[1]), None)
        if following is not None and phrase.lexicon.pack.flags.get(following.word, 0) & conjunctions:
            return mention
    return None


def _word_end(phrase: Phrase, position: int) -> int:
    """Return the end of the word that a position falls into."""
    return next((word.end for word in phrase.words if word.start < position <= word.end), position)


def _closes(phrase: Phrase, mention: Mention) -> bool:
    """Tell whether nothing but a case ending, an age or an adverb follows the mention inside the head part."""
    rest = phrase.text[mention.span[1] : phrase.head_span[1]]
    if rest.startswith(("'s", "’s")) and phrase.lexicon.has_capitals:
        return False
    if not rest.strip(_EDGES) or rest.strip().isdigit():
        return True
    if all(phrase.lexicon.known_stem(lower(word), fold_words(phrase.lexicon.names.titles_after)) for word in rest.split()):
        return True
    tail = lower(rest.split(" ")[0])
    return not phrase.lexicon.has_capitals and " " not in rest.strip() and tail in phrase.lexicon.endings


def _in_apposition(phrase: Phrase) -> Mention | None:
    """Find a person after a head of people and a comma: 'the minister, Anna Berg'."""
    if _noun(phrase) not in (Noun.PEOPLE, Noun.GROUP, Noun.MEDIA):
        return None
    for mention in phrase.mentions:
        gap = phrase.text[phrase.head_span[1] : mention.span[0]]
        if mention.span[0] >= phrase.head_span[1] and gap.strip(" ") in (",", "–", "—"):
            return mention if mention.kind is MentionKind.PERSON else None
        of_title = re.fullmatch(
            r"\s(?:of|for|at|from)\s[^,]{2,60},\s", phrase.text[phrase.head_span[1] : mention.span[0]]
        )
        if of_title and mention.kind is MentionKind.PERSON:
            return mention
    return None


def _described(phrase: Phrase, in_head: list[Mention]) -> Mention | None:
    """Find a name whose own kind of noun follows it: 'the Yonhap news agency', 'the Example Times newspaper'."""
    head = _noun(phrase)
    fits = {
        Noun.MEDIA: (MentionKind.AGENCY, MentionKind.OUTLET),
        Noun.GROUP: (MentionKind.AGENCY, MentionKind.ORGANISATION, MentionKind.GROUP),
        Noun.GOVERNMENT: (MentionKind.GOVERNMENT, MentionKind.PLACE),
    }.get(head, ())
    if not fits or not in_head or in_head[-1].kind not in fits:
        return None
    follows = phrase.text[in_head[-1].span[1] : phrase.head_span[1]]
    is_part = head is Noun.GOVERNMENT or not follows.startswith(("'s", "’s"))
    words_between = [word.word for word in phrase.words if in_head[-1].span[1] <= word.start < phrase.head_span[1]]
    return in_head[-1] if is_part and len(words_between) <= 2 else None


def _noun(phrase: Phrase) -> Noun:
    """Tell what the head noun is; the last word of the head part decides."""
    words = [word.word for word in phrase.words if word.end <= phrase.head_span[1]]
    if not words:
        return Noun.UNKNOWN
    noun = _noun_of(words[-1], phrase.lexicon)
    if noun in (Noun.UNKNOWN, Noun.MUTE) and phrase.lexicon.has_capitals:
        return _counted_noun(phrase, len(words)) or noun
    return noun


def _counted_noun(phrase: Phrase, count: int) -> Noun | None:
    """Tell what a quantity counts: '52 percent of voters', 'a chorus of critics'."""
    rest = phrase.words[count:]
    if not rest or rest[0].word != "of":
        return None
    for k in range(1, len(rest)):
        is_last = k + 1 == len(rest) or _cuts(rest, k + 1, phrase.lexicon)
        if is_last or _APART.search(phrase.text[rest[k].end : rest[k + 1].start]):
            noun = _noun_of(rest[k].word, phrase.lexicon)
            return noun if noun in (Noun.PEOPLE, Noun.GROUP) else None
    return None


def _noun_of(word: str, lexicon: Lexicon) -> Noun:
    """Tell what kind of thing a noun is; without its case ending where it is not known with it."""
    forms = dict.fromkeys((word, word.removesuffix("'s").removesuffix("'"), *lexicon.stems(word)))
    tables = (
        (Noun.PEOPLE, lexicon.people),
        (Noun.MEDIA, lexicon.media),
        (Noun.GOVERNMENT, lexicon.governments),
        (Noun.GROUP, lexicon.groups | lexicon.heads | lexicon.bodies),
        (Noun.DOCUMENT, lexicon.documents),
        (Noun.MUTE, lexicon.mute),
        (Noun.PEOPLE, lexicon.titles),
    )
    for form in forms:
        for noun, table in tables:
            if form in table:
                return noun
    is_person = any(form.endswith(lexicon.people_endings) for form in forms) if lexicon.people_endings else False
    return Noun.PEOPLE if is_person else Noun.UNKNOWN


def _is_unnamed(phrase: Phrase) -> bool:
    """Tell whether the phrase begins with one that hides a source."""
    surface = lower(phrase.text[slice(*phrase.span)])
    return any(fold_word(hidden) in surface for hidden in phrase.lexicon.sources.unnamed)


def _is_capitalised(phrase: Phrase) -> bool:
    """Tell whether the head is written with a capital, so that it may be a name that nobody listed."""
    heads = [word for word in phrase.words if word.end <= phrase.head_span[1]]
    if not heads or not phrase.lexicon.has_capitals:
        return False
    head = heads[-1]
    return phrase.text[head.start].isupper() and head.word not in phrase.lexicon.no_names


def _link_of_noun(phrase: Phrase, mentions: Sequence[Mention], language: str) -> Link:
    """Make the link of a source without a name: a title led back, or the phrase itself."""
    noun = _noun(phrase)
    if noun in (Noun.PEOPLE, Noun.GROUP) and not _is_unnamed(phrase):
        found = resolve(phrase.text, phrase.span, mentions, language=language)
        if found is not None:
            return _link_of_mention(found, phrase.span)
    kinds = {
        Noun.DOCUMENT: SourceKind.DOCUMENT,
        Noun.MEDIA: SourceKind.OUTLET,
        Noun.GOVERNMENT: SourceKind.GOVERNMENT,
        Noun.GROUP: SourceKind.ORGANISATION,
    }
    kind = SourceKind.ANONYMOUS if _is_unnamed(phrase) else kinds.get(noun, SourceKind.ANONYMOUS)
    if noun is Noun.UNKNOWN and _is_capitalised(phrase):
        kind = SourceKind.ORGANISATION if len(phrase.words) == 1 else SourceKind.PERSON
    return Link(kind, _plain_name(phrase), span=phrase.span)


def _plain_name(phrase: Phrase) -> str:
    """Return the phrase without its article and the case ending of its last word."""
    surface = phrase.text[slice(*phrase.span)]
    lexicon = phrase.lexicon
    if lexicon.has_capitals:
        return (
            " ".join(_ARTICLES.sub("", surface, count=1).split())
            if _ARTICLES.match(surface)
            else " ".join(surface.split())
        )
    last = phrase.words[-1]
    known = lexicon.people | lexicon.documents | lexicon.groups | lexicon.titles | lexicon.heads | lexicon.bodies
    stem = lexicon.known_stem(last.word, known) or last.word
    return " ".join(
        (phrase.text[phrase.span[0] : last.start] + phrase.text[last.start : last.start + len(stem)]).split()
    )
