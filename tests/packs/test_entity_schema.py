"""What an entity is: written forms become entities."""

from hearsay.packs.entity_schema import EntitySource, Office, make_entity, references_of
from hearsay.records import MentionKind

IDS = {"BD": "Q902"}


def test_codes_of_states_become_ids_and_ids_stay() -> None:
    source = EntitySource(names={"en": "A"}, country="BD", offices=(Office("mayor", "BD"), Office("head", "Q1")))
    entity = make_entity("hs-a", source, MentionKind.PERSON, IDS)
    assert references_of(entity) == ("Q902", "Q902", "Q1")


def test_the_table_s_own_kind_wins_over_the_folder_s() -> None:
    source = EntitySource(names={"en": "A"}, kind=MentionKind.AGENCY)
    assert make_entity("hs-a", source, MentionKind.OUTLET, IDS).kind is MentionKind.AGENCY


def test_forms_are_split_and_folded() -> None:
    entity = make_entity("hs-a", EntitySource(names={"bn": "রাশি\u09dfা | রুশ"}), MentionKind.PLACE, IDS)
    assert entity.names["bn"] == ("রাশি\u09af\u09bcা", "রুশ")
