"""Charsets that nobody declared: each that may be meant is tried, and judged by whether letters come out.

Wrong charsets show in four ways: bytes without a meaning, signs in the midst of words, capitals behind small letters, and
ideographs that hardly anybody uses (the second level of each national standard). Of what is left, the charset is right in
which the text is in a language that is written in it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hearsay.packs.identification import identify

# Letters that are judged; more changes nothing, and costs time.
_SAMPLE = 3000
# The share of the letters beyond ASCII that may look wrong.
_MOST_WRONG = 0.08
# Two charsets that differ by less are told apart by the language.
_NEAR = 0.02
_FEWEST_BYTES = 4
# Letters in which a sentence begins somewhere.
_ENOUGH = 40
# Of bytes: a cut letter at the end, a foreign comment.
_MOST_BROKEN = 0.02
_SHARE_OF_KANA = 0.15
_KANA = re.compile("[ぁ-ヺ]")
_IDEOGRAPH = re.compile("[一-鿿]")
_HANGUL = re.compile("[가-힣]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")


class Charset(NamedTuple):
    """A charset, the languages it was made for, and for ideographs the standard whose first level is in daily use."""

    name: str
    languages: frozenset[str]
    standard: str | None = None
    last_lead: int = 0  # of the first level


def _charset(name: str, languages: str, standard: str | None = None, last_lead: int = 0) -> Charset:
    """Make a charset."""
    return Charset(name, frozenset(languages.split()), standard, last_lead)


# The commonest of those that give the same letters stands first.
_EAST_ASIAN = (
    _charset("euc_jp", "ja", "euc_jp", 0xCF),
    _charset("cp932", "ja", "euc_jp", 0xCF),
    _charset("cp949", "ko", "euc_kr", 0xC8),
    _charset("gb18030", "zh", "gb2312", 0xD7),
    _charset("big5hkscs", "zh", "big5", 0xC6),
)
_OTHERS = (
    _charset("cp1251", "ru uk bg sr be"),
    _charset("cp1252", "en es fr de pt it sv fi is nl da no id ca"),
    # Before Windows-1250, whose own letters stand where ISO 8859-2 has none, while all of the latter mean something there.
    _charset("iso8859_2", "pl cs sk hu hr ro"),
    _charset("cp1250", "pl cs sk hu hr ro"),
    _charset("koi8_r", "ru bg"),
    _charset("koi8_u", "uk"),
    _charset("cp1254", "tr"),
    _charset("cp1256", "ar fa ur"),
    _charset("cp1253", "el"),
    _charset("cp1255", "he"),
    _charset("cp874", "th"),
    _charset("cp1258", "vi"),
    # Languages that cannot be told here: taken where the letters fit nothing else.
    _charset("cp1257", ""),
)


def guess_charset(content: bytes) -> str | None:
    """Guess the charset of text without markup; None if nothing fits."""
    if len(_CONTROLS.findall(content)) > _MOST_BROKEN * len(content):
        return None
    if sum(byte > 0x7F for byte in content) < _FEWEST_BYTES:
        return "cp1252"
    for found in (_best(content, _EAST_ASIAN), _best(content, _OTHERS)):
        if found:
            return found
    return None


def _best(content: bytes, charsets: tuple[Charset, ...]) -> str | None:
    """Return the charset in which least is wrong and the language fits."""
    judged = [(wrong, place, text) for place, text, wrong in _judge_all(content, charsets) if wrong <= _MOST_WRONG]
    if not judged:
        return None
    least = min(wrong for wrong, _, _ in judged)
    near = sorted((place, text) for wrong, place, text in judged if wrong <= least + _NEAR)
    fitting = (place for place, text in near if identify(text).language in charsets[place].languages)
    unnamed = (place for place, _ in near if not charsets[place].languages)
    first = near[0][0] if near[0][0] in {place for wrong, place, _ in judged if wrong == least} else None
    return next((charsets[place].name for place in (*fitting, *unnamed, *([] if first is None else [first]))), None)


def _judge_all(content: bytes, charsets: tuple[Charset, ...]) -> Iterator[tuple[int, str, float]]:
    """Yield the charsets that the bytes have a meaning in, with the letters and the share of what looks wrong."""
    for place, charset in enumerate(charsets):
        text = content.decode(charset.name, "replace")
        if text.count("\ufffd") > max(1, _MOST_BROKEN * len(text)):
            continue
        letters = [letter for letter in text if letter > "\x7f"][:_SAMPLE]
        wrong = _count_rare(letters, charset) if charset.standard else _count_wrong(text)
        yield place, text, wrong / max(1, len(letters))


def _count_rare(letters: list[str], charset: Charset) -> float:
    """Count what hardly stands in East Asian text; a text without the syllables of its language is wrong whole."""
    text = "".join(letters)
    kana, ideographs, hangul = (len(kind.findall(text)) for kind in (_KANA, _IDEOGRAPH, _HANGUL))
    all_letters = kana + ideographs + hangul
    is_other = {
        "ja": kana < _SHARE_OF_KANA * all_letters,
        "ko": hangul < all_letters / 2,
        "zh": kana + hangul > _MOST_WRONG * all_letters,
    }
    if all_letters < len(letters) / 2 or any(is_other[language] for language in charset.languages):
        return float(len(letters))
    rare = sum(not _is_common(letter, charset.standard or "", charset.last_lead) for letter in letters)
    return rare / 2 + len(_HALF_WIDTH.findall(text))


@cache
def _is_common(letter: str, standard: str, last_lead: int) -> bool:
    """Tell whether a letter stands in the first level of a national standard, or in a row of its signs."""
    try:
        return letter.encode(standard)[0] <= last_lead
    except UnicodeEncodeError:
        return False


def _count_wrong(text: str) -> float:
    """Count what is wrong in alphabetic text: signs inside words, capitals behind small letters, letters of two scripts."""
    beyond = [letter for letter in text if letter > "\x7f" and letter.isalpha()][:_SAMPLE]
    if len(beyond) > sum(letter.isalpha() for letter in text) / 2 and _lacks_case(beyond):
        return float(len(beyond))
    wrong = 0.0
    seen = 0
    for before, letter, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        if letter <= "\x7f":
            continue
        seen += 1
        wrong += _judge_letter(before, letter, after)
        if seen >= _SAMPLE:
            break
    return wrong


def _lacks_case(letters: list[str]) -> bool:
    """Tell whether a text in a script that has capitals has none, or hardly others: it is Hebrew, taken for Cyrillic."""
    small, capitals = sum(map(str.islower, letters)), sum(map(str.isupper, letters))
    return len(letters) >= _ENOUGH and small + capitals > 0 and (not capitals or capitals > small)


def _judge_letter(before: str, letter: str, after: str) -> float:
    """Tell how wrong a letter beyond ASCII looks between its neighbours."""
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Cn", "Co"):
        return 2.0
    if kind[0] not in "LM":
        return float(before.isalpha() and after.isalpha() and letter not in "’‘·'\xad\u200c\u200d")
    if kind == "Lu" and before.islower():
        return 1.0
    has_neighbour = before.isalpha() and kind != "Mn"
    return float(has_neighbour and _script(before) != _script(letter))


@cache
def _script(letter: str) -> str:
    """Return the script of a letter by the first word of its name."""
    return "LATIN" if letter <= "\x7f" or letter in "ªº" else unicodedata.name(letter, "").partition(" ")[0]
