"""Entities as they are loaded: persons, places, organisations and newsrooms with names in every script.

They are written in TOML, one table an entity (SOURCES.md says whence they are). Reading all that takes a tenth of a second,
so a compiled table lies beside them; it counts only while it is made of just those files (tools/build_entities.py).
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

import msgspec

from hearsay.errors import PackError
from hearsay.packs.entity_schema import (
    BAR,
    FOLDERS,
    Entity,
    EntitySource,
    Office,
    decode_entities,
    make_entity,
    references_of,
)
from hearsay.packs.own_entities import lay_over, read_own_entities
from hearsay.records import MentionKind, Record, digest
from hearsay.settings import load_settings
from hearsay.text.folding import Folded

__all__ = [
    "BAR",
    "FOLDERS",
    "Entity",
    "EntitySource",
    "Office",
    "compile_entities",
    "decode_entities",
    "load_adjectives",
    "load_entities",
    "load_press_names",
    "load_shipped_entities",
    "load_standard_names",
    "names_of",
]

COMPILED = "entities.jsonl"


class CompiledHead(Record, frozen=True):
    """The first line of the compiled table: the digest of the files that it was made of."""

    sources: str


@cache
def load_entities() -> Mapping[str, Entity]:
    """Load every entity, by id: the shipped ones, and over them those that the setting `entities` names."""
    shipped = load_shipped_entities()
    path = load_settings().entities
    return MappingProxyType(lay_over(shipped, read_own_entities(Path(path)))) if path else shipped


@cache
def load_shipped_entities() -> Mapping[str, Entity]:
    """Load every shipped entity, by id (once a process)."""
    texts = _read_texts()
    entities = _read_compiled(_digest_of(texts)) or read_tables(texts)
    return MappingProxyType({entity.id: entity for entity in entities})


def _read_texts() -> dict[str, str]:
    """Read the text of each file of entities, by folder and name."""
    folders = ((folder, files("hearsay.packs") / folder) for folder in FOLDERS)
    return {f"{name}/{file.name}": file.read_text(encoding="utf8") for name, folder in folders for file in _in(folder)}


def _in(folder: Traversable) -> Iterator[Traversable]:
    yield from sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


def _digest_of(texts: Mapping[str, str]) -> str:
    return digest(*(part for item in texts.items() for part in item))


def _read_compiled(sources: str) -> list[Entity]:
    """Read the compiled table; nothing if it was made of other files than those that are there."""
    file = files("hearsay.packs") / COMPILED
    if not file.is_file():
        return []
    head, _, lines = file.read_bytes().partition(b"\n")
    is_fresh = msgspec.json.decode(head, type=CompiledHead).sources == sources
    return msgspec.json.Decoder(Entity).decode_lines(lines) if is_fresh else []


def compile_entities() -> bytes:
    """Return the compiled table of the files as they are now: its head, then an entity a line."""
    texts = _read_texts()
    return msgspec.json.Encoder().encode_lines([CompiledHead(_digest_of(texts)), *read_tables(texts)])


def read_tables(texts: Mapping[str, str]) -> list[Entity]:
    """Make the entities of the files; an id that stands twice or is nowhere is an error."""
    sources: dict[str, tuple[EntitySource, MentionKind]] = {}
    for file, text in texts.items():
        for name, source in decode_entities(text, f"packs/{file}").items():
            if name in sources:
                raise PackError(f"packs/{file}, [{name}]: this id stands already in another file; keep one of the two.")
            sources[name] = (source, FOLDERS[file.partition("/")[0]])
    ids = {source.code: name for name, (source, _) in sources.items() if source.code}
    entities = [make_entity(name, source, kind, ids) for name, (source, kind) in sources.items()]
    _check_references(entities)
    return entities


def _check_references(entities: Iterable[Entity]) -> None:
    """Raise PackError where an entity refers to one that is not there."""
    known = {entity.id for entity in entities}
    for entity in entities:
        for reference in references_of(entity):
            if reference not in known:
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


@cache
def load_adjectives(language: str) -> Mapping[str, tuple[str, ...]]:
    """Load the words of nationality of a language (packs/adjectives), by state; see packs/nationalities.py."""
    return _load_names(("adjectives", f"{language}.toml"))


def _load_names(path: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Read one file of names; they lie apart by language, so that a reader of two does not wait for twenty."""
    file = files("hearsay.packs").joinpath(*path)
    if not file.is_file():
        return {}
    tables = tomllib.loads(file.read_text(encoding="utf8"))
    return {name: tuple(Folded(text).text.split(BAR)) for name, text in tables.items()}


def names_of(entity: Entity, language: str) -> tuple[str, ...]:
    """Return an entity's names in a language, those of the press first, then those of CLDR."""
    names = entity.names.get(language, ())
    short = entity.short.get(language, ())
    if not entity.stands_alone:
        names += load_press_names(language).get(entity.id, ()) + load_standard_names(language).get(entity.id, ())
    return tuple(dict.fromkeys(name for name in names if name not in short))
