"""The pages as a person uses them, in a real browser: read, search in two scripts, follow a claim to its words, judge."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hearsay.api.service import ServeSettings
from hearsay.api.web import make_app
from hearsay.ledger import Ledger
from tests.api.api_factories import make_ledger, make_saying

pytestmark = pytest.mark.browser
SERIOUS = {"serious", "critical"}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve a ledger of invented reports on a free port."""
    import uvicorn

    path = make_ledger(
        tmp_path,
        make_saying("one"),
        make_saying("two", outlet="Harbour Wire", published="2024-03-03", who="Mara Venn"),
        make_saying("three", outlet="Ferry Post", published="2024-03-04"),
        make_saying("bengali", "জুনে চুক্তি ছাড়াই মিরেল বাঁধে পানি ভরা হবে", lang="bn", who="শোইগু", published="2024-03-06"),
    )
    settings = ServeSettings(str(path), allow_judging=True)
    server = uvicorn.Server(uvicorn.Config(make_app(settings), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", path
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page() -> Iterator[Any]:
    """Open a browser that keeps what its console says."""
    import shutil

    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        opened = browser.new_page(locale="en", accept_downloads=True)
        opened.said = []
        opened.on("console", lambda message: opened.said.append(message.text))
        opened.on("pageerror", lambda error: opened.said.append(str(error)))
        yield opened
        browser.close()


def test_a_person_reads_searches_judges_and_saves(served: tuple[str, Path], page: Any) -> None:
    base, path = served
    page.goto(base)
    page.locator(".stories h2 a").first.click()
    assert page.locator("#timeline").is_visible()

    for asked in ("Shoigu", "শোইগু"):
        page.get_by_role("searchbox").fill(asked)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.locator(".statements > li").count() == 3

    page.goto(f"{base}/statements/{first_statement(path)}")
    assert page.evaluate("document.querySelector(':target').className") == "no"
    assert page.locator(".report .content").first.inner_text().startswith("The Mirel dam")

    page.goto(f"{base}/claims/{first_statement(path)}")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as PNG").click()
    assert Path(saved.value.path()).read_bytes()[:4] == b"\x89PNG"
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as SVG").click()
    assert Path(saved.value.path()).read_bytes().startswith(b"<svg")

    judge(page, base, path)
    assert page.said == []


def judge(page: Any, base: str, path: Path) -> None:
    """Sign in, take a statement out of its claim, and see the count change."""
    with Ledger.open(path) as ledger:
        token = ledger.tokens.add("mira", "2024-03-08")
    address = f"{base}/claims/{first_statement(path)}"
    page.goto(address)
    before = page.locator(".told").count()
    page.get_by_role("link", name="Sign in to judge").click()
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(address)
    page.get_by_role("button", name="does not belong here").first.click()
    page.get_by_role("status").wait_for()
    deadline = time.monotonic() + 60
    while page.locator(".told").count() == before and time.monotonic() < deadline:
        time.sleep(0.5)
        page.goto(address)
    assert page.locator(".told").count() < before


def first_statement(path: Path) -> str:
    """Give the first statement of the claim with the most."""
    with Ledger.open(path, read_only=True) as ledger:
        return max(ledger.links.claims(), key=lambda claim: len(claim.statements)).statements[0].id


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_keeps_anyone_out(served: tuple[str, Path], page: Any, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    base, path = served
    page.emulate_media(color_scheme=scheme)
    statement = first_statement(path)
    with Ledger.open(path, read_only=True) as ledger:
        story = next(ledger.links.stories()).id
    rooms = (
        "/",
        f"/stories/{story}",
        f"/claims/{statement}",
        "/reports/one",
        "/claims",
        "/sources",
        "/search?q=dam",
        "/sign-in",
    )
    found = []
    for address in rooms:
        page.goto(base + address)
        faults = axe.run(page).response["violations"]
        found += [(address, one["id"], one["nodes"][0]["html"][:120]) for one in faults if one["impact"] in SERIOUS]
        for width in (360, 1600):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert found == []
