"""FollowTheMoney: every value passes its own checks, and every reference leads to an entity of the right kind."""

import json
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model

from hearsay.views.exports import Order, export
from tests.views.exports.export_factories import open_filled


def read_entities(folder: Path, claim: str | None = None) -> dict[str, dict[str, Any]]:
    """Export and read the entities by id."""
    with open_filled(folder) as ledger:
        (written,) = export(ledger, "ftm", Order(folder, claim))
    entities = [json.loads(line) for line in (folder / written.file).read_text(encoding="utf8").splitlines()]
    assert len({entity["id"] for entity in entities}) == len(entities) == written.rows
    return {entity["id"]: entity for entity in entities}


@pytest.mark.parametrize("claim", [None, "c1"])
def test_the_library_takes_every_value(tmp_path: Path, claim: str | None) -> None:
    for entity in read_entities(tmp_path, claim).values():
        schema = model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)
        cleaned = model.get_proxy(entity, cleaned=False).to_dict()["properties"]
        assert {name: set(values) for name, values in cleaned.items()} == {
            name: set(values) for name, values in entity["properties"].items()
        }


@pytest.mark.parametrize("claim", [None, "c1"])
def test_every_reference_leads_to_an_entity_of_its_kind(tmp_path: Path, claim: str | None) -> None:
    entities = read_entities(tmp_path, claim)
    for entity in entities.values():
        schema = model.get(entity["schema"])
        for name, values in entity["properties"].items():
            wanted = schema.get(name).range if schema else None
            for value in values if wanted else ():
                assert model.get(entities[value]["schema"]).is_a(wanted)


def test_what_a_claim_becomes(tmp_path: Path) -> None:
    entities = read_entities(tmp_path)
    event = entities["claim-c1"]
    assert event["schema"] == "Event" and event["properties"]["keywords"] == ["claim", "denied"]
    (person,) = (entity for entity in entities.values() if entity["schema"] == "Person")
    assert event["properties"]["involved"] == [person["id"]]
    assert entities["Q130879"]["properties"]["wikidataId"] == ["Q130879"]
    roles = {entity["properties"]["role"][0] for entity in entities.values() if entity["schema"] == "Documentation"}
    assert roles == {"say", "via", "asserts", "denies"}
