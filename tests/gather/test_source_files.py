"""SOURCES.toml: sources with their entity; every mistake is told with its place and what is allowed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.source_files import OutletSource, SourceKindOfAddress, make_source, read_sources


def write(folder: Path, text: str) -> Path:
    """Write a file of sources."""
    path = folder / "SOURCES.toml"
    path.write_text(text, encoding="utf8")
    return path


def test_a_whole_source_and_a_short_one(tmp_path: Path) -> None:
    text = """
[[source]]
outlet = "Reuters"
country = "GB"
language = "en"
address = "https://www.reuters.com/feed.xml"
interval = "2h"
kind = "feed"

[[source]]
address = "http://news.example"
"""
    assert read_sources(write(tmp_path, text)) == (
        OutletSource(
            "https://www.reuters.com/feed.xml",
            "Reuters",
            country="GB",
            language="en",
            interval=7200,
            kind=SourceKindOfAddress.FEED,
            entity="Q130879",
        ),
        OutletSource("http://news.example"),
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "missing required field `address`"),
        ('addres = "x"', "unknown field `addres`"),
        ("address = 5", "at `address`"),
        ('address = "ftp://news.example"', "like https://"),
        ('address = "http://[x"', "like https://"),
        ('address = "http://a.example"\nkind = "rss"', "feed, sitemap, page, auto"),
        ('address = "http://a.example"\ncountry = "Bangladesh"', "like BD"),
        ('address = "http://a.example"\nlanguage = "Bengali"', "like bn"),
        ('address = "http://a.example"\ninterval = "often"', "like 30m"),
        ('address = "http://b.example"', "stands twice"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, line: str, said: str) -> None:
    path = write(tmp_path, f'[[source]]\naddress = "http://b.example"\n\n[[source]]\n{line}\n')
    with pytest.raises(GatherError) as error:
        read_sources(path)
    assert f"{path}, source 2 (line 4): " in str(error.value)
    assert said in str(error.value)


@pytest.mark.parametrize("text", ["", "[[", "source = 5", "[source]\naddress = 'http://a.example'", "[[sources]]"])
def test_what_is_no_file_of_sources(tmp_path: Path, text: str) -> None:
    with pytest.raises(GatherError, match=r"\[\[source\]\]") as error:
        read_sources(write(tmp_path, text))
    assert error.value.reason == "invalid"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GatherError, match="check the path") as error:
        read_sources(tmp_path / "none.toml")
    assert error.value.reason == "missing"


@given(st.text(max_size=40) | st.text(max_size=40).map(lambda text: f"[[source]]\naddress = {text!r}"))
def test_any_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("sources") / "SOURCES.toml"
    path.write_bytes(text.encode("utf8", "replace"))
    try:
        assert read_sources(path)
    except GatherError:
        return


def test_an_outlet_is_known_by_its_domain() -> None:
    assert make_source("https://feeds.bbc.co.uk/news").entity == "Q9531"
    assert make_source("https://news.example/").entity is None
