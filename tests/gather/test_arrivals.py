"""Arrivals: what is older than a day, and what is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.gather.arrivals import digest_content, is_older


@pytest.mark.parametrize(
    ("published", "since", "older"),
    [
        ("2024-03-01T23:59:00+06:00", "2024-03-02", True),
        ("2024-03-02T00:00:00Z", "2024-03-02", False),
        ("2024", "2024-03-02", False),
        ("2023", "2024-03-02", True),
        ("2024-03-02", "2024-03", False),
        (None, "2024-03-02", False),
        ("2024-03-01", None, False),
    ],
)
def test_what_came_out_before_a_day_is_older(published: str | None, since: str | None, older: bool) -> None:
    assert is_older(published, since) is older


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_only_the_same_bytes_are_the_same(one: bytes, other: bytes) -> None:
    assert (digest_content(one) == digest_content(other)) is (one == other)
