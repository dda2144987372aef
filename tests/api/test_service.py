"""The service: a question ends in time, and no visitor learns a path of the server."""

import asyncio
from pathlib import Path

import pytest

from hearsay.api.problems import Problem
from hearsay.api.service import ServeSettings, Service
from hearsay.ledger import Ledger
from tests.api.api_factories import Visitor, make_ledger


def test_a_question_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    service = Service(ServeSettings(str(make_ledger(tmp_path)), seconds=0.0))

    def ask_much(ledger: Ledger) -> int:
        return sum(len(list(ledger.statements())) for _ in range(10_000))

    with pytest.raises(Problem, match="too long"):
        asyncio.run(service.ask(ask_much))
    service.close()


def test_no_path_of_the_server_is_told(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "secret-place.db")
    for address in ("/", "/api/v1/stories", "/claims/x"):
        answer = visitor.get(address)
        assert answer.status_code == 500
        assert "secret-place" not in answer.text and str(tmp_path) not in answer.text
