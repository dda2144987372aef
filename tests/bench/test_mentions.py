"""The bench of mentions: repeated sentences joined, and mentions taken for one across languages."""

from bench.mentions import is_one, merge_repeated
from hearsay.records import Mention, MentionKind


def make_mention(name: str, entity: str | None = None, kind: MentionKind = MentionKind.PERSON) -> Mention:
    return Mention((0, len(name)), kind, name, entity)


def test_a_sentence_that_stands_twice_is_scored_once_with_all_its_names() -> None:
    lines = [{"text": "a", "entities": [1]}, {"text": "b", "entities": []}, {"text": "a", "entities": [2, 1]}]
    assert merge_repeated(lines) == [{"text": "a", "entities": [1, 2]}, {"text": "b", "entities": []}]


def test_entities_decide_where_both_have_one_and_names_else() -> None:
    assert not is_one(make_mention("Anna Berg", "hs-one"), make_mention("Anna Berg", "hs-other"))
    assert is_one(make_mention("Anna Berg", "hs-one"), make_mention("Ana Berg"))
    assert not is_one(make_mention("Berg"), make_mention("Berg", kind=MentionKind.PLACE))
