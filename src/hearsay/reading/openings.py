"""The opening of a report: which lines are its headline, and the dateline inside its first line of body."""

import re
from collections.abc import Sequence

from hearsay.reading.zone_words import ZonePatterns
from hearsay.records import Zone, ZoneKind
from hearsay.text.folding import fold_word

Rows = list[list[Zone]]

# After a place, an agency in brackets or a date comes a dash: SEOUL, Sept 4 (Reuters) -
_DASH = r"\s*(?:[-–—―:]{1,2}|।)\s+(?=\S)"
_PLAIN = r"[^\n:;!?()\[\]\"“”]"
_AGENCY_DATELINE = re.compile(rf"(?P<place>{_PLAIN}{{2,70}}?)?\s*\((?P<agency>[^()\n]{{2,40}})\){_DASH}")
# Indian agencies leave the dash out behind place, date and agency.
_DASHLESS_DATELINE = re.compile(
    rf"(?P<place>{_PLAIN}{{2,40}}?,\s{_PLAIN}{{0,20}}?\d{_PLAIN}{{0,20}}?)\s*\((?P<agency>[^()\n]{{2,40}})\)\s+(?=\S)"
)
_DATE_DATELINE = re.compile(rf"(?P<place>{_PLAIN}{{2,30}}?),\s(?P<date>{_PLAIN}{{0,20}}\d{_PLAIN}{{0,20}}?){_DASH}")
_CAPITALS = r"[A-ZÀ-ÖØ-ÞА-ЯІЇЄҐ][A-ZÀ-ÖØ-ÞА-ЯІЇЄҐ'’.\- ]+"
_CAPITAL_DATELINE = re.compile(
    rf"(?P<place>{_CAPITALS}(?:/{_CAPITALS})*)(?:,\s[A-Z][\w.]+(?:\s[\w.]+){{0,2}}){{0,3}}(?:\s*[-–—―]{{1,2}}\s+|:\s+)(?=\S)"
)
# East Asian agencies: (서울=연합뉴스) 홍길동 기자 =, 【北京=共同】, （新华社北京9月4日电）, 新华社北京9月4日电
_BRACKET_DATELINE = re.compile(
    r"(?P<place>)[(（【\[](?P<agency>[^()（）【】\[\]\n]{2,40})[)）】\]]\s*(?:[^=\n.]{2,30}?\s=\s)?(?=\S)"
)
_WIRE_DATELINE = re.compile(r"(?P<place>)(?P<agency>[^\s，。,.「“]{2,24}[电電訊讯])\s+(?=\S)")
_PARTY = re.compile(r"[A-Z]{1,3}-\w|[A-Z]$")
_CLOSERS = "”’\"'»)*_"
_LONGEST_HEADLINE = 22  # words; the longest in the sets at hand had 21
_LONGEST_UNSPACED = 60  # characters, in scripts without spaces


def mark_opening(text: str, rows: Rows, patterns: ZonePatterns) -> None:
    """Mark the headline and the dateline in the rows of a report, in place; each row is one line's zones."""
    body = [place for place, row in enumerate(rows) if row and row[0].kind is ZoneKind.BODY][:4]
    has_headline = any(zone.kind is ZoneKind.HEADLINE for row in rows for zone in row)
    dated = next((place for place in body if _split_dateline(text, rows, place, patterns)), None)
    if has_headline or not body or body[0] != _first_told(rows):
        return
    first = body[0]
    line = text[slice(*rows[first][0].span)]
    before_dateline = dated is not None and first < dated and len(line.split()) <= _LONGEST_HEADLINE
    if len(rows[first]) > 1 or dated == first:
        return
    if before_dateline or is_headline(line, patterns, rest=len(rows) > 1):
        rows[first] = [Zone(ZoneKind.HEADLINE, rows[first][0].span)]


def _first_told(rows: Rows) -> int | None:
    """Return the first line that is no residue, stamp or byline: only there a headline is looked for by its looks."""
    beside = (ZoneKind.RESIDUE, ZoneKind.DATELINE, ZoneKind.BYLINE)
    return next((place for place, row in enumerate(rows) if row and row[0].kind not in beside), None)


def is_headline(line: str, patterns: ZonePatterns, *, rest: bool = True) -> bool:
    """Tell whether a first line looks like a headline: short and without a stop, or with capitals throughout.

    `rest` tells whether anything follows; a line alone must be shorter still.
    """
    words = line.split()
    if line[0].islower() or len(words) > (_LONGEST_HEADLINE if rest else 14):
        return False
    if len(words) < 3 and len(line) > _LONGEST_UNSPACED:
        return False
    before_bracket = line[: line.rfind("(")].rstrip() if line.endswith(")") else ""
    if before_bracket and before_bracket[-1] in patterns.ends:
        return False
    last = line.rstrip(_CLOSERS)[-1:]
    if last in ":,;" or (line[0] in '“"«„' and line[-1] in '”"»“'):
        return False
    if last in "?!？！":
        return rest and len(words) <= 12 and line[0] not in '“"«„'
    return last not in patterns.ends or (patterns.capitals and _is_title_case(words))


def _is_title_case(words: Sequence[str]) -> bool:
    """Tell whether nearly all longer words have a capital, as American headlines do."""
    longer = [word.lstrip("“‘'\"(") for word in words if len(word) > 3]
    return len(longer) > 3 and sum(word[:1].isupper() or word[:1].isdigit() for word in longer) >= 0.8 * len(longer)


def _split_dateline(text: str, rows: Rows, place: int, patterns: ZonePatterns) -> bool:
    """Cut the dateline off the body of a row and tell whether there was one."""
    kind, (start, end) = rows[place][0].kind, rows[place][0].span
    cut = find_dateline(text[start : min(end, start + 160)], patterns)
    if not cut or start + cut >= end:
        return False
    stop = start + len(text[start : start + cut].rstrip())
    rows[place][:1] = [Zone(ZoneKind.DATELINE, (start, stop)), Zone(kind, (start + cut, end))]
    return True


def find_dateline(line: str, patterns: ZonePatterns) -> int:
    """Return where the text begins behind a dateline, or 0 if the line has none."""
    forms = (
        (_AGENCY_DATELINE, _has_agency),
        (_DASHLESS_DATELINE, _is_listed_agency),
        (_BRACKET_DATELINE, _holds_agency),
        (_WIRE_DATELINE, _holds_agency),
        (_DATE_DATELINE, _has_date),
        (_CAPITAL_DATELINE, _has_place),
    )
    for pattern, holds in forms:
        found = pattern.match(line)
        if found and not line[found.end()].islower() and holds(found, patterns):
            return found.end()
    return 0


def _has_agency(found: re.Match[str], patterns: ZonePatterns) -> bool:
    """Tell whether the brackets hold an agency, not a party or an age."""
    place = found["place"] or ""
    if len(place.split()) > 8 or place[:1].islower() or _PARTY.match(found["agency"]):
        return False
    if patterns.agency.match(found["agency"]):
        return True
    named = any(character.isalpha() for character in found["agency"]) and not any(map(str.isdigit, found["agency"]))
    dated = "," in place and any(map(str.isdigit, place))
    return named and (dated or (":" not in found[0][-3:] and place.isupper()))


def _is_listed_agency(found: re.Match[str], patterns: ZonePatterns) -> bool:
    """Tell whether the brackets behind a date hold an agency that the pack lists."""
    return bool(patterns.agency.match(found["agency"])) and _has_agency(found, patterns)


def _holds_agency(found: re.Match[str], patterns: ZonePatterns) -> bool:
    """Tell whether an agency stands in an opening bracket or before "电", beside a place or a date."""
    inside = found["agency"]
    named = any(name in fold_word(inside) for name in patterns.agencies)
    return named and not patterns.agency_line.match(f"{inside} ")


def _has_date(found: re.Match[str], _: ZonePatterns) -> bool:
    """Tell whether a month or weekday stands by the number: "Jane Roe, 39 -" has none."""
    return len(found["place"].split()) <= 3 and sum(map(str.isalpha, found["date"])) > 2


def _has_place(found: re.Match[str], patterns: ZonePatterns) -> bool:
    """Tell whether the capitals can be a place: not a label such as UPDATE, not two letters."""
    words = found["place"].split()
    if len(words) > (2 if ":" in found[0] else 5) or sum(map(str.isalpha, found["place"])) < 3:
        return False
    return fold_word(found["place"]) not in patterns.labels
