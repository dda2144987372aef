"""Who may judge: nobody on a server that only shows; with a token, from our own pages or a program."""

from pathlib import Path
from time import monotonic, sleep

import pytest

from hearsay.api.judging import check_same_origin, find_judge, read_bearer, read_judgement
from hearsay.api.problems import Problem
from hearsay.ledger import Ledger
from tests.api.api_factories import Visitor, make_ledger

OURS = {"sec-fetch-site": "same-origin"}


def make_token(path: Path) -> str:
    with Ledger.open(path) as ledger:
        return ledger.tokens.add("mira", "2024-03-08T00:00:00+00:00")


def asked_of(visitor: Visitor) -> dict[str, str]:
    claims = visitor.get("/api/v1/claims").json()["items"]
    statements = max((claim["statements"] for claim in claims), key=len)
    return {"verdict": "different", "a": statements[1]["id"], "b": statements[0]["id"]}


def test_a_program_judges_with_a_token_and_the_count_follows(tmp_path: Path) -> None:
    path = make_ledger(tmp_path)
    token = make_token(path)
    visitor = Visitor(path, allow_judging=True)
    asked = asked_of(visitor)
    before = len(visitor.get("/api/v1/claims").json()["items"])
    answer = visitor.send("POST", "/api/v1/judgements", json=asked, headers={"authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["by"]) == (201, "mira")
    end = monotonic() + 60
    while len(visitor.get("/api/v1/claims").json()["items"]) == before and monotonic() < end:
        sleep(0.2)
    assert len(visitor.get("/api/v1/claims").json()["items"]) > before


def test_without_leave_nobody_judges(tmp_path: Path) -> None:
    path = make_ledger(tmp_path)
    visitor = Visitor(path)
    headers = {"authorization": f"Bearer {make_token(path)}"}
    assert visitor.send("POST", "/api/v1/judgements", json=asked_of(visitor), headers=headers).status_code == 403
    assert visitor.send("POST", "/judge", data=asked_of(visitor), headers=OURS).status_code == 403


@pytest.mark.parametrize("token", [None, "", "Bearer", "Bearer guessed", "Basic bWlyYQ=="])
def test_a_wrong_token_is_nobodys(tmp_path: Path, token: str | None) -> None:
    visitor = Visitor(make_ledger(tmp_path), allow_judging=True)
    headers = {"authorization": token} if token is not None else {}
    answer = visitor.send("POST", "/api/v1/judgements", json=asked_of(visitor), headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_cookie_does_not_judge_for_a_program_nor_for_another_site(tmp_path: Path) -> None:
    path = make_ledger(tmp_path)
    visitor = Visitor(path, allow_judging=True)
    asked = asked_of(visitor)
    signed = visitor.send("POST", "/sign-in", data={"token": make_token(path), "back": "//evil.example"}, headers=OURS)
    assert (signed.status_code, signed.headers["location"]) == (303, "/")
    assert "HttpOnly" in signed.headers["set-cookie"] and "samesite=strict" in signed.headers["set-cookie"].lower()
    assert visitor.send("POST", "/api/v1/judgements", json=asked).status_code == 401
    for headers in ({}, {"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        assert visitor.send("POST", "/judge", data=asked, headers=headers).status_code == 403
    with Ledger.open(path) as ledger:
        assert list(ledger.links.judgements()) == []


def test_a_token_that_was_taken_back_is_nobodys(tmp_path: Path) -> None:
    with Ledger.open(make_ledger(tmp_path)) as ledger:
        token = ledger.tokens.add("mira", "2024-03-08")
        assert find_judge(ledger, token) == "mira"
        (row,) = ledger.tokens.list()
        assert token not in str(row)
        assert ledger.tokens.drop(row.id)
        with pytest.raises(Problem):
            find_judge(ledger, token)


def test_forms_must_come_from_our_pages() -> None:
    check_same_origin({"sec-fetch-site": "same-origin"})
    check_same_origin({"origin": "http://localhost:8000", "host": "localhost:8000"})
    for headers in ({}, {"origin": "null", "host": "null"}, {"sec-fetch-site": "none"}):
        with pytest.raises(Problem):
            check_same_origin(headers)


@pytest.mark.parametrize(
    "given", [None, {}, {"verdict": "maybe", "a": "x", "b": "y"}, {"verdict": "same", "a": "x", "b": "x"}]
)
def test_a_judgement_is_about_two_things(given: object) -> None:
    with pytest.raises(Problem):
        read_judgement(given)


def test_a_bearer_is_read_from_its_header() -> None:
    assert read_bearer({"authorization": "bearer abc"}) == "abc"
    assert read_bearer({"authorization": "Basic abc"}) is None
