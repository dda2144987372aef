"""Why two things are linked or not, in words."""

from pathlib import Path

from hearsay.ledger import Ledger
from hearsay.linking import link
from hearsay.linking.reasons import compare_two, kind_of
from hearsay.records import Claim, Stance
from tests.linking.small_story import fill


def linked(folder: Path) -> Ledger:
    """Read and link the small story."""
    ledger = fill(folder / "story.db")
    link(ledger)
    return ledger


def sale_of(ledger: Ledger) -> Claim:
    """Find the claim that is in the most reports."""
    return next(iter(ledger.links.claims()))


def test_what_an_id_names_is_told(tmp_path: Path) -> None:
    with linked(tmp_path) as ledger:
        sale = sale_of(ledger)
        named = [kind_of(ledger, one) for one in ("wire", sale.id, sale.statements[0].id, "nothing")]
    assert named == ["report", "claim", "statement", None]


def test_a_reprint_and_its_story_are_explained(tmp_path: Path) -> None:
    with linked(tmp_path) as ledger:
        copy, story = compare_two(ledger, "reprint", "wire")
    assert copy.kind == "reprint" and copy.is_sure and "words stand in both" in copy.reasons[0]
    assert story.kind == "story" and story.is_sure and "both are in the story" in story.reasons[0]


def test_two_reports_that_are_no_copies_say_how_far_they_are_from_it(tmp_path: Path) -> None:
    with linked(tmp_path) as ledger:
        texts, story = compare_two(ledger, "wire", "accident")
        (across, alone) = compare_two(ledger, "wire", "museum")
    assert (texts.kind, texts.is_sure) == ("reprint", False) and "0% of the words" in texts.reasons[0]
    assert not story.is_sure and "are two" in story.reasons[0]
    assert across.kind == "translation" and not across.is_sure and alone.reasons == ("in no story: museum",)


def test_statements_of_one_claim_and_of_two_are_compared(tmp_path: Path) -> None:
    with linked(tmp_path) as ledger:
        sale = sale_of(ledger)
        by_report = {one.report: one.id for one in sale.statements}
        (same,) = compare_two(ledger, by_report["wire"], by_report["russian"])
        other = next(one for one in ledger.links.claims() if one.text.startswith("Two people"))
        (two,) = compare_two(ledger, sale.id, other.id)
    assert same.is_sure and "they are one claim" in same.reasons[-1] and "4200" in same.reasons[0]
    assert not two.is_sure and two.reasons[-1].startswith("they are two claims")


def test_a_denial_without_words_of_its_own_says_what_it_denies(tmp_path: Path) -> None:
    with linked(tmp_path) as ledger:
        sale = sale_of(ledger)
        denial = next(one.id for one in sale.statements if one.stance is Stance.DENIES)
        reported = next(one.id for one in sale.statements if one.report == "denial" and one.stance is Stance.ASSERTS)
        reference, _ = compare_two(ledger, denial, reported)
    assert reference.kind == "statement" and reference.is_sure and "right before it" in reference.reasons[0]


def test_before_linking_statements_are_compared_and_reports_say_nothing(tmp_path: Path) -> None:
    with fill(tmp_path / "story.db", ["wire", "chronicle"]) as ledger:
        one, other = (next(ledger.statements(report=report)).id for report in ("wire", "chronicle"))
        assert list(compare_two(ledger, "wire", "chronicle")) == []
        (match,) = compare_two(ledger, one, other)
    assert "was never linked" in match.reasons[-1]
