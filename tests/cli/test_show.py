"""`hearsay show`: what the ledger holds."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.cli_factories import in_folder, make_file, run

pytestmark = pytest.mark.usefixtures(in_folder.__name__)


def fill(folder: Path) -> str:
    """Read a report and a missing file into the ledger, and return the report's id."""
    result = run("read", make_file(folder), folder / "gone.txt", "--lang", "en", "--json")
    return str(json.loads(result.stdout.splitlines()[0])["id"])


@pytest.mark.parametrize(
    ("what", "field", "value"),
    [
        ("reports", "lang", "en"),
        ("statements", "text", "The dam will be filled in June,"),
        ("sources", "name", "Mara Venn"),
        ("refusals", "reason", "missing"),
    ],
)
def test_rows_are_shown_as_json_and_as_a_table(in_folder: Path, what: str, field: str, value: str) -> None:
    fill(in_folder)
    result = run("show", what, "--json")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert row[field] == value and result.exit_code == 0
    table = run("show", what)
    assert value.split()[0].rstrip(",") in table.stdout and table.exit_code == 0


def test_one_report_is_shown_with_its_marks(in_folder: Path) -> None:
    result = run("show", "report", fill(in_folder))
    assert "[1]The dam" in result.stdout and result.exit_code == 0


def test_what_one_source_said_is_shown(in_folder: Path) -> None:
    fill(in_folder)
    assert "The dam" in run("show", "source", "Mara Venn").stdout
    assert "no such statements" in run("show", "source", "Nobody").stdout


def test_an_unknown_report_is_a_failure_in_words(in_folder: Path) -> None:
    fill(in_folder)
    result = run("show", "report", "none")
    assert result.exit_code == 1 and "'none'" in result.stderr and "show reports" in result.stderr


def test_a_name_stands_where_it_is_needed_and_only_there(in_folder: Path) -> None:
    fill(in_folder)
    assert run("show", "report").exit_code == 2 and run("show", "sources", "x").exit_code == 2


def test_no_ledger_says_how_to_make_one(in_folder: Path) -> None:
    result = run("show", "sources")
    assert result.exit_code == 1 and "hearsay.db" in result.stderr and "hearsay read" in result.stderr
    assert not (in_folder / "hearsay.db").exists()


def test_the_environment_names_the_ledger(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_LEDGER", str(in_folder / "mine.db"))
    fill(in_folder)
    assert (in_folder / "mine.db").exists() and run("show", "reports").exit_code == 0


def shown(*arguments: str) -> list[dict[str, Any]]:
    """Show something as JSON."""
    return [json.loads(line) for line in run("show", *arguments, "--json").stdout.splitlines()]


def fill_twice(folder: Path) -> None:
    """Read one long report twice, as two outlets have it, and link them."""
    words = " ".join(f"word{number}" for number in range(80))
    for outlet in ("Kestrel", "Lantern"):
        text = f"---\noutlet: {outlet}\npublished: 2026-03-02\n---\nThe dam will be filled in June, Mara Venn said. {words}\n"
        run("read", make_file(folder, f"{outlet}.md", text), "--lang", "en")
    run("link")


def test_claims_have_the_fields_that_others_build_on(in_folder: Path) -> None:
    fill_twice(in_folder)
    (claim,) = shown("claims")
    assert list(claim) == ["id", "story", "text", "event", "first", "last", "statements", "origins", "denied_by"]
    fields = ["id", "report", "lang", "published", "text", "chain", "act", "certainty", "stance"]
    assert [list(row) for row in claim["statements"]] == [fields, fields]
    origins = claim["origins"]
    assert {"at_least", "best", "at_most", "gates", "sources", "open"} <= set(origins)
    assert (origins["at_least"], origins["best"], origins["at_most"], origins["gates"]) == (1, 1, 1, 1)
    (source,) = origins["sources"]
    assert {"name", "kind", "entity", "statements"} <= set(source) and source["name"] == "Mara Venn"
    assert source["statements"] == [row["id"] for row in claim["statements"]] and claim["denied_by"] == []
    assert shown("claim", claim["id"]) == shown("claim", source["statements"][1]) == [claim]
    assert "Mara Venn" in run("show", "claim", claim["id"]).stdout
    assert shown("origins")[0]["origins"] == origins


def test_copies_and_stories_have_the_fields_that_others_build_on(in_folder: Path) -> None:
    fill_twice(in_folder)
    (copy,) = shown("copies")
    assert {"report", "of", "relation", "score", "reasons"} <= set(copy) and copy["relation"] == "reprint"
    (story,) = shown("stories")
    assert {"id", "title", "reports", "first", "last", "languages"} <= set(story)
    assert set(story["reports"]) == {copy["report"], copy["of"]} and story["languages"] == ["en"]
    assert shown("story", story["id"]) == shown("story", copy["of"]) == [story]
    for what in ("claims", "copies", "stories", "origins", "possible", "judgements"):
        assert run("show", what).exit_code == 0


def test_what_was_never_linked_and_what_is_not_there_is_said(in_folder: Path) -> None:
    fill(in_folder)
    assert "hearsay link" in run("show", "claims").stderr and run("show", "claims").exit_code == 1
    assert shown("judgements") == []
    run("link")
    for what in ("claim", "story"):
        result = run("show", what, "none")
        assert result.exit_code == 1 and "'none'" in result.stderr
        assert run("show", what).exit_code == 2
