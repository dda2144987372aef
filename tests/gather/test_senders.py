"""Senders: signed as Standard Webhooks says, repeated where the trouble passes, never to a private address unasked."""

import base64
import hmac
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from hearsay.errors import GatherError
from hearsay.gather.senders import Hook, MailServer, Post, read_secret, send_mail, send_post
from hearsay.settings import Settings

QUICK = Settings(fetch_attempts=3, backoff_seconds=0.01, fetch_seconds=2.0, connect_seconds=2.0)
POST = Post("a1", b'{"type":"hearsay.alert"}')


class Seen:
    """What a receiver saw, and what it answers next."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.posts: list[tuple[dict[str, str], bytes]] = []


@contextmanager
def receive(*statuses: int) -> Iterator[tuple[str, Seen]]:
    """Receive posts on the loopback."""
    seen = Seen(*statuses)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            seen.posts.append(({name.lower(): text for name, text in self.headers.items()}, content))
            self.send_response(seen.statuses.pop(0) if seen.statuses else 204)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook?x=1", seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_post_is_signed_over_id_time_and_content() -> None:
    with receive() as (address, seen):
        send_post(Hook(address, b"secret", allow_private=True), POST, settings=QUICK)
    ((headers, content),) = seen.posts
    signed = f"a1.{headers['webhook-timestamp']}.".encode() + content
    expected = base64.b64encode(hmac.digest(b"secret", signed, sha256)).decode()
    assert (
        headers["webhook-id"] == "a1" and headers["webhook-signature"] == f"v1,{expected}" and content == POST.content
    )


def test_what_passes_is_tried_again() -> None:
    with receive(503, 429) as (address, seen):
        send_post(Hook(address, b"secret", allow_private=True), POST, settings=QUICK)
    assert len(seen.posts) == 3


@pytest.mark.parametrize(
    ("statuses", "tries", "reason"), [((503,) * 9, 3, "busy"), ((410,), 1, "status"), ((302,), 1, "status")]
)
def test_what_stays_is_told_and_no_redirect_is_followed(statuses: tuple[int, ...], tries: int, reason: str) -> None:
    with receive(*statuses) as (address, seen), pytest.raises(GatherError) as caught:
        send_post(Hook(address, b"secret", allow_private=True), POST, settings=QUICK)
    assert len(seen.posts) == tries and caught.value.reason == reason


def test_private_addresses_are_refused_before_anything_is_sent() -> None:
    with receive() as (address, seen), pytest.raises(GatherError) as caught:
        send_post(Hook(address, b"secret"), POST, settings=QUICK)
    assert caught.value.reason == "forbidden" and not seen.posts


def test_a_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)
    with pytest.raises(GatherError) as caught:
        send_post(Hook("https://hooks.example/x", b"secret"), POST, settings=QUICK)
    assert caught.value.reason == "forbidden"


def test_plain_http_is_refused_in_public() -> None:
    with pytest.raises(GatherError, match="is not https"):
        send_post(Hook("http://hooks.example/x", b"secret"), POST, settings=QUICK)


def test_secrets_are_read_as_they_are_written() -> None:
    assert read_secret("whsec_" + base64.b64encode(b"\x00\xff").decode()) == b"\x00\xff"
    with pytest.raises(GatherError, match="no base64"):
        read_secret("whsec_!")


@contextmanager
def take_mail() -> Iterator[tuple[int, list[str]]]:
    """Take one letter on the loopback, line by line, as a server of mail does."""
    lines: list[str] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        wire, _ = listener.accept()
        with wire, wire.makefile("rb") as file:
            wire.sendall(b"220 ready\r\n")
            is_letter = False
            for raw in file:
                line = raw.decode().rstrip("\r\n")
                lines.append(line)
                is_letter = line.upper() == "DATA" or (is_letter and line != ".")
                if line.upper() == "DATA":
                    wire.sendall(b"354 go on\r\n")
                elif line.upper() == "QUIT":
                    return wire.sendall(b"221 bye\r\n")
                elif not is_letter:
                    wire.sendall(b"250 well\r\n")
            return None

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1], lines
    finally:
        thread.join(5)
        listener.close()


def make_letter() -> EmailMessage:
    """Make a letter."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "hearsay@news.example", "desk@news.example", "সেতু"
    letter.set_content("A denial.\n")
    return letter


def test_a_letter_is_sent() -> None:
    with take_mail() as (port, lines):
        send_mail(MailServer("127.0.0.1", "none", port, None, allow_private=True), make_letter(), settings=QUICK)
    assert "A denial." in lines and any(line.lower().startswith("rcpt to:<desk@news.example>") for line in lines)


def test_a_private_server_of_mail_is_refused_unless_allowed() -> None:
    with pytest.raises(GatherError) as caught:
        send_mail(MailServer("127.0.0.1", "none", 25), make_letter(), settings=QUICK)
    assert caught.value.reason == "forbidden"


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(GatherError) as caught:
        send_mail(MailServer("127.0.0.1", "none", port, allow_private=True), make_letter(), settings=QUICK)
    assert caught.value.reason == "unreachable"
