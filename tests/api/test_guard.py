"""The guard: names of hosts, rates and sizes, before anything is looked up."""

from pathlib import Path

import pytest

from hearsay.api.guard import Rates
from tests.api.api_factories import Visitor, make_ledger


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("ledger"))


def test_only_our_own_names_are_answered(path: Path) -> None:
    assert Visitor(path, host="localhost").get("/api/v1/stories").status_code == 200
    assert Visitor(path, host="evil.example").get("/api/v1/stories").status_code == 421


def test_who_asks_too_fast_is_told_to_wait(path: Path) -> None:
    visitor = Visitor(path, burst=3, rate=0.001)
    answers = [visitor.get("/api/v1/stories") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[-1].headers["retry-after"] == "1"


def test_a_body_that_is_too_long_is_refused(path: Path) -> None:
    visitor = Visitor(path, body_bytes=100)
    assert visitor.send("POST", "/api/v1/read", json={"text": "x" * 200}).status_code == 413


def test_a_body_that_tells_no_length_is_counted(path: Path) -> None:
    async def drip():
        for _ in range(20):
            yield b"x" * 10

    assert Visitor(path, body_bytes=100).send("POST", "/api/v1/read", content=drip()).status_code == 413


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    rates = Rates(2, 1.0, clock=lambda: now[0])
    assert [rates.allows("a"), rates.allows("a"), rates.allows("a"), rates.allows("b")] == [True, True, False, True]
    now[0] = 1.0
    assert [rates.allows("a"), rates.allows("a")] == [True, False]
