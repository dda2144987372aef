"""robots.txt: what a site asks of programs (RFC 9309), read by protego."""

from functools import cached_property
from typing import TYPE_CHECKING

from hearsay.errors import MissingExtra

if TYPE_CHECKING:
    from protego import Protego

# The name by which sites know hearsay in robots.txt.
AGENT = "hearsay"
# RFC 9309, 2.5: at least 500 kibibytes are to be read.
LARGEST = 512_000


class Robots:
    """The rules of one site; None stands for a site that could not be asked, where nothing is allowed (2.3.1.4)."""

    def __init__(self, content: str | None) -> None:
        self.content = content

    @cached_property
    def _rules(self) -> "Protego":
        """Parse the rules when they are asked for the first time."""
        try:
            from protego import Protego
        except ImportError as error:
            raise MissingExtra("gathering from addresses", "gather") from error
        return Protego.parse(self.content or "")

    def allows(self, address: str) -> bool:
        """Tell whether an address may be asked."""
        if self.content is None:
            return False
        return not self.content or self._rules.can_fetch(address, AGENT)

    @property
    def delay(self) -> float | None:
        """Give the seconds that the site wants between two questions."""
        return None if not self.content else self._rules.crawl_delay(AGENT)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Give the sitemaps that the site names."""
        return () if not self.content else tuple(self._rules.sitemaps)


def read_robots(status: int | None, content: bytes) -> Robots:
    """Read what a site answered: rules; none where there is no file; all refused where it failed (RFC 9309, 2.3.1).

    >>> read_robots(200, b"User-agent: *\\nDisallow: /private").allows("https://example.org/private/a")
    False
    """
    if status is not None and 200 <= status < 300:
        return Robots(content[:LARGEST].decode("utf-8-sig", "replace"))
    return Robots("" if status is not None and 400 <= status < 500 and status != 429 else None)
