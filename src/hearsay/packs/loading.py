"""Finding and decoding pack files; a pack is decoded once a process.

A language is named by its code where the pack is a bundled one ("bn"), and by the path of its pack file else
("drafts/fr.toml"): whoever writes a pack can read with it before anybody bundles it.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

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


def is_pack_file(language: str) -> bool:
    """Tell whether a language is named by the path of a pack file."""
    return language.endswith(".toml")


@cache
def pack_text(language: str) -> str:
    """Return a pack's TOML text; PackError if there is none."""
    if is_pack_file(language):
        return _file_text(language)
    file = languages_folder() / f"{language}.toml"
    if not file.is_file():
        known = ", ".join(list_languages())
        raise PackError(f"no pack for language '{language}'; there are packs for: {known}. See 'hearsay pack new'.")
    return file.read_text(encoding="utf8")


def _file_text(path: str) -> str:
    """Return the text of a pack file that somebody keeps elsewhere."""
    try:
        return Path(path).read_text(encoding="utf8")
    except OSError as error:
        raise PackError(f"{path} cannot be read: {error.strerror}; 'hearsay pack new' writes a template.") from error
    except UnicodeDecodeError as error:
        raise PackError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error


@cache
def load_pack_source(language: str) -> PackSource:
    """Load the pack of a language as it is written."""
    where = language if is_pack_file(language) else f"packs/languages/{language}.toml"
    return decode_pack(pack_text(language), where)


def code_of(language: str) -> str:
    """Return the ISO 639 code of a language that is named by it or by a pack file."""
    return load_pack_source(language).language.code if is_pack_file(language) else language


def pack_version(language: str) -> str:
    """Return 'bn@' and the digest of the pack's text: the pack that a reading names."""
    return f"{code_of(language)}@{digest(pack_text(language))[:8]}"
