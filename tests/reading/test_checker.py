"""The checker: bundled packs are well, and what is wrong with a draft is told."""

from pathlib import Path

import pytest

from hearsay.packs.compiler import load_pack
from hearsay.packs.loading import list_languages
from hearsay.reading.checker import check_pack, find_firings
from tests.packs.pack_factories import write_pack


@pytest.mark.parametrize("language", list_languages())
def test_bundled_packs_do_what_they_say(language: str) -> None:
    assert [f"{problem.where}: {problem.message}" for problem in check_pack(language)] == []


def test_the_template_is_well(tmp_path: Path) -> None:
    assert check_pack(write_pack(tmp_path)) == ()


@pytest.mark.parametrize(
    ("change", "where", "told"),
    [
        (
            ('who = "The mayor", what = "the bridge was safe"', 'who = "mayor"'),
            "xx.who-say-that",
            "fires with who 'The mayor'",
        ),
        (("The mayor denied that", "The mayor hoped that"), "xx.who-say-that", "does not fire; nothing does"),
        (('"The sign says Main Street."', '"The mayor said that it rained."'), "silent", "xx.who-say-that fires"),
        (("'^ according to", "'^ accord ing to"), "xx.according-to", "does not fire"),
        (("'{who} <say> \"{what}\"'", "'{who} <shout> \"{what}\"'"), "xx.who-say-quote", "no class 'shout'"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, change: tuple[str, str], where: str, told: str) -> None:
    problems = check_pack(write_pack(tmp_path, change))
    assert where in {problem.where for problem in problems}
    assert told in "\n".join(problem.message for problem in problems)


def test_a_pattern_that_another_one_forestalls_is_told(tmp_path: Path) -> None:
    broad = "[[pattern]]\nid = \"xx.broad\"\npattern = '{who} <say|deny> {what}'\nexamples = []\n\n"
    first = '[[pattern]]\nid = "xx.quote-who-say"'
    messages = [problem.message for problem in check_pack(write_pack(tmp_path, (first, broad + first)))]
    assert any("it does not fire; xx.broad does" in message for message in messages)


def test_a_month_that_is_not_read_back_is_told(tmp_path: Path) -> None:
    path = write_pack(tmp_path, ('"{day} {month} {year}", "{month} {day} , {year}", ', ""))
    assert ["24 January 2022" in problem.message for problem in check_pack(path)].count(True) == 1


def test_a_file_that_cannot_be_decoded_is_one_problem(tmp_path: Path) -> None:
    (problem,) = check_pack(write_pack(tmp_path, ("determiners =", "determinres =")))
    assert "determinres" in problem.message


def test_a_file_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    (problem,) = check_pack(str(tmp_path / "no.toml"))
    assert "No such file" in problem.message


def test_a_pattern_that_cannot_be_compiled_is_told_by_its_id(tmp_path: Path) -> None:
    problems = check_pack(write_pack(tmp_path, ("'{who} <say> \"{what}\"'", "'{who} <say \"{what}\"'")))
    assert [problem.where for problem in problems][0] == "xx.who-say-quote"


def test_holes_are_told_without_marks_at_their_edges() -> None:
    (firing,) = find_firings("“The bridge is safe,” Mira Holt said.", load_pack("en"))
    assert (firing.pattern, firing.who, firing.what) == ("en.quote-who-say", "Mira Holt", ("The bridge is safe",))


def test_a_pattern_of_headlines_fires_in_headlines_only() -> None:
    heading = "সেতু বন্ধ থাকবে: মেয়র"
    assert [firing.pattern for firing in find_firings(heading, load_pack("bn"), headline=True)] == [
        "bn.heading-content-who"
    ]
    assert find_firings(heading, load_pack("bn")) == ()
