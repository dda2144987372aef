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
    INVALID = "invalid"  # a line of JSON Lines that is not as interface says
    MISSING_EXTRA = "missing-extra"  # a part of hearsay is not installed
    NO_PACK = "no-pack"  # a language without a pack
    UNSURE_LANGUAGE = "unsure-language"  # a language that could not be told


def refuse(where: str, error: HearsayError) -> Refusal:
    """Turn an error met in one place into a refusal of that place only."""
    reason = Reason.MISSING_EXTRA if isinstance(error, MissingExtra) else getattr(error, "reason", Reason.UNREADABLE)
    return Refusal(where, str(reason), str(error))


def make_error(reason: Reason, detail: str) -> GatherError:
    """Make the error of a reason."""
    return GatherError(detail, reason=reason)
