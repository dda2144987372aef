"""Charsets that nobody declared: invented news in 24 of them, and bytes that are no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.gather.charset_guess import guess_charset
from hearsay.gather.charsets import decode_bytes

_TEXTS = {
    "ru": "Министр сообщил, что мост через реку закроют на ремонт в июне, и добавил, что других решений пока нет.",
    "uk": "Міністр повідомив, що міст через річку закриють на ремонт у червні, а інших рішень поки немає, їх ще чекають.",
    "bg": "Министърът съобщи, че мостът над реката ще бъде затворен за ремонт през юни и че няма други решения.",
    "de": "Der Minister sagte, die Brücke werde im Juni für Arbeiten gesperrt; größere Pläne gebe es nicht.",
    "fr": "Le ministre a déclaré que le pont serait fermé en juin et qu’aucune décision n’était prévue à l’été.",
    "es": "El ministro dijo que el puente se cerrará en junio por obras y añadió que no había más decisiones este año.",
    "sv": "Ministern sade att bron över ån stängs i juni för reparation och att några fler beslut inte har fattats.",
    "pl": "Minister powiedział, że most przez rzekę zostanie zamknięty w czerwcu, a innych decyzji jeszcze nie podjęto.",
    "cs": "Ministr řekl, že most přes řeku bude v červnu uzavřen kvůli opravě a že další rozhodnutí zatím nepadlo.",
    "hu": "A miniszter azt mondta, hogy a folyón átívelő hidat júniusban javítás miatt lezárják, több döntés nincs.",
    "tr": "Bakan, köprünün haziran ayında onarım için kapatılacağını söyledi ve şimdilik başka karar olmadığını ekledi.",
    "el": "Ο υπουργός είπε ότι η γέφυρα θα κλείσει τον Ιούνιο για επισκευή και ότι δεν υπάρχουν άλλες αποφάσεις.",
    "he": "השר אמר כי הגשר ייסגר ביוני לצורך תיקון והוסיף כי אין החלטות נוספות בשלב זה.",
    "ar": "قال الوزير إن الجسر سيغلق في يونيو من أجل الإصلاح وأضاف أنه لا توجد قرارات أخرى حتى الآن.",
    "th": "รัฐมนตรีกล่าวว่าสะพานจะปิดในเดือนมิถุนายนเพื่อซ่อมแซม และยังไม่มีการตัดสินใจอื่น",
    "ja": "大臣は、橋は六月に修理のため閉鎖されると述べ、ほかの決定はまだないと付け加えた。住民は待っている。",
    "zh": "部长说，大桥将在六月关闭维修，目前还没有其他决定。当地居民已经等待了很久，希望工程能够按时完成。",
    "zh-Hant": "部長說，大橋將在六月關閉維修，目前還沒有其他決定。當地居民已經等待了很久，希望工程能夠按時完成。",
    "ko": "장관은 다리가 유월에 수리를 위해 폐쇄될 것이라고 말하고 다른 결정은 아직 없다고 덧붙였다.",
}
_CASES = [
    *(("ru", "cp1251"), ("ru", "koi8_r"), ("uk", "cp1251"), ("uk", "koi8_u"), ("bg", "cp1251"), ("de", "cp1252")),
    *(("fr", "cp1252"), ("es", "cp1252"), ("sv", "cp1252"), ("pl", "cp1250"), ("pl", "iso8859_2"), ("cs", "cp1250")),
    *(("cs", "iso8859_2"), ("hu", "cp1250"), ("tr", "cp1254"), ("el", "cp1253"), ("he", "cp1255"), ("ar", "cp1256")),
    *(("th", "cp874"), ("ja", "cp932"), ("ja", "euc_jp"), ("zh", "gb18030"), ("zh-Hant", "big5"), ("ko", "cp949")),
]


@pytest.mark.parametrize(("language", "charset"), _CASES)
def test_the_charset_of_undeclared_news_is_told(language: str, charset: str) -> None:
    text = _TEXTS[language]
    page = f"<html><head><title>x</title></head><body><p class='a'>{text}</p></body></html>"
    assert decode_bytes(page.encode(charset)) == page
    assert decode_bytes(page.encode(charset), declared="utf-8") == page


def test_english_with_curly_quotes_alone_is_windows_1252() -> None:
    assert guess_charset("He said “no” – and that’s it.".encode("cp1252")) == "cp1252"
    assert guess_charset(b"plain") == "cp1252"


def test_bytes_that_are_no_text_are_not_guessed() -> None:
    assert guess_charset(bytes(number % 251 + 3 for number in range(0, 9000, 7))) is None


@given(st.binary(max_size=200))
def test_no_bytes_break_it(content: bytes) -> None:
    assert guess_charset(content) is None or content.decode(guess_charset(content) or "", "replace") is not None
