"""The entities: the data are sound, names are found where they stand and nowhere else."""

import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hearsay.packs
from hearsay.errors import PackError
from hearsay.packs.entities import (
    Entity,
    NameHit,
    entities_with_name,
    entity_of_domain,
    find_names,
    holder_of,
    load_entities,
    names_of,
)
from hearsay.packs.entity_files import FOLDERS, decode_entities
from hearsay.records import MentionKind
from hearsay.text.folding import Folded, fold_word

BENGALI = re.compile(r"[\u0980-\u09ff 'A-Za-z0-9.\-]+")
TEXTS = st.text(alphabet=st.sampled_from("যুক্তরাষ্ট্রের কিম জং-উন US U.S. Putin's রয়টার্স\u200c\u200d한국 مصر .,-’'\n"))


KEY_ORDER = [
    "kind",
    "code",
    "country",
    "capital_of",
    "seat_of",
    "names",
    "short",
    "adjectives",
    "domains",
    "gender",
    "offices",
]


def list_files() -> list[Path]:
    """List the files of entities written by hand."""
    packs = Path(hearsay.packs.__file__).parent
    return sorted(file for folder in FOLDERS for file in (packs / folder).glob("*.toml"))


def hits_in(text: str, language: str) -> dict[str, NameHit]:
    """Find names and key each hit by its words."""
    view = Folded(text).text
    return {view[slice(*hit.span)]: hit for hit in find_names(view, language)}


def id_of(name: str, language: str = "en") -> str:
    """Return the only entity of a name."""
    (found,) = entities_with_name(name, language)
    return found


def all_forms(entity: Entity) -> list[tuple[str, str]]:
    """List every hand-written form with its language."""
    fields = (entity.names, entity.short, entity.adjectives)
    return [(language, form) for field in fields for language, forms in field.items() for form in forms]


# The data


def test_ids_are_wikidata_ids_or_our_own() -> None:
    assert all(re.fullmatch(r"Q[1-9]\d*|hs-[a-z0-9]+(-[a-z0-9]+)*", name) for name in load_entities())


def test_forms_are_trimmed_composed_and_not_doubled() -> None:
    for entity in load_entities().values():
        for _, form in all_forms(entity):
            assert form and form == form.strip() and "  " not in form, (entity.id, form)
            assert unicodedata.is_normalized("NFC", form), (entity.id, form)
            assert "|" not in form and ";" not in form and "~" not in form, (entity.id, form)
        named = Counter(
            (language, form)
            for field in (entity.names, entity.short)
            for language, forms in field.items()
            for form in forms
        )
        assert max(named.values()) == 1, (entity.id, named.most_common(1))


def test_bengali_names_are_written_in_bengali() -> None:
    for entity in load_entities().values():
        for language, form in all_forms(entity):
            if language == "bn":
                assert BENGALI.fullmatch(form) and re.search("[\u0980-\u09ff]", form), (entity.id, form)


def test_every_state_has_names_in_english_and_bengali_and_one_code() -> None:
    states = [entity for entity in load_entities().values() if entity.is_state]
    assert len(states) >= 195
    assert len({state.code for state in states}) == len(states)
    for state in states:
        for language in ("en", "bn"):
            assert names_of(state, language) or state.short.get(language), state.id
        assert state.kind is MentionKind.PLACE


def test_capitals_seats_and_countries_point_to_states() -> None:
    entities = load_entities()
    for entity in entities.values():
        for state in (entity.country, entity.capital_of):
            assert state is None or entities[state].is_state, entity.id
    capitals = {entity.capital_of for entity in entities.values() if entity.capital_of}
    assert len(capitals) >= 185


def test_offices_have_dates_in_order() -> None:
    for entity in load_entities().values():
        for office in entity.offices:
            for date in (office.start, office.end):
                assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", date), (entity.id, office)
            assert not office.end or office.start <= office.end, (entity.id, office)


def test_domains_belong_to_one_entity() -> None:
    domains = Counter(domain for entity in load_entities().values() for domain in entity.domains)
    assert [domain for domain, count in domains.items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain) for domain in domains)


def test_people_have_a_gender_and_both_scripts() -> None:
    for entity in load_entities().values():
        if entity.kind is MentionKind.PERSON:
            assert entity.gender and entity.names.get("en") and entity.names.get("bn"), entity.id


def test_there_is_enough_of_each_kind() -> None:
    kinds = Counter(entity.kind for entity in load_entities().values())
    assert kinds[MentionKind.PERSON] >= 1000
    assert kinds[MentionKind.ORGANISATION] >= 500
    assert kinds[MentionKind.AGENCY] + kinds[MentionKind.OUTLET] >= 600


@pytest.mark.parametrize("file", list_files(), ids=lambda file: file.name)
def test_files_are_in_their_one_form(file: Path) -> None:
    tables = tomllib.loads(file.read_text(encoding="utf8"))
    for name, table in tables.items():
        assert list(table) == sorted(table, key=KEY_ORDER.index), name
        for field in ("names", "short", "adjectives"):
            for forms in table.get(field, {}).values():
                assert forms == " | ".join(form.strip() for form in forms.split("|")), (name, forms)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[Q1]\nnames.en = "A"\ncolour = "red"', r"\[Q1\].*colour"),
        ('[Q1]\ncountry = "RU"', r"\[Q1\].*without a name"),
        ('[Q1]\nnames.en = ["A"]', r"\[Q1\]"),
        ("[Q1", "x.toml"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_entry(text: str, complaint: str) -> None:
    with pytest.raises(PackError, match=complaint):
        decode_entities(text, "x.toml")


# Names in English


def test_english_names_are_found_with_their_roles() -> None:
    hits = hits_in("Moscow and the White House told two Bangladeshis in Chattogram, Reuters said.", "en")
    assert {words: hit.role for words, hit in hits.items()} == {
        "Moscow": "capital",
        "White House": "seat",
        "Bangladeshis": "adjective",
        "Chattogram": "name",
        "Reuters": "name",
    }


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("Putin's plane", "Putin", "'s"),
        ("the UK’s plan", "UK", "’s"),
        ("U.S.-led talks", "U.S.", ""),
        ("in the US.", "US", ""),
        ("Russia-Ukraine talks", "Russia", ""),
        ("SEOUL, South Korea (AP)", "SEOUL", ""),
        ("Kim Jong-un waved", "Kim Jong-un", ""),
        ("Yoon Suk-Yeol waved", "Yoon Suk-Yeol", ""),
    ],
)
def test_an_english_name_is_found_without_its_ending(text: str, name: str, rest: str) -> None:
    hit = hits_in(text, "en")[name]
    assert Folded(text).text[hit.span[1] : hit.end_with_ending] == rest


@pytest.mark.parametrize(
    "text",
    [
        "They told us to bring turkey and china to the polish shop.",
        "The Usher at Chadwick House read a Reutersesque novel.",
        "He will act as who he is.",
        "Iranianness, Moscowy, apnewsx",
        "write to desk@reuters.example or www.bbc.example",
    ],
)
def test_english_stays_silent(text: str) -> None:
    assert find_names(text, "en") == ()


def test_the_longest_name_wins() -> None:
    found = list(hits_in("A Washington Post reporter left Guinea-Bissau for New York City.", "en"))
    assert found == ["Washington Post", "Guinea-Bissau", "New York City"]


def test_a_name_that_begins_a_longer_word_is_not_lost() -> None:
    assert list(hits_in("the New York Timesian style", "en")) == ["New York"]
    assert list(hits_in("a UN Security Councillor", "en")) == ["UN"]


def test_a_surface_of_several_entities_keeps_them_all() -> None:
    assert [load_entities()[name].code for name in entities_with_name("Georgia", "en")] == ["GE", None]
    assert len(entities_with_name("জর্জিয়া", "bn")) == 2
    assert len(entities_with_name("Kim", "en")) > 2


def test_common_words_and_shared_surnames_are_marked_short() -> None:
    assert hits_in("Clinton spoke.", "en")["Clinton"].is_short
    assert hits_in("মালে শহরে বৃষ্টি।", "bn")["মালে"].is_short
    assert not hits_in("Obama spoke.", "en")["Obama"].is_short


# Names in Bengali


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("রয়টার্সের খবর", "রয়টার্স", "ের"),
        ("পুতিন-এর চিঠি", "পুতিন", "-এর"),
        ("কিম জং-উনের ট্রেন", "কিম জং-উন", "ের"),
        ("কিম জংউনকে চিঠি", "কিম জংউন", "কে"),
        ("রাশিয়াকেও জানানো হয়", "রাশিয়া", "কেও"),
        ("চীনসহ তিন দেশ", "চীন", "সহ"),
        ("‘নাসা’র বিজ্ঞানী", "নাসা", "’র"),
        ("BBC-র সাংবাদিক", "BBC", "-র"),
        ("দিল্লীতে বৈঠক", "দিল্লী", "তে"),
        ("মস্কোয় বৈঠক", "মস্কো", "য়"),
        ("ইয়নহাপ জানায়", "ইয়নহাপ", ""),
    ],
)
def test_a_bengali_name_is_found_without_its_ending(text: str, name: str, rest: str) -> None:
    hits = hits_in(text, "bn")
    hit = hits[Folded(name).text]
    assert Folded(text).text[hit.span[1] : hit.end_with_ending] == Folded(rest).text


@pytest.mark.parametrize(
    "text",
    [
        "মালিক কাজে গেলেন, শীতে বাগান শুকায়।",
        "কিমা রান্না হলো, চিনি কম।",
        "ভারতনাট্যম নাচ, ইরাকিয়ানা গল্প",
        "বই পড়তে ভালো লাগে।",
    ],
)
def test_bengali_stays_silent(text: str) -> None:
    assert hits_in(text, "bn") == {}


def test_a_word_grown_onto_a_name_makes_an_adjective_of_it() -> None:
    assert hits_in("লন্ডনভিত্তিক পত্রিকা", "bn")["লন্ডন"].role == "adjective"
    assert hits_in("মার্কিন কর্মকর্তা", "bn")["মার্কিন"].role == "adjective"
    assert hits_in("যুক্তরাষ্ট্রের কর্মকর্তা", "bn")["যুক্তরাষ্ট্র"].role == "name"


@pytest.mark.parametrize(
    ("english", "bengali"),
    [
        ("Kim Jong Un", "কিম জং-উন"),
        ("Sergei Shoigu", "সের্গেই শোইগু"),
        ("Yonhap", "ইয়োনহাপ"),
        ("Interfax", "ইন্টারফ্যাক্স"),
        ("White House", "হোয়াইট হাউস"),
        ("Sheikh Hasina", "শেখ হাসিনা"),
        ("IAEA", "আইএইএ"),
        ("Pyongyang", "পিয়ংইয়ং"),
    ],
)
def test_names_meet_across_scripts(english: str, bengali: str) -> None:
    assert id_of(english) == id_of(bengali, "bn")


def test_kims_stay_apart() -> None:
    assert len({id_of(name) for name in ("Kim Jong Un", "Kim Jong Il", "Kim Il Sung", "Kim Yo Jong")}) == 4


# Domains and offices


@pytest.mark.parametrize("domain", ["reuters.com", "www.reuters.com", "bn.reuters.com", "WWW.Reuters.com."])
def test_a_domain_leads_to_its_newsroom(domain: str) -> None:
    assert entity_of_domain(domain) == id_of("Reuters")


@pytest.mark.parametrize("domain", ["", "com", "reuters.com.example", "notreuters.com"])
def test_an_unknown_domain_leads_nowhere(domain: str) -> None:
    assert entity_of_domain(domain) is None


@pytest.mark.parametrize(
    ("role", "state", "date", "holder"),
    [
        ("president", "Russia", "2023-09-05", "Vladimir Putin"),
        ("president", "Russia", "2010", "Dmitry Medvedev"),
        ("defence minister", "Russia", "2023-09", "Sergei Shoigu"),
        ("president", "United States", "2021-01-20", "Joe Biden"),
        ("prime minister", "Bangladesh", "2015", "Sheikh Hasina"),
    ],
)
def test_an_office_has_its_holder_on_a_date(role: str, state: str, date: str, holder: str) -> None:
    assert holder_of(role, id_of(state), date) == id_of(holder)


def test_in_doubt_nobody_holds_an_office() -> None:
    assert holder_of("president", id_of("United States"), "2021") is None
    assert holder_of("president", id_of("United States"), "1901-01-01") is None
    assert holder_of("astronomer royal", id_of("United States"), "2021-02-03") is None


# Any text


@given(TEXTS, st.sampled_from(["en", "bn", "ru"]))
def test_hits_are_ordered_disjoint_and_whole_words(text: str, language: str) -> None:
    view = Folded(text).text
    end = 0
    for hit in find_names(view, language):
        assert end <= hit.span[0] < hit.span[1] <= hit.end_with_ending <= len(view)
        end = hit.end_with_ending
        assert hit.entities and all(name in load_entities() for name in hit.entities)


def test_both_encodings_of_a_letter_name_the_same() -> None:
    one_sign, two_signs = "রাশি\u09dfা", "রাশি\u09af\u09bcা"
    assert fold_word(one_sign) == fold_word(two_signs)
    assert entities_with_name(one_sign, "bn") == entities_with_name(two_signs, "bn") != ()


# Names in every language


PRESS_FILES = sorted((Path(hearsay.packs.__file__).parent / "names").glob("*.toml"))


@pytest.mark.parametrize("file", PRESS_FILES, ids=lambda file: file.stem)
def test_press_names_are_in_their_one_form_and_name_known_entities(file: Path) -> None:
    for name, forms in tomllib.loads(file.read_text(encoding="utf8")).items():
        assert name in load_entities(), name
        split = forms.split(" | ")
        assert all(form and form == form.strip() and "|" not in form for form in split), (name, forms)
        assert len(set(split)) == len(split), (name, forms)
        assert unicodedata.is_normalized("NFC", forms), (name, forms)


@pytest.mark.parametrize(
    ("english", "forms"),
    [
        (
            "Sergei Shoigu",
            {"bn": "শোইগু", "ru": "Шойгу", "ko": "세르게이 쇼이구", "ar": "سيرغي شويغو", "hi": "सर्गेई शोइगु"},
        ),
        (
            "Xi Jinping",
            {"vi": "Tập Cận Bình", "ko": "시진핑", "zh": "習近平", "ru": "Си Цзиньпин", "cs": "Si Ťin-pching"},
        ),
        ("Yonhap", {"zh": "韓聯社", "ko": "연합뉴스", "ja": "聯合ニュース", "ru": "Рёнхап", "th": "ยอนฮัป"}),
        ("Xinhua", {"vi": "Tân Hoa xã", "zh": "新华社", "ko": "신화통신", "ur": "شنہوا"}),
        ("Pyongyang", {"vi": "Bình Nhưỡng", "pl": "Pjongjang", "cs": "Pchjongjang", "de": "Pjöngjang"}),
        ("Beijing", {"ru": "Пекин", "fi": "Peking", "pt": "Pequim", "vi": "Bắc Kinh"}),
        (
            "White House",
            {"ru": "Белый дом", "es": "Casa Blanca", "vi": "Nhà Trắng", "ko": "백악관", "tr": "Beyaz Saray"},
        ),
    ],
)
def test_the_press_of_every_language_names_the_same(english: str, forms: dict[str, str]) -> None:
    for language, form in forms.items():
        assert entities_with_name(form, language) == (id_of(english),), (language, form)
