"""The bench of names: pairs that meet by entity or by sound, and the nearest English name."""

import pytest

from bench.names import Form, compare_forms, score_meeting, score_nearest


def make_form(name: int, spelling: str, entity: str | None = None) -> Form:
    return (name, spelling, entity)


def test_entities_decide_before_sound() -> None:
    one, same = make_form(1, "Anna Berg", "hs-anna"), make_form(1, "Анна Берг", "hs-anna")
    other, unknown = make_form(2, "Anna Berg", "hs-other"), make_form(1, "Анна Берг")
    assert compare_forms(one, same) == 1
    assert compare_forms(one, other) == 0
    assert 0.75 < compare_forms(one, unknown) <= 1


def test_all_pairs_of_one_name_met_is_one() -> None:
    forms = [make_form(1, "Anna Berg"), make_form(1, "Анна Берг"), make_form(2, "Luis Moreno")]
    assert score_meeting(forms) == {"best f1": 1, "f1": 1}


@pytest.mark.parametrize(("english", "score"), [("Anna Berg", 1), ("Luis Moreno", 0)])
def test_the_nearest_english_name_counts_if_it_is_its_own(english: str, score: float) -> None:
    forms = {"en": [make_form(1, english), make_form(2, "Anne Berg")], "ru": [make_form(1, "Анна Берг")]}
    assert score_nearest(forms) == {"ru": score}
