"""What one line of a report is: residue, stamp, byline, credit, caption, or nothing but body.

Each `match_*` takes a stripped line and returns its pieces (kind, start, end) in order, or () when in doubt.
"""

import re

from hearsay.reading.zone_words import ZonePatterns, core
from hearsay.records import ZoneKind

Piece = tuple[ZoneKind, int, int]

# Lines over these lengths were body in all that was looked at, but for captions and lists of reporters.
_SHORT = 240
_LONGEST_LEFTOVER = 80
_LONGEST_CAPTION = 700
_TAIL = 200
# Who supplied a text stands behind its last sentence; in brackets before that, names belong to the sentence.
_LAST_LINES = 2
_LONGEST_NAME = 4
_NAMED_TAIL = re.compile(r"(?P<credit>\s*\([^()\n]{2,40}\)(?:\s*\([^()\n]{2,40}\))*)\s*$")
_IN_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_COLONS = ":：|"
_QUOTES = re.compile(r"[\"“”«»]")
_URL_OR_TAGS = re.compile(r"(?:https?://\S+|www\.\S+|(?:<[^<>]+>\s*)+\.?)$")
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)$")
_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\([^()]*\)$")
_BREADCRUMB = re.compile(r"\s*[|>»›]\s*")
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?।]\s|[!?।]\s")
_DATE_ALONE = re.compile(r"\W*(?:\S+\W+){0,4}?(?:19|20|১৯|২০)\d\d(?:\W+\S+){0,3}\W*$")


def match_line(line: str, patterns: ZonePatterns, *, place: int, left: int) -> tuple[Piece, ...]:
    """Tell what a line is, given how many lines stand before it and after it; () is body."""
    if not any(map(str.isalnum, line[:40])):
        return ((ZoneKind.RESIDUE, 0, len(line)),)
    near_edge = place < 6 or left < 8
    short = len(line) <= _SHORT
    return (
        (short and (_match_markdown(line, patterns) or _match_residue(line, patterns)))
        or (short and near_edge and _match_byline(line, patterns, place=place))
        or (near_edge and _match_credit(line, patterns))
        or match_caption(line, patterns)
        or _match_tail(line, patterns)
        or (left < _LAST_LINES and _match_named_tail(line, patterns))
        or ()
    )


def _whole(kind: ZoneKind, line: str) -> tuple[Piece, ...]:
    """Make one piece of the whole line."""
    return ((kind, 0, len(line)),)


def _match_markdown(line: str, patterns: ZonePatterns) -> tuple[Piece, ...]:
    """Match a Markdown line that is nothing but an image or a link."""
    if not line.endswith(")"):
        return ()
    if (image := _IMAGE.match(line)) and image["alt"].strip():
        start, end = image.span("alt")
        inside = match_caption(line[start:end], patterns) or _whole(ZoneKind.CAPTION, line[start:end])
        pieces = [(kind, start + a, start + b) for kind, a, b in inside]
        return ((ZoneKind.RESIDUE, 0, start), *pieces, (ZoneKind.RESIDUE, end, len(line)))
    if link := _LINK.match(line):
        named = patterns.source.match(link["text"].strip() + ": -")
        return _whole(ZoneKind.CREDIT if named else ZoneKind.RESIDUE, line)
    return _whole(ZoneKind.RESIDUE, line) if image else ()


def _match_residue(line: str, patterns: ZonePatterns) -> tuple[Piece, ...]:
    """Match leftovers of the page: marks and numbers apart, the line must be one, or open and look like one."""
    if (len(line) < _LONGEST_LEFTOVER and core(line) in patterns.residue) or _URL_OR_TAGS.match(line):
        return _whole(ZoneKind.RESIDUE, line)
    asks = patterns.invitation.match(line) and not _QUOTES.search(line)
    if asks or patterns.link.match(line) or _is_breadcrumb(line, patterns):
        return _whole(ZoneKind.RESIDUE, line)
    return ()


def _is_breadcrumb(line: str, patterns: ZonePatterns) -> bool:
    """Tell whether the line is a row of menu entries: Home > World > Asia."""
    parts = _BREADCRUMB.split(line) if any(mark in line for mark in "|>»›") else []
    short = len(parts) > 2 and all(0 < len(part.split()) <= 3 for part in parts)
    return short and not any(patterns.agency_line.match(part) for part in parts)


def _match_byline(line: str, patterns: ZonePatterns, *, place: int) -> tuple[Piece, ...]:
    """Match a stamp, a byline, a desk, or a name with an agency in brackets."""
    words = len(line.split())
    ended = line[-1] in patterns.ends
    if words <= 16 and not ended and patterns.stamp.match(line):
        return _whole(ZoneKind.DATELINE, line)
    if words <= 8 and 0 < place < 5 and _DATE_ALONE.match(line) and not ended:
        return _whole(ZoneKind.DATELINE, line)
    if words <= (16 if place else 5) and not ended and _is_byline(line, patterns, place=place):
        return _whole(ZoneKind.BYLINE, line)
    if place and words <= 12 and (bracketed := patterns.bracketed.search(line)):
        return _name_and_agency(line, bracketed.start("credit"), patterns)
    return ()


def _is_byline(line: str, patterns: ZonePatterns, *, place: int) -> bool:
    """Tell whether a line is "By" and names, or names no one but a desk."""
    opening = patterns.byline.match(line)
    if opening and (patterns.capitals or opening[0].strip()[-1] in _COLONS):
        return are_names(line[opening.end() :], patterns)
    desk = patterns.desk.search(line) if len(line.split()) <= 6 else None
    before = line[: desk.start()] if desk else ""
    return bool(desk) and (not before or (place > 0 and are_names(before, patterns)))


def _name_and_agency(line: str, cut: int, patterns: ZonePatterns) -> tuple[Piece, ...]:
    """Split a line of a name and an agency in brackets; a sentence or a heading before the brackets is none."""
    name = line[:cut].rstrip()
    if not name:
        return _whole(ZoneKind.CREDIT, line)
    if name[-1] in patterns.ends or len(name.split()) > 5 or not are_names(name, patterns):
        return ()
    return ((ZoneKind.BYLINE, 0, len(name)), (ZoneKind.CREDIT, cut, len(line)))


def are_names(words: str, patterns: ZonePatterns) -> bool:
    """Tell whether words can be names and what stands between them, not a sentence.

    Where names are told by capitals, every word must have one or be a known joiner; elsewhere the words must be few.
    """
    parts = [word.strip(",;.:()[]&/|@—–-") for word in words.split()]
    if not any(parts):
        return False
    if not patterns.capitals:
        return len(parts) <= 14 and not any(end in words for end in patterns.ends)
    return not any(part[:1].islower() and part.lower() not in patterns.joiners for part in parts)


def _match_credit(line: str, patterns: ZonePatterns) -> tuple[Piece, ...]:
    """Match a line that says who supplied, wrote, edited or translated the text."""
    if len(line) > _LONGEST_CAPTION:
        return ()
    opening = patterns.credit.match(line) or patterns.translation.match(line) or patterns.source.match(line)
    if opening and len(line) <= _SHORT * 2 and _names_follow(opening, line, patterns):
        return _whole(ZoneKind.CREDIT, line)
    if opening and opening.re is patterns.source and len(line.split()) <= 14 and line[-1] not in patterns.ends:
        return _whole(ZoneKind.CREDIT, line)
    if len(line) <= _SHORT and patterns.agency_line.match(line):
        return _whole(ZoneKind.CREDIT, line)
    gave = patterns.contribution.search(line)
    return _whole(ZoneKind.CREDIT, line) if gave and (not gave["rest"] or _are_capital(gave["rest"], patterns)) else ()


def _names_follow(opening: re.Match[str], line: str, patterns: ZonePatterns) -> bool:
    """Tell whether names follow; where no capitals tell names, a colon must, or there is no room for a sentence."""
    told = patterns.capitals or opening[0].strip()[-1] in _COLONS or len(line.split()) <= 5
    return told and are_names(line[opening.end() :], patterns)


def _are_capital(words: str, patterns: ZonePatterns) -> bool:
    """Tell whether words are names by their capitals: "contributed reporting from Seoul"."""
    return patterns.capitals and are_names(words, patterns)


def match_caption(line: str, patterns: ZonePatterns) -> tuple[Piece, ...]:
    """Match a line that describes a picture, with its credit apart; a lone picture credit is a credit only."""
    if len(line) > _LONGEST_CAPTION:
        return ()
    cut = _photo_credit(line, patterns)
    if cut is not None:
        end = len(line[:cut].rstrip(" |–—-"))
        caption = ((ZoneKind.CAPTION, 0, end),) if end else ()
        return (*caption, (ZoneKind.CREDIT, cut if end else 0, len(line)))
    return _whole(ZoneKind.CAPTION, line) if _describes_picture(line, patterns) else ()


def match_told_caption(line: str, patterns: ZonePatterns) -> tuple[Piece, ...]:
    """Match a line that markup told to be a caption: an agency alone behind its last sentence is the credit as well."""
    pieces = match_caption(line, patterns)
    if any(kind is ZoneKind.CREDIT for kind, _, _ in pieces):
        return pieces
    end = max((line.rfind(f"{mark} ") for mark in patterns.ends), default=-1)
    if end < 0 or not patterns.agency_line.match(line[end + 2 :]):
        return pieces
    return ((ZoneKind.CAPTION, 0, end + 1), (ZoneKind.CREDIT, end + 2, len(line)))


def _photo_credit(line: str, patterns: ZonePatterns) -> int | None:
    """Return where a picture's credit begins at the end of the line."""
    if line[-1] in patterns.ends and line[-2:-1] != ")" and ":" not in line[-_TAIL:]:
        return None
    if line[-1] in "”\"’'":
        return None
    offset = max(0, len(line) - _TAIL)
    tail = line[offset:]
    if mark := patterns.photo_mark.search(tail):
        return offset + mark.start()
    found = patterns.photo.search(tail)
    if found and _is_short_name(found["who"]):
        return offset + found.start() + len(found[0]) - len(found[0].lstrip())
    slash = patterns.photo_slash.search(tail) if "/" in tail else None
    return offset + slash.start() if slash and len(slash[0].split()) <= 8 else None


def _is_short_name(words: str) -> bool:
    """Tell whether what follows "Photo:" is a name, not a sentence."""
    return len(words.split()) <= 10 and not _SENTENCE_END.search(words)


def _describes_picture(line: str, patterns: ZonePatterns) -> bool:
    """Tell whether the line opens as captions do or says where people stand in the picture."""
    if patterns.caption.match(line):
        return len(line.split()) <= 70
    if "(" not in line or len(line.split()) > 70 or _QUOTES.search(line):
        return False
    return bool(patterns.side.search(line)) or len(patterns.side_short.findall(line)) > 1


def _match_tail(line: str, patterns: ZonePatterns) -> tuple[Piece, ...]:
    """Match body text with a credit in brackets at its end."""
    if line[-1] not in ")]" and line[-2:] not in (").", "].", ")।"):
        return ()
    offset = max(0, len(line) - 400)
    tail = line[offset:]
    found = patterns.credit_tail.search(tail) or patterns.bracketed_tail.search(tail)
    if not found:
        return ()
    cut = offset + found.start("credit")
    return ((ZoneKind.BODY, 0, len(line[:cut].rstrip())), (ZoneKind.CREDIT, cut, len(line)))


def _match_named_tail(line: str, patterns: ZonePatterns) -> tuple[Piece, ...]:
    """Match text whose last sentence is followed by nothing but short names in brackets: who supplied it, listed or not."""
    found = _NAMED_TAIL.search(line)
    if not found or line[: found.start()].rstrip()[-1:] not in patterns.ends:
        return ()
    names = [*_IN_BRACKETS.finditer(line, found.start("credit"))]
    if not all(_can_supply(name[1], patterns) for name in names):
        return ()
    end = len(line[: found.start("credit")].rstrip())
    return ((ZoneKind.BODY, 0, end), *((ZoneKind.CREDIT, *name.span()) for name in names))


def _can_supply(words: str, patterns: ZonePatterns) -> bool:
    """Tell whether words in brackets can be the name of an agency or outlet: few, no digits, one at most without a capital."""
    parts = words.split()
    if not 0 < len(parts) <= _LONGEST_NAME or any(map(str.isdigit, words)):
        return False
    is_capital = not parts[0][0].islower() and sum(part[0].islower() for part in parts) <= 1
    return is_capital or patterns.agency_line.match(words) is not None
