"""How statements become attributions that a scorer can compare."""

from bench.attribution import find_attributions
from hearsay.records import Credits, Directness, Link, Reading, SourceKind, Span, Statement

TEXT = "The Wire, citing Mira Holt, said rain was near. It would pass soon."


def make_link(words: str, kind: SourceKind = SourceKind.PERSON) -> Link:
    """Make a link named by its words in the text."""
    return Link(kind, words, None, find_span(words))


def find_span(words: str) -> Span:
    """Find words in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def make_reading(statement: Statement) -> Reading:
    """Make a reading with one statement."""
    return Reading("r", "en", None, None, None, None, TEXT, (), (), (), (statement,), Credits(), "en@1")


def test_the_last_link_and_those_named_in_the_same_sentence_are_scored() -> None:
    chain = (make_link("The Wire", SourceKind.OUTLET), make_link("Mira Holt"))
    content, cue = find_span("rain was near"), find_span("said")
    statement = Statement("s", (content,), (cue,), chain, directness=Directness.INDIRECT)
    found = find_attributions(make_reading(statement))
    assert [attribution["source"] for attribution in found] == [[find_span("Mira Holt")], [find_span("The Wire")]]
    assert all(one["content"] == (content,) and one["cue"] == (cue,) and one["kind"] == "indirect" for one in found)


def test_a_link_carried_over_from_an_earlier_sentence_is_not_scored_again() -> None:
    chain = (make_link("The Wire", SourceKind.OUTLET), make_link("Mira Holt"))
    statement = Statement("s", (find_span("It would pass soon"),), (), chain)
    assert [one["source"] for one in find_attributions(make_reading(statement))] == [[find_span("Mira Holt")]]


def test_nobody_is_no_source() -> None:
    statement = Statement("s", (find_span("rain was near"),), (find_span("said"),), (Link(SourceKind.NONE),))
    assert [one["source"] for one in find_attributions(make_reading(statement))] == [[]]


def test_the_outlets_own_voice_is_no_attribution() -> None:
    assert find_attributions(make_reading(Statement("s", (find_span("rain was near"),)))) == []
