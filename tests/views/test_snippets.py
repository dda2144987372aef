"""Snippets: a statement's own words, marked, between what stands around them."""

from msgspec.structs import replace

from hearsay.views.snippets import cut_snippet
from tests.api.api_factories import make_saying


def test_words_are_marked_where_they_stand() -> None:
    reading = make_saying("r", "The dam is full", who="Mara Venn")
    snippet = cut_snippet(reading, reading.statements[0].id)
    assert snippet is not None
    assert [(part.role, part.words) for part in snippet.fragments] == [
        ("content", "The dam is full"),
        (None, ", "),
        ("source", "Mara Venn"),
        (None, " "),
        ("cue", "said"),
        (None, "."),
    ]
    assert (snippet.number, snippet.begins_inside, snippet.ends_inside) == (1, False, False)


def test_long_words_are_cut_and_say_so() -> None:
    reading = make_saying("r", "word " * 100_000)
    snippet = cut_snippet(reading, reading.statements[0].id)
    assert snippet is not None and snippet.ends_inside
    assert sum(len(part.words) for part in snippet.fragments) < 600


def test_what_stands_in_another_paragraph_is_left_out() -> None:
    reading = make_saying("r", "The dam is full")
    before = "Another paragraph.\n"
    statement = reading.statements[0]
    moved = replace(statement, content=((len(before), len(before) + 15),), cue=(), chain=())
    snippet = cut_snippet(replace(reading, text=before + reading.text, statements=(moved,)), statement.id)
    assert snippet is not None
    assert snippet.fragments[0].words == "The dam is full" and not snippet.begins_inside


def test_a_statement_that_is_not_there_has_none() -> None:
    assert cut_snippet(make_saying("r"), "another") is None
