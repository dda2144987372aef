"""Days: as precise as they were, in the page's own zone."""

import pytest

from hearsay.gather.days import read_date


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
