"""The run: what arrives, in what order, and what a later run asks for again."""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hearsay.gather.arrivals import Arrival, Memory, Milestone, Orders, Planned
from hearsay.gather.run import Item, Run, find_sources
from hearsay.gather.source_files import make_source
from hearsay.records import Page, Refusal, Visit
from hearsay.settings import Settings
from tests.gather.site_factories import (
    Request,
    Site,
    fail_first,
    make_article,
    make_feed,
    redirect_to,
    serve_site,
)

pytest.importorskip("aiohttp")

SETTINGS = Settings(delay_seconds=0.0, backoff_seconds=0.01, fetch_seconds=1.0, fetch_attempts=2)


class Remembered:
    """Stands in for a ledger: keeps the visits of all that arrived."""

    def __init__(self) -> None:
        self.visits: dict[str, Visit] = {}

    @contextmanager
    def open(self) -> Iterator[Memory]:
        yield Memory(self.visits.get, lambda _: None)

    def keep(self, items: list[Item]) -> None:
        for item in items:
            if isinstance(item, Arrival | Milestone) and item.visit:
                self.visits[item.visit.address] = item.visit


def gather(*names: str, remembered: Remembered | None = None, orders: Orders | None = None) -> list[Item]:
    """Gather, and remember what came if told so."""
    orders = orders or Orders(allow_private=True)
    remembered = remembered or Remembered()
    items = list(Run(find_sources(list(names)), orders=orders, settings=SETTINGS).items(remembered.open))
    remembered.keep(items)
    return items


def arrivals(items: list[Item]) -> list[Arrival]:
    """Give the arrivals only."""
    return [item for item in items if isinstance(item, Arrival)]


def make_pages(count: int = 3) -> dict[str, str]:
    """Make the pages of a small site."""
    return {f"/{number}": make_article(f"Dam {number}") for number in range(count)}


def add_feed(site: Site, links: list[str], **told: str) -> str:
    """Add a feed of links that answers conditional questions."""
    content = make_feed([link if "://" in link else site.address + link for link in links], **told)

    async def answer(request: Request) -> None:
        etag = f'"{hash(content)}"'
        if request.headers.get("if-none-match") == etag:
            await request.answer(status=304)
        else:
            await request.answer(content, ETag=etag, Content_Type="application/rss+xml")

    site.pages["/feed.xml"] = answer
    return f"{site.address}/feed.xml"


def test_a_feed_brings_its_pages_and_then_its_milestone() -> None:
    with serve_site(dict(make_pages())) as site:
        items = gather(add_feed(site, ["/0", "/1", "/2"]))
    assert [item.where[-2:] for item in arrivals(items)] == ["/0", "/1", "/2"]
    assert all(isinstance(item.content, Page) and item.hints.published for item in arrivals(items))
    assert isinstance(items[-2], Milestone) and items[-2].visit and items[-2].visit.etag
    assert isinstance(items[-1], Milestone) and items[-1].is_end


def test_a_second_run_asks_for_the_feed_only() -> None:
    remembered = Remembered()
    with serve_site(dict(make_pages())) as site:
        feed = add_feed(site, ["/0", "/1"])
        gather(feed, remembered=remembered)
        before = site.count("/0")
        assert arrivals(gather(feed, remembered=remembered)) == []
        assert (site.count("/0"), site.count("/feed.xml")) == (before, 2)


def test_a_page_that_its_feed_calls_changed_is_asked_for_again() -> None:
    remembered = Remembered()
    with serve_site(dict(make_pages(2))) as site:
        gather(add_feed(site, ["/0"]), remembered=remembered)
        changed = "2100-01-01T00:00:00Z"
        site.pages["/0"] = make_article("Dam 0", "Everything is different now, said Mara Venn of the harbour office.")
        site.pages["/feed.xml"] = (
            '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><id>n</id>'
            f'<entry><id>0</id><title>0</title><link href="{site.address}/0"/><updated>{changed}</updated></entry></feed>'
        )
        again = gather(f"{site.address}/feed.xml", remembered=remembered)
        assert [item.where[-2:] for item in arrivals(again)] == ["/0"]
        site.pages["/again.xml"] = site.pages["/feed.xml"]
        same = gather(f"{site.address}/again.xml", remembered=remembered)
        assert arrivals(same) == [] and site.count("/0") == 3


def test_a_run_that_left_something_out_looks_at_the_feed_again() -> None:
    remembered = Remembered()
    with serve_site(dict(make_pages(4))) as site:
        feed = add_feed(site, ["/0", "/1", "/2", "/3"])
        orders = Orders(allow_private=True, limit=3)
        assert len(arrivals(gather(feed, remembered=remembered, orders=orders))) == 3
        assert [item.where[-2:] for item in arrivals(gather(feed, remembered=remembered))] == ["/3"]


def test_what_is_older_is_let_be() -> None:
    with serve_site(dict(make_pages())) as site:
        feed = add_feed(site, ["/0", "/1"], updated="Mon, 04 Mar 2024 10:00:00 +0000")
        items = gather(feed, orders=Orders(allow_private=True, since="2024-03-05"))
        assert arrivals(items) == [] and sum(item.older for item in items if isinstance(item, Milestone)) == 2
        assert len(arrivals(gather(feed, orders=Orders(allow_private=True, since="2024-03-04")))) == 2


def test_trouble_that_passes_is_tried_again_by_the_next_run_and_what_stays_is_not() -> None:
    remembered = Remembered()
    with serve_site({"/0": fail_first(2, 503), "/1": make_article()}) as site:
        feed = add_feed(site, ["/0", "/1", "/gone"])
        first = arrivals(gather(feed, remembered=remembered))
        reasons = [item.content.reason for item in first if isinstance(item.content, Refusal)]
        assert reasons == ["busy", "status"]
        assert [item.where[-2:] for item in arrivals(gather(feed, remembered=remembered))] == ["/0"]
        orders = Orders(allow_private=True, retries=True)
        site.pages["/gone"] = make_article("Found again")
        again = arrivals(gather(f"{site.address}/gone", remembered=remembered, orders=orders))
        assert isinstance(again[0].content, Page)


def test_a_dry_run_fetches_lists_only() -> None:
    with serve_site(dict(make_pages())) as site:
        items = gather(add_feed(site, ["/0", "/1"]), orders=Orders(allow_private=True, is_dry=True))
        assert [item.address[-2:] for item in items if isinstance(item, Planned)] == ["/0", "/1"]
        assert arrivals(items) == [] and site.count("/0") == 0


def test_a_front_page_leads_to_its_feed_and_a_sitemap_to_its_pages() -> None:
    with serve_site(dict(make_pages())) as site:
        add_feed(site, ["/0"])
        site.pages["/"] = '<html><head><link type="application/rss+xml" rel=alternate href="/feed.xml"></head></html>'
        locations = "".join(f"<url><loc>{site.address}/{number}</loc></url>" for number in (1, 2))
        site.pages["/map.xml"] = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locations}</urlset>'
        site.pages["/index.xml"] = f"<sitemapindex><sitemap><loc>{site.address}/map.xml</loc></sitemap></sitemapindex>"
        assert [item.where[-2:] for item in arrivals(gather(site.address))] == ["/0"]
        assert [item.where[-2:] for item in arrivals(gather(f"{site.address}/index.xml"))] == ["/1", "/2"]


def test_the_same_address_in_two_feeds_is_fetched_once() -> None:
    with serve_site(dict(make_pages())) as site:
        feed = add_feed(site, ["/0", "/0?utm_source=feed", "/0#top"])
        site.pages["/other.xml"] = make_feed([f"{site.address}/0"])
        assert len(arrivals(gather(feed, f"{site.address}/other.xml"))) == 1
        assert site.count("/0") + site.count("/0?utm_source=feed") == 1


def test_an_entry_without_a_page_brings_its_text() -> None:
    text = "<p>" + "The dam will be filled in June, Mara Venn said. " * 20 + "</p>"
    entry = {"id": "a", "content_html": text, "title": "Dam"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [entry]}
    with serve_site({"/feed.json": json.dumps(feed)}) as site:
        (arrival,) = arrivals(gather(f"{site.address}/feed.json"))
    assert isinstance(arrival.content, Page) and "Mara Venn" in arrival.content.content.decode()


def test_the_text_that_a_feed_brings_stands_in_for_a_page_that_may_not_be_read() -> None:
    with serve_site({"/robots.txt": "User-agent: *\nDisallow: /closed"}) as site:
        text = "<p>" + "The dam will be filled in June, Mara Venn said. " * 20 + "</p>"
        items = [
            {"id": name, "url": f"{site.address}/closed/{name}", "content_html": text[: size * 10]}
            for name, size in (("a", 99), ("b", 9))
        ]
        site.pages["/feed.json"] = json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "title": "N", "items": items}
        )
        whole, teaser = arrivals(gather(f"{site.address}/feed.json"))
    assert isinstance(whole.content, Page) and whole.where.endswith("/closed/a")
    assert isinstance(teaser.content, Refusal) and teaser.content.reason == "robots"


def test_a_feed_of_ten_thousand_entries_is_walked_through() -> None:
    with serve_site({}) as site:
        feed = add_feed(site, [f"/{number}" for number in range(10_000)])
        orders = Orders(allow_private=True, limit=2)
        items = gather(feed, orders=orders)
    assert len(arrivals(items)) == 2 and sum(item.left for item in items if isinstance(item, Milestone)) == 9998


@pytest.mark.parametrize("content", ["<rss><channel><item><title>x</title", "<urlset><url>", "<feed", "<urlset\x00"])
def test_broken_lists_give_what_they_hold_or_a_refusal(content: str) -> None:
    with serve_site({"/list": content}) as site:
        found = [item.content for item in arrivals(gather(f"{site.address}/list"))]
    assert [one.reason for one in found if isinstance(one, Refusal)] in ([], ["invalid"]) and len(found) <= 1


def test_a_source_that_is_not_there_is_refused_and_the_others_are_read() -> None:
    with serve_site({"/a": redirect_to("/a"), **make_pages(1)}) as site:
        items = gather(f"{site.address}/a", f"{site.address}/0", "http://127.0.0.1:9/a", "missing.txt")
    outcomes = [item.content.reason if isinstance(item.content, Refusal) else "page" for item in arrivals(items)]
    assert sorted(outcomes) == ["missing", "page", "redirects", "unreachable"]


def test_stopping_ends_a_run_soon() -> None:
    async def stop(_: Request) -> None:
        run.stop()
        await asyncio.sleep(30)

    with serve_site({"/slow": stop}) as site:
        orders, settings = Orders(allow_private=True), Settings(fetch_seconds=30.0)
        run = Run((make_source(f"{site.address}/slow"),), orders=orders, settings=settings)
        started = time.monotonic()
        assert list(run.items(Remembered().open)) == [] and time.monotonic() - started < 20


def test_files_are_brought_once_until_they_change(tmp_path: Path) -> None:
    remembered = Remembered()
    (tmp_path / "a.txt").write_text("The dam is full, said Mara Venn.")
    (tmp_path / "b.jsonl").write_text('{"text": "The dam is full, said Mara Venn."}\n{"text": ""}\n')
    names = [str(tmp_path), str(tmp_path / "b.jsonl")]
    assert len(arrivals(gather(*names, remembered=remembered))) == 3
    assert arrivals(gather(*names, remembered=remembered)) == []
    (tmp_path / "a.txt").write_text("The dam is empty, said Mara Venn.")
    assert len(arrivals(gather(*names, remembered=remembered))) == 1
