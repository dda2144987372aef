"""The work on one arrival: a page, file or report that was gathered is made a report and read, in any process."""

from pathlib import Path

from msgspec.structs import replace

from hearsay.cli.inputs import read_report
from hearsay.errors import HearsayError
from hearsay.gather.arrivals import Arrival, is_older
from hearsay.gather.files import read_file
from hearsay.gather.pages import add_hints, read_page
from hearsay.gather.refusals import make_failure, refuse
from hearsay.records import Page, Reading, Record, Refusal, Report, Visit


class Gathered(Record, frozen=True):
    """What came of an arrival; no outcome where the report came out before the day asked for."""

    source: str
    where: str
    outcome: Reading | Refusal | None
    visit: Visit | None = None


def read_arrival(arrival: Arrival, *, since: str | None = None) -> Gathered:
    """Read an arrival; whatever is wrong with it becomes a refusal of it alone."""
    where = as_text(arrival.where)
    return Gathered(arrival.source, where, _read(arrival, where, since), arrival.visit)


def _read(arrival: Arrival, where: str, since: str | None) -> Reading | Refusal | None:
    """Give what came of an arrival; nothing if it came out before a day."""
    try:
        report = make_report(arrival)
        if isinstance(report, Refusal):
            return replace(report, where=as_text(report.where), detail=as_text(report.detail))
        return None if is_older(report.published, since) else read_report(report, where)
    except HearsayError as error:
        return refuse(where, error)
    except Exception as error:  # a page that breaks a library must not cost the other thousand
        return refuse(where, make_failure(error))


def as_text(words: str) -> str:
    """Make text of words that may hold half a character: names of files do, and words of foreign errors.

    >>> as_text("a\\udce9")
    'a?'
    """
    return words.encode("utf-8", "replace").decode()


def make_report(arrival: Arrival) -> Report | Refusal:
    """Make the report of an arrival."""
    content = arrival.content
    if isinstance(content, str):
        content = read_file(Path(content))
    if isinstance(content, Page):
        return read_page(content, arrival.hints)
    return content if isinstance(content, Refusal) else add_hints(content, arrival.hints)
