"""Archives: members one at a time, within bounds; bombs, locked and nested ones are refused and the rest is read."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather import archives
from hearsay.gather.archives import Member, is_gzip, read_zip, unpack_gzip
from hearsay.records import Refusal

TEXTS = frozenset({".txt"})


def make_zip(folder: Path, members: dict[str, bytes]) -> Path:
    """Make an archive of these files."""
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def outcomes_of(path: Path, *, largest: int = 100_000) -> list[str]:
    """Return what comes out of an archive: texts, and reasons of refusals."""
    found = read_zip(path, largest=largest, suffixes=TEXTS)
    return [item.content.decode() if isinstance(item, Member) else item.reason for item in found]


def test_members_in_order(tmp_path: Path) -> None:
    path = make_zip(
        tmp_path, {"b/a.TXT": b"one", "a.txt": b"two", ".hidden.txt": b"x", "__MACOSX/a.txt": b"x", "p.png": b""}
    )
    members = list(read_zip(path, largest=10, suffixes=TEXTS))
    assert members == [Member(f"{path}!b/a.TXT", ".txt", b"one"), Member(f"{path}!a.txt", ".txt", b"two")]


def test_what_is_refused_stops_nothing(tmp_path: Path) -> None:
    path = make_zip(tmp_path, {"in.zip": b"PK", "long.txt": b"x" * 101, "a.txt": b"one"})
    assert outcomes_of(path, largest=100) == ["unsafe", "too-large", "one"]


def test_a_bomb(tmp_path: Path) -> None:
    path = make_zip(tmp_path, {"a.txt": b"\x00" * 5_000_000, "b.txt": b"one"})
    assert outcomes_of(path, largest=10_000_000) == ["unsafe", "one"]


def test_a_bomb_in_many_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_MOST_BYTES", 25)
    assert outcomes_of(make_zip(tmp_path, {f"{name}.txt": b"x" * 10 for name in "abcd"})) == [
        "x" * 10,
        "x" * 10,
        "unsafe",
    ]


def test_a_header_that_lies_about_the_size(tmp_path: Path) -> None:
    path = make_zip(tmp_path, {"a.txt": b"x" * 5000})
    path.write_bytes(path.read_bytes().replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    assert outcomes_of(path, largest=100) in (["damaged"], ["too-large"], ["x" * 50])


def test_a_locked_member(tmp_path: Path) -> None:
    path = make_zip(tmp_path, {"a.txt": b"one"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert outcomes_of(path) == ["unreadable"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive"])
def test_what_is_no_archive(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    assert outcomes_of(tmp_path / "a.zip") == ["damaged"]


@given(st.integers(0, 300), st.binary(min_size=1, max_size=6))
def test_a_damaged_archive(tmp_path_factory: pytest.TempPathFactory, place: int, piece: bytes) -> None:
    path = make_zip(tmp_path_factory.mktemp("zip"), {"a.txt": b"one " * 30, "b.txt": b"two"})
    content = path.read_bytes()
    path.write_bytes(content[:place] + piece + content[place + len(piece) :])
    assert all(isinstance(item, Member | Refusal) for item in read_zip(path, largest=1000, suffixes=TEXTS))


def test_gzip_of_several_pieces() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + b"\x00" * 8
    assert is_gzip(packed)
    assert unpack_gzip(packed, largest=7) == b"one two"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(gzip.compress(b"x" * 101), "too-large"), (gzip.compress(b"xyz")[:-9], "damaged"), (b"\x1f\x8b\x08zz", "damaged")],
)
def test_gzip_that_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(GatherError) as error:
        unpack_gzip(content, largest=100)
    assert error.value.reason == reason


def test_a_gzip_bomb_is_not_unpacked() -> None:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as stream:
        for _ in range(50):
            stream.write(b"\x00" * 1_000_000)
    with pytest.raises(GatherError, match="unpacks to more"):
        unpack_gzip(packed.getvalue(), largest=1_000_000)


@given(st.binary(max_size=60))
def test_any_gzip(content: bytes) -> None:
    for packed in (content, b"\x1f\x8b\x08" + content, gzip.compress(content)[:-3] + content):
        try:
            assert len(unpack_gzip(packed, largest=100)) <= 100
        except GatherError:
            continue
