"""Checking users' own entities: every problem of every file at once, where loading stops at the first."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from hearsay.errors import PackError
from hearsay.packs.entity_files import load_shipped_entities, names_of
from hearsay.packs.entity_schema import Entity, EntitySource, decode_entity
from hearsay.packs.own_entities import OwnEntity, find_complaints, find_own_files, make_own_entities, read_own_text
from hearsay.records import Record


class EntityCheck(Record, frozen=True):
    """What a check found: how many tables there are, what is wrong, and what somebody should know."""

    tables: int
    problems: tuple[str, ...]
    notes: tuple[str, ...]


def check_own_entities(path: Path) -> EntityCheck:
    """Check a file or folder of users' own entities."""
    own: dict[str, OwnEntity] = {}
    problems: list[str] = []
    for file in find_own_files(path):
        for name, read in _read_tables(file):
            if isinstance(read, str):
                problems.append(read)
            elif name in own:
                problems.append(f"{read.where}: this id stands already in {own[name].where}; keep one of the two.")
            else:
                own[name] = read
    made, complaints = _make_all(own)
    return EntityCheck(len(own), (*problems, *complaints), tuple(_find_clashes(made, own)))


def _read_tables(file: Path) -> Iterator[tuple[str, OwnEntity | str]]:
    """Read the tables of a file one by one; what is wrong with one is told in its place."""
    try:
        tables = tomllib.loads(read_own_text(file))
    except (PackError, tomllib.TOMLDecodeError) as error:
        yield "", str(error) if isinstance(error, PackError) else f"{file}: {error}. An entity file is TOML."
        return
    for name, table in tables.items():
        where = f"{file}, [{name}]"
        try:
            yield name, OwnEntity(decode_entity(table, where), where)
        except PackError as error:
            yield name, str(error)


def _make_all(own: dict[str, OwnEntity]) -> tuple[dict[str, Entity], list[str]]:
    """Make every entity that can be made, with all that is wrong with them."""
    shipped = load_shipped_entities()
    made: dict[str, Entity] = {}
    problems: list[str] = []
    for name, table in own.items():
        try:
            made |= make_own_entities(shipped, {name: table}, codes_of=own)
        except PackError as error:
            problems.append(str(error))
    entities = {**shipped, **made}
    problems += [problem for name in made for problem in find_complaints(made[name], own[name], entities)]
    return made, problems


def _find_clashes(made: dict[str, Entity], own: dict[str, OwnEntity]) -> Iterator[str]:
    """Find names that another entity bears too: which one is meant will then hang on the rest of the report."""
    others = {**load_shipped_entities(), **made}
    for code in sorted({code for table in own.values() for code in table.source.names}):
        bearers: dict[str, list[str]] = {}
        for entity in others.values():
            for form in names_of(entity, code):
                bearers.setdefault(form, []).append(entity.id)
        for name, table in own.items():
            yield from _find_clashes_of(name, table, code, bearers) if name in made else ()


def _find_clashes_of(name: str, table: OwnEntity, code: str, bearers: dict[str, list[str]]) -> Iterator[str]:
    for form in _forms_in(table.source, code):
        if others := [other for other in bearers.get(form, ()) if other != name]:
            yield (
                f"{table.where}: '{form}' is a name of {', '.join(others)} too; if that is meant, put it under "
                f"short.{code}, or give the table that id."
            )


def _forms_in(source: EntitySource, code: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in source.names.get(code, "").split("|"))
