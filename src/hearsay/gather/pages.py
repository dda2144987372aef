"""Pages become reports: by their media type, in the charset they are in, under the address that they go by."""

from msgspec.structs import replace

from hearsay.errors import GatherError
from hearsay.gather.addresses import choose_address
from hearsay.gather.arrivals import Hints, has_whole_text
from hearsay.gather.charsets import check_legacy, decode_bytes
from hearsay.gather.days import read_date
from hearsay.gather.files import make_id, make_report, read_content
from hearsay.gather.live_blogs import LIVE, split_live_blog
from hearsay.gather.refusals import Reason, make_error
from hearsay.records import Page, Refusal, Report

_DOCUMENT = "application/pdf"
_MARKUP = ("html", "xml")
_NO_TEXT = ("image/", "audio/", "video/", "font/", "application/zip", "application/octet-stream")


def read_page(page: Page, hints: Hints, *, bulk: bool = False) -> Report:
    """Read the report that a page holds, of a live blog as one; GatherError if it holds none."""
    try:
        report = _read(page, bulk=bulk)
    except GatherError:
        if not has_whole_text(hints):
            raise
        report = _extract(hints.content_html or "", bulk=False)
    return add_hints(report, hints, address=choose_address(page.final or page.address, report.url))


def read_items(page: Page, hints: Hints, *, bulk: bool = False) -> tuple[Report, ...]:
    """Read all reports that a page holds: the items of a live blog, of any other page the one."""
    report = read_page(page, hints, bulk=bulk)
    if LIVE.encode() not in page.content:
        return (report,)
    return split_live_blog(report, decode_bytes(page.content, declared=page.charset))


def _read(page: Page, *, bulk: bool) -> Report:
    """Read a page as what its header or its beginning says that it is."""
    media_type = page.media_type or ""
    if page.content.startswith(b"%PDF-") or media_type == _DOCUMENT:
        report = read_content(page.content, page.address, suffix=".pdf")
        if isinstance(report, Refusal):
            raise make_error(Reason(report.reason), report.detail)
        return report
    if media_type.startswith(_NO_TEXT) or b"\x00" in page.content[:1024].removeprefix(b"\xff\xfe"):
        raise make_error(Reason.BINARY, f"it is no text but {media_type or 'binary'}; give the page of a report.")
    text = decode_bytes(page.content, declared=page.charset)
    check_legacy(text)
    if any(word in media_type for word in _MARKUP) or text[:1000].lstrip()[:1] == "<":
        return _extract(text, bulk=bulk)
    return make_report(text)


def _extract(html: str, *, bulk: bool) -> Report:
    """Extract the article; the extra is needed only here."""
    from hearsay.gather.html import extract

    return extract(html, bulk=bulk)


def add_hints(report: Report, hints: Hints, *, address: str | None = None) -> Report:
    """Add what is known from outside: the outlet's name goes before what the page says, title and day only fill in."""
    return replace(
        report,
        id=make_id(report.text, url=address) if address else report.id,
        url=address or report.url,
        outlet=hints.outlet or report.outlet,
        lang=hints.language or report.lang,
        title=report.title or hints.title,
        published=report.published or read_date(hints.published),
    )
