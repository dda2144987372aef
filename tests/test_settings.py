"""Settings: defaults, environment, file, and errors that say what is allowed."""

from pathlib import Path

import msgspec
import pytest

from hearsay.errors import SettingsError
from hearsay.settings import Settings, load_settings


def write_settings(folder: Path, text: str) -> dict[str, str]:
    """Write a settings file and return the environment that names it."""
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf8")
    return {"HEARSAY_SETTINGS": str(file)}


def test_without_anything_the_defaults_hold() -> None:
    assert load_settings({}) == Settings()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    environment = write_settings(tmp_path, "workers = 3\nbatch = 5\n")
    settings = load_settings(environment | {"HEARSAY_WORKERS": "2"})
    assert (settings.workers, settings.batch) == (2, 5)


def test_an_empty_variable_counts_as_not_set() -> None:
    assert load_settings({"HEARSAY_LEDGER": "", "HEARSAY_SETTINGS": ""}) == Settings()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HEARSAY_WORKERS", "many"),
        ("HEARSAY_WORKERS", "-1"),
        ("HEARSAY_WORKERS", "1.5"),
        ("HEARSAY_BATCH", "0"),
        ("HEARSAY_BUSY_SECONDS", "0"),
    ],
)
def test_a_wrong_value_names_setting_value_and_what_is_allowed(variable: str, value: str) -> None:
    with pytest.raises(SettingsError) as error:
        load_settings({variable: value})
    assert variable in str(error.value) and repr(value) in str(error.value) and "allowed is" in str(error.value)


def test_a_wrong_value_in_the_file_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"'batch' in .*settings.toml is 'x'; allowed is a whole number"):
        load_settings(write_settings(tmp_path, "batch = 'x'"))


def test_an_unknown_name_in_the_file_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"unknown setting 'worker'; there are: ledger"):
        load_settings(write_settings(tmp_path, "worker = 2"))


@pytest.mark.parametrize("text", ["workers = ", "= 2", "[workers]\nx = 1\n["])
def test_a_file_that_is_no_toml_says_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="A settings file is TOML"):
        load_settings(write_settings(tmp_path, text))


def test_a_missing_file_says_who_named_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="HEARSAY_SETTINGS names .*cannot be read"):
        load_settings({"HEARSAY_SETTINGS": str(tmp_path / "missing.toml")})


def test_every_setting_says_what_it_allows() -> None:
    for field in msgspec.structs.fields(Settings):
        assert any(isinstance(item, msgspec.Meta) and item.description for item in field.type.__metadata__), field.name
