"""Entities of users' own: TOML files that the setting `entities` names, laid over the shipped tables.

A table under a new id adds an entity. A table under a shipped id adds to that entity: its names come first, a key that
it gives wins, and an office with the same role, state and beginning is replaced; `replace = true` starts from nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from hearsay.errors import PackError
from hearsay.packs.entity_schema import BAR, Entity, EntitySource, Forms, decode_entities, make_entity, references_of
from hearsay.records import MentionKind

_DATE = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_SINGLE = ("code", "country", "capital_of", "seat_of", "gender", "wikidata")


@dataclass(frozen=True)
class OwnEntity:
    """One table of a user's file, and where it stands."""

    source: EntitySource
    where: str


def find_own_files(path: Path) -> tuple[Path, ...]:
    """Find the files that a path names: the file itself, or all TOML files of a folder and those below it."""
    if path.is_dir():
        found = tuple(sorted(path.rglob("*.toml")))
        if not found:
            raise PackError(f"{path}: no TOML file is in this folder; an entity file is one table an entity.")
        return found
    return (path,)


def read_own_entities(path: Path) -> dict[str, OwnEntity]:
    """Read a file or folder of users' own entities; PackError says which file and entry is wrong."""
    own: dict[str, OwnEntity] = {}
    for file in find_own_files(path):
        for name, source in decode_entities(read_own_text(file), str(file)).items():
            where = f"{file}, [{name}]"
            if name in own:
                raise PackError(f"{where}: this id stands already in {own[name].where}; keep one of the two.")
            own[name] = OwnEntity(source, where)
    return own


def read_own_text(file: Path) -> str:
    """Read a file of entities; PackError says why it cannot be read."""
    try:
        return file.read_text(encoding="utf8")
    except OSError as error:
        raise PackError(
            f"{file} cannot be read: {error.strerror}; the setting 'entities' names a TOML file or a folder of them."
        ) from error
    except UnicodeDecodeError as error:
        raise PackError(f"{file} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error


def lay_over(shipped: Mapping[str, Entity], own: Mapping[str, OwnEntity]) -> dict[str, Entity]:
    """Lay users' own entities over the shipped ones; the first complaint is raised."""
    entities = {**shipped, **make_own_entities(shipped, own)}
    for name, table in own.items():
        for complaint in find_complaints(entities[name], table, entities):
            raise PackError(complaint)
    return entities


def make_own_entities(
    shipped: Mapping[str, Entity], own: Mapping[str, OwnEntity], *, codes_of: Mapping[str, OwnEntity] | None = None
) -> dict[str, Entity]:
    """Make the entities that users' tables speak of, shipped ones with what is added to them.

    A table may name a state by the code that another one of `codes_of` gives it.
    """
    ids = {entity.code: name for name, entity in shipped.items() if entity.code}
    ids |= {table.source.code: name for name, table in (codes_of or own).items() if table.source.code}
    return {name: _make_own_entity(name, table, shipped.get(name), ids) for name, table in own.items()}


def _make_own_entity(name: str, table: OwnEntity, shipped: Entity | None, ids: dict[str, str]) -> Entity:
    """Make one entity, on top of the shipped one unless that is to be replaced."""
    source = table.source
    if shipped is None and source.kind is None:
        raise PackError(f"{table.where}: a new entity needs a kind; allowed are: {', '.join(MentionKind)}.")
    entity = make_entity(name, source, shipped.kind if shipped else MentionKind.OTHER, ids)
    return _merge(shipped, entity) if shipped and not source.replace else entity


def _merge(shipped: Entity, own: Entity) -> Entity:
    """Add to a shipped entity what a user's table of the same id says."""
    single = {field: getattr(own, field) or getattr(shipped, field) for field in _SINGLE}
    known = {(office.role, office.of, office.start) for office in own.offices}
    offices = tuple(office for office in shipped.offices if (office.role, office.of, office.start) not in known)
    return msgspec.structs.replace(
        own,
        **single,
        names=_merge_forms(_without(shipped.names, own.short), own.names),
        short=_merge_forms(_without(shipped.short, own.names), own.short),
        adjectives=_merge_forms(shipped.adjectives, own.adjectives),
        domains=tuple(dict.fromkeys(own.domains + shipped.domains)),
        offices=own.offices + offices,
    )


def _merge_forms(shipped: Forms, own: Forms) -> Forms:
    """Put users' forms before the shipped ones of each language."""
    languages = dict.fromkeys((*shipped, *own))
    merged = {code: tuple(dict.fromkeys(own.get(code, ()) + shipped.get(code, ()))) for code in languages}
    return {code: forms for code, forms in merged.items() if forms}


def _without(forms: Forms, others: Forms) -> Forms:
    """Leave out forms that are now listed elsewhere: a name may be made short, and a short form a name."""
    return {code: tuple(form for form in given if form not in others.get(code, ())) for code, given in forms.items()}


def find_complaints(entity: Entity, table: OwnEntity, entities: Mapping[str, Entity]) -> Iterator[str]:
    """Find what is wrong with a user's entity: references, dates, domains, names."""
    for reference in references_of(entity):
        if reference not in entities:
            yield f"{table.where}: refers to '{reference}', which no table holds; use a state's ISO code or an id."
    for office in table.source.offices:
        yield from _check_office(office.start, office.end, table.where)
    for domain in table.source.domains.split():
        if not _DOMAIN.fullmatch(domain):
            yield f"{table.where}: '{domain}' is no domain; allowed is small letters with dots, like harbourwire.example."
    yield from _check_forms(table)


def _check_office(start: str, end: str, where: str) -> Iterator[str]:
    for date in (start, end):
        if not _DATE.fullmatch(date):
            yield f"{where}: '{date}' is no date of an office; allowed are YYYY-MM-DD, YYYY-MM and YYYY."
    if end and start > end:
        yield f"{where}: an office from {start} until {end} ends before it begins."


def _check_forms(table: OwnEntity) -> Iterator[str]:
    for field in ("names", "short", "adjectives"):
        for code, forms in getattr(table.source, field).items():
            wanted = BAR.join(form.strip() for form in forms.split("|"))
            if forms != wanted or not all(forms.split(BAR)):
                yield f"{table.where}: {field}.{code} is '{forms}'; forms stand between ' | ', none of them empty."
