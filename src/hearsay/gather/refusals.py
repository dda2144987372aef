"""Refusals: the closed list of reasons why something could not be read (dead letter)."""

from enum import StrEnum

from hearsay.errors import GatherError, HearsayError, MissingExtra
from hearsay.records import Refusal


class Reason(StrEnum):
    """Why something was refused; the detail beside it says what to do."""

    MISSING = "missing"  # no such file
    UNREADABLE = "unreadable"  # the system does not let us read it
    BINARY = "binary"  # no text at all: a picture, a PDF, an archive
    EMPTY = "empty"  # nothing but white space, or a page without an article
    ENCODING = "encoding"  # bytes that are no UTF-8 and do not say what else they are
    TOO_LARGE = "too-large"  # larger than any report
    INVALID = "invalid"  # not in the form that it should have: a line of JSON Lines, a feed, a list of sources
    DAMAGED = "damaged"  # an archive, PDF or record that is cut short or broken
    UNSAFE = "unsafe"  # made to harm whoever reads it: entities that grow, archives that unpack to far more
    FORBIDDEN = "forbidden"  # an address that is not asked: private, of another scheme or port
    ROBOTS = "robots"  # the site's robots.txt asks not to
    STATUS = "status"  # the site answered with an error that stays: 404, 403, 410
    BUSY = "busy"  # the site asks to come back later (429, 503), or fails (500): what passes
    TIMEOUT = "timeout"  # the site was too slow
    UNREACHABLE = "unreachable"  # no such host, no connection, a broken one, or a certificate that does not hold
    REDIRECTS = "redirects"  # redirects in a circle, too many of them, or to nowhere
    LEGACY_FONT = "legacy-font"  # letters that are Bengali only in a font of its own (Bijoy), not in Unicode
    MISSING_EXTRA = "missing-extra"  # a part of hearsay is not installed
    NO_PACK = "no-pack"  # a language without a pack
    FAILED = "failed"  # a mistake of hearsay's own
    UNSURE_LANGUAGE = "unsure-language"  # a language that could not be told


# What may be gone by the next run: it is tried again then, without being asked for.
PASSING = frozenset({Reason.BUSY, Reason.TIMEOUT, Reason.UNREACHABLE, Reason.MISSING_EXTRA})


def refuse(where: str, error: HearsayError) -> Refusal:
    """Turn an error met in one place into a refusal of that place only."""
    reason = Reason.MISSING_EXTRA if isinstance(error, MissingExtra) else getattr(error, "reason", Reason.UNREADABLE)
    return Refusal(where, str(reason), str(error))


def make_error(reason: Reason, detail: str) -> GatherError:
    """Make the error of a reason."""
    return GatherError(detail, reason=reason)


def make_failure(error: Exception) -> GatherError:
    """Make the error of a mistake of our own, so that it costs one page or source and not all."""
    return make_error(
        Reason.FAILED, f"{type(error).__name__}: {error}. This is a mistake of hearsay: please report it."
    )
