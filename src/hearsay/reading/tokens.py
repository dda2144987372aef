"""A sentence as tokens with what each can be: the ground on which frames are matched.

A quotation and a parenthesis are one token each, so that no pattern looks inside them; a token knows its flags (closed
classes of the pack, name, source noun, time) and the cues that begin at it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from hearsay.packs.compiler import CASE_FLAGS, Cue, Flag, Pack
from hearsay.packs.entities import entities_with_name
from hearsay.reading.quotations import Quotation
from hearsay.reading.quoted_names import is_quoted_name
from hearsay.reading.runs import WIDE_MARKS, WORD_MARKS, add_run, add_word, is_modifier, mark_modifiers, whole_spans
from hearsay.records import Mention, MentionKind, Span
from hearsay.text.words import elision_pattern, letter_class

_NO_FLAGS = 0
_BODIES = (MentionKind.OUTLET, MentionKind.AGENCY, MentionKind.ORGANISATION)
_STEM = 3  # letters that the cases of a name share
_NONE = ("\0",)  # no word ends so
_NOUN_SLOTS = frozenset({"noun", "ing", "form"})
_NOUN_LIKE = Flag.SOURCE | Flag.PRONOUN
# Behind one of these a word that could be a verb ("votes", "works") is a noun.
_BEFORE_NOUN = Flag.DETERMINER | Flag.PREPOSITION | Flag.POSSESSIVE


class CueHit(msgspec.Struct, frozen=True):
    """A cue at tokens [start, end)."""

    start: int
    end: int
    cue: Cue


class Sentence(msgspec.Struct, frozen=True):
    """Tokens of one sentence as parallel lists: offsets in the text, folded form, flags."""

    text: str
    starts: list[int]
    ends: list[int]
    lows: list[str]
    flags: list[int]
    hits: list[CueHit]
    quotations: dict[int, Quotation]
    is_verb_second: bool = False
    has_capital_nouns: bool = False
    is_verb_first: bool = False

    def span(self, first: int, last: int) -> Span:
        """Return the text span of tokens [first, last)."""
        return self.starts[first], self.ends[last - 1]


class Marked(msgspec.Struct, frozen=True):
    """What is known of the report before its sentences are read: ordered spans."""

    quotations: Sequence[Quotation]
    names: Sequence[Mention]
    times: Sequence[Span]


@cache
def _token_pattern(elisions: str, inversions: str) -> re.Pattern[str]:
    """Return the pattern of a token: a word, a parenthesis on one line, or a single mark.

    A word that leans on the next one is a token ("qu'"), and so is a pronoun that leans on its verb: the link is dropped.
    """
    letters = letter_class()
    leaning = "|".join(inversions.split())
    link = rf"-(?:t-)?(?=(?i:{leaning})(?![{letters}]))" if leaning else "(?!)"
    # A colon joins an abbreviation to its ending: "YK:n", "EU:s".
    ending = r"(?<=[^\W\d_]):(?=[a-zäöå]{1,4}(?!\w))"
    word = f"{elision_pattern(elisions)}|[{letters}]+(?:(?:(?!{link})['’.&-](?=[{letters}])|{ending})[{letters}]+)*"
    return re.compile(
        rf"(?P<w>{word})|(?P<b>\([^()\n]{{0,300}}\)|\[[^\[\]\n]{{0,300}}\]|（[^（）\n]{{0,300}}）)"
        rf"|(?P<link>(?<=[{letters}]){link})|(?P<p>--+|\.\.+|[^\s])"
    )


def tokenize(text: str, span: Span, marked: Marked, pack: Pack) -> Sentence:
    """Cut one sentence into tokens and say what each can be."""
    language = pack.source.language
    sentence = Sentence(text, [], [], [], [], [], {}, language.verb_second, language.capital_nouns, language.verb_first)
    position = span[0]
    for quotation in _inside(marked.quotations, span):
        _add_stretch(sentence, (position, quotation.span[0]), marked, pack)
        if is_quoted_name(text, quotation, pack) or _is_mention(quotation, marked, pack):
            _add(sentence, quotation.span, "“”", Flag.NAME)
        else:
            sentence.quotations[len(sentence.starts)] = quotation
            _add(sentence, quotation.span, "“”", Flag.QUOTATION)
        position = quotation.span[1]
    _add_stretch(sentence, (position, span[1]), marked, pack)
    _flag_spans(sentence, marked.times, span, Flag.TIME)
    _flag_names(sentence, marked.names, span, pack)
    _find_cues(sentence, pack)
    if "subject" in pack.cases:
        mark_modifiers(sentence)
    return sentence


def _is_mention(quotation: Quotation, marked: Marked, pack: Pack) -> bool:
    """Tell whether a name fills the marks, in a language whose bodies are named in them."""
    if not pack.source.names.quoted:
        return False
    k = bisect_left(marked.names, quotation.inner[0], key=lambda mention: mention.span[0])
    return k < len(marked.names) and marked.names[k].span == quotation.inner


def _inside(quotations: Sequence[Quotation], span: Span) -> list[Quotation]:
    """Return the quotations that stand wholly inside a span."""
    first = bisect_left(quotations, span[0], key=lambda quotation: quotation.span[0])
    found = []
    for quotation in quotations[first:]:
        if quotation.span[0] >= span[1]:
            break
        if quotation.span[1] <= span[1]:
            found.append(quotation)
    return found


def _add(sentence: Sentence, span: Span, low: str, flags: int) -> None:
    """Append one token."""
    sentence.starts.append(span[0])
    sentence.ends.append(span[1])
    sentence.lows.append(low)
    sentence.flags.append(flags)


def _add_stretch(sentence: Sentence, span: Span, marked: Marked, pack: Pack) -> None:
    """Append the tokens of a stretch without quotations; in runs without spaces a name and a time are one token each."""
    position = span[0]
    for start, end in whole_spans(sentence.text, marked, span) if pack.cutter is not None else ():
        _add_plain(sentence, sentence.text, (position, start), pack)
        add_word(sentence, (start, end), 0, sentence.text[start:end].lower())
        position = end
    _add_plain(sentence, sentence.text, (position, span[1]), pack)


def _add_plain(sentence: Sentence, text: str, span: Span, pack: Pack) -> None:
    """Append the tokens of a stretch without quotations."""
    known = pack.flags
    language = pack.source.language
    for match in _token_pattern(language.elisions, language.inversions).finditer(text, *span):
        kind = match.lastgroup
        if kind == "w" and pack.cutter is not None:
            add_run(sentence, match.span(), pack)
        elif kind == "w":
            low = match[0].lower().replace("’", "'")
            flags = known.get(low)
            if flags is None and pack.cases:
                flags = _inflected(low, pack)
            if flags is None:
                flags = _flags_by_ending(low, pack)
            elif flags & Flag.VERB and sentence.flags and sentence.flags[-1] & _BEFORE_NOUN:
                flags &= ~Flag.VERB
            _add(sentence, match.span(), low, flags)
        elif kind == "b":
            _add(sentence, match.span(), "()", Flag.PARENTHESIS)
        elif kind == "link":
            continue
        elif match[0] == "." and _ends_abbreviation(sentence, match.start(), pack):
            sentence.ends[-1] += 1
        else:
            low = WIDE_MARKS.get(match[0], match[0])
            flags = 0 if low in WORD_MARKS else known.get(match[0], Flag.PUNCTUATION)
            _add(sentence, match.span(), low, flags)


def _ends_abbreviation(sentence: Sentence, dot: int, pack: Pack) -> bool:
    """Tell whether a dot belongs to the abbreviation or initial right before it."""
    if not sentence.ends or sentence.ends[-1] != dot:
        return False
    low = sentence.lows[-1]
    return low in pack.abbreviations or (len(low) == 1 and low.isalpha())


def _flag_spans(sentence: Sentence, spans: Sequence[Span], span: Span, flag: int) -> None:
    """Set a flag on every token that one of the ordered spans touches."""
    first = max(0, bisect_left(spans, span[0], key=lambda item: item[0]) - 1)
    for start, end in spans[first:]:
        if start >= span[1]:
            break
        k = bisect_left(sentence.starts, start)
        if k and sentence.ends[k - 1] > start and (flag != Flag.TIME or sentence.text[start - 1] != "-"):
            k -= 1  # not the time in the second half of a name: "Min-jun"
        while k < len(sentence.starts) and sentence.starts[k] < end:
            if not sentence.flags[k] & (Flag.QUOTATION | Flag.PARENTHESIS | Flag.PUNCTUATION):
                sentence.flags[k] |= flag
            k += 1


def _flags_by_ending(low: str, pack: Pack) -> int:
    """Guess what an unknown word is by its ending, where the language tells it so."""
    if pack.adverb_endings and low.endswith(pack.adverb_endings) and len(low) > 4:
        return Flag.ADVERB
    if pack.quotatives and low.endswith(pack.quotatives):
        return Flag.COMPLEMENTIZER
    if pack.modifier_endings and low.endswith(pack.modifier_endings):
        return Flag.MODIFIER
    if pack.finite_endings and low.endswith(pack.finite_endings) and len(low) > 4:
        return Flag.VERB
    return _NO_FLAGS


def _inflected(low: str, pack: Pack) -> int | None:
    """Return the flags of a word that bears a case ending: those of its stem, if the pack knows it, and the case.

    An ending that a hyphen sets off shows its case on any word: "Reuters-কে".
    """
    for case, endings in pack.cases.items():
        for ending in endings:
            if low.endswith(ending) and len(low) > len(ending) + 1:
                bare = low[: -len(ending)]
                if bare[-1] == "-":
                    return pack.flags.get(bare[:-1], 0) & _NOUN_LIKE | CASE_FLAGS.get(case, 0)
                stem = pack.flags.get(bare)
                if stem is not None and stem & _NOUN_LIKE:
                    return stem | CASE_FLAGS.get(case, 0)
    return None


def _flag_names(sentence: Sentence, names: Sequence[Mention], span: Span, pack: Pack) -> None:
    """Flag the tokens of names, and the case that the last token of a name bears after the name itself."""
    first = max(0, bisect_left(names, span[0], key=lambda mention: mention.span[0]) - 1)
    for mention in names[first:]:
        start, end = mention.span
        if start >= span[1]:
            break
        is_place = mention.kind in (MentionKind.PLACE, MentionKind.GOVERNMENT)
        flag = Flag.NAME | (Flag.PLACE if is_place else Flag.BODY if mention.kind in _BODIES else 0)
        _flag_spans(sentence, [mention.span], span, flag)
        k = bisect_left(sentence.starts, start)
        if k < len(sentence.starts) and sentence.starts[k] == start:
            sentence.flags[k] |= Flag.NAME_START
        k = bisect_left(sentence.ends, end)
        if pack.cases and k < len(sentence.ends) and sentence.starts[k] < end:
            surface = sentence.text[start : sentence.ends[k]]
            case = _case_of_name(surface, mention, pack)
            first_token = bisect_left(sentence.starts, start) if mention.kind in _BODIES else k
            for j in range(min(first_token, k), k + 1):
                sentence.flags[j] |= case
            if pack.source.language.declensions and _is_declined(surface, mention):
                sentence.flags[k] |= Flag.OBLIQUE


def _is_declined(surface: str, mention: Mention) -> bool:
    """Tell whether a name stands in another case than its first: "Холту" of "Иван Холт"."""
    here, plain = surface.split()[-1], mention.name.split()[-1]
    return here != plain and here[:_STEM] == plain[:_STEM]


def _case_of_name(surface: str, mention: Mention, pack: Pack) -> int:
    """Return the flag of the case that a name bears: its ending, if what is left without it is the name."""
    known = mention.name.split()
    last = surface.split()[-1]
    if last in known or surface == mention.name:
        return 0
    for case, endings in pack.cases.items():
        for ending in endings:
            stem = last.removesuffix(ending).rstrip("-'’") if last.endswith(ending) else last
            if stem != last and (
                stem in known or _is_name_of(mention.entity, surface.removesuffix(ending).rstrip("-"), pack)
            ):
                return CASE_FLAGS.get(case, 0)
    return 0


@lru_cache(maxsize=65536)
def _is_known_name(entity: str, name: str, language: str) -> bool:
    """Tell whether an entity bears a name in a language."""
    return entity in entities_with_name(name, language)


def _is_name_of(entity: str | None, name: str, pack: Pack) -> bool:
    """Tell whether a name without its ending is one that the entity bears."""
    return entity is not None and _is_known_name(entity, name, pack.name)


def _is_noun_here(sentence: Sentence, k: int, pack: Pack) -> bool:
    """Tell whether a word that could be a verb is a noun here: an article or possessive stands right before it."""
    if k == 0:
        return False
    before = sentence.flags[k - 1]
    return bool(before & (Flag.DETERMINER | Flag.POSSESSIVE)) or sentence.lows[k - 1].endswith(
        pack.cases.get("possessive", _NONE)
    )


def _has_own_capital(sentence: Sentence, k: int) -> bool:
    """Tell whether a word has a capital letter though it opens no sentence: "Angaben", "Hinweise"."""
    opens = k == 0 or sentence.flags[k - 1] & (Flag.PUNCTUATION | Flag.QUOTATION) and sentence.lows[k - 1] != ","
    return not opens and sentence.text[sentence.starts[k]].isupper()


def _without_clitic(word: str, pack: Pack) -> str:
    """Drop the small word that leans on another one: "হুমকিও", "জানিয়েছেনই"."""
    for clitic in pack.clitics:
        if word.endswith(clitic) and len(word) > len(clitic) + 2:
            return word[: -len(clitic)]
    return word


def _matches(lows: list[str], k: int, tokens: tuple[str, ...], pack: Pack) -> bool:
    """Tell whether the tokens of a cue stand at k, with clitics on them or not."""
    here = lows[k : k + len(tokens)]
    if len(here) < len(tokens):
        return False
    return all(
        low == token or (pack.clitics and _without_clitic(low, pack) == token)
        for low, token in zip(here, tokens, strict=True)
    )


def _find_cues(sentence: Sentence, pack: Pack) -> None:
    """Find the cues, longest first at each token, no two overlapping; one place can be a cue of several classes."""
    lows = sentence.lows
    cues = pack.cues
    k = 0
    while k < len(lows):
        group = cues.get(lows[k]) or (cues.get(_without_clitic(lows[k], pack)) if pack.clitics else None)
        step = 1
        # A word of a name is no cue; where no capitals bear a name out, that of a body does: "আজকের খবর জানিয়েছে".
        shown = Flag.NAME if pack.source.language.capitals else Flag.BODY
        if group is not None and sentence.flags[k] & shown:
            group = None
        if group is not None and pack.cutter is not None and is_modifier(sentence, k):
            group = None
        if group is not None:
            is_noun = _is_noun_here(sentence, k, pack)
            is_capital = sentence.has_capital_nouns and _has_own_capital(sentence, k)
            for tokens, cue in group:
                if step > cue.length:
                    break
                if (is_noun and not cue.slots & _NOUN_SLOTS) or (is_capital and "noun" not in cue.slots):
                    continue
                if cue.length == 1 or _matches(lows, k, tokens, pack):
                    sentence.hits.append(CueHit(k, k + cue.length, cue))
                    step = cue.length
                    for j in range(k, k + cue.length):
                        sentence.flags[j] |= Flag.CUE
        k += step
