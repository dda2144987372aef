"""Quotations: all marks, nested, unclosed, over paragraphs; an apostrophe quotes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.compiler import load_pack
from hearsay.reading.quotations import Quotation, find_quotations
from tests.text.text_strategies import hard_texts


def find(text: str, language: str = "en") -> list[Quotation]:
    """Find the quotations of a text whose lines are paragraphs."""
    paragraphs, start = [], 0
    for line in text.splitlines(keepends=True):
        paragraphs.append((start, start + len(line.rstrip("\n"))))
        start += len(line)
    return list(find_quotations(text, paragraphs, pairs=load_pack(language).source.quotations.pairs))


def inner(text: str, language: str = "en") -> list[str]:
    """Return what stands between the marks."""
    return [text[slice(*quotation.inner)] for quotation in find(text, language)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said: “Go,” and left.", ["Go,"]),
        ('She said: "Go," and left.', ["Go,"]),
        ("She said: ``Go,'' and left.", ["Go,"]),
        ("She said: ‘Go,’ and left.", ["Go,"]),
        ("She said: «Go» and left.", ["Go"]),
        ("“He called it ‘a monument’ twice,” she said.", ["He called it ‘a monument’ twice,"]),
        ("“One,” he said, “two.”", ["One,", "two."]),
        ("The mayors’ plan and the town’s bridge", []),
        ("Nothing is quoted here.", []),
        ("She said: “Go", ["Go"]),
        ("", []),
    ],
)
def test_quotations_of_one_paragraph(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


def test_bengali_marks() -> None:
    assert inner("মেয়র বলেন, ‘‘সেতুটি নিরাপদ।’’", "bn") == ["সেতুটি নিরাপদ।"]


def test_a_quotation_over_paragraphs_goes_on() -> None:
    first, second = find("He said: “One.\n“Two.”")
    assert (first.closed, second.closed, second.continues) == (False, True, True)


def test_a_quotation_that_was_closed_does_not_go_on() -> None:
    assert [quotation.continues for quotation in find("He said: “One.”\n“Two.”")] == [False, False]


def test_an_odd_mark_does_not_swallow_the_next_paragraph() -> None:
    text = 'It is 6" long.\n“Two,” she said.'
    assert inner(text)[-1] == "Two,"


@given(hard_texts, st.sampled_from(["en", "bn"]))
def test_quotations_are_ordered_disjoint_and_inside_a_paragraph(text: str, language: str) -> None:
    text = text.replace("\r", " ")
    quotations = find("\n".join(text.splitlines()), language)
    edges = [edge for quotation in quotations for edge in quotation.span]
    assert edges == sorted(edges)
    assert all(q.span[0] <= q.inner[0] <= q.inner[1] <= q.span[1] <= len(text) for q in quotations)
