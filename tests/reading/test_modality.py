"""Certainty and negation of a content, by the words of its main clause."""

import pytest

from hearsay.reading.modality import find_certainty, is_negated
from hearsay.records import Certainty
from hearsay.text.folding import Folded


@pytest.mark.parametrize(
    ("text", "language", "certainty"),
    [
        ("Norland will visit Sudria", "en", Certainty.PLANNED),
        ("Norland may visit Sudria next month", "en", Certainty.POSSIBLE),
        ("Norland visited Sudria", "en", Certainty.ASSERTED),
        ("Norland visited Sudria, which may join", "en", Certainty.ASSERTED),
        ("নরল্যান্ড সুদরিয়া সফর করবে", "bn", Certainty.PLANNED),
        ("নরল্যান্ড তেল সরবরাহ করতে পারে", "bn", Certainty.POSSIBLE),
        ("নরল্যান্ড তেল সরবরাহ করেছে", "bn", Certainty.ASSERTED),
        ("诺兰德将访问苏德里亚", "zh", Certainty.PLANNED),
        ("诺兰德可能访问苏德里亚", "zh", Certainty.POSSIBLE),
        ("诺兰德的将军访问了苏德里亚", "zh", Certainty.ASSERTED),
        ("ノルランドは砲弾を供給する", "ja", Certainty.PLANNED),
        ("ノルランドは砲弾を供給する可能性がある", "ja", Certainty.POSSIBLE),
        ("ノルランドは砲弾を供給した", "ja", Certainty.ASSERTED),
        ("노를랜드가 포탄을 공급할 것이라고", "ko", Certainty.PLANNED),
        ("노를랜드가 포탄을 공급할 수 있다고", "ko", Certainty.POSSIBLE),
        ("노를랜드가 포탄을 공급했다고", "ko", Certainty.ASSERTED),
        ("นอร์แลนด์จะเยือนซูเดรีย", "th", Certainty.PLANNED),
        ("นอร์แลนด์เยือนซูเดรีย", "th", Certainty.ASSERTED),
    ],
)
def test_certainty_is_that_of_the_main_clause(text: str, language: str, certainty: Certainty) -> None:
    view = Folded(text).text
    assert find_certainty(view, [(0, len(view))], language=language) == certainty


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Norland did not attack Sudria", "en", True),
        ("Norland didn't attack Sudria", "en", True),
        ("Norland attacked Sudria, which did not answer", "en", False),
        ("হামলা হয়নি", "bn", True),
        ("হামলা হয়েছে", "bn", False),
        ("诺兰德没有袭击苏德里亚", "zh", True),
        ("诺兰德袭击了苏德里亚", "zh", False),
        ("นอร์แลนด์ไม่ได้โจมตีซูเดรีย", "th", True),
    ],
)
def test_negation_is_that_of_the_main_clause(text: str, language: str, expected: bool) -> None:
    view = Folded(text).text
    assert is_negated(view, [(0, len(view))], language=language) is expected
