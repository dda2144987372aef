"""Compiling a pack: words become lookup tables, sentences with holes become elements around an anchor.

A pattern is read left to right into elements: a hole, a class of cue words, a literal, a punctuation mark. The anchor is the
first class, or the first literal where there is none; matching goes outwards from it (reading/frames.py).
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from hearsay.errors import PackError
from hearsay.packs.cutting import Cutter, make_cutter
from hearsay.packs.loading import load_pack_source, pack_version
from hearsay.packs.schema import PackSource, Pattern, WordClass
from hearsay.records import Act, Certainty, Record
from hearsay.text.folding import fold_word


class Flag:
    """What a token can be; a token may be several things at once, so these are bits of one plain integer.

    Plain because they are tested for every token: an IntFlag takes a fifth of the whole time of reading.
    """

    DETERMINER = 1
    PREPOSITION = 2
    AUXILIARY = 4
    NEGATION = 8
    ADVERB = 16
    COMPLEMENTIZER = 32
    RELATIVE = 64
    CONJUNCTION = 128
    SUBORDINATOR = 256
    PRONOUN = 512
    OTHER_PRONOUN = 1024
    VERB = 2048
    PASSIVE = 4096
    CATENATIVE = 8192
    PUNCTUATION = 1 << 14
    QUOTATION = 1 << 15
    PARENTHESIS = 1 << 16
    TIME = 1 << 17
    NAME = 1 << 18
    SOURCE = 1 << 19
    CUE = 1 << 20
    QUESTION = 1 << 21
    POSSESSIVE = 1 << 22
    CONTRAST = 1 << 23
    GENITIVE = 1 << 24
    OBLIQUE = 1 << 25
    PLACE = 1 << 26
    POSTPOSITION = 1 << 27
    NAME_START = 1 << 28
    SETTING = 1 << 29
    MODIFIER = 1 << 30
    NO_LABEL = 1 << 31
    FALSEHOOD = 1 << 32
    HOMOGRAPH = 1 << 36
    AGENT = 1 << 40
    BODY = 1 << 41  # of the name of an outlet, agency or organisation: no title belongs to it
    TOLD_MOOD = 1 << 35
    MARKED = 1 << 34  # bears a particle that is written on its own, or the case of a subject
    CLITIC = 1 << 33


CASE_FLAGS = {
    "genitive": Flag.GENITIVE,
    "accusative": Flag.OBLIQUE,
    "locative": Flag.OBLIQUE,
    "subject": Flag.MARKED,
    "ergative": Flag.MARKED,
}
_WORD_FLAGS = {
    "determiners": Flag.DETERMINER,
    "obliques": Flag.OBLIQUE,
    "genitive_determiners": Flag.DETERMINER | Flag.GENITIVE,
    "prepositions": Flag.PREPOSITION,
    "postpositions": Flag.POSTPOSITION,
    "no_labels": Flag.NO_LABEL,
    "agents": Flag.AGENT,
    "falsehoods": Flag.FALSEHOOD,
    "homographs": Flag.HOMOGRAPH,
    "settings": Flag.SETTING | Flag.OBLIQUE,
    "auxiliaries": Flag.AUXILIARY,
    "passives": Flag.PASSIVE | Flag.AUXILIARY,
    "negations": Flag.NEGATION,
    "adverbs": Flag.ADVERB,
    "complementizers": Flag.COMPLEMENTIZER,
    "relatives": Flag.RELATIVE,
    "told_moods": Flag.TOLD_MOOD,
    "conjunctions": Flag.CONJUNCTION,
    "subordinators": Flag.SUBORDINATOR,
    "contrasts": Flag.CONTRAST,
    "questions": Flag.QUESTION,
    "pronouns": Flag.PRONOUN,
    "clitics": Flag.CLITIC,
    "other_pronouns": Flag.OTHER_PRONOUN,
    "verbs": Flag.VERB,
    "catenatives": Flag.CATENATIVE,
    "possessives": Flag.POSSESSIVE | Flag.DETERMINER,
}


class ElementKind(StrEnum):
    """What an element of a pattern is."""

    HOLE = "hole"
    CLASS = "class"
    LITERAL = "literal"
    MARK = "mark"
    GAP = "gap"
    START = "start"
    END = "end"


class Element(Record, frozen=True):
    """One element of a pattern: `names` are hole name, class names, literal alternatives or marks; `kind` narrows."""

    type: ElementKind
    names: tuple[str, ...]
    detail: str = ""
    optional: bool = False


class Cue(Record, frozen=True):
    """A form of a reporting word: its class, the slots that the form fills, what it carries."""

    word_class: str
    lemma: str
    slots: frozenset[str]
    act: Act
    certainty: Certainty | None
    length: int  # tokens


class CompiledPattern(Record, frozen=True):
    """A pattern as elements left of the anchor (outwards), the anchor, and elements right of it."""

    id: str
    left: tuple[Element, ...]
    anchor: Element
    right: tuple[Element, ...]
    act: Act | None
    certainty: Certainty | None
    headline: bool
    takes_paragraph: bool
    points_back: bool
    holes: frozenset[str]


class Pack(Record, frozen=True):
    """A compiled pack."""

    source: PackSource
    name: str  # what the language is asked for by: its code, or the path of a pack file
    version: str
    flags: dict[str, int]
    adverb_endings: tuple[str, ...]
    partitives: frozenset[str]  # words that join a noun to what it is of: "von"
    accounts: tuple[str, ...]  # endings of nouns for what somebody says: {who:account}
    quotatives: tuple[str, ...]  # endings of a verb that closes what is said: "안전하다고"
    verb_endings: tuple[str, ...]
    finite_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    modifier_endings: tuple[str, ...]
    cues: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]  # first token -> (all tokens, cue), longest first
    patterns: dict[str, tuple[CompiledPattern, ...]]  # class name or first literal -> patterns in the pack's order
    literals: dict[str, tuple[CompiledPattern, ...]]  # first token of a literal anchor -> patterns
    trailing: frozenset[tuple[str, ...]]  # words of literals that close a content before them: "…, according to"
    cases: dict[str, tuple[str, ...]]
    default_slots: frozenset[str]
    clitics: tuple[str, ...]
    abbreviations: frozenset[str]
    cutter: Cutter | None  # where words are written without spaces
    particles: dict[str, int]  # there, case particles with the flag that they give their noun


_ELEMENT = re.compile(
    r"(?P<quote>[\"“])?\{(?P<hole>\w+)(?::(?P<detail>[\w-]+))?\}(?P<unquote>[\"”])?(?P<case>(?<=\})[^\s,:;<>\[\]{}\"“”—–-]+)?"
    r"|(?P<gap>\.\.\.)|<(?P<classes>[\w|-]+)(?::(?P<slot>[\w|]+))?>|\[(?P<optional>[^\]]+)\]|(?P<start>\^)|(?P<end>\$)"
    r"|(?P<mark>[,:;—–।.-])(?=\s|$|[\"“{<])|(?P<literal>[^\s,:;<>\[\]{}^$।.\"“”]+)|(?P<space>\s+)"
)


def parse_pattern(pattern: str, where: str) -> tuple[Element, ...]:
    """Parse a sentence with holes into elements; PackError names what cannot be read."""
    elements: list[Element] = []
    position = 0
    while position < len(pattern):
        match = _ELEMENT.match(pattern, position)
        if match is None:
            raise PackError(f"{where}: cannot read '{pattern[position:]}' in the pattern '{pattern}'")
        elements += _element(match)
        position = match.end()
    return tuple(elements)


def _element(match: re.Match[str]) -> Iterator[Element]:
    """Make the element of one matched piece of a pattern."""
    group = match.groupdict()
    if group["hole"]:
        detail = "quote" if group["quote"] else (group["detail"] or "")
        yield Element(ElementKind.HOLE, (group["hole"],), detail)
    elif group["classes"]:
        yield Element(ElementKind.CLASS, tuple(group["classes"].split("|")), group["slot"] or "")
    elif group["optional"]:
        yield Element(ElementKind.LITERAL, tuple(map(fold_word, group["optional"].split("|"))), optional=True)
    elif group["gap"]:
        yield Element(ElementKind.GAP, ())
    elif group["start"]:
        yield Element(ElementKind.START, ())
    elif group["end"]:
        yield Element(ElementKind.END, ())
    elif group["mark"]:
        yield Element(ElementKind.MARK, (group["mark"],))
    elif group["literal"]:
        yield Element(
            ElementKind.LITERAL, tuple(fold_word(word).replace("_", " ") for word in group["literal"].split("|"))
        )


def compile_pattern(pattern: Pattern, where: str) -> CompiledPattern:
    """Compile one pattern around its anchor."""
    elements = parse_pattern(pattern.pattern, f"{where}: {pattern.id}")
    kinds = [element.type for element in elements]
    required = [e.type is ElementKind.LITERAL and not e.optional for e in elements]
    if ElementKind.CLASS in kinds:
        anchor = len(kinds) - 1 - kinds[::-1].index(ElementKind.CLASS)
    elif any(required):
        anchor = required.index(True)
    else:
        anchor = _mark_anchor(elements, f"{where}: {pattern.id}")
    return CompiledPattern(
        id=pattern.id,
        left=tuple(reversed(elements[:anchor])),
        anchor=elements[anchor],
        right=elements[anchor + 1 :],
        act=pattern.act,
        certainty=pattern.certainty,
        headline=pattern.headline,
        takes_paragraph=pattern.takes_paragraph,
        points_back=pattern.points_back,
        holes=frozenset(e.names[0] for e in elements if e.type is ElementKind.HOLE),
    )


def _mark_anchor(elements: tuple[Element, ...], where: str) -> int:
    """Find the punctuation mark that anchors a pattern without words (headings, dashes)."""
    for k, element in enumerate(elements):
        if element.type is ElementKind.MARK:
            return k
    raise PackError(f"{where}: a pattern needs a class <…>, a word or a mark to hold on to")


@cache
def load_pack(language: str) -> Pack:
    """Load and compile the pack of a language, once a process."""
    return compile_pack(load_pack_source(language), name=language, version=pack_version(language))


def compile_pack(source: PackSource, *, name: str, version: str) -> Pack:
    """Compile a pack; PackError says which entry is wrong."""
    patterns: dict[str, list[CompiledPattern]] = {}
    literals: dict[str, list[CompiledPattern]] = {}
    for pattern in source.patterns:
        compiled = compile_pattern(pattern, f"pack {source.language.code}")
        is_class = compiled.anchor.type is ElementKind.CLASS
        for anchor in compiled.anchor.names:
            table, key = (patterns, anchor) if is_class else (literals, anchor.split(" ")[0])
            table.setdefault(key, []).append(compiled)
    language = source.language
    return Pack(
        source=source,
        name=name,
        version=version,
        flags=_with_cases(_word_flags(source), language.cases),
        quotatives=_longest_first(language.cases.get("quotative", "")),
        partitives=frozenset(map(fold_word, source.names.partitive.split())),
        accounts=tuple(map(fold_word, source.sources.accounts.split())),
        adverb_endings=tuple(source.words.adverb_endings.split()),
        verb_endings=tuple(source.words.verb_endings.split()),
        modifier_endings=tuple(source.words.modifier_endings.split()),
        participle_endings=tuple(source.words.participle_endings.split()),
        finite_endings=tuple(source.words.finite_endings.split()),
        cues=_cue_table(source),
        patterns={name: tuple(group) for name, group in patterns.items()},
        literals={name: tuple(group) for name, group in literals.items()},
        trailing=frozenset(_trailing(literals)),
        cases={name: _longest_first(endings) for name, endings in language.cases.items()},
        default_slots=frozenset((language.default_slots or language.slots).split()) | {"finite"},
        clitics=tuple(source.names.clitics.split()),
        abbreviations=frozenset(map(fold_word, language.abbreviations.split())),
        cutter=None if language.spaces else make_cutter(_known_words(source)),
        particles={} if language.spaces else _particles(language.cases),
    )


def _particles(cases: dict[str, str]) -> dict[str, int]:
    """Make the table from a particle to the flag of its case."""
    return {
        fold_word(word): CASE_FLAGS.get(case, Flag.MARKED)
        for case, endings in cases.items()
        for word in endings.split()
    }


def _known_words(source: PackSource) -> set[str]:
    """Return every word that runs without spaces are cut into: whatever a class, a cue or a pattern asks for."""
    names, words = source.names, source.words
    lists = [words.whole, source.sources.mute, names.titles, names.title_links, names.titles_after, names.places]
    lists += [names.organisations, names.bodies, names.no_names, *source.language.cases.values()]
    known = {fold_word(word) for text in lists for word in text.split()} | _word_flags(source).keys()
    known |= {word for group in _cue_table(source).values() for forms, _ in group for word in forms}
    for pattern in source.patterns:
        elements = parse_pattern(pattern.pattern, pattern.id)
        literals = (name for e in elements if e.type is ElementKind.LITERAL for name in e.names)
        known |= {word for literal in literals for word in literal.split(" ")}
    known |= {fold_word(word) for phrase in source.sources.unnamed for word in phrase.split()}
    return known - {""}


def _trailing(literals: dict[str, list[CompiledPattern]]) -> Iterator[tuple[str, ...]]:
    """Find the literals that stand behind a content."""
    for pattern in (pattern for patterns in literals.values() for pattern in patterns):
        if pattern.left and pattern.left[-1].names[:1] == ("what",):
            yield from (words for name in pattern.anchor.names if (words := tuple(name.split(" ")))[0].isalpha())


def _longest_first(endings: str) -> tuple[str, ...]:
    """Split endings and order them longest first."""
    return tuple(sorted(map(fold_word, endings.split()), key=len, reverse=True))


def _with_cases(table: dict[str, int], cases: dict[str, str]) -> dict[str, int]:
    """Give short words that are listed with a particle on them ("씨는") the flag of its case, where subjects bear one."""
    if "subject" not in cases:
        return table
    endings = [
        (ending, CASE_FLAGS.get(case, 0)) for case, row in cases.items() for ending in map(fold_word, row.split())
    ]
    marked = {
        word: flags | case
        for word, flags in table.items()
        for ending, case in endings
        if word.endswith(ending) and table.get(word[: -len(ending)], 0) & (Flag.SOURCE | Flag.PRONOUN)
    }
    return {**table, **marked}


def _word_flags(source: PackSource) -> dict[str, int]:
    """Make the table from a folded word to what it can be."""
    table: dict[str, int] = {}
    for section, flag in _WORD_FLAGS.items():
        for word in getattr(source.words, section).split():
            folded = fold_word(word)
            table[folded] = table.get(folded, 0) | flag
    for word in source_nouns(source):
        table[word] = table.get(word, 0) | Flag.SOURCE
    return table


def source_nouns(source: PackSource) -> frozenset[str]:
    """Return the folded common nouns that can stand behind words."""
    lists = (source.sources.people, source.sources.documents, source.sources.groups, source.sources.accounts)
    return frozenset(fold_word(word) for text in lists for word in text.split())


def _cue_table(source: PackSource) -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """Make the table from the first token of a cue to all cues that begin with it, longest first."""
    table: dict[str, dict[tuple[tuple[str, ...], str], Cue]] = {}
    for word_class in source.classes:
        for row in word_class.words:
            for form, cue in _cues_of_row(word_class, expand_row(row, source), source.language.slots.split()):
                known = table.setdefault(form[0], {}).get((form, word_class.name))
                merged = cue if known is None else _with_slots(cue, known.slots)
                table[form[0]][form, word_class.name] = merged
    return {
        first: tuple(sorted(((form, cue) for (form, _), cue in group.items()), key=lambda pair: -len(pair[0])))
        for first, group in table.items()
    }


def _with_slots(cue: Cue, slots: frozenset[str]) -> Cue:
    """Return the cue with more slots."""
    return Cue(cue.word_class, cue.lemma, cue.slots | slots, cue.act, cue.certainty, cue.length)


def expand_row(row: str, source: PackSource) -> list[str]:
    """Write out the paradigms of a row: a stem with each ending of the paradigm it names."""
    forms = []
    for form in row.split():
        stem, mark, name = form.partition("~")
        if mark and name not in source.language.paradigms:
            raise PackError(
                f"pack {source.language.code}: '{form}' names no paradigm; [language.paradigms] has none '{name}'"
            )
        forms += (
            [stem + ("" if ending == "-" else ending) for ending in source.language.paradigms[name].split()]
            if mark
            else [form]
        )
    return forms


def _cues_of_row(word_class: WordClass, forms: list[str], slots: list[str]) -> Iterator[tuple[tuple[str, ...], Cue]]:
    """Make the cues of one row of forms; underscores join the words of a phrase."""
    for k, form in enumerate(forms):
        if form == "-":
            continue
        tokens = tuple(fold_word(form.replace("_", " ")).split(" "))
        slot = slots[k] if k < len(slots) else slots[0]
        if word_class.noun:
            slot = "noun"
        yield (
            tokens,
            Cue(word_class.name, forms[0], frozenset({slot}), word_class.act, word_class.certainty, len(tokens)),
        )
