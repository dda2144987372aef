"""What stands before everything: names of hosts, rates, sizes, and the headers that every answer bears (pure ASGI)."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from time import monotonic
from typing import Any

import msgspec

from hearsay.api.problems import Problem
from hearsay.api.service import ServeSettings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_LOOPBACK = {"localhost", "127.0.0.1", "[::1]", "testserver"}
_MOST_VISITORS = 4096
HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


class Rates:
    """How much each visitor may still ask for: a bucket that fills steadily (token bucket)."""

    def __init__(self, burst: int, rate: float, clock: Callable[[], float] = monotonic) -> None:
        """Take how many requests at once, and how many a second after that."""
        self._burst, self._rate, self._clock = burst, rate, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, visitor: str, cost: float = 1.0) -> bool:
        """Tell whether a visitor may ask now, and count it."""
        now = self._clock()
        left, at = self._left.pop(visitor, (float(self._burst), now))
        left = min(float(self._burst), left + (now - at) * self._rate)
        allowed = left >= cost
        self._left[visitor] = (left - cost if allowed else left, now)
        while len(self._left) > _MOST_VISITORS:
            self._left.popitem(last=False)
        return allowed


class Guard:
    """The outermost layer of the server."""

    def __init__(self, app: App, settings: ServeSettings) -> None:
        """Take what is guarded."""
        self._app, self._settings = app, settings
        self._rates = Rates(settings.burst, settings.rate)
        self._is_loopback = settings.host in {"127.0.0.1", "localhost", "::1"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            self._check(scope)
        except Problem as problem:
            await _refuse(problem, send)
            return
        await self._app(scope, self._bounded(receive), _with_headers(send))

    def _check(self, scope: Scope) -> None:
        """Check the host's name, the rate, and the size that is told."""
        told = dict(scope["headers"])
        host = told.get(b"host", b"").decode("latin1").rsplit(":", 1)[0].lower()
        # A page elsewhere may give its own name this server's address (DNS rebinding): only our names are answered.
        if self._is_loopback and host not in _LOOPBACK:
            raise Problem(421, "Another host was asked for", "ask for 127.0.0.1 or localhost.")
        visitor = (scope.get("client") or ("unknown", 0))[0]
        cost = 20.0 if scope["path"] == "/api/v1/read" else 1.0
        if not self._rates.allows(visitor, cost):
            raise Problem(429, "Too many requests", "wait a second, then go on more slowly.", retry_after=1)
        size = told.get(b"content-length", b"0")
        if not size.isdigit() or int(size) > self._settings.body_bytes:
            raise Problem(413, "Too much at once", f"send at most {self._settings.body_bytes} bytes.")

    def _bounded(self, receive: Receive) -> Receive:
        """Stop a body that is longer than it may be, whatever its header told."""
        seen = 0

        async def bounded() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._settings.body_bytes:
                raise Problem(413, "Too much at once", f"send at most {self._settings.body_bytes} bytes.")
            return message

        return bounded


def _with_headers(send: Send) -> Send:
    """Add the headers that an answer does not bear itself."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            borne = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(pair for pair in HEADERS if pair[0] not in borne)]
        await send(message)

    return sending


async def _refuse(problem: Problem, send: Send) -> None:
    body = msgspec.json.encode(problem.trouble)
    headers = [(b"content-type", b"application/problem+json"), (b"content-length", str(len(body)).encode()), *HEADERS]
    if problem.retry_after:
        headers.append((b"retry-after", str(problem.retry_after).encode()))
    await send({"type": "http.response.start", "status": problem.trouble.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
