"""What an entity is: as it is written in a TOML table (EntitySource) and as it is used (Entity)."""

import tomllib
from typing import Literal

import msgspec

from hearsay.errors import PackError
from hearsay.packs.schema import Section
from hearsay.records import MentionKind, Record
from hearsay.text.folding import Folded

# The folders of the shipped tables, and what stands in each unless a table says otherwise.
FOLDERS = {
    "places": MentionKind.PLACE,
    "people": MentionKind.PERSON,
    "organisations": MentionKind.ORGANISATION,
    "newsrooms": MentionKind.OUTLET,
}
BAR = " | "

Forms = dict[str, tuple[str, ...]]


class Office(Record, frozen=True, omit_defaults=True, rename={"start": "from", "end": "until"}):
    """What a person was, of which state or body, and when; a date is only as precise as it is known, "" is open."""

    role: str
    of: str
    start: str = ""
    end: str = ""


class EntitySource(Section, frozen=True):
    """One entity as it is written; forms of a name stand between bars, the usual one first."""

    names: dict[str, str] = {}
    short: dict[str, str] = {}  # forms that are common words or others' names too
    adjectives: dict[str, str] = {}  # Russian, Russians
    kind: MentionKind | None = None  # where it is not the folder's own
    code: str | None = None  # ISO 3166-1 code, of states only
    country: str | None = None  # a state's code
    capital_of: str | None = None
    seat_of: str | None = None
    domains: str = ""
    gender: Literal["male", "female"] | None = None
    offices: tuple[Office, ...] = ()
    wikidata: str | None = None  # where the table bears an id of our own
    replace: bool = False  # in users' own files: the shipped table of this id does not count


class Entity(Record, frozen=True, omit_defaults=True):
    """Who or what a name can name; every reference to a state or body is an entity's id."""

    id: str
    kind: MentionKind
    names: Forms
    short: Forms = {}
    adjectives: Forms = {}
    code: str | None = None
    country: str | None = None
    capital_of: str | None = None
    seat_of: str | None = None
    domains: tuple[str, ...] = ()
    gender: Literal["male", "female"] | None = None
    offices: tuple[Office, ...] = ()
    wikidata: str | None = None
    stands_alone: bool = False  # a user's own: the shipped names of this id do not count

    @property
    def is_state(self) -> bool:
        """Tell whether the entity can act as a government."""
        return self.code is not None


def decode_entities(text: str, where: str) -> dict[str, EntitySource]:
    """Decode one file strictly; PackError names the file and the entry."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{where}: {error}. Each entity is one table, as in the files beside it.") from error
    return {name: decode_entity(table, f"{where}, [{name}]") for name, table in tables.items()}


def decode_entity(table: object, where: str) -> EntitySource:
    """Decode one table strictly; PackError says what is allowed."""
    try:
        source = msgspec.convert(table, EntitySource)
    except msgspec.ValidationError as error:
        raise PackError(f"{where}: {error}. {_describe_allowed(str(error))}") from error
    if not source.names and not source.short:
        raise PackError(f"{where}: an entity without a name; write at least one of names.en, names.bn, short.en …")
    return source


def _describe_allowed(complaint: str) -> str:
    """Tell what is allowed where the decoder complained."""
    if "$.kind" in complaint:
        return f"Allowed kinds are: {', '.join(MentionKind)}."
    if "$.gender" in complaint:
        return "Allowed are male and female."
    if "$.offices" in complaint:
        return (
            'An office is { role = "…", of = "a state\'s code or an id", from = "YYYY-MM-DD", until = "YYYY-MM-DD" }.'
        )
    if any(field in complaint for field in ("$.names", "$.short", "$.adjectives")):
        return 'Names stand by language, as text with bars between them: names.en = "Harbour Wire | The Harbour Wire".'
    return f"Allowed keys are: {', '.join(EntitySource.__struct_fields__)}."


def make_entity(name: str, source: EntitySource, kind: MentionKind, ids: dict[str, str]) -> Entity:
    """Split the forms and lead codes of states to ids."""
    return Entity(
        id=name,
        kind=source.kind or kind,
        names=split_forms(source.names),
        short=split_forms(source.short),
        adjectives=split_forms(source.adjectives),
        code=source.code,
        country=_id_of(source.country, ids),
        capital_of=_id_of(source.capital_of, ids),
        seat_of=_id_of(source.seat_of, ids),
        domains=tuple(source.domains.split()),
        gender=source.gender,
        offices=tuple(msgspec.structs.replace(office, of=ids.get(office.of, office.of)) for office in source.offices),
        wikidata=source.wikidata,
        stands_alone=source.replace,
    )


def split_forms(forms: dict[str, str]) -> Forms:
    """Split and fold the forms of a name, by language."""
    return {language: tuple(Folded(text).text.split(BAR)) for language, text in forms.items()}


def _id_of(reference: str | None, ids: dict[str, str]) -> str | None:
    return ids.get(reference, reference) if reference else None


def references_of(entity: Entity) -> tuple[str, ...]:
    """List the ids that an entity refers to."""
    named = (entity.country, entity.capital_of, entity.seat_of, *(office.of for office in entity.offices))
    return tuple(reference for reference in named if reference)
