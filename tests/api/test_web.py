"""Every address answers; what it answers is escaped, bounded, cached and in the forms of the records."""

from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest

from hearsay.api.answers import LISTS
from hearsay.ledger import Ledger
from hearsay.records import Claim, Reading, Story
from tests.api.api_factories import ENGLISH, HARSH, Visitor, make_ledger, make_saying


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    return Visitor(make_ledger(tmp_path_factory.mktemp("ledger")), burst=10_000)


def first_claim(visitor: Visitor) -> Claim:
    claims = msgspec.convert(visitor.get("/api/v1/claims").json()["items"], list[Claim])
    return max(claims, key=lambda claim: len(claim.statements))


@pytest.mark.parametrize("address", ["/", "/stories", "/claims", "/claims?denied=true", "/sources", "/search?q=dam"])
def test_pages_answer_in_html_that_runs_nothing_inline(visitor: Visitor, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert " style=" not in answer.text and " onclick=" not in answer.text


def test_a_story_page_shows_claims_outlets_and_reports(visitor: Visitor) -> None:
    story = msgspec.convert(visitor.get("/api/v1/stories").json()["items"][-1], Story)
    page = visitor.get(f"/stories/{story.id}").text
    assert ENGLISH in page and "Kestrel" in page and "Lowland Gazette" in page


def test_a_claim_page_shows_the_picture_the_words_and_who_denies(visitor: Visitor) -> None:
    claim = first_claim(visitor)
    page = visitor.get(f"/claims/{claim.id}").text
    assert '<span class="content">The Mirel dam will be filled' in page
    assert "Ilena Dorvan" in page.partition('id="denials"')[2]
    assert page.count('class="node ') >= 3
    assert 'href="/reports/one#r1w1"' in page


def test_a_statement_has_an_address_that_leads_to_its_words(visitor: Visitor) -> None:
    statement = first_claim(visitor).statements[0]
    answer = visitor.get(f"/statements/{statement.id}")
    assert answer.status_code == 303
    assert visitor.get(answer.headers["location"].partition("#")[0]).status_code == 200


def test_a_picture_is_a_file_of_its_own(visitor: Visitor) -> None:
    answer = visitor.get(f"/claims/{first_claim(visitor).id}/graph.svg?save=1")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.text.startswith("<svg") and "<style>" in answer.text and "href" not in answer.text
    assert answer.headers["content-disposition"] == 'attachment; filename="claim.svg"'


def test_ids_may_hold_anything(visitor: Visitor) -> None:
    identity = quote("two/ü ?", safe="")
    assert visitor.get(f"/reports/{identity}").status_code == 200
    reading = msgspec.convert(visitor.get(f"/api/v1/reports/{identity}").json(), Reading)
    assert reading.outlet == "Harbour Wire"


@pytest.mark.parametrize("endpoint", LISTS, ids=lambda endpoint: endpoint.path)
def test_lists_are_in_the_forms_of_the_records_and_go_on_where_they_ended(visitor: Visitor, endpoint) -> None:
    address = f"/api/v1/{endpoint.path}?q=said" if endpoint.path == "search" else f"/api/v1/{endpoint.path}?"
    whole = visitor.get(f"{address}&limit=200").json()["items"]
    msgspec.convert(whole, list[endpoint.item])
    found, cursor = [], ""
    while cursor is not None:
        page = visitor.get(f"{address}&limit=1&cursor={cursor}").json()
        found += page["items"]
        cursor = page["next"]
    assert found == whole


@pytest.mark.parametrize("endpoint", LISTS, ids=lambda endpoint: endpoint.path)
def test_lists_are_rows_for_a_spreadsheet(visitor: Visitor, endpoint) -> None:
    answer = visitor.get(
        f"/api/v1/{endpoint.path}?format=csv&q=dam"
        if endpoint.path == "search"
        else f"/api/v1/{endpoint.path}?format=csv"
    )
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.startswith("\ufeff")


def test_only_the_fields_asked_for_are_given(visitor: Visitor) -> None:
    assert list(visitor.get("/api/v1/reports?fields=id,lang").json()["items"][0]) == ["id", "lang"]
    refused = visitor.get("/api/v1/reports?fields=id,size")
    assert refused.status_code == 400 and "choose from: id" in refused.json()["detail"]


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/api/v1/reports/none", 404, "/api/v1/reports"),
        ("/api/v1/stories?limit=0", 400, "limit"),
        ("/api/v1/stories?colour=red", 400, "There are: limit"),
        ("/api/v1/stories?cursor=WzFd", 400, "leave it out"),
        ("/api/v1/stories?cursor=%F0%9F%98%80", 400, "leave it out"),
        ("/api/v1/statements?report=a&claim=b", 400, "only one"),
        ("/api/v1/nothing", 404, "/openapi.json"),
    ],
)
def test_problems_say_what_to_do(visitor: Visitor, address: str, status: int, says: str) -> None:
    answer = visitor.get(address)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert says in answer.json()["detail"]


def test_trouble_is_a_page_for_people(visitor: Visitor) -> None:
    answer = visitor.get("/claims/none%3Cscript%3E")
    assert answer.status_code == 404
    assert "none&lt;script&gt;" in answer.text


def test_what_a_visitor_has_is_not_sent_again(visitor: Visitor) -> None:
    first = visitor.get("/api/v1/claims")
    again = visitor.get("/api/v1/claims", If_None_Match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")


def test_answers_are_compressed(visitor: Visitor) -> None:
    assert visitor.get("/openapi.json", Accept_Encoding="gzip").headers["content-encoding"] == "gzip"


def test_the_description_names_every_address(visitor: Visitor) -> None:
    described = visitor.get("/openapi.json").json()
    assert {f"/api/v1/{endpoint.path}" for endpoint in LISTS} < set(described["paths"])
    assert described["components"]["schemas"]["Claim"]["required"]


def test_pages_speak_bengali(visitor: Visitor) -> None:
    page = visitor.get("/", Accept_Language="bn").text
    assert '<html lang="bn"' in page and "৫টি প্রতিবেদন" in page


@pytest.mark.parametrize("asked", ["Shoigu", "শোইগু", "Шойгу"])
def test_a_name_is_found_in_every_script(visitor: Visitor, asked: str) -> None:
    reports = {row["report"] for row in visitor.get(f"/api/v1/search?q={quote(asked)}").json()["items"]}
    assert reports == {"one", "three", "five"}


def test_a_hostile_report_shows_as_text(tmp_path: Path) -> None:
    reports = (make_saying(name, HARSH, who=HARSH, outlet=HARSH, title=HARSH) for name in ("harsh", "again"))
    visitor = Visitor(make_ledger(tmp_path, *reports))
    claims = visitor.get("/api/v1/claims").json()["items"]
    rooms = ("/", "/sources", "/search?q=alert", "/claims", "/reports/harsh")
    pages = [visitor.get(address) for address in (*rooms, *(f"/claims/{claim['id']}" for claim in claims))]
    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.text and "\u202e" not in page.text and "\x00" not in page.text
    assert "{{ 7*7 }}" in visitor.get("/reports/harsh").text
    assert visitor.get("/api/v1/reports/harsh").json()["title"] == HARSH


def test_a_report_of_any_size_makes_pages_of_a_bounded_one(tmp_path: Path) -> None:
    many = make_saying("many", "Rain fell on the valley")
    statements = tuple(msgspec.structs.replace(many.statements[0], id=f"s{n}") for n in range(10_000))
    with Ledger.open(tmp_path / "hearsay.db") as ledger:
        ledger.add(make_saying("long", "word " * 1_000_000))
        ledger.add(msgspec.structs.replace(many, statements=statements))
    visitor = Visitor(tmp_path / "hearsay.db")
    for address in (
        "/reports/long",
        "/reports/long?start=4000000",
        "/reports/many",
        "/search?q=word",
        "/statements/s9999",
    ):
        page = visitor.get(address)
        assert page.status_code in (200, 303)
        assert len(page.content) < 600_000
