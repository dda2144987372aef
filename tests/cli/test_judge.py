"""`hearsay judge` and `hearsay why`: what can be judged, kept, carried elsewhere, and explained."""

import json
from pathlib import Path

import pytest

from tests.cli.cli_factories import in_folder, make_file, run

pytestmark = pytest.mark.usefixtures(in_folder.__name__)

OTHER = "The dam will be filled in June, Tova Lind said on Tuesday. Nobody else spoke."


@pytest.fixture
def claims(in_folder: Path) -> list[dict]:  # type: ignore[type-arg]
    """Read two reports, link them, and give their claims."""
    run("read", make_file(in_folder), make_file(in_folder, "other.txt", OTHER), "--lang", "en")
    run("link")
    return rows("show", "claims")


def rows(*arguments: str) -> list[dict]:  # type: ignore[type-arg]
    """Run a command with --json and give its rows."""
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_judgement_parts_two_statements_of_a_claim(claims: list[dict]) -> None:  # type: ignore[type-arg]
    (claim,) = claims
    first, second = (one["id"] for one in claim["statements"])
    result = run("judge", "different", first, second, "--by", "mira")
    assert result.exit_code == 0 and "hearsay link" in result.stderr
    run("link")
    assert not any(len(one["statements"]) > 1 for one in rows("show", "claims"))
    (kept,) = rows("show", "judgements")
    assert (kept["verdict"], {kept["a"], kept["b"]}, kept["by"]) == ("different", {first, second}, "mira")
    assert "mira judged them different" in rows("why", first, second)[0]["reasons"][0]


def test_a_claim_is_kept_by_its_first_statement(claims: list[dict]) -> None:  # type: ignore[type-arg]
    (claim,) = claims
    assert run("judge", "different", claim["id"], claim["statements"][1]["id"], "--by", "mira").exit_code == 0
    assert rows("show", "judgements")[0]["a"] == claim["statements"][0]["id"]


def test_sources_are_judged_by_name_id_or_statement(claims: list[dict]) -> None:  # type: ignore[type-arg]
    unnamed = f"unnamed:{claims[0]['statements'][0]['id']}"
    for one, other in (("Mara Venn", "tova lind"), ("Mara Venn", "Q159"), (unnamed, "Tova Lind")):
        assert run("judge", "same", one, other, "--by", "mira").exit_code == 0
    kept = [(row["a"], row["b"]) for row in rows("show", "judgements")]
    assert kept == [("mara venn", "tova lind"), ("mara venn", "Q159"), (unnamed, "tova lind")]
    run("link")
    assert rows("show", "claims")[0]["origins"]["best"] == 1


@pytest.mark.usefixtures("claims")
def test_what_the_ledger_does_not_know_is_refused_with_what_to_do() -> None:
    for arguments in (["judge", "same", "nothing", "Mara Venn", "--by", "mira"], ["why", "Mara Venn", "nothing"]):
        result = run(*arguments)
        assert result.exit_code == 1 and "'nothing'" in result.stderr and "hearsay show claims" in result.stderr
    assert run("judge", "same", "Mara Venn", "unnamed:s9", "--by", "mira").exit_code == 1
    assert rows("show", "judgements") == []


def test_two_kinds_one_thing_twice_and_half_a_judgement_are_wrong_usage(claims: list[dict]) -> None:  # type: ignore[type-arg]
    statement, report = claims[0]["statements"][0]["id"], claims[0]["statements"][0]["report"]
    for arguments in (
        ["judge", "same", statement, report, "--by", "mira"],
        ["judge", "same", report, report, "--by", "mira"],
        ["judge", "same", report],
        ["judge", "--import", "x.jsonl", "--by", "mira"],
        ["why", statement, report],
        ["why", report, report],
    ):
        result = run(*arguments)
        assert result.exit_code == 2 and result.stderr.startswith("hearsay: "), arguments


def test_judgements_are_carried_to_another_ledger_once(claims: list[dict], in_folder: Path) -> None:  # type: ignore[type-arg]
    first, second = (one["id"] for one in claims[0]["statements"])
    run("judge", "different", first, second, "--by", "mira")
    (in_folder / "said.jsonl").write_text(run("show", "judgements", "--json").stdout, encoding="utf8")
    run("read", in_folder / "report.txt", in_folder / "other.txt", "--lang", "en", "--ledger", "new.db")
    assert "1 judgements added, 0 were" in run("judge", "--import", "said.jsonl", "--ledger", "new.db").stderr
    assert "0 judgements added, 1 were" in run("judge", "--import", "said.jsonl", "--ledger", "new.db").stderr
    run("link", "--ledger", "new.db")
    assert not any(len(one["statements"]) > 1 for one in rows("show", "claims", "--ledger", "new.db"))


@pytest.mark.usefixtures("claims")
def test_a_wrong_line_is_named_and_nothing_is_taken(in_folder: Path) -> None:
    good = '{"verdict": "same", "a": "x", "b": "y", "by": "mira", "at": "2026-03-01"}'
    (in_folder / "said.jsonl").write_text(f'{good}\n{{"verdict": "maybe"}}\n', encoding="utf8")
    result = run("judge", "--import", "said.jsonl")
    assert result.exit_code == 1 and "said.jsonl:2" in result.stderr and rows("show", "judgements") == []
    assert run("judge", "--import", "gone.jsonl").exit_code == 1


def test_without_a_ledger_none_is_made(in_folder: Path) -> None:
    assert run("judge", "same", "a", "b", "--by", "mira").exit_code == 1
    assert not (in_folder / "hearsay.db").exists()


def test_why_explains_reports_and_statements(claims: list[dict]) -> None:  # type: ignore[type-arg]
    first, second = claims[0]["statements"]
    (match,) = rows("why", first["id"], second["id"])
    assert match["is_sure"] and match["reasons"][-1].startswith("they are one claim")
    assert [one["kind"] for one in rows("why", first["report"], second["report"])][0] == "reprint"
    assert "words" in run("why", first["report"], second["report"]).stdout
