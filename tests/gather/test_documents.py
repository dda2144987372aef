"""PDF: its text and head; scans, locked and broken files are refused."""

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather import documents
from hearsay.gather.documents import read_document

pypdf = pytest.importorskip("pypdf")

LINES = ("The talks in the old town have failed,", "officials said on Monday evening.")


def make_pdf(lines: tuple[str, ...] = LINES, *, title: str | None = "Talks fail", password: str | None = None) -> bytes:
    """Make a PDF with a line of text each; without lines, one with an empty page."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = pypdf.PdfWriter()
    page: Any = writer.add_blank_page(600, 800)
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    shown = "".join(f"1 0 0 1 50 {700 - 20 * place} Tm ({line}) Tj " for place, line in enumerate(lines))
    stream.set_data(f"BT /F1 12 Tf {shown}ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    if title:
        writer.add_metadata({"/Title": title, "/Author": "Jane Roe", "/CreationDate": "D:20230904233000+06'00'"})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def reason_of(content: bytes) -> str:
    """Return why a document is refused."""
    with pytest.raises(GatherError) as error:
        read_document(content)
    return error.value.reason


def test_text_and_head() -> None:
    document = read_document(make_pdf())
    assert document.text == "\n".join(LINES)
    assert (document.title, document.author, document.made) == ("Talks fail", "Jane Roe", "2023-09-04T23:30:00+06:00")


def test_without_a_head() -> None:
    document = read_document(make_pdf(title=None))
    assert document.text == "\n".join(LINES)


def test_scans_locked_and_broken_files(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reason_of(make_pdf(())) == "empty"
    assert reason_of(make_pdf(password="x")) == "unreadable"
    assert reason_of(b"%PDF-1.7 text") == "damaged"
    monkeypatch.setattr(documents, "MOST_PAGES", 0)
    assert reason_of(make_pdf()) == "too-large"


@settings(max_examples=60)
@given(st.integers(0, 900), st.binary(max_size=6), st.integers(0, 30))
def test_damaged_documents(place: int, piece: bytes, drop: int) -> None:
    content = make_pdf()
    try:
        assert read_document(content[:place] + piece + content[place + drop :]).text
    except GatherError as error:
        assert error.reason in {"damaged", "empty", "unreadable"}
