"""Names that capital letters show: runs of capitalised words, told apart by titles, heads, initials and apposition.

A capital at the start of a sentence, in a heading or after a quotation mark shows nothing by itself; such a word counts
only where the text or the pack bears it out.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hearsay.packs.compiler import Flag
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower, title_before
from hearsay.records import MentionKind, Span
from hearsay.text.words import elision_pattern

_VIETNAMESE = "ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƠƯА-ЯЁЄІЇΑ-Ω" + _VIETNAMESE
_LOWER_WORD = re.compile(rf"(?<!\w)[^\W\d_{_UPPER}]\w*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:\n\"“‘'«(\[—–•]|[.!?…][\"”’')\]])\s*$")
_PARTY_OR_AGE = re.compile(r",?\s\((?:[A-Z]{1,4})(?:[-–][A-Z][\w.]*)?\)|,\s\d\d,")
_APPOSITION = re.compile(r",\s((?:[\w'’-]+\s?){1,8})")
_ACRONYM = re.compile(rf"[{_UPPER}]{{2,6}}s?$|(?:[{_UPPER}]\.){{2,5}}$")
_CLOSED_LINE = (".", "!", "?", '"', "”", ":", ";", ",", "…")
_CREDIT_BEHIND = re.compile(r"[.!?][\"”]? ?\([^()]{2,40}\)$")
_HEADING_LENGTH = 160
_HEADING_SHARE = 0.7
_MOST = 0.7  # a listed name that makes up this share of a run is the name


class Candidate(NamedTuple):
    """A stretch that may be a name; `kind` is None where nothing but its shape speaks for it."""

    start: int
    end: int
    kind: MentionKind | None
    starts_sentence: bool = False


class _Text(NamedTuple):
    """A text with what is asked of it for each run."""

    text: str
    lexicon: Lexicon
    language: str
    lowers: frozenset[str]


@cache
def _run_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a run of capitalised words with initials, particles and dotted titles."""
    lexicon = load_lexicon(language)
    short = sorted((title.title() for title in lexicon.titles if len(title) <= 5), key=len, reverse=True)
    particles = "|".join(sorted(map(re.escape, lexicon.names.particles.split()), key=len, reverse=True))
    suffixes = "|".join(lexicon.names.suffixes.split()) or "(?!)"
    possessive = "|".join(map(re.escape, lexicon.possessives)) or "(?!)"
    word = rf"[{_UPPER}]\w*(?:(?!(?:{possessive})\b)['’-]\w+)*"
    dotted = rf"(?:{'|'.join(short)})\.(?=\s?[{_UPPER}])"
    token = rf"(?:{dotted}|(?:[{_UPPER}]\.){{2,}}|(?:[{_UPPER}]\.)+(?=\s?[{_UPPER}])|{word})"
    return re.compile(rf"(?<!\w){token}(?:[ ](?:(?:{particles})[ ]){{0,2}}{token})*(?:,?[ ](?:{suffixes})\b\.?)?")


@cache
def _of_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern that joins the head of a body's name to what follows it: 'of the', 'for'."""
    joiners = "|".join(map(re.escape, load_lexicon(language).names.joiners.split()))
    return re.compile(rf"[ ](?:(?:{joiners})[ ]){{1,2}}(?=[{_UPPER}])")


def find_headings(text: str) -> tuple[Span, ...]:
    """Find the lines in which nearly every word is capitalised: there a capital letter says nothing."""
    headings = []
    position = 0
    for line in text.split("\n"):
        if 0 < len(line) < _HEADING_LENGTH and not _is_closed(line) and _is_title_case(line):
            headings.append((position, position + len(line)))
        position += len(line) + 1
    return tuple(headings)


def _is_closed(line: str) -> bool:
    """Tell whether a line ends like a sentence, a credit in brackets behind it aside."""
    return line.rstrip().endswith(_CLOSED_LINE) or _CREDIT_BEHIND.search(line.rstrip()) is not None


def _is_title_case(line: str) -> bool:
    """Tell whether nearly all longer words of a line begin with a capital, or all letters are capitals."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 4 and capitals / len(words) >= _HEADING_SHARE


def find_capital_names(text: str, *, language: str, taken: Sequence[Span] = ()) -> tuple[Candidate, ...]:
    """Find what capital letters show to be names, outside of headings; `taken` are the spans of listed names."""
    lexicon = load_lexicon(language)
    known = _Text(text, lexicon, language, frozenset(_LOWER_WORD.findall(text)))
    headings = find_headings(text)
    whole = dict(taken)
    candidates: list[Candidate] = []
    after = position = 0
    for match in _run_pattern(language).finditer(text):
        start, end = match.span()
        if start < after or whole.get(start) == end or headings and any(a <= start < b for a, b in headings):
            continue
        end = after = _extend_body(known, start, end)
        while position < len(taken) and taken[position][1] <= start:
            position += 1
        candidates += _judge_run(known, (start, end), list(_up_to(taken, position, end)))
    return tuple(candidates)


def _up_to(taken: Sequence[Span], position: int, end: int) -> Iterator[Span]:
    """Yield the ordered spans from a position on that begin before `end`."""
    while position < len(taken) and taken[position][0] < end:
        yield taken[position]
        position += 1


def _extend_body(known: _Text, start: int, end: int) -> int:
    """Return the end of the name of a body that goes on: 'Ministry of Health and Family Welfare'."""
    text, lexicon = known.text, known.lexicon
    head = -1 if lexicon.declensions else 0  # where nouns are declined, words written small follow the head itself
    if lexicon.names.small_tails and lower(text[start:end]).split(" ")[head] in lexicon.leading_heads:
        return _extend_by_tails(known, end)
    if lower(text[start:end].rsplit(" ", 1)[-1]) not in lexicon.heads:
        return end
    joints = 0
    while joints < 2 and (joint := _of_pattern(known.language).match(text, end)):
        words = joint.group().split()
        if joints == 0 and not lexicon.has_flag(words[0], Flag.PREPOSITION):
            break
        run = _run_pattern(known.language).match(text, joint.end())
        if run is None or lower(run.group().split(" ")[0]) in lexicon.no_names:
            break
        end, joints = run.end(), joints + 1
    return end


@cache
def _tail_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of what goes on behind a leading head in small letters, and in capitals behind them."""
    tails = "|".join(map(re.escape, load_lexicon(language).names.small_tails.split()))
    return re.compile(rf"(?:[ ](?:{tails})(?!\w))+(?:[ ]{_run_pattern(language).pattern})?")


def _extend_by_tails(known: _Text, end: int) -> int:
    """Return the end of a name whose words are written small in part: 'Bộ Quốc phòng', 'Ngân hàng Nhà nước'."""
    while tail := _tail_pattern(known.language).match(known.text, end):
        end = tail.end()
    return end


def _judge_run(known: _Text, span: Span, hits: list[Span]) -> list[Candidate]:
    """Judge one run: whole where a head or a given name holds it together, else the pieces between listed names."""
    candidates: list[Candidate] = []
    for candidate in _judge(known, span):
        inside = [hit for hit in hits if candidate.start <= hit[0] and hit[1] <= candidate.end]
        is_whole = not inside or candidate.kind is not None and not _same(inside, candidate)
        is_whole = is_whole and not _is_owner(known, candidate, inside) and not _is_of_listed(known, candidate, inside)
        candidates += [candidate] if is_whole else _pieces(known, candidate, inside)
    return candidates


def _pieces(known: _Text, candidate: Candidate, hits: list[Span]) -> Iterator[Candidate]:
    """Judge what stands between the listed names of a run."""
    start = candidate.start
    for hit in [*hits, (candidate.end, candidate.end)]:
        span = _trim(known.text, start, hit[0])
        if span[0] < span[1]:
            yield from _judge(known, span)
        start = hit[1]


def _same(hits: list[Span], candidate: Candidate) -> bool:
    """Tell whether a listed name makes up most of the run, so that it is the better reading."""
    length = _MOST * (candidate.end - candidate.start)
    if candidate.kind is MentionKind.ORGANISATION:
        return any(hit[1] - hit[0] > length for hit in hits)
    return hits[-1][1] == candidate.end and hits[-1][1] - hits[-1][0] >= length


def _is_owner(known: _Text, candidate: Candidate, hits: list[Span]) -> bool:
    """Tell whether only a particle joins a listed name to the rest: 'Center de San Francisco' is no person."""
    words = known.text[candidate.start : candidate.end].split(" ")
    if candidate.kind is not MentionKind.PERSON or lower(words[0]) in known.lexicon.given:
        return False
    joints = _joining_particles(known.language)
    beside = [(known.text[candidate.start : start].split()[-1:], known.text[end:].split(" ", 2)) for start, end in hits]
    return any(before and before[0] in joints or after[1:2] and after[1] in joints for before, after in beside)


def _is_of_listed(known: _Text, candidate: Candidate, hits: list[Span]) -> bool:
    """Tell whether a listed name that a title is of opens the run, where words are declined: Польши Мазовецкий."""
    if not known.lexicon.declensions or candidate.kind is not MentionKind.PERSON or not hits:
        return False
    first = known.text[candidate.start : candidate.end].split(" ")[0]
    return hits[0][0] == candidate.start and hits[0][1] < candidate.end and lower(first) not in known.lexicon.given


@cache
def _joining_particles(language: str) -> frozenset[str]:
    """Return the particles of names of persons that join other names as well: 'de'."""
    names = load_lexicon(language).names
    return fold_words(names.particles) & fold_words(names.joiners)


def _behind_acronym(words: list[str], language: str) -> int:
    """Return where the name begins that an acronym belongs to, 0 where there is none: 'CEO de Example'."""
    joints = _joining_particles(language)
    return next((k + 1 for k in range(1, len(words) - 1) if words[k] in joints and _ACRONYM.match(words[k - 1])), 0)


def _trim(text: str, start: int, end: int) -> Span:
    """Trim white space, commas and what is left of a possessive off both ends."""
    while start < end and text[start] in " ,":
        start += 1
    while start < end and text[end - 1] in " ,":
        end -= 1
    return start, end


def _judge(known: _Text, span: Span) -> Iterator[Candidate]:
    """Judge a stretch of capitalised words: strip what is no name, split where a title stands inside, tell the kind."""
    start, end = span
    words = known.text[start:end].split(" ")
    at_start = start == 0 or _SENTENCE_START.search(known.text, max(0, start - 3), start) is not None
    article = re.match(elision_pattern(known.lexicon.elisions), words[0]) if at_start else None
    if article:
        start, words[0] = start + article.end(), words[0][article.end() :]
    is_of_head = len(words) > 1 and _heads_place(known, start, lower(words[0]))
    dropped, titled = (1, False) if is_of_head else _count_front(known, words, start, at_start=at_start)
    start += sum(len(word) + 1 for word in words[:dropped])
    words = words[dropped:]
    while words and _is_no_end(words, known.lexicon):
        end -= len(words.pop()) + 1
    is_lone_head = len(words) == 1 and lower(words[0]) in known.lexicon.leading_heads
    if is_lone_head or not any(len(word.strip(".")) > 1 for word in words):
        return
    inner = 0 if titled else _inner_title(words, known.lexicon)
    inner = inner or _bearer_behind_body(words, known.lexicon, titled=titled) or _behind_acronym(words, known.language)
    if inner:
        middle = start + sum(len(word) + 1 for word in words[:inner])
        yield from _judge(known, (start, middle - 1))
        yield from _judge(known, (middle, end))
    else:
        kind = MentionKind.PLACE if is_of_head else _kind(known, (start, end), words, titled=titled)
        yield Candidate(start, end, kind, at_start and not dropped)


def _is_no_end(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether the last word of a run is no part of a name; its own capital bears out "Daily Echo", "Business Today"."""
    folded = lower(words[-1])
    if folded not in lexicon.no_names or len(words) > 1 and lower(words[-2]) in lexicon.given:
        return False
    is_loose = folded in lexicon.cue_forms or folded in lexicon.newsrooms or lexicon.has_flag(folded, Flag.ADVERB)
    is_outlet = not lexicon.newsrooms.isdisjoint(map(lower, words[:-1]))
    is_closed = folded in lexicon.people or folded in fold_words(lexicon.names.no_names) and not is_outlet
    return len(words) == 1 or is_closed or not is_loose or _has_capital_nouns(lexicon)


def _has_capital_nouns(lexicon: Lexicon) -> bool:
    """Tell whether every noun has a capital letter in the language."""
    return lexicon.pack.source.language.capital_nouns


def _count_front(known: _Text, words: list[str], start: int, *, at_start: bool) -> tuple[int, bool]:
    """Count the words at the front that are no part of the name, and tell whether the last of them is a title."""
    lexicon = known.lexicon
    is_body = len(words) > 1 and lower(words[-1]) in lexicon.heads
    titled = False
    for k, word in enumerate(words):
        folded = _bare(word)
        if titled and k == len(words) - 1 and _bare(words[k - 1]) in fold_words(lexicon.names.forms_of_address):
            return k, titled
        begins = k == 0 and at_start
        if (
            not is_body
            and _is_title(words[k:], folded, lexicon)
            or k == 0
            and _ends_title(known, folded, start + len(word))
        ):
            titled = True
        elif _is_no_name(known, folded, is_last=k + 1 == len(words), begins=begins):
            titled = False
        else:
            return k, titled
    return len(words), titled


def _is_title(words: list[str], folded: str, lexicon: Lexicon) -> bool:
    """Tell whether the first of the words is a title, or begins one."""
    return folded in lexicon.titles or folded in lexicon.title_words and _goes_on_as_title(words, lexicon)


def _heads_place(known: _Text, start: int, folded: str) -> bool:
    """Tell whether a word is a head of places behind an article, with the capital of every noun: "dem Hafen Varnik"."""
    if not _has_capital_nouns(known.lexicon) or folded not in known.lexicon.places:
        return False
    before = known.text[max(0, start - 12) : start].lower().split()[-1:]
    is_joined = bool(before) and known.lexicon.has_flag(before[0], Flag.PREPOSITION) and before[0].endswith(("m", "r"))
    return is_joined or any(known.lexicon.has_flag(word, Flag.DETERMINER) for word in before)


def _is_no_name(known: _Text, folded: str, *, is_last: bool, begins: bool) -> bool:
    """Tell whether a capitalised word is no part of a name: a closed word, or one the text writes small elsewhere."""
    is_given = folded in known.lexicon.given or folded in known.lexicon.leading_heads and not is_last
    has_own_capital = not begins and known.lexicon.has_flag(folded, Flag.ADVERB) and not is_last
    if folded in known.lexicon.newsrooms and not is_last or has_own_capital and not _has_capital_nouns(known.lexicon):
        return False
    if folded in known.lexicon.no_names:
        return not is_given or is_last or begins and known.lexicon.has_flag(folded, Flag.AUXILIARY)
    return begins and folded in known.lowers and not is_given


@cache
def _last_title_words(language: str) -> frozenset[str]:
    """Return the last words of titles that hold a small word: 'state' of 'Secretary of State'."""
    phrases = (phrase.lower().split() for phrase in load_lexicon(language).names.title_phrases)
    return frozenset(words[-1] for words in phrases if len(words) > 2)


def _ends_title(known: _Text, folded: str, end: int) -> bool:
    """Tell whether a word that ends here ends a title with a small word in it."""
    if folded not in _last_title_words(known.language):
        return False
    return title_before(known.language).search(known.text[max(0, end - 40) : end].lower() + " ") is not None


def _bare(word: str) -> str:
    """Fold a word and take its dot off."""
    return lower(word).rstrip(".")


def _inner_title(words: list[str], lexicon: Lexicon) -> int:
    """Return the place of a title inside a run ('Example Corp CEO Ann Roe'), 0 where there is none."""
    folded = [lower(word).rstrip(".") for word in words]
    if folded[-1] in lexicon.heads or folded[0] in lexicon.given:
        return 0
    last = len(words) - 1 if folded[-1] in lexicon.pack.abbreviations else len(words)  # "Sen" at the end is a surname
    return next((k for k in range(1, last) if folded[k] in lexicon.titles and folded[k] not in lexicon.heads), 0)


def _bearer_behind_body(words: list[str], lexicon: Lexicon, *, titled: bool) -> int:
    """Return where the person begins behind what a title is of, where heads lead: 'Wali Kota Bandung Budi Santoso'."""
    folded = [lower(word).rstrip(".") for word in words]
    is_name = not titled and folded[0] in lexicon.leading_heads | lexicon.leading_places
    if not lexicon.leading_heads or is_name or folded[0] in lexicon.own_parts:
        return 0
    return next((k for k in range(1, len(words) - 1) if folded[k] in lexicon.own_parts), 0)


def _goes_on_as_title(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether a title follows in the next two words: 'Prime Minister', 'Secretary of State'."""
    return any(lower(word) in lexicon.titles for word in words[1:3])


def _kind(known: _Text, span: Span, words: list[str], *, titled: bool) -> MentionKind | None:
    """Tell the kind of a name from its words and from what stands around it."""
    lexicon = known.lexicon
    folded = [lower(word).rstrip(".,") for word in words]
    if len(words) == 1 and folded[0] in lexicon.towns:
        return MentionKind.PLACE
    if len(words) > 1 and folded[0] in lexicon.leading_heads | lexicon.leading_places:
        return MentionKind.ORGANISATION if folded[0] in lexicon.leading_heads else MentionKind.PLACE
    if len(words) > 1 and not lexicon.newsrooms.isdisjoint(folded) and folded[0] not in lexicon.given and not titled:
        return MentionKind.OUTLET
    if folded[-1] in lexicon.heads and len(words) > 1 or _has_inner_head(folded, lexicon):
        return MentionKind.ORGANISATION
    if folded[-1] in lexicon.places and len(words) > 1:
        return MentionKind.PLACE
    if titled or _looks_personal(folded, words, lexicon) or _is_presented(known, span, words):
        return MentionKind.PERSON
    if len(words) == 1 and _ACRONYM.match(words[0]):
        return MentionKind.ORGANISATION
    return None


def _has_inner_head(folded: list[str], lexicon: Lexicon) -> bool:
    """Tell whether a head stands before 'of' or 'for': 'Department of Justice'."""
    joints = [k for k, word in enumerate(folded) if k and word in fold_words(lexicon.names.joiners)]
    return any(folded[k - 1] in lexicon.heads for k in joints)


def _looks_personal(folded: list[str], words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether the words are a given name or initials with a family name."""
    if len(words) < 2 or len(words) > 5:
        return False
    if folded[0] in lexicon.given and folded[1] not in lexicon.heads:
        return True
    has_particle = any(word in fold_words(lexicon.names.particles) for word in words[1:-1])
    has_initial = has_particle or any(len(word) == 2 and word[1] == "." for word in words[:-1]) or "." in words[0][:-1]
    return has_initial or folded[-1] in fold_words(lexicon.names.suffixes)


def _is_presented(known: _Text, span: Span, words: list[str]) -> bool:
    """Tell whether what stands around makes a person of a name: a title, party, age, apposition, speech verb."""
    text, lexicon = known.text, known.lexicon
    start, end = span
    if _ACRONYM.match(words[0]) or len(words) > 4:
        return False
    if title_before(known.language).search(text[max(0, start - 40) : start].lower()):
        return True
    following = text[end : end + 80]
    if _PARTY_OR_AGE.match(following):
        return True
    apposition = _APPOSITION.match(following)
    if apposition and any(_tells_person(word, lexicon) for word in apposition.group(1).lower().split()[:6]):
        return True
    return len(words) > 1 and words[-1].isalpha() and not words[-1].isupper() and _is_beside_speech(text, span, lexicon)


def _tells_person(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word of an apposition makes a person of the name before it: "Ann Roe, a hydrologist"."""
    endings = tuple(lexicon.sources.people_endings.split())
    return word in lexicon.titles or word in lexicon.people or bool(endings and word.endswith(endings))


def _is_beside_speech(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether a reporting verb stands right beside the name."""
    following = text[span[1] : span[1] + 30].split(None, 1)
    preceding = text[max(0, span[0] - 20) : span[0]].rsplit(None, 1)
    return bool(
        (following and text[span[1] : span[1] + 1] == " " and following[0].lower().rstrip(",.:") in lexicon.verb_cues)
        or (preceding and preceding[-1].lower() in lexicon.verb_cues)
    )
