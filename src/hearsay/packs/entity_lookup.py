"""Looking entities up: by id or by any name in any language, and all names that one has."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from hearsay.packs.entity_files import load_entities, names_of
from hearsay.packs.entity_schema import Entity, Forms
from hearsay.packs.loading import list_languages
from hearsay.records import MentionKind
from hearsay.text.folding import Folded


@cache
def list_name_languages() -> tuple[str, ...]:
    """Return the codes of all languages that shipped names are written in, with or without a pack."""
    press = (file.name for file in (files("hearsay.packs") / "names").iterdir())
    return tuple(sorted({*list_languages(), *(name.removesuffix(".toml") for name in press if name.endswith(".toml"))}))


def all_names_of(entity: Entity) -> Forms:
    """Return an entity's names by language: the press's, CLDR's, and the short ones last."""
    languages = sorted({*list_name_languages(), *entity.names, *entity.short})
    named = {code: names_of(entity, code) + entity.short.get(code, ()) for code in languages}
    return {code: forms for code, forms in named.items() if forms}


def with_all_names(entity: Entity) -> Entity:
    """Put the names of all languages into the entity, as the commands show it."""
    return msgspec.structs.replace(entity, names=all_names_of(entity))


def find_entities(name: str) -> tuple[Entity, ...]:
    """Find the entities that have an id or a name (in any language), capitals and accents aside if nothing else fits.

    >>> [entity.id for entity in find_entities("রয়টার্স")]
    ['Q130879']
    """
    if name in load_entities():
        return (load_entities()[name],)
    written = Folded(name.strip()).text
    exact = tuple(entity for entity in load_entities().values() if written in _forms_of(entity))
    plain = _plain(written)
    return exact or tuple(
        entity for entity in load_entities().values() if plain in {_plain(form) for form in _forms_of(entity)}
    )


def _forms_of(entity: Entity) -> frozenset[str]:
    """Gather every form by which an entity is found, people's words (Russian) included."""
    adjectives = {form for forms in entity.adjectives.values() for form in forms}
    return frozenset(adjectives.union(*all_names_of(entity).values()))


def _plain(form: str) -> str:
    letters = unicodedata.normalize("NFD", form.casefold())
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn" or ord(letter) > 0x370)


def list_entities(kind: MentionKind | None = None) -> Iterator[Entity]:
    """List the entities, those of one kind or all."""
    yield from (entity for entity in load_entities().values() if kind in (None, entity.kind))
