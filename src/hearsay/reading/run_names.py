"""Names where titles stand behind them and words are not always written apart: 김민수 장관, 田中首相, 马克龙先生, นายสมชาย.

A stretch of unknown letters is a name where a title or honorific stands beside it, where dots part it as the press parts
foreign names, or where a head word (university, party) closes the name of a body.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hearsay.packs.compiler import Flag
from hearsay.packs.cutting import cut_run, is_unspaced
from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower
from hearsay.records import MentionKind, Span
from hearsay.text.words import word_pattern

_DOTS = "·・‧•"
_LONGEST_BODY = 8  # letters of ideographs before the head of a body's name; more are a phrase
_LONGEST_NAME = 24  # letters of an alphabet or syllabary
_LONGEST_IN_IDEOGRAPHS = 6
_SHORTEST = 2


class Piece(NamedTuple):
    """A known word, a listed name, or a stretch of unknown letters; `gap` is what parts it from the piece before."""

    start: int
    end: int
    word: str
    gap: str
    is_free: bool


@cache
def _tables(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the titles before a name, those behind it, and the heads of bodies."""
    lexicon = load_lexicon(language)
    return lexicon.titles, fold_words(lexicon.names.titles_after), lexicon.all_heads


@cache
def _known_words(language: str) -> frozenset[str]:
    """Return all words that are no part of an unknown name."""
    lexicon = load_lexicon(language)
    lists = (lexicon.titles, lexicon.all_heads, lexicon.people, lexicon.groups, lexicon.documents, lexicon.mute)
    before, after, heads = _tables(language)
    return frozenset().union(*lists, lexicon.no_names, after, fold_words(lexicon.names.title_links), lexicon.pack.flags)


def find_run_names(text: str, *, language: str, taken: Sequence[Span] = ()) -> tuple[Candidate, ...]:
    """Find names by what stands beside them; `taken` are the spans of listed names.

    >>> [c.kind.value for c in find_run_names("马克龙先生说，大桥是安全的。", language="zh")]
    ['person']
    """
    lexicon = load_lexicon(language)
    pieces = list(_pieces(text, lexicon, taken))
    found = [*_dotted(text, pieces, taken), *_beside_titles(pieces, lexicon), *_bodies(pieces, lexicon)]
    kept: list[Candidate] = []
    for candidate in found:
        spans = [*taken, *((other.start, other.end) for other in kept)]
        is_body = candidate.kind is MentionKind.ORGANISATION
        spans = spans[len(taken) :] if is_body else spans
        if all(candidate.end <= start or end <= candidate.start for start, end in spans):
            kept.append(candidate)
    return tuple(sorted(kept))


def _pieces(text: str, lexicon: Lexicon, taken: Sequence[Span]) -> Iterator[Piece]:
    """Cut a text into known words, listed names and stretches of unknown letters."""
    listed = iter(taken)
    name = next(listed, None)
    last = 0
    for run in word_pattern().finditer(text):
        position = run.start()
        while name is not None and name[0] < run.end():
            for piece in _cut(text, (position, max(position, name[0])), lexicon, last):
                yield piece
                last = piece.end
            if name[1] > position:
                yield Piece(name[0], name[1], "", text[last : name[0]], is_free=False)
                position = last = max(name[1], position)
            name = next(listed, None)
        for piece in _cut(text, (position, run.end()), lexicon, last):
            yield piece
            last = piece.end


def _cut(text: str, span: Span, lexicon: Lexicon, last: int) -> Iterator[Piece]:
    """Cut what stands between two names; unknown neighbours are one piece."""
    if span[0] >= span[1]:
        return
    known = _known_words(lexicon.pack.name)
    cutter = lexicon.pack.cutter
    words = list(cut_run(text, span, cutter)) if cutter is not None else [_without_ending(text, span, lexicon)]
    open_from: int | None = None
    for start, end in words:
        word = lower(text[start:end])
        if word in known or (lexicon.pack.particles and word in lexicon.pack.particles):
            if open_from is not None:
                yield Piece(open_from, start, "", text[last:open_from], is_free=True)
                last, open_from = start, None
            yield Piece(start, end, word, text[last:start], is_free=False)
            last = end
        elif open_from is None:
            open_from = start
    if open_from is not None:
        yield Piece(open_from, words[-1][1], "", text[last:open_from], is_free=True)


def _without_ending(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Return a word without its case ending where the rest is known; an unknown word keeps it."""
    known = _known_words(lexicon.pack.name)
    stem = lexicon.known_stem(lower(text[slice(*span)]), known)
    return span if stem is None else (span[0], span[0] + len(stem))


def _dotted(text: str, pieces: list[Piece], taken: Sequence[Span]) -> Iterator[Candidate]:
    """Find foreign names whose parts are set apart by dots: 埃里克·索尔海姆, エリック・ソルハイム."""
    for k in range(1, len(pieces)):
        if pieces[k].gap not in tuple(_DOTS) or not pieces[k].is_free or not pieces[k - 1].is_free:
            continue
        if k > 1 and pieces[k - 1].gap in tuple(_DOTS) and pieces[k - 2].is_free:
            continue
        last = k
        while last + 1 < len(pieces) and pieces[last + 1].gap in tuple(_DOTS) and pieces[last + 1].is_free:
            last += 1
        if all(_fits(piece) for piece in pieces[k - 1 : last + 1]):
            yield Candidate(pieces[k - 1].start, pieces[last].end, MentionKind.PERSON)


def _fits(piece: Piece) -> bool:
    """Tell whether a stretch is no longer than a part of a name."""
    return piece.end - piece.start <= _LONGEST_NAME


def _beside_titles(pieces: list[Piece], lexicon: Lexicon) -> Iterator[Candidate]:
    """Find persons before an honorific or a title, and behind a title."""
    before, after, _ = _tables(lexicon.pack.name)
    for k, piece in enumerate(pieces):
        if not piece.is_free or not _can_name(piece, lexicon):
            continue
        following = pieces[k + 1] if k + 1 < len(pieces) else None
        is_honoured = following is not None and following.gap in ("", " ") and following.word in after
        is_titled = k > 0 and piece.gap in ("", " ") and pieces[k - 1].word in before
        if is_honoured and (lexicon.names.title_follows or following is not None and _is_plain(following, lexicon)):
            yield Candidate(piece.start, piece.end, MentionKind.PERSON)
        elif (is_honoured or is_titled) and (_begins_like_family(piece, lexicon) or is_titled and _is_closed(pieces, k, lexicon)):
            yield Candidate(piece.start, piece.end, MentionKind.PERSON)


def _can_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a stretch has the length of a name and no digits."""
    size = piece.end - piece.start
    return _SHORTEST <= size <= _LONGEST_NAME


def _is_plain(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether an honorific is no office: 先生 is for persons, 部长 for the mayor of any town too."""
    names = lexicon.names
    return piece.word in fold_words(names.titles_of_men, names.titles_of_women, names.forms_of_address)


def _begins_like_family(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a short stretch begins with a family name."""
    return bool(piece.end - piece.start <= 4)


def _is_closed(pieces: list[Piece], k: int, lexicon: Lexicon) -> bool:
    """Tell whether a known word or a mark ends the name."""
    return k + 1 == len(pieces) or pieces[k + 1].gap != "" or not pieces[k + 1].is_free


def _bodies(pieces: list[Piece], lexicon: Lexicon) -> Iterator[Candidate]:
    """Find the names of bodies: a stretch or a listed place, and a head right behind it."""
    heads = fold_words(lexicon.names.organisations)
    for k, piece in enumerate(pieces[1:], 1):
        if piece.word in heads and piece.gap == "" and piece.end - piece.start > 1:
            first = k - 1
            if pieces[first].word or pieces[first].end - pieces[first].start > _LONGEST_BODY:
                continue
            yield Candidate(pieces[first].start, piece.end, MentionKind.ORGANISATION)
