"""Generate the names of states and large cities in every language from CLDR (needs Babel; build time only).

Run it as `python tools/build_places.py`; it writes src/hearsay/packs/places/cldr/*.toml, one line an entity, by id.
Cities come from the exemplar cities of CLDR's time zones, matched to places by their English name.
"""

from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

from hearsay.packs.entity_files import Entity, load_entities, load_press_names

FOLDER = Path(__file__).parent.parent / "src/hearsay/packs/places/cldr"
LANGUAGES = tuple("ar bn cs de en es fa fi fr hi id is it ja ko mr pl pt ru sv ta th tr uk ur vi zh".split())  # noqa: SIM905 - one line
# In Latin letters a capital that CLDR has no other name for is written as in English.
LATIN = frozenset("cs de es fi fr id is it pl pt sv tr vi".split())  # noqa: SIM905
# CLDR calls these what no newspaper does, or what another place is called.
WRONG = {("bn", "SC"), ("bn", "CI"), ("bn", "CD"), ("bn", "CG"), ("bn", "DO"), ("bn", "JO")}
# "Hong Kong SAR China" and its like: the zone's city is what the press writes.
BY_ZONE = {"HK": "Asia/Hong_Kong"}
# The only territory whose name in brackets is one that the press uses.
BRACKETS_ARE_A_NAME = {"MM"}
HEADER = "# Generated from CLDR {version} (Unicode License v3) by tools/build_places.py: do not edit.\n"


def main() -> None:
    """Write one file a language."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        names = {**_inherited_names(language), **_state_names(language), **_city_names(language)}
        lines = [f'{entity} = "{name}"' for entity, name in sorted(names.items())]
        text = HEADER.format(version=_cldr_version()) + "\n".join(lines) + "\n"
        (FOLDER / f"{language}.toml").write_text(text, encoding="utf8")


def _cldr_version() -> str:
    return str(get_cldr_version())


def _state_names(language: str) -> dict[str, str]:
    """Return the names of all states that CLDR knows in the language, by entity id."""
    locale = Locale.parse(language)
    states = {entity.code: entity for entity in load_entities().values() if entity.code}
    names = {
        code: locale.time_zones.get(BY_ZONE[code], {}).get("city") if code in BY_ZONE else locale.territories.get(code)
        for code in states
        if (language, code) not in WRONG
    }
    return {states[code].id: _press_forms(name, code) for code, name in names.items() if name}


def _press_forms(name: str, code: str) -> str:
    """Take a bracketed part off, or make it a form of its own; write "&" as the press does too."""
    outside, _, inside = name.replace("（", "(").replace("）", ")").partition("(")
    forms = [outside.strip(), inside.strip(") ")] if code in BRACKETS_ARE_A_NAME else [outside.strip()]
    forms += [form.replace("&", "and") for form in forms if "&" in form]
    return " | ".join(form for form in forms if form)


def _inherited_names(language: str) -> dict[str, str]:
    """Return the English names of capitals, for a language in Latin letters; none where the press has another one."""
    if language not in LATIN:
        return {}
    press = load_press_names(language)
    capitals = (entity for entity in load_entities().values() if entity.capital_of or entity.code in BY_ZONE)
    return {entity.id: entity.names["en"][0] for entity in capitals if "en" in entity.names and entity.id not in press}


def _city_names(language: str) -> dict[str, str]:
    """Return the names of the zones' cities that are among our places, by entity id."""
    locale, english = Locale.parse(language), Locale.parse("en")
    cities = {
        name: entity.id
        for entity in load_entities().values()
        if _is_city(entity)
        for name in entity.names.get("en", ())
    }
    names = {}
    for zone, parts in locale.time_zones.items():
        city = english.time_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        if city in cities and "city" in parts:
            names[cities[city]] = parts["city"]
    return names


def _is_city(entity: Entity) -> bool:
    return bool(entity.capital_of or entity.country) and entity.kind == "place"


if __name__ == "__main__":
    main()
