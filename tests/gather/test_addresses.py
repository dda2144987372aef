"""Addresses: what is asked, and what is one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.addresses import (
    check_address,
    choose_address,
    is_address,
    is_same_site,
    join,
    load_tracking,
    normalise,
)

pytest.importorskip("w3lib")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTTP://EXAMPLE.org:80/a", "http://example.org/a"),
        ("https://example.org:443/a#top", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&fbclid=1", "https://example.org/a"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://example.org./a", "https://example.org/a"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a/../b", "https://example.org/b"),
    ],
)
def test_one_page_has_one_normal_form(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a", "https://example.org:8443/a"),
        ("https://example.org/a?page=2", "https://example.org/a"),
        ("https://example.org/?p=1", "https://example.org/"),
        ("https://example.org/a?ref=7", "https://example.org/a"),
    ],
)
def test_other_pages_stay_others(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@given(st.text(max_size=60))
def test_anything_has_a_normal_form_and_one_only(written: str) -> None:
    once = normalise(f"https://example.org/{written}")
    assert normalise(once) == once


@pytest.mark.parametrize(
    "address",
    [
        *["ftp://example.org/a", "file:///etc/passwd", "gopher://example.org", "javascript:alert(1)", "//example.org"],
        *[
            "http://",
            "http:///a",
            "https://user:word@example.org/",
            "http://example.org:22/",
            "http://example.org:99999",
        ],
        *["http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://[::1]/", "http://[::ffff:10.0.0.1]/"],
        *[
            "http://exa mple.org/",
            "http://example.org/\r\nHost: x",
            "http://example.org\\@127.0.0.1/",
            "http://[::1",
            "",
        ],
        *["http://169.254.169.254/latest", "http://example.org:0/", "https://example.org/" + "a" * 9000],
    ],
)
def test_what_is_not_asked(address: str) -> None:
    with pytest.raises(GatherError) as caught:
        check_address(address)
    assert caught.value.reason == "forbidden"


@pytest.mark.parametrize("address", ["http://example.org", "https://example.org:8443/a?b=1", "https://8.8.8.8/"])
def test_what_is_asked(address: str) -> None:
    check_address(address)


def test_what_is_private_is_asked_if_that_is_allowed() -> None:
    check_address("http://10.0.0.1:5000/a", allow_private=True)
    with pytest.raises(GatherError):
        check_address("ftp://10.0.0.1/a", allow_private=True)


@given(st.text(max_size=80))
def test_no_text_breaks_the_check(written: str) -> None:
    for address in (written, f"http://{written}/"):
        try:
            check_address(address)
        except GatherError as error:
            assert error.reason == "forbidden"


@pytest.mark.parametrize(
    ("asked", "canonical", "chosen"),
    [
        ("https://m.example.org/a", "https://www.example.org/a", "https://www.example.org/a"),
        ("https://example.org/a?x=1", "/a", "https://example.org/a"),
        ("https://news.example.org/a", "https://example.org/a", "https://example.org/a"),
        ("https://example.org/a", "https://other.example/a", "https://example.org/a"),
        ("https://example.org/a", "https://badexample.org/a", "https://example.org/a"),
        ("https://example.org/a", "https://example.org/", "https://example.org/a"),
        ("https://example.org/a", "javascript:x", "https://example.org/a"),
        ("https://example.org/a", None, "https://example.org/a"),
    ],
)
def test_the_canonical_link_counts_within_its_site(asked: str, canonical: str | None, chosen: str) -> None:
    assert choose_address(asked, canonical) == chosen


def test_a_site_is_no_other_site() -> None:
    assert is_same_site("https://www.example.org/a", "https://example.org/b")
    assert not is_same_site("https://example.org", "https://ample.org") and not is_same_site("", "")


def test_paths_are_no_addresses() -> None:
    assert is_address("https://example.org") and is_address("ftp://example.org")
    assert not any(map(is_address, ["a.txt", "/a/b", "C:\\a", "file:///a", "-", "://x"]))


def test_links_are_led_back() -> None:
    assert join("https://example.org/a/b", "?c=1") == "https://example.org/a/b?c=1"
    assert join("https://example.org", "http://[::1") is None and join("https://example.org", "data:,x") is None


def test_the_deny_list_holds_no_name_of_content() -> None:
    assert not any(
        map(load_tracking().tracks, ["id", "p", "page", "q", "ref", "source", "article", "s", "lang", "cid"])
    )
