"""A Wikidata JSON dump as it is written: one big array, one item a line, plain, gzip or bzip2.

Only what hearsay asks for is decoded; the rest of a line is skipped unread. See "Wikibase/DataModel/JSON" for the format.
"""

import bz2
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from hearsay.errors import PackError

_WANTED = "wanted is a Wikidata dump, a JSON array with one item a line, plain, .gz or .bz2"


class DataValue(msgspec.Struct, frozen=True):
    """A value as its type has it: an item's id in a record, a text, a time."""

    value: Any


class Snak(msgspec.Struct, frozen=True):
    """One property and its value; none where it is unknown or nothing."""

    datavalue: DataValue | None = None


class Statement(msgspec.Struct, frozen=True):
    """A snak with its rank and what qualifies it."""

    mainsnak: Snak
    rank: str = "normal"
    # An empty map is written as an empty list.
    qualifiers: dict[str, list[Snak]] | list[Snak] = {}


class Claims(msgspec.Struct, frozen=True):
    """The properties that are asked for."""

    P17: list[Statement] = []  # country
    P21: list[Statement] = []  # gender
    P31: list[Statement] = []  # instance of
    P39: list[Statement] = []  # position held
    P279: list[Statement] = []  # subclass of
    P297: list[Statement] = []  # ISO 3166-1 code
    P576: list[Statement] = []  # dissolved
    P856: list[Statement] = []  # official website
    P1001: list[Statement] = []  # applies to jurisdiction
    P1082: list[Statement] = []  # population
    P1376: list[Statement] = []  # capital of


class Term(msgspec.Struct, frozen=True):
    """A label or alias."""

    value: str


class Item(msgspec.Struct, frozen=True):
    """One item of the dump."""

    id: str
    labels: dict[str, Term] | list[Term] = {}
    aliases: dict[str, list[Term]] | list[Term] = {}
    claims: Claims | list[Any] = Claims()
    sitelinks: dict[str, msgspec.Raw] | list[msgspec.Raw] = {}


class Line(msgspec.Struct, frozen=True):
    """One line of the dump, and where the next one begins, in bytes of the dump as it is unpacked."""

    content: bytes
    end: int


class Dump:
    """A dump that is read line by line; memory does not grow with it."""

    def __init__(self, path: Path, start: int = 0) -> None:
        """Open a dump and go to the byte at which reading goes on; PackError if it cannot be read."""
        self.path = path
        self._start = start
        try:
            self.size = path.stat().st_size
            self._raw = path.open("rb")
        except OSError as error:
            raise PackError(f"{path} cannot be read: {error.strerror}; {_WANTED}.") from error
        try:
            self._stream = _unpack(self._raw, path)
            self._stream.seek(start)
        except (OSError, EOFError) as error:
            self._raw.close()
            raise PackError(f"{path} cannot be read: {error}; {_WANTED}.") from error
        except PackError:
            self._raw.close()
            raise

    def __iter__(self) -> Iterator[Line]:
        """Give the lines; PackError where the file is cut off or is no dump."""
        end = self._start
        try:
            for content in self._stream:
                end += len(content)
                yield Line(content, end)
        except (OSError, EOFError) as error:
            raise PackError(
                f"{self.path} is broken after {end} unpacked bytes: {error}. Fetch the dump again, then go on with --resume."
            ) from error

    def done(self) -> int:
        """Return how many bytes of the file itself have been read; `size` is all of them."""
        return self._raw.tell()

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
        self._raw.close()


def _unpack(raw: IO[bytes], path: Path) -> IO[bytes]:
    """Unpack by what the file begins with, for names are often changed."""
    head = raw.read(3)
    raw.seek(0)
    if head.startswith(b"\x1f\x8b"):
        return gzip.open(raw, "rb")  # type: ignore[return-value]
    if head == b"BZh":
        return bz2.open(raw, "rb")
    if head[:1] not in (b"[", b"{"):
        raise PackError(f"{path} is no Wikidata dump: it begins with {head!r}; {_WANTED}.")
    return raw


_decoder = msgspec.json.Decoder(Item)


def decode_item(content: bytes) -> Item | None:
    """Decode one line; None for the brackets and what is no item, ValueError for a bad line."""
    text = content.strip().removesuffix(b",")
    if text in (b"", b"[", b"]"):
        return None
    try:
        item = _decoder.decode(text)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error
    return item if item.id.startswith("Q") else None
