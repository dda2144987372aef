"""Building a table of entities from a Wikidata dump: in one pass, with flat memory, going on after an interruption.

What is kept is appended to a file beside the output; every few seconds a state file says how far both had come. Going on
means to cut that file there and to read the dump from there.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import IO

import msgspec

from hearsay.errors import PackError
from hearsay.packs.wikidata import Choice, Kept, select
from hearsay.packs.wikidata_dump import Dump, Line, decode_item
from hearsay.packs.wikidata_tables import HEADER, make_index, write_table
from hearsay.records import Record

STATE = "build-state.json"
KEPT = "build-kept.jsonl"
# How much work an interruption may cost.
STATE_SECONDS = 5.0
# Lines between two looks at the clock.
STEP = 1000
# The first bad lines are told with their reasons, all are counted.
BAD_TOLD = 5


class BuildState(Record, frozen=True, omit_defaults=True):
    """How far a build has come."""

    dump: str  # name and size: another dump cannot be gone on with
    offset: int = 0  # bytes of the unpacked dump
    kept_bytes: int = 0
    lines: int = 0
    kept: int = 0
    bad: int = 0
    told: tuple[str, ...] = ()  # the first bad lines, with their reasons


@dataclass
class Build:
    """A build under way."""

    dump: Path
    out: Path
    choice: Choice
    resume: bool = False
    state: BuildState = field(init=False)
    size: int = 0
    done: int = 0

    def run(self) -> Iterator[BuildState]:
        """Build; give the state every thousand lines, and at the end."""
        self.state = self._begin()
        dump = Dump(self.dump, self.state.offset)
        self.size = dump.size
        try:
            with (self.out / KEPT).open("r+b") as kept:
                kept.truncate(self.state.kept_bytes)
                kept.seek(0, os.SEEK_END)
                yield from self._read(dump, kept)
        finally:
            dump.close()
        _write_tables(self.out, self.choice)
        for name in (STATE, KEPT):
            (self.out / name).unlink()

    def _begin(self) -> BuildState:
        """Begin anew or go on; PackError where it is not sure that nothing would be lost."""
        name = f"{self.dump.name} {self.dump.stat().st_size}" if self.dump.is_file() else ""
        if not name:
            raise PackError(f"{self.dump}: there is no such file; wanted is a Wikidata dump, .json, .gz or .bz2.")
        if self.resume:
            return _read_state(self.out, name)
        _check_folder(self.out)
        try:
            self.out.mkdir(parents=True, exist_ok=True)
            (self.out / KEPT).write_bytes(b"")
        except OSError as error:
            raise PackError(
                f"{self.out} cannot be written: {error.strerror}; name another folder with --out."
            ) from error
        return BuildState(name)

    def _read(self, dump: Dump, kept: IO[bytes]) -> Iterator[BuildState]:
        """Read the dump to its end, and write down how far it has come."""
        written = monotonic()
        for line in dump:
            self.state = _read_line(line, self.state, kept, self.choice)
            if self.state.lines % STEP == 0:
                self.done = dump.done()
                yield self.state
                if monotonic() - written > STATE_SECONDS:
                    _write_state(self.out, self.state, kept)
                    written = monotonic()
        _write_state(self.out, self.state, kept)
        self.done = dump.size
        yield self.state


def _read_line(line: Line, state: BuildState, kept: IO[bytes], choice: Choice) -> BuildState:
    """Read one line; a bad one is counted and the build goes on."""
    found: Kept | None = None
    bad, told = state.bad, state.told
    try:
        item = decode_item(line.content)
        found = select(item, choice) if item else None
    except ValueError as error:
        bad += 1
        told += (f"line {state.lines + 1}: {error}",) if len(told) < BAD_TOLD else ()
    written = kept.write(msgspec.json.encode(found) + b"\n") if found else 0
    return BuildState(
        state.dump, line.end, state.kept_bytes + written, state.lines + 1, state.kept + bool(found), bad, told
    )


def _check_folder(out: Path) -> None:
    """Refuse a folder with an interrupted build, or with tables that no build wrote."""
    if (out / STATE).exists():
        raise PackError(
            f"{out} holds an interrupted build: go on with --resume, or delete {out / STATE} to begin anew."
        )
    for file in sorted(out.rglob("*.toml")) if out.is_dir() else ():
        if not file.read_text(encoding="utf8", errors="replace").startswith(HEADER):
            raise PackError(
                f"{file} was not made by a build and would be mixed up with it; name another folder with --out."
            )


def _read_state(out: Path, dump: str) -> BuildState:
    """Read how far a build had come."""
    try:
        state = msgspec.json.decode((out / STATE).read_bytes(), type=BuildState)
    except FileNotFoundError as error:
        raise PackError(f"{out} holds no interrupted build; leave out --resume to begin one.") from error
    except (OSError, msgspec.MsgspecError) as error:
        raise PackError(f"{out / STATE} cannot be read: {error}; delete it to begin anew.") from error
    if state.dump != dump:
        raise PackError(
            f"{out} holds a build from another dump ({state.dump}, not {dump}); name another folder with --out."
        )
    return state


def _write_state(out: Path, state: BuildState, kept: IO[bytes]) -> None:
    """Write the state, whole or not at all, after what it tells of is on the disk."""
    kept.flush()
    os.fsync(kept.fileno())
    _write_whole(out / STATE, msgspec.json.encode(state))


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    draft.write_bytes(content)
    draft.replace(path)


def _read_kept(out: Path) -> Iterator[Kept]:
    decoder = msgspec.json.Decoder(Kept)
    with (out / KEPT).open("rb") as file:
        yield from map(decoder.decode, file)


def _write_tables(out: Path, choice: Choice) -> None:
    """Write the files of tables, each whole or not at all; an item that stands twice is written once."""
    index = make_index(_read_kept(out), choice)
    tables: dict[str, list[str]] = {}
    written: set[str] = set()
    for row in _read_kept(out):
        name = index.ids.get(row.id, "")
        if name not in written and (table := write_table(row, index, choice)):
            written.add(name)
            tables.setdefault(table[0], []).append(table[1])
    for file, parts in sorted(tables.items()):
        _write_whole(out / file, (HEADER + "\n" + "\n".join(parts)).encode())
