"""Messages: the plain part, else the page; subject, sender, date; any bytes give a letter or a GatherError."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.mail import Letter, read_letter

TEXT = "The talks in the old town have failed.\nবৈঠক ব্যর্থ হয়েছে।\n"


def make_message(
    *, plain: str | None = TEXT, page: str | None = None, subject: str = "Talks fail: বৈঠক"
) -> EmailMessage:
    """Make a message."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Jane Roe <jane@news.example>"
    message["Date"] = "Mon, 04 Sep 2023 23:30:00 +0600"
    if plain is not None:
        message.set_content(plain)
    if page is not None:
        message.add_alternative(page, subtype="html")
    return message


def test_a_plain_message() -> None:
    letter = read_letter(make_message().as_bytes())
    assert letter == Letter(TEXT, None, "Talks fail: বৈঠক", "Jane Roe", "2023-09-04T23:30:00+06:00")


def test_the_page_where_the_plain_part_says_nothing() -> None:
    page = "<html><body><p>Talks failed.</p></body></html>"
    assert read_letter(make_message(page=page).as_bytes()).html is None
    letter = read_letter(make_message(plain="See HTML.", page=page).as_bytes())
    assert letter.text is None
    assert letter.html and letter.html.strip() == page


def test_attached_files_are_no_text() -> None:
    message = make_message()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    assert read_letter(message.as_bytes()).text == TEXT


def test_a_charset_that_nobody_knows() -> None:
    content = b"Subject: x\r\nContent-Type: text/plain; charset=no-such\r\n\r\nThe talks have failed, they said."
    assert read_letter(content).text == "The talks have failed, they said."


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "invalid"), (b"Talks failed.", "invalid"), (b"Subject: x\r\n\r\n", "empty")]
)
def test_what_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(GatherError) as error:
        read_letter(content)
    assert error.value.reason == reason


@given(st.data())
def test_damaged_messages(drawn: st.DataObject) -> None:
    content = make_message(page="<p>x</p>").as_bytes()
    place = drawn.draw(st.integers(0, len(content)))
    piece = drawn.draw(st.binary(max_size=8))
    try:
        letter = read_letter(content[:place] + piece + content[place + drawn.draw(st.integers(0, 40)) :])
    except GatherError:
        return
    assert letter.text or letter.html


@given(st.binary(max_size=80))
def test_any_bytes(content: bytes) -> None:
    for head in (b"", b"Subject: x\nContent-Type: ", b"From: "):
        try:
            read_letter(head + content)
        except GatherError:
            continue
