"""Times: pairs of sentences and the TIMEX3 values that they hold, and properties that hold for any text and date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.cldr import load_calendar_table
from hearsay.reading.times import find_times
from hearsay.reading.times.checks import check_times
from hearsay.reading.times.lexicon import load_lexicon
from hearsay.records import TimeType
from hearsay.text.folding import Folded

LANGUAGES = ("bn", "en")
PUBLISHED = "2023-09-05"  # a Tuesday


def read(text: str, language: str = "en", published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """Return the words and the value of each time."""
    return [(text[slice(*time.span)], time.value) for time in find_times(text, language=language, published=published)]


ENGLISH = {
    "The bridge opened on 4 September.": [("4 September", "2023-09-04")],
    "The bridge opened on Sept. 4, 2019, they said.": [("Sept. 4, 2019", "2019-09-04")],
    "It was signed on 2023-09-05.": [("2023-09-05", "2023-09-05")],
    "Stamped 09/05/2023 and 25/08/2023.": [("09/05/2023", "2023-09-05"), ("25/08/2023", "2023-08-25")],
    "She left in late August.": [("late August", "2023-08")],
    "The vote is due in January next year.": [("January next year", "2024-01")],
    "Prices rose in the 1990s and the '80s.": [("the 1990s", "199"), ("'80s", "198")],
    "A canal of the 19th century": [("the 19th century", "18")],
    "Shops closed in 2019.": [("2019", "2019")],
    "It fell at the end of 2019.": [("the end of 2019", "2019")],
    "They met on Tuesday.": [("Tuesday", "2023-09-05")],
    "They met last Tuesday.": [("last Tuesday", "2023-08-29")],
    "They meet next Monday.": [("next Monday", "2023-09-11")],
    "The court will decide on Friday.": [("Friday", "2023-09-08")],
    "The court decided on Friday.": [("Friday", "2023-09-01")],
    "He called yesterday, and last month.": [("yesterday", "2023-09-04"), ("last month", "2023-08")],
    "It rained earlier this week.": [("earlier this week", "2023-W36")],
    "He moved two weeks ago.": [("two weeks ago", "2023-W34")],
    "He moved two years ago.": [("two years ago", "2021")],
    "The strike went on for three days.": [("three days", "P3D")],
    "a three-year plan, a 50-year lease": [("three-year", "P3Y"), ("50-year", "P50Y")],
    "It took two and a half years.": [("two and a half years", "P2.5Y")],
    "between 60 and 90 days": [("60", "P60D"), ("90 days", "P90D")],
    "It is held every year; every Monday; daily.": [
        ("every year", "P1Y"),
        ("every Monday", "XXXX-WXX-1"),
        ("daily", "P1D"),
    ],
    "They build 15 a year.": [("a year", "P1Y")],
    "at 9 p.m. on Monday": [("9 p.m. on Monday", "2023-09-04T21:00")],
    "Shots were heard on Monday night.": [("Monday night", "2023-09-04TNI")],
    "The plant opened in spring 2023.": [("spring 2023", "2023-SP")],
    "Profits fell in the third quarter of 2022.": [("the third quarter of 2022", "2022-Q3")],
    "the last week of March": [("the last week of March", "2023-W13")],
    "from 4 to 6 September 2023": [("4", "2023-09-04"), ("6 September 2023", "2023-09-06")],
    "He recently spoke of the future; now he waits.": [
        ("recently", "PAST_REF"),
        ("the future", "FUTURE_REF"),
        ("now", "PRESENT_REF"),
    ],
    "She married on 3 May 2001. The following day she left.": [
        ("3 May 2001", "2001-05-03"),
        ("The following day", "2001-05-04"),
    ],
    "in fiscal year 2023": [("fiscal year 2023", "FY2023")],
}
BENGALI = {
    "৪ সেপ্টেম্বর সেতু খোলা হয়।": [("৪ সেপ্টেম্বর", "2023-09-04")],
    "২০১৯ সালের এপ্রিলে সেতু খোলা হয়।": [("২০১৯ সালের এপ্রিলে", "2019-04")],
    "জুলাইয়ের বৈঠকে": [("জুলাইয়ের", "2023-07")],
    "গত মাসে বৃষ্টি হয়েছে।": [("গত মাসে", "2023-08")],
    "গতকাল ও আগামী সপ্তাহে": [("গতকাল", "2023-09-04"), ("আগামী সপ্তাহে", "2023-W37")],
    "গত বছরের ডিসেম্বরে": [("গত বছরের ডিসেম্বরে", "2022-12")],
    "সোমবারের বৈঠকে": [("সোমবারের", "2023-09-04")],
    "শুক্রবার ভোট হবে।": [("শুক্রবার", "2023-09-08")],
    "শুক্রবার ভোট হয়েছে।": [("শুক্রবার", "2023-09-01")],
    "তিন দিন আগে": [("তিন দিন আগে", "2023-09-02")],
    "দুই দশক ধরে": [("দুই দশক", "P20Y")],
    "দেড় বছর ধরে": [("দেড় বছর", "P1.5Y")],
    "১৯৯০-এর দশকে": [("১৯৯০-এর দশকে", "199")],
    "রাত ৮টায়": [("রাত ৮টায়", "2023-09-05T20:00")],
    "রাত সাড়ে ৮টায়": [("রাত সাড়ে ৮টায়", "2023-09-05T20:30")],
    "সকাল পৌনে ১০টায়": [("সকাল পৌনে ১০টায়", "2023-09-05T09:45")],
    "রোববার দিবাগত রাত ২টায়": [("রোববার দিবাগত রাত ২টায়", "2023-09-04T02:00")],
    "শনিবার বিকেলে": [("শনিবার বিকেলে", "2023-09-02TAF")],
    "বিকেল ৩টা থেকে ৫টা": [("বিকেল ৩টা", "2023-09-05T15:00"), ("৫টা", "2023-09-05T17:00")],
    "১৫ থেকে ১৭ জুন": [("১৫", "2023-06-15"), ("১৭ জুন", "2023-06-17")],
    "২১শে ফেব্রুয়ারি": [("২১শে ফেব্রুয়ারি", "2023-02-21")],
    "১ বৈশাখ ১৪৩০ বঙ্গাব্দ": [("১ বৈশাখ ১৪৩০ বঙ্গাব্দ", "2023-04-14")],
    "প্রতি বছর মেলা হয়।": [("প্রতি বছর", "P1Y")],
    "২০২২-২৩ অর্থবছরে": [("২০২২-২৩ অর্থবছরে", "FY2022")],
    "ডিসেম্বরের প্রথম সপ্তাহে": [("ডিসেম্বরের প্রথম সপ্তাহে", "2023-W49")],
    "সম্প্রতি তিনি এসেছেন।": [("সম্প্রতি", "PAST_REF")],
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_times(text: str) -> None:
    assert read(text) == ENGLISH[text]


@pytest.mark.parametrize("text", BENGALI)
def test_bengali_times(text: str) -> None:
    assert read(text, "bn") == BENGALI[text]


@pytest.mark.parametrize(
    "text",
    [
        "He may go, and they march on.",
        "The second party won 15 seats.",
        "The storm left 2023 families homeless.",
        "Prices fall when the sun shines.",
        "It cost $2000 or 2000%.",
        "the 31st of February 2020",
    ],
)
def test_english_words_that_are_no_times(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["মেয়েটি মেলায় গেল।", "২০২৩ জন গৃহহীন", "রবি ও সোমা এসেছে", "১৫টি আসন", "১৯৯ রান"])
def test_bengali_words_that_are_no_times(text: str) -> None:
    assert read(text, "bn") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4 September", "XXXX-09-04"),
        ("yesterday", "XXXX-XX-XX"),
        ("last month", "XXXX-XX"),
        ("last year", "XXXX"),
        ("on Monday", "XXXX-WXX-1"),
        ("tomorrow at 9 pm", "XXXX-XX-XXT21:00"),
        ("three days", "P3D"),
    ],
)
def test_without_a_day_of_publication_values_stay_open(text: str, value: str) -> None:
    assert [found for _, found in read(text, published=None)] == [value]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("zh", "民國112年9月5日", "2023-09-05"),
        ("zh", "中华民国113年", "2024"),
        ("zh", "昭和64年", "1989"),
        ("ja", "令和5年9月5日", "2023-09-05"),
        ("ja", "令和元年5月", "2019-05"),
        ("ja", "昭和60年", "1985"),
        ("th", "พ.ศ. 2566", "2023"),
        ("th", "ปี 2566", "2023"),
        ("th", "วันที่ 5 กันยายน พ.ศ. 2566", "2023-09-05"),
        ("th", "ปี ค.ศ. 2023", "2023"),
        ("ko", "단기 4356년", "2023"),
    ],
)
def test_years_of_other_eras(language: str, text: str, value: str) -> None:
    assert read(text, language) == [(Folded(text).text, value)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("zh", "上周二", "2023-08-29"),
        ("zh", "下週三", "2023-09-13"),
        ("zh", "上个月5日", "2023-08-05"),
        ("ja", "先週火曜日", "2023-08-29"),
        ("ko", "지난달 5일", "2023-08-05"),
        ("ko", "내달 3일", "2023-10-03"),
        ("vi", "thứ Ba tuần trước", "2023-08-29"),
    ],
)
def test_days_of_other_weeks_and_months(language: str, text: str, value: str) -> None:
    assert [found for _, found in read(text, language, published="2023-09-06")] == [value]


def test_types_are_those_of_timex3() -> None:
    text = "On 4 May at 9:30 pm, for two hours, every week"
    types = [time.type for time in find_times(text, language="en", published=PUBLISHED)]
    assert types == [TimeType.TIME, TimeType.DURATION, TimeType.SET]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_times_hold_together(language: str) -> None:
    assert check_times(language) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), use_own_digits=st.booleans())
def test_a_date_that_is_written_is_found_again(language: str, day: date, use_own_digits: bool) -> None:
    table = load_calendar_table(language)
    digits = str.maketrans("0123456789", table.digits) if use_own_digits else {}
    month = table.months[str(day.month)][-1].capitalize()
    fields = {"d": f"{day.day:02}", "m": f"{day.month:02}", "y": str(day.year)}
    numeric = "/".join(fields[letter] for letter in load_lexicon(language).order)
    for text in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat(), numeric):
        written = Folded(text.translate(digits)).text
        assert read(f"... {written} ...", language) == [(written, day.isoformat())]


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_relative_phrase_of_cldr_is_found_with_its_precision(language: str, day: date) -> None:
    lengths = {"D": 10, "W": 8, "M": 7, "Y": 4}
    for shift, phrases in load_calendar_table(language).shifts.items():
        for phrase in phrases:
            times = find_times(phrase, language=language, published=day.isoformat())
            assert all(len(time.value) == lengths[shift[-1]] for time in times if time.type == TimeType.DATE)


FRAGMENTS = """
    May may 4 ৪ 2019 ২০১৯ সালের মে মাসে গত রাত ৮টা 12:61 1/1/1 31 February the last of next , . - ( ) ' ’ Sept. 9pm
    99999999999999999999 ago year বছর আগে hundred thousand million ত্রিশ 0 00 24:00 quarter ½ ² ٣
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("published", [None, "2023-09-05", "0001-01-01", "9999-12-31", "nonsense"])
@given(
    text=st.lists(st.sampled_from([*FRAGMENTS.split(), "\u200c", "\n"]), max_size=12).map(" ".join)
    | st.text(max_size=60)
)
def test_any_text_gives_ordered_disjoint_times(language: str, published: str | None, text: str) -> None:
    times = find_times(text, language=language, published=published)
    edges = [edge for time in times for edge in time.span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in (time.span for time in times))
    assert times == find_times(text, language=language, published=published)


ISLAMIC = {
    "10 صفر 1445 هـ": "2023-08",  # a day later or earlier, as the moon was seen
    "رمضان 1445 هـ": "2024",
    "15 شعبان": "XXXX-XX-XX",
    "10 صفر 1445 هـ الموافق 26 أغسطس 2023": "2023-08-26",
}


@pytest.mark.parametrize("text", ISLAMIC)
def test_an_islamic_date_is_as_precise_as_is_certain(text: str) -> None:
    assert read(text, "ar") == [(text, ISLAMIC[text])]


def test_words_written_in_one_with_a_time_are_no_part_of_it() -> None:
    assert read("ولمدة أسبوعين", "ar") == [("أسبوعين", "P2W")]
    assert read("På fredagskvällen kom snön.", "sv") == [("fredagskvällen", "2023-09-01TEV")]


@pytest.mark.parametrize(("text", "value"), [("बैठक कल हुई।", "2023-09-04"), ("बैठक कल होगी।", "2023-09-06")])
def test_a_word_for_both_days_points_as_its_clause(text: str, value: str) -> None:
    assert [found for _, found in read(text, "hi")] == [value]
