"""Factories of packs: the template, changed here and there."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from hearsay.packs.compiler import Pack, compile_pack
from hearsay.packs.loading import decode_pack
from hearsay.packs.schema import Example, PackSource, Pattern, WordClass
from hearsay.records import Act


def template_text(code: str = "xx") -> str:
    """Return the template's text for a language."""
    text = (files("hearsay.packs") / "template.toml").read_text(encoding="utf8")
    return text.replace('"xx', f'"{code}')


def write_pack(folder: Path, *changes: tuple[str, str], name: str = "xx.toml") -> str:
    """Write the template with some of its words changed; return its path, by which it is known."""
    text = template_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path = folder / name
    path.write_text(text, encoding="utf8")
    return str(path)


def make_source(**changes: Any) -> PackSource:
    """Make the source of a pack: the template with other sections."""
    return replace(decode_pack(template_text(), "template.toml"), **changes)


def make_pack(**changes: Any) -> Pack:
    """Compile the template with other sections."""
    return compile_pack(make_source(**changes), name="xx", version="xx@0")


def make_pattern(pattern: str, **changes: Any) -> Pattern:
    """Make a pattern with one example."""
    return Pattern("xx.made", pattern, [Example("The mayor said that it rained.")], **changes)


def make_class(*words: str, name: str = "say", **changes: Any) -> WordClass:
    """Make a class of reporting words."""
    return WordClass(name, Act.SAY, list(words), **changes)
