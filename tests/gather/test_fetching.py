"""Fetching from a site that misbehaves: a page, or one error of ours, and always soon."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

import pytest

from hearsay.errors import GatherError
from hearsay.gather.fetching import Fetcher, Validators, open_fetcher, read_retry_after
from hearsay.records import Page
from hearsay.settings import Settings
from tests.gather import site_factories as sites
from tests.gather.site_factories import Handler, Request, Site, make_article, open_site, redirect_to

pytest.importorskip("aiohttp")


def make_settings(**told: Any) -> Settings:
    """Make settings under which nothing takes long."""
    quick = {"delay_seconds": 0.0, "backoff_seconds": 0.01, "fetch_seconds": 5.0, "connect_seconds": 5.0}
    return Settings(**{**quick, "page_megabytes": 2, **told})


def fetch(
    answer: Handler | str | bytes,
    path: str = "/a",
    *,
    more: dict[str, Handler | str | bytes] | None = None,
    **told: Any,
) -> tuple[Page, Site]:
    """Fetch one path of a site that answers so."""
    validators = told.pop("validators", None)

    async def run() -> tuple[Page, Site]:
        pages = {"/a": answer, **(more or {})}
        async with open_site(pages) as site, open_fetcher(make_settings(**told), allow_private=True) as fetcher:
            return await fetcher.fetch(site.address + path, validators), site

    return asyncio.run(run())


def refused(answer: Handler | str | bytes, **told: Any) -> str:
    """Fetch what must be refused, and give the reason."""
    started = time.monotonic()
    with pytest.raises(GatherError) as caught:
        fetch(answer, **told)
    assert time.monotonic() - started < 10
    assert str(caught.value).strip()
    return str(caught.value.reason)


def test_a_page_comes_with_what_is_known_of_it() -> None:
    async def answer(request: Request) -> None:
        await request.answer(make_article(), ETag='"1"', Last_Modified="Mon, 04 Mar 2024 10:00:00 GMT")

    page, site = fetch(answer)
    assert (page.status, page.media_type, page.charset, page.etag) == (200, "text/html", "utf-8", '"1"')
    assert page.final == page.address and page.content.decode() == make_article() and page.fetched
    assert site.seen[-1].headers["user-agent"].startswith("hearsay/")


def test_where_to_complain_is_told() -> None:
    _, site = fetch(make_article(), contact="https://desk.example/bots")
    assert site.seen[-1].headers["user-agent"].endswith("(+https://desk.example/bots)")


def test_what_is_known_already_is_not_sent_again() -> None:
    async def answer(request: Request) -> None:
        same = request.headers.get("if-none-match") == '"1"' and request.headers.get("if-modified-since") == "then"
        await request.answer(status=304 if same else 200)

    page, _ = fetch(answer, validators=Validators('"1"', "then"))
    assert page.status == 304 and page.content == b""


def test_not_modified_is_no_answer_to_a_first_question() -> None:
    async def answer(request: Request) -> None:
        await request.answer(status=304)

    assert refused(answer) == "busy"


@pytest.mark.parametrize("answer", [sites.answer_gzipped, sites.answer_deflated_raw])
def test_what_is_packed_is_unpacked(answer: Handler) -> None:
    assert fetch(answer)[0].content.decode() == make_article()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (sites.answer_slowly, "timeout"),
        (sites.answer_by_drops, "timeout"),
        (sites.answer_endlessly, "too-large"),
        (sites.answer_with_bomb, "too-large"),
        (sites.answer_with_nonsense, "unreachable"),
        (redirect_to("/a"), "redirects"),
        (redirect_to("file:///etc/passwd"), "redirects"),
        (redirect_to(""), "redirects"),
        (redirect_to("gopher://example.org/"), "redirects"),
        (sites.fail_first(9, 500), "busy"),
        (sites.fail_first(9, 429), "busy"),
        (sites.fail_first(9, 429, Retry_After="86400"), "busy"),
        (sites.fail_first(9, 403), "status"),
    ],
)
def test_what_misbehaves_is_refused(answer: Handler, reason: str) -> None:
    assert refused(answer, fetch_attempts=2, fetch_seconds=0.3 if reason == "timeout" else 3.0) == reason


def test_an_unasked_for_packing_is_refused() -> None:
    async def answer(request: Request) -> None:
        await request.answer(b"x", Content_Encoding="br")

    assert refused(answer) == "encoding"


def test_broken_packing_is_refused() -> None:
    async def answer(request: Request) -> None:
        await request.answer(b"this is no gzip", Content_Encoding="gzip")

    assert refused(answer) == "damaged"


def test_headers_that_are_no_text_do_no_harm() -> None:
    async def answer(request: Request) -> None:
        request.writer.write(
            b'HTTP/1.1 200 OK\r\nETag: "\xff\xfe"\r\nContent-Type: text/\xe9\r\nContent-Length: 1\r\n\r\na'
        )
        await request.writer.drain()

    page, _ = fetch(answer)
    assert (page.etag or "").encode() and (page.media_type or "").encode() is not None


def test_a_redirect_to_what_is_no_text_is_refused_or_followed() -> None:
    async def answer(request: Request) -> None:
        request.writer.write(b"HTTP/1.1 302 X\r\nLocation: http://127.0.0.1:1/\xff\xfe\r\nContent-Length: 0\r\n\r\n")
        await request.writer.drain()

    assert refused(answer, fetch_attempts=1) in ("unreachable", "forbidden")


def test_what_is_gone_is_not_asked_for_again() -> None:
    async def run() -> int:
        async with open_site({}) as site, open_fetcher(make_settings(), allow_private=True) as fetcher:
            with pytest.raises(GatherError, match="404"):
                await fetcher.fetch(f"{site.address}/gone")
            return site.count("/gone")

    assert asyncio.run(run()) == 1


@pytest.mark.parametrize("status", [429, 503, 500, 502])
def test_trouble_that_passes_is_waited_for(status: int) -> None:
    page, site = fetch(sites.fail_first(2, status), fetch_attempts=3)
    assert page.status == 200 and site.count("/a") == 3


def test_a_site_is_given_the_time_that_it_asks_for() -> None:
    started = time.monotonic()
    page, _ = fetch(sites.fail_first(1, 429, Retry_After="1"))
    assert page.status == 200 and time.monotonic() - started >= 0.99


def test_a_length_told_too_long_does_no_harm_where_the_page_is_whole() -> None:
    async def answer(request: Request) -> None:
        await request.answer(make_article(), length=100_000)

    assert fetch(answer)[0].content.decode() == make_article()


def test_half_a_page_is_refused() -> None:
    async def answer(request: Request) -> None:
        await request.answer(make_article()[:200], length=100_000)

    assert refused(answer, fetch_attempts=2) == "unreachable"


def test_a_length_told_too_short_gives_what_was_told_or_is_refused() -> None:
    async def answer(request: Request) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(make_article()) - 5}\r\n\r\n"
        request.writer.write(head.encode() + make_article().encode())
        await request.writer.drain()

    try:
        assert fetch(answer)[0].content.decode() == make_article()[:-5]
    except GatherError as error:
        assert error.reason == "unreachable"


def test_what_unpacks_to_far_more_is_refused_before_it_is_large() -> None:
    assert refused(sites.answer_with_bomb, page_megabytes=1000, fetch_seconds=5.0) == "unsafe"


def test_redirects_are_followed() -> None:
    page, site = fetch(redirect_to("/b", 301), more={"/b": redirect_to("/c", 308), "/c": make_article()})
    assert page.final == f"{site.address}/c" and page.address == f"{site.address}/a" and page.status == 200


def test_a_chain_of_redirects_ends() -> None:
    chain = {f"/{number}": redirect_to(f"/{number + 1}") for number in range(30)}
    assert refused(redirect_to("/0"), more=chain) == "redirects"


def test_a_redirect_does_not_lead_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 plays the public internet here; 127.0.0.2 is as private as ever."""
    monkeypatch.setattr("hearsay.gather.client.is_public", lambda host: host == "127.0.0.1")
    monkeypatch.setattr("hearsay.gather.addresses.is_public", lambda host: host == "127.0.0.1")

    async def run(target: str) -> tuple[str, int]:
        async with open_site({"/secret": "secret"}, "127.0.0.2") as inside:
            port = inside.address.rsplit(":", 1)[1]
            async with open_site({"/a": redirect_to(target.replace("PORT", port))}) as site:
                ports = {int(one.address.rsplit(":", 1)[1]) for one in (site, inside)}
                monkeypatch.setattr("hearsay.gather.addresses.PORTS", ports)
                async with open_fetcher(make_settings()) as fetcher:
                    with pytest.raises(GatherError) as caught:
                        await fetcher.fetch(f"{site.address}/a")
                    return str(caught.value.reason), sum(inside.asked.values())

    for target in ("127.0.0.2:PORT", "127.2:PORT", "0x7f.2:PORT", "2130706434:PORT", "[::ffff:127.0.0.2]:PORT"):
        assert asyncio.run(run(f"http://{target}/secret")) == ("forbidden", 0), target
    assert asyncio.run(run("http://127.0.0.2:22/")) == ("forbidden", 0)


def test_a_name_that_changes_its_mind_does_not_lead_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: whatever a name meant when it was looked at, what counts is where the socket goes."""
    import aiohttp

    answers = iter(["127.0.0.1", "127.0.0.2", "127.0.0.2"])

    async def resolve(_: object, host: str, port: int = 0, **__: object) -> list[dict[str, Any]]:
        found = next(answers)
        return [{"hostname": host, "host": found, "port": port, "family": 2, "proto": 6, "flags": 0}]

    monkeypatch.setattr(aiohttp.ThreadedResolver, "resolve", resolve)
    monkeypatch.setattr("hearsay.gather.client.is_public", lambda host: host == "127.0.0.1")

    async def run() -> tuple[str, int]:
        async with open_site({"/secret": "secret"}, "127.0.0.2") as inside:
            port = int(inside.address.rsplit(":", 1)[1])
            monkeypatch.setattr("hearsay.gather.addresses.PORTS", {port})
            async with open_fetcher(make_settings(fetch_attempts=1)) as fetcher:
                reasons = [await find_reason(fetcher, f"http://rebind.example:{port}/secret") for _ in range(2)]
                return reasons[-1], sum(inside.asked.values())

    assert asyncio.run(run())[1] == 0


async def find_reason(fetcher: Fetcher, address: str) -> str:
    """Give the reason for which an address is refused."""
    with pytest.raises(GatherError) as caught:
        await fetcher.fetch(address)
    return str(caught.value.reason)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "0x7f000001", "017700000001"])
def test_private_hosts_are_refused_before_anything_is_sent(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> tuple[str, int]:
        async with open_site({"/a": "secret"}) as site:
            port = int(site.address.rsplit(":", 1)[1])
            monkeypatch.setattr("hearsay.gather.addresses.PORTS", {port})
            async with open_fetcher(make_settings()) as fetcher:
                return await find_reason(fetcher, f"http://{host}:{port}/a"), sum(site.asked.values())

    assert asyncio.run(run()) == ("forbidden", 0)


def test_robots_are_obeyed_and_asked_for_once() -> None:
    async def run() -> tuple[str, list[int]]:
        rules = "User-agent: hearsay\nDisallow: /private\nSitemap: /map.xml"
        pages: dict[str, Handler | str | bytes] = {"/robots.txt": rules, "/a": "a", "/private/b": "b"}
        async with open_site(pages) as site, open_fetcher(make_settings(), allow_private=True) as fetcher:
            await fetcher.fetch(f"{site.address}/a")
            reason = await find_reason(fetcher, f"{site.address}/private/b")
            return reason, [site.count(path) for path in ("/robots.txt", "/private/b")]

    assert asyncio.run(run()) == ("robots", [1, 0])


def test_robots_are_obeyed_where_a_redirect_leads() -> None:
    rules = "User-agent: *\nDisallow: /private"
    assert refused(redirect_to("/private"), more={"/robots.txt": rules, "/private": "b"}) == "robots"


def test_where_robots_cannot_be_had_nothing_is_asked() -> None:
    assert refused("a", more={"/robots.txt": sites.fail_first(99, 500)}) == "busy"


def test_one_question_at_a_time_to_one_host_and_pauses_between() -> None:
    at_once, most, times = 0, 0, []

    async def answer(request: Request) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        times.append(time.monotonic())
        await asyncio.sleep(0.01)
        at_once -= 1
        await request.answer("a")

    async def run() -> None:
        rules = "User-agent: *\nCrawl-delay: 0.1"
        pages: dict[str, Handler | str | bytes] = {
            "/robots.txt": rules,
            **{f"/{number}": answer for number in range(4)},
        }
        async with open_site(pages) as site, open_fetcher(make_settings(), allow_private=True) as fetcher:
            await gather_all([fetcher.fetch(f"{site.address}/{number}") for number in range(4)])

    asyncio.run(run())
    gaps = [later - earlier for earlier, later in zip(times, times[1:], strict=False)]
    assert most == 1 and min(gaps) >= 0.1


async def gather_all(work: list[Coroutine[Any, Any, Page]]) -> list[Page]:
    """Do all at once."""
    return list(await asyncio.gather(*work))


def test_a_host_that_is_not_there_is_tried_once() -> None:
    async def run() -> list[str]:
        async with open_site({}) as site:
            address = site.address
        async with open_fetcher(make_settings(), allow_private=True) as fetcher:
            return [await find_reason(fetcher, f"{address}/{number}") for number in range(3)]

    assert asyncio.run(run()) == ["unreachable"] * 3


def test_a_date_to_come_back_at_is_understood() -> None:
    assert read_retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0
    assert read_retry_after("Fri, 01 Jan 2100 00:00:00 GMT") > 1e6
    assert read_retry_after("-5") == read_retry_after("9" * 400 + "x") == read_retry_after(None) == 0.0
