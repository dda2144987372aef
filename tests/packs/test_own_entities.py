"""Entities of users' own: added, laid over the shipped ones, refused in words."""

from pathlib import Path

import pytest

from hearsay.errors import PackError
from hearsay.packs.entity_files import load_shipped_entities, names_of
from hearsay.packs.entity_schema import Entity
from hearsay.packs.own_entities import lay_over, read_own_entities
from hearsay.records import MentionKind

WIRE = '[hs-harbour-wire]\nkind = "agency"\nnames.en = "Harbour Wire | The Harbour Wire"\ndomains = "harbourwire.example"\n'
PUTIN = "Q7747"


def lay(folder: Path, text: str, name: str = "mine.toml") -> dict[str, Entity]:
    """Write a file of entities and lay it over the shipped ones."""
    (folder / name).write_text(text, encoding="utf8")
    return lay_over(load_shipped_entities(), read_own_entities(folder / name))


def test_a_new_entity_is_added(tmp_path: Path) -> None:
    wire = lay(tmp_path, WIRE)["hs-harbour-wire"]
    assert wire.kind is MentionKind.AGENCY
    assert wire.names["en"] == ("Harbour Wire", "The Harbour Wire")
    assert wire.domains == ("harbourwire.example",)


def test_all_files_of_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "one.toml").write_text(WIRE, encoding="utf8")
    (tmp_path / "inner/two.toml").write_text('[hs-x]\nkind = "group"\nnames.en = "Dock Choir"\n', encoding="utf8")
    assert set(read_own_entities(tmp_path)) == {"hs-harbour-wire", "hs-x"}


def test_names_of_a_shipped_entity_are_added_in_front(tmp_path: Path) -> None:
    shipped = load_shipped_entities()[PUTIN]
    entity = lay(tmp_path, f'[{PUTIN}]\nnames.en = "V. V. Putin"\n')[PUTIN]
    assert entity.names["en"] == ("V. V. Putin", *shipped.names["en"])
    assert entity.names["bn"] == shipped.names["bn"]
    assert entity.kind is shipped.kind and entity.offices == shipped.offices and entity.gender == shipped.gender


def test_an_office_with_the_same_beginning_is_replaced(tmp_path: Path) -> None:
    office = '{ role = "president", of = "RU", from = "2012-05-07", until = "2030" }'
    entity = lay(tmp_path, f'[{PUTIN}]\nnames.en = "Putin"\noffices = [{office}]\n')[PUTIN]
    same = [office for office in entity.offices if office.start == "2012-05-07"]
    assert [office.end for office in same] == ["2030"]
    assert len(entity.offices) == len(load_shipped_entities()[PUTIN].offices)


def test_a_short_form_can_be_made_a_name_and_back(tmp_path: Path) -> None:
    short = next(entity for entity in load_shipped_entities().values() if entity.short.get("en"))
    form = short.short["en"][0]
    assert form in lay(tmp_path, f'[{short.id}]\nnames.en = "{form}"\n')[short.id].names["en"]
    assert "Putin" not in lay(tmp_path, f'[{PUTIN}]\nshort.en = "Putin"\n')[PUTIN].names["en"]


def test_replaced_entities_start_from_nothing(tmp_path: Path) -> None:
    entity = lay(tmp_path, f'[{PUTIN}]\nreplace = true\nkind = "person"\nnames.en = "Somebody"\n')[PUTIN]
    assert names_of(entity, "en") == ("Somebody",)
    assert names_of(entity, "ru") == () and entity.offices == ()


def test_a_state_is_named_by_its_code_or_a_new_one(tmp_path: Path) -> None:
    text = '[hs-isle]\nkind = "place"\ncode = "XZ"\nnames.en = "Isle of Gulls"\n'
    text += '[hs-port]\nkind = "place"\ncapital_of = "XZ"\ncountry = "XZ"\nnames.en = "Port Gull"\n'
    assert lay(tmp_path, text)["hs-port"].capital_of == "hs-isle"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[hs-a]\nnames.en = "A"\n', "needs a kind; allowed are: person, organisation"),
        ('[hs-a]\nkind = "paper"\nnames.en = "A"\n', r"mine.toml, \[hs-a\].*Allowed kinds are: person"),
        ('[hs-a]\nkind = "outlet"\ncolour = "red"\nnames.en = "A"\n', r"\[hs-a\].*colour.*Allowed keys are: names"),
        ('[hs-a]\nkind = "outlet"\nnames.en = 5\n', "Names stand by language"),
        ('[hs-a]\nkind = "outlet"\n', "an entity without a name"),
        ('[hs-a]\nkind = "outlet"\ncountry = "QQ"\nnames.en = "A"\n', "refers to 'QQ'"),
        ('[hs-a]\nkind = "outlet"\ndomains = "https://a.example/"\nnames.en = "A"\n', "is no domain"),
        ('[hs-a]\nkind = "outlet"\nnames.en = "A |B"\n', "forms stand between"),
        ('[hs-a]\nkind = "person"\ngender = "x"\nnames.en = "A"\n', "male and female"),
        ('[hs-a]\nkind = "person"\nnames.en = "A"\noffices = [{ role = "mayor" }]\n', "An office is { role"),
        (
            '[hs-a]\nkind = "person"\nnames.en = "A"\noffices = [{ role = "mayor", of = "BD", from = "5 May" }]\n',
            "'5 May' is no date",
        ),
        (
            '[hs-a]\nkind = "person"\nnames.en = "A"\noffices = [{ role = "x", of = "BD", from = "2020", until = "2019" }]\n',
            "ends before it begins",
        ),
        ("[hs-a\n", "mine.toml: "),
    ],
)
def test_what_is_wrong_is_said_with_file_and_entry(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(PackError, match=complaint):
        lay(tmp_path, text)


def test_an_id_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text(WIRE, encoding="utf8")
    with pytest.raises(PackError, match=r"two.toml, \[hs-harbour-wire\].*one.toml"):
        read_own_entities(tmp_path)


def test_a_path_without_entities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no TOML file"):
        read_own_entities(tmp_path)
    with pytest.raises(PackError, match="cannot be read"):
        read_own_entities(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"\xff")
    with pytest.raises(PackError, match="not UTF-8"):
        read_own_entities(tmp_path / "latin.toml")
