"""Files that are written whole or not at all: beside their place first, then put there at once (atomic rename)."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hearsay.errors import SettingsError
from hearsay.records import Record


class Written(Record, frozen=True):
    """A file that was written, and how many rows, lines or nodes it holds."""

    file: str
    rows: int


def see_nothing(_what: str, _rows: int) -> None:
    """Watch an export without showing it."""


@dataclass(frozen=True)
class Order:
    """What is to be exported: where to, which claim alone, and who watches (what is written, how many rows more)."""

    folder: Path
    claim: str | None = None
    see: Callable[[str, int], None] = see_nothing
    with_bom: bool = False


@contextmanager
def open_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that replaces what stands in its place only when it is complete."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as file:
                yield file
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror or error}. Name another folder.") from error


def write_lines(path: Path, lines: Iterable[str], *, order: Order) -> Written:
    """Write lines of text, each with its end, as UTF-8; the file counts one row a line."""
    count = 0
    with open_whole(path) as file:
        for line in lines:
            file.write(line.encode("utf8"))
            count += 1
            if not count % 1000:
                order.see(path.name, 1000)
    order.see(path.name, count % 1000)
    return Written(path.name, count)
