"""Loading: packs by code or by path, strictly, with errors that say where."""

from pathlib import Path

import pytest

from hearsay.errors import PackError
from hearsay.packs.loading import (
    code_of,
    decode_pack,
    is_pack_file,
    list_languages,
    load_pack_source,
    pack_text,
    pack_version,
)
from tests.packs.pack_factories import template_text, write_pack


def test_the_template_is_no_language() -> None:
    assert "bn" in list_languages()
    assert "en" in list_languages()
    assert "template" not in list_languages()


@pytest.mark.parametrize("language", list_languages())
def test_a_pack_bears_the_code_of_its_file(language: str) -> None:
    assert load_pack_source(language).language.code == language
    assert pack_version(language).startswith(f"{language}@")


def test_a_pack_file_is_named_by_its_path(tmp_path: Path) -> None:
    path = write_pack(tmp_path, ('code = "xx"', 'code = "fr"'))
    assert is_pack_file(path)
    assert not is_pack_file("fr")
    assert code_of(path) == "fr"
    assert pack_version(path).startswith("fr@")


def test_another_text_is_another_version(tmp_path: Path) -> None:
    one = write_pack(tmp_path, name="one.toml")
    other = write_pack(tmp_path, ("say says said", "say says said saying"), name="other.toml")
    assert pack_version(one) != pack_version(other)


def test_an_unknown_language_is_told_with_those_there_are() -> None:
    with pytest.raises(PackError, match=r"no pack for language 'zz'; there are packs for: .*bn, .*en.*pack new"):
        pack_text("zz")


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="No such file.*pack new"):
        pack_text(str(tmp_path / "no.toml"))


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b"name = '\xff'")
    with pytest.raises(PackError, match="not UTF-8.*byte 8"):
        pack_text(str(path))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("determiners =", "determinres ="), "determinres"),
        (('act = "deny"', 'act = "denied"'), "denied"),
        (("capitals = true", 'capitals = "yes"'), "bool"),
        (("[quotations]", "[quotations"), "Expected"),
    ],
)
def test_decoding_is_strict(change: tuple[str, str], told: str) -> None:
    with pytest.raises(PackError, match=f"drafts/fr.toml: .*{told}.*schema"):
        decode_pack(template_text("fr").replace(*change), "drafts/fr.toml")
