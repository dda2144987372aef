"""Pronouns and titles led back to a name before them (coreference), or left alone where more than one could be meant.

A wrong speaker is the worst error of all, so that this abstains: two persons who fit, and neither is plainly the one
the last sentence is about, give None. Who is spoken to ("told X") or stands inside a quotation is never meant.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache, lru_cache

from hearsay.packs.compiler import Flag
from hearsay.packs.entities import load_entities
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower, title_before
from hearsay.reading.runs import cut_words
from hearsay.records import Mention, MentionKind, Record, Span
from hearsay.text.words import word_pattern

_BODIES_BACK = 1  # sentences: farther back "they" and "it" were mostly wrong
_SENTENCES_BACK = 4  # farther back a pronoun is rarely led right
_LONGEST_TITLE = 5  # words
_TITLE_REACH = 3000  # characters: a title is repeated over a whole report, not over a long page
_SUBJECT_REACH = 30  # characters from the start of a sentence to where its subject may begin
_BODIES = (MentionKind.ORGANISATION, MentionKind.GOVERNMENT, MentionKind.GROUP, MentionKind.OUTLET, MentionKind.AGENCY)
_SENTENCE_END = re.compile(r"(?<![ .(]\w)[.!?।…]+[\"”’')\]]*\s+(?=[^a-z])|[。！？]+[”’」』）]*(?![と、，])|\n\s*")
_STOP = re.compile(r"[.!?।;。！？；\n]")
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$|(?=\n))|\"[^\"\n]*(?:\"|$|(?=\n))|(?<![^\s,:(—–-])[‘'][^’'\n]{3,}[’'](?!\w)|«[^»\n]*»|「[^」\n]*」"
)


class Gender(StrEnum):
    """What is known of a person from titles and given names."""

    MAN = "man"
    WOMAN = "woman"
    UNKNOWN = "unknown"


class Wanted(Record, frozen=True):
    """What a pronoun or a title asks for."""

    kinds: tuple[MentionKind, ...]
    gender: Gender = Gender.UNKNOWN
    head: str = ""
    others: frozenset[str] = frozenset()


class Scene(Record, frozen=True):
    """Where the sentences of a text begin, and what is quoted in it."""

    starts: tuple[int, ...]
    quoted: tuple[Span, ...]


@lru_cache(maxsize=8)
def find_scene(text: str) -> Scene:
    """Find sentence starts and quotations, roughly: only nearness is judged by them."""
    starts = (0, *(match.end() for match in _SENTENCE_END.finditer(text)))
    return Scene(starts, tuple(match.span() for match in _QUOTED.finditer(text)))


def resolve(text: str, span: Span, mentions: Sequence[Mention], *, language: str) -> Mention | None:
    """Lead the pronoun or title at `span` back to the mention that it stands for; None where that is not plain."""
    lexicon = load_lexicon(language)
    wanted = _wanted(text[slice(*span)], lexicon)
    if wanted is None:
        return None
    before = [mention for mention in mentions if mention.span[1] <= span[0] and mention.kind in wanted.kinds]
    before = _outside_quotations(find_scene(text), span, before)
    if wanted.head:
        return _resolve_title(text, span, before, wanted, lexicon)
    genders = {name: _gender(text, name, mentions, lexicon) for name in {mention.name for mention in before}}
    fitting = [mention for mention in before if _fits(genders[mention.name], wanted.gender)]
    fitting = [mention for mention in fitting if not is_addressed(text, mention, lexicon)]
    return _resolve_pronoun(text, span, fitting, (wanted, genders), lexicon)


def _wanted(surface: str, lexicon: Lexicon) -> Wanted | None:
    """Tell what a surface asks for; None for what is neither pronoun nor definite title."""
    words = [
        lower(surface[first:last])
        for match in word_pattern(lexicon.elisions).finditer(surface)
        for first, last in cut_words(surface, match.span(), lexicon.pack)
    ]
    if not words:
        return None
    if len(words) == 1 and words[0] in lexicon.pronouns:
        return _wanted_by_pronoun(words[0], lexicon)
    pointers = fold_words(lexicon.names.definite)
    definite = not pointers or words[0] in pointers
    persons = lexicon.people | lexicon.titles if lexicon.has_capitals else lexicon.titles
    head = lexicon.known_stem(words[-1], persons | lexicon.groups)
    if len(words) > _LONGEST_TITLE or not definite or head is None or words[-1].endswith(_plural_endings(lexicon)):
        return None
    others = frozenset(stem for word in words[:-1] for stem in (word, *lexicon.stems(word))) - pointers
    kinds = (MentionKind.PERSON,) if head in persons else _BODIES
    return Wanted(kinds, head=head, others=others)


def _plural_endings(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the endings of more than one; a plural title is never led back to one person."""
    return tuple(fold_words(lexicon.pack.source.language.cases.get("plural", "")))


def _wanted_by_pronoun(word: str, lexicon: Lexicon) -> Wanted:
    """Tell what a pronoun asks for."""
    names = lexicon.names
    if word in fold_words(names.masculine):
        return Wanted((MentionKind.PERSON,), Gender.MAN)
    if word in fold_words(names.feminine):
        return Wanted((MentionKind.PERSON,), Gender.WOMAN)
    if word in fold_words(names.common):
        return Wanted((MentionKind.PERSON,))
    return Wanted(_BODIES)


def _outside_quotations(scene: Scene, span: Span, mentions: Iterable[Mention]) -> list[Mention]:
    """Leave out mentions inside quotations that the span itself does not stand in."""
    quoted = [(start, end) for start, end in scene.quoted if start < span[0] and not start <= span[0] < end]
    return [m for m in mentions if not any(start <= m.span[0] < end for start, end in quoted)]


def _resolve_pronoun(
    text: str, span: Span, fitting: list[Mention], wanted: tuple[Wanted, dict[str, Gender]], lexicon: Lexicon
) -> Mention | None:
    """Go back sentence by sentence; the first that holds a fitting mention decides, or nothing does.

    A sentence that goes on with the same pronoun is stepped over: whoever is named behind it there is somebody else.
    """
    starts = [start for start in find_scene(text).starts if start <= span[0]]
    edges = [*starts, span[0]]
    same = re.compile(rf"(?<!\w){re.escape(text[slice(*span)])}(?!\w)", re.IGNORECASE)
    asked, _ = wanted
    steps = 0
    for k in range(len(starts) - 1, -1, -1):
        again = same.search(text, edges[k], edges[k + 1])
        end = again.start() if again else edges[k + 1]
        here = [mention for mention in fitting if edges[k] <= mention.span[0] < end]
        if here and asked.kinds == _BODIES:
            return _choose_body(text, edges[k], here, lexicon)
        if here:
            return _choose(text, edges[k], here, wanted, lexicon)
        steps += 0 if again else 1
        if steps > (_BODIES_BACK if asked.kinds == _BODIES else _SENTENCES_BACK):
            return None
    return None


def _choose_body(text: str, start: int, here: list[Mention], lexicon: Lexicon) -> Mention | None:
    """Choose the body that speaks or is the subject: 'they' and 'it' may mean too much else."""
    speaking = [mention for mention in here if is_speaking(text, mention, lexicon)]
    if not lexicon.has_capitals:
        speaking = speaking or [mention for mention in here if not _is_inflected(text, mention, lexicon)]
    if speaking:
        return speaking[-1] if len({mention.name for mention in speaking}) == 1 else None
    return here[0] if _opens(text[start : here[0].span[0]], lexicon) else None


def _choose(
    text: str, start: int, here: list[Mention], wanted: tuple[Wanted, dict[str, Gender]], lexicon: Lexicon
) -> Mention | None:
    """Choose among the fitting mentions of a sentence: the only one, the only sure one, who speaks, the subject."""
    asked, genders = wanted
    if len({mention.name for mention in here}) == 1:
        return here[-1]
    if asked.gender is not Gender.UNKNOWN:
        sure = [mention for mention in here if genders[mention.name] is asked.gender]
        if len({mention.name for mention in sure}) == 1:
            return sure[-1]
        here = sure or here
    speaking = [mention for mention in here if is_speaking(text, mention, lexicon)]
    if len({mention.name for mention in speaking}) == 1:
        return speaking[-1]
    first = here[0]
    is_subject = not speaking and asked.kinds == (MentionKind.PERSON,) and _opens(text[start : first.span[0]], lexicon)
    return first if is_subject and not _is_inflected(text, first, lexicon) else None


def _opens(before: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is the subject of its sentence: only titles, or an opening and a comma, before it."""
    if len(before) > _SUBJECT_REACH or not before.strip() or before.rstrip().endswith(","):
        return len(before) <= _SUBJECT_REACH
    words = [lower(match.group()) for match in word_pattern(lexicon.elisions).finditer(before)]
    return all(word in lexicon.title_words or lexicon.has_flag(word, Flag.DETERMINER | Flag.ADVERB) for word in words)


def _resolve_title(text: str, span: Span, before: list[Mention], wanted: Wanted, lexicon: Lexicon) -> Mention | None:
    """Find who bore this title before; None where several did and nothing tells them apart."""
    near = [mention for mention in before if span[0] - mention.span[1] <= _TITLE_REACH]
    described = {id(mention): description(text, mention, lexicon) for mention in near}
    bearers = [mention for mention in near if _bears(described[id(mention)], mention, wanted, lexicon)]
    if len({mention.name for mention in bearers}) > 1 and wanted.others:
        bearers = [mention for mention in bearers if wanted.others & described[id(mention)]]
    if not bearers:
        bearers = [mention for mention in near if _held(mention, wanted.head)]
    names = {mention.name for mention in bearers}
    if len(names) != 1:
        return None
    latest = [mention for mention in near if mention.name in names]
    return latest[-1]


def _held(mention: Mention, role: str) -> bool:
    """Tell whether a listed person has held an office of this name (the list names offices in English)."""
    entity = load_entities().get(mention.entity or "")
    return entity is not None and any(office.role.split(" ")[-1] == role for office in entity.offices)


def _bears(words: frozenset[str], mention: Mention, wanted: Wanted, lexicon: Lexicon) -> bool:
    """Tell whether a mention is described by the title, whole or as the end of a longer word (প্রতিরক্ষা+মন্ত্রী)."""
    if mention.kind is not MentionKind.PERSON:
        own = {lower(word) for word in mention.name.split()}
        return any(lexicon.known_stem(word, {wanted.head}) for word in own)
    if wanted.head in words:
        return True
    return not lexicon.has_capitals and any(word.endswith(wanted.head) for word in words)


def description(text: str, mention: Mention, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of the title before a name and of the apposition after it."""
    before = re.split(r"[.,;:!?।\n\"“”]", text[max(0, mention.span[0] - 60) : mention.span[0]])[-1]
    after = re.match(r",\s([^,.;:!?।\n\"“”]{3,60})[,.]", text[mention.span[1] : mention.span[1] + 70])
    words = [lower(match.group()) for match in word_pattern(lexicon.elisions).finditer(before)][-6:]
    if lexicon.has_capitals:
        words = _last_title(words, lexicon)
        apposition = after.group(1) if after else ""
        words += [lower(match.group()) for match in word_pattern(lexicon.elisions).finditer(apposition)][:7]
    else:
        words = _last_phrase(words, lexicon)
    return frozenset(form for word in words for form in (word, *lexicon.stems(word)))


def _last_phrase(words: list[str], lexicon: Lexicon) -> list[str]:
    """Keep the words before a name back to the last verb, postposition or conjunction."""
    closed = [k for k, word in enumerate(words) if word in lexicon.no_names and word not in lexicon.titles]
    return words[closed[-1] + 1 :] if closed else words


def _last_title(words: list[str], lexicon: Lexicon) -> list[str]:
    """Keep the words before a name only if they end in a title."""
    return words[-4:] if words and words[-1].rstrip(".") in lexicon.titles else []


def _fits(gender: Gender, wanted: Gender) -> bool:
    """Tell whether a gender may be the wanted one."""
    return Gender.UNKNOWN in (gender, wanted) or gender is wanted


def _gender(text: str, name: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Gender:
    """Tell the gender of a person from the given name, or from a title before any of the mentions."""
    entities = load_entities()
    listed = {mention.entity for mention in mentions if mention.name == name and mention.entity is not None}
    for entity in listed & entities.keys():
        if entities[entity].gender is not None:
            return Gender.MAN if entities[entity].gender == "male" else Gender.WOMAN
    men, women = _given_names(lexicon.pack.name)
    words = [lower(word) for word in name.split()]
    for word in words[:2] if len(words) > 1 else []:
        if (word in men) != (word in women):
            return Gender.MAN if word in men else Gender.WOMAN
    men, women = _gendered_titles(lexicon.pack.name)
    for mention in mentions:
        if mention.name != name:
            continue
        title = text[max(0, mention.span[0] - 20) : mention.span[0]].lower().rstrip(" .").rsplit(None, 1)[-1:]
        if title and (title[0] in men) != (title[0] in women):
            return Gender.MAN if title[0] in men else Gender.WOMAN
    return Gender.UNKNOWN


@cache
def _given_names(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the given names of men and of women."""
    names = load_lexicon(language).names
    return fold_words(names.men), fold_words(names.women)


@cache
def _gendered_titles(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the titles of men and of women."""
    names = load_lexicon(language).names
    return fold_words(names.titles_of_men), fold_words(names.titles_of_women)


def is_addressed(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a mention is the one spoken to or about: 'told X', 'with X', X + কে."""
    start, end = mention.span
    if not lexicon.has_capitals:
        return _is_inflected(text, mention, lexicon)
    words = re.findall(r"[\w'’]+", text[max(0, start - 40) : start].lower())
    while words and words[-1] in lexicon.title_words or words and lexicon.has_flag(words[-1], Flag.DETERMINER):
        words.pop()
    return (
        bool(words) and words[-1] in fold_words(lexicon.names.addressing) or text.startswith(lexicon.possessives, end)
    )


def _is_inflected(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a mention carries a case ending, so that it is not the subject."""
    surface = lower(text[slice(*mention.span)])
    last = lower(mention.name).split(" ")[-1] if mention.name else ""
    tail = surface.split(" ")[-1]
    return (
        not lexicon.has_capitals
        and tail != last
        and any(stem and stem in mention.name.lower() for stem in lexicon.stems(tail))
    )


def is_speaking(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a reporting verb stands right beside a mention, or ends its clause where verbs come last."""
    start, end = mention.span
    following = re.findall(r"[^\s,.;:।\"“”]+", _STOP.split(text[end : end + 40])[0])[:2]
    before = title_before(lexicon.pack.source.language.code).sub("", text[max(0, start - 40) : start].lower())
    preceding = re.findall(r"[^\s,.;:।\"“”]+", _STOP.split(before)[-1])[-1:]
    beside = [word.lower() for word in following + preceding]
    return any(word in lexicon.verb_cues for word in beside) and not _is_inflected(text, mention, lexicon)
