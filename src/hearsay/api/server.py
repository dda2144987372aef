"""Serving: the only module that imports uvicorn."""

from collections.abc import Callable
from socket import socket

from hearsay.api.service import ServeSettings
from hearsay.errors import MissingExtra, SettingsError


def serve(settings: ServeSettings, tell: Callable[[str], None]) -> None:
    """Serve until somebody stops it; `tell` is told where, once it listens."""
    try:
        import uvicorn
    except ImportError as error:
        raise MissingExtra("hearsay serve", "serve") from error
    from hearsay.api.web import make_app

    config = uvicorn.Config(
        make_app(settings),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        limit_concurrency=256,
        h11_max_incomplete_event_size=16_384,
    )

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                port = self.servers[0].sockets[0].getsockname()[1]
                tell(f"serving http://{settings.host}:{port} (Ctrl-C ends it)")

    try:
        Server(config).run()
    except SystemExit as error:  # uvicorn ends so when it cannot listen, and has told why
        raise SettingsError(
            f"{settings.host}:{settings.port} cannot be listened at; choose another port with --port."
        ) from error
