"""Entities as a person reads them."""

from io import StringIO

from rich.console import Console, RenderableType

from hearsay.packs.entity_schema import Entity, Office
from hearsay.records import MentionKind
from hearsay.views.entities import name_entity, show_entities, show_entity, tell_office

STATE = Entity("Q1", MentionKind.PLACE, {"en": ("Gullmark",)}, code="XG")
PERSON = Entity(
    "hs-holt",
    MentionKind.PERSON,
    {"en": ("Mira Holt",), "ru": ("Мира Хольт", "Хольт")},
    offices=(Office("mayor", "Q1", "2019"),),
    wikidata="Q2",
)
ENTITIES = {entity.id: entity for entity in (STATE, PERSON)}


def draw(shown: RenderableType) -> str:
    """Draw what is shown."""
    console = Console(file=StringIO(), width=80)
    console.print(shown)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_an_entity_is_shown_with_names_and_terms() -> None:
    text = draw(show_entity(PERSON, ENTITIES))
    for words in ("Mira Holt · person", "Wikidata Q2", "mayor, Gullmark: 2019 to now", "Мира Хольт | Хольт"):
        assert words in text


def test_an_open_beginning_is_told() -> None:
    assert tell_office(Office("mayor", "Q1", end="2020"), ENTITIES) == "mayor, Gullmark: an unknown day to 2020"


def test_many_are_listed_in_a_language() -> None:
    text = draw(show_entities(ENTITIES.values(), "ru"))
    assert "Мира Хольт" in text and "Gullmark" in text


def test_an_entity_has_a_name_whatever_it_has() -> None:
    assert name_entity(Entity("x", MentionKind.OTHER, {}, short={"bn": ("ক",)})) == "ক"
