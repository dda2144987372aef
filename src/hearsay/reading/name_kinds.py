"""Kinds of names that only their shape shows: what stands before and behind them, their script, their endings.

Where words are declined, a title and a name that do not agree in case are not of one person: "мэр Ладвинска".
"""

import re
from functools import cache

from hearsay.packs.compiler import Flag
from hearsay.packs.declensions import decline_word, list_nominatives
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower
from hearsay.records import MentionKind, Span

_BEFORE = 20  # characters before a name in which the word that tells its kind stands
_TITLE_REACH = 30
_SHORTEST_HEAD = 4  # letters: shorter ones end words by chance
_ROMAN = re.compile(r"[IVXLCХ]+")  # the last of them is Cyrillic
_BEHIND = re.compile(r"(?: [^\W\d_]+){1,2}")


def guess_kind(text: str, span: Span, plain: str, lexicon: Lexicon, alone: frozenset[str]) -> MentionKind:
    """Guess the kind of a name by its shape; a person's if its last word also stands alone."""
    before = re.split(r"\s+", text[max(0, span[0] - _BEFORE) : span[0]].lower().rstrip())
    if before[-1] in fold_words(lexicon.names.locators) or _is_of_head(before, lexicon):
        return MentionKind.PLACE
    if lower(plain) in lexicon.towns:
        return MentionKind.PLACE
    told = _told_kind(text, span, plain, lexicon) if lexicon.declensions else None
    if told is not None:
        return told
    words = plain.split(" ")
    is_personal = (
        2 <= len(words) <= 3
        and words[-1] in alone
        and words[-1].isalpha()
        and not lexicon.has_flag(before[-1], Flag.DETERMINER)
    )
    return MentionKind.PERSON if is_personal else MentionKind.OTHER


def _is_of_head(before: list[str], lexicon: Lexicon) -> bool:
    """Tell whether a head of places written small and a joiner stand before a name: "the port of Varnik"."""
    if len(before) < 2 or before[-1] not in fold_words(lexicon.names.joiners):
        return False
    return before[-2] in lexicon.places or before[-2] in lexicon.leading_places


def _told_kind(text: str, span: Span, plain: str, lexicon: Lexicon) -> MentionKind | None:
    """Tell a kind by the small head behind a name, by another script, by its ending; else one word is a person's."""
    last = lower(plain.split(" ")[-1])
    for word in (last, *reversed(_small_words(text, span[1])), _word_before(text, span[0])):
        if word in lexicon.places:
            return MentionKind.PLACE
        if word in lexicon.heads or word in lexicon.media:
            return MentionKind.ORGANISATION
    if is_foreign(plain, lexicon) or plain[:3].isupper():
        return MentionKind.OTHER if _ROMAN.fullmatch(plain) else MentionKind.ORGANISATION
    if last.endswith(_compounded(lexicon.pack.name)):
        return MentionKind.ORGANISATION
    if last.endswith(_endings(lexicon.names.name_endings)):
        return MentionKind.PERSON
    if last.endswith(_endings(lexicon.names.place_endings)):
        return MentionKind.PLACE
    is_common = last.endswith(lexicon.no_name_endings)
    return MentionKind.PERSON if " " not in plain and not is_common else None


@cache
def _compounded(language: str) -> tuple[str, ...]:
    """Return the heads of bodies that end longer words: "Еврокомиссия", "Сбербанк"."""
    return tuple(head for head in load_lexicon(language).heads if len(head) >= _SHORTEST_HEAD) or ("\0",)


def is_foreign(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is written in Latin letters inside a text of other ones: mostly a body's."""
    return name[:1].isascii() and lexicon.pack.source.language.script != "Latn"


def _word_before(text: str, start: int) -> str:
    """Return the word written small right before a name."""
    words = text[max(0, start - _TITLE_REACH) : start].split(" ")
    return words[-2] if len(words) > 1 and not words[-1] and words[-2].islower() else ""


@cache
def _endings(row: str) -> tuple[str, ...]:
    """Fold a list of endings; without any, nothing ends so."""
    return tuple(fold_words(row)) or ("\0",)


def _small_words(text: str, end: int) -> list[str]:
    """Return the one or two words written small right behind a name."""
    match = _BEHIND.match(text, end)
    words = match.group().split() if match else []
    return [word for word in words if word.islower()]


def kind_behind_title(text: str, span: Span, plain: str, lexicon: Lexicon) -> MentionKind | None:
    """Return what a title is of, where title and name do not agree in case; None where they can be one person's.

    >>> from hearsay.reading.name_words import load_lexicon
    >>> kind_behind_title("мэр Ладвинска", (4, 13), "Ладвинск", load_lexicon("ru")).value
    'place'
    """
    before = lower(text[max(0, span[0] - _TITLE_REACH) : span[0]]).split()
    table = lexicon.declensions
    title = before[-1] if before else ""
    if not table or title not in lexicon.titles:
        return None
    known = fold_words(lexicon.names.titles)
    titles = [title] if title in known else [form for form in list_nominatives(title, table) if form in known]
    name = text[slice(*span)]
    names = [plain] if plain != name else list_nominatives(name, table)
    if any(_cases(title, of, lexicon) & _cases(name, form, lexicon) for of in titles for form in names):
        return None
    is_place = lower(plain).endswith(_endings(lexicon.names.place_endings))
    return MentionKind.PLACE if is_place else MentionKind.ORGANISATION


def _cases(word: str, nominative: str, lexicon: Lexicon) -> frozenset[int]:
    """Return the cases in which a noun has the form of a word; the first one is -1."""
    if word == nominative:
        return frozenset({-1})
    cases = enumerate(decline_word(nominative, lexicon.declensions))
    return frozenset(k for k, forms in cases if word in forms)
