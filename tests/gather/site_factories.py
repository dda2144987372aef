"""A site that misbehaves in every way a site can, on loopback: raw asyncio, so that it can break HTTP itself."""

import asyncio
import gzip
import threading
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

Handler = Callable[["Request"], Awaitable[None]]

WORDS = "The dam will be filled in June, Mara Venn said on Monday. She said nothing else about the river or the valley."


class Request:
    """One request, and the ways to answer it."""

    def __init__(self, path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        self.path, self.headers, self.writer = path, headers, writer

    async def answer(
        self, content: bytes | str = b"", *, status: int = 200, length: int | None = None, **headers: str
    ) -> None:
        """Answer with headers (their underscores are hyphens), by default whole and with the right length."""
        body = content.encode() if isinstance(content, str) else content
        told = {"Content-Type": "text/html; charset=utf-8"} | {
            name.replace("_", "-"): text for name, text in headers.items()
        }
        told["Content-Length"] = str(len(body) if length is None else length)
        head = "".join(f"{name}: {text}\r\n" for name, text in told.items())
        self.writer.write(f"HTTP/1.1 {status} X\r\n{head}Connection: close\r\n\r\n".encode() + body)
        await self.writer.drain()


class Site:
    """A running site: what it answers by path, and how often each path was asked for."""

    def __init__(self, pages: dict[str, Handler | str | bytes]) -> None:
        self.pages = pages
        self.asked: Counter[str] = Counter()
        self.seen: list[Request] = []
        self.address = ""

    def count(self, path: str) -> int:
        """Tell how often a path was asked for."""
        return self.asked[path]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection, one request."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {name.lower(): text for name, _, text in (line.partition(": ") for line in head[1:] if line)}
            request = Request(head[0].split(" ")[1], headers, writer)
            self.asked[request.path] += 1
            self.seen.append(request)
            await self._answer(request)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the reader has had enough, which is what most tests are about
        finally:
            writer.close()

    async def _answer(self, request: Request) -> None:
        found = self.pages.get(request.path)
        if callable(found):
            await found(request)
        elif found is None:
            await request.answer("not found", status=404)
        else:
            await request.answer(found)


@asynccontextmanager
async def open_site(pages: dict[str, Handler | str | bytes], host: str = "127.0.0.1") -> AsyncIterator[Site]:
    """Open a site on a free port."""
    site = Site(pages)
    server = await asyncio.start_server(site.serve, host, 0)
    site.address = f"http://{host}:{server.sockets[0].getsockname()[1]}"
    try:
        yield site
    finally:
        server.close()


@contextmanager
def serve_site(pages: dict[str, Handler | str | bytes], host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve a site from a thread of its own, for commands that have a loop of their own."""
    ready, ended = threading.Event(), threading.Event()
    found: list[Site] = []

    async def serve() -> None:
        async with open_site(pages, host) as site:
            found.append(site)
            ready.set()
            while not ended.is_set():
                await asyncio.sleep(0.01)

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    ready.wait(5)
    try:
        yield found[0]
    finally:
        ended.set()
        thread.join()


def make_article(title: str = "Dam to be filled", words: str = WORDS, *, canonical: str = "", head: str = "") -> str:
    """Make the page of an article."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    paragraphs = f"<p>{words}</p><p>The valley has waited for it since the spring of last year.</p>"
    return (
        f"<html><head><meta charset='utf-8'><title>{title}</title>{link}{head}</head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


def make_feed(links: list[str], *, updated: str = "Mon, 04 Mar 2024 10:00:00 +0000") -> str:
    """Make an RSS feed of links."""
    items = "".join(
        f"<item><title>Item {number}</title><link>{link}</link><guid>{link}</guid><pubDate>{updated}</pubDate></item>"
        for number, link in enumerate(links)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
    )


async def answer_slowly(_: Request) -> None:
    """Say nothing for longer than anybody waits."""
    await asyncio.sleep(30)


async def answer_endlessly(request: Request) -> None:
    """Send without end."""
    request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        request.writer.write(b"<p>more</p>" * 5000)
        await request.writer.drain()


async def answer_by_drops(request: Request) -> None:
    """Send a byte now and then, without end."""
    request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        request.writer.write(b"x")
        await request.writer.drain()
        await asyncio.sleep(0.02)


async def answer_with_nonsense(request: Request) -> None:
    """Send what is no HTTP."""
    request.writer.write(b"\x00\x01\x02 this is no HTTP\r\n\r\n")
    await request.writer.drain()


async def answer_with_bomb(request: Request) -> None:
    """Send a small thing that unpacks to 50 MB."""
    await request.answer(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")


async def answer_gzipped(request: Request) -> None:
    """Send a page packed as asked for."""
    await request.answer(gzip.compress(make_article().encode()), Content_Encoding="gzip")


async def answer_deflated_raw(request: Request) -> None:
    """Send a page packed without the head that the standard asks for."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    await request.answer(packer.compress(make_article().encode()) + packer.flush(), Content_Encoding="deflate")


def redirect_to(target: str, status: int = 302) -> Handler:
    """Make a handler that redirects."""

    async def answer(request: Request) -> None:
        await request.answer(status=status, Location=target)

    return answer


def fail_first(times: int, status: int, **headers: str) -> Handler:
    """Make a handler that fails some times before it gives the article."""
    count = 0

    async def answer(request: Request) -> None:
        nonlocal count
        count += 1
        if count <= times:
            await request.answer("later", status=status, **headers)
        else:
            await request.answer(make_article())

    return answer
