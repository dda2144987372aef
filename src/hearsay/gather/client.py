"""The one module that opens sockets: one question to one address, by aiohttp, bounded in size and time.

What it connects to is checked where the socket is made: there the name has been looked up, and the IP address that was
checked is the one connected to, so that no redirect and no name that changes its mind (DNS rebinding) leads inside.
Redirects, retries and manners are `fetching`'s. aiohttp speaks HTTP/1.1 only.
"""

import asyncio
import errno
import socket
import zlib
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from hearsay.errors import GatherError, MissingExtra
from hearsay.gather.addresses import forbid_private
from hearsay.gather.networks import is_public
from hearsay.gather.refusals import Reason, make_error
from hearsay.records import Record
from hearsay.settings import Settings

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

# What an address holds may be this many times larger than what came over the wire; deflate reaches 1,032, feeds and
# sitemaps 30 to 60. Below a megabyte nobody is harmed.
_LARGEST_RATIO = 100
_HARMLESS = 1_000_000
_CHUNK = 65_536
_LOOKUPS = 32
# Deflate comes with the head that the standard asks for, or without it, as some servers send it.
_WINDOWS = {
    "gzip": (16 + zlib.MAX_WBITS,),
    "x-gzip": (16 + zlib.MAX_WBITS,),
    "deflate": (zlib.MAX_WBITS, -zlib.MAX_WBITS),
}
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.8"


class Limits(Record, frozen=True):
    """How much and how long one question may take, and of whom it may be asked."""

    seconds: float  # in all
    connect_seconds: float  # until there is a connection
    largest: int  # bytes of the answer, unpacked
    allow_private: bool = False  # whether private addresses may be asked


class PassingError(GatherError):
    """Trouble that may pass; `wanted` is how many seconds the site asked to wait."""

    def __init__(self, message: str, *, reason: Reason, wanted: float = 0.0) -> None:
        super().__init__(message, reason=reason)
        self.wanted = wanted


class Answer(Record, frozen=True):
    """What came back: one exchange, no redirect followed."""

    status: int
    headers: Mapping[str, str]  # their names in small letters
    content: bytes
    is_whole: bool = True  # False where the connection broke before its declared end


def make_limits(settings: Settings, *, allow_private: bool = False) -> Limits:
    """Take the limits from the settings."""
    largest = settings.page_megabytes * 1_000_000
    return Limits(settings.fetch_seconds, settings.connect_seconds, largest, allow_private)


@asynccontextmanager
async def open_session(settings: Settings, limits: Limits) -> AsyncIterator["ClientSession"]:
    """Open what all questions of a run share: connections kept open, no cookies, no proxy, no credentials."""
    try:
        import aiohttp
    except ImportError as error:
        raise MissingExtra("gathering from addresses", "gather") from error
    # Names are looked up in threads, and a name server that does not answer holds one for seconds.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(min(settings.connections, _LOOKUPS)))
    connector = aiohttp.TCPConnector(
        limit=settings.connections,
        resolver=aiohttp.ThreadedResolver(),
        socket_factory=lambda found: make_socket(found, allow_private=limits.allow_private),
        keepalive_timeout=5,
    )
    timeout = aiohttp.ClientTimeout(total=limits.seconds, sock_connect=limits.connect_seconds)
    async with aiohttp.ClientSession(
        connector=connector,
        timeout=timeout,
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        trust_env=False,
        headers={"User-Agent": make_agent(settings), "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
    ) as session:
        yield session


def make_agent(settings: Settings) -> str:
    """Say who asks, and where to complain if that is set."""
    return (
        f"hearsay/{version('hearsay')} (+{settings.contact})" if settings.contact else f"hearsay/{version('hearsay')}"
    )


def make_socket(found: tuple[Any, ...], *, allow_private: bool = False) -> socket.socket:
    """Make the socket of one address that was looked up, unless that address is private: the last moment to say no."""
    family, kind, protocol, _, where = found
    if not allow_private and not is_public(where[0]):
        raise OSError(errno.EACCES, f"{where[0]} is private")
    return socket.socket(family=family, type=kind, proto=protocol)


async def ask(session: "ClientSession", address: str, *, headers: Mapping[str, str], limits: Limits) -> Answer:
    """Ask one address once; GatherError for whatever goes wrong on the way."""
    import aiohttp
    from yarl import URL

    try:
        url = URL(address)
        async with asyncio.timeout(limits.seconds):
            async with session.get(url, headers=dict(headers), allow_redirects=False) as response:
                content, is_whole = await _receive(response, limits.largest)
                return Answer(response.status, _lower(response), content, is_whole)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise translate_error(error, address) from error


def _lower(response: "ClientResponse") -> dict[str, str]:
    """Give the headers with their names in small letters; the first of a name counts."""
    headers: dict[str, str] = {}
    for name, text in response.headers.items():
        # Bytes that are no text would break whoever stores them.
        headers.setdefault(name.lower(), text.strip().encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    return headers


async def _receive(response: "ClientResponse", largest: int) -> tuple[bytes, bool]:
    """Receive the answer's content, unpacked, and whether it came to its end."""
    from aiohttp import ClientConnectionError, ClientPayloadError

    inflater = Inflater(response.headers.get("Content-Encoding", ""), largest)
    try:
        async for chunk in response.content.iter_chunked(_CHUNK):
            inflater.take(chunk)
    except (ClientPayloadError, ClientConnectionError):
        return bytes(inflater.content), False
    return bytes(inflater.content), inflater.is_at_end


class Inflater:
    """Unpacks what comes, chunk by chunk, and stops where it grows beyond what anybody sends in earnest."""

    def __init__(self, encoding: str, largest: int) -> None:
        """Take the name of the encoding as the header has it."""
        name = encoding.strip().lower()
        if name not in ("", "identity", *_WINDOWS):
            raise make_error(Reason.ENCODING, f"it is packed by '{name}', which was not asked for.")
        self.content = bytearray()
        self._largest = largest
        self._windows = list(_WINDOWS.get(name, ()))
        self._received = 0
        self._unpacker = zlib.decompressobj(self._windows.pop(0)) if self._windows else None

    @property
    def is_at_end(self) -> bool:
        """Tell whether what was packed came to its end."""
        return self._unpacker is None or self._unpacker.eof or not self._received

    def take(self, chunk: bytes) -> None:
        """Take what came; GatherError beyond the bounds."""
        self._received += len(chunk)
        if self._unpacker is None:
            self.content += chunk
            self._check()
            return
        while chunk:
            chunk = self._unpack(chunk)
            self._check()

    def _unpack(self, chunk: bytes) -> bytes:
        """Unpack at most one bounded piece, and return what is left to unpack."""
        assert self._unpacker is not None
        try:
            self.content += self._unpacker.decompress(chunk, _CHUNK)
        except zlib.error as error:
            if not self._windows or self.content:
                raise make_error(Reason.DAMAGED, f"it is packed wrongly ({error}).") from error
            self._unpacker = zlib.decompressobj(self._windows.pop(0))
            return chunk
        if self._unpacker.eof and self._unpacker.unused_data:
            return self._next_member(self._unpacker.unused_data)
        return self._unpacker.unconsumed_tail

    def _next_member(self, rest: bytes) -> bytes:
        """Go on with what follows the end: gzip may have several members, anything else is padding."""
        if not rest.startswith(b"\x1f\x8b"):
            return b""
        self._unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return rest

    def _check(self) -> None:
        """Refuse what is too large, and what unpacks to far more than came."""
        size = len(self.content)
        if size > self._largest:
            raise make_error(Reason.TOO_LARGE, f"it is larger than {self._largest // 1_000_000} MB.")
        if size > _HARMLESS and size > _LARGEST_RATIO * self._received:
            raise make_error(Reason.UNSAFE, "it unpacks to more than a hundred times what was sent.")


def translate_error(error: Exception, address: str) -> GatherError:
    """Turn whatever went wrong into one of our reasons, with what to do."""
    import aiohttp

    if isinstance(error, TimeoutError):
        detail = "it took too long to answer; HEARSAY_FETCH_SECONDS gives it more time."
        return PassingError(detail, reason=Reason.TIMEOUT)
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return make_error(Reason.UNREACHABLE, f"its certificate does not hold ({_words(error)}).")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return make_error(Reason.UNREACHABLE, f"there is no host '{error.host}'; check the address.")
    if isinstance(error, aiohttp.ClientConnectorError):
        if error.os_error.errno == errno.EACCES:
            return forbid_private(str(error.host))
        detail = f"there is no connection to {error.host} ({_words(error.os_error)})."
        return PassingError(detail, reason=Reason.UNREACHABLE)
    if isinstance(error, ValueError):
        return make_error(Reason.FORBIDDEN, f"'{address}' is no address ({_words(error)}).")
    detail = f"the answer broke off or is no HTTP ({_words(error)})."
    return PassingError(detail, reason=Reason.UNREACHABLE)


def _words(error: Exception) -> str:
    """Give an error's words in one short line."""
    return " ".join(str(error).split())[:200] or type(error).__name__
