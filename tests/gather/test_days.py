"""Days: as precise as they were, in the page's own zone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.gather.days import read_date, read_stamp


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-09-05", "2023-09-05"),
        ("2023-09-05T23:30:00+09:00", "2023-09-05"),
        ("2023-09-05 10:00", "2023-09-05"),
        ("2023-09", "2023-09"),
        ("2023", "2023"),
        ("2023-02-30", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_read_date(written: str | None, expected: str | None) -> None:
    assert read_date(written) == expected


@pytest.mark.parametrize(
    ("written", "stamp"),
    [
        ("2023-09-04 23:30", "2023-09-04T23:30:00"),
        ("2023-09", "2023-09"),
        ("2023-09-04T23:30 local", "2023-09-04"),
        ("04 Sep 2023 23:30 EST", "2023-09-04T23:30:00-05:00"),
        ("x" * 1000, None),
        ("", None),
        (None, None),
    ],
)
def test_moments(written: str | None, stamp: str | None) -> None:
    assert read_stamp(written) == stamp


@given(st.text(max_size=30) | st.from_regex(r"\A[0-9:+TZ -]{10,25}\Z"))
def test_any_moment(written: str) -> None:
    stamp = read_stamp(written)
    assert stamp is None or read_date(stamp) == stamp[:10]
