"""Marks that hold the name of a paper or body."""

import pytest

from hearsay.packs.compiler import load_pack
from hearsay.reading.quotations import find_quotations
from hearsay.reading.quoted_names import is_quoted_name


def ask(text: str, *, language: str = "ru") -> bool:
    """Tell whether the first quotation of a text is a name."""
    pack = load_pack(language)
    quotation = find_quotations(text, [(0, len(text))], pairs=pack.source.quotations.pairs)[0]
    return is_quoted_name(text, quotation, pack)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Об этом пишет газета «Вечерний Ладвинск».", "ru"), ("Gazeta „Wieczór Ladwiński” pisze o moście.", "pl")],
)
def test_name_of_a_paper(text: str, language: str) -> None:
    assert ask(text, language=language)


@pytest.mark.parametrize(
    "text",
    [
        "Мэр сказал: «Мост безопасен».",
        "Газета «назвала мост памятником» напрасно.",
        "Пишет газета: «Мост безопасен».",
        "«Мост безопасен», — сказал мэр.",
    ],
)
def test_what_is_said(text: str) -> None:
    assert not ask(text)
