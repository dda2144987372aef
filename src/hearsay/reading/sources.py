"""Who stands behind words: the span of a source's noun phrase made into a link of a chain (PARC source, typed).

The head decides, not the names around it: "Ukrainian officials" are unnamed people, not Ukraine; "South Korea's Yonhap
news agency" is Yonhap. Who is not named is called by the phrase itself.
"""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from hearsay.packs.compiler import Flag
from hearsay.packs.entities import load_entities
from hearsay.reading.coreference import resolve
from hearsay.reading.name_words import fold_words, load_lexicon, lower, title_before
from hearsay.reading.runs import cut_words
from hearsay.reading.source_phrases import (
    EDGES,
    Noun,
    Phrase,
    is_bare_name,
    is_capitalised,
    is_pronoun,
    is_relative,
    is_unnamed,
    noun_of,
    noun_of_head,
    parse_phrase,
    plain_name,
)
from hearsay.records import Link, Mention, MentionKind, SourceKind, Span
from hearsay.text.folding import fold_word

_RUN = re.compile(r"\S+")
_KINDS = {
    MentionKind.PERSON: SourceKind.PERSON,
    MentionKind.ORGANISATION: SourceKind.ORGANISATION,
    MentionKind.PLACE: SourceKind.GOVERNMENT,
    MentionKind.OUTLET: SourceKind.OUTLET,
    MentionKind.AGENCY: SourceKind.AGENCY,
    MentionKind.GOVERNMENT: SourceKind.GOVERNMENT,
    MentionKind.GROUP: SourceKind.ANONYMOUS,
}


def name_source(text: str, span: Span, mentions: Sequence[Mention], *, language: str) -> Link:
    """Make the link of the source named at `span`; `mentions` are those of the whole text.

    >>> name_source("two officials", (0, 13), (), language="en").name
    'two officials'
    """
    phrase = parse_phrase(text, span, mentions, language)
    if not phrase.words:
        return Link(SourceKind.NONE)
    if is_relative(phrase):
        return _link_of_relative(phrase, mentions)
    if is_pronoun(phrase):
        return _link_of_pronoun(phrase, mentions, language)
    named = _named_head(phrase)
    if named is not None:
        is_outlet = named.kind is MentionKind.ORGANISATION and noun_of_head(phrase) is Noun.MEDIA
        return _link_of_mention(msgspec.structs.replace(named, kind=MentionKind.OUTLET) if is_outlet else named)
    return _link_of_noun(phrase, mentions, language)


def is_source_like(text: str, span: Span, mentions: Sequence[Mention], *, language: str) -> bool:
    """Tell whether the noun phrase at `span` can speak: people, bodies, documents, media, pronouns, unnamed people.

    >>> [is_source_like(t, (0, len(t)), (), language="en") for t in ("a senior official", "the price", "1,200")]
    [True, False, False]
    """
    phrase = parse_phrase(text, span, mentions, language)
    if not phrase.words:
        return False
    if is_relative(phrase):
        return True
    if is_pronoun(phrase):
        is_thing = phrase.words[0].word in _neuter(language)
        return not is_thing or resolve(text, phrase.span, mentions, language=language) is not None
    if _named_head(phrase) is not None or is_unnamed(phrase):
        return True
    noun = noun_of_head(phrase)
    if noun is not Noun.UNKNOWN:
        return noun is not Noun.MUTE
    return is_capitalised(phrase)


@cache
def _neuter(language: str) -> frozenset[str]:
    """Return the pronouns that more often stand for nothing: 'it'."""
    return frozenset(map(fold_word, load_lexicon(language).names.neuter.split()))


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
        is_person = len(words) <= 3 and all(word[0].isupper() and not word.isupper() for word in words)
        kind = SourceKind.PERSON if is_person else SourceKind.ORGANISATION
    return Link(kind, mention.name, entity, span or mention.span)


def _named_head(phrase: Phrase) -> Mention | None:
    """Find the mention that is the head, or that stands in apposition to a head of people, bodies or papers."""
    in_head = [mention for mention in phrase.mentions if mention.span[1] <= _word_end(phrase, phrase.head_span[1])]
    closing = [mention for mention in in_head if _closes(phrase, mention) and not _is_owner(phrase, mention)]
    if closing:
        return closing[-1]
    if not phrase.lexicon.has_capitals:
        return _opening_person(phrase, in_head)
    return (
        _after_title(phrase)
        or _in_apposition(phrase)
        or (_opening_person(phrase, in_head) if phrase.lexicon.declensions else None)
        or _described(phrase, in_head)
        or _first_of_several(phrase, in_head)
    )


def _is_owner(phrase: Phrase, mention: Mention) -> bool:
    """Tell whether a name at the end only owns the noun that leads the phrase: "министр обороны США"."""
    lexicon = phrase.lexicon
    if not lexicon.pack.source.language.adjectives_follow:
        return False
    before = [word.word for word in phrase.words if word.end <= mention.span[0]]
    head = next((noun for word in before if (noun := noun_of(word, lexicon)) is not Noun.UNKNOWN), Noun.UNKNOWN)
    if head is Noun.DOCUMENT:
        return True
    if lexicon.declensions and head in (Noun.GROUP, Noun.GOVERNMENT) and mention.entity is None:
        return phrase.text[mention.span[0] - 1] == " "  # "мэрии Ладвинска", but "компании «Пример»"
    is_known = mention.kind is MentionKind.ORGANISATION and mention.entity is not None and head is Noun.PEOPLE
    return head is not Noun.UNKNOWN and (is_known or mention.kind in (MentionKind.PLACE, MentionKind.GOVERNMENT))


def _opening_person(phrase: Phrase, in_head: list[Mention]) -> Mention | None:
    """Find the person who opens a phrase of a language whose nouns stand before what describes them, titles aside."""
    lexicon = phrase.lexicon
    if not lexicon.pack.source.language.adjectives_follow or not in_head:
        return None
    first = in_head[0]
    before = [word.word for word in phrase.words if word.end <= first.span[0]]
    is_titled = all(word in lexicon.titles for word in before)
    return first if first.kind is MentionKind.PERSON and is_titled else None


def _after_title(phrase: Phrase) -> Mention | None:
    """Find the person whose title holds a preposition: 'Secretary of State Ann Roe'."""
    pattern = title_before(phrase.lexicon.pack.name)
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
    if phrase.lexicon.possessives and rest.startswith(phrase.lexicon.possessives):
        return rest in phrase.lexicon.possessives  # an owner of nothing inside the phrase: "Reuters'ın haberine göre"
    if not rest.strip(EDGES) or rest.strip().isdigit():
        return True
    after = fold_words(phrase.lexicon.names.titles_after)
    pieces = [rest[a:b] for run in _RUN.finditer(rest) for a, b in cut_words(rest, run.span(), phrase.lexicon.pack)]
    if all(phrase.lexicon.known_stem(lower(word), after) for word in pieces):
        return True
    tail = lower(rest.split(" ")[0])
    return not phrase.lexicon.has_capitals and " " not in rest.strip() and tail in phrase.lexicon.endings


def _in_apposition(phrase: Phrase) -> Mention | None:
    """Find a person after a head of people and a comma: 'the minister, Anna Berg'."""
    if noun_of_head(phrase) not in (Noun.PEOPLE, Noun.GROUP, Noun.MEDIA):
        return None
    for mention in phrase.mentions:
        gap = phrase.text[phrase.head_span[1] : mention.span[0]]
        words = [word for word in gap.split(" ") if lower(word).rstrip(".") not in phrase.lexicon.titles]
        if mention.span[0] >= phrase.head_span[1] and "".join(words) in (",", "–", "—"):
            return mention if mention.kind is MentionKind.PERSON else None
        of_title = re.fullmatch(r"\s(\w+)\s[^,]{2,60},\s", gap)
        if of_title and phrase.lexicon.has_flag(of_title[1], Flag.PREPOSITION) and mention.kind is MentionKind.PERSON:
            return mention
    return None


def _described(phrase: Phrase, in_head: list[Mention]) -> Mention | None:
    """Find a name whose own kind of noun follows it: 'the Yonhap news agency', 'the Example Times newspaper'."""
    head = noun_of_head(phrase)
    fits = {
        Noun.MEDIA: (MentionKind.AGENCY, MentionKind.OUTLET),
        Noun.GROUP: (MentionKind.AGENCY, MentionKind.ORGANISATION, MentionKind.GROUP),
        Noun.GOVERNMENT: (MentionKind.GOVERNMENT, MentionKind.PLACE),
    }.get(head, ())
    if not fits or not in_head or in_head[-1].kind not in fits or phrase.lexicon.declensions:
        return None
    follows = phrase.text[in_head[-1].span[1] : phrase.head_span[1]]
    is_part = head is Noun.GOVERNMENT or not follows.startswith(phrase.lexicon.possessives)
    words_between = [word.word for word in phrase.words if in_head[-1].span[1] <= word.start < phrase.head_span[1]]
    return in_head[-1] if is_part and len(words_between) <= 2 else None


def _link_of_noun(phrase: Phrase, mentions: Sequence[Mention], language: str) -> Link:
    """Make the link of a source without a name: a title led back, or the phrase itself."""
    noun = noun_of_head(phrase)
    if noun in (Noun.PEOPLE, Noun.GROUP) and not is_unnamed(phrase):
        found = resolve(phrase.text, phrase.span, mentions, language=language)
        if found is not None:
            return _link_of_mention(found, phrase.span)
    kinds = {
        Noun.DOCUMENT: SourceKind.DOCUMENT,
        Noun.MEDIA: SourceKind.OUTLET,
        Noun.GOVERNMENT: SourceKind.GOVERNMENT,
        Noun.GROUP: SourceKind.ORGANISATION,
    }
    kind = SourceKind.ANONYMOUS if is_unnamed(phrase) else kinds.get(noun, SourceKind.ANONYMOUS)
    if noun is Noun.UNKNOWN and is_bare_name(phrase):
        kind = SourceKind.PERSON
    elif noun is Noun.UNKNOWN and is_capitalised(phrase):
        kind = SourceKind.ORGANISATION if len(phrase.words) == 1 else SourceKind.PERSON
    return Link(kind, plain_name(phrase), span=phrase.span)
