"""FILE.toml: what is wrong is told with the file, the place, and what is allowed."""

from pathlib import Path

import pytest

from hearsay.errors import SettingsError
from hearsay.views.watching.orders import Happening, Query, read_order, read_variable

QUERY = '[[query]]\nname = "a"\ntell = ["denial"]\n'


def write(folder: Path, text: str) -> Path:
    """Write a file of standing queries."""
    path = folder / "watch.toml"
    path.write_text(text, encoding="utf8")
    return path


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    mail = '[mail]\nto = ["desk@news.example"]\nfrom = "h@news.example"\nserver = "mail.news.example"\n'
    hook = '[webhook]\naddress = "https://hooks.example/x"\nsecret_variable = "HOOK_SECRET"\n'
    order = read_order(write(tmp_path, QUERY + 'words = "dam"\n[file]\npath = "a.jsonl"\n' + hook + mail))
    assert order.query == (Query("a", (Happening.DENIAL,), words="dam"),)
    assert order.mail and order.mail.sender == "h@news.example" and order.mail.security == "starttls"
    assert order.webhook and not order.webhook.allow_private


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "there is no query"),
        ("[[query]", "Write one"),
        (QUERY + 'colour = "red"\n', "colour"),
        (QUERY.replace("denial", "denials"), "second-origin"),
        (QUERY.replace('["denial"]', "[]"), "tell"),
        (QUERY + QUERY, "two queries are named 'a'"),
        (QUERY + 'words = "…"\n', "holds no word"),
        (QUERY + '[mail]\nto = ["x"]\nfrom = "y"\nserver = "z"\nsecurity = "ssl"\n', "ssl"),
        (QUERY + '[webhook]\naddress = "x"\nsecret = "in the open"\n', "secret"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        read_order(write(tmp_path, text))
    assert "watch.toml" in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml cannot be read"):
        read_order(tmp_path / "none.toml")


def test_a_secret_comes_from_the_environment_only(tmp_path: Path) -> None:
    assert read_variable("S", tmp_path, {"S": "x"}) == "x"
    with pytest.raises(SettingsError, match="S, which is not set"):
        read_variable("S", tmp_path, {})


def test_a_query_is_known_by_what_it_asks_and_not_by_its_name() -> None:
    asked = (("a", "x"), ("b", "x"), ("a", "y"))
    one, renamed, other = (Query(name, (Happening.DENIAL,), words=words) for name, words in asked)
    assert one.id == renamed.id != other.id
