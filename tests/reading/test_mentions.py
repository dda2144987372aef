"""Names found in invented sentences, in both languages; spans ordered, disjoint, inside, on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.reading.mentions import find_mentions
from hearsay.records import Mention, MentionKind, Zone, ZoneKind
from hearsay.text.folding import Folded

PIECES = [
    "Mr. ", "J.D. Marsh", "(R-Wis.)", "Ministry of ", "the ", "said ", "Moscow ", "White House", "'s ", "“", '"', ".\n",
    "মন্ত্রী ", "আমিনা ", "রহমানের ", "বিশ্ববিদ্যালয় ", "বিএনপি ", "এ কে এম ", "রাশিয়া ", "।", "\u200d", "각", "مدينة ", "র‍্যাব ",
]  # fmt: skip


def find(text: str, language: str = "en") -> dict[str, Mention]:
    """Find the mentions of a text by the words that they cover."""
    view = Folded(text).text
    return {view[slice(*mention.span)]: mention for mention in find_mentions(view, language=language)}


def kind_of(text: str, words: str, language: str = "en") -> MentionKind | None:
    """Return the kind of the mention that covers just these words."""
    mention = find(text, language).get(Folded(words).text)
    return mention.kind if mention else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yesterday Ludwig van Beek left.", "Ludwig van Beek"),
        ("The bridge was built by J.D. Marsh in 1911.", "J.D. Marsh"),
        ("It was Paul D. Ryan (R-Wis.) who asked.", "Paul D. Ryan"),
        ("Amina Rahman, the mayor of Tilburg, said no.", "Amina Rahman"),
        ("Nobody told Sen. Anna Quist.", "Anna Quist"),
        ("“No,” said Mr. King.", "King"),
        ("It was agreed by mayor Tessa Olde.", "Tessa Olde"),
    ],
)
def test_persons_nobody_listed_are_found_in_english(text: str, name: str) -> None:
    assert kind_of(text, name) is MentionKind.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("মেয়র আমিনা রহমান বলেন, সেতু খোলা থাকবে।", "আমিনা রহমান"),
        ("জনাব রফিক মোল্লা সাহেব আসেননি।", "রফিক মোল্লা"),
        ("ডা. সেলিনা করিমের সঙ্গে কথা হয়েছে।", "সেলিনা করিমের"),
        ("সভাপতি এ কে এম ফজলুল করিম জানান, কাজ শেষ।", "এ কে এম ফজলুল করিম"),
    ],
)
def test_persons_nobody_listed_are_found_in_bengali(text: str, name: str) -> None:
    assert kind_of(text, name, "bn") is MentionKind.PERSON


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("The Ministry of Health and Family Welfare said no.", "Ministry of Health and Family Welfare", "en"),
        ("She works at Quillmere University now.", "Quillmere University", "en"),
        ("The QXRT said no.", "QXRT", "en"),
        ("স্বাস্থ্য মন্ত্রণালয়ের চিঠি এসেছে।", "স্বাস্থ্য মন্ত্রণালয়ের", "bn"),
        ("তিনি পদ্মপুর বিশ্ববিদ্যালয়ে পড়েন।", "পদ্মপুর বিশ্ববিদ্যালয়ে", "bn"),
    ],
)
def test_bodies_are_found_by_their_head(text: str, name: str, language: str) -> None:
    assert kind_of(text, name, language) is MentionKind.ORGANISATION


def test_short_forms_are_led_back_to_the_full_name() -> None:
    assert find("Paul D. Quist left. Later Quist came back.")["Quist"].name == "Paul D. Quist"
    assert find("মেয়র আমিনা রহমান এলেন। পরে আমিনাকে দেখা যায়।", "bn")["আমিনাকে"].name == "আমিনা রহমান"


def test_a_short_form_of_two_persons_is_left_alone() -> None:
    found = find("Anna Quist met Peter Quist. Then Quist left.")
    assert found["Quist"].name == "Quist"


def test_a_title_of_the_other_gender_is_not_led_back() -> None:
    assert find("Peter Quist left. Then Mrs. Quist came.")["Quist"].name == "Quist"


def test_case_endings_are_stripped_only_where_the_rest_is_known() -> None:
    assert find("সেলিনা করিমের কথা।", "bn")[Folded("সেলিনা করিমের").text].name == Folded("সেলিনা করিম").text
    assert not find("মন্ত্রীর সঙ্গে কথা।", "bn")


def test_a_capital_stands_for_its_government_only_where_it_acts() -> None:
    acting, place = find_mentions("Moscow denied it. Officials in Moscow left.", language="en")
    assert (acting.kind, place.kind) == (MentionKind.GOVERNMENT, MentionKind.PLACE)
    assert acting.entity != place.entity


@pytest.mark.parametrize(
    "text", ["However, it rained.", "On Monday he left in March.", "Officials said no. The price fell."]
)
def test_a_capital_letter_alone_makes_no_name(text: str) -> None:
    assert not find(text)


def test_a_name_is_a_persons_if_a_title_before_its_last_word_says_so() -> None:
    mentions = find_mentions("Reports say that Veller Quandt left. Mr Quandt denied it.", language="en")
    assert {(mention.name, mention.kind) for mention in mentions} == {("Veller Quandt", MentionKind.PERSON)}


def test_residue_is_not_read() -> None:
    text = "Share Anna Quist\nAnna Quist left."
    zones = (Zone(ZoneKind.RESIDUE, (0, 16)), Zone(ZoneKind.BODY, (17, len(text))))
    assert [mention.span for mention in find_mentions(text, language="en", zones=zones)] == [(17, 27)]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text(max_size=60)),
    st.sampled_from(["en", "bn"]),
)
def test_spans_are_ordered_disjoint_and_inside(text: str, language: str) -> None:
    view = Folded(text).text
    end = 0
    for mention in find_mentions(view, language=language):
        assert end <= mention.span[0] < mention.span[1] <= len(view)
        assert mention.name
        end = mention.span[1]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Об этом сообщил Комитет по делам молодежи Ладвинска.", "Комитет по делам молодежи Ладвинска", "organisation"),
        ("Погода на Камчатке испортилась.", "Камчатке", "place"),
        ("Мосты здесь строил ещё СССР.", "СССР", "place"),
    ],
)
def test_bodies_written_small_in_part_and_regions_are_told_in_russian(text: str, name: str, kind: str) -> None:
    found = kind_of(text, name, "ru")
    assert found is not None
    assert found.value == kind


def test_a_form_of_business_alone_is_no_name_in_russian() -> None:
    assert "ОАО" not in find("Вчера это ОАО закрыли.", "ru")
