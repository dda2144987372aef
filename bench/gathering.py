"""Gathering, measured from outside, as a command: a thousand feeds that did not change, a crawl into rows, and kill -9.

Everything runs on loopback: each feed has an address of its own in 127/8 and so counts as a host of its own. The texts of
the crawl are news in English and Bengali from the evaluation data, in invented pages. `--kills 200` kills as often as
the goal says; the bench itself kills a few times only.
"""

import argparse
import asyncio
import gzip
import json
import multiprocessing
import os
import random
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from html import escape
from multiprocessing.connection import Connection
from pathlib import Path

from bench.floors import DATA

SLACK = {"feeds/s unchanged": 0.5, "crawl reports/s": 0.5, "memory flat": 0.15}

FEEDS = 1000
PAGES = 150  # of the site that is gathered while it is killed
KILLS = 12
CRAWL = 600
_COMMAND = [sys.executable, "-c", "from hearsay.cli import main; main()"]
_QUICK = {"HEARSAY_DELAY_SECONDS": "0", "HEARSAY_FETCH_SECONDS": "20", "HEARSAY_HOST_CONNECTIONS": "4"}
# What stands around the article on a page of a newspaper: menus, teasers, a footer.
_AROUND = "".join(
    f'<div class="menu"><ul><li><a href="/section/{n}">Section {n}</a></li></ul></div>' for n in range(20)
)
_WORDS = "\n".join(["The dam number {0} will be filled in June, Mara Venn said. Officials denied it {0} times."] * 5)


def scores(data: Path) -> dict[str, float]:
    """Measure all; figures are printed as they come."""
    with tempfile.TemporaryDirectory() as folder:
        return measure_polling(Path(folder)) | measure_crawl(Path(folder), data) | measure_kills(Path(folder), KILLS)


def run(folder: Path, *arguments: str) -> tuple[float, list[dict[str, object]]]:
    """Run `hearsay gather` to its end, and give the seconds and the lines it printed."""
    started = time.perf_counter()
    done = subprocess.run(
        [*_COMMAND, "gather", *arguments, "--allow-private", "--json"],
        cwd=folder,
        env=os.environ | _QUICK | {"HEARSAY_LEDGER": str(folder / "hearsay.db")},
        stdout=subprocess.PIPE,
        check=False,
    )
    seconds = time.perf_counter() - started
    if done.returncode not in (0, 3):
        raise RuntimeError(f"hearsay gather ended with {done.returncode}")
    return seconds, [json.loads(line) for line in done.stdout.splitlines()]


def measure_polling(folder: Path) -> dict[str, float]:
    """Poll feeds that did not change since the first run."""
    folder = make_folder(folder / "polling")
    with_site, port = start_site()
    hosts = [f"127.0.{1 + number // 250}.{1 + number % 250}" for number in range(FEEDS)]
    tables = "".join(f'[[source]]\naddress = "http://{host}:{port}/feed.xml"\nkind = "feed"\n' for host in hosts)
    (folder / "SOURCES.toml").write_text(tables)
    try:
        first, _ = run(folder, "SOURCES.toml")
        second, lines = run(folder, "SOURCES.toml")
    finally:
        with_site.terminate()
    if lines[-1]["summary"]:
        raise RuntimeError(f"a second run was no idle one: {lines[-1]}")
    print(f"{FEEDS} feeds: first run with a page each {first:.1f} s, second run, unchanged, {second:.1f} s")
    return {"feeds/s unchanged": FEEDS / second}


def measure_crawl(folder: Path, data: Path) -> dict[str, float]:
    """Read a crawl of pages in English and Bengali into a ledger, and a shorter one to see how memory grows."""
    folder = make_folder(folder / "crawl")
    texts = load_texts(data)
    rates, memory = {}, {}
    for count in (CRAWL // 4, CRAWL):
        path = folder / f"{count}.warc.gz"
        write_crawl(path, texts, count)
        seconds, lines = run(folder, path.name, "--ledger", f"{count}.db")
        rates[count] = sum(line.get("outcome") == "new" for line in lines) / seconds
        memory[count] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"crawl of {count}: {rates[count]:.0f} reports/s, largest process {memory[count]:.0f} MiB")
    return {"crawl reports/s": rates[CRAWL], "memory flat": memory[CRAWL // 4] / memory[CRAWL]}


def load_texts(data: Path) -> list[str]:
    """Load news in English and Bengali, in turns."""
    lines = (json.loads(line) for line in (data / "stories/ntrex/docs.jsonl").read_text(encoding="utf8").splitlines())
    return [report["text"] for report in lines if report["lang"] in ("en", "bn")]


def write_crawl(path: Path, texts: list[str], count: int) -> None:
    """Write a crawl, a gzip member each record, as crawlers do; each page says a number, so that none is like another."""
    with path.open("wb") as file:
        for number in range(count):
            page = make_page(f"Report {number}", f"{number}. {texts[number % len(texts)]}").encode()
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n\r\n"
            block = head.encode() + page
            about = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
                f"WARC-Date: 2024-03-04T10:00:00Z\r\nWARC-Target-URI: https://news.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(about.encode() + block + b"\r\n\r\n", 1))


def make_page(title: str, text: str) -> str:
    """Make a page of a newspaper around a text."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return (
        f"<html><head><title>{title}</title></head><body>{_AROUND}<article><h1>{title}</h1>{paragraphs}</article>"
        f"{_AROUND}<footer>All rights reserved</footer></body></html>"
    )


def measure_kills(folder: Path, kills: int, *, seed: int = 7) -> dict[str, float]:
    """Kill a run at random moments again and again; what it had told as stored has to be there, and nothing twice."""
    folder = make_folder(folder / "kills")
    site, port = start_site()
    chance, told, tally = random.Random(seed), set(), Counter[str]()
    try:
        while tally["kills"] < kills:
            told |= run_and_kill(folder, f"http://127.0.0.1:{port}/many.xml", chance.uniform(0.5, 4.0), tally)
            lost, doubled, complete = inspect(folder / "hearsay.db", told)
            tally.update(lost=lost, doubled=doubled)
            if complete:
                tally["rounds"] += 1
                told = set()
                for file in folder.glob("hearsay.db*"):
                    file.unlink()
        run(folder, f"http://127.0.0.1:{port}/many.xml")
        missing = not inspect(folder / "hearsay.db", told)[2]
    finally:
        site.terminate()
    print(f"{dict(tally)}, missing at the end: {missing}")
    is_sound = not (tally["lost"] or tally["doubled"] or missing)
    return {"kill -9 loses and doubles nothing": float(is_sound)}


def run_and_kill(folder: Path, address: str, seconds: float, tally: Counter[str]) -> set[str]:
    """Run, kill after some seconds, and give the reports that the run had told as stored."""
    output = folder / "told.jsonl"
    with output.open("wb") as file:
        process = subprocess.Popen(
            [*_COMMAND, "gather", address, "--allow-private", "--json"],
            cwd=folder,
            # In one process in turns with several: then the moment falls into reading and writing more often.
            env=os.environ | _QUICK | {"HEARSAY_LEDGER": "hearsay.db", "HEARSAY_WORKERS": str(tally["kills"] % 2)},
            stdout=file,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(seconds)
            tally["ended before"] += 1
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            tally["kills"] += 1
    lines = output.read_bytes().rpartition(b"\n")[0].splitlines()
    told = {found["report"] for line in lines if "report" in (found := json.loads(line))}
    tally["told"] += len(told)
    return told


def inspect(ledger: Path, told: set[str]) -> tuple[int, int, bool]:
    """Count the reports told as stored that are not there, and those there twice; and tell whether all pages are there."""
    if not ledger.exists():
        return len(told), 0, False
    connection = sqlite3.connect(ledger)
    try:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'robots'").fetchone():
            return len(told), 0, False  # killed before it was made
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return len(told) or 1, 0, False
        reports = {report for (report,) in connection.execute("SELECT id FROM report")}
        (pages,) = connection.execute("SELECT count(DISTINCT url) FROM report").fetchone()
        (feeds,) = connection.execute("SELECT count(*) FROM visit WHERE address LIKE '%many.xml'").fetchone()
    finally:
        connection.close()
    early = feeds and pages < PAGES  # the feed counts as done, and something of it is missing
    return len(told - reports) + bool(early), len(reports) - pages, bool(feeds) and pages == PAGES


def start_site() -> tuple[multiprocessing.Process, int]:
    """Start a well-behaved site in a process of its own, under every address of 127/8."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    return process, int(here.recv())


def _serve(connection: Connection) -> None:
    """Serve until ended."""
    asyncio.run(_serve_for_ever(connection))


async def _serve_for_ever(connection: Connection) -> None:
    server = await asyncio.start_server(_converse, "0.0.0.0", 0, backlog=2048)
    connection.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


async def _converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the questions of one connection."""
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path, host = head.split(" ", 2)[1], (re.search(r"(?im)^host: *(\S+)", head) or [""] * 2)[1]
            status, content = answer(path, host, is_known='if-none-match: "1"' in head.lower())
            about = f'HTTP/1.1 {status} X\r\nETag: "1"\r\nContent-Type: text/html; charset=utf-8\r\n'
            writer.write(f"{about}Content-Length: {len(content)}\r\n\r\n".encode() + content)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


def answer(path: str, host: str, *, is_known: bool) -> tuple[int, bytes]:
    """Answer one question: feeds, pages with a number, and no robots.txt."""
    if is_known:
        return 304, b""
    if path == "/feed.xml":
        return 200, make_feed([f"http://{host}/1"])
    if path == "/many.xml":
        return 200, make_feed([f"http://{host}/{number}" for number in range(PAGES)])
    if path[1:].isdigit():
        return 200, make_page(f"Dam number {path[1:]} at {host}", _WORDS.format(path[1:])).encode()
    return 404, b""


def make_feed(links: list[str]) -> bytes:
    """Make a feed of links."""
    items = "".join(f"<item><title>{link}</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()


def make_folder(folder: Path) -> Path:
    """Make an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def main() -> None:
    """Measure one part, or all, with as many kills as told."""
    parser = argparse.ArgumentParser(prog="python -m bench.gathering", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=0, help="only kill, so often")
    parser.add_argument("--polling", action="store_true", help="only poll feeds")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.kills:
            print(measure_kills(Path(folder), options.kills))
        elif options.polling:
            print(measure_polling(Path(folder)))
        else:
            print(scores(options.data))


if __name__ == "__main__":
    main()
