"""Quoted parts: words in marks inside reported speech are a statement of their own, where the pack says so."""

from hearsay.reading import read
from hearsay.records import Directness, Report, Statement


def parts(text: str, language: str = "de") -> list[tuple[str, Statement]]:
    """List the quoted parts of a text with their words."""
    statements = read(Report("r", text), language=language).statements
    return [(text[slice(*s.content[0])], s) for s in statements if "quoted-part" in s.trace]


def test_words_in_marks_are_their_speakers_own() -> None:
    [(words, statement)] = parts("Die Bürgermeisterin sagte, die Brücke sei „so sicher wie nie zuvor“ gewesen.")
    assert words == "„so sicher wie nie zuvor“"
    assert statement.directness is Directness.DIRECT
    assert statement.chain[-1].name == "Bürgermeisterin"


def test_single_words_and_names_are_none() -> None:
    assert parts("Die Bürgermeisterin sagte, die Brücke sei „sicher“ gewesen.") == []
    assert parts("Die Bürgermeisterin sagte, die Firma heiße „Neue Lume Brücken“ seit Montag.") == []


def test_a_quotation_that_is_said_by_itself_is_not_told_twice() -> None:
    assert parts("„Wir haben jeden Pfeiler geprüft“, sagte die Bürgermeisterin.") == []


def test_other_languages_keep_them_in_one_statement() -> None:
    assert parts("The mayor said the bridge was “as safe as ever before” now.", "en") == []
