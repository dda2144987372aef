"""Statements about what was said before, without words of their own: "the ministry denied the report" (discourse deixis).

Which claim such a denial or confirmation is about stands in the same report just before it.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from hearsay.linking.words import content_words
from hearsay.packs.compiler import expand_row
from hearsay.packs.loading import is_pack_file, list_languages, load_pack_source
from hearsay.records import Act, Certainty, Match, Reading, Record, Statement
from hearsay.text.folding import fold_word
from hearsay.text.words import word_pattern

_FEWEST_WORDS = 2
# Further back, something else may have been spoken of meanwhile.
_SURE_REACH = 250
_POSSIBLE = 0.5


class BackReference(Record, frozen=True):
    """A statement that takes a stand on an earlier one of its report, and why that one is meant."""

    statement: str
    target: str
    is_sure: bool
    reason: str


def is_withheld(act: Act, certainty: Certainty) -> bool:
    """Tell whether a source neither says nor denies: it refused to confirm, would not comment, could not verify."""
    return act is Act.OTHER and certainty is Certainty.POSSIBLE


def find_back_references(reading: Reading) -> tuple[BackReference, ...]:
    """Find the statements that say nothing of their own but deny, confirm or leave open what stands before them."""
    ordered = sorted(reading.statements, key=_place_of)
    return tuple(
        BackReference(one.id, target.id, *_judge(reading, one, target, ordered))
        for place, one in enumerate(ordered)
        if points_back(reading, one) and (target := _find_target(reading, one, ordered[:place])) is not None
    )


def points_back(reading: Reading, statement: Statement) -> bool:
    """Tell whether a statement only takes a stand on something said: "the report", "এই অভিযোগ"."""
    takes_stand = statement.act in (Act.DENY, Act.CONFIRM) or is_withheld(statement.act, statement.certainty)
    return takes_stand and not any(True for _ in _own_words(reading, statement))


def is_refusal(reading: Reading, statement: Statement) -> bool:
    """Tell whether a denial without words of its own is none: who "declined to comment" leaves open, who "called the
    report false" denies."""
    if statement.act is not Act.DENY or statement.certainty is Certainty.DENIED or not points_back(reading, statement):
        return False
    text = " ".join(reading.text[start:end] for start, end in statement.content)
    return _falsehoods(reading.lang).isdisjoint(word_pattern().findall(fold_word(text)))


def as_match(reference: BackReference) -> Match:
    """Give a reference as a match, for people."""
    score = 1.0 if reference.is_sure else _POSSIBLE
    return Match("statement", reference.statement, reference.target, score, reference.is_sure, (reference.reason,))


def _place_of(statement: Statement) -> tuple[int, str]:
    """Sort statements by where their frame begins."""
    return min((span[0] for span in (*statement.content, *statement.cue)), default=0), statement.id


def _end_of(statement: Statement) -> int:
    return max((span[1] for span in (*statement.content, *statement.cue)), default=0)


def _find_target(reading: Reading, one: Statement, before: Sequence[Statement]) -> Statement | None:
    """Find the nearest earlier statement with words of its own that is not the same source's: nobody denies his own word."""
    source = one.chain[-1].name if one.chain else None
    for other in reversed(before):
        is_other = not other.chain or other.chain[-1].name != source
        words = content_words(" ".join(reading.text[start:end] for start, end in other.content), reading.lang)
        if is_other and not points_back(reading, other) and sum(1 for _ in words) >= _FEWEST_WORDS:
            return other
    return None


def _judge(reading: Reading, one: Statement, target: Statement, ordered: Sequence[Statement]) -> tuple[bool, str]:
    """Tell whether a target is sure, and why it is meant: it stands right before, and nothing else between."""
    gap = reading.text[_end_of(target) : _place_of(one)[0]]
    between = [other for other in ordered if _place_of(target) < _place_of(other) < _place_of(one)]
    is_near = len(gap) <= _SURE_REACH and gap.count("\n\n") <= 1
    is_sure = is_near and all(points_back(reading, other) for other in between)
    words = " ".join(" ".join(reading.text[start:end] for start, end in one.content).split())
    where = "what stands right before it" if is_sure else "what stands before it, though not right before"
    return is_sure, f"“{words}” has no words of its own: it is {where} in the report"


def _own_words(reading: Reading, statement: Statement) -> Iterator[str]:
    """Yield the words of a content that are no word for something said and no part of a time."""
    times = [time.span for time in reading.times]
    for start, end in statement.content:
        pieces, at = [], start
        for first, last in times:
            if start <= first and last <= end:
                pieces.append(reading.text[at:first])
                at = max(at, last)
        text = " ".join([*pieces, reading.text[at:end]])
        yield from (word for word in content_words(text, reading.lang) if not _is_speech(word, reading.lang))


def _is_speech(word: str, language: str) -> bool:
    """Tell whether a word is one for something said or written, with or without a case ending."""
    nouns, endings = _speech_nouns(language)
    return word in nouns or any(word.endswith(ending) and word[: -len(ending)] in nouns for ending in endings)


@cache
def _falsehoods(language: str) -> frozenset[str]:
    """Give the words of a language that call something untrue."""
    if language not in list_languages() and not is_pack_file(language):
        return frozenset()
    return frozenset(map(fold_word, load_pack_source(language).words.falsehoods.split()))


@cache
def _speech_nouns(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the words of a language for what is said or written, and its case endings."""
    if language not in list_languages() and not is_pack_file(language):
        return frozenset(), ()
    source = load_pack_source(language)
    rows = (row for one in source.classes if one.noun for row in one.words)
    nouns = {form for row in rows for form in expand_row(row, source)}
    nouns |= {*source.sources.documents.split(), *source.sources.accounts.split(), *source.sources.media.split()}
    endings = {ending for found in source.language.cases.values() for ending in found.split()}
    return frozenset(map(fold_word, nouns)), tuple(sorted(map(fold_word, endings)))
