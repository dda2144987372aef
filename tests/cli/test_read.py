"""`hearsay read`: what goes in, what comes out, and every way in which it can go wrong."""

import json
from pathlib import Path

import pytest

from hearsay.ledger import Ledger
from hearsay.packs.loading import list_languages
from tests.cli.cli_factories import ENGLISH, in_folder, make_file, run

pytestmark = pytest.mark.usefixtures(in_folder.__name__)


def test_a_report_is_shown_with_its_statements(in_folder: Path) -> None:
    result = run("read", make_file(in_folder), "--lang", "en")
    assert result.exit_code == 0
    assert "[1]The dam will be filled" in result.stdout and "Mara Venn" in result.stdout
    assert "read 1 report" in result.stderr and "\x1b" not in result.output


def test_json_is_one_reading_a_line_and_nothing_else(in_folder: Path) -> None:
    result = run("read", make_file(in_folder), "--lang", "en", "--published", "2024-03", "--json")
    (reading,) = map(json.loads, result.stdout.splitlines())
    assert reading["text"] == ENGLISH and reading["published"] == "2024-03" and reading["lang"] == "en"
    assert list(reading) == [
        *["id", "lang", "title", "outlet", "url", "published", "text", "zones", "mentions", "times", "statements"],
        *["credits", "pack", "published_at", "updated_at", "section"],
    ]
    assert result.stderr == ""


def test_reading_twice_stores_once(in_folder: Path) -> None:
    for _ in range(2):
        assert run("read", make_file(in_folder), "--lang", "en", "--ledger", "other.db").exit_code == 0
    with Ledger.open("other.db", read_only=True) as ledger:
        assert len([*ledger.reports()]) == 1 and len([*ledger.statements()]) == 1
    assert not Path("hearsay.db").exists()


def test_nothing_is_stored_if_told_so(in_folder: Path) -> None:
    assert run("read", make_file(in_folder), "--lang", "en", "--no-ledger").exit_code == 0
    assert not Path("hearsay.db").exists()


def test_standard_input_is_read() -> None:
    result = run("read", "-", "--lang", "en", "--json", given=ENGLISH)
    assert result.exit_code == 0 and json.loads(result.stdout)["text"] == ENGLISH


def test_a_page_is_written(in_folder: Path) -> None:
    result = run("read", make_file(in_folder), "--lang", "en", "--html", "out.html")
    assert result.exit_code == 0 and "page out.html" in result.stderr and result.stdout == ""
    assert "Mara Venn" in Path("out.html").read_text(encoding="utf8")


def test_json_lines_keep_their_order_and_ids(in_folder: Path) -> None:
    lines = [{"id": str(number), "text": f"{number} {ENGLISH}", "lang": "en"} for number in (3, 1, 2)]
    lines.insert(1, {"id": "empty", "text": " "})
    jsonl = make_file(in_folder, "in.jsonl", "\n".join(map(json.dumps, lines)))
    result = run("read", "--jsonl", jsonl, "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["3", "empty", "1", "2"]
    assert rows[1]["refusal"].keys() == {"where", "reason", "detail"}
    assert result.exit_code == 3 and "1 refused" in result.stderr


def test_json_lines_come_from_standard_input() -> None:
    result = run("read", "--jsonl", "-", "--json", given=json.dumps({"id": "a", "text": ENGLISH, "lang": "en"}))
    assert json.loads(result.stdout)["id"] == "a" and result.exit_code == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"\x89PNG\x00\x01", "binary"), (b" \n", "empty"), (b"\xe0\xa6", "encoding"), (None, "missing")],
)
def test_what_cannot_be_read_is_refused_in_words(in_folder: Path, content: bytes | None, reason: str) -> None:
    path = in_folder / "bad.txt"
    if content is not None:
        path.write_bytes(content)
    result = run("read", path)
    assert result.exit_code == 3 and str(path) in result.stderr and f"({reason})" in result.stderr
    as_json = run("read", path, "--json")
    assert json.loads(as_json.stdout)["refusal"]["reason"] == reason and as_json.exit_code == 3


def test_a_bad_file_among_many_stops_nothing(in_folder: Path) -> None:
    for number in range(30):
        make_file(in_folder, f"{number:02}.txt", f"{number} {ENGLISH}")
    make_file(in_folder, "07.txt", b"\x00\x01\x02")
    result = run("read", in_folder, "--lang", "en", "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == 30 and [number for number, row in enumerate(rows) if "refusal" in row] == [7]
    assert result.exit_code == 3 and "read 29 reports" in result.stderr and "1 refused" in result.stderr
    with Ledger.open("hearsay.db", read_only=True) as ledger:
        assert [row.where for row in ledger.refusals()] == [str(in_folder / "07.txt")]


def test_a_mistake_in_reading_one_report_stops_nothing(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("hearsay.reading.read", fail)
    result = run("read", make_file(in_folder), "--lang", "en")
    assert result.exit_code == 3 and "ZeroDivisionError" in result.stderr and "report.txt" in result.stderr


def test_many_refusals_are_counted(in_folder: Path) -> None:
    result = run("read", *(in_folder / f"{number}.txt" for number in range(14)))
    assert "refused: 4 more" in result.stderr and "14 refused" in result.stderr


@pytest.mark.parametrize("given", ["05.09.2023", "2023-13", "2023-02-30", "yesterday", "23", "2023-9-5", "২০২৩"])
def test_a_wrong_date_says_what_is_wanted(in_folder: Path, given: str) -> None:
    result = run("read", make_file(in_folder), "--published", given)
    assert result.exit_code == 2 and given in result.stderr and "YYYY-MM-DD" in result.stderr


@pytest.mark.parametrize("given", ["2023", "2023-09", "2023-09-05"])
def test_a_date_may_be_a_year_or_a_month(in_folder: Path, given: str) -> None:
    assert run("read", make_file(in_folder), "--lang", "en", "--published", given).exit_code == 0


def test_a_language_without_a_pack_lists_the_packs(in_folder: Path) -> None:
    result = run("read", make_file(in_folder), "--lang", "xx")
    assert result.exit_code == 2 and "'xx'" in result.stderr and ", ".join(list_languages()) in result.stderr


def test_a_report_in_a_language_without_a_pack_is_refused(in_folder: Path) -> None:
    path = make_file(in_folder, "a.md", f"---\nlang: xx\n---\n{ENGLISH}")
    result = run("read", path)
    assert result.exit_code == 3 and "'xx'" in result.stderr and "--lang" in result.stderr
    assert ", ".join(list_languages()) in result.stderr


def test_an_unsure_language_asks_for_it(in_folder: Path) -> None:
    result = run("read", make_file(in_folder, text="42 — 17"))
    assert result.exit_code == 3 and "--lang" in result.stderr


def test_nothing_to_read_is_wrong_usage(in_folder: Path) -> None:
    assert run("read").exit_code == 2
    (in_folder / "empty").mkdir()
    result = run("read", in_folder / "empty")
    assert result.exit_code == 2 and "nothing to read" in result.stderr


def test_a_page_without_a_folder_is_wrong_usage(in_folder: Path) -> None:
    result = run("read", make_file(in_folder), "--html", in_folder / "none" / "out.html")
    assert result.exit_code == 2 and "make it first" in result.stderr


def test_a_missing_file_of_json_lines_is_wrong_usage() -> None:
    result = run("read", "--jsonl", "none.jsonl")
    assert result.exit_code == 2 and "none.jsonl" in result.stderr


def test_a_ledger_of_another_kind_is_a_failure(in_folder: Path) -> None:
    ledger = make_file(in_folder, "notes.db", "these are notes" * 100)
    result = run("read", make_file(in_folder), "--ledger", ledger)
    assert result.exit_code == 1 and "notes.db" in result.stderr and "Traceback" not in result.output
