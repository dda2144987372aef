"""JSON Lines: the forms of `hearsay show --json`, which decode into the records again."""

from pathlib import Path

import msgspec

from hearsay.ledger.tables import TABLES
from hearsay.records import Claim, Copy, Judgement, Match, Story
from hearsay.views.exports import Order, export
from tests.views.exports.export_factories import make_claim, open_filled


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        list(export(ledger, "jsonl", Order(tmp_path)))
        judgements = list(ledger.links.judgements())
    kinds = {"claims": Claim, "copies": Copy, "judgements": Judgement, "possible": Match, "stories": Story}
    read = {
        name: [msgspec.json.decode(line, type=kind) for line in (tmp_path / f"{name}.jsonl").read_bytes().splitlines()]
        for name, kind in kinds.items()
    }
    (claim,) = read["claims"]
    assert msgspec.structs.replace(claim, statements=()) == make_claim(statements=())
    assert [one.id for one in claim.statements] == ["s1", "s2", "s3"]
    assert read["judgements"] == judgements and len(read["copies"]) == 2


def test_what_has_no_form_of_its_own_has_its_columns_by_name(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        list(export(ledger, "jsonl", Order(tmp_path)))
    origins = [msgspec.json.decode(line) for line in (tmp_path / "origins.jsonl").read_bytes().splitlines()]
    assert tuple(origins[0]) == TABLES["origins"].names
    assert origins[0]["through"] == ["the ferry post"] and origins[1]["name"] == "two officials"
