"""`hearsay demo`: a dozen reports, read in seconds."""

from importlib.resources import files
from pathlib import Path

from hearsay.gather import read_paths
from hearsay.ledger import Ledger
from hearsay.records import Report
from tests.cli.cli_factories import run


def test_six_reports_are_english_and_six_bengali() -> None:
    reports = list(read_paths([str(files("hearsay") / "demo" / "reports")]))
    assert all(isinstance(report, Report) and report.outlet and report.title and report.published for report in reports)
    assert sorted(report.lang for report in reports if isinstance(report, Report)) == ["bn"] * 6 + ["en"] * 6  # type: ignore[type-var]


def test_the_demo_reads_stores_and_writes_a_page(tmp_path: Path) -> None:
    result = run("demo", "--out", tmp_path / "demo")
    assert result.exit_code == 0, result.output
    assert "Astrin Courier" in result.stdout and "page.html" in result.stderr
    assert "origins 1 · gates 1 · reports 4" in result.stdout and "├── denied" in result.stdout.replace("└", "├")
    with Ledger.open(tmp_path / "demo" / "hearsay.db", read_only=True) as ledger:
        assert len([*ledger.reports()]) == 12
    page = (tmp_path / "demo" / "page.html").read_text(encoding="utf8")
    assert page.count("<article") == 12 and 'lang="bn"' in page


def test_a_second_run_adds_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        assert run("demo", "--out", tmp_path).exit_code == 0
    with Ledger.open(tmp_path / "hearsay.db", read_only=True) as ledger:
        assert len([*ledger.reports()]) == 12
