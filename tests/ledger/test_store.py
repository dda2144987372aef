"""The ledger's contract: what goes in comes out, once, whole, streamed, beside others, and after being killed."""

import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.errors import LedgerError
from hearsay.ledger import Ledger
from hearsay.records import SourceKind
from tests.ledger.ledger_factories import make_link, make_reading, make_refusal, make_statement

REPORT_FIELDS = ["id", "url", "outlet", "title", "lang", "published", "zones", "credits", "text"]
STATEMENT_FIELDS = [
    *["id", "report", "outlet", "lang", "published", "text", "chain"],
    *["act", "certainty", "directness", "cue", "said", "about"],
]


def read_everything(ledger: Ledger) -> list[object]:
    """Give all that a ledger shows."""
    return [
        [*ledger.readings()],
        [*ledger.reports()],
        [*ledger.statements()],
        [*ledger.sources()],
        [*ledger.refusals()],
    ]


def test_a_reading_comes_out_whole_as_it_went_in(tmp_path: Path) -> None:
    reading = make_reading()
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert ledger.add(reading)
    with Ledger.open(tmp_path / "a.db", read_only=True) as ledger:
        assert [*ledger.readings()] == [reading] and ledger.reading("r1") == reading and ledger.reading("r2") is None


def test_rows_have_the_fields_that_others_build_on(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add(make_reading())
        ledger.refuse(make_refusal(), "2024-05-06T07:00:00Z")
        rows = [
            next(iter(rows)) for rows in (ledger.reports(), ledger.statements(), ledger.sources(), ledger.refusals())
        ]
    report, statement, source, refusal = (msgspec.json.decode(msgspec.json.encode(row)) for row in rows)
    assert list(report) == REPORT_FIELDS and report["credits"]["agency"] == "Harbour Wire"
    assert list(statement) == STATEMENT_FIELDS and statement["text"] == "Rain " and statement["cue"] == "aid "
    assert source == {"name": "Mira Holt", "kind": "person", "entity": None, "statements": 1, "reports": 1}
    assert list(refusal) == ["where", "reason", "detail", "at"] and refusal["at"] == "2024-05-06T07:00:00Z"


def test_adding_a_second_time_adds_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert (ledger.add(make_reading()), ledger.add(make_reading())) == (True, False)
        assert (ledger.refuse(make_refusal(), "now"), ledger.refuse(make_refusal(), "later")) == (True, False)
        assert [len(rows) for rows in read_everything(ledger) if isinstance(rows, list)] == [1] * 5
        assert next(ledger.refusals()).at == "now"


def test_a_report_read_again_shows_the_new_reading_and_keeps_the_old(tmp_path: Path) -> None:
    old = make_reading(pack="en@00000001")
    new = make_reading(pack="en@00000002", statements=(make_statement((0, 4), chain=(make_link("Tom Reed"),)),))
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert ledger.add(old) and ledger.add(new)
        assert [*ledger.readings()] == [new] and [row.name for row in ledger.sources()] == ["Tom Reed"]
        assert [*ledger.search("Mira")] == [] and len([*ledger.search("Tom")]) == 1
        kept = sqlite3.connect(tmp_path / "a.db").execute("SELECT pack FROM reading ORDER BY pack").fetchall()
        assert kept == [("en@00000001",), ("en@00000002",)]
        assert ledger.add(old) and [*ledger.readings()] == [old]  # whoever goes back to the old pack sees its reading


def test_statements_are_given_by_report_and_by_source(tmp_path: Path) -> None:
    wire, holt = make_link("Harbour Wire", kind=SourceKind.AGENCY, entity="Q1"), make_link()
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add(make_reading("r1", statements=(make_statement(chain=(wire, holt)), make_statement(chain=()))))
        ledger.add(make_reading("r2"))
        assert [row.report for row in ledger.statements(report="r1")] == ["r1", "r1"]
        assert [row.report for row in ledger.statements(source="Mira Holt")] == ["r1", "r2"]
        assert [row.chain for row in ledger.statements(source="Q1")] == [(wire, holt)]
        assert [row.report for row in ledger.statements(source="Mira Holt", report="r2")] == ["r2"]
        assert [*ledger.statements(source="nobody")] == []


def test_a_source_is_one_entity_or_one_name_and_unnamed_ones_stay_apart(tmp_path: Path) -> None:
    def unnamed(name: str) -> tuple[object, ...]:
        return (make_link(name, kind=SourceKind.ANONYMOUS, entity="Q30"),)

    chains = [
        (make_link("Mira Holt", entity="Q7"),), (make_link("Mira Holt", entity="Q7"),),
        (make_link("মিরা হল্ট", entity="Q7"),),
        unnamed("officials"), unnamed("a diplomat"), (make_link("", kind=SourceKind.NONE),),
    ]  # fmt: skip
    with Ledger.open(tmp_path / "a.db") as ledger:
        for number, chain in enumerate(chains):
            ledger.add(make_reading(f"r{number}", statements=(make_statement(chain=chain),)))  # type: ignore[arg-type]
        sources = [(row.name, row.entity, row.statements, row.reports) for row in ledger.sources()]
    assert sources == [("Mira Holt", "Q7", 3, 3), ("a diplomat", "Q30", 1, 1), ("officials", "Q30", 1, 1)]


def test_search_finds_words_of_every_script_and_sources(tmp_path: Path) -> None:
    texts = {
        "bn": "মন্ত্রী রাশিয়ার পাশে আছেন",
        "en": "The minister’s visit to Gándara",
        "zh": "部长访问东京都",
        "ko": "장관이 러시아를 방문했다",
    }
    with Ledger.open(tmp_path / "a.db") as ledger:
        for report, text in texts.items():
            ledger.add(make_reading(report, text=text, statements=(make_statement((0, len(text))),)))
        asked = {
            "রাশিয়ার": "bn",
            "রাশ*": "bn",
            "gandara": "en",
            '"visit to"': "en",
            "东京": "zh",
            "都": "zh",
            "러시아": "ko",
        }
        assert {word: [row.report for row in ledger.search(word)] for word in asked} == {
            k: [v] for k, v in asked.items()
        }
        assert [*ledger.search("রাশ")] == []  # a word is not cut at its vowel signs
        assert [*ledger.search('"to visit"')] == [] == [*ledger.search("")]
        assert len([*ledger.search("Mira Holt")]) == 4


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_question_is_an_error(asked: str) -> None:
    assert [*_EMPTY.search(asked)] == []


_EMPTY_FOLDER = TemporaryDirectory()
_EMPTY = Ledger.open(Path(_EMPTY_FOLDER.name) / "empty.db")


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=20), st.sampled_from(["en@1", "en@2"])), max_size=6))
def test_adding_everything_twice_is_adding_it_once(reports: list[tuple[str, str, str]]) -> None:
    readings = {report: make_reading(report, text=text, pack=pack) for report, text, pack in reports}.values()
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "a.db") as ledger:
        assert all(ledger.add(reading) for reading in readings)
        once = read_everything(ledger)
        assert not any(ledger.add(reading) for reading in readings)
        assert read_everything(ledger) == once and once[0] == [*readings]


def test_half_a_character_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        with pytest.raises(LedgerError, match="half a character"):
            ledger.add(make_reading(text="\ud800"))
        assert [*ledger.reports()] == []


def test_an_error_inside_a_report_leaves_nothing_of_it(tmp_path: Path) -> None:
    broken = msgspec.structs.replace(make_reading(), statements=(make_statement(), None))
    with Ledger.open(tmp_path / "a.db") as ledger:
        with pytest.raises(AttributeError):
            ledger.add(broken)
        assert read_everything(ledger) == [[]] * 5
        assert ledger.add(make_reading())


def test_rows_are_streamed_while_others_are_added(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        for number in range(20):
            ledger.add(make_reading(f"r{number}"))
        rows = ledger.reports()
        first = next(rows)
        ledger.add(make_reading("later"))
        assert first.id == "r0" and len([*rows]) >= 19


def test_readers_in_other_threads_see_whole_reports_beside_a_writer(tmp_path: Path) -> None:
    problems: list[str] = []
    done = threading.Event()
    path = tmp_path / "a.db"
    Ledger.open(path).close()

    def read() -> None:
        with Ledger.open(path, read_only=True) as ledger:
            seen = 0
            while not done.is_set():
                statements = len([*ledger.statements()])
                if statements % 3 or statements < seen:
                    problems.append(f"{statements} statements after {seen}")
                seen = statements

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    with Ledger.open(path) as ledger:
        for number in range(100):
            ledger.add(make_reading(f"r{number}", statements=(make_statement(),) * 3))
    done.set()
    for reader in readers:
        reader.join()
    assert not problems


WRITER = textwrap.dedent("""
    import sys
    from hearsay.ledger import Ledger
    from tests.ledger.ledger_factories import make_reading, make_statement
    path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with Ledger.open(path) as ledger:
        for number in range(count):
            ledger.add(make_reading(f"{name}{number}", statements=(make_statement(),) * 20))
            print(f"{name}{number}", flush=True)
""")


def start_writer(path: Path, name: str, *, count: int) -> "subprocess.Popen[str]":
    """Start a process that adds reports and prints the id of each finished one."""
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    root = Path(__file__).parents[2]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root, bufsize=1 << 20)


def test_writers_in_several_processes_make_one_new_ledger_together(tmp_path: Path) -> None:
    writers = [start_writer(tmp_path / "a.db", name, count=30) for name in "abc"]
    for writer in writers:
        writer.communicate(timeout=60)
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert len([*ledger.reports()]) == 90 and len([*ledger.statements()]) == 1800


def test_killed_at_any_moment_it_opens_with_every_finished_report(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    chance = random.Random(2024)
    finished: set[str] = set()
    for name in "abcdef":
        with start_writer(path, name, count=100_000) as writer:
            assert writer.stdout is not None
            finished.add(writer.stdout.readline().strip())
            time.sleep(chance.random() / 4)
            writer.send_signal(signal.SIGKILL)
            finished |= {line.strip() for line in writer.stdout if line.endswith("\n")}
        with Ledger.open(path, read_only=name in "ace") as ledger:  # a reader too can be the first to come back
            reports = {row.id for row in ledger.reports()}
            assert finished <= reports and len([*ledger.statements()]) == 20 * len(reports)
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_report_is_held_once_it_was_added(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert not ledger.holds("r1")
        ledger.add(make_reading("r1"))
        assert ledger.holds("r1") and not ledger.holds("r2")
