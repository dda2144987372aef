"""Marked text covers the text exactly once, whatever overlaps."""

from hypothesis import given

from hearsay.records import Link, Reading, SourceKind, Zone, ZoneKind
from hearsay.views.marking import Role, find_openings, mark_reading, reads_right_to_left, split_zones
from tests.views.view_factories import make_reading, make_span, make_statement, readings


@given(readings)
def test_blocks_and_pieces_join_to_the_whole_text(reading: Reading) -> None:
    blocks = mark_reading(reading)
    pieces = [piece for block in blocks for piece in block.pieces]
    assert "".join(reading.text[slice(*block.span)] for block in blocks) == reading.text
    assert "".join(reading.text[slice(*piece.span)] for piece in pieces) == reading.text


@given(readings)
def test_every_statement_opens_exactly_once(reading: Reading) -> None:
    opens = [number for block in mark_reading(reading) for piece in block.pieces for number in piece.opens]
    assert sorted(opens) == list(range(1, len(reading.statements) + 1))


@given(readings)
def test_a_piece_lies_inside_each_of_its_marks(reading: Reading) -> None:
    for block in mark_reading(reading):
        for piece in block.pieces:
            assert all(mark.span[0] <= piece.span[0] < piece.span[1] <= mark.span[1] for mark in piece.marks)


def test_paragraphs_keep_their_zone() -> None:
    kinds = [block.kind for block in mark_reading(make_reading())]
    assert kinds == [ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.RESIDUE]


def test_text_outside_of_zones_is_body() -> None:
    assert [zone.kind for zone in split_zones(make_reading(zones=()))] == [ZoneKind.BODY] * 3


def test_a_dateline_stands_in_the_paragraph_that_it_opens() -> None:
    text = "KORVATH - The gates will close.\nEnd."
    zones = (Zone(ZoneKind.DATELINE, (0, 9)), Zone(ZoneKind.BODY, (10, 31)), Zone(ZoneKind.CREDIT, (32, 36)))
    first, second = mark_reading(make_reading(text=text, zones=zones, statements=(), times=()))
    assert [(piece.zone, piece.span) for piece in first.pieces] == [
        (ZoneKind.DATELINE, (0, 10)),
        (ZoneKind.BODY, (10, 32)),
    ]
    assert (first.kind, second.kind) == (ZoneKind.BODY, ZoneKind.CREDIT)


def test_a_piece_bears_all_marks_that_meet_there() -> None:
    nested = make_statement(content=(make_span("gates will"),), chain=(Link(SourceKind.NONE),), cue=())
    reading = make_reading(statements=(make_statement(), nested))
    pieces = [piece for block in mark_reading(reading) for piece in block.pieces]
    inner = next(piece for piece in pieces if piece.span == make_span("gates will"))
    assert [(mark.role, mark.number) for mark in inner.marks] == [(Role.CONTENT, 1), (Role.CONTENT, 2)]
    assert inner.opens == (2,)


def test_a_statement_without_words_opens_at_its_cue_and_else_at_the_start() -> None:
    by_cue, nowhere = make_statement(content=()), make_statement(content=(), cue=((900, 950),))
    assert find_openings(make_reading(statements=(by_cue, nowhere))) == {make_span("told")[0]: (1,), 0: (2,)}


def test_direction_is_that_of_the_first_strong_character() -> None:
    assert reads_right_to_left("12 — שלום") and not reads_right_to_left("") and not reads_right_to_left("৫ মার্চ")
