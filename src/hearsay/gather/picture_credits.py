"""The endings of captions that are credits, told without the words of any language: brackets, ©, "Foto: Jane Roe"."""

import re

from hearsay.gather.agency_names import is_agency

_TAIL = re.compile(r"(?:[(（\[][^()（）\[\]]{2,80}[)）\]]|(?:©|\([cC]\)|（Ｃ）|Ⓒ)\s*[^©]{2,80})\.?$")
# Letters are told by what they are not: Python's \w knows no vowel signs of Indic scripts.
_LABEL = r"[^\s\d:：.!?()\[\]|/,;–—\"“”„«»]{2,20}(?:\s[^\s\d:：.!?()\[\]|/,;–—\"“”„«»]{2,14})?"
# One or two words and a colon behind a sentence's end, or alone: "Foto: Jane Roe". A sentence does not follow.
_LABELLED = re.compile(
    rf"(?:^|(?<=[.!?…。।؟\"'”’»)\]|])\s*|\s[|•–—/-]\s*)(?P<credit>{_LABEL}\s?[:：]\s*[^.!?:。।]{{2,80}}?)\.?$"
)
_MARKED = re.compile(
    rf"^(?P<caption>.{{10,}}?)\s*(?:[|]\s*(?={_LABEL}:)|(?=©|\(c\)))(?P<credit>.{{3,100}})$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…。।]\s*(?=[^.!?…。।]{1,40}$)")
_SITE = re.compile(r"(?:copyright\b|©\s*(?:copyright\b|\d{4}))|.*all rights reserved", re.IGNORECASE)
_MOST_WORDS = 12
_LONGEST_JOINER = 4


def is_site_notice(text: str) -> bool:
    """Tell whether a text is the site's own copyright notice.

    >>> is_site_notice("© 2023 Example News"), is_site_notice("© Jane Roe")
    (True, False)
    """
    return bool(_SITE.match(text))


def split_ending(text: str) -> tuple[str, str]:
    """Split a caption from the credit that it ends with; the credit is empty where there is none.

    >>> split_ending("Guards at the gate. Foto: Jane Roe")
    ('Guards at the gate.', 'Foto: Jane Roe')
    """
    for pattern in (_TAIL, _LABELLED):
        found = pattern.search(text)
        if found:
            start = found.start("credit") if "credit" in pattern.groupindex else found.start()
            caption, credit = text[:start].strip(" |–—/-"), text[start:].strip()
            if _is_credit(credit, caption):
                return caption, credit
    end = _SENTENCE_END.search(text)
    if end and is_agency(text[end.end() :]):
        return text[: end.end()].strip(), text[end.end() :].strip()
    return text, ""


def _is_credit(credit: str, caption: str) -> bool:
    """Tell whether an ending can be a credit: names and no sentence; brackets need a mark of one, or a sentence's end."""
    words = credit.split()
    if credit[0].islower() or len(words) > _MOST_WORDS:
        return False
    if credit[0] in "([" and credit[-1] in ")].":
        return any(mark in credit for mark in "/:：©|") or not caption or caption[-1] in '.!?…。।؟"”»'
    label = next((place for place, word in enumerate(words) if word[-1] in ":：" or word in ":："), 0)
    return not any(word[0].islower() and len(word) > _LONGEST_JOINER for word in words[label + 1 :])


def split_marked(text: str) -> tuple[str, str] | None:
    """Split an alternative text from a credit that is marked as one: behind © or behind a bar and a label.

    >>> split_marked("Guards at the gate | Bild: Jane Roe"), split_marked("Guards at the gate")
    (('Guards at the gate', 'Bild: Jane Roe'), None)
    """
    found = _MARKED.match(text)
    return (found["caption"].strip(" |"), found["credit"].strip()) if found else None
