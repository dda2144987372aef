"""Entities as they are written: persons, places, organisations and newsrooms with names in every script, in TOML.

One table an entity, named by its Wikidata id where that is known (SOURCES.md says whence the data are).
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Literal

import msgspec

from hearsay.errors import PackError
from hearsay.packs.schema import Section
from hearsay.records import MentionKind, Record
from hearsay.text.folding import Folded

FOLDERS = {
    "places": MentionKind.PLACE,
    "people": MentionKind.PERSON,
    "organisations": MentionKind.ORGANISATION,
    "newsrooms": MentionKind.OUTLET,
}
_BAR = " | "

Forms = dict[str, tuple[str, ...]]


class Office(Record, frozen=True, rename={"start": "from", "end": "until"}):
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


class Entity(Record, frozen=True):
    """Who or what a name can name; every reference to a state or body is an entity's id."""

    id: str
    kind: MentionKind
    names: Forms
    short: Forms
    adjectives: Forms
    code: str | None = None
    country: str | None = None
    capital_of: str | None = None
    seat_of: str | None = None
    domains: tuple[str, ...] = ()
    gender: Literal["male", "female"] | None = None
    offices: tuple[Office, ...] = ()

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
    return {name: _decode_entity(table, f"{where}, [{name}]") for name, table in tables.items()}


def _decode_entity(table: object, where: str) -> EntitySource:
    try:
        source = msgspec.convert(table, EntitySource)
    except msgspec.ValidationError as error:
        raise PackError(f"{where}: {error}. See packs/entity_files.py for the keys of an entity.") from error
    if not source.names and not source.short:
        raise PackError(f"{where}: an entity without a name; write at least one of names.en, names.bn, short.en …")
    return source


@cache
def load_entities() -> Mapping[str, Entity]:
    """Load every bundled entity, by id (once a process)."""
    sources, kinds = _read_sources()
    ids = {source.code: name for name, source in sources.items() if source.code}
    entities = {name: _make_entity(name, source, kinds[name], ids) for name, source in sources.items()}
    _check_references(entities)
    return MappingProxyType(entities)


def _read_sources() -> tuple[dict[str, EntitySource], dict[str, MentionKind]]:
    """Read all files of all folders; an id that stands twice is an error."""
    sources: dict[str, EntitySource] = {}
    kinds: dict[str, MentionKind] = {}
    for folder, kind in FOLDERS.items():
        for file in _toml_files(files("hearsay.packs") / folder):
            where = f"packs/{folder}/{file.name}"
            for name, source in decode_entities(file.read_text(encoding="utf8"), where).items():
                if name in sources:
                    raise PackError(f"{where}, [{name}]: this id stands already in another file; keep one of the two.")
                sources[name] = source
                kinds[name] = source.kind or kind
    return sources, kinds


def _toml_files(folder: Traversable) -> Iterator[Traversable]:
    yield from sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


def _make_entity(name: str, source: EntitySource, kind: MentionKind, ids: dict[str, str]) -> Entity:
    """Split the forms and lead codes of states to ids."""
    return Entity(
        id=name,
        kind=kind,
        names=_split_forms(source.names),
        short=_split_forms(source.short),
        adjectives=_split_forms(source.adjectives),
        code=source.code,
        country=_id_of(source.country, ids),
        capital_of=_id_of(source.capital_of, ids),
        seat_of=_id_of(source.seat_of, ids),
        domains=tuple(source.domains.split()),
        gender=source.gender,
        offices=tuple(msgspec.structs.replace(office, of=ids.get(office.of, office.of)) for office in source.offices),
    )


def _split_forms(forms: dict[str, str]) -> Forms:
    return {language: tuple(Folded(text).text.split(_BAR)) for language, text in forms.items()}


def _id_of(reference: str | None, ids: dict[str, str]) -> str | None:
    return ids.get(reference, reference) if reference else None


def _check_references(entities: Mapping[str, Entity]) -> None:
    """Raise PackError where an entity refers to one that is not there."""
    for entity in entities.values():
        references = [entity.country, entity.capital_of, entity.seat_of, *(office.of for office in entity.offices)]
        for reference in references:
            if reference and reference not in entities:
                raise PackError(
                    f"[{entity.id}] refers to '{reference}', which no file holds; use a state's code or an id."
                )


@cache
def load_standard_names(language: str) -> Mapping[str, tuple[str, ...]]:
    """Load the names of states and cities that CLDR has in a language (tools/build_places.py), by id."""
    return _load_names(("places", "cldr", f"{language}.toml"))


@cache
def load_press_names(language: str) -> Mapping[str, tuple[str, ...]]:
    """Load the names that the press of a language uses (packs/names), by id; English and Bengali stand in the tables."""
    return _load_names(("names", f"{language}.toml"))


def _load_names(path: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Read one file of names; they lie apart by language, so that a reader of two does not wait for twenty."""
    file = files("hearsay.packs").joinpath(*path)
    if not file.is_file():
        return {}
    tables = tomllib.loads(file.read_text(encoding="utf8"))
    return {name: tuple(Folded(text).text.split(_BAR)) for name, text in tables.items()}


def names_of(entity: Entity, language: str) -> tuple[str, ...]:
    """Return an entity's names in a language, those of the press first, then those of CLDR."""
    names = entity.names.get(language, ()) + load_press_names(language).get(entity.id, ())
    standard = load_standard_names(language).get(entity.id, ())
    short = entity.short.get(language, ())
    return tuple(dict.fromkeys(name for name in names + standard if name not in short))
