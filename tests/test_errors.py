"""Errors: one base class, all drawn in the module's docstring, each with a remedy where one is known."""

import pytest

from hearsay import errors
from hearsay.errors import GatherError, HearsayError, MissingExtra

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_is_ours_and_drawn_in_the_tree(kind: type[Exception]) -> None:
    assert issubclass(kind, HearsayError)
    assert kind.__name__ in (errors.__doc__ or "")


def test_a_missing_extra_says_what_to_install() -> None:
    error = MissingExtra("reading HTML", "html")
    assert str(error) == "reading HTML needs the extra 'html': pip install 'hearsay[html]'"
    assert error.extra == "html"


def test_a_page_that_cannot_be_brought_in_has_a_reason_for_its_row() -> None:
    assert GatherError("no such file").reason == "unreadable"
    assert GatherError("zero bytes", reason="binary").reason == "binary"
