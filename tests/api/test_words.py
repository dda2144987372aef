"""The interface's words: every language has all of them, and writes numbers and dates in its own way."""

import pytest

from hearsay.api.words import choose_language, load_languages


@pytest.mark.parametrize("code", load_languages())
def test_every_language_has_every_word(code: str) -> None:
    one, english = load_languages()[code], load_languages()["en"]
    for name in ("words", "counts", "kinds", "acts", "certainties"):
        assert set(getattr(one, name)) == set(getattr(english, name))
    assert len(one.digits) == 10 and len(one.months) == 12


@pytest.mark.parametrize(
    ("value", "english", "bengali"),
    [
        ("2024-03-02", "2 Mar 2024", "২ মার্চ ২০২৪"),
        ("2024-03", "Mar 2024", "মার্চ ২০২৪"),
        ("2024", "2024", "২০২৪"),
        ("XXXX-09-04", "XXXX-09-04", "XXXX-09-04"),
        ("2024-W23", "2024-W23", "2024-W23"),
        ("2024-13-01", "2024-13-01", "2024-13-01"),
        (None, "no date", "তারিখ নেই"),
    ],
)
def test_dates_are_written_as_precise_as_they_are(value: str | None, english: str, bengali: str) -> None:
    languages = load_languages()
    assert (languages["en"].date(value), languages["bn"].date(value)) == (english, bengali)


def test_counts_are_said_in_the_language() -> None:
    languages = load_languages()
    assert [languages["en"].count("reports", n) for n in (1, 2)] == ["1 report", "2 reports"]
    assert languages["bn"].count("reports", 12) == "১২টি প্রতিবেদন"


def test_a_language_is_chosen_by_question_cookie_and_browser() -> None:
    assert choose_language(None, None, "fr, *;q=0.1") == "en"
    assert choose_language("xx", "bn", "en") == "bn"
