"""Files, folders and standard input: bytes in, reports or refusals out, one at a time, so that memory stays flat."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from hearsay.errors import HearsayError
from hearsay.gather.days import read_date
from hearsay.gather.refusals import Reason, make_error, refuse
from hearsay.records import Credits, Refusal, Report, digest

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text"})
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
LETTER_SUFFIXES = frozenset({".eml"})
DOCUMENT_SUFFIXES = frozenset({".pdf"})
SUFFIXES = TEXT_SUFFIXES | PAGE_SUFFIXES | LETTER_SUFFIXES | DOCUMENT_SUFFIXES
# Files that hold many reports; `containers` reads them.
CONTAINERS = (".zip", ".warc", ".warc.gz", ".warc.zst")
# The longest reports at hand have 0.1 MB and the heaviest pages 5; anything larger is an archive or a log.
LARGEST = 20_000_000
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MAGIC = {
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x1f\x8b": "a packed file",
    b"\x28\xb5\x2f\xfd": "a packed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<fields>.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"(?m)^(?P<name>\w+)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t\r]*$")


def read_paths(paths: Iterable[str]) -> Iterator[Report | Refusal]:
    """Read files, folders and "-" for standard input, in order; what cannot be read is refused, the rest is read."""
    from hearsay.gather.containers import read_reports

    for path in paths:
        if path == "-":
            yield read_content(sys.stdin.buffer.read(LARGEST + 1), "standard input")
        else:
            for found in find_files(path):
                yield from [found] if isinstance(found, Refusal) else (report for _, report in read_reports(found))


def find_files(path: str) -> Iterator[Path | Refusal]:
    """Find the files under a path in order: the file itself, or those of a folder whose names say that they are read."""
    start = Path(path)
    if start.is_dir():
        yield from _walk(start)
    elif start.exists():
        yield start
    else:
        yield refuse(path, make_error(Reason.MISSING, "there is no such file or folder; check the path."))


def _walk(folder: Path) -> Iterator[Path | Refusal]:
    """Walk a folder in the order of names, without hidden files and without following links to folders in circles."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield refuse(str(folder), make_error(Reason.UNREADABLE, f"{error.strerror}; check who may read it."))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry)
        elif entry.suffix.lower() in SUFFIXES or entry.name.lower().endswith(CONTAINERS):
            yield entry


def read_file(path: Path) -> Report | Refusal:
    """Read one file."""
    try:
        if path.stat().st_size > LARGEST:
            return refuse(str(path), _too_large())
        content = path.read_bytes()
    except FileNotFoundError:
        return refuse(str(path), make_error(Reason.MISSING, "there is no such file; check the path."))
    except OSError as error:
        return refuse(str(path), make_error(Reason.UNREADABLE, f"{error.strerror}; check who may read it."))
    return read_content(content, str(path), suffix=path.suffix.lower())


def read_content(content: bytes, where: str, *, suffix: str = "") -> Report | Refusal:
    """Read bytes as what their name or their beginning says that they are: a PDF, a message, a page, else text."""
    try:
        if len(content) > LARGEST:
            raise _too_large()
        if content.startswith(b"%PDF-"):
            return _read_document(content)
        if suffix in LETTER_SUFFIXES:
            return _read_letter(content)
        text = decode(content)
        if suffix in PAGE_SUFFIXES or (suffix not in TEXT_SUFFIXES and _PAGE.match(text)):
            from hearsay.gather.html import extract

            return extract(text)
        return make_report(text, has_front_matter=suffix in {".md", ".markdown"})
    except HearsayError as error:
        return refuse(where, error)


def _read_document(content: bytes) -> Report:
    """Read a PDF; when the file was made is when it came out, for want of better."""
    from hearsay.gather.documents import read_document

    document = read_document(content)
    report = make_report(document.text)
    credits = Credits(byline=document.author)
    return replace(report, title=document.title, published=read_date(document.made), credits=credits)


def _read_letter(content: bytes) -> Report:
    """Read a message: its text or its page, under its subject, sender and date."""
    from hearsay.gather.mail import read_letter

    letter = read_letter(content)
    fields = {"title": letter.subject, "published": read_date(letter.sent)}
    if letter.text is None:
        from hearsay.gather.html import extract

        report = extract(letter.html or "")
        fields = {name: value for name, value in fields.items() if value}
    else:
        report = make_report(letter.text)
    return replace(report, credits=replace(report.credits, byline=letter.sender), published_at=letter.sent, **fields)


def _too_large() -> HearsayError:
    """Make the error for what is larger than a report."""
    return make_error(Reason.TOO_LARGE, f"larger than {LARGEST // 1_000_000} MB; split it into one file a report.")


def decode(content: bytes) -> str:
    """Decode bytes without changing a code point: UTF-8, UTF-16 with a byte order mark, or what a page declares."""
    encoding = next((name for mark, name in _BOMS if content.startswith(mark)), None)
    if not encoding:
        _check_binary(content)
    declared = _CHARSET.search(content[:4096])
    for name in [encoding or "utf-8", *([declared[1].decode()] if declared and not encoding else [])]:
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise make_error(Reason.ENCODING, "the bytes are no UTF-8 text; save the file as UTF-8 and read it again.")


def _check_binary(content: bytes) -> None:
    """Refuse what is no text: known signatures, or zero bytes."""
    kind = next((kind for magic, kind in _MAGIC.items() if content.startswith(magic)), None)
    if kind or b"\x00" in content[:8192]:
        what = kind or "binary (or UTF-16 without a byte order mark)"
        raise make_error(Reason.BINARY, f"this is {what}; give its text as UTF-8.")


def make_report(text: str, *, has_front_matter: bool = False) -> Report:
    """Make a report of plain text or Markdown; the front matter of Markdown becomes its fields."""
    front = _FRONT_MATTER.match(text) if has_front_matter else None
    fields = _read_fields(front["fields"]) if front else {}
    text = text[front.end() :] if front else text
    check_text(text)
    outlet, url = fields.get("outlet"), fields.get("url")
    return Report(
        id=make_id(text, outlet=outlet, url=url),
        text=text,
        lang=fields.get("lang"),
        title=fields.get("title"),
        outlet=outlet,
        url=url,
        published=read_date(fields.get("published") or fields.get("date")),
        credits=Credits(byline=fields.get("author") or fields.get("byline")),
    )


def _read_fields(front: str) -> dict[str, str]:
    """Read the plain "name: value" lines of front matter; lists and nested fields are other programs' own."""
    return {found["name"].lower(): found["value"].strip("\"'") for found in _FIELD.finditer(front)}


def check_text(text: str) -> None:
    """Refuse a text without a letter or digit."""
    if not any(map(str.isalnum, text)):
        raise make_error(Reason.EMPTY, "there is no text in it; is this the right file?")


def make_id(text: str, *, outlet: str | None = None, url: str | None = None) -> str:
    """Make a report's id of its content, and of where it came out if known: reprints are reports of their own."""
    return digest(text, *(part for part in (outlet, url) if part))
