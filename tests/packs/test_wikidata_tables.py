"""The tables of a build: one id with what is shipped, ambiguous names marked."""

from hearsay.packs.wikidata import Held, Kept, load_choice
from hearsay.packs.wikidata_tables import Index, make_index, write_table

CHOICE = load_choice()
PERSON = Kept("Q900006", "person", {"en": ("Mira Holt", "Holt")}, held=(Held("Q900010", "2019", "2023"),))
POSITION = Kept("Q900010", "position", role="defence minister", of="Q159")


def write(row: Kept, *others: Kept) -> str:
    """Write the table of one row among others."""
    table = write_table(row, make_index((row, *others), CHOICE), CHOICE)
    return table[1] if table else ""


def test_a_person_is_written_for_an_office() -> None:
    table = write(PERSON, POSITION)
    assert '{ role = "defence minister", of = "Q159", from = "2019", until = "2023" }' in table
    assert 'names.en = "Mira Holt"\nshort.en = "Holt"' in table
    assert write(PERSON) == "" == write(POSITION)


def test_what_is_shipped_keeps_its_id() -> None:
    row = Kept("Q1", "agencies", {"en": ("Yonhap News",)}, domains=("yna.co.kr",))
    assert write(row).startswith('[hs-yonhap]\nwikidata = "Q1"\nkind = "agency"\n')


def test_a_name_alone_tells_only_of_entities_without_a_wikidata_id() -> None:
    assert write(Kept("Q1", "agencies", {"en": ("Reuters",)}, domains=("r.example",))).startswith("[Q1]")


def test_a_name_of_two_is_short_in_both() -> None:
    one, two = (Kept(name, "outlets", {"en": ("Gull Times",)}, domains=(f"{name}.example",)) for name in ("Q1", "Q2"))
    assert 'short.en = "Gull Times"' in write(one, two) and "names.en" not in write(two, one)


def test_words_initials_and_shipped_names_of_others_are_short() -> None:
    row = Kept("Q1", "outlets", {"en": ("Nice", "GT", "Moscow", "Gull Times")}, domains=("g.example",))
    table = write(row)
    assert 'names.en = "Gull Times"' in table and 'short.en = "Nice | GT | Moscow"' in table


def test_references_to_what_is_not_kept_are_left_out() -> None:
    assert "country" not in write(Kept("Q1", "outlets", {"en": ("Gull Times",)}, country="Q2", domains=("g.example",)))
    assert Index().ids == {}


def test_quotes_in_names_are_escaped() -> None:
    assert 'names.en = "The \\"Gull\\" Times"' in write(
        Kept("Q1", "outlets", {"en": ('The "Gull" Times',)}, domains=("g.example",))
    )
