"""Settings: the numbers and paths that somebody may want to change, each with its reason beside it.

A setting is overridden by the environment (`HEARSAY_WORKERS=2`) or by a TOML file that HEARSAY_SETTINGS names; the
environment wins. Words of a language are no settings: they live in packs.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec

from hearsay.errors import SettingsError

PREFIX = "HEARSAY_"
FILE_VARIABLE = "HEARSAY_SETTINGS"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Hold every setting with its default."""

    # One file in the current folder, so that a first run needs no set-up and is removed by deleting one file.
    ledger: Annotated[str, msgspec.Meta(min_length=1, description="a path")] = "hearsay.db"

    # How long a writer waits for another one. One report is written in about a millisecond; whoever waits longer than
    # this waits for a program that hangs with the ledger open, and should be told.
    busy_seconds: Annotated[float, msgspec.Meta(gt=0, le=3600, description="seconds above 0 and up to 3600")] = 10.0

    # Processes that read at once; 0 means one for each core this process may use.
    workers: Annotated[int, msgspec.Meta(ge=0, le=1024, description="a whole number from 0 to 1024")] = 0

    # Reports sent to a process at once: a report is read in milliseconds and handed over in a tenth of one, so 16 make
    # the handing over negligible, while 16 long reports for each core still are little memory.
    batch: Annotated[int, msgspec.Meta(ge=1, le=10_000, description="a whole number from 1 to 10000")] = 16

    # Where the owner of a site can complain: a page or a mail address, told with each question (User-Agent). Nothing is
    # told by itself, for hearsay does not know who runs it.
    contact: Annotated[str, msgspec.Meta(pattern=r"^[!-~]*$", description="a page or mail address without blanks")] = ""

    # Seconds for one page from the first word to the last. Nearly all pages need less than five; whoever needs more than
    # this is broken, or sends forever to keep readers busy.
    fetch_seconds: Annotated[float, msgspec.Meta(gt=0, le=3600, description="seconds above 0 and up to 3600")] = 30.0

    # Seconds until there is a connection: three tries of TCP (1, 2 and 4 s apart) fit into it.
    connect_seconds: Annotated[float, msgspec.Meta(gt=0, le=3600, description="seconds above 0 and up to 3600")] = 10.0

    # The largest page, unpacked. The heaviest news pages have 5 MB, feeds with whole texts 10; sitemaps may have 50 by
    # their standard, and those of news hardly ever have more than 5.
    page_megabytes: Annotated[int, msgspec.Meta(ge=1, le=1000, description="a whole number from 1 to 1000")] = 20

    # How often a page is asked for in all, where the trouble may pass (429, 5xx, a broken connection).
    fetch_attempts: Annotated[int, msgspec.Meta(ge=1, le=20, description="a whole number from 1 to 20")] = 3

    # Seconds before the second attempt, doubled before each further one, and half more or less by chance, so that many
    # readers that met the same trouble do not all come back at once.
    backoff_seconds: Annotated[float, msgspec.Meta(ge=0, le=600, description="seconds from 0 to 600")] = 1.0

    # The longest wait that a site may ask for (Retry-After) and get within a run; beyond, the page is left for the next.
    retry_after_seconds: Annotated[float, msgspec.Meta(ge=0, le=3600, description="seconds from 0 to 3600")] = 60.0

    # Seconds between two questions to one host: a reader who clicks fast. A site's own Crawl-delay goes before it.
    delay_seconds: Annotated[float, msgspec.Meta(ge=0, le=3600, description="seconds from 0 to 3600")] = 0.5

    # Questions to one host at once: more than one is for sites of one's own.
    host_connections: Annotated[int, msgspec.Meta(ge=1, le=64, description="a whole number from 1 to 64")] = 1

    # Questions to all hosts at once. Waiting costs nearly nothing; beyond this one core is busy with what comes in.
    connections: Annotated[int, msgspec.Meta(ge=1, le=1000, description="a whole number from 1 to 1000")] = 64

    # Entities of your own (docs/entities.md), laid over the shipped ones; empty, there are only those.
    entities: Annotated[str, msgspec.Meta(description="the path of a TOML file, or of a folder of them")] = ""


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Load the settings; SettingsError names the setting, its value and what is allowed.

    >>> load_settings({"HEARSAY_WORKERS": "2"}).workers
    2
    """
    environment = os.environ if environment is None else environment
    given = _read_file(environment[FILE_VARIABLE]) if environment.get(FILE_VARIABLE) else {}
    values = {
        field.name: _check(field, *found)
        for field in msgspec.structs.fields(Settings)
        if (found := _find_value(field.name, environment, given)) is not None
    }
    return Settings(**values)


def _find_value(name: str, environment: Mapping[str, str], given: dict[str, Any]) -> tuple[str, Any] | None:
    """Find where a setting is set and to what; an empty variable counts as not set, as shells make them."""
    variable = PREFIX + name.upper()
    if environment.get(variable):
        return variable, environment[variable]
    if name in given:
        return f"'{name}' in {environment[FILE_VARIABLE]}", given[name]
    return None


def _check(field: msgspec.structs.FieldInfo, where: str, value: Any) -> Any:
    """Convert one value to its setting's type; text is converted too, as an environment knows nothing else."""
    try:
        return msgspec.convert(value, field.type, strict=not isinstance(value, str))
    except msgspec.ValidationError as error:
        raise SettingsError(f"{where} is {value!r}; allowed is {_describe(field)}.") from error


def _describe(field: msgspec.structs.FieldInfo) -> str:
    """Tell what a setting allows: the description that stands beside it."""
    (meta,) = (item for item in field.type.__metadata__ if isinstance(item, msgspec.Meta))
    return str(meta.description)


def _read_file(path: str) -> dict[str, Any]:
    """Read a settings file; unknown names are errors, for a misspelt setting would be ignored in silence."""
    try:
        given = msgspec.toml.decode(Path(path).read_bytes(), type=dict[str, Any])
    except OSError as error:
        raise SettingsError(f"{FILE_VARIABLE} names {path}, which cannot be read: {error.strerror}.") from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise SettingsError(f"{path}: {error}. A settings file is TOML: one 'name = value' a line.") from error
    known = [field.name for field in msgspec.structs.fields(Settings)]
    if unknown := sorted(set(given) - set(known)):
        raise SettingsError(f"{path}: unknown setting '{unknown[0]}'; there are: {', '.join(known)}.")
    return given
