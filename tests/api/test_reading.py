"""Reading a text that was sent: in bounded time, and nothing is kept."""

from pathlib import Path
from time import sleep

import pytest

from hearsay.api.asked import TextAsked
from hearsay.api.problems import Problem
from hearsay.api.reading import Reader, read_text
from hearsay.records import Reading
from tests.api.api_factories import Visitor, make_ledger


def read_for_ever(_asked: TextAsked) -> None:
    sleep(60)


def test_a_text_is_read_and_not_kept(tmp_path: Path) -> None:
    visitor = Visitor(make_ledger(tmp_path))
    answer = visitor.send("POST", "/api/v1/read", json={"text": "The bridge is closed, the police said.", "lang": "en"})
    assert answer.status_code == 200
    assert answer.json()["statements"][0]["chain"][0]["name"] == "police"
    assert len(visitor.get("/api/v1/reports").json()["items"]) == 5


@pytest.mark.parametrize("sent", [b"", b"[]", b'{"text": ""}', b'{"text": "x", "colour": 1}'])
def test_what_is_no_text_is_refused(tmp_path: Path, sent: bytes) -> None:
    answer = Visitor(make_ledger(tmp_path)).send("POST", "/api/v1/read", content=sent)
    assert answer.status_code == 422 and "Send JSON" in answer.json()["detail"]


def test_a_language_without_a_pack_is_told() -> None:
    assert "there are packs for" in str(read_text(TextAsked("Rain.", lang="xx")))
    assert isinstance(read_text(TextAsked("Rain fell, Mara Venn said.", lang="en")), Reading)


def test_a_text_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.api.reading.read_text", read_for_ever)
    reader = Reader(0.2)
    with pytest.raises(Problem, match="too long"):
        reader.read(TextAsked("Rain."))
    reader.stop()
