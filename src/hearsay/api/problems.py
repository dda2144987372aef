"""What the server answers when it cannot do what was asked: what, and what to do (problem details, RFC 9457)."""

from hearsay.errors import HearsayError
from hearsay.records import Record


class Trouble(Record, frozen=True):
    """A problem as JSON (application/problem+json)."""

    type: str
    title: str
    status: int
    detail: str  # what to do


class Problem(HearsayError):
    """Something that was asked for cannot be done; `detail` says what to do and never names a path of the server."""

    def __init__(self, status: int, title: str, detail: str, *, retry_after: int | None = None) -> None:
        super().__init__(f"{title}: {detail}")
        self.trouble = Trouble("about:blank", title, status, detail)
        self.retry_after = retry_after


def not_found(what: str, identity: str, where: str) -> Problem:
    """Say that there is no such thing, and which list has what there is."""
    return Problem(404, f"There is no {what} '{identity[:120]}'", f"{where} lists what there is.")
