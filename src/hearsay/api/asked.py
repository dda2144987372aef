"""What can be asked for: the parameters of every address, as strict records (an unknown one is an error, not ignored)."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

import msgspec

from hearsay.api.problems import Problem
from hearsay.ledger.pages import LAST, Key
from hearsay.records import SourceKind, Verdict

Word = Annotated[str, msgspec.Meta(max_length=300)]
Cursor = Annotated[str, msgspec.Meta(max_length=2000)]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="2023, 2023-09 or 2023-09-05")]
AskedForm = TypeVar("AskedForm", bound="Asked")


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every list can be asked for."""

    limit: Annotated[int, msgspec.Meta(ge=1, le=200, description="how many at most")] = 50
    cursor: Annotated[Cursor | None, msgspec.Meta(description="'next' of the page before")] = None
    fields: Annotated[Word | None, msgspec.Meta(description="only these fields: id,text")] = None
    format: Annotated[Literal["json", "csv"], msgspec.Meta(description="JSON, or rows for a spreadsheet")] = "json"

    @property
    def after(self) -> Key | None:
        """Give the key to go on after."""
        return read_cursor(self.cursor) if self.cursor else None


class Dated(Asked, frozen=True, kw_only=True):
    """A list by time."""

    since: Annotated[Day | None, msgspec.Meta(description="no older than this day, month or year")] = None
    until: Annotated[Day | None, msgspec.Meta(description="no newer than this day, month or year")] = None

    def begin(self, second: str | int) -> Key | None:
        """Give the key to go on after; a last day is a key before all that is newer."""
        return self.after or ((self.until + LAST, second) if self.until else None)


class ReportsAsked(Dated, frozen=True, kw_only=True):
    """Reports, newest first."""

    lang: Word | None = None
    outlet: Word | None = None


class StoriesAsked(Dated, frozen=True, kw_only=True):
    """Stories, newest first."""

    lang: Word | None = None
    outlet: Word | None = None
    person: Annotated[Word | None, msgspec.Meta(description="the id of an entity, or a name")] = None
    place: Annotated[Word | None, msgspec.Meta(description="the id of an entity, or a name")] = None

    def facets(self) -> tuple[str, ...]:
        """Give the filters as facets."""
        given = {name: getattr(self, name) for name in ("lang", "outlet", "person", "place")}
        return tuple(f"{name}:{value}" for name, value in given.items() if value)


class ClaimsAsked(Dated, frozen=True, kw_only=True):
    """Claims, newest first; of a story, those in the most reports first."""

    story: Annotated[Word | None, msgspec.Meta(description="the id of a story")] = None
    denied: Annotated[bool, msgspec.Meta(description="only claims that somebody denies")] = False


class StatementsAsked(Asked, frozen=True, kw_only=True):
    """Statements, newest first; of one report, claim or source if told so."""

    report: Word | None = None
    claim: Word | None = None
    source: Annotated[Word | None, msgspec.Meta(description="the id of an entity, or a name")] = None

    def of(self) -> tuple[str | None, str | None]:
        """Give the one thing whose statements are asked for."""
        given = [(name, value) for name in ("report", "claim", "source") if (value := getattr(self, name))]
        if len(given) > 1:
            raise Problem(400, "Too much at once", f"give only one of {', '.join(name for name, _ in given)}.")
        return given[0] if given else (None, None)


class SourcesAsked(Asked, frozen=True, kw_only=True):
    """Sources, the one with the most statements first."""

    kind: SourceKind | None = None


class CopiesAsked(Asked, frozen=True, kw_only=True):
    """Copies, of all reports or of one."""

    report: Word | None = None


class SearchAsked(Asked, frozen=True, kw_only=True):
    """Statements that hold words, or a name in any script."""

    q: Annotated[str, msgspec.Meta(max_length=300, description="words; a phrase in quotation marks; a name")] = ""


class JudgementAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A judgement to keep."""

    verdict: Verdict
    a: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
    b: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]


class TextAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text to read; nothing of it is kept."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=400_000)]
    lang: Annotated[str, msgspec.Meta(pattern=r"^[a-zA-Z-]{2,16}$")] | None = None
    published: Day | None = None
    title: Word | None = None
    outlet: Word | None = None


def read_asked(form: type[AskedForm], given: Mapping[str, str]) -> AskedForm:
    """Read the parameters of an address; an empty one counts as not given, as forms send it.

    >>> read_asked(ReportsAsked, {"limit": "5", "lang": ""}).limit
    5
    """
    try:
        return msgspec.convert({name: value for name, value in given.items() if value != ""}, form, strict=False)
    except msgspec.ValidationError as error:
        known = ", ".join(form.__struct_fields__)
        raise Problem(400, "A parameter cannot be used", f"{error}. There are: {known}.") from error


def write_cursor(key: Key | None) -> str | None:
    """Write a key as a cursor; what it holds is nobody's business.

    >>> read_cursor(write_cursor(("2023-09", 5)))
    ('2023-09', 5)
    """
    return urlsafe_b64encode(msgspec.json.encode(key)).decode().rstrip("=") if key else None


def read_cursor(cursor: str) -> Key:
    """Read a cursor."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        key = msgspec.json.decode(urlsafe_b64decode(padded.encode("ascii")), type=tuple[str | int, ...])
    except (ValueError, msgspec.MsgspecError) as error:
        raise Problem(400, "The cursor is none", "take it from 'next' of a page, or leave it out to begin.") from error
    if not 1 <= len(key) <= 3:
        raise Problem(400, "The cursor is of another list", "leave it out to begin.")
    return key
