"""Errors that a caller can meet, each saying what, where and what to do.

HearsayError
├── PackError        a language pack or an entity file is not as the schema says
├── GatherError      a page, file or feed cannot be brought in
├── LedgerError      the ledger cannot be opened, is of another kind, or is too new
├── SettingsError    a setting, date or option has a value that cannot be used
└── MissingExtra     a part was not installed; the message holds the command that installs it
"""


class HearsayError(Exception):
    """Be the base of every error that hearsay raises on purpose."""


class PackError(HearsayError):
    """A language pack or an entity file is wrong; the message names the file and the entry."""


class GatherError(HearsayError):
    """A page, file or feed cannot be brought in; `reason` is the closed word kept in the refusal row."""

    def __init__(self, message: str, *, reason: str = "unreadable") -> None:
        super().__init__(message)
        self.reason = reason


class LedgerError(HearsayError):
    """The ledger cannot be opened or written; what it already held is untouched."""


class SettingsError(HearsayError):
    """A setting, date or option has a value that cannot be used."""


class MissingExtra(HearsayError):
    """A part that was not installed is needed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra '{extra}': pip install 'hearsay[{extra}]'")
        self.extra = extra
