"""Judging: who may, and keeping a judgement. Programs show their token in a header, people in a cookie that no other
site can send along (SameSite=Strict, and the origin of each form is checked)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

import msgspec

from hearsay.api.asked import JudgementAsked
from hearsay.api.problems import Problem
from hearsay.ledger import Ledger
from hearsay.records import Judgement

COOKIE = "hearsay_token"
_HOW = "make one with 'hearsay token new --by NAME'"


def find_judge(ledger: Ledger, token: str | None) -> str:
    """Tell whose a token is; Problem where it is nobody's."""
    by = ledger.tokens.owner(token) if token else None
    if by is None:
        raise Problem(401, "A token is needed", f"send 'Authorization: Bearer TOKEN'; {_HOW}.")
    return by


def read_bearer(headers: Mapping[str, str]) -> str | None:
    """Read the token of a program (RFC 6750)."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def check_same_origin(headers: Mapping[str, str]) -> None:
    """Check that a form was sent by a page of ours: what a browser tells cannot be forged by another site."""
    site = headers.get("sec-fetch-site")
    origin = urlsplit(headers.get("origin", "")).netloc
    is_ours = site == "same-origin" if site else bool(origin) and origin == headers.get("host")
    if not is_ours:
        raise Problem(403, "The form came from elsewhere", "judge from the page of the claim itself.")


def read_form(body: bytes) -> dict[str, str]:
    """Read the fields of a form."""
    return dict(parse_qsl(body.decode("utf8", "replace"), max_num_fields=20))


def read_judgement(given: object) -> JudgementAsked:
    """Read a judgement from JSON or a form."""
    try:
        asked = msgspec.convert(given, JudgementAsked)
    except msgspec.ValidationError as error:
        detail = f"{error}. Give 'verdict' (same, different, unsure), 'a' and 'b'."
        raise Problem(422, "The judgement cannot be read", detail) from error
    if asked.a == asked.b:
        raise Problem(422, "A judgement is about two things", "'a' and 'b' are one; name two.")
    return asked


def keep(ledger: Ledger, asked: JudgementAsked, by: str) -> Judgement:
    """Keep a judgement; a claim is named by its first statement, for its own id changes when an earlier one comes."""
    a, b = (_name_for_good(ledger, identity) for identity in (asked.a, asked.b))
    if a == b:
        raise Problem(422, "A judgement is about two things", "the two are one already; name others.")
    judgement = Judgement(asked.verdict, a, b, by, datetime.now(UTC).isoformat(timespec="seconds"))
    ledger.links.judge(judgement)
    return judgement


def _name_for_good(ledger: Ledger, identity: str) -> str:
    claim = ledger.links.claim(identity)
    return claim.statements[0].id if claim and claim.id == identity and claim.statements else identity
