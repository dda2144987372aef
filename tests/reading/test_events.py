"""Events: every example of every pack fires with exactly its roles, and directions never meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.declensions import decline, load_declensions
from hearsay.packs.loading import list_languages, load_pack_source
from hearsay.packs.schema import EventExample, PartyClass
from hearsay.reading import assembly
from hearsay.reading.event_roles import RECIPROCAL
from hearsay.reading.events import core_key, event_reader, find_event
from hearsay.reading.mentions import find_mentions
from hearsay.records import Certainty, Event, Mention, MentionKind, Report
from hearsay.text.folding import Folded

PLACES = tuple(
    Folded(name).text
    for names in (
        "Norland Sudria Westria",
        "নরল্যান্ড সুদরিয়া ওয়েস্ট্রিয়া",
        "노를랜드 수드리아 웨스트리아",
        "ノルランド スドリア ウェストリア",
        "诺兰德 苏德里亚 韦斯特里亚",
        "นอร์แลนด์ ซูเดรีย เวสเทรีย",
        "नॉरलैंड सुदरिया वेस्ट्रिया",
        "نارلینڈ سدریا ویسٹریا",
        "नॉरलँड सुद्रिया वेस्ट्रिया",
        "நார்லாந்து சுத்ரியா வெஸ்ட்ரியா",
        "نورلاندا سودريا وستريا",
        "Норландия Судрия Вестрия",
        "Норландія Судрія Вестрія",
    )
    for name in names.split()
)
PARTY_CLASSES = {party.value for party in PartyClass}


def make_mentions(text: str, *names: str, language: str = "en") -> list[Mention]:
    """Mark each name, in any case, where it first stands in the text; invented countries are places, the rest persons."""
    whole = [name for name in names if not any(name in other and name != other and other in text for other in names)]
    found = [(text.find(form), form, name) for name in whole for form in find_form(text, name, language)]
    return [
        Mention((start, start + len(form)), MentionKind.PLACE if name in PLACES else MentionKind.PERSON, name)
        for start, form, name in found
    ]


def find_form(text: str, name: str, language: str) -> list[str]:
    """Find the longest form of a name in a text."""
    forms = [form for form in (name, *decline(name, load_declensions(language))) if form in text]
    return sorted(forms, key=len)[-1:]


def read(text: str, *names: str, language: str = "en") -> Event | None:
    """Read the event of a whole sentence."""
    text = Folded(text).text
    mentions = make_mentions(text, *(Folded(name).text for name in names or PLACES), language=language)
    return find_event(text, [(0, len(text))], mentions=mentions, language=language)


def list_examples() -> list[tuple[str, str, EventExample]]:
    """List the examples of all packs with their language and type."""
    packs = ((language, load_pack_source(language).events.frames) for language in list_languages())
    framed = [(language, frame) for language, frames in packs for frame in frames]
    return [(language, frame.type.value, example) for language, frame in framed for example in frame.examples]


@pytest.mark.parametrize(("language", "event_type", "example"), list_examples())
def test_example_fires_with_its_roles(language: str, event_type: str, example: EventExample) -> None:
    actor, recipient, place = (
        Folded(name).text if name else None for name in (example.actor, example.recipient, example.place)
    )
    named = {name for name in (actor, recipient, place) if name} - PARTY_CLASSES
    event = read(example.text, *PLACES, *(named - set(PLACES)), language=language)
    expected = Event(event_type, actor, recipient, example.object, place, example.number, example.negated)
    if event_type in RECIPROCAL and event:
        assert core_key(event) == core_key(expected)
    else:
        assert event == expected


def key(text: str, language: str = "en") -> str:
    """Return the core key of a whole sentence."""
    event = read(text, language=language)
    assert event is not None
    return core_key(event)


@pytest.mark.parametrize(
    "text",
    [
        "Norland will supply rifles to Sudria.",
        "Norland has not supplied rifles to Sudria.",
        "Norland may supply Sudria with rifles.",
        "Norland denied supplying rifles to Sudria.",
        "Sudria was supplied with rifles by Norland.",
        "Sudria bought rifles from Norland.",
        "Norland's sale of rifles to Sudria was stopped.",
        "Westria accused Norland of selling rifles to Sudria.",
    ],
)
def test_plan_fulfilment_denial_and_inverse_share_the_core_key(text: str) -> None:
    assert key(text) == "SUPPLY|Norland|Sudria|arms|-"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "North Korea will supply artillery shells to Russia, officials said."),
        ("ko", "당국자들은 북한이 러시아에 포탄을 공급할 것이라고 밝혔다."),
        ("ja", "当局者らは、北朝鮮がロシアに砲弾を供給する予定だと述べた。"),
        ("zh", "官员表示，朝鲜将向俄罗斯供应炮弹。"),
        ("zh", "官員表示，北韓將向俄羅斯供應砲彈。"),
        ("th", "เจ้าหน้าที่กล่าวว่า เกาหลีเหนือจะส่งกระสุนปืนใหญ่ให้รัสเซีย"),
        ("vi", "Các quan chức cho biết Triều Tiên sẽ cung cấp đạn pháo cho Nga."),
        ("id", "Para pejabat mengatakan Korea Utara akan memasok peluru artileri ke Rusia."),
    ],
)
def test_one_claim_has_one_key_in_every_language(language: str, text: str) -> None:
    (statement,) = assembly.read(Report("report", text), language=language).statements
    assert statement.event is not None
    assert core_key(statement.event) == "SUPPLY|Q423|Q159|arms|-"
    assert statement.certainty is Certainty.PLANNED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "수드리아가 노를랜드에 공격당했다는 주장과 달리 노를랜드는 수드리아를 공격하지 않았다."),
        ("ja", "ノルランドはスドリアを攻撃していない。"),
        ("zh", "诺兰德没有袭击苏德里亚。"),
        ("th", "นอร์แลนด์ไม่ได้โจมตีซูเดรีย"),
        ("vi", "Norland không tấn công Sudria."),
        ("id", "Norland tidak menyerang Sudria."),
    ],
)
def test_what_did_not_happen_is_negated(language: str, text: str) -> None:
    event = read(text, language=language)
    assert event is not None
    assert (event.type, event.negated) == ("ATTACK", True)


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "苏德里亚被诺兰德袭击。"), ("th", "ซูเดรียถูกนอร์แลนด์โจมตี"), ("vi", "Sudria bị Norland tấn công.")],
)
def test_the_passive_may_stand_before_its_agent(language: str, text: str) -> None:
    event = read(text, language=language)
    assert event is not None
    assert (event.actor, event.recipient) == tuple(PLACES[PLACES.index(event.actor or "") :][:2])


SAME_CLAIMS = {
    "SUPPLY|Q159|Q794|arms|-": {
        "en": "Russia sent missiles to Iran.",
        "hi": "रूस ने ईरान को मिसाइलें भेजी हैं।",
        "ur": "روس نے ایران کو میزائل بھیجے ہیں۔",
        "mr": "रशियाने इराणला क्षेपणास्त्रे पाठवली.",
        "ta": "ரஷ்யா ஈரானுக்கு ஏவுகணைகளை அனுப்பியது.",
        "ar": "أرسلت روسيا صواريخ إلى إيران.",
    },
    "SANCTION|Q30|Q148|-|-": {
        "en": "The United States imposed sanctions on China.",
        "hi": "अमेरिका ने चीन पर प्रतिबंध लगाए।",
        "ur": "امریکہ نے چین پر پابندیاں عائد کیں۔",
        "mr": "अमेरिकेने चीनवर निर्बंध लादले.",
        "ta": "அமெரிக்கா சீனா மீது தடைகளை விதித்தது.",
        "ar": "فرضت الولايات المتحدة عقوبات على الصين.",
    },
    "SUPPLY|Q17|Q212|arms|-": {  # a plan and its denial share the key of what they speak of
        "en": "Japan will not supply weapons to Ukraine.",
        "hi": "जापान यूक्रेन को हथियारों की आपूर्ति नहीं करेगा।",
        "ur": "جاپان یوکرین کو ہتھیار فراہم نہیں کرے گا۔",
        "mr": "जपान युक्रेनला शस्त्रे पुरवणार नाही.",
        "ta": "ஜப்பான் உக்ரைனுக்கு ஆயுதங்களை வழங்காது.",
        "ar": "لن تزود اليابان أوكرانيا بالأسلحة.",
    },
}


@pytest.mark.parametrize(
    ("core", "language", "text"),
    [(core, language, text) for core, texts in SAME_CLAIMS.items() for language, text in texts.items()],
)
def test_the_same_claim_has_the_same_core_key_in_every_language(core: str, language: str, text: str) -> None:
    view = Folded(text).text
    event = find_event(view, [(0, len(view))], mentions=find_mentions(view, language=language), language=language)
    assert event is not None
    assert core_key(event) == core
    assert event.negated == ("Q17" in core)


def test_opposite_directions_never_share_the_core_key() -> None:
    assert key("Norland attacked Sudria.") != key("Sudria attacked Norland.")
    assert key("নরল্যান্ড সুদরিয়াকে ড্রোন সরবরাহ করেছে।", "bn") != key("সুদরিয়া নরল্যান্ডকে ড্রোন সরবরাহ করেছে।", "bn")


def test_who_is_accused_and_not_who_accuses_acts() -> None:
    text = "ওয়েস্ট্রিয়া নরল্যান্ডের বিরুদ্ধে সুদরিয়াকে ড্রোন সরবরাহের অভিযোগ করেছে।"
    assert key(text, "bn") == Folded("SUPPLY|নরল্যান্ড|সুদরিয়া|arms|-").text


def test_state_acts_through_its_organs() -> None:
    text = "Norlandic troops stormed a company."
    mentions = [Mention((0, 9), MentionKind.OTHER, "Norland", "Q1")]
    event = event_reader(text, (), language="en", adjectives=mentions)([(0, len(text))])
    assert event == Event("ATTACK", "Q1", "company")


@pytest.mark.parametrize(
    "text",
    ["Norland wants peace.", "Its neighbours supplied rifles.", "Norland said the company visited no one.", "", "।"],
)
def test_no_event_is_guessed(text: str) -> None:
    assert read(text) is None


def test_words_between_pieces_of_a_torn_content_are_not_read() -> None:
    text = "Norland, according to Westria, attacked Sudria."
    assert find_event(text, [(0, 7), (31, 47)], mentions=make_mentions(text, *PLACES), language="en") == Event(
        "ATTACK", "Norland", "Sudria"
    )


@given(st.text(alphabet="Norland attacks supplied to by , . 12 ’s হামলা কে র করেছে। \u200d", max_size=80))
def test_reading_never_raises(text: str) -> None:
    for language in list_languages():
        view = Folded(text).text
        mentions = [Mention((0, len(view)), MentionKind.PLACE, view)] if view else []
        find_event(view, [(0, len(view))], mentions=mentions, language=language)


ONE_SUPPLY = {
    "en": "Turkey will supply drones to Ukraine.",
    "sv": "Turkiet ska leverera drönare till Ukraina.",
    "cs": "Turecko dodá drony Ukrajině.",
    "pl": "Turcja dostarczy Ukrainie drony.",
    "fi": "Turkki toimittaa drooneja Ukrainalle.",
    "is": "Tyrkland mun senda dróna til Úkraínu.",
    "tr": "Türkiye Ukrayna'ya insansız hava aracı verecek.",
}


@pytest.mark.parametrize("language", ONE_SUPPLY)
def test_one_supply_has_one_key_in_the_north(language: str) -> None:
    text = Folded(ONE_SUPPLY[language]).text
    event = find_event(text, [(0, len(text))], mentions=find_mentions(text, language=language), language=language)
    assert event is not None
    assert core_key(event) == "SUPPLY|Q43|Q212|arms|-"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "Ukrajinu napadlo Rusko."),
        ("pl", "Ukrainę zaatakowała Rosja."),
        ("fi", "Ukrainaan hyökkäsi Venäjä."),
        ("is", "Úkraínu seldi Tyrkland dróna."),
    ],
)
def test_an_object_before_its_verb_never_acts(language: str, text: str) -> None:
    view = Folded(text).text
    mentions = find_mentions(view, language=language)
    event = find_event(view, [(0, len(view))], mentions=mentions, language=language)
    assert event is None or event.actor not in ("Q212",)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "30 tonnes of fuel will be shipped from the port of Varnik in May.", "Varnik"),
        ("es", "En mayo se enviarán 30 toneladas de combustible desde el puerto de Varnik.", "Varnik"),
        ("de", "Im Mai sollen 30 Tonnen Treibstoff aus dem Hafen Varnik verschifft werden.", "Varnik"),
        ("ru", "В мае из порта Варник отправят 30 тонн топлива.", "Варник"),
        ("bn", "মে মাসে ভার্নিক বন্দর থেকে 30 টন জ্বালানি পাঠানো হবে।", "ভার্নিক"),
    ],
)
def test_what_is_shipped_from_a_port_has_it_for_its_place(language: str, text: str, place: str) -> None:
    view = Folded(text).text
    event = find_event(view, [(0, len(view))], mentions=find_mentions(view, language=language), language=language)
    assert event == Event("SUPPLY", object="fuel", place=Folded(place).text, number=30.0)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Russian troops attacked Syria.", "en"),
        ("Les troupes russes ont attaqué la Syrie.", "fr"),
        ("Las tropas rusas bombardearon Siria.", "es"),
        ("Le truppe russe hanno attaccato la Siria.", "it"),
        ("As tropas russas atacaram a Síria.", "pt"),
        ("قصفت القوات الروسية سوريا.", "ar"),
        ("Российские войска атаковали Сирию.", "ru"),
        ("Russische Truppen bombardierten Syrien.", "de"),
        ("Rus ordusu Suriye’ye saldırdı.", "tr"),
        ("俄军轰炸叙利亚。", "zh"),
    ],
)
def test_a_state_acts_through_its_organs_wherever_the_adjective_stands(text: str, language: str) -> None:
    event = find_event(text, [(0, len(text))], mentions=find_mentions(text, language=language), language=language)
    assert event is not None
    assert (event.type, event.actor, event.recipient) == ("ATTACK", "Q159", "Q858")
