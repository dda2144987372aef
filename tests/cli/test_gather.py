"""`hearsay gather`: what comes in, what a second run does, and how a run ends that is stopped."""

import asyncio
import json
import os
import signal
from pathlib import Path

import pytest

from hearsay.cli.gather import find_interval, stop_gently
from hearsay.gather.source_files import make_source
from hearsay.ledger import Ledger
from tests.cli.cli_factories import ENGLISH, in_folder, make_file, run
from tests.gather.site_factories import Request, Site, make_article, make_feed, serve_site

pytest.importorskip("aiohttp")
pytest.importorskip("trafilatura")
pytestmark = pytest.mark.usefixtures(in_folder.__name__)

WORDS = "The dam number {} will be filled in June, Mara Venn said on Monday, and so it was in every other year before."


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for nobody."""
    for name, seconds in (("DELAY", "0"), ("BACKOFF", "0.01"), ("FETCH", "1")):
        monkeypatch.setenv(f"HEARSAY_{name}_SECONDS", seconds)


def add_feed(site: Site, links: list[str]) -> str:
    """Add a feed of links to a site."""
    site.pages["/feed.xml"] = make_feed([site.address + link for link in links])
    return f"{site.address}/feed.xml"


def make_pages(count: int) -> dict[str, str]:
    """Make the articles of a site."""
    return {f"/{number}": make_article(f"Dam number {number}", WORDS.format(number)) for number in range(count)}


def gather(*arguments: str | Path) -> tuple[int, list[dict[str, object]]]:
    """Gather, and give the exit code and the lines of JSON."""
    result = run("gather", *arguments, "--allow-private", "--json")
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_a_feed_fills_the_ledger_and_a_second_run_adds_nothing() -> None:
    with serve_site(dict(make_pages(3))) as site:
        feed = add_feed(site, ["/0", "/1", "/2"])
        first = run("gather", feed, "--allow-private")
        assert first.exit_code == 0 and "gathered 3 new reports" in first.stderr and "hearsay.db" in first.stderr
        second = run("gather", feed, "--allow-private")
        assert second.exit_code == 0 and "gathered 0 new reports" in second.stderr
        assert (site.count("/0"), site.count("/robots.txt"), site.count("/feed.xml")) == (1, 1, 2)
    with Ledger.open("hearsay.db", read_only=True) as ledger:
        assert [row.title for row in ledger.reports()] == [f"Dam number {number}" for number in range(3)]


def test_the_same_story_under_three_addresses_is_one_report() -> None:
    with serve_site({}) as site:
        article = make_article("One dam", WORDS.format(1), canonical=f"{site.address}/a")
        site.pages |= {"/a": article, "/amp/a": article, "/a?edition=int": article}
        code, lines = gather(add_feed(site, ["/amp/a", "/a", "/a?edition=int", "/a?utm_source=feed"]))
        assert code == 0 and [line["outcome"] for line in lines if "outcome" in line] == ["new", "known", "known"]
        assert {line["url"] for line in lines if "report" in line} == {f"{site.address}/a"}
    with Ledger.open("hearsay.db", read_only=True) as ledger:
        assert len([*ledger.reports()]) == 1


def test_new_words_are_another_version() -> None:
    with serve_site(dict(make_pages(1))) as site:
        for words, outcome in ((1, "new"), (1, None), (2, "version"), (1, "known")):
            site.pages["/0"] = make_article("Dam", WORDS.format(words), head=f"<meta name=x content={words}>")
            _, lines = gather(f"{site.address}/0")
            assert next((line["outcome"] for line in lines if "outcome" in line), None) == outcome
        with Ledger.open("hearsay.db", read_only=True) as ledger:
            assert len([*ledger.visits.versions(f"{site.address}/0")]) == 2 == len([*ledger.reports()])


def test_what_is_refused_is_told_kept_and_tried_again_when_asked() -> None:
    with serve_site(dict(make_pages(1))) as site:
        feed = add_feed(site, ["/0", "/gone"])
        first = run("gather", feed, "--allow-private")
        assert first.exit_code == 3 and "/gone" in first.stderr and "(status)" in first.stderr
        second = run("gather", feed, "--allow-private")
        assert second.exit_code == 0 and site.count("/gone") == 1
        site.pages["/gone"] = make_article("Found again", WORDS.format(9))
        again = run("gather", "--retry-refused", "--allow-private")
        assert again.exit_code == 0 and "gathered 1 new report " in again.stderr
    with Ledger.open("hearsay.db", read_only=True) as ledger:
        assert [*ledger.refusals()] == [] and len([*ledger.reports()]) == 2


def test_what_was_refused_is_tried_again_in_a_feed_that_did_not_change() -> None:
    with serve_site(dict(make_pages(1))) as site:
        feed = add_feed(site, ["/0", "/gone"])
        assert gather(feed)[0] == 3 and gather(feed)[0] == 0
        site.pages["/gone"] = make_article("Found again", WORDS.format(9))
        code, lines = gather(feed, "--retry-refused")
        assert code == 0 and lines[-1]["summary"] == {"new": 1, "unchanged": 1} and site.count("/0") == 1


def test_a_feed_that_is_had_at_last_is_refused_no_longer() -> None:
    with serve_site({}) as site:
        assert gather(f"{site.address}/feed.xml")[0] == 3
        add_feed(site, [])
        assert gather(f"{site.address}/feed.xml", "--retry-refused")[0] == 0
    with Ledger.open("hearsay.db", read_only=True) as ledger:
        assert [*ledger.refusals()] == []


def test_a_dry_run_stores_nothing() -> None:
    with serve_site(dict(make_pages(2))) as site:
        result = run("gather", add_feed(site, ["/0", "/1"]), "--allow-private", "--dry-run")
        assert result.exit_code == 0 and "would fetch 2 pages" in result.stderr
        assert [line.split("\t")[0][-2:] for line in result.stdout.splitlines()] == ["/0", "/1"]
    assert not Path("hearsay.db").exists()


def test_a_list_of_sources_names_outlet_and_language(in_folder: Path) -> None:
    with serve_site(dict(make_pages(1))) as site:
        source = f'[[source]]\noutlet = "The Kestrel"\naddress = "{add_feed(site, ["/0"])}"\nlanguage = "en"\n'
        make_file(in_folder, "SOURCES.toml", source)
        code, lines = gather("SOURCES.toml")
    assert code == 0 and lines[0]["outlet"] == "The Kestrel" and lines[0]["lang"] == "en"
    assert lines[-1]["summary"] == {"new": 1}


def test_a_list_that_is_wrong_is_wrong_usage(in_folder: Path) -> None:
    make_file(in_folder, "SOURCES.toml", "[[source]]\n")
    result = run("gather", "SOURCES.toml")
    assert result.exit_code == 2 and "SOURCES.toml" in result.stderr


def test_files_come_in_once(in_folder: Path) -> None:
    make_file(in_folder, "a.txt")
    make_file(in_folder, "b.txt", "\x00")
    code, lines = gather("a.txt", "b.txt", "missing.txt")
    assert code == 3 and [line["outcome"] for line in lines if "outcome" in line] == ["new", "refused", "refused"]
    code, lines = gather("a.txt")
    assert code == 0 and lines[-1]["summary"] == {"unchanged": 1}


def test_a_name_that_is_no_text_is_refused_as_any_other(in_folder: Path) -> None:
    Path(os.fsdecode(b"bad\xff.txt")).write_bytes(b"\x00")
    code, lines = gather(str(in_folder))
    assert code == 3 and lines[0]["outcome"] == "refused"


def test_standard_input_is_read() -> None:
    result = run("gather", "-", given=ENGLISH)
    assert result.exit_code == 0 and "gathered 1 new report " in result.stderr


def test_what_came_out_earlier_is_let_be() -> None:
    with serve_site(dict(make_pages(1))) as site:
        code, lines = gather(add_feed(site, ["/0"]), "--since", "2024-03-05")
        assert code == 0 and lines[-1]["summary"] == {"older": 1}
        code, lines = gather(f"{site.address}/feed.xml")
        assert lines[-1]["summary"] == {"new": 1}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "nothing to gather"),
        (["a.txt", "--since", "soon"], "--since"),
        (["a.txt", "--follow", "--dry-run"], "--follow"),
        (["-", "--follow"], "--follow"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str], words: str) -> None:
    result = run("gather", *arguments)
    assert result.exit_code == 2 and words in result.stderr


def test_private_addresses_are_refused() -> None:
    with serve_site(dict(make_pages(1))) as site:
        result = run("gather", f"{site.address}/0", "http://127.0.0.1/", "http://[::1]/")
        assert result.exit_code == 3 and result.stderr.count("(forbidden)") == 3 and not site.asked


def test_ctrl_c_stores_what_has_arrived() -> None:
    async def stop(_: Request) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(5)

    with serve_site({**make_pages(2), "/slow": stop}) as site:
        result = run("gather", add_feed(site, ["/0", "/1", "/slow"]), "--allow-private")
    assert result.exit_code == 130 and "stopped" in result.stderr
    with Ledger.open("hearsay.db", read_only=True) as ledger:
        assert len([*ledger.reports()]) == 2
        assert ledger.visits.find(f"{site.address}/feed.xml") is None


def test_following_looks_again_until_stopped() -> None:
    async def grow(request: Request) -> None:
        looks = site.count("/feed.xml")
        if looks == 3:
            os.kill(os.getpid(), signal.SIGINT)
        await request.answer(make_feed([f"{site.address}/{number}" for number in range(min(looks, 2))]))

    with serve_site({**make_pages(2), "/feed.xml": grow}) as site:
        Path("SOURCES.toml").write_text(f'[[source]]\naddress = "{site.address}/feed.xml"\ninterval = "1s"\n')
        result = run("gather", "SOURCES.toml", "--allow-private", "--follow")
    assert result.exit_code == 0 and result.stderr.count("gathered 1 new report ") == 2


def test_the_second_ctrl_c_leaves_at_once() -> None:
    stops = []
    with pytest.raises(KeyboardInterrupt), stop_gently(lambda: stops.append(1)) as stopped:
        assert not stopped()
        os.kill(os.getpid(), signal.SIGINT)
        assert stopped() and stops == [1]
        os.kill(os.getpid(), signal.SIGINT)


def test_each_source_has_its_interval() -> None:
    assert find_interval(make_source("https://news.example/", interval=60)) == 60 and find_interval("a.txt") == 1800


def test_read_takes_addresses() -> None:
    with serve_site({**make_pages(1), "/feed.xml": make_feed([])}) as site:
        result = run("read", f"{site.address}/0", "--allow-private", "--json")
        assert result.exit_code == 0 and json.loads(result.stdout)["url"] == f"{site.address}/0"
        refused = run("read", f"{site.address}/0", f"{site.address}/feed.xml", "--json")
        assert refused.exit_code == 3 and refused.stdout.count('"forbidden"') == 2
        feed = run("read", f"{site.address}/feed.xml", "--allow-private", "--json")
        assert feed.exit_code == 3 and "hearsay gather" in feed.stdout
