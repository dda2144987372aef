"""Documents: PDF with text in it (pypdf, the extra `pdf`); a scanned one has none and is refused."""

import io
import logging
import re
from datetime import datetime
from typing import Any

from hearsay.errors import MissingExtra
from hearsay.gather.refusals import Reason, make_error
from hearsay.records import Record

# A report, a resolution, a court's ruling; a book is none.
MOST_PAGES = 500
# Letters on a page: a scan with a stamp of the archive that made it has less.
_FEWEST_LETTERS = 20
_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


class Document(Record, frozen=True):
    """What a PDF holds."""

    text: str  # a line each paragraph, as far as the file tells them
    title: str | None = None
    author: str | None = None
    made: str | None = None  # ISO 8601


def read_document(content: bytes) -> Document:
    """Read the text of a PDF; GatherError if it is broken, locked, a scan, or longer than a report."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise MissingExtra("reading PDF", "pdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells what it mends; the reader of reports needs none
    try:
        reader = PdfReader(io.BytesIO(content))
        is_locked = reader.is_encrypted and not reader.decrypt("")
        number = 0 if is_locked else len(reader.pages)
    except Exception as error:  # pypdf raises what its parts raise, on broken files of all kinds
        raise _damaged(error) from error
    if is_locked:
        raise make_error(Reason.UNREADABLE, "the PDF is locked with a password; save it without one.")
    if number > MOST_PAGES:
        raise make_error(Reason.TOO_LARGE, f"the PDF has over {MOST_PAGES} pages; cut out what is to be read.")
    return _make_document(reader, number)


def _damaged(error: Exception) -> Exception:
    """Make the error for a file that is broken."""
    detail = f"the PDF is broken ({type(error).__name__}: {' '.join(str(error).split())[:100]}); fetch it again."
    return make_error(Reason.DAMAGED, detail)


def _make_document(reader: Any, number: int) -> Document:
    """Read all pages and the head."""
    try:
        pages = [reader.pages[place].extract_text() or "" for place in range(number)]
        head = reader.metadata
        fields = (_clean(head.title), _clean(head.author), _stamp(head)) if head else (None, None, None)
    except Exception as error:
        raise _damaged(error) from error
    text = "\n".join(line for page in pages if (line := _join_lines(page)))
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS * min(max(number, 1), 3):
        detail = "the PDF holds pictures of pages and no text; run it through text recognition (OCR) first."
        raise make_error(Reason.EMPTY, detail)
    return Document(text, *fields)


def _join_lines(page: str) -> str:
    """Join the lines of paragraphs where blank lines part them; elsewhere lines are left as they are."""
    page = page.encode("utf8", "replace").decode().replace("\r\n", "\n").strip()
    if not _PARAGRAPH.search(page):
        return page
    paragraphs = (_HYPHEN.sub("", paragraph) for paragraph in _PARAGRAPH.split(page))
    return "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())


def _clean(written: Any) -> str | None:
    """Return a field of the head as text with even white space."""
    return " ".join(str(written).encode("utf8", "replace").decode().split()) or None if written else None


def _stamp(head: Any) -> str | None:
    """Return when the file was made."""
    made = head.creation_date
    return made.isoformat() if isinstance(made, datetime) else None
