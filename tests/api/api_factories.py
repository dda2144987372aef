"""What the tests of the server share: a ledger of invented reports, and a visitor that asks the application directly."""

import asyncio
from pathlib import Path
from typing import Any

import httpx

from hearsay.api.service import ServeSettings
from hearsay.api.web import make_app
from hearsay.ledger import Ledger
from hearsay.linking import link
from hearsay.records import (
    Act,
    Certainty,
    Credits,
    Link,
    Mention,
    MentionKind,
    Reading,
    SourceKind,
    Statement,
    Zone,
    ZoneKind,
    digest,
)

HARSH = "<script>alert(1)</script> \"'> &amp; \u202egnp.exe\u202c \u200b\u0000 {{ 7*7 }} </title>"
ENGLISH = "The Mirel dam will be filled in June without a treaty"
BENGALI = "জুনে চুক্তি ছাড়াই মিরেল বাঁধে পানি ভরা হবে"


def make_saying(
    report: str,
    words: str = ENGLISH,
    *,
    who: str = "Sergei Shoigu",
    entity: str | None = None,
    lang: str = "en",
    outlet: str = "Kestrel",
    published: str = "2024-03-02",
    act: Act = Act.SAY,
    title: str | None = None,
) -> Reading:
    """Make a report of one statement: the words, and who says them."""
    text = f"{words}, {who} said.\n"
    span = (len(words) + 2, len(words) + 2 + len(who))
    chain = (Link(SourceKind.PERSON, who, entity, span),)
    certainty = Certainty.DENIED if act is Act.DENY else Certainty.ASSERTED
    statement = Statement(
        digest(report, words), ((0, len(words)),), ((span[1] + 1, span[1] + 5),), chain, act, certainty
    )
    return Reading(
        id=report, lang=lang, title=title or words, outlet=outlet, url=None, published=published, text=text,
        zones=(Zone(ZoneKind.BODY, (0, len(text))),), mentions=(Mention(span, MentionKind.PERSON, who, entity),), times=(),
        statements=(statement,), credits=Credits(), pack="en@0",
    )  # fmt: skip


def make_ledger(folder: Path, *readings: Reading) -> Path:
    """Make a linked ledger; without readings, of a claim in three reports, a denial, and one report in Bengali."""
    told = readings or (
        make_saying("one"),
        make_saying("two/ü ?", outlet="Harbour Wire", published="2024-03-03", who="Mara Venn"),
        make_saying("three", outlet="Ferry Post", published="2024-03-04"),
        make_saying("four", outlet="Lowland Gazette", published="2024-03-05", who="Ilena Dorvan", act=Act.DENY),
        make_saying("five", BENGALI, lang="bn", outlet="নদীপাড়ের খবর", who="শোইগু", published="2024-03-06"),
    )
    path = folder / "hearsay.db"
    with Ledger.open(path) as ledger:
        for reading in told:
            ledger.add(reading)
        link(ledger)
    return path


class Visitor:
    """Someone who asks a server, without a network."""

    def __init__(self, path: Path, *, host: str = "127.0.0.1", **settings: Any) -> None:
        """Take the ledger."""
        self.app = make_app(ServeSettings(str(path), **settings))
        self.host = host
        self.cookies = httpx.Cookies()

    def get(self, address: str, **headers: str) -> httpx.Response:
        """Ask for an address."""
        return self.send("GET", address, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def send(self, method: str, address: str, **rest: Any) -> httpx.Response:
        """Send anything; redirects are not followed."""
        return asyncio.run(self._send(method, address, rest))

    async def _send(self, method: str, address: str, rest: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        base = f"http://{self.host}:8000"
        async with httpx.AsyncClient(transport=transport, base_url=base, cookies=self.cookies) as client:
            answer = await client.request(method, address, **rest)
            self.cookies.update(client.cookies)
            return answer
