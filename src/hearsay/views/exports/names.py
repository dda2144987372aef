"""Names that other formats know things by: addresses of our ids, of Wikidata's, and codes in three letters."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from hearsay.records import Link, Origin, SourceKind, digest

_WIKIDATA = "http://www.wikidata.org/entity/"
# What an id may be in FollowTheMoney, and unescaped in PROV-N and in a URN.
_PLAIN = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?")


def name_urn(kind: str, identity: str) -> str:
    """Name one of our things for the whole world (RFC 8141).

    >>> name_urn("claim", "1a2b")
    'urn:hearsay:claim:1a2b'
    """
    return f"urn:hearsay:{kind}:{quote(identity, safe='')}"


def name_plainly(identity: str) -> str:
    """Give an id that every format takes: itself if it is plain, else a digest; users' own ids of reports may be anything.

    >>> name_plainly("r-1"), name_plainly("my report.txt")
    ('r-1', '6817795b19eb619c')
    """
    return identity if _PLAIN.fullmatch(identity) else digest(identity)


def name_source(source: Link | Origin) -> str:
    """Name a source: the id of its entity, else a digest of what it is and is called.

    >>> name_source(Link(SourceKind.AGENCY, "Reuters", "Q130879"))
    'Q130879'
    """
    return name_plainly(source.entity) if source.entity else digest(source.kind.value, source.name)


def is_named(source: Link | Origin) -> bool:
    """Tell whether a source is somebody who can be found: not unnamed, not a document, not no one."""
    return bool(source.name) and source.kind not in (SourceKind.ANONYMOUS, SourceKind.NONE, SourceKind.DOCUMENT)


def find_wikidata(entity: str | None) -> str | None:
    """Find the address of an entity in Wikidata; ids of our own (hs-…) have none.

    >>> find_wikidata("Q130879"), find_wikidata("hs-1")
    ('http://www.wikidata.org/entity/Q130879', None)
    """
    return f"{_WIKIDATA}{entity}" if is_wikidata(entity) else None


def is_wikidata(entity: str | None) -> bool:
    """Tell whether an id is one of Wikidata."""
    return bool(entity) and str(entity)[0] == "Q" and str(entity)[1:].isdecimal()


@cache
def load_codes() -> Mapping[str, Mapping[str, str]]:
    """Load the codes in three letters by those in two: countries and languages."""
    given = tomllib.loads((files("hearsay.views.exports") / "codes.toml").read_text(encoding="utf8"))
    return {name: dict(pair.split("=") for pair in pairs.split()) for name, pairs in given.items()}
