"""What worlds are told with: words and sentences of each language, loaded from TOML files and cut into two splits."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from hearsay.records import Record

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "bn", "ru", "es", "de", "fr", "vi", "ar")
SPLITS = ("tune", "test")
SHAPES = (
    "told",
    "said",
    "cited",
    "citing",
    "document",
    "generic",
    "witness",
    "denial",
    "release",
    "joint",
    "update",
    "credit",
)
# Plots that a reporter can see happen; the others are plans.
SEEN = ("fire", "flood")


class Phrase(Record, frozen=True):
    """A source in one language: its name, the form after "citing", and what agrees with it (0 he, 1 she, 2 they)."""

    name: str
    oblique: str
    agreement: int


class Outlet(Record, frozen=True):
    """Who publishes; agencies have a name in each language, other outlets one of their own."""

    key: str
    lang: str
    is_agency: bool = False


class Speaker(Record, frozen=True):
    """A source as some report has it; `form` is 1 for a title or a spokesperson, and how wide a description has become."""

    group: str  # people, unnamed, bodies, documents, deniers
    key: str
    form: int = 0


@cache
def load_words(language: str) -> dict[str, Any]:
    """Load who and what the worlds are about, in one language."""
    return tomllib.loads((FOLDER / "words" / f"{language}.toml").read_text(encoding="utf8"))


@cache
def load_templates(split: str, language: str) -> dict[str, Any]:
    """Load the sentences of a split in one language."""
    return tomllib.loads((FOLDER / "templates" / split / f"{language}.toml").read_text(encoding="utf8"))


@cache
def list_keys(split: str, group: str) -> tuple[str, ...]:
    """List the keys of a group of words that belong to a split: the first half is for tuning."""
    keys = tuple(load_words("en")[group])
    middle = len(keys) // 2
    return keys[:middle] if split == "tune" else keys[middle:]


@cache
def list_outlets(split: str) -> tuple[Outlet, ...]:
    """List the outlets of a split: invented ones of every language, and the agencies."""
    found = [Outlet(key, "en", True) for key in load_words("en")["agencies"]]
    for language in LANGUAGES:
        names = load_words(language)["outlets"]
        middle = len(names) // 2
        found += [Outlet(name, language) for name in (names[:middle] if split == "tune" else names[middle:])]
    return tuple(found)


def name_outlet(outlet: Outlet, language: str) -> str:
    """Name an outlet in a language."""
    return str(load_words(language)["agencies"][outlet.key]) if outlet.is_agency else outlet.key


def name_speaker(speaker: Speaker, language: str) -> Phrase:
    """Name a source in a language, in the form that it has by now."""
    entry = load_words(language)[speaker.group][speaker.key]
    if speaker.group == "people":
        name, oblique, agreement = entry[3 * speaker.form : 3 * speaker.form + 3]
    elif speaker.group in ("unnamed", "bodies"):
        name, oblique, agreement = entry[speaker.form]
    else:
        name, oblique, agreement = entry
    return Phrase(name, oblique or name, agreement)
