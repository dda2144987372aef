"""Names where titles stand behind them and words are not always written apart: 김민수 장관, 田中首相, 马克龙先生, นายสมชาย.

A stretch of unknown letters is a name where a title or honorific stands beside it, where dots part it as the press parts
foreign names, or where a head word (university, party) closes the name of a body.
"""

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
_LONGEST_OWN_NAME = 4  # a family name of one or two letters and a given name of as many
_SHORTEST = 2


class Piece(NamedTuple):
    """A known word, a listed name, or a stretch of unknown letters; `gap` is what parts it from the piece before."""

    start: int
    end: int
    word: str
    gap: str
    is_free: bool = False
    is_listed: bool = False


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
    _, after, _ = _tables(language)
    known = frozenset().union(
        *lists, lexicon.no_names, after, fold_words(lexicon.names.title_links), lexicon.pack.flags
    )
    single = frozenset(
        word for word in known if len(word) == 1 and _is_ideograph(word) and not _is_closed(word, lexicon)
    )
    return known - (single - after)


def _is_closed(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a single ideograph is a cue or of a closed class, and so no part of a name: 说, but not 科."""
    return bool(lexicon.pack.flags.get(word, 0) & ~Flag.SOURCE) or word in lexicon.pack.cues


def find_run_names(text: str, *, language: str, taken: Sequence[Span] = ()) -> tuple[Candidate, ...]:
    """Find names by what stands beside them; `taken` are the spans of listed names.

    >>> [c.kind.value for c in find_run_names("马克龙先生说，大桥是安全的。", language="zh")]
    ['person']
    """
    lexicon = load_lexicon(language)
    pieces = list(_pieces(text, lexicon, taken))
    found = [*_dotted(pieces), *_beside_titles(pieces, lexicon), *_bodies(pieces, lexicon)]
    kept: list[Candidate] = []
    for candidate in found:
        if all(candidate.end <= other.start or other.end <= candidate.start for other in kept):
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
                yield Piece(name[0], name[1], lower(text[slice(*name)]), text[last : name[0]], is_listed=True)
                position = last = max(name[1], position)
            name = next(listed, None)
        for piece in _cut(text, (position, run.end()), lexicon, last):
            yield piece
            last = piece.end


def _cut(text: str, span: Span, lexicon: Lexicon, last: int) -> Iterator[Piece]:
    """Cut what stands between two names; unknown neighbours are one piece."""
    if span[0] >= span[1]:
        return
    first: int | None = None
    for start, end in _words(text, span, lexicon):
        word = lower(text[start:end])
        if word in _known_words(lexicon.pack.name) or word in lexicon.pack.particles or word[0].isdigit():
            if first is not None:
                yield Piece(first, start, lower(text[first:start]), text[last:first], is_free=True)
                last, first = start, None
            yield Piece(start, end, word, text[last:start])
            last = end
        elif first is None:
            first = start
    if first is not None:
        yield Piece(first, end, lower(text[first:end]), text[last:first], is_free=True)


def _words(text: str, span: Span, lexicon: Lexicon) -> list[Span]:
    """Return the words of a run, or the one that it is."""
    cutter = lexicon.pack.cutter
    return [_without_ending(text, span, lexicon)] if cutter is None else list(cut_run(text, span, cutter))


def _without_ending(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Return a word without its case ending where the rest is known."""
    stem = lexicon.known_stem(lower(text[slice(*span)]), _known_words(lexicon.pack.name))
    return span if stem is None else (span[0], span[0] + len(stem))


def _dotted(pieces: list[Piece]) -> Iterator[Candidate]:
    """Find foreign names whose parts are set apart by dots: 埃里克·索尔海姆, エリック・ソルハイム."""
    k = 1
    while k < len(pieces):
        first = k - 1
        while k < len(pieces) and _is_dot(pieces[k]) and pieces[k].is_free and pieces[first].is_free:
            k += 1
        if k - first > 1 and all(piece.end - piece.start <= _LONGEST_NAME for piece in pieces[first:k]):
            yield Candidate(pieces[first].start, pieces[k - 1].end, MentionKind.PERSON)
        k += 1


def _is_dot(piece: Piece) -> bool:
    """Tell whether nothing but a dot stands before a piece."""
    return len(piece.gap) == 1 and piece.gap in _DOTS


def _beside_titles(pieces: list[Piece], lexicon: Lexicon) -> Iterator[Candidate]:
    """Find persons before an honorific or a title, and behind a title."""
    before, after, _ = _tables(lexicon.pack.name)
    for k, piece in enumerate(pieces):
        if not piece.is_free or not _can_name(piece, lexicon):
            continue
        honorific = pieces[k + 1].word if k + 1 < len(pieces) and pieces[k + 1].gap in ("", " ") else ""
        title = pieces[k - 1].word if k and piece.gap in ("", " ") else ""
        if honorific in after and (_is_plain(honorific, lexicon) or _looks_like_name(piece, lexicon)):
            yield Candidate(piece.start, piece.end, MentionKind.PERSON)
        elif title in before and (piece.gap == "" or _looks_like_name(piece, lexicon)):
            yield Candidate(piece.start, _with_family(pieces, k), MentionKind.PERSON)


def _with_family(pieces: list[Piece], k: int) -> int:
    """Return where a name ends that goes on behind a space: นายสมชาย ใจดี."""
    following = pieces[k + 1] if k + 1 < len(pieces) else None
    goes_on = following is not None and following.is_free and following.gap == " " and is_unspaced(following.word[0])
    return following.end if following is not None and goes_on else pieces[k].end


def _can_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a stretch has the length of a name, and no ending that no name has."""
    longest = _LONGEST_IN_IDEOGRAPHS if _is_ideograph(piece.word[0]) else _LONGEST_NAME
    is_fit = _SHORTEST <= len(piece.word) <= longest and not piece.word[0].isdigit()
    return is_fit and not piece.word.endswith(lexicon.no_name_endings)


def _is_ideograph(character: str) -> bool:
    """Tell whether a character is one of Han."""
    return "\u3400" <= character <= "\u9fff"


def _is_plain(honorific: str, lexicon: Lexicon) -> bool:
    """Tell whether an honorific is no office: 先生 is for persons, 部长 for the holder of an office that has no name."""
    return honorific in fold_words(lexicon.names.forms_of_address)


def _looks_like_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a stretch begins with a family name and is as short as a name, or is foreign to the script's words."""
    if not _is_ideograph(piece.word[0]) and lexicon.names.title_follows:
        return len(piece.word) > 1
    return len(piece.word) <= _LONGEST_OWN_NAME and piece.word.startswith(
        tuple(fold_words(lexicon.names.families)) or "\0"
    )


def _bodies(pieces: list[Piece], lexicon: Lexicon) -> Iterator[Candidate]:
    """Find the names of bodies: a stretch or a listed place, and a head right behind it."""
    heads = fold_words(lexicon.names.organisations)
    if lexicon.pack.cutter is None:
        yield from _bodies_in_words(pieces, lexicon, tuple(head for head in heads if len(head) > 1) or ("\0",))
        return
    for first, head in zip(pieces, pieces[1:], strict=False):
        is_part = first.is_free or first.is_listed
        if (
            head.word in heads
            and head.gap == ""
            and len(head.word) > 1
            and is_part
            and len(first.word) <= _LONGEST_BODY
        ):
            yield Candidate(first.start, head.end, MentionKind.ORGANISATION)


def _bodies_in_words(pieces: list[Piece], lexicon: Lexicon, heads: tuple[str, ...]) -> Iterator[Candidate]:
    """Find the names of bodies that are one word with their head: 서울대학교."""
    for piece in pieces:
        forms = (piece.word, *lexicon.stems(piece.word)) if piece.is_free else ()
        whole = next((form for form in forms if form.endswith(heads) and form not in heads), None)
        if whole is not None:
            yield Candidate(piece.start, piece.start + len(whole), MentionKind.ORGANISATION)
