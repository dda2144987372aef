"""A single page of the web, fetched and read at once: what `hearsay read URL` asks for."""

import asyncio

from hearsay.errors import HearsayError
from hearsay.gather.arrivals import Hints
from hearsay.gather.fetching import open_fetcher
from hearsay.gather.pages import read_page
from hearsay.gather.refusals import Reason, make_error, refuse
from hearsay.gather.source_files import SourceKindOfAddress
from hearsay.gather.targets import choose_kind
from hearsay.records import Page, Refusal, Report
from hearsay.settings import Settings


def fetch_report(address: str, settings: Settings, *, allow_private: bool = False) -> Report | Refusal:
    """Fetch the report that stands at an address, or tell why there is none."""
    try:
        page = asyncio.run(_fetch(address, settings, allow_private=allow_private))
        if choose_kind(page, SourceKindOfAddress.AUTO) is not SourceKindOfAddress.PAGE:
            raise make_error(Reason.INVALID, "a feed or sitemap, not a report; 'hearsay gather' follows those.")
        return read_page(page, Hints())
    except HearsayError as error:
        return refuse(address, error)


async def _fetch(address: str, settings: Settings, *, allow_private: bool) -> Page:
    """Fetch one page."""
    async with open_fetcher(settings, allow_private=allow_private) as fetcher:
        return await fetcher.fetch(address)
