"""Checking users' own entities: all problems at once, and notes."""

from pathlib import Path

from hearsay.packs.entity_checks import EntityCheck, check_own_entities


def check(folder: Path, text: str) -> EntityCheck:
    """Check a file with this text."""
    (folder / "mine.toml").write_text(text, encoding="utf8")
    return check_own_entities(folder / "mine.toml")


def test_a_good_file_has_no_problems(tmp_path: Path) -> None:
    assert check(tmp_path, '[hs-gull]\nkind = "outlet"\nnames.en = "Evening Gull"\n') == EntityCheck(1, (), ())


def test_every_problem_is_told(tmp_path: Path) -> None:
    text = '[hs-a]\ncolour = 1\n[hs-b]\nnames.en = "B"\n[hs-c]\nkind = "outlet"\nnames.en = "C"\ncountry = "QQ"\n'
    text += '[hs-d]\nkind = "outlet"\nnames.en = "Dock Daily"\ndomains = "D"\n'
    found = check(tmp_path, text)
    assert found.tables == 3
    for words in ("[hs-a]", "[hs-b]: a new entity needs a kind", "refers to 'QQ'", "'D' is no domain"):
        assert sum(words in problem for problem in found.problems) == 1, words


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    assert "mine.toml" in check(tmp_path, "[x\n").problems[0]


def test_a_name_of_somebody_else_is_noted(tmp_path: Path) -> None:
    found = check(tmp_path, '[hs-gull]\nkind = "outlet"\nnames.en = "Reuters"\n')
    assert not found.problems and "'Reuters' is a name of Q130879 too" in found.notes[0]


def test_an_id_in_two_files_is_told(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text('[hs-gull]\nkind = "outlet"\nnames.en = "Gull"\n', encoding="utf8")
    assert "stands already in" in check_own_entities(tmp_path).problems[0]
