"""Which items of Wikidata are entities for hearsay, and what of them is kept; the choice is data, in wikidata.toml."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from hearsay.errors import PackError
from hearsay.packs.entity_lookup import list_name_languages
from hearsay.packs.schema import Section
from hearsay.packs.wikidata_dump import Claims, Item, Snak, Statement
from hearsay.records import MentionKind, Record

_GENDERS: dict[str, Literal["male", "female"]] = {"Q6581097": "male", "Q6581072": "female"}
# Precisions of a time: 11 is a day, 10 a month, 9 a year; whatever is less precise says too little.
_DATE_LENGTHS = {11: 10, 10: 7, 9: 4}
_LONGEST_NAME = 60
_FIRST_NOT_LATIN = 0x0370


class Selection(Section, frozen=True):
    """[[selection]]: items of certain classes, where they are written, and what they must have."""

    name: str
    file: str
    kind: MentionKind
    classes: str
    needs: Literal["", "code", "capital_of", "domains"] = ""
    least_sitelinks: int = 0
    least_population: int = 0


class People(Section, frozen=True):
    """[people]: persons are taken for their offices."""

    file: str
    classes: str
    least_sitelinks: int = 0


class OfficeClass(Section, frozen=True):
    """[[office]]: positions of certain classes, and the role that they are for hearsay."""

    role: str
    classes: str


class Letters(Section, frozen=True):
    """[letters]: the languages written in Latin letters."""

    latin: str = ""


class Choice(Section, frozen=True, rename={"selections": "selection", "offices": "office"}):
    """The whole of wikidata.toml."""

    selections: tuple[Selection, ...]
    people: People
    offices: tuple[OfficeClass, ...]
    since: str = "2006"
    most_names: int = 8
    shared_hosts: str = ""
    codes: dict[str, str] = {}
    letters: Letters = Letters()
    words: dict[str, str] = {}


class Held(Record, frozen=True):
    """A position that a person held."""

    position: str
    start: str = ""
    end: str = ""


class Kept(Record, frozen=True, omit_defaults=True):
    """What is kept of an item until the dump has been read to its end."""

    id: str
    selection: str  # "person" and "position" beside those of the choice
    names: dict[str, tuple[str, ...]] = {}
    code: str | None = None
    country: str | None = None
    capital_of: str | None = None
    domains: tuple[str, ...] = ()
    gender: Literal["male", "female"] | None = None
    held: tuple[Held, ...] = ()
    role: str = ""
    of: str | None = None


def load_choice(path: Path | None = None) -> Choice:
    """Load the choice of classes: the shipped one, or a file; PackError says what is wrong with it."""
    where = str(path or "packs/wikidata.toml")
    try:
        text = path.read_bytes() if path else (files("hearsay.packs") / "wikidata.toml").read_bytes()
        return msgspec.toml.decode(text, type=Choice)
    except OSError as error:
        raise PackError(
            f"{where} cannot be read: {error.strerror}; without --classes the shipped choice holds."
        ) from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise PackError(f"{where}: {error}. Copy packs/wikidata.toml and change what you need.") from error


def select(item: Item, choice: Choice) -> Kept | None:
    """Keep what an item has for hearsay; None for nearly all items."""
    claims = item.claims
    if not isinstance(claims, Claims):
        return None
    classes = set(_ids(claims.P31))
    if classes & set(choice.people.classes.split()):
        return _keep_person(item, claims, choice)
    role = _find_role({*classes, *_ids(claims.P279)}, choice.offices)
    if role:
        of = next(iter((*_ids(claims.P1001), *_ids(claims.P17))), None)
        return Kept(item.id, "position", role=role, of=of) if of else None
    for selection in choice.selections:
        if classes & set(selection.classes.split()) and (kept := _keep_entity(item, claims, selection, choice)):
            return kept
    return None


def _find_role(classes: set[str], offices: Iterable[OfficeClass]) -> str:
    return next((office.role for office in offices if classes & set(office.classes.split())), "")


def _keep_person(item: Item, claims: Claims, choice: Choice) -> Kept | None:
    """Keep a person who is known enough and held a position lately; whether it is an office is seen at the end."""
    held = tuple(one for one in _find_held(claims.P39) if not one.end or one.end >= choice.since)
    if not held or len(item.sitelinks) < choice.people.least_sitelinks:
        return None
    gender = next((_GENDERS[one] for one in _ids(claims.P21) if one in _GENDERS), None)
    names = _find_names(item, choice)
    return Kept(item.id, "person", names, gender=gender, held=held) if names else None


def _find_held(statements: Iterable[Statement]) -> Iterator[Held]:
    for statement in statements:
        for position in _ids([statement]):
            qualifiers = statement.qualifiers if isinstance(statement.qualifiers, dict) else {}
            yield Held(position, _date_of(qualifiers.get("P580", [])), _date_of(qualifiers.get("P582", [])))


def _keep_entity(item: Item, claims: Claims, selection: Selection, choice: Choice) -> Kept | None:
    """Keep an item that has what its selection needs and is still there."""
    kept = Kept(
        item.id,
        selection.name,
        _find_names(item, choice),
        code=next((value for value in _texts(claims.P297) if len(value) == 2), None)
        if selection.needs == "code"
        else None,
        country=next(_ids(claims.P17), None) if selection.needs != "code" else None,
        capital_of=next(_ids(claims.P1376), None) if selection.needs == "capital_of" else None,
        domains=tuple(_find_domains(claims.P856, choice.shared_hosts)) if selection.kind in _WITH_DOMAINS else (),
    )
    is_enough = not selection.needs or bool(getattr(kept, selection.needs))
    is_known = len(item.sitelinks) >= selection.least_sitelinks
    is_large = not selection.least_population or _population(claims.P1082) >= selection.least_population
    return kept if kept.names and is_enough and is_known and is_large and not claims.P576 else None


_WITH_DOMAINS = {MentionKind.OUTLET, MentionKind.AGENCY, MentionKind.ORGANISATION}


def _values(statements: Iterable[Statement]) -> Iterator[object]:
    """Give the values of statements, preferred ones first, deprecated ones never."""
    ranked = sorted(statements, key=lambda statement: statement.rank != "preferred")
    for statement in ranked:
        if statement.rank != "deprecated" and statement.mainsnak.datavalue:
            yield statement.mainsnak.datavalue.value


def _ids(statements: Iterable[Statement]) -> Iterator[str]:
    for value in _values(statements):
        if isinstance(value, Mapping) and isinstance(value.get("id"), str):
            yield value["id"]


def _texts(statements: Iterable[Statement]) -> Iterator[str]:
    yield from (value for value in _values(statements) if isinstance(value, str))


def _population(statements: Iterable[Statement]) -> int:
    """Return the greatest population that is stated, of the preferred ones if there are such."""
    amounts = (value.get("amount", "0") for value in _values(statements) if isinstance(value, Mapping))
    return max((int(float(amount)) for amount in amounts if _is_number(amount)), default=0)


def _is_number(amount: object) -> bool:
    return isinstance(amount, str) and amount.lstrip("+-").replace(".", "", 1).isdecimal()


def _date_of(snaks: Iterable[Snak]) -> str:
    """Return a time as precise as it is stated; "" if it is not stated, or only to a decade."""
    for snak in snaks:
        value = snak.datavalue.value if snak.datavalue else None
        if isinstance(value, Mapping) and str(value.get("time", "")).startswith("+"):
            return str(value["time"])[1:][: _DATE_LENGTHS.get(value.get("precision", 0), 0)]
    return ""


def _find_domains(statements: Iterable[Statement], shared_hosts: str) -> Iterator[str]:
    """Find the domains of websites, without those where everybody may have a page."""
    for text in _texts(statements):
        try:
            host = (urlsplit(text).hostname or "").removeprefix("www.")
        except ValueError:  # no address at all, "http://[x"
            continue
        is_shared = any(host == shared or host.endswith("." + shared) for shared in shared_hosts.split())
        if "." in host and not is_shared and host.replace("-", "").replace(".", "").isalnum() and host.isascii():
            yield host


def _find_names(item: Item, choice: Choice) -> dict[str, tuple[str, ...]]:
    """Find an item's names in every language that hearsay has names in: the label, then the aliases."""
    labels = item.labels if isinstance(item.labels, dict) else {}
    aliases = item.aliases if isinstance(item.aliases, dict) else {}
    latin = set(choice.letters.latin.split())
    names: dict[str, tuple[str, ...]] = {}
    for language in list_name_languages():
        codes = choice.codes.get(language, language).split()
        terms = [labels[code] for code in codes if code in labels]
        terms += [term for code in codes for term in aliases.get(code, [])]
        forms = (_write(term.value) for term in terms)
        usable = dict.fromkeys(form for form in forms if _is_name(form, is_latin=language in latin))
        if usable:
            names[language] = tuple(usable)[: choice.most_names]
    return names


def _write(name: str) -> str:
    """Write a name as a newspaper would: composed, without what stands in brackets to tell it from others."""
    composed = unicodedata.normalize("NFC", " ".join(name.split()))
    return composed[: composed.index(" (")] if composed.endswith(")") and " (" in composed else composed


def _is_name(form: str, *, is_latin: bool) -> bool:
    """Tell whether a form can be printed as a name: in the language's letters, with a capital where there are any."""
    if not 2 <= len(form) <= _LONGEST_NAME or "|" in form or not form.isprintable():
        return False
    letters = [letter for letter in form if letter.isalpha()]
    if not letters or not (is_latin or any(ord(letter) >= _FIRST_NOT_LATIN for letter in letters)):
        return False
    return any(not letter.islower() for letter in letters)
