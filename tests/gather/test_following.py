"""Following: what is asked for again, and what is remembered of an answer."""

import pytest

from hearsay.gather.arrivals import Hints
from hearsay.gather.fetching import Validators
from hearsay.gather.following import is_wanted, make_validators, make_visit
from hearsay.gather.targets import Target
from hearsay.records import Page, Visit

WHEN = "2024-03-04T10:00:00+00:00"
ADDRESS = "https://news.example/a"


def make_target(changed: str | None = None) -> Target:
    """Make a target."""
    return Target(ADDRESS, Hints(), changed=changed)


@pytest.mark.parametrize(
    ("known", "changed", "wanted"),
    [
        (None, None, True),
        (Visit(ADDRESS, WHEN, report="r"), None, False),
        (Visit(ADDRESS, WHEN, report="r"), "2024-03-04T09:59:59Z", False),
        (Visit(ADDRESS, WHEN, report="r"), "2024-03-04T10:00:01Z", True),
        (Visit(ADDRESS, WHEN, report="r"), "2024-03-04T12:30:00+06:00", False),
        (Visit(ADDRESS, WHEN, report="r"), "2024-03-05", True),
        (Visit(ADDRESS, WHEN, report="r"), "soon", False),
        (Visit(ADDRESS, WHEN, refusal="status"), "2024-03-05", False),
    ],
)
def test_a_page_is_wanted_if_new_or_changed_since(known: Visit | None, changed: str | None, wanted: bool) -> None:
    assert is_wanted(known, make_target(changed)) is wanted


def test_what_was_not_sent_again_is_as_it_was_known() -> None:
    known = Visit(ADDRESS, WHEN, ADDRESS, '"1"', "then", 200, "d", "r")
    visit = make_visit(ADDRESS, Page(ADDRESS, ADDRESS, fetched="2024-03-05T10:00:00+00:00", status=304), known=known)
    assert (visit.etag, visit.modified, visit.content, visit.report) == ('"1"', "then", "d", "r")
    assert visit.fetched == "2024-03-05T10:00:00+00:00" and visit.status == 304


def test_what_was_sent_is_known_by_its_bytes() -> None:
    one, other = (make_visit(ADDRESS, Page(ADDRESS, content=content)) for content in (b"a", b"b"))
    assert one.content != other.content and one.report is None


def test_what_is_known_is_asked_for_with_its_validators() -> None:
    assert make_validators(Visit(ADDRESS, WHEN, etag='"1"', modified="then")) == Validators('"1"', "then")
    assert make_validators(None) == Validators()
