"""Templates: the only module that imports Jinja2; everything that comes from the world is escaped."""

import re
from functools import cache
from typing import Any
from urllib.parse import quote

from hearsay.errors import MissingExtra

try:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup
except ImportError as error:
    raise MissingExtra("hearsay serve", "serve") from error

from hearsay.views.tables import name_link, shorten

# Controls, lone surrogates, and what turns the direction of all that follows around: no page may hold them. Isolates stay,
# they end with the element that they stand in.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")


def clean(value: Any) -> Any:
    """Replace what a page may not hold; markup made here is clean already.

    >>> clean("a\\x00b")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub("\ufffd", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def render(name: str, context: dict[str, Any]) -> str:
    """Render a template."""
    return _environment().get_template(name).render(context)


def trusted(markup: str) -> str:
    """Take HTML that was made and escaped here as it is, cleaned of what turns directions around."""
    return Markup(_FORBIDDEN.sub("\ufffd", markup))


def address(room: str, identity: str) -> str:
    """Give the address of a thing; ids may hold anything.

    >>> address("reports", "a/b c")
    '/reports/a%2Fb%20c'
    """
    return f"/{room}/{quote(identity.encode('utf8', 'surrogatepass'), safe='')}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("hearsay.api"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=clean,
        auto_reload=False,
    )
    environment.globals.update(address=address, name_link=name_link)
    environment.filters.update(line=_line)
    return environment


def _line(words: str, size: int = 240) -> str:
    """Write words as one line of at most so many letters."""
    return shorten(" ".join(words[: size * 4].split()), size)
