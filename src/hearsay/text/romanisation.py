"""Romanisation: names of any script in Latin letters, so that they can be compared by sound (anyascii, and fixes per script).

The one module that imports anyascii. It goes letter by letter, so that what depends on the letters beside (Bengali য-ফলা, Arabic
vowels, Korean syllables, hanyu pinyin) is set right by romanisation.toml.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
from anyascii import anyascii

_KEPT = 65536  # names recur; memory must not grow with reports
_SHORTEST_BEHIND_ARTICLE = 3
_SYLLABLES_OF_A_NAME = (2, 3)


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One script: its code points, and what letter by letter gets wrong (see romanisation.toml)."""

    letters: str
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    first: dict[str, str] = {}
    articles: str = ""
    leading: str = ""
    syllables: bool = False
    families: str = ""


class Sounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of romanisation.toml."""

    script: dict[str, Script]
    first: dict[str, str]
    sounds: dict[str, str]
    classes: dict[str, str]
    particles: dict[str, str]


@cache
def load_sounds() -> Sounds:
    """Load romanisation.toml, once a process."""
    text = (files("hearsay.text") / "romanisation.toml").read_text(encoding="utf8")
    return msgspec.convert(tomllib.loads(text), Sounds)


@lru_cache(maxsize=_KEPT)
def romanise(name: str) -> str:
    """Write a name in small Latin letters, its words between single spaces.

    >>> romanise("Шойгу"), romanise("শোইগু"), romanise("쇼이구"), romanise("Jong-un")
    ('shoygu', 'shoigu', 'syoigu', 'jong un')
    """
    name = unicodedata.normalize("NFC", name).lower()
    if not name.isascii():
        for pattern, write in _writers():
            name = pattern.sub(write, name)
        name = anyascii(name).lower()
    return re.sub("[^a-z]+", " ", re.sub("[`'’]", "", name)).strip()


@cache
def _writers() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]:
    """Return, for each script, the pattern of a run of its letters and what writes such a run."""
    return tuple((_run_pattern(script), _make_writer(script)) for script in load_sounds().script.values())


def _run_pattern(script: Script) -> re.Pattern[str]:
    """Return the pattern of a run of letters of a script."""
    ranges = (span.split("-") for span in script.letters.split())
    return re.compile("[" + "".join(f"\\u{first}-\\u{last}" for first, last in ranges) + "]+")


def _make_writer(script: Script) -> Callable[[re.Match[str]], str]:
    """Make the function that writes a run of letters of a script in Latin letters."""
    before = {unicodedata.normalize("NFC", letters): sound for letters, sound in script.before.items()}
    articles = tuple(script.articles.split())
    families = frozenset(script.families.split())

    def write(match: re.Match[str]) -> str:
        run = _in_order_of_sound(_without_article(match.group(), articles), script)
        for letters, sound in before.items():
            run = run.replace(letters, sound)
        if not script.syllables:
            return _replace(anyascii(run).lower(), script.after)
        syllables = [_replace(anyascii(letter).lower(), script.after) for letter in run]
        is_name = match.group() == match.string and run[0] in families and len(run) in _SYLLABLES_OF_A_NAME
        return (" " if is_name else "").join(syllables)

    return write


def _without_article(run: str, articles: tuple[str, ...]) -> str:
    """Take the article off a word that goes on long enough behind it."""
    article = next((article for article in articles if run.startswith(article)), "")
    return run[len(article) :] if len(run) - len(article) >= _SHORTEST_BEHIND_ARTICLE else run


def _in_order_of_sound(run: str, script: Script) -> str:
    """Put leading vowels behind their consonant, and write the letter that begins the word as it sounds there."""
    run = next((sound + run[len(first) :] for first, sound in script.first.items() if run.startswith(first)), run)
    return re.sub(f"([{script.leading}])(.)", r"\2\1", run) if script.leading else run


def _replace(text: str, sounds: dict[str, str]) -> str:
    for letters, sound in sounds.items():
        text = text.replace(letters, sound)
    return text
