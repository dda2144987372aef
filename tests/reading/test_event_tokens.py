"""The words around a content."""

from hearsay.reading.event_tokens import find_bounds


def test_stretch_runs_from_the_start_of_the_sentence_to_the_end_of_the_content() -> None:
    text = "One. Norland denied it fully. Two."
    assert find_bounds(text, [(20, 22)], markers_follow=False) == (5, 22)
    assert find_bounds(text, [(20, 22)], markers_follow=True) == (5, 28)
