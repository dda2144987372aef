"""Tokens: told once, kept as a digest, taken back by the beginning of it."""

from pathlib import Path

from hearsay.ledger import Ledger


def test_a_token_is_kept_only_as_a_digest(tmp_path: Path) -> None:
    path = tmp_path / "hearsay.db"
    with Ledger.open(path) as ledger:
        token = ledger.tokens.add("mira", "2024-03-08")
        assert ledger.tokens.owner(token) == "mira"
        assert ledger.tokens.owner(token + "x") is None and ledger.tokens.owner("") is None
        (row,) = ledger.tokens.list()
        assert ledger.tokens.drop("") is False and ledger.tokens.drop(row.id) is True
        assert ledger.tokens.owner(token) is None
    assert token.encode() not in path.read_bytes()
