"""What is kept of an item."""

import json
from pathlib import Path
from typing import Any

import pytest

from hearsay.errors import PackError
from hearsay.packs.wikidata import Held, Kept, load_choice, select
from hearsay.packs.wikidata_dump import decode_item
from tests.packs.wikidata_factories import make_item, make_statement, make_time

CHOICE = load_choice()


def keep(name: str = "Q1", labels: dict[str, str] | None = None, **given: Any) -> Kept | None:
    """Select an item made for it."""
    item = decode_item(json.dumps(make_item(name, labels or {"en": "Gull"}, **given)).encode())
    assert item
    return select(item, CHOICE)


def test_most_items_are_not_kept() -> None:
    assert keep() is None
    assert keep(P31="Q8063") is None


def test_a_preferred_value_comes_first_and_a_deprecated_one_never() -> None:
    old, new = make_statement("Q10", rank="deprecated"), make_statement("Q11", rank="preferred")
    kept = keep(P31="Q192283", P17=[old, "Q12", new], P856="http://gull.example")
    assert kept and kept.country == "Q11"


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.gull.example/a?b", ("gull.example",)),
        ("http://News.Gull.example", ("news.gull.example",)),
        ("https://t.me/gull", None),
        ("http://[broken", None),
        ("gull", None),
    ],
)
def test_an_agency_needs_a_domain_of_its_own(address: str, domain: tuple[str, ...] | None) -> None:
    kept = keep(P31="Q192283", P856=address)
    assert (kept.domains if kept else None) == domain


def test_dates_are_as_precise_as_stated() -> None:
    held = make_statement("Q9", P580=make_time("2019-05-00", 10), P582=make_time("2021-00-00", 9))
    kept = keep(P31="Q5", P39=[held, make_statement("Q8", P580=make_time("1900-00-00", 7))])
    assert kept and kept.held == (Held("Q9", "2019-05", "2021"), Held("Q8"))


def test_names_are_in_the_letters_of_their_language() -> None:
    labels = {"en": "Gull (town)", "bn": "Gull", "ru": "Галл", "zh-hant": "鷗城", "vi": "gull"}
    kept = keep(labels=labels, aliases={"en": ["Gull | Town", "Gull Town", "Gull"]}, P31="Q6256", P297="XG")
    assert kept and kept.names == {"en": ("Gull", "Gull Town"), "ru": ("Галл",), "zh": ("鷗城",)}


def test_a_choice_of_one_s_own_is_read_strictly(tmp_path: Path) -> None:
    file = tmp_path / "classes.toml"
    file.write_text(
        'selection = []\noffice = []\n[people]\nfile = "p.toml"\nclasses = "Q5"\nleast = 3\n', encoding="utf8"
    )
    with pytest.raises(PackError, match="least"):
        load_choice(file)
    with pytest.raises(PackError, match="--classes"):
        load_choice(tmp_path / "none.toml")
