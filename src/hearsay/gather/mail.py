"""Mail: a saved message (EML, RFC 5322), as newsletters and press releases come; its text or its page, and its head."""

from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr

from hearsay.gather.days import read_stamp
from hearsay.gather.refusals import Reason, make_error
from hearsay.records import Record

_SHORTEST = 20


class Letter(Record, frozen=True):
    """What a message holds."""

    text: str | None  # the plain part, code point for code point as it was sent
    html: str | None  # the part that is a page, where no plain one says anything
    subject: str | None
    sender: str | None  # the name that it came under, else the address
    sent: str | None  # ISO 8601 in the zone of the sender


def read_letter(content: bytes) -> Letter:
    """Read a message; GatherError if there is no head or no text in it."""
    try:
        message = message_from_bytes(content, policy=policy.default)
        letter = _read_parts(message)
    except Exception as error:  # the standard library's parser of heads raises half a dozen kinds on broken ones
        raise make_error(Reason.DAMAGED, f"the message cannot be read ({error}); save it again as EML.") from error
    if not (letter.subject or letter.sender or letter.sent):
        raise make_error(Reason.INVALID, "this is no message: it has neither subject nor sender nor date.")
    if not letter.text and not letter.html:
        raise make_error(Reason.EMPTY, "there is no text in the message, only what is attached to it; save that.")
    return letter


def _read_parts(message: Message) -> Letter:
    """Read the parts: the plain one if it says anything, else the page."""
    assert isinstance(message, EmailMessage)  # what the default policy makes
    plain = _read_part(message, "plain")
    page = None if plain and len(plain.strip()) >= _SHORTEST else _read_part(message, "html")
    name, address = parseaddr(_read_field(message, "from"))
    return Letter(
        text=None if page else plain,
        html=page,
        subject=_read_field(message, "subject") or None,
        sender=name or address or None,
        sent=read_stamp(_read_field(message, "date")),
    )


def _read_field(message: EmailMessage, name: str) -> str:
    """Return a field of the head with even white space and no lone surrogates."""
    return " ".join(str(message.get(name, "")).encode("utf8", "replace").decode().split())


def _read_part(message: EmailMessage, kind: str) -> str | None:
    """Return the text of the first part of a kind; bytes that are not of its charset become marks of replacement."""
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    try:
        text = payload.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        text = payload.decode("utf8", "replace")
    return text.replace("\r\n", "\n") if text.strip() else None
