"""Plain names: forms of unlisted names led back to their first case, where the report bears it out."""

import pytest

from hearsay.reading.mentions import find_mentions
from hearsay.reading.name_words import load_lexicon
from hearsay.reading.plain_names import find_plain_names


@pytest.mark.parametrize(
    ("surfaces", "form", "plain"),
    [
        (["Иван Холт", "Холту"], "Холту", "Холт"),
        (["Ивана Холта"], "Ивана Холта", "Иван Холт"),
        (["Анны Холт"], "Анны Холт", "Анна Холт"),
        (["Ладвинске", "Ладвинска"], "Ладвинске", "Ладвинск"),
        (["Анна Шубина", "Шубин"], "Шубина", "Шубина"),
        (["Холта"], "Холта", "Холта"),
    ],
)
def test_forms_are_led_back_only_where_borne_out(surfaces: list[str], form: str, plain: str) -> None:
    assert find_plain_names([*surfaces, form], load_lexicon("ru"))[form] == plain


def test_languages_without_declensions_are_left_alone() -> None:
    assert find_plain_names(["Ann Roe"], load_lexicon("en")) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Мэр Иван Холт уехал. Слова Холта передали. Холту дали слово."),
        ("uk", "Мер Іван Холт поїхав. Слова Холта передали. Холтові дали слово."),
    ],
)
def test_one_person_in_three_cases_has_one_name(language: str, text: str) -> None:
    assert len({mention.name for mention in find_mentions(text, language=language)}) == 1
