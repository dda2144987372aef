"""Windows: short reports stay as they are; those of a long one cover its whole text, and every statement is in one."""

from msgspec.structs import replace

from hearsay.views.windows import MOST_STATEMENTS, SIZE, cut_window, find_window
from tests.api.api_factories import make_saying


def test_a_short_report_is_its_own_window() -> None:
    reading = make_saying("r")
    window = cut_window(reading)
    assert window.reading is reading and window.before is None and window.after is None


def test_windows_cover_a_long_report() -> None:
    reading = make_saying("r", "word " * 30_000)
    text, start = "", 0
    while start is not None:
        window = cut_window(reading, start)
        text += window.reading.text
        start = window.after
    assert text == reading.text


def test_a_statement_is_found_in_its_window() -> None:
    reading = make_saying("r", "word " * 30_000)
    place = 3 * SIZE + 7
    late = replace(reading.statements[0], id="late", content=((place, place + 4),))
    reading = replace(reading, statements=(reading.statements[0], late))
    start, number = find_window(reading, "late")
    shown = cut_window(reading, start).reading
    (span,) = shown.statements[number - 1].content
    assert (start, shown.text[slice(*span)]) == (3 * SIZE, reading.text[place : place + 4])
    assert find_window(reading, "another") == (0, 0)


def test_too_many_statements_are_counted() -> None:
    reading = make_saying("r")
    many = tuple(replace(reading.statements[0], id=str(k)) for k in range(MOST_STATEMENTS + 5))
    assert cut_window(replace(reading, statements=many)).left_out == 5


def test_a_start_beyond_the_end_is_the_end() -> None:
    assert cut_window(make_saying("r", "word " * 30_000), 10**9).after is None
