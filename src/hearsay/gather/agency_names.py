"""Names of agencies in all scripts: they sign texts and pictures in any language."""

import re
from functools import cache

from hearsay.packs.entities import load_entities
from hearsay.records import MentionKind

_PARTS = re.compile(r"[\s,;/|()\[\]–—-]+")
_MOST_WORDS = 5


def is_agency(name: str) -> bool:
    """Tell whether a name is that of an agency.

    >>> is_agency("Reuters"), is_agency("Mara Venn")
    (True, False)
    """
    return name.strip(" ().").casefold() in _agency_names()


def names_agency(line: str) -> bool:
    """Tell whether an agency's name stands in a short line, as words of their own.

    >>> names_agency("mit dpa"), names_agency("MANILA, AFP"), names_agency("and then nobody came")
    (True, True, False)
    """
    words = [word.strip(".:") for word in _PARTS.split(line.casefold()) if word.strip(".:")]
    spans = (words[start:end] for start in range(len(words)) for end in range(start + 1, start + _MOST_WORDS))
    return any(" ".join(span) in _agency_names() for span in spans)


@cache
def _agency_names() -> frozenset[str]:
    """Return the names of all agencies, small."""
    agencies = (entity for entity in load_entities().values() if entity.kind is MentionKind.AGENCY)
    return frozenset(name.casefold() for entity in agencies for forms in entity.names.values() for name in forms)
