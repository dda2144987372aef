"""The tables that a build from Wikidata writes: TOML as the shipped ones, which the setting `entities` can name.

Where a shipped entity is met, its id is used, so that the two are one. A name that several entities bear, or that is
also a word, is written under `short`: it counts only with support from the text.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from hearsay.packs.entity_files import load_shipped_entities, names_of
from hearsay.packs.entity_schema import BAR, Entity
from hearsay.packs.wikidata import Choice, Kept
from hearsay.records import MentionKind

HEADER = "# Made by `hearsay entities build` from a Wikidata dump (CC0). One table an entity; see docs/entities.md.\n"
# Shorter forms are initials or words more often than names.
_SHORTEST_SURE = 4


@dataclass
class Index:
    """What has to be known of all kept items before one can be written."""

    positions: dict[str, tuple[str, str]] = field(default_factory=dict)  # role and state of each
    ids: dict[str, str] = field(default_factory=dict)  # the id under which each is written
    bearers: dict[tuple[str, str], str] = field(default_factory=dict)  # of each name, or "" if there are several


def make_index(rows: Iterable[Kept], choice: Choice) -> Index:
    """Make the index of all that was kept."""
    index, shipped = Index(), _index_shipped()
    kinds = {selection.name: selection.kind for selection in choice.selections} | {"person": MentionKind.PERSON}
    for row in rows:
        if row.selection == "position":
            index.positions[row.id] = (row.role, row.of or "")
            continue
        index.ids[row.id] = _meet(row, kinds[row.selection], shipped)
        for language, forms in row.names.items():
            for form in forms:
                bearer = index.bearers.setdefault((language, form), index.ids[row.id])
                if bearer != index.ids[row.id]:
                    index.bearers[language, form] = ""
    for language, form, name in _shipped_names({language for language, _ in index.bearers}):
        if index.bearers.get((language, form), name) != name:
            index.bearers[language, form] = ""
    return index


def _shipped_names(languages: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for entity in load_shipped_entities().values():
        for language in languages:
            for form in names_of(entity, language):
                yield language, form, entity.id


def _index_shipped() -> dict[tuple[str, str], str]:
    """Index the shipped entities by what tells that an item is one of them; "" where that is not sure."""
    found: dict[tuple[str, str], str] = {}
    for entity in load_shipped_entities().values():
        keys = [
            ("id", entity.wikidata or entity.id),
            *((entity.kind.value, name) for name in entity.names.get("en", ())),
        ]
        keys += [("code", entity.code)] if entity.code else []
        keys += [("domain", domain) for domain in entity.domains]
        for key in keys:
            found[key] = entity.id if found.get(key, entity.id) == entity.id else ""
    return found


def _meet(row: Kept, kind: MentionKind, shipped: Mapping[tuple[str, str], str]) -> str:
    """Return the id of the shipped entity that an item is, by id, code, domain or English label; else its own id."""
    label = row.names.get("en", ("",))[0]
    keys = [("id", row.id), ("code", row.code or ""), *(("domain", domain) for domain in row.domains)]
    # A name says less than an id: it tells only of entities whose Wikidata id is not known.
    by_name = shipped.get((kind.value, label), "")
    met = next((shipped[key] for key in keys if shipped.get(key)), "")
    return met or (by_name if by_name.startswith("hs-") else "") or row.id


def write_table(row: Kept, index: Index, choice: Choice) -> tuple[str, str] | None:
    """Write the table of one item, with the file that it belongs to; None if nothing is left to be written."""
    selection = next((one for one in choice.selections if one.name == row.selection), None)
    offices = tuple(_find_offices(row, index, choice))
    if row.selection == "position" or (selection is None and not offices):
        return None
    entity = index.ids[row.id]
    sure, unsure = _part_names(row, index, choice)
    if not sure and not unsure:
        return None
    lines = [f"[{entity}]", *([f"wikidata = {_quote(row.id)}"] if entity != row.id else [])]
    lines.append(f"kind = {_quote(selection.kind.value if selection else MentionKind.PERSON.value)}")
    lines += [f"code = {_quote(row.code)}"] if row.code else []
    lines += [f"{key} = {_quote(of)}" for key in ("country", "capital_of") if (of := _refer(getattr(row, key), index))]
    lines += [f"names.{code} = {_quote(BAR.join(forms))}" for code, forms in sure.items()]
    lines += [f"short.{code} = {_quote(BAR.join(forms))}" for code, forms in unsure.items()]
    lines += [f"domains = {_quote(' '.join(row.domains))}"] if row.domains else []
    lines += [f"gender = {_quote(row.gender)}"] if row.gender else []
    lines += ["offices = [", *offices, "]"] if offices else []
    return (selection.file if selection else choice.people.file), "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    """Quote a text; what JSON escapes, TOML reads the same."""
    return msgspec.json.encode(text).decode()


def _refer(reference: str | None, index: Index) -> str:
    """Return the id of what is referred to, if there will be such an entity."""
    if not reference:
        return ""
    return index.ids.get(reference) or (reference if reference in load_shipped_entities() else "")


def _find_offices(row: Kept, index: Index, choice: Choice) -> Iterator[str]:
    """Write the offices among the positions that a person held, each term once."""
    told = set()
    for held in row.held:
        role, state = index.positions.get(held.position, ("", ""))
        of = _refer(state, index)
        is_late = not held.end or held.end >= choice.since
        is_in_order = not held.end or held.start[: len(held.end)] <= held.end
        if role and of and is_late and is_in_order and (role, of, held.start) not in told:
            told.add((role, of, held.start))
            term = f", from = {_quote(held.start)}" if held.start else ""
            term += f", until = {_quote(held.end)}" if held.end else ""
            yield f"  {{ role = {_quote(role)}, of = {_quote(of)}{term} }},"


Names = dict[str, tuple[str, ...]]


def _part_names(row: Kept, index: Index, choice: Choice) -> tuple[Names, Names]:
    """Part the names that stand for this entity alone from those that need support; what is shipped as such stays so."""
    shipped = load_shipped_entities().get(index.ids[row.id])
    sure: Names = {}
    unsure: Names = {}
    for language, forms in row.names.items():
        words = set(choice.words.get(language, "").split())
        known_short = _short_of(shipped, language)
        needed = [form for form in forms if form not in known_short]
        sure[language] = tuple(form for form in needed if index.bearers[language, form] and _is_sure(form, row, words))
        unsure[language] = tuple(form for form in needed if form not in sure[language])
    return _filled(sure), _filled(unsure)


def _is_sure(form: str, row: Kept, words: set[str]) -> bool:
    """Tell whether a form is a name for certain; one word of a person's may be anybody's."""
    is_one_word_of_a_person = row.selection == "person" and " " not in form and form.isascii()
    return form not in words and not is_one_word_of_a_person and (len(form) >= _SHORTEST_SURE or not form.isascii())


def _short_of(entity: Entity | None, language: str) -> tuple[str, ...]:
    return entity.short.get(language, ()) if entity else ()


def _filled(names: Names) -> Names:
    return {language: forms for language, forms in names.items() if forms}
