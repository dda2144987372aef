"""Words of scripts without spaces, and the particles that join their noun."""

from hearsay.packs.compiler import load_pack
from hearsay.reading.runs import cut_words, is_modifier, whole_spans, without_particle
from hearsay.reading.tokens import Marked
from tests.reading.reading_factories import make_sentence


def test_a_particle_joins_the_noun_before_it() -> None:
    assert make_sentence("市長は政府の高官に会った。", "ja").lows[:3] == ["市長は", "政府の", "高官に"]


def test_a_particle_joins_its_noun_over_a_parenthesis() -> None:
    assert make_sentence("市長（50）は黙った。", "ja").lows[0] == "市長は"


def test_a_phrase_is_cut_into_words_without_its_last_particle() -> None:
    pack = load_pack("ja")
    text = "政府の高官は"
    end = without_particle(text, (0, len(text)), pack)
    assert [text[a:b] for a, b in cut_words(text, (0, end), pack)] == ["政府の", "高官"]


def test_a_run_with_spaces_is_one_word() -> None:
    assert cut_words("bridge", (0, 6), load_pack("en")) == [(0, 6)]


def test_names_in_parentheses_are_left_to_them() -> None:
    text = "周刊（SPIEGEL）9月5日"
    assert whole_spans(text, Marked((), (), [(3, 10), (11, 15)]), (0, len(text))) == [(11, 15)]


def test_a_reporting_word_beside_a_relative_particle_is_a_noun() -> None:
    sentence = make_sentence("他的希望很大。", "zh")
    assert is_modifier(sentence, sentence.lows.index("希望"))
    assert not sentence.hits
