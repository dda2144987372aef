"""Finding and decoding pack files; a pack is decoded once a process."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from hearsay.errors import PackError
from hearsay.packs.schema import PackSource
from hearsay.records import digest


def languages_folder() -> Traversable:
    """Return the folder of the bundled packs."""
    return files("hearsay.packs") / "languages"


def list_languages() -> tuple[str, ...]:
    """Return the codes of the bundled packs, in order."""
    names = (item.name for item in languages_folder().iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def decode_pack(text: str, where: str) -> PackSource:
    """Decode a pack strictly; PackError says where it is wrong."""
    try:
        return msgspec.toml.decode(text.encode(), type=PackSource)
    except (msgspec.MsgspecError, ValueError) as error:
        raise PackError(f"{where}: {error}. See packs/schema.py for the keys that a pack may hold.") from error


@cache
def pack_text(language: str) -> str:
    """Return the bundled pack's TOML text."""
    file = languages_folder() / f"{language}.toml"
    if not file.is_file():
        known = ", ".join(list_languages())
        raise PackError(f"no pack for language '{language}'; there are packs for: {known}. See 'hearsay pack new'.")
    return file.read_text(encoding="utf8")


@cache
def load_pack_source(language: str) -> PackSource:
    """Load the bundled pack of a language as it is written."""
    return decode_pack(pack_text(language), f"packs/languages/{language}.toml")


def pack_version(language: str) -> str:
    """Return 'bn@' and the digest of the pack's text: the pack that a reading names."""
    return f"{language}@{digest(pack_text(language))[:8]}"
