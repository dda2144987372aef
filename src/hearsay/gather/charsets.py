"""Charsets: bytes of the web become text: what they are, what they declare, or what they look like (WHATWG Encoding).

Old Bengali pages set Latin letters in a font that draws them as Bengali (Bijoy, SutonnyMJ): that is no text, and refused.
"""

import codecs
import re
from collections.abc import Iterator

from hearsay.gather.charset_guess import guess_charset
from hearsay.gather.refusals import Reason, make_error

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_META = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{1,200}encoding\s*=\s*[\"']([\w:.-]{2,40})[\"']", re.IGNORECASE)
_HEAD = 8192
# What browsers take a name for, where that is more than the name says: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {
    **dict.fromkeys(["gb2312", "gbk", "gb18030", "hz-gb-2312", "x-gbk"], "gb18030"),
    **dict.fromkeys(["iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"], "cp1252"),
    **dict.fromkeys(["shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"], "cp932"),
    **dict.fromkeys(["euc-kr", "ks_c_5601-1987", "ksc5601", "windows-949"], "cp949"),
    **dict.fromkeys(["tis-620", "iso-8859-11", "windows-874"], "cp874"),
    **dict.fromkeys(["iso-8859-9", "latin5"], "cp1254"),
    "big5": "big5hkscs",
    "x-user-defined": "cp1252",
    "unicode": "utf-16",
}
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]{0,2000}>|&#?\w{1,10};", re.DOTALL | re.IGNORECASE)
# Bytes of a page that a charset is guessed by.
_ENOUGH = 60_000
# Of a page that says UTF-8 and is it but for a few bytes (a cut title, a foreign comment): more are another charset.
_SHARE_BROKEN = 0.002
# In Bijoy the vowel signs that stand before their consonant are daggers before a letter: "†KvUv", "‡`k". Nothing else
# writes so, and nearly every Bengali sentence does. The share is of words.
_DAGGERED = re.compile(r"[†‡][A-Za-z`~À-ÿ¯°³·¸º»]")
_LEGACY_FONTS = re.compile(
    r"font[^<>;\"]{0,40}[\"':=\s](?:sutonny\w*|bijoy\w*|solaimanlipi-?ansi|tonnybanglamj)", re.IGNORECASE
)
_SHARE_DAGGERED = 0.04


def decode_bytes(content: bytes, *, declared: str | None = None) -> str:
    """Decode bytes: a byte order mark, UTF-8 if they are it, the header's charset, the page's own, the likeliest.

    GatherError if nothing fits. UTF-8 goes before what is declared: text of another charset is hardly ever valid UTF-8,
    and many servers declare what is not so.
    """
    mark = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    for name in [mark] if mark else ["utf-8", *find_declared(content, declared)]:
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _decode_nearly(content) or _decode_guessed(content)


def find_declared(content: bytes, declared: str | None) -> Iterator[str]:
    """Yield the charsets that are declared, by the header first, as Python knows them."""
    head = content[:_HEAD]
    found = (match[1].decode("ascii", "ignore") for match in (_META.search(head), _XML.search(head)) if match)
    for name in (declared, *found):
        if name and (known := find_codec(name)):
            yield known


def find_codec(label: str) -> str | None:
    """Find the codec that a label means; None if there is none, or none of text.

    >>> find_codec("GB2312"), find_codec(" windows-1251"), find_codec("base64")
    ('gb18030', 'cp1251', None)
    """
    label = label.strip().strip("\"'").lower()
    try:
        found = codecs.lookup(_MEANT.get(label, label))
    except (LookupError, ValueError):
        return None
    return found.name if found._is_text_encoding else None


def _decode_nearly(content: bytes) -> str | None:
    """Decode UTF-8 with a few broken bytes, or None if there are more than a few."""
    text = content.decode("utf-8", "replace")
    beyond = sum(character > "\x7f" for character in text)
    broken = text.count("\ufffd")
    return text if broken <= max(1, _SHARE_BROKEN * len(text)) and beyond > 10 * broken else None


def _decode_guessed(content: bytes) -> str:
    """Decode by what the bytes look like."""
    # Markup is ASCII in every charset and only dilutes the letters that tell them apart.
    letters = _MARKUP.sub(b" ", content[:_ENOUGH])
    guessed = guess_charset(letters)
    return content.decode(guessed, "replace") if guessed else _refuse()


def _refuse() -> str:
    """Refuse bytes of which nobody can say what they are."""
    raise make_error(Reason.ENCODING, "its charset is declared nowhere and cannot be told; save it as UTF-8.")


def check_legacy(text: str) -> None:
    """Refuse text whose letters are Bengali only in the font that it was set in."""
    if "†" not in text and "‡" not in text and not _LEGACY_FONTS.search(text):
        return
    words = re.sub(r"<(script|style)\b.*?</\1\s*>|<[^>]{0,2000}>", " ", text, flags=re.DOTALL | re.I).split()
    daggered = sum(_DAGGERED.search(word) is not None for word in words)
    if daggered >= max(3, _SHARE_DAGGERED * len(words)):
        raise make_error(
            Reason.LEGACY_FONT,
            "its letters are Bengali only in an old font (Bijoy, SutonnyMJ) and no Unicode; convert the text to "
            "Unicode (any Bijoy-to-Unicode converter does) and read that.",
        )
