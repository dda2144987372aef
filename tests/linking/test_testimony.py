"""Who stands behind a statement, and through whom it came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.linking.testimony import Carrier, Newsrooms, make_carrier, outlet_key
from hearsay.records import Reading, SourceKind
from tests.linking.linking_factories import WILD_READINGS, read_text

NEWSROOMS = Newsrooms(["Harbour Wire", "The Ferry Post", "Северный вестник", "হারবার ওয়্যার"])


def carry(text: str, language: str = "en", outlet: str | None = "Kestrel") -> Carrier:
    """Make the carrier of all attributed statements of a text."""
    reading = read_text(text, language, outlet=outlet)
    return make_carrier(reading, [one for one in reading.statements if one.cue], NEWSROOMS)


def test_listed_outlets_have_one_key_in_every_language_and_others_their_name() -> None:
    assert outlet_key("Reuters") == outlet_key("রয়টার্স") == outlet_key("reuters")
    assert outlet_key("Harbour Wire") == "harbour wire"


@pytest.mark.parametrize("name", ["Harbour Wire", "harbour wire", "Harbour Wire’s"])
def test_outlets_of_the_ledger_are_known_by_their_name(name: str) -> None:
    assert NEWSROOMS.key_of(name, "en") == "harbour wire"


def test_an_article_does_not_matter_and_strangers_are_no_outlets() -> None:
    assert NEWSROOMS.key_of("Ferry Post", "en") == NEWSROOMS.key_of("The Ferry Post", "en") == "the ferry post"
    assert NEWSROOMS.key_of("Mira Holt", "en") is None


def test_names_are_found_as_whole_words_with_their_places() -> None:
    text = "He told Harbour Wire, not Harbour Wirework."
    assert NEWSROOMS.find(text) == [((8, 20), "harbour wire")]


@pytest.mark.parametrize(
    ("language", "text", "relay", "voice"),
    [
        (
            "en",
            "The Harbour Wire, citing an official, reported that the bridge was closed.",
            "harbour wire",
            "official",
        ),
        (
            "ru",
            "Мост закрыт, сообщил Северный вестник со ссылкой на норвежского чиновника.",
            "северный вестник",
            "чиновника",
        ),
        ("bn", "এক কর্মকর্তার বরাত দিয়ে হারবার ওয়্যার জানিয়েছে, সেতুটি বন্ধ।", "হারবার ওয়্যার", "কর্মকর্তা"),
        (
            "es",
            "La agencia Harbour Wire, citando a un funcionario noruego, informó que el puente está cerrado.",
            "harbour wire",
            "funcionario",
        ),
    ],
)
def test_a_relay_and_the_voice_behind_it_are_told_apart(language: str, text: str, relay: str, voice: str) -> None:
    (testimony,) = carry(text, language).testimonies
    assert testimony.relays == (relay,)
    assert testimony.voice is not None and voice in testimony.voice.name and testimony.voice.key == ""


def test_whom_the_source_told_is_read_from_the_words() -> None:
    (testimony,) = carry("The bridge is closed, a senior official told Harbour Wire on Monday.").testimonies
    assert testimony.told == "harbour wire" and testimony.relays == ()


def test_a_named_voice_has_a_key_and_a_title_has_none() -> None:
    (named,) = carry("The bridge is closed, Mira Holt said.").testimonies
    (title,) = carry("The bridge is closed, the foreign minister said.").testimonies
    assert named.voice is not None and (named.voice.key, named.voice.kind) == ("mira holt", SourceKind.PERSON)
    assert title.voice is not None and title.voice.key == ""


def test_who_reports_what_others_report_is_nobody() -> None:
    (testimony,) = carry("The bridge is closed, according to media reports.").testimonies
    assert testimony.voice is None


def test_a_name_in_brackets_behind_the_last_sentence_is_a_credit() -> None:
    carrier = carry("The bridge is closed, Mira Holt said. It was old. (Harbour Wire)")
    assert carrier.credits == ("harbour wire",)
    assert carry("The bridge (Harbour Wire) is closed, Mira Holt said.").credits == ()


@given(WILD_READINGS)
def test_nothing_raises_on_any_reading(reading: Reading) -> None:
    carrier = make_carrier(reading, reading.statements, NEWSROOMS)
    assert [one.statement for one in carrier.testimonies] == [one.id for one in reading.statements]


@given(st.text(max_size=40))
def test_names_never_raise(text: str) -> None:
    NEWSROOMS.key_of(text, "en")
    assert all(text[start:end] for (start, end), _ in NEWSROOMS.find(text))


def test_the_name_of_an_outlet_of_the_ledger_is_taken_whole() -> None:
    newsrooms = Newsrooms(["Сегодня Вести"])
    reading = read_text("Сегодня Вести сообщает, что мост безопасен.", "ru", outlet="Kestrel")
    carrier = make_carrier(reading, [one for one in reading.statements if one.cue], newsrooms)
    assert [testimony.relays for testimony in carrier.testimonies] == [("сегодня вести",)]
