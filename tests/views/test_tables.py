"""Statements as lines, chains as drawings, sources counted."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.records import Link, SourceKind
from hearsay.views.tables import count_sources, draw_chain, make_lines, shorten, title_of
from tests.views.view_factories import make_reading, make_statement


def test_the_title_is_the_first_words_where_none_is_known() -> None:
    assert title_of(make_reading(title=None)) == "Dam to be filled"
    assert title_of(make_reading(title=None, text="")) == "dam.txt"


def test_a_line_names_the_ultimate_source_and_whom_it_came_through() -> None:
    (line,) = make_lines(make_reading())
    assert (line.who, line.via, line.words) == ("two officials", ("the Courier",), '"The gates will close,"')


def test_the_reports_own_voice_is_the_outlet() -> None:
    own = make_statement(chain=(), cue=())
    (line,) = make_lines(make_reading(statements=(own,)))
    assert (line.who, line.is_own) == ("Kestrel", True)
    assert make_lines(make_reading(statements=(own,), outlet=None))[0].who == "the report itself"


def test_words_that_came_through_nobody_say_so() -> None:
    assert draw_chain((Link(SourceKind.AGENCY, "Kestrel"), Link(SourceKind.NONE))) == "Kestrel ← no one named"


def test_a_source_is_its_entity_whatever_it_is_called() -> None:
    named = [make_statement(chain=(Link(SourceKind.PERSON, name, "Q1"),)) for name in ("Ilena Dorvan", "ইলেনা দোরভান")]
    other = make_statement(chain=(Link(SourceKind.PERSON, "Verrin"),))
    first, second = count_sources([make_reading(statements=(*named, other))])
    assert (first.name, first.places) == ("Ilena Dorvan", (("dam.txt", 1), ("dam.txt", 2)))
    assert second.places == (("dam.txt", 3),)


@given(st.text(), st.integers(1, 30))
def test_shortened_words_fit_and_are_a_beginning(words: str, size: int) -> None:
    short = shorten(words, size)
    assert len(short) <= max(size, 1)
    assert short == words or words.startswith(short.removesuffix("…"))


def test_no_sign_is_torn_from_its_letter() -> None:
    assert shorten("কিকিকি", 4) == "কি…"
