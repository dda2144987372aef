"""Names for others: whatever an id holds, what is written is plain."""

import re

from hypothesis import given
from hypothesis import strategies as st

from hearsay.views.exports.names import is_named, load_codes, name_plainly, name_source, name_urn
from tests.views.exports.export_factories import HOLT, OFFICIALS, REUTERS


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_id_becomes_plain_and_stays_apart(identity: str) -> None:
    assert re.fullmatch(r"[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?", name_plainly(identity))
    assert re.fullmatch(r"urn:hearsay:report:[\w.~%-]*", name_urn("report", identity), re.ASCII)


def test_sources_go_by_their_entity_and_unnamed_ones_are_nobody() -> None:
    assert name_source(REUTERS) == "Q130879" and name_source(HOLT) != name_source(OFFICIALS)
    assert [is_named(one) for one in (REUTERS, HOLT, OFFICIALS)] == [True, True, False]


def test_codes_have_three_letters() -> None:
    codes = load_codes()
    assert codes["countries"]["BD"] == "BGD" and codes["languages"]["bn"] == "ben"
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes["countries"].values())
    assert all(re.fullmatch("[a-z]{3}", code) for code in codes["languages"].values())
