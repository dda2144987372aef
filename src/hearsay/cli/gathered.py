"""The work on one arrival: a page, file or report that was gathered is made a report and read, in any process."""

from pathlib import Path

from msgspec.structs import replace

from hearsay.cli.inputs import read_report
from hearsay.errors import HearsayError
from hearsay.gather.arrivals import Arrival, is_older
from hearsay.gather.files import read_file
from hearsay.gather.pages import add_hints, read_items
from hearsay.gather.refusals import make_failure, refuse
from hearsay.records import Page, Reading, Record, Refusal, Report, Visit


class Gathered(Record, frozen=True):
    """What came of an arrival; no outcome where the report came out before the day asked for."""

    source: str
    where: str
    outcome: Reading | Refusal | None
    visit: Visit | None = None
    further: tuple[Reading, ...] = ()  # the other items of a live blog


def read_arrival(arrival: Arrival, *, since: str | None = None, bulk: bool = False) -> Gathered:
    """Read an arrival; whatever is wrong with it becomes a refusal of it alone."""
    where = as_text(arrival.where)
    try:
        outcomes = [_read(report, where, since) for report in make_reports(arrival, bulk=bulk)]
    except HearsayError as error:
        outcomes = [refuse(where, error)]
    except Exception as error:  # a page that breaks a library must not cost the other thousand
        outcomes = [refuse(where, make_failure(error))]
    readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
    first = readings[0] if readings else outcomes[0]
    return Gathered(arrival.source, where, first, arrival.visit, tuple(readings[1:]))


def _read(report: Report | Refusal, where: str, since: str | None) -> Reading | Refusal | None:
    """Give what came of a report; nothing if it came out before a day."""
    if isinstance(report, Refusal):
        return replace(report, where=as_text(report.where), detail=as_text(report.detail))
    return None if is_older(report.published, since) else read_report(report, where)


def as_text(words: str) -> str:
    """Make text of words that may hold half a character: names of files do, and words of foreign errors.

    >>> as_text("a\\udce9")
    'a?'
    """
    return words.encode("utf-8", "replace").decode()


def make_reports(arrival: Arrival, *, bulk: bool = False) -> tuple[Report | Refusal, ...]:
    """Make the reports of an arrival: of a live blog one an item."""
    content = arrival.content
    if isinstance(content, str):
        content = read_file(Path(content))
    if isinstance(content, Page):
        return read_items(content, arrival.hints, bulk=bulk)
    return (content,) if isinstance(content, Refusal) else (add_hints(content, arrival.hints),)
