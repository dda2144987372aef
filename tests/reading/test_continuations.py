"""Continuations: sentences that go on with what somebody said in the one before."""

import pytest

from hearsay.reading import read
from hearsay.records import Report
from tests.reading.reading_factories import tell


@pytest.mark.parametrize(
    ("second", "number"),
    [("Die Pfeiler seien geprüft.", 2), ("Die Pfeiler sind geprüft.", 1)],
)
def test_a_told_mood_goes_on_and_a_plain_one_does_not(second: str, number: int) -> None:
    told = tell(f"Die Ministerin sagte, die Brücke sei sicher. {second}", "de")
    assert [who.who for who in told] == ["Die Ministerin"] * number


def test_a_told_mood_alone_has_no_speaker() -> None:
    assert tell("Die Brücke ist alt. Die Pfeiler seien geprüft.", "de") == []


def test_an_icelandic_subjunctive_goes_on_too() -> None:
    told = tell("Ráðherrann sagði að brúin væri örugg. Stólparnir séu traustir.", "is")
    assert [who.who for who in told] == ["Ráðherrann", "Ráðherrann"]


def test_a_told_sentence_that_reports_itself_hangs_behind_its_teller() -> None:
    text = "Die Anwältin sagte, die Brücke sei alt. Der Ingenieur habe gesagt, dass sie sicher sei."
    statements = read(Report("r", text), language="de").statements
    chains = [[link.name for link in statement.chain] for statement in statements]
    assert ["Anwältin", "Ingenieur"] in chains
