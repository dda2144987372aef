"""Names where titles stand behind them and words are not always written apart: 김민수 장관, 田中首相, 马克龙先生, นายสมชาย.

A stretch of unknown letters is a name where a title or honorific stands beside it, where dots part it as the press parts
foreign names, or where a head word (university, party) closes the name of a body.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hearsay.packs.compiler import Flag
from hearsay.packs.cutting import cut_run, is_unspaced, stands_apart
from hearsay.reading.capital_names import Candidate
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower
from hearsay.reading.particle_names import find_particle_names
from hearsay.records import MentionKind, Span
from hearsay.text.words import word_pattern

_DOTS = "·・‧•"
_LONGEST_BODY = 8  # letters of ideographs before the head of a body's name; more are a phrase
_LONGEST_NAME = 24  # letters of an alphabet or syllabary
_LONGEST_IN_IDEOGRAPHS = 6
_LONGEST_OWN_NAME = 4  # a family name of one or two letters and a given name of as many
_SHORTEST = 2
_FIRST_EASTERN = "\u3005"  # kana and ideographs begin here, behind all alphabets


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
    formed = find_particle_names(text, language=language, taken=taken, known=_known_words(language))
    kept = _disjoint([*found, *_families(pieces, lexicon), *formed])
    return tuple(sorted(_disjoint([*kept, *_again(text, kept, taken)])))


def _disjoint(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep the first of candidates that overlap."""
    kept: list[Candidate] = []
    for candidate in found:
        if all(candidate.end <= other.start or other.end <= candidate.start for other in kept):
            kept.append(candidate)
    return kept


def _again(text: str, found: Sequence[Candidate], taken: Sequence[Span]) -> Iterator[Candidate]:
    """Find the persons that were told by a title wherever else their name stands."""
    names = {text[c.start : c.end] for c in found if c.kind is MentionKind.PERSON and c.end - c.start >= _SHORTEST}
    if not names:
        return
    for match in re.finditer("|".join(sorted(map(re.escape, names), key=len, reverse=True)), text):
        start, end = match.span()
        is_word = is_unspaced(text[start]) or not text[start - 1 : start].isalnum()
        if is_word and stands_apart(text, start, end) and not any(a < end and start < b for a, b in taken):
            yield Candidate(start, end, MentionKind.PERSON)


def _families(pieces: list[Piece], lexicon: Lexicon) -> Iterator[Candidate]:
    """Find a family name alone before an honorific: 이 씨, 林氏."""
    if not lexicon.names.title_follows:
        return
    families = fold_words(lexicon.names.families)
    for piece, following in zip(pieces, pieces[1:], strict=False):
        is_honoured = following.gap in ("", " ") and _is_plain(following.word, lexicon)
        is_titled = following.gap == " " and _bears_title(piece, following, lexicon)
        if (is_honoured or is_titled) and piece.word in families and not piece.is_listed:
            yield Candidate(piece.start, piece.end, MentionKind.PERSON)


def _bears_title(piece: Piece, following: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a family name stands before an office, and is no small word: 윤 선수, but not 전 대통령."""
    _, after, _ = _tables(lexicon.pack.name)
    links = fold_words(lexicon.names.title_links)
    is_small = bool(lexicon.pack.flags.get(piece.word, 0)) or piece.word in links
    return bool(lexicon.names.given_syllables) and following.word in after and not is_small


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
        is_known = word in _known_words(lexicon.pack.name) or word in lexicon.pack.particles
        if is_known or word[0].isdigit() or _is_particle(word):
            if first is not None:
                yield Piece(first, start, lower(text[first:start]), text[last:first], is_free=True)
                last, first = start, None
            yield Piece(start, end, word, text[last:start])
            last = end
        elif first is None:
            first = start
    if first is not None:
        yield Piece(first, end, lower(text[first:end]), text[last:first], is_free=True)


def _is_particle(word: str) -> bool:
    """Tell whether a word is one letter of hiragana, which begins no name: "と山本"."""
    return len(word) == 1 and "\u3041" <= word <= "\u309f"


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
        is_list = "\uac00" <= pieces[first].word[0] <= "\ud7a3"  # in Korean dots part the items of a list
        if k - first > 1 and not is_list and all(p.end - p.start <= _LONGEST_NAME for p in pieces[first:k]):
            yield Candidate(pieces[first].start, pieces[k - 1].end, MentionKind.PERSON)
        k += 1


def _is_dot(piece: Piece) -> bool:
    """Tell whether nothing but a dot stands before a piece."""
    return len(piece.gap) == 1 and piece.gap in _DOTS


def _beside_titles(pieces: list[Piece], lexicon: Lexicon) -> Iterator[Candidate]:
    """Find persons before an honorific or a title, and behind a title."""
    for k, piece in enumerate(pieces):
        title = _title_before(pieces, k, lexicon)
        if title and piece.gap == "" and _is_alphabetic(piece):
            if piece.is_free or (_is_plain(title, lexicon) and not _ends_name(piece, lexicon)):
                yield Candidate(piece.start, _end_of_run(pieces, k, lexicon), MentionKind.PERSON)
        elif piece.is_free and _can_name(piece, lexicon) and _is_told(pieces, k, lexicon):
            yield Candidate(piece.start, piece.end, MentionKind.PERSON)


def _title_before(pieces: list[Piece], k: int, lexicon: Lexicon) -> str:
    """Return the title right before a piece, nothing where there is none."""
    before, _, _ = _tables(lexicon.pack.name)
    is_near = k > 0 and pieces[k].gap in ("", " ")
    return pieces[k - 1].word if is_near and pieces[k - 1].word in before else ""


def _is_told(pieces: list[Piece], k: int, lexicon: Lexicon) -> bool:
    """Tell whether an honorific behind a stretch or a title before it makes it a person's name."""
    _, after, _ = _tables(lexicon.pack.name)
    honorific = pieces[k + 1].word if k + 1 < len(pieces) and pieces[k + 1].gap in ("", " ") else ""
    if _title_before(pieces, k, lexicon) and pieces[k].gap == "":
        return True
    if honorific in after and _is_plain(honorific, lexicon):
        return True
    is_beside = honorific in after or bool(_title_before(pieces, k, lexicon))
    return is_beside and _looks_like_name(pieces[k], honorific, lexicon)


def _is_alphabetic(piece: Piece) -> bool:
    """Tell whether a piece is written in letters, and yet without spaces between words, as Thai is."""
    return is_unspaced(piece.word[0]) and piece.word[0] < _FIRST_EASTERN


def _ends_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a piece is a cue, a title or a word of the closed classes: a name may hold any other word."""
    before, _, _ = _tables(lexicon.pack.name)
    is_closed = lexicon.pack.flags.get(piece.word, 0) & ~Flag.SOURCE or piece.word in lexicon.pack.cues
    return not piece.is_free and (bool(is_closed) or piece.word in before or piece.is_listed)


def _end_of_run(pieces: list[Piece], k: int, lexicon: Lexicon) -> int:
    """Return where a name in letters ends: at the end of its run, and behind one space where it goes on: สมชาย ใจดี."""
    has_family = False
    while k + 1 < len(pieces) and not _ends_name(pieces[k + 1], lexicon):
        following = pieces[k + 1]
        is_family = following.gap == " " and not has_family and _is_alphabetic(following)
        if following.gap != "" and not (is_family and following.is_free):
            break
        has_family = has_family or is_family
        k += 1
    return pieces[k].end


def _can_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a stretch has the length of a name, and no ending that no name has."""
    longest = _LONGEST_IN_IDEOGRAPHS if _is_ideograph(piece.word[0]) else _LONGEST_NAME
    is_fit = _SHORTEST <= len(piece.word) <= longest and not piece.word[0].isdigit()
    return is_fit and (_is_own_name(piece, lexicon) or not piece.word.endswith(lexicon.no_name_endings))


def _is_own_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a stretch is a family name and a given name of two syllables: 이수진."""
    return piece.word[:-2] in fold_words(lexicon.names.families)


def _is_ideograph(character: str) -> bool:
    """Tell whether a character is one of Han."""
    return "\u3400" <= character <= "\u9fff"


def _is_plain(honorific: str, lexicon: Lexicon) -> bool:
    """Tell whether an honorific is no office: 先生 is for persons, 部长 for the holder of an office that has no name."""
    return honorific in fold_words(lexicon.names.forms_of_address)


def _looks_like_name(piece: Piece, honorific: str, lexicon: Lexicon) -> bool:
    """Tell whether a stretch is as short as a name and begins with a family name, or is foreign and bears a high office."""
    if not _is_ideograph(piece.word[0]) and lexicon.names.title_follows and honorific in lexicon.titles:
        return True
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
        whole = None if whole in lexicon.no_names else whole
        if whole is not None:
            yield Candidate(piece.start, piece.start + len(whole), MentionKind.ORGANISATION)
