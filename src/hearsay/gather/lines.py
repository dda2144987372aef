"""JSON Lines: one report a line; a bad line is refused and stops nothing."""

from collections.abc import Iterable, Iterator

import msgspec

from hearsay.errors import HearsayError
from hearsay.gather.days import read_date, read_stamp
from hearsay.gather.files import LARGEST, check_text, make_id
from hearsay.gather.refusals import Reason, make_error, refuse
from hearsay.records import Refusal, Report


class Line(msgspec.Struct, frozen=True):
    """One line as it is given; fields that hearsay does not know are the sender's own and are let be."""

    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    lang: str | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


_LINE = msgspec.json.Decoder(Line)
_ID = msgspec.json.Decoder(dict[str, msgspec.Raw])


def read_lines(lines: Iterable[bytes], where: str) -> Iterator[tuple[str, Report | Refusal]]:
    """Read lines one by one; each outcome comes with the id that its line gave, or else where it stands."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield read_line(line, f"{where}:{number}")


def read_line(line: bytes, where: str) -> tuple[str, Report | Refusal]:
    """Read one line; the id comes with the outcome, so that a refusal can be matched to its line."""
    try:
        report = _make_report(_decode(line))
    except HearsayError as error:
        return find_id(line) or where, refuse(where, error)
    return report.id, report


def find_id(line: bytes) -> str | None:
    """Find the id of a line that may be wrong in everything else."""
    try:
        raw = _ID.decode(line).get("id")
        return None if raw is None else _as_text(msgspec.json.decode(raw, type=str | int))
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _as_text(identity: str | int | None) -> str | None:
    """Return the id as text: a number is an id as well."""
    return None if identity is None else str(identity)


def _decode(line: bytes) -> Line:
    """Decode a line; the error names the field."""
    if len(line) > LARGEST:
        raise make_error(Reason.TOO_LARGE, f"larger than {LARGEST // 1_000_000} MB; one line is one report.")
    try:
        return _LINE.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        form = '{"id": "…", "text": "…"} (or "html"), with "lang", "published", "title", "outlet", "url" as wanted'
        raise make_error(Reason.INVALID, f"{error}. A line is {form}.") from error


def _make_report(line: Line) -> Report:
    """Make a report of a line: its text as it is, or what its page holds; the line's own fields come first."""
    fields = _read_fields(line)
    if line.text is not None:
        check_text(line.text)
        made_id = make_id(line.text, outlet=line.outlet, url=line.url)
        return msgspec.structs.replace(Report(id=_as_text(line.id) or made_id, text=line.text), **fields)
    if line.html is None:
        raise make_error(Reason.INVALID, 'neither "text" nor "html" is there; give one of them.')
    from hearsay.gather.html import extract

    report = extract(line.html)
    return msgspec.structs.replace(report, id=_as_text(line.id) or report.id, **fields)


def _read_fields(line: Line) -> dict[str, str]:
    """Read what the line tells beside its text; a moment of publication is kept beside its day."""
    published = read_date(line.published)
    if line.published and not published:
        raise make_error(Reason.INVALID, f"published is {line.published!r}; write YYYY-MM-DD, YYYY-MM or YYYY.")
    stamp = read_stamp(line.published)
    told = {"lang": line.lang, "published": published, "published_at": stamp if stamp != published else None}
    told |= {"title": line.title, "outlet": line.outlet, "url": line.url}
    return {name: value for name, value in told.items() if value}
