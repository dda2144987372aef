"""Statements: chains, parallel sources, what is carried on, and the outlet's own voice."""

import pytest

from hearsay.records import Certainty, SourceKind
from tests.reading.reading_factories import attributed, chain_of, make_reading


def test_who_passes_on_stands_before_who_says() -> None:
    (statement,) = attributed("Reuters quoted a diplomat as saying the talks had failed.")
    assert [link.kind for link in statement.chain] == [SourceKind.AGENCY, SourceKind.ANONYMOUS]
    assert chain_of(statement)[0] == "Reuters"


def test_a_frame_inside_another_one_hangs_behind_it() -> None:
    text = "The minister said the union had denied that the bridge was unsafe."
    chains = sorted((chain_of(statement) for statement in attributed(text)), key=len)
    assert [len(chain) for chain in chains] == [1, 2]
    assert chains[1][0] == chains[0][0]


def test_nobody_named_is_one_link_of_kind_none() -> None:
    (statement,) = attributed("It was reported that the bridge would close.")
    assert [link.kind for link in statement.chain] == [SourceKind.NONE]


def test_two_states_that_deny_are_two_denials() -> None:
    statements = attributed("মস্কো ও পিয়ংইয়ং অভিযোগ অস্বীকার করেছে।", "bn")
    assert len(statements) == 2
    assert len({statement.chain[-1].entity for statement in statements}) == 2
    assert {statement.certainty for statement in statements} == {Certainty.DENIED}


def test_what_nobody_is_named_for_is_the_outlets_own() -> None:
    (statement,) = make_reading("The bridge was closed on Monday.").statements
    assert (statement.cue, statement.chain, statement.trace) == ((), (), ("own-voice",))


def test_the_day_of_saying_is_not_the_day_that_is_spoken_of() -> None:
    (statement,) = attributed("The mayor said on Monday that the bridge would open in October 2023.")
    assert (statement.said, statement.about) == ("2023-09-04", "2023-10")


def test_each_statement_has_the_pattern_that_made_it() -> None:
    for statement in attributed("The mayor said the bridge was safe. “It holds,” Holt added."):
        assert statement.trace[0].startswith("en.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said the bridge was safe. The union denied it.", "en"),
        ("সেতুটি বন্ধ থাকবে বলে পুলিশ জানিয়েছে। মেয়র তা অস্বীকার করেছেন।", "bn"),
    ],
)
def test_ids_are_made_of_content(text: str, language: str) -> None:
    one, again = make_reading(text, language), make_reading(text, language)
    ids = [statement.id for statement in one.statements]
    assert ids == [statement.id for statement in again.statements]
    assert len(set(ids)) == len(ids)


def test_statements_stand_in_the_order_of_the_text() -> None:
    text = "The bridge was closed. The mayor said it was safe. “It holds,” Holt added. Rain fell."
    starts = [statement.content[0] for statement in make_reading(text).statements]
    assert starts == sorted(starts)
