"""What a text says in any language: numbers, times, names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.linking.signatures import count_parts, find_numbers, likeness, signature, weigh
from tests.linking.linking_factories import WILD_READINGS, read_text


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4,200 tonnes", (4200.0,)),
        ("4.200 toneladas", (4200.0,)),
        ("4 200 тонн", (4200.0,)),
        ("৪,২০০ টন", (4200.0,)),
        ("3.5 percent and 12", (3.5, 12.0)),
        ("1.234,56 euros", (1234.56,)),
        ("B12 and 12b", ()),
        ("", ()),
    ],
)
def test_numbers_are_found_in_any_digits(text: str, numbers: tuple[float, ...]) -> None:
    assert find_numbers(text) == numbers


@given(st.text("0123456789.,' ٣৪²½xX-\u00a0\n", max_size=40))
def test_numbers_never_raise(text: str) -> None:
    assert all(number >= 0 for number in find_numbers(text))


def test_four_languages_share_one_signature() -> None:
    found = [
        signature(read_text("Norway will send 4,200 tonnes to Iceland in May 2026, officials said.")),
        signature(read_text("নরওয়ে ২০২৬ সালের মে মাসে আইসল্যান্ডে ৪২০০ টন পাঠাবে, কর্মকর্তারা জানান।", "bn")),
        signature(read_text("Норвегия отправит в Исландию 4200 тонн в мае 2026 года, сообщили чиновники.", "ru")),
        signature(read_text("Noruega enviará 4.200 toneladas a Islandia en mayo de 2026, dijeron funcionarios.", "es")),
    ]
    shared = frozenset.intersection(*found)
    assert {"n:4200", "t:2026-05", "e:Q20", "e:Q189"} <= shared


def test_numbers_of_times_and_tiny_ones_tell_nothing() -> None:
    parts = signature(read_text("On 5 March 2026 two of 2 ferries sank."))
    assert not any(part.startswith("n:") for part in parts)


def test_only_what_stands_inside_the_spans_counts() -> None:
    reading = read_text("Iceland has 300 mills. Norway has 900.")
    assert "n:900" not in signature(reading, [(0, 22)]) and "n:300" in signature(reading, [(0, 22)])


def test_likeness_is_one_for_equals_and_none_for_strangers() -> None:
    weights = weigh(count_parts([frozenset("ab"), frozenset("bc")]), 2)
    assert likeness(frozenset("ab"), frozenset("ab"), weights) == pytest.approx(1)
    assert likeness(frozenset("a"), frozenset("c"), weights) == 0 == likeness(frozenset(), frozenset("a"), weights)
    assert weights["a"] > weights["b"]


@given(WILD_READINGS)
def test_nothing_raises_on_any_reading(reading) -> None:  # type: ignore[no-untyped-def]
    assert all(part[:2] in {"n:", "t:", "e:", "k:"} for part in signature(reading))
