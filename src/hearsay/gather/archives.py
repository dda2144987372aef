"""Archives: ZIP and gzip, unpacked in memory within bounds; what unpacks to far more than it is gets refused.

A ZIP's members come one at a time. Archives inside archives are refused: they are how bombs are built.
"""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hearsay.errors import GatherError
from hearsay.gather.refusals import Reason, make_error, refuse
from hearsay.records import Refusal

# Text packs to a tenth, menus of a page to a fiftieth; a bomb to a thousandth.
MOST_TIMES = 200
# Bytes that unpack to less than this harm nobody, however well they pack.
SMALL = 1_000_000
MOST_MEMBERS = 100_000
_MOST_BYTES = 2_000_000_000
_PACKED = (".zip", ".gz", ".zst", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz")
# What zipfile raises on damaged archives, cut extra fields among them (IndexError and struct.error).
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, ValueError),
    *(IndexError, struct.error),
)


class Member(NamedTuple):
    """One file of an archive."""

    where: str  # the archive and the member's name: news.zip!a/b.html
    suffix: str  # of its name, small
    content: bytes


def is_gzip(content: bytes) -> bool:
    """Tell whether bytes are gzip by their first three."""
    return content.startswith(b"\x1f\x8b\x08")


def unpack_gzip(content: bytes, *, largest: int) -> bytes:
    """Unpack gzip, several members too; GatherError beyond `largest` bytes or where it is broken."""
    unpacked = bytearray()
    try:
        while content:
            inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)
            unpacked += inflater.decompress(content, largest + 1 - len(unpacked))
            if len(unpacked) > largest:
                raise make_error(Reason.TOO_LARGE, f"it unpacks to more than {largest // 1_000_000} MB.")
            if not inflater.eof:
                raise make_error(Reason.DAMAGED, "the gzip file is cut short; fetch it again.")
            content = inflater.unused_data.lstrip(b"\x00")
    except zlib.error as error:
        raise make_error(Reason.DAMAGED, f"the gzip file is broken ({error}); fetch it again.") from error
    return bytes(unpacked)


def read_zip(path: Path, *, largest: int, suffixes: frozenset[str]) -> Iterator[Member | Refusal]:
    """Read the members whose names end as told, in order; one that is broken or too large is refused, the rest is read."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise make_error(Reason.TOO_LARGE, f"the archive has over {MOST_MEMBERS} files; unpack and read them.")
            yield from _read_members(archive, path, largest=largest, suffixes=suffixes)
    except GatherError as error:
        yield refuse(str(path), error)
    except (*_BROKEN, RuntimeError, UnicodeDecodeError) as error:
        detail = f"the archive cannot be read ({error}); is it a whole ZIP file?"
        yield refuse(str(path), make_error(Reason.DAMAGED, detail))


def _read_members(
    archive: zipfile.ZipFile, path: Path, *, largest: int, suffixes: frozenset[str]
) -> Iterator[Member | Refusal]:
    """Read the members one at a time; hidden files and what a Mac adds are passed over."""
    total = 0
    for member in archive.infolist():
        parts = member.filename.split("/")
        suffix = Path(parts[-1]).suffix.lower()
        if member.is_dir() or any(part.startswith((".", "__MACOSX")) for part in parts):
            continue
        where = f"{path}!{member.filename}"
        if suffix in _PACKED:
            yield refuse(
                where, make_error(Reason.UNSAFE, "an archive inside an archive; unpack it and read it itself.")
            )
        elif suffix in suffixes:
            try:
                content = _unpack(archive, member, largest)
                total += len(content)
                _check_total(total)
            except GatherError as error:
                yield refuse(where, error)
                if total > _MOST_BYTES:
                    return
                continue
            yield Member(where, suffix, content)


def _check_total(total: int) -> None:
    """Refuse to go on with an archive that unpacks to more than a disk should have to bear."""
    if total > _MOST_BYTES:
        raise make_error(Reason.UNSAFE, f"the archive unpacks to over {_MOST_BYTES // 10**9} GB; unpack it yourself.")


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, largest: int) -> bytes:
    """Unpack one member, no further than its bounds: what its header says about its size may be a lie."""
    if member.flag_bits & 1:
        raise make_error(Reason.UNREADABLE, "it is locked with a password; unpack it and read it itself.")
    if member.file_size > largest:
        raise make_error(Reason.TOO_LARGE, f"larger than {largest // 1_000_000} MB; split it into one file a report.")
    if member.file_size > SMALL and member.file_size > MOST_TIMES * max(member.compress_size, 1):
        raise make_error(Reason.UNSAFE, f"it unpacks to over {MOST_TIMES} times its size, as no text does.")
    try:
        with archive.open(member) as stream:
            content = stream.read(largest + 1)
    except (*_BROKEN, RuntimeError) as error:
        raise make_error(Reason.DAMAGED, f"it cannot be unpacked ({error}); make the archive anew.") from error
    if len(content) > largest:
        raise make_error(Reason.TOO_LARGE, f"larger than {largest // 1_000_000} MB; split it into one file a report.")
    return content
