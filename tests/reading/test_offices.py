"""Office holders: an office of a named state and nothing else leads to a person."""

import pytest
from hypothesis import given

from hearsay.packs.entities import load_entities
from hearsay.reading.assembly import read
from hearsay.reading.offices import find_holder
from hearsay.records import Report, SourceKind
from tests.text.text_strategies import hard_texts


@pytest.mark.parametrize(
    ("phrase", "language", "holder"),
    [
        ("the Russian defence minister", "en", "Sergei Shoigu"),
        ("Russia's Defence Minister", "en", "Sergei Shoigu"),
        ("the prime minister of Bangladesh", "en", "Sheikh Hasina"),
        ("the former Russian defence minister", "en", None),
        ("a deputy Russian defence minister", "en", None),
        ("a Russian defence minister", "en", None),
        ("the defence minister", "en", None),
        ("the defence ministers of Russia", "en", None),
        ("রাশিয়ার প্রতিরক্ষামন্ত্রী", "bn", "Sergei Shoigu"),
        ("রুশ প্রতিরক্ষামন্ত্রীর", "bn", "Sergei Shoigu"),
        ("রাশিয়ার সাবেক প্রতিরক্ষামন্ত্রী", "bn", None),
        ("রাশিয়া ও চীনের প্রতিরক্ষামন্ত্রী", "bn", None),
        ("министра обороны РФ", "ru", "Sergei Shoigu"),
        ("бывший министр обороны РФ", "ru", None),
        ("Frankreichs Außenminister", "de", "Catherine Colonna"),
        ("俄罗斯国防部长", "zh", "Sergei Shoigu"),
        ("러시아 국방장관은", "ko", "Sergei Shoigu"),
        ("전 러시아 국방장관", "ko", None),
        ("el ministro de Defensa de Rusia", "es", "Sergei Shoigu"),
    ],
)
def test_only_an_office_of_a_named_state_is_led_to_its_holder(phrase: str, language: str, holder: str | None) -> None:
    found = find_holder(phrase, (0, len(phrase)), "2023-09-05", language=language)
    assert (load_entities()[found].names["en"][0] if found else None) == holder


def test_a_source_gets_its_holder_by_the_date_of_the_report_and_the_trace_says_so() -> None:
    text = "The Russian defence minister said that the bridge was open."
    for day, holder in (("2023-09-05", "Sergei Shoigu"), ("2024-09-05", "Andrei Belousov")):
        [statement] = read(Report(id="r", text=text, published=day), language="en").statements
        [link] = statement.chain
        assert load_entities()[link.entity or ""].names["en"][0] == holder
        assert (link.kind, link.name) == (SourceKind.PERSON, "Russian defence minister")
        assert "by-office" in statement.trace


def test_who_held_the_office_before_is_not_taken_for_who_holds_it() -> None:
    text = "Sergei Shoigu opened the bridge. The Russian defence minister said that it was safe."
    names = {}
    for day in ("2023-09-05", "2024-09-05"):
        link = read(Report(id="r", text=text, published=day), language="en").statements[-1].chain[-1]
        names[day] = load_entities()[link.entity or ""].names["en"][0]
    assert names == {"2023-09-05": "Sergei Shoigu", "2024-09-05": "Andrei Belousov"}


def test_without_a_date_nobody_is_named() -> None:
    text = "The Russian defence minister said that the bridge was open."
    [statement] = read(Report(id="r", text=text, published=None), language="en").statements
    assert statement.chain[0].entity is None
    assert "by-office" not in statement.trace


@given(hard_texts)
def test_no_text_is_too_odd(text: str) -> None:
    find_holder(text, (0, len(text)), "2023-09-05", language="bn")
