"""FILE.toml of `hearsay watch`: which standing queries there are, and who is told.

[[query]]
name = "Denials about the dam"
tell = ["denial"]
words = "dam"
"""

import os
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from hearsay.errors import SettingsError
from hearsay.ledger.search import search_expression
from hearsay.records import Record, digest

Text = Annotated[str, msgspec.Meta(min_length=1)]
_CONDITIONS = ("person", "place", "outlet", "words", "claim")


class Happening(StrEnum):
    """What a query can tell of."""

    STATEMENT = "statement"  # somebody said something
    REPORT = "report"  # a report holds such a statement
    DENIAL = "denial"  # somebody denies a claim
    SECOND_ORIGIN = "second-origin"  # a claim rests on two independent origins or more
    NEW_ORIGIN = "new-origin"  # a claim gains an origin that its first report did not have


class Query(Record, frozen=True):
    """A standing query: what it tells of, and the conditions that all have to hold."""

    name: Text
    tell: Annotated[tuple[Happening, ...], msgspec.Meta(min_length=1)]
    person: Text | None = None
    place: Text | None = None
    outlet: Text | None = None
    words: Text | None = None
    claim: Text | None = None

    @property
    def id(self) -> str:
        """Give an id of what is asked; the name is not part of it, so that a new name tells nothing twice."""
        return digest(*(getattr(self, name) for name in _CONDITIONS))


class FileTarget(Record, frozen=True):
    """Alerts as JSON Lines, added to a file."""

    path: Text  # from the folder of FILE.toml


class WebhookTarget(Record, frozen=True):
    """Alerts as signed posts."""

    address: Text
    secret_variable: Text  # the environment variable that holds the secret
    allow_private: bool = False


class MailTarget(Record, frozen=True, rename={"sender": "from"}):
    """Alerts as one letter a run."""

    to: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    sender: Text
    server: Text
    port: Annotated[int, msgspec.Meta(ge=1, le=65535)] | None = None
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: Text | None = None
    password_variable: Text | None = None
    allow_private: bool = False


class WatchOrder(Record, frozen=True):
    """A whole FILE.toml."""

    query: Annotated[tuple[Query, ...], msgspec.Meta(min_length=1)]
    file: FileTarget | None = None
    webhook: WebhookTarget | None = None
    mail: MailTarget | None = None


def read_order(path: Path) -> WatchOrder:
    """Read a FILE.toml; SettingsError says where it is wrong and what is allowed."""
    try:
        given = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(
            f"{path}: {error}. Write one [[query]] table for each query; see docs/watching.md."
        ) from error
    try:
        order = msgspec.convert(given, WatchOrder)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {_explain(str(error), given)}") from error
    _check(order, path)
    return order


def _explain(error: str, given: Mapping[str, Any]) -> str:
    """Say what is wrong in the words of the file, and what is allowed."""
    if "query" not in given:
        return "there is no query; write one [[query]] table for each, with a name and what to tell."
    words = error.replace("`$.", "`").replace(" - at `$`", "")
    return f"{words}. A query tells {', '.join(Happening)}, under the conditions {', '.join(_CONDITIONS)}."


def _check(order: WatchOrder, path: Path) -> None:
    """Check what the form alone does not tell: doubled names, words to look for that are none."""
    names: set[str] = set()
    for query in order.query:
        if query.name in names:
            raise SettingsError(f"{path}: two queries are named '{query.name}'; give each its own name.")
        names.add(query.name)
        for condition in ("person", "place", "words"):
            asked = getattr(query, condition)
            if asked and not search_expression(asked):
                raise SettingsError(f"{path}: query '{query.name}': {condition} is '{asked}', which holds no word.")


def read_variable(name: str, path: Path, environment: Mapping[str, str] = os.environ) -> str:
    """Read a secret from the environment; secrets do not stand in files that are shared."""
    if not environment.get(name):
        raise SettingsError(f"{path} names the environment variable {name}, which is not set: export {name}=…")
    return environment[name]
