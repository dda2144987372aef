"""Addresses: which of them are asked at all, and when two of them mean the same page (RFC 3986 normalisation, w3lib).

The normal form is for comparing, never for asking: some sites care for the order of parameters, which it sorts.
"""

from functools import cache
from importlib.resources import files
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit, urlunsplit

import msgspec

from hearsay.errors import GatherError, MissingExtra
from hearsay.gather.networks import is_public
from hearsay.gather.refusals import Reason, make_error

SCHEMES = ("http", "https")
# The ports of the web, and the two that sites use beside them; others are those of other services.
PORTS = frozenset({80, 443, 8080, 8443})
# Longer addresses are traps or data; what servers take is about 8,000 characters.
LONGEST = 8_000
# What one site serves the same pages under.
_SAME_SITE = ("www.", "m.", "amp.", "mobile.", "wap.")


class Tracking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parts of addresses that only track (tracking.toml)."""

    prefixes: tuple[str, ...]
    names: frozenset[str]

    def tracks(self, name: str) -> bool:
        """Tell whether a parameter only tracks.

        >>> load_tracking().tracks("utm_source"), load_tracking().tracks("id")
        (True, False)
        """
        return name.lower() in self.names or name.lower().startswith(self.prefixes)


@cache
def load_tracking() -> Tracking:
    """Load the deny-list."""
    source = (files("hearsay.gather") / "tracking.toml").read_bytes()
    return msgspec.toml.decode(source, type=Tracking)


def is_address(written: str) -> bool:
    """Tell whether somebody wrote an address rather than a path.

    >>> is_address("https://example.org/a"), is_address("reports/a.txt")
    (True, False)
    """
    scheme, found, _ = written.partition("://")
    return bool(found) and scheme.isascii() and scheme.isalpha() and scheme.lower() != "file"


def check_address(address: str, *, allow_private: bool = False) -> None:
    """Check that an address is one to ask, as far as can be told without asking; GatherError says why not.

    A host that is a name is looked up when it is connected to, and its IP address checked then and there.
    """
    parts = split_address(address)
    if parts.scheme not in SCHEMES:
        raise make_error(
            Reason.FORBIDDEN, f"the scheme '{parts.scheme}' is not asked; give an address of http or https."
        )
    if not parts.hostname:
        raise make_error(Reason.FORBIDDEN, f"'{address}' names no host; check the address.")
    if parts.username is not None or parts.password is not None:
        raise make_error(Reason.FORBIDDEN, "it holds a name or password; give the address without them.")
    if not allow_private and find_port(parts) not in PORTS:
        known = ", ".join(map(str, sorted(PORTS)))
        raise make_error(Reason.FORBIDDEN, f"port {parts.port} is not asked, only {known}; --allow-private allows it.")
    if not allow_private and is_literal(parts.hostname) and not is_public(parts.hostname):
        raise forbid_private(parts.hostname)


def forbid_private(host: str) -> GatherError:
    """Make the error for what is not everybody's."""
    detail = f"{host} is a private, local or reserved address; --allow-private allows it, for an intranet of yours."
    return make_error(Reason.FORBIDDEN, detail)


def split_address(address: str) -> SplitResult:
    """Split an address; GatherError if it is none."""
    if len(address) > LONGEST or any(character <= " " or character in "\x7f\\" for character in address):
        raise make_error(Reason.FORBIDDEN, "it is too long, or holds blanks or control characters; check the address.")
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError as error:
        raise make_error(Reason.FORBIDDEN, f"'{address}' is no address ({error}); check it.") from error
    return parts


def find_port(parts: SplitResult) -> int:
    """Find the port that an address means."""
    return {"http": 80, "https": 443}.get(parts.scheme, 0) if parts.port is None else parts.port


def is_literal(host: str) -> bool:
    """Tell whether a host is an IP address as it stands, and no name."""
    return ":" in host or host.replace(".", "").isdigit()


def normalise(address: str) -> str:
    """Give the form by which two addresses of one page are equal; an address that is none is given back as text.

    >>> normalise("HTTP://Example.org:80/a/../b?utm_source=x&b=2&a=1#top")
    'http://example.org/b?a=1&b=2'
    """
    try:
        from w3lib.url import canonicalize_url
    except ImportError as error:
        raise MissingExtra("gathering from addresses", "gather") from error
    address = address.encode("utf-8", "replace").decode()
    try:
        parts = split_address(address.strip())
        parts = parts._replace(netloc=_make_netloc(parts), query=_drop_tracking(parts.query))
        return str(canonicalize_url(urlunsplit(parts)))
    except (GatherError, ValueError):
        return address


def _make_netloc(parts: SplitResult) -> str:
    """Write host and port anew, without a port that goes without saying."""
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    return host if find_port(parts) == find_port(parts._replace(netloc=host)) else f"{host}:{parts.port}"


def _drop_tracking(query: str) -> str:
    """Drop the parameters that only track; what stays keeps its spelling."""
    tracking = load_tracking()
    kept = [part for part in query.split("&") if part and not tracking.tracks(_name(part))]
    return "&".join(kept)


def _name(part: str) -> str:
    """Give the name of a parameter."""
    return next((name for name, _ in parse_qsl(part, keep_blank_values=True)), part)


def join(base: str, link: str) -> str | None:
    """Lead a link of a page back to a whole address without its fragment, or None if it is no address of the web.

    >>> join("https://example.org/news/", "../a?b=1#c"), join("https://example.org", "mailto:a@b.c")
    ('https://example.org/a?b=1', None)
    """
    try:
        joined = urlsplit(urljoin(base, link.strip()))
    except ValueError:
        return None
    return urlunsplit(joined._replace(fragment="")) if joined.scheme in SCHEMES and joined.hostname else None


def choose_address(asked: str, canonical: str | None) -> str:
    """Choose the address by which a page is known: its canonical link where that stays within the site.

    A link to another site is let be: a reprint that names its original is a report of its own, and nobody can make a
    page pass for another outlet's.

    >>> choose_address("https://m.example.org/a?utm_id=1", "https://www.example.org/a")
    'https://www.example.org/a'
    """
    link = join(asked, canonical) if canonical else None
    if link and is_same_site(asked, link) and (urlsplit(link).path.strip("/") or not urlsplit(asked).path.strip("/")):
        return normalise(link)
    return normalise(asked)


def is_same_site(one: str, other: str) -> bool:
    """Tell whether two addresses are one site's: the same host, or one under the other."""
    first, second = (_site(address) for address in (one, other))
    return (
        bool(first)
        and bool(second)
        and (first == second or first.endswith(f".{second}") or second.endswith(f".{first}"))
    )


def _site(address: str) -> str:
    """Give the host without the prefixes that one site serves the same pages under."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    prefix = next((prefix for prefix in _SAME_SITE if host.startswith(prefix)), "")
    return host.removeprefix(prefix)
