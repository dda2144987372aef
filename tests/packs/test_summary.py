"""Counting what a pack holds, and how much the whole packs have to hold."""

import pytest

from hearsay.packs.loading import load_pack_source
from hearsay.packs.summary import reporting_words, summarise
from tests.packs.pack_factories import make_class, make_source


@pytest.mark.parametrize("language", ["bn", "en"])
def test_whole_packs_know_enough(language: str) -> None:
    summary = summarise(load_pack_source(language))
    assert summary.words >= 120
    assert summary.patterns >= 40
    assert summary.examples > 1.5 * summary.patterns
    assert summary.silent >= 20


def test_a_word_is_counted_once() -> None:
    classes = [make_class("say says said", "- - stated"), make_class("say says said", name="other", shares="say")]
    assert summarise(make_source(classes=classes)).words == 2


def test_words_are_named_as_a_reader_writes_them() -> None:
    word_class = make_class("point_out points_out pointed_out", "- - stated")
    assert reporting_words(word_class, make_source()) == ("point out", "stated")
