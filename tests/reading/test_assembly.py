"""Reading a whole report: never raises, always the same, every span inside, and what is encoded decodes."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hearsay
from hearsay.errors import PackError
from hearsay.reading import read
from hearsay.records import Credits, Reading, Report, Span, Zone, ZoneKind
from tests.packs.pack_factories import write_pack
from tests.reading.reading_factories import make_reading
from tests.text.text_strategies import hard_texts

languages = st.sampled_from(["en", "bn"])
days = st.one_of(st.none(), st.sampled_from(["2023-09-05", "2023-09", "2023"]))
REPORT = """Bridge stays closed, mayor says

Westport, Sept. 4 — The old bridge will stay closed until spring, Mayor Mira Holt told the council on Monday.

“We waited three years,” she said. “We can wait for another winter.”

The union denied that its members had caused the delay. Photo: Jan Olders
"""


def spans_of(reading: Reading) -> Iterator[Span]:
    """Yield every span that a reading holds."""
    yield from (item.span for items in (reading.zones, reading.mentions, reading.times) for item in items)
    for statement in reading.statements:
        yield from (*statement.content, *statement.cue)
        yield from (link.span for link in statement.chain if link.span)


@given(hard_texts, languages, days)
@settings(max_examples=200)
def test_reading_never_raises_and_every_span_lies_inside(text: str, language: str, day: str | None) -> None:
    reading = make_reading(text, language, published=day)
    assert reading.text == text
    assert all(0 <= start < end <= len(text) for start, end in spans_of(reading))


@given(hard_texts, languages)
def test_reading_is_deterministic(text: str, language: str) -> None:
    assert make_reading(text, language) == make_reading(text, language)


@given(hard_texts, languages)
def test_what_is_encoded_is_decoded(text: str, language: str) -> None:
    reading = make_reading(text, language)
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


@given(hard_texts)
def test_the_library_reads_any_text(text: str) -> None:
    assert hearsay.read(f"The mayor spoke. {text}\n", lang="en").lang == "en"


def test_a_report_is_read_whole() -> None:
    reading = make_reading(REPORT)
    kinds = {zone.kind for zone in reading.zones}
    assert {ZoneKind.HEADLINE, ZoneKind.BODY} <= kinds
    names = {statement.chain[-1].name for statement in reading.statements if statement.cue}
    assert "Mira Holt" in names
    assert any(statement.act == "deny" for statement in reading.statements)


def test_invisible_characters_change_what_is_read_in_nothing_but_offsets() -> None:
    plain = make_reading("মেয়র বলেন, সেতুটি নিরাপদ আছে।", "bn")
    marked = make_reading("মে\u200dয়র\u200b বলেন, সেতুটি\u00ad নিরাপদ আছে।", "bn")
    assert [s.act for s in plain.statements] == [s.act for s in marked.statements]
    assert [[link.name for link in s.chain] for s in plain.statements] == [
        [k.name for k in s.chain] for s in marked.statements
    ]


def test_zones_that_a_page_gave_are_kept() -> None:
    text = "Title\nThe mayor said the bridge was safe."
    zones = (Zone(ZoneKind.HEADLINE, (0, 5)), Zone(ZoneKind.BODY, (6, len(text))))
    reading = read(Report("made", text, zones=zones), language="en")
    assert reading.zones == zones


def test_what_the_page_says_of_its_credits_comes_first() -> None:
    report = Report("made", "The bridge is closed.\n\nReporting by Jan Olders", credits=Credits(byline="Mira Holt"))
    assert read(report, language="en").credits.byline == "Mira Holt"


def test_a_language_without_a_pack_is_an_error_that_says_so() -> None:
    with pytest.raises(PackError, match="no pack for language 'zz'"):
        make_reading("text", "zz")


def test_a_draft_is_read_with_like_a_bundled_pack(tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    path = write_pack(tmp_path, ('code = "xx"', 'code = "en"'))
    reading = make_reading("Mayor Mira Holt said on Monday that the bridge was safe.", path)
    (statement,) = [statement for statement in reading.statements if statement.cue]
    assert (reading.lang, statement.trace, statement.chain[0].name) == ("en", ("xx.who-say-that",), "Mira Holt")
