"""The compiled event words: patterns, and whole words only."""

from hearsay.packs.schema import EventWords
from hearsay.reading.event_lexicon import EITHER, Hole, compile_pattern, find_triggers, load_lexicon, split_row


def test_literal_marks_the_hole_after_it() -> None:
    pattern = compile_pattern("{actor}'s <noun> of {object}", EventWords())
    assert [(hole.role, hole.marker) for hole in pattern.holes] == [("actor", "'s"), ("object", "of")]
    assert pattern.is_noun


def test_literal_marks_the_hole_before_it_where_markers_follow() -> None:
    pattern = compile_pattern("{recipient}র কাছ থেকে {object} <verb>", EventWords(markers_follow=True))
    assert pattern.holes == (Hole("recipient", "কাছ থেকে", EITHER), Hole("object", "", EITHER))


def test_particle_belongs_to_each_form() -> None:
    assert split_row("step steps + down") == ["step down", "steps down"]


def test_only_whole_words_are_triggers() -> None:
    assert [word.start for word in find_triggers("He said aid.", "en")] == [8]
    assert not find_triggers("হামলাকারীদের", "bn")[0].entry.senses
    assert find_triggers("হামলার", "bn")[0].ending == "র"


def test_a_postposition_ends_no_clause() -> None:
    lexicon = load_lexicon("hi")  # को and पर stand among the words that end phrases too
    assert "stop" not in lexicon.classes["को"]
    assert "stop" in lexicon.classes["कि"]
