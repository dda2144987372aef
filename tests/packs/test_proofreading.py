"""Proofreading: each mistake that a pack can be written with is told, with its place."""

from typing import Any

import pytest
from msgspec.structs import replace

from hearsay.packs.loading import list_languages, load_pack_source, pack_text
from hearsay.packs.proofreading import Problem, find_problems
from hearsay.packs.schema import Example
from tests.packs.pack_factories import make_class, make_pattern, make_source, template_text


def find(text: str = "", **changes: Any) -> list[Problem]:
    """Find the problems of a changed template."""
    return list(find_problems(text, make_source(**changes)))


@pytest.mark.parametrize("language", ["bn", "en"])
def test_bundled_packs_are_well_written(language: str) -> None:
    assert list(find_problems(pack_text(language), load_pack_source(language))) == []


def test_the_template_is_well_written() -> None:
    assert find(template_text()) == []


def test_letters_that_are_not_composed_are_told_with_their_line() -> None:
    assert [problem.where for problem in find("name = 'x'\nname = 'e\u0301'")] == ["line 2"]


def test_doubles_are_told_once_folded() -> None:
    words = replace(make_source().words, determiners="the a The")
    assert find(words=words) == [Problem("[words] determiners", "'the' stands there 2 times, once folded; keep one")]


def test_doubles_are_told_in_lists_of_phrases_and_in_tables() -> None:
    source = make_source()
    sources = replace(source.sources, unnamed=["a person", " a person"])
    times = replace(source.times, months={"1": "january january"})
    assert [problem.where for problem in find(sources=sources, times=times)] == [
        "[sources] unnamed",
        "[sources] unnamed",
        "[times] months 1",
    ]


def test_a_form_in_two_classes_has_to_be_said() -> None:
    say, deny = make_class("say says said"), make_class("deny denies denied", "say - -", name="deny")
    assert [(p.where, p.message) for p in find(classes=[say, deny])] == [
        ("class deny", "'say' is in class say too; take it out of one, or name it in 'shares'")
    ]
    assert find(classes=[say, replace(deny, shares="say")]) == []


def test_a_noun_may_look_like_a_verb() -> None:
    noun = make_class("say", "denial", name="deny", noun=True)
    assert find(classes=[make_class("say says said"), noun]) == []


def test_a_form_in_two_rows_is_a_double() -> None:
    classes = [make_class("say says said", "says - -"), *make_source().classes[1:]]
    assert [problem.where for problem in find(classes=classes)] == ["class say"]


def test_a_class_without_a_pattern_is_told() -> None:
    classes = [*make_source().classes, make_class("warn warns warned", name="warn")]
    assert find(classes=classes) == [Problem("class warn", "no pattern uses it; write one or take it out")]


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("{who} <shout> {what}", "there is no class 'shout'"),
        ("{who} <say:gerund> {what}", "there is no slot 'gerund'"),
        ("{speaker} <say> {what}", "there is no hole '{speaker}'"),
        ("{who:dative} <say> {what}", "'{who}' cannot be narrowed to 'dative'"),
        ("{what:subject} <say>", "'{what}' cannot be narrowed to 'subject'"),
        ("<say> that", "has no hole for a source or a content"),
        ("{who <say>", "cannot read"),
        ("{who} <say> that|, {what}", "an alternative is empty"),
    ],
)
def test_a_mistake_in_a_pattern_is_told_with_its_id(pattern: str, told: str) -> None:
    problems = find(patterns=[*make_source().patterns, make_pattern(pattern)])
    assert [problem.where for problem in problems] == ["xx.made"]
    assert told in problems[0].message


def test_a_pattern_needs_an_example_and_an_id_of_its_language() -> None:
    pattern = replace(make_pattern("{who} <say> {what}"), id="made", examples=[])
    messages = [problem.message for problem in find(patterns=[*make_source().patterns, pattern])]
    assert ["has no example" in messages[0], "must begin with the language's code" in messages[1]] == [True, True]


def test_two_patterns_with_one_id_are_told() -> None:
    pattern = replace(make_source().patterns[0], examples=[Example("“No,” he said.", who="he", what="No")])
    assert [problem.where for problem in find(patterns=[*make_source().patterns, pattern])] == ["pattern ids"]


def test_a_few_silent_sentences_are_too_few() -> None:
    assert [problem.where for problem in find(silent=["The sign says Main Street."])] == ["silent"]


@pytest.mark.parametrize("language", list_languages())
def test_proofreading_never_raises(language: str) -> None:
    assert isinstance(list(find_problems(pack_text(language), load_pack_source(language))), list)
