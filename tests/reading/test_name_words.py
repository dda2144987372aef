"""The compiled words of names: stems with a guard, titles before a name, titles that tell a gender."""

from hearsay.reading.name_words import fold_words, is_other_gender, load_lexicon, title_before
from hearsay.text.folding import fold_word


def test_a_stem_is_taken_only_where_it_is_known() -> None:
    lexicon = load_lexicon("bn")
    minister, cut = fold_word("মন্ত্রীর"), fold_word("মন্ত্র")
    assert lexicon.known_stem(minister, {fold_word("মন্ত্রী")}) == fold_word("মন্ত্রী")
    assert lexicon.known_stem(minister, {cut}) is None
    assert cut not in lexicon.stems(minister)


def test_a_word_that_is_known_whole_keeps_its_ending() -> None:
    assert load_lexicon("bn").known_stem("আমির", {"আমির", "আমি"}) == "আমির"


def test_english_has_no_case_endings() -> None:
    assert load_lexicon("en").stems("rahman") == ()


def test_titles_stand_right_before_a_name() -> None:
    assert title_before("en").search("the prime minister ")
    assert not title_before("en").search("the prime minister left ")


def test_a_title_of_the_other_gender_is_told() -> None:
    lexicon = load_lexicon("en")
    assert is_other_gender("said Mrs. ", "Peter Quist", lexicon)
    assert not is_other_gender("said Mrs. ", "Anna Quist", lexicon)
    assert not is_other_gender("said ", "Peter Quist", lexicon)


def test_the_packs_hold_enough_nouns_of_sources() -> None:
    counts = {language: load_lexicon(language) for language in ("en", "bn")}
    assert len(counts["en"].people) >= 150
    assert len(counts["bn"].people) >= 100


def test_words_are_folded() -> None:
    assert fold_words("Mr MRS", "ডঃ") == frozenset({"mr", "mrs", "ডঃ"})
