"""Tokens: what each word of a sentence can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.compiler import Flag, load_pack
from hearsay.reading.tokens import Marked, Sentence, tokenize
from hearsay.records import Mention, MentionKind
from hearsay.text.folding import Folded
from tests.reading.reading_factories import make_sentence
from tests.text.text_strategies import hard_texts


def words(sentence: Sentence) -> list[str]:
    """Return the tokens as they stand in the text."""
    return [sentence.text[start:end] for start, end in zip(sentence.starts, sentence.ends, strict=True)]


def flags_of(text: str, word: str, language: str = "en") -> int:
    """Return the flags of a word in a sentence."""
    sentence = make_sentence(text, language)
    return sentence.flags[words(sentence).index(Folded(word).text)]


def cues(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the cues of a sentence with their classes."""
    sentence = make_sentence(text, language)
    return [(sentence.text[slice(*sentence.span(hit.start, hit.end))], hit.cue.word_class) for hit in sentence.hits]


def test_a_quotation_and_a_parenthesis_are_one_token_each() -> None:
    sentence = make_sentence("“We need a bridge,” Holt (43) said.")
    assert words(sentence) == ["“We need a bridge,”", "Holt", "(43)", "said", "."]
    assert sentence.flags[0] & Flag.QUOTATION
    assert sentence.flags[2] & Flag.PARENTHESIS


def test_the_dot_of_an_abbreviation_belongs_to_it() -> None:
    assert words(make_sentence("Mr. Holt left."))[:2] == ["Mr.", "Holt"]


@pytest.mark.parametrize(
    ("word", "flag"),
    [
        ("The", Flag.DETERMINER),
        ("mayor", Flag.SOURCE),
        ("Holt", Flag.NAME),
        ("she", Flag.PRONOUN),
        ("on", Flag.PREPOSITION),
        ("Monday", Flag.TIME),
        ("quietly", Flag.ADVERB),
        (",", Flag.PUNCTUATION),
    ],
)
def test_words_are_flagged(word: str, flag: int) -> None:
    assert flags_of("The mayor, Mira Holt, quietly left on Monday, and she said nothing.", word) & flag


@pytest.mark.parametrize(
    ("word", "flag"),
    [
        ("মেয়র", Flag.SOURCE),
        ("পুলিশের", Flag.SOURCE | Flag.GENITIVE),
        ("কর্মকর্তাকে", Flag.SOURCE | Flag.OBLIQUE),
        ("বিবৃতিতে", Flag.SETTING),
        ("তিনি", Flag.PRONOUN),
        ("যে", Flag.COMPLEMENTIZER),
    ],
)
def test_bengali_endings_are_seen_through(word: str, flag: int) -> None:
    text = "মেয়র বিবৃতিতে পুলিশের এক কর্মকর্তাকে বলেন যে তিনি যাবেন।"
    assert flags_of(text, word, "bn") & flag == flag


def test_cues_are_found_longest_first() -> None:
    assert cues("The mayor pointed out that it was late.") == [("pointed out", "say")]
    assert ("দাবি করেছেন", "claim") in cues("মেয়র দাবি করেছেন যে সেতুটি নিরাপদ।".replace("য়", "য়"), "bn")


def test_behind_an_article_a_word_is_a_noun() -> None:
    assert cues("The report was late.") == [("report", "claim_noun")]


def test_a_name_is_no_cue() -> None:
    name = Mention((0, 11), MentionKind.PERSON, "Mira Wonder")
    pack = load_pack("en")
    assert tokenize("Mira Wonder left.", (0, 17), Marked((), (name,), ()), pack).hits == []
    assert len(tokenize("Mira Wonder left.", (0, 17), Marked((), (), ()), pack).hits) == 1


@given(hard_texts, st.sampled_from(["en", "bn"]))
def test_tokens_are_ordered_disjoint_and_inside(text: str, language: str) -> None:
    sentence = make_sentence(text, language)
    edges = [edge for span in zip(sentence.starts, sentence.ends, strict=True) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(sentence.text) for edge in edges)
    assert len(sentence.lows) == len(sentence.flags) == len(sentence.starts)
    assert all(hit.start < hit.end <= len(sentence.lows) for hit in sentence.hits)


@pytest.mark.parametrize(
    ("language", "text", "tokens"),
    [
        ("zh", "市长说，新桥是安全的。", ["市长", "说", "，", "新", "桥", "是", "安", "全", "的", "。"]),
        ("zh", "他卖小说。", ["他", "卖", "小说", "。"]),
        ("ja", "市長は橋が安全だと述べた。", ["市長は", "橋が", "安", "全", "だ", "と", "述べた", "。"]),
        ("th", "โฆษกกล่าวว่าสะพานปลอดภัย", ["โฆษก", "กล่าว", "ว่า", "สะพานปลอดภัย"]),
        ("th", "เขามีเงินมากกว่าเพื่อน", ["เขา", "มี", "เงิน", "มากกว่า", "เพื่อน"]),
    ],
)
def test_runs_without_spaces_are_cut_into_known_words(language: str, text: str, tokens: list[str]) -> None:
    assert words(make_sentence(text, language)) == tokens


def test_names_and_times_in_a_run_are_one_token_each() -> None:
    sentence = make_sentence("俄罗斯外交部2023年9月5日宣布，大桥关闭。", "zh")
    assert words(sentence)[:4] == ["俄罗斯", "外交部", "2023年9月5日", "宣布"]
    assert sentence.flags[0] & Flag.NAME
    assert sentence.flags[2] & Flag.TIME


def test_a_noun_without_a_particle_belongs_to_what_follows_it() -> None:
    assert flags_of("裁判所職員は黙った。", "裁判所", "ja") & Flag.GENITIVE
    assert flags_of("政府は黙った。", "政府は", "ja") & Flag.MARKED
    assert flags_of("정부 고위 관계자는 침묵했다.", "정부", "ko") & Flag.GENITIVE


def test_a_space_in_thai_is_a_token_only_between_words_of_its_own_script() -> None:
    assert "␣" in make_sentence("สะพานพัง วิศวกรกล่าว", "th").lows
    assert "␣" not in make_sentence("ปี 2021 สร้าง BTS แล้ว", "th").lows


@given(hard_texts, st.sampled_from(["zh", "ja", "th", "ko"]))
def test_tokens_without_spaces_are_ordered_and_inside_any_text(text: str, language: str) -> None:
    sentence = make_sentence(text, language)
    ends = [0, *sentence.ends]
    assert all(before <= start < end for before, start, end in zip(ends, sentence.starts, sentence.ends, strict=False))
