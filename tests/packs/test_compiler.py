"""The compiler: patterns become elements around an anchor, words become tables."""

import pytest

from hearsay.errors import PackError
from hearsay.packs.compiler import (
    ElementKind,
    Flag,
    compile_pattern,
    expand_row,
    load_pack,
    parse_pattern,
    source_nouns,
)
from hearsay.packs.loading import list_languages
from hearsay.records import Act, Certainty
from tests.packs.pack_factories import make_class, make_pack, make_pattern, make_source

HOLE, CLASS, LITERAL, MARK = ElementKind.HOLE, ElementKind.CLASS, ElementKind.LITERAL, ElementKind.MARK


@pytest.mark.parametrize(
    ("pattern", "elements"),
    [
        ("{who} <say> that {what}", [(HOLE, "who"), (CLASS, "say"), (LITERAL, "that"), (HOLE, "what")]),
        ('"{what}", {who} <say>', [(HOLE, "what"), (MARK, ","), (HOLE, "who"), (CLASS, "say")]),
        ("^ {what} : {who} $", ["start", (HOLE, "what"), (MARK, ":"), (HOLE, "who"), "end"]),
        ("{who} <say> ... : $", [(HOLE, "who"), (CLASS, "say"), "gap", (MARK, ":"), "end"]),
    ],
)
def test_a_pattern_is_read_into_elements(pattern: str, elements: list[object]) -> None:
    parsed = [(e.type, e.names[0]) if e.names else e.type.value for e in parse_pattern(pattern, "xx.made")]
    assert parsed == elements


def test_what_narrows_an_element_is_kept() -> None:
    quote, say, optional, case = parse_pattern('"{what}" <say|add:ing|past> [that|whether] {who:genitive}', "xx.made")
    assert quote.detail == "quote"
    assert (say.names, say.detail) == (("say", "add"), "ing|past")
    assert (optional.names, optional.optional) == (("that", "whether"), True)
    assert case.detail == "genitive"


def test_a_pattern_hangs_on_its_last_class_else_a_word_else_a_mark() -> None:
    anchors = [
        compile_pattern(make_pattern(pattern), "pack xx").anchor.names[0]
        for pattern in ("{via} <cite> {who} as <say> {what}", "according to {who}, {what}", "^ {what} : {who} $")
    ]
    assert anchors == ["say", "according", ":"]


def test_elements_to_the_left_stand_outwards() -> None:
    compiled = compile_pattern(make_pattern("^ {what}, {who} <say> {whom}"), "pack xx")
    assert [element.type for element in compiled.left] == [HOLE, MARK, HOLE, ElementKind.START]
    assert compiled.holes == {"what", "who", "whom"}


@pytest.mark.parametrize("pattern", ["{who} {what}", "...", "{who"])
def test_a_pattern_that_cannot_be_read_is_told_with_its_id(pattern: str) -> None:
    with pytest.raises(PackError, match=r"pack xx: xx\.made"):
        compile_pattern(make_pattern(pattern), "pack xx")


def test_a_row_of_forms_becomes_cues_with_slots() -> None:
    pack = make_pack(classes=[make_class("say says said", "- - stated", "point_out points_out pointed_out")])
    tokens, cue = pack.cues["pointed"][0]
    assert (tokens, cue.lemma, cue.slots) == (("pointed", "out"), "point_out", {"past"})
    assert pack.cues["stated"][0][1].slots == {"past"}
    assert "-" not in pack.cues


def test_one_form_in_two_slots_fills_both() -> None:
    pack = make_pack(classes=[make_class("cut cuts cut")])
    assert pack.cues["cut"][0][1].slots == {"base", "past"}


def test_longer_cues_come_first() -> None:
    pack = make_pack(classes=[make_class("point points pointed", "point_out points_out pointed_out")])
    assert [len(tokens) for tokens, _ in pack.cues["pointed"]] == [2, 1]


def test_nouns_fill_the_slot_of_nouns_alone() -> None:
    pack = make_pack(classes=[make_class("claim claims", noun=True)])
    assert pack.cues["claims"][0][1].slots == {"noun"}


def test_a_paradigm_is_written_out() -> None:
    source = load_pack("bn").source
    forms = expand_row("দাবি_কর~kor", source)
    assert "দাবি_করেছেন" in forms
    assert len(forms) == len(source.language.paradigms["kor"].split())


def test_an_unknown_paradigm_is_told() -> None:
    with pytest.raises(PackError, match=r"'say~ing' names no paradigm"):
        expand_row("say~ing", make_source())


def test_a_word_can_be_several_things() -> None:
    flags = load_pack("en").flags
    assert flags["that"] & Flag.COMPLEMENTIZER
    assert flags["her"] & Flag.POSSESSIVE
    assert flags["spokesman"] & Flag.SOURCE


def test_every_flag_is_a_bit_of_its_own() -> None:
    flags = [value for name, value in vars(Flag).items() if name.isupper()]
    assert len(flags) == len(set(flags))
    assert all(value.bit_count() == 1 for value in flags)


def test_act_and_certainty_go_with_the_cue() -> None:
    cue = next(cue for _, cue in load_pack("en").cues["denied"] if cue.word_class == "deny")
    assert (cue.act, cue.certainty) == (Act.DENY, Certainty.DENIED)


@pytest.mark.parametrize("language", list_languages())
def test_words_are_folded(language: str) -> None:
    pack = load_pack(language)
    assert all(word == word.lower() for word in [*pack.cues, *source_nouns(pack.source)])
