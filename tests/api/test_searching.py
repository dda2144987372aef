"""Search in any script: by sound, by entity, and without names as words."""

from pathlib import Path

import pytest

from hearsay.api.searching import widen
from hearsay.ledger import Ledger
from tests.api.api_factories import make_ledger, make_saying


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Shoigu", {"Sergei Shoigu", "শোইগু"}),
        ("শোইগু", {"Sergei Shoigu", "শোইগু"}),
        ("Sergei Shoigu", {"Sergei Shoigu"}),
        ("dam", set()),
        ("", set()),
        ('"', set()),
    ],
)
def test_names_are_found_in_every_script(tmp_path: Path, asked: str, found: set[str]) -> None:
    with Ledger.open(make_ledger(tmp_path)) as ledger:
        assert {row.name for row in widen(ledger, asked).names} == found


def test_names_of_one_entity_are_looked_for_whatever_their_sound(tmp_path: Path) -> None:
    readings = (make_saying("a", who="Kestrel Bank", entity="Q1"), make_saying("b", who="The Lender", entity="Q1"))
    with Ledger.open(make_ledger(tmp_path, *readings)) as ledger:
        assert '"The Lender"' in widen(ledger, "Kestrel Bank").phrases
