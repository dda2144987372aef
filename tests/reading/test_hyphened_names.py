"""Names whose case ending a hyphen sets off, and outlets told by a word of their name, where capitals tell nothing."""

import pytest
from hypothesis import given

from hearsay.reading.bare_words import split_words
from hearsay.reading.hyphened_names import find_hyphened_names
from hearsay.text.folding import Folded
from tests.text.text_strategies import hard_texts


def names(text: str) -> list[tuple[str, str]]:
    view = Folded(text).text
    found = find_hyphened_names(split_words(view, "bn", ()))
    return [(view[name.start : name.end], name.kind.value if name.kind else "") for name in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("লার্স হোল্ট-এর বরাত দিয়ে জানানো হয়।", [("লার্স হোল্ট-এর", "person")]),
        ("জন হোল্ট-কে বলা হয়।", [("জন হোল্ট-কে", "person")]),  # "জন" is a given name and a word for counting
        ("দুই কূটনীতিক হোল্ট-কে জানান।", [("হোল্ট-কে", "")]),
        ("তীর বার্তা-কে জানান তিনি।", [("তীর বার্তা-কে", "outlet")]),
        ("লার্স হোল্ট আজকের তীর-কে জানান।", [("আজকের তীর-কে", "outlet")]),
        ("দৈনিক তীর জানিয়েছে, সেতুটি নিরাপদ।", [("দৈনিক তীর", "outlet")]),
        ("তীর বার্তা জানিয়েছে, সেতুটি নিরাপদ।", [("তীর বার্তা", "outlet")]),
        ("কর্মকর্তা-কে বলা হয়।", []),  # a common noun stays one
        ("কূটনীতিকেরা-এর বরাত দিয়ে বলা হয়।", []),
        ("পুলিশের খবর জানিয়েছে তারা।", []),
        ("এ খবর জানিয়েছে পুলিশ।", []),
        ("দৈনিক সংক্রমণ কমেছে।", []),
    ],
)
def test_a_hyphen_or_a_word_of_outlets_tells_a_name(text: str, found: list[tuple[str, str]]) -> None:
    assert names(text) == found


@given(hard_texts)
def test_no_text_is_too_odd(text: str) -> None:
    assert all(name in Folded(text).text for name, _ in names(text))
