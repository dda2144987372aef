"""The words of a pack that show names, compiled once a language: titles, given names, heads of bodies, case endings.

A case ending is stripped with a guard: only if what remains is known, or stands elsewhere in the text on its own
(stemmers without a guard found 12 of 24 Bengali stems, with one 24 of 24).
"""

import re
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache

from hearsay.packs.compiler import Flag, Pack, load_pack
from hearsay.packs.declensions import decline, decline_word, load_declensions
from hearsay.packs.schema import NameWords, Sources
from hearsay.text.folding import fold_word

_CLOSED = (
    Flag.DETERMINER
    | Flag.PREPOSITION
    | Flag.AUXILIARY
    | Flag.NEGATION
    | Flag.ADVERB
    | Flag.COMPLEMENTIZER
    | Flag.RELATIVE
) | (Flag.CONJUNCTION | Flag.SUBORDINATOR | Flag.QUESTION | Flag.PRONOUN | Flag.OTHER_PRONOUN | Flag.VERB)

_SHORTEST_STEM = 2  # letters: shorter ones are endings themselves
_WORDS_KEPT = 65536  # stems are kept for so many words: words recur, and memory must not grow with reports


@cache
@cache
def fold_words(*lists: str) -> frozenset[str]:
    """Fold the words of lists written as strings.

    >>> sorted(fold_words("Van von", "de"))
    ['de', 'van', 'von']
    """
    return frozenset(fold_word(word) for text in lists for word in text.split())


def lower(word: str) -> str:
    """Fold a word of a view, which is NFC already: only case and apostrophes are left to fold.

    >>> lower("O’Brien")
    "o'brien"
    """
    return word.lower().replace("’", "'")


class Lexicon:
    """The compiled [names] and [sources] of one pack; sets of folded words, made when first asked for."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.names: NameWords = pack.source.names
        self.sources: Sources = pack.source.sources
        self.has_capitals = pack.source.language.capitals
        self._ending_set = frozenset(self.endings)
        self._longest_ending = max(map(len, self.endings), default=0)
        self.declensions = load_declensions(pack.name)
        self.stems = lru_cache(maxsize=_WORDS_KEPT)(self._find_stems)

    def fold(self, *lists: str) -> frozenset[str]:
        """Fold the words of lists, in all their cases where the pack tells how words are declined."""
        words = fold_words(*lists)
        if not self.declensions:
            return words
        return words | {form for word in words for form in decline(word, self.declensions)}

    @cached_property
    def titles(self) -> frozenset[str]:
        """Return the single words that stand before a person's name."""
        return self.fold(self.names.titles)

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Return every word that may be part of a title."""
        return self.titles | fold_words(self.names.title_links, *self.names.title_phrases)

    @cached_property
    def possessives(self) -> tuple[str, ...]:
        """Return what makes an owner of a name, with both apostrophes."""
        marks = self.names.possessives.split()
        return tuple(dict.fromkeys(form for mark in marks for form in (mark, mark.replace("'", "’"))))

    @cached_property
    def participles(self) -> tuple[str, ...]:
        """Return the endings that begin a shortened relative clause."""
        return tuple(self.names.participles.split())

    @cached_property
    def elisions(self) -> str:
        """Return the words that lean on the next one with an apostrophe, without it."""
        return self.pack.source.language.elisions

    def has_flag(self, word: str, flags: int) -> bool:
        """Tell whether the pack gives a folded word one of these flags."""
        return bool(self.pack.flags.get(word, 0) & flags)

    @cached_property
    def given(self) -> frozenset[str]:
        """Return the given names."""
        return self.fold(self.names.men, self.names.women)

    @cached_property
    def name_parts(self) -> frozenset[str]:
        """Return given and family names."""
        return self.given | self.fold(self.names.families)

    @cached_property
    def heads(self) -> frozenset[str]:
        """Return the head words of names of bodies."""
        return self.fold(self.names.organisations, self.names.companies)

    @cached_property
    def newsrooms(self) -> frozenset[str]:
        """Return the words that make an outlet of a name of several words."""
        return self.fold(self.names.newsrooms)

    @cached_property
    def own_parts(self) -> frozenset[str]:
        """Return the parts of names that are no common words besides: they may begin a name."""
        return (self.given | self.name_parts) - (self.no_names | self.people | self.groups | self.body_parts)

    @cached_property
    def own_families(self) -> frozenset[str]:
        """Return the family names that are no common words besides."""
        return self.own_parts & self.fold(self.names.families)

    @cached_property
    def leading_heads(self) -> frozenset[str]:
        """Return the head words that stand before the rest of a body's name."""
        return self.fold(self.names.leading_heads)

    @cached_property
    def leading_places(self) -> frozenset[str]:
        """Return the head words that stand before the rest of a place's name."""
        return self.fold(self.names.leading_places)

    @cached_property
    def all_heads(self) -> frozenset[str]:
        """Return every head word of the name of a body."""
        return self.heads | self.bodies | self.leading_heads

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Return the head words that need a known part before them."""
        return self.fold(self.names.bodies)

    @cached_property
    def body_parts(self) -> frozenset[str]:
        """Return the words that stand before the head of a body's name."""
        return self.fold(self.names.organisation_parts)

    @cached_property
    def towns(self) -> frozenset[str]:
        """Return the names of towns and regions that are no entities of their own."""
        return self.fold(self.names.towns)

    @cached_property
    def places(self) -> frozenset[str]:
        """Return the head words of names of places."""
        return self.fold(self.names.places)

    @cached_property
    def no_names(self) -> frozenset[str]:
        """Return the words that are no part of a name: the closed classes, cues, nouns of sources, and those listed."""
        closed = (word for word, flags in self.pack.flags.items() if flags & _CLOSED)
        return fold_words(self.names.no_names) | frozenset(closed) | self.cue_forms

    @cached_property
    def no_name_endings(self) -> tuple[str, ...]:
        """Return the endings of words that are no names."""
        return tuple(fold_words(self.names.no_name_endings)) or ("\0",)

    @cached_property
    def no_name_beginnings(self) -> tuple[str, ...]:
        """Return the beginnings of words that are no names."""
        return tuple(fold_words(self.names.no_name_beginnings)) or ("\0",)

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Return all words that end a name: closed words, titles, honorifics, heads, nouns of sources and of none."""
        nouns = self.people | self.groups | self.documents | self.mute
        return self.no_names | self.titles | self.all_heads | nouns | fold_words(self.names.titles_after)

    @cached_property
    def cue_forms(self) -> frozenset[str]:
        """Return the forms of reporting words, the first word of each."""
        table = self.pack.cues.items()
        # Where capitals tell names, only a word that is a cue by itself is none: "Bình" is, though "bình luận" says.
        return frozenset(first for first, forms in table if not self.has_capitals or any(len(f) == 1 for f, _ in forms))

    @cached_property
    def verb_cues(self) -> frozenset[str]:
        """Return the one-word forms of reporting verbs."""
        table = self.pack.cues.items()
        return frozenset(
            first for first, forms in table for form, cue in forms if len(form) == 1 and "noun" not in cue.slots
        )

    @cached_property
    def people(self) -> frozenset[str]:
        """Return the common nouns of persons."""
        return self.fold(self.sources.people)

    @cached_property
    def people_endings(self) -> tuple[str, ...]:
        """Return the endings that make a word a person's."""
        return tuple(fold_words(self.sources.people_endings))

    @cached_property
    def documents(self) -> frozenset[str]:
        """Return the common nouns of written things that say."""
        return self.fold(self.sources.documents)

    @cached_property
    def groups(self) -> frozenset[str]:
        """Return the common nouns of bodies, outlets and organs of a state among them."""
        return self.fold(self.sources.groups, self.sources.media, self.sources.governments)

    @cached_property
    def media(self) -> frozenset[str]:
        """Return the common nouns of outlets."""
        return self.fold(self.sources.media)

    @cached_property
    def governments(self) -> frozenset[str]:
        """Return the common nouns of organs of a state."""
        return self.fold(self.sources.governments)

    @cached_property
    def mute(self) -> frozenset[str]:
        """Return the nouns that never stand behind words."""
        return self.fold(self.sources.mute)

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Return the pronouns that can stand for a source."""
        names = self.names
        return fold_words(names.masculine, names.feminine, names.common, names.plural, names.neuter)

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """Return all case endings, with what may follow them, longest first; empty where words do not change."""
        cases = fold_words(*self.pack.source.language.cases.values())
        clitics = fold_words(self.names.clitics)
        joined = {case + clitic for case in cases for clitic in clitics}
        determined = {clitic + case for case in cases for clitic in clitics}
        return tuple(sorted(cases | clitics | joined | determined, key=len, reverse=True))

    def _find_stems(self, word: str) -> tuple[str, ...]:
        """Return what may remain of a folded word when an ending is taken off, the longest ending first."""
        first = max(_SHORTEST_STEM, len(word) - self._longest_ending)
        return tuple(word[:cut].rstrip("-") for cut in range(first, len(word)) if word[cut:] in self._ending_set)

    def known_stem(self, word: str, known: Iterable[str]) -> str | None:
        """Return the word itself or its stem, whichever is known; None where neither is."""
        known = known if isinstance(known, (set, frozenset, dict)) else set(known)
        if word in known:
            return word
        return next((stem for stem in self.stems(word) if stem in known), None)


@cache
def load_lexicon(language: str) -> Lexicon:
    """Load the lexicon of a language, once a process."""
    return Lexicon(load_pack(language))


@cache
def short_titles(language: str) -> frozenset[str]:
    """Return the titles that are abbreviations: "sen", "gen"."""
    lexicon = load_lexicon(language)
    return lexicon.titles & lexicon.pack.abbreviations


@cache
def title_before(language: str) -> re.Pattern[str]:
    """Return the pattern of a title right before a name, to be searched in the few words before it."""
    lexicon = load_lexicon(language)
    told = [fold_word(phrase) for phrase in lexicon.names.title_phrases]
    phrases = [re.escape(form) for phrase in told for form in (phrase, *_with_first_declined(phrase, lexicon))]
    words = sorted(map(re.escape, lexicon.titles), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(phrases + words)})\.?,?[ ]$")


def _with_first_declined(phrase: str, lexicon: Lexicon) -> list[str]:
    """Return a phrase with its first word in each case: "министра обороны", "министром обороны"."""
    first, _, rest = phrase.partition(" ")
    cases = decline_word(first, lexicon.declensions) if rest and lexicon.declensions else ()
    return [f"{form} {rest}" for case in cases for form in case]


def without_hyphened_ending(word: str, lexicon: Lexicon) -> str:
    """Return a word without the case ending that a hyphen sets off from it: "Reuters-এর", "হোল্ট-কে".

    >>> without_hyphened_ending("হোল্ট-কে", load_lexicon("bn"))
    'হোল্ট'
    """
    if "-" not in word:
        return word
    stem, _, ending = word.rpartition("-")
    return stem if ending in lexicon.endings else word


def is_other_gender(before: str, full: str, lexicon: Lexicon) -> bool:
    """Tell whether the title at the end of `before` cannot belong to the given name of `full`: Mrs. and Ludwig."""
    title = lower(before).rstrip(" .").rpartition(" ")[2]
    given = lower(full).partition(" ")[0]
    names = lexicon.names
    men, women = fold_words(names.men), fold_words(names.women)
    if title in fold_words(names.titles_of_women):
        return given in men - women
    return title in fold_words(names.titles_of_men) and given in women - men
