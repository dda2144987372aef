"""Offices: titles of a language lead to one person, by state and day, or to nobody."""

import pytest

from hearsay.packs.entities import load_entities
from hearsay.packs.loading import list_languages
from hearsay.packs.offices import find_office, list_titles, resolve_office


@pytest.mark.parametrize(
    ("title", "language", "state", "day", "holder"),
    [
        ("defence minister", "en", "RU", "2023-09-05", "Sergei Shoigu"),
        ("defence minister", "en", "RU", "2024-09-05", "Andrei Belousov"),
        ("প্রতিরক্ষামন্ত্রী", "bn", "RU", "2023-09-05", "Sergei Shoigu"),
        ("প্রতিরক্ষামন্ত্রী", "bn", "RU", "2024-09-05", "Andrei Belousov"),
        ("Министр обороны", "ru", "RU", "2023-09-05", "Sergei Shoigu"),
        ("secretary of state", "en", "US", "2023-09-05", "Antony Blinken"),
        ("secretary of state", "en", "RU", "2023-09-05", None),  # an office of other states under that name
        ("defence minister", "en", "RU", "2023", None),  # no day
        ("defence minister", "en", "RU", "2999-01-01", None),  # past what the lists can know
        ("chief astronomer", "en", "RU", "2023-09-05", None),
        ("defence minister", "en", "nowhere", "2023-09-05", None),
    ],
)
def test_who_held_an_office_is_told_by_the_day(
    title: str, language: str, state: str, day: str, holder: str | None
) -> None:
    found = resolve_office(title, state, day, language=language)
    assert (load_entities()[found].names["en"][0] if found else None) == holder


def test_a_title_can_mean_an_office_in_one_state_alone() -> None:
    india, britain = (entity.id for code in ("IN", "GB") for entity in load_entities().values() if entity.code == code)
    assert find_office("foreign secretary", britain, language="en") == "foreign minister"
    assert find_office("foreign secretary", india, language="en") is None


@pytest.mark.parametrize("language", list_languages())
def test_every_title_names_an_office_that_somebody_held(language: str) -> None:
    held = {office.role for entity in load_entities().values() for office in entity.offices}
    assert {office for meanings in list_titles(language).values() for office in meanings.values()} <= held


@pytest.mark.parametrize("language", list_languages())
def test_every_state_of_a_title_is_one(language: str) -> None:
    codes = {entity.code for entity in load_entities().values() if entity.code}
    assert {code for meanings in list_titles(language).values() for code in meanings if code} <= codes
