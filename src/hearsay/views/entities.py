"""Entities as a person reads them in a terminal: who a name is, in all languages, with offices and terms."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from hearsay.packs.entity_schema import Entity, Office
from hearsay.views.terminal import make_table

Entities = Mapping[str, Entity]


def show_entity(entity: Entity, entities: Entities) -> RenderableType:
    """Show one entity: what it is, then its names by language."""
    table = make_table()
    table.add_column("")
    table.add_column("names", ratio=1)
    for code, forms in entity.names.items():
        table.add_row(code, " | ".join(forms))
    lines = [Text(f"{name_entity(entity)} · {entity.kind}", style="bold"), *map(Text, _tell(entity, entities))]
    return Group(*lines, table)


def name_entity(entity: Entity, language: str = "en") -> str:
    """Name an entity in a language, else in English, else as it can be."""
    for forms in (entity.names, entity.short):
        if language in forms or "en" in forms:
            return forms.get(language, forms.get("en", ("",)))[0]
    return next(iter([*entity.names.values(), *entity.short.values()]))[0]


def _tell(entity: Entity, entities: Entities) -> Iterator[str]:
    """Tell what is known of an entity, a line each."""
    yield f"id {entity.id}" + (f" · Wikidata {entity.wikidata}" if entity.wikidata else "")
    parts = (
        ("code", entity.code),
        ("in", _name(entity.country, entities)),
        ("capital of", _name(entity.capital_of, entities)),
        ("stands for the government of", _name(entity.seat_of, entities)),
        ("domains", ", ".join(entity.domains)),
    )
    told = " · ".join(f"{what} {value}" for what, value in parts if value)
    yield from [told] if told else []
    yield from (tell_office(office, entities) for office in entity.offices)


def tell_office(office: Office, entities: Entities) -> str:
    """Tell an office with its term."""
    term = f"{office.start or 'an unknown day'} to {office.end or 'now, or an unknown day'}"
    return f"{office.role}, {_name(office.of, entities)}: {term}"


def _name(reference: str | None, entities: Entities) -> str:
    return name_entity(entities[reference]) if reference and reference in entities else ""


def show_entities(entities: Iterable[Entity], language: str) -> RenderableType:
    """Show many entities, a row each."""
    table = make_table()
    for name in ("id", "kind", "name"):
        table.add_column(name, ratio=1 if name == "name" else None)
    for entity in entities:
        table.add_row(entity.id, entity.kind.value, name_entity(entity, language))
    return table
