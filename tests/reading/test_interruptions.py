"""Direct speech that its speaker interrupts between dashes."""

from hearsay.packs.compiler import load_pack
from hearsay.reading.interruptions import find_dash_speech
from hearsay.reading.quotations import find_quotations


def find(text: str, *, language: str = "ru") -> list[str]:
    """Return the words of each quotation of a text of one paragraph."""
    pack = load_pack(language)
    spans = [(0, len(text))]
    quotations = find_quotations(text, spans, pairs=pack.source.quotations.pairs)
    return [text[slice(*piece.inner)] for piece in find_dash_speech(text, spans, quotations, pack)]


def test_speaker_inside_the_marks_cuts_the_quotation() -> None:
    assert find("«Я надеюсь, — сказал мэр, — что мост выдержит».") == ["Я надеюсь,", "что мост выдержит"]


def test_sentence_behind_the_speaker_goes_on_with_the_quotation() -> None:
    assert find("«Мост открыт, — сказал мэр. — Дорога тоже».") == ["Мост открыт,", "— Дорога тоже"]


def test_paragraph_that_opens_with_a_dash_is_a_quotation_up_to_its_speaker() -> None:
    assert find("— Мост открыт. Дорога тоже, — сказал мэр.") == ["Мост открыт. Дорога тоже,"]


def test_dash_without_a_reporting_verb_cuts_nothing() -> None:
    assert find("«Мост — наша гордость — открыт», — сказал мэр.") == ["Мост — наша гордость — открыт"]


def test_list_item_is_no_quotation() -> None:
    assert find("— Мост на севере города") == []


def test_language_without_dash_speech_is_left_alone() -> None:
    assert find("“The bridge, — said Roe, — is safe.”", language="en") == ["The bridge, — said Roe, — is safe."]


def test_comma_brings_in_the_speaker_of_a_line_too() -> None:
    text = "– Vi väntar. Bron är säker, säger Mira Holt, borgmästare. Den öppnar i dag."
    assert find(text, language="sv") == ["Vi väntar. Bron är säker,", "Den öppnar i dag."]


def test_comma_without_a_reporting_verb_brings_in_nobody() -> None:
    assert find("– En bro, byggd av sten.", language="sv") == []
