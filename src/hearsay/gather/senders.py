"""Senders: signed webhooks and mail, the only words that hearsay sends to others on its own account.

Webhooks follow Standard Webhooks (https://www.standardwebhooks.com): id, time and HMAC-SHA256 of both with the content.
Sockets are made here, after the address that was looked up was checked, so that no name leads inside. No redirect is followed.
"""

import base64
import hmac
import random
import smtplib
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from typing import Any

from hearsay.errors import GatherError
from hearsay.gather.addresses import check_address, find_port, forbid_private, split_address
from hearsay.gather.client import PassingError, make_agent
from hearsay.gather.networks import is_public
from hearsay.gather.refusals import Reason, make_error
from hearsay.records import Record
from hearsay.settings import Settings

_SECRET_PREFIX = "whsec_"
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
# More than any receiver answers; the answer's status is all that counts.
_MOST_READ = 4096
_PORTS = {"tls": 465, "starttls": 587, "none": 25}


class Hook(Record, frozen=True):
    """A webhook: where to, with which secret, and whether it may be a private address."""

    address: str
    secret: bytes
    allow_private: bool = False


class MailServer(Record, frozen=True):
    """A server that takes mail, and how to talk to it."""

    host: str
    security: str = "starttls"  # tls, starttls or none
    port: int | None = None  # else the usual one of the security
    login: tuple[str, str] | None = None  # user and password
    allow_private: bool = False


class Post(Record, frozen=True):
    """What is posted: an id by which a receiver knows it again, and JSON."""

    id: str
    content: bytes


def read_secret(written: str) -> bytes:
    """Read a secret: base64 behind whsec_, as Standard Webhooks writes them, else the text itself.

    >>> read_secret("whsec_c2VjcmV0"), read_secret("secret")
    (b'secret', b'secret')
    """
    if not written.startswith(_SECRET_PREFIX):
        return written.encode()
    try:
        return base64.b64decode(written.removeprefix(_SECRET_PREFIX), validate=True)
    except ValueError as error:
        raise make_error(Reason.INVALID, "the secret begins with whsec_ but goes on with no base64.") from error


def sign(post: Post, secret: bytes, *, at: int) -> dict[str, str]:
    """Make the headers by which a receiver knows who sent it and when.

    >>> sign(Post("a1", b"{}"), b"secret", at=1)["webhook-signature"]
    'v1,EQSEn7xi4qEMGt2aWEP1p/3dvImdjJKmWgfXSYthXb8='
    """
    signature = hmac.digest(secret, b"%s.%d.%s" % (post.id.encode(), at, post.content), sha256)
    return {
        "webhook-id": post.id,
        "webhook-timestamp": str(at),
        "webhook-signature": f"v1,{base64.b64encode(signature).decode()}",
    }


def send_post(hook: Hook, post: Post, *, settings: Settings) -> None:
    """Post to a webhook, again where the trouble may pass; GatherError where it cannot be delivered."""
    check_address(hook.address, allow_private=hook.allow_private)
    if not hook.address.lower().startswith("https:") and not hook.allow_private:
        raise make_error(
            Reason.FORBIDDEN, f"{hook.address} is not https: what is told would be open to all on the way."
        )
    repeat(lambda: _post_once(hook, post, settings), settings)


def repeat(work: Callable[[], None], settings: Settings) -> None:
    """Do what may fail for a while, and again after growing pauses; the last error is raised."""
    for attempt in range(settings.fetch_attempts):
        try:
            return work()
        except PassingError as error:
            if attempt + 1 == settings.fetch_attempts:
                raise
            pause = settings.backoff_seconds * 2**attempt * random.uniform(0.5, 1.5)
            time.sleep(max(pause, min(error.wanted, settings.retry_after_seconds)))
    return None


def _post_once(hook: Hook, post: Post, settings: Settings) -> None:
    """Post once, and look at the status only."""
    parts = split_address(hook.address)
    host, port = parts.hostname or "", find_port(parts)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Content-Type": "application/json", "User-Agent": make_agent(settings), "Connection": "close"}
    headers |= sign(post, hook.secret, at=int(time.time()))
    with _translate(host), connect(host, port, settings=settings, allow_private=hook.allow_private) as plain:
        wire = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=host) if parts.scheme == "https" else plain
        )
        connection = HTTPConnection(host, port, timeout=settings.fetch_seconds)
        connection.sock = wire
        try:
            connection.request("POST", path, post.content, headers)
            answer = connection.getresponse()
            answer.read(_MOST_READ)
            answer.close()
        finally:
            connection.close()
    check_status(answer.status, hook.address, wanted=answer.headers.get("Retry-After", ""))


def check_status(status: int, address: str, *, wanted: str = "") -> None:
    """Check that a receiver took it; what may pass, after the seconds that it wants, is told from what stays."""
    if 200 <= status < 300:
        return
    if status in _PASSING:
        seconds = float(wanted) if wanted.isdecimal() else 0.0
        raise PassingError(f"{address} answers {status}; it is tried again.", reason=Reason.BUSY, wanted=seconds)
    raise make_error(Reason.STATUS, f"{address} answers {status}; check the address and its secret.")


def send_mail(server: MailServer, letter: EmailMessage, *, settings: Settings) -> None:
    """Send a letter, again where the trouble may pass; GatherError where it cannot be delivered."""
    repeat(lambda: _mail_once(server, letter, settings), settings)


def _mail_once(server: MailServer, letter: EmailMessage, settings: Settings) -> None:
    with _translate(server.host), _open_mail(server, settings) as wire:
        if server.security == "starttls":
            wire.starttls(context=ssl.create_default_context())
        if server.login:
            wire.login(*server.login)
        wire.send_message(letter)


def _open_mail(server: MailServer, settings: Settings) -> smtplib.SMTP:
    """Connect to a server of mail by a socket that was checked."""

    class Checked(smtplib.SMTP):
        """Mail over a checked socket; smtplib asks this method for it."""

        def _get_socket(self, host: str, port: int, timeout: Any) -> socket.socket:  # noqa: ARG002
            plain = connect(host, port, settings=settings, allow_private=server.allow_private)
            if server.security != "tls":
                return plain
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)

    return Checked(server.host, server.port or _PORTS[server.security], timeout=settings.fetch_seconds)


def connect(host: str, port: int, *, settings: Settings, allow_private: bool) -> socket.socket:
    """Connect to the first address of a host that answers; all that were looked up have to be everybody's."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not allow_private and not all(is_public(str(where[0])) for *_, where in found):
        raise forbid_private(host)
    trouble: OSError | None = None
    for *_, where in found:
        try:
            wire = socket.create_connection((str(where[0]), port), timeout=settings.connect_seconds)
        except OSError as error:
            trouble = error
        else:
            wire.settimeout(settings.fetch_seconds)
            return wire
    raise trouble or OSError(f"{host} has no address")


@contextmanager
def _translate(host: str) -> Iterator[None]:
    """Turn what goes wrong on the way into our reasons."""
    try:
        yield
    except (OSError, HTTPException) as error:
        raise translate_error(error, host) from error


def translate_error(error: Exception, host: str) -> GatherError:
    """Turn an error into one of ours, with what to do."""
    words = " ".join(str(error).split())[:200]
    match error:
        case smtplib.SMTPAuthenticationError():
            return make_error(Reason.STATUS, f"{host} does not take user and password; check them.")
        case smtplib.SMTPRecipientsRefused() | smtplib.SMTPSenderRefused() | smtplib.SMTPNotSupportedError():
            return make_error(Reason.STATUS, f"{host} does not take the mail ({words}).")
        case ssl.SSLCertVerificationError():
            return make_error(Reason.UNREACHABLE, f"the certificate of {host} does not hold ({words}).")
        case socket.gaierror():
            return PassingError(f"there is no host '{host}'; check the address.", reason=Reason.UNREACHABLE)
        case TimeoutError():
            return PassingError(f"{host} took too long.", reason=Reason.TIMEOUT)
        case _:
            return PassingError(f"{host} cannot be reached ({words}).", reason=Reason.UNREACHABLE)
