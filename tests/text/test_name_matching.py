"""Name matching: one name across scripts, and never two given names of one family."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.records import MentionKind
from hearsay.text.name_matching import SAME_NAME, compare_names, name_keys, skeleton

names = st.one_of(
    st.text(max_size=20),
    st.lists(st.sampled_from(["Kim", "Jong", "Ольга", "ржев", "সেলিম", "خالد", "김민수", "张伟"]), max_size=4).map(
        " ".join
    ),
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Shoigu", "সের্গেই শোইগু"),
        ("Sergueï Choïgou", "سيرغي شويغو"),
        ("Olga Petrenko", "Ольга Петренко"),
        ("Kim Min-su", "김민수"),
        ("Marta Lindqvist", "মার্তা লিন্ডকভিস্ট"),
        ("Khalid Mansour", "خالد منصور"),
        ("Fumio Kishida", "キシダ フミオ"),  # family name first
        ("Anders Erik Holmgren", "Андерс Холмгрен"),  # without the name in the middle
        ("Anton Belov", "安东·别洛夫"),
    ],
)
def test_one_name_is_the_same_in_two_scripts(a: str, b: str) -> None:
    assert compare_names(a, b) >= SAME_NAME
    assert set(name_keys(a)) & set(name_keys(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim Jong Un", "Kim Jong Il"),
        ("Ким Чен Ын", "Kim Yo-jong"),
        ("Hunter Biden", "জো বাইডেন"),
        ("Moscow", "Дамаск"),
        ("Li", "리"),  # too little to go by
        ("", "Ann"),
        ("Walid Muallem", "Vladimir Makei"),
        ("Amit Shah", "Theresa May"),
    ],
)
def test_neighbours_are_not(a: str, b: str) -> None:
    assert compare_names(a, b) < SAME_NAME


def test_kinds_that_exclude_each_other_veto() -> None:
    person, place, other = MentionKind.PERSON, MentionKind.PLACE, MentionKind.OTHER
    assert compare_names("Washington", "Вашингтон", kinds=(person, place)) == 0
    assert compare_names("Washington", "Вашингтон", kinds=(place, other)) >= SAME_NAME
    assert compare_names("Washington", "Washington", kinds=(place, MentionKind.GOVERNMENT)) == 1


@given(names, names)
def test_comparing_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert 0 <= compare_names(a, b) <= 1
    assert compare_names(a, b) == pytest.approx(compare_names(b, a))


@given(names)
def test_a_name_is_itself_and_has_keys_if_it_has_a_skeleton(name: str) -> None:
    assert compare_names(name, name) == 1
    assert bool(name_keys(name)) == (len(skeleton(name)) > 1)
