"""Offices: who held one on a day, asked for by its title in a language ("the defence minister" of a state in 2023, in 2024).

Titles are data of the packs ([names] offices), terms stand beside the persons (packs/people). Both have gaps, so that this
answers only where they leave one person, and never for a day after the last change that the lists know.
"""

from functools import cache

from hearsay.packs.entities import holder_of
from hearsay.packs.entity_files import load_entities
from hearsay.packs.loading import load_pack_source
from hearsay.text.folding import fold_word

__all__ = ["find_office", "list_titles", "resolve_office"]

_WHOLE_DAY = len("2023-09-05")


def resolve_office(title: str, state: str, day: str, *, language: str) -> str | None:
    """Return the id of whoever held the office that a title names, of a state (id or code), on a day; None in doubt.

    >>> resolve_office("Defense Secretary", "US", "2023-09-05", language="en")
    'hs-lloyd-austin'
    """
    state_id = _ids_of_codes().get(state, state)
    office = find_office(title, state_id, language=language)
    if office is None or len(day) < _WHOLE_DAY or day[:_WHOLE_DAY] > _last_known_day():
        return None
    return holder_of(office, state_id, day[:_WHOLE_DAY])


def find_office(title: str, state_id: str, *, language: str) -> str | None:
    """Return the office that a title names in a state: what it means there alone, before what it means everywhere.

    >>> find_office("foreign secretary", "Q145", language="en"), find_office("foreign secretary", "Q668", language="en")
    ('foreign minister', None)
    """
    entity = load_entities().get(state_id)
    meanings = list_titles(language).get(fold_word(title), {})
    own = entity.code if entity is not None else None
    return meanings.get(own or "", meanings.get(""))


@cache
def list_titles(language: str) -> dict[str, dict[str, str]]:
    """Map each folded title to the office that it names, by the code of the state where it does; "" is everywhere.

    A key of [names] offices is an office, or an office and the code of a state: "foreign minister US".
    """
    titles: dict[str, dict[str, str]] = {}
    for key, forms in load_pack_source(language).names.offices.items():
        office, _, code = key.rpartition(" ")
        is_own = bool(office) and code.isupper()
        for form in forms:
            titles.setdefault(fold_word(form), {})[code if is_own else ""] = office if is_own else key
    return titles


@cache
def _ids_of_codes() -> dict[str, str]:
    return {entity.code: entity.id for entity in load_entities().values() if entity.code}


@cache
def _last_known_day() -> str:
    """Return the last day on which the lists know of a change: later ones they cannot know."""
    terms = (office for entity in load_entities().values() for office in entity.offices)
    return max((day for office in terms for day in (office.start, office.end) if len(day) == _WHOLE_DAY), default="")
