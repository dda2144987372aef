"""Files, folders and standard input: texts kept as they are, refusals with their cause, the rest read all the same."""

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.gather import files
from hearsay.gather.files import find_files, read_content, read_file, read_paths
from hearsay.records import Refusal, Report

TEXT = "Talks failed.\r\nআলোচনা ব্যর্থ\u200dহয়েছে। ড়\n"


def reason_of(content: bytes, *, suffix: str = ".txt") -> str:
    """Return the reason for which bytes are refused."""
    found = read_content(content, "x", suffix=suffix)
    assert isinstance(found, Refusal)
    assert found.where == "x"
    assert len(found.detail) > 20
    return found.reason


def text_of(content: bytes, *, suffix: str = ".txt") -> str:
    """Return the text that bytes are read as."""
    found = read_content(content, "x", suffix=suffix)
    assert isinstance(found, Report)
    return found.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_kept_code_point_for_code_point(encoding: str) -> None:
    assert text_of(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        ("\u200b…".encode(), "empty"),
        (b"PK\x03\x04", "binary"),
        (b"\x89PNG\r\n", "binary"),
        (b"a\x00b", "binary"),
        (b"caf\xe9 au lait", "encoding"),
        (b"\xff\xfea", "encoding"),
    ],
)
def test_refused_bytes(content: bytes, reason: str) -> None:
    assert reason_of(content) == reason


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    assert reason_of(b"x" * 11) == "too-large"
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    found = read_file(tmp_path / "a.txt")
    assert isinstance(found, Refusal) and found.reason == "too-large"


def test_front_matter_of_markdown() -> None:
    fields = 'title: "Talks fail"\ndate: 2023-09-05T10:00:00Z\noutlet: Example News\nlang: en\ntags:\n  - a'
    text = f"---\n{fields}\n---\n# Talks fail\n"
    report = read_content(text.encode(), "x", suffix=".md")
    assert isinstance(report, Report)
    assert (report.title, report.published, report.outlet, report.lang) == (
        "Talks fail",
        "2023-09-05",
        "Example News",
        "en",
    )
    assert report.text == "# Talks fail\n"
    assert text_of(text.encode(), suffix=".txt") == text


def test_ids_are_made_of_content_and_outlet() -> None:
    first, second = (read_content(b"Talks failed.", where) for where in ("a", "b"))
    other = read_content(b"---\noutlet: Example\n---\nTalks failed.", "c", suffix=".md")
    assert isinstance(first, Report) and isinstance(second, Report) and isinstance(other, Report)
    assert first.id == second.id != other.id


def test_folder_is_read_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.png", ".hidden.txt", "sub/d.TXT", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Talks failed.")
    assert [str(found.relative_to(tmp_path)) for found in find_files(str(tmp_path)) if isinstance(found, Path)] == [
        "a.md",
        "b.txt",
        "sub/d.TXT",
    ]


def test_a_bad_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\x00b")
    (tmp_path / "b.txt").write_text("Talks failed.")
    found = list(read_paths([str(tmp_path), str(tmp_path / "none.txt")]))
    assert [item.reason if isinstance(item, Refusal) else item.text for item in found] == [
        "binary",
        "Talks failed.",
        "missing",
    ]


def test_a_link_to_its_own_folder_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks failed.")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(list(find_files(str(tmp_path)))) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (report,) = read_paths(["-"])
    assert isinstance(report, Report) and report.text == TEXT


def test_paths_are_read_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks failed.")
    asked = []
    reports = read_paths(asked.append(path) or str(tmp_path / path) for path in ("a.txt", "b.txt"))
    next(reports)
    assert asked == ["a.txt"]


@given(st.binary(max_size=60), st.sampled_from(["", ".txt", ".md"]))
def test_any_bytes_are_a_report_or_a_refusal(content: bytes, suffix: str) -> None:
    assert isinstance(read_content(content, "x", suffix=suffix), Report | Refusal)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff\ufffe"), min_size=1))
def test_any_text_is_kept(text: str) -> None:
    found = read_content(f"a{text}".encode(), "x", suffix=".txt")
    assert isinstance(found, Report) and found.text == f"a{text}"
