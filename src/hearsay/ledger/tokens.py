"""Tokens of those who may judge: shown once when made, kept only as a digest (a bearer token, RFC 6750)."""

from collections.abc import Iterator
from hashlib import sha256
from secrets import token_urlsafe

from hearsay.ledger.database import Database
from hearsay.records import Record

_BYTES = 32  # 256 bits of chance: no slow hash is needed, for nobody can guess one
_SHORT = 8


class TokenRow(Record, frozen=True):
    """A token as it may be shown: the beginning of its digest, whose it is, and when it was made."""

    id: str
    by: str
    made: str


class Tokens:
    """The tokens of one ledger; got from a Ledger."""

    def __init__(self, database: Database) -> None:
        """Take the ledger's open database."""
        self._database = database

    def add(self, by: str, made: str) -> str:
        """Make a token for somebody and give it: it cannot be shown again."""
        token = token_urlsafe(_BYTES)
        self._database.change("put_token", {"hash": _digest(token), "by": by, "made": made})
        return token

    def owner(self, token: str) -> str | None:
        """Tell whose a token is; None where it is nobody's."""
        return next((by for (by,) in self._database.rows("token", {"hash": _digest(token)})), None)

    def list(self) -> Iterator[TokenRow]:
        """Give the tokens, the oldest first."""
        return (TokenRow(*row) for row in self._database.rows("tokens"))

    def drop(self, identity: str) -> bool:
        """Take a token back by the beginning of its digest; False if there is none."""
        return len(identity) == _SHORT and bool(self._database.change("drop_token", {"short": identity}))


def _digest(token: str) -> str:
    return sha256(token.encode("utf8", "surrogatepass")).hexdigest()
