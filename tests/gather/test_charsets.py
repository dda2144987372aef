"""Charsets: declared rightly, wrongly, not at all; and letters that are text in one font only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError
from hearsay.gather.charsets import check_legacy, decode_bytes, find_codec

RUSSIAN = "Министр сообщил, что мост через реку закроют на ремонт в июне, и добавил, что других решений пока нет. " * 4
CHINESE = "部长说，大桥将在六月关闭维修，目前还没有其他决定。当地居民已经等待了很久，希望工程能够按时完成。" * 4
JAPANESE = "大臣は、橋は六月に修理のため閉鎖されると述べ、ほかの決定はまだないと付け加えた。住民は長く待っている。" * 4


@pytest.mark.parametrize(
    ("text", "charset", "label"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (CHINESE, "gbk", "GB2312"),
        (CHINESE, "gb18030", "gbk"),
        (CHINESE, "big5", "Big5"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc_jp", "euc-jp"),
        ("Ça va, dit-il – « oui »", "cp1252", "ISO-8859-1"),
    ],
)
def test_what_is_declared_is_read_so(text: str, charset: str, label: str) -> None:
    if charset == "big5":
        text = "部長說大橋將在六月關閉"
    content = text.encode(charset)
    assert decode_bytes(content, declared=label) == text
    assert decode_bytes(f"<meta charset='{label}'>".encode() + content).endswith(text)
    assert text in decode_bytes(f'<?xml version="1.0" encoding="{label}"?>'.encode() + content)


@pytest.mark.parametrize(("text", "charset"), [(RUSSIAN, "cp1251"), (CHINESE, "gbk"), (JAPANESE, "shift_jis")])
def test_what_is_not_declared_is_guessed(text: str, charset: str) -> None:
    page = f"<html><head><title>x</title></head><body><p>{text}</p></body></html>"
    assert text in decode_bytes(page.encode(charset))
    assert text in decode_bytes(page.encode(charset), declared="utf-8")


@pytest.mark.parametrize("declared", [None, "iso-8859-1", "windows-1251", "nonsense", "base64", ""])
def test_what_is_utf8_is_read_so_whatever_is_declared(declared: str | None) -> None:
    assert decode_bytes("সেতুটি কাল বন্ধ থাকবে".encode(), declared=declared) == "সেতুটি কাল বন্ধ থাকবে"


def test_a_byte_order_mark_goes_before_everything() -> None:
    assert decode_bytes("мост".encode("utf-16"), declared="utf-8") == "мост"
    assert decode_bytes(b"\xef\xbb\xbfa", declared="utf-16") == "a"


def test_a_broken_byte_costs_one_letter_only() -> None:
    content = RUSSIAN.encode() + b"\xd0 " + RUSSIAN.encode()
    assert decode_bytes(content, declared="utf-8").count("\ufffd") == 1


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=12)))
def test_no_bytes_break_it(content: bytes, declared: str | None) -> None:
    try:
        assert isinstance(decode_bytes(content, declared=declared), str)
    except GatherError as error:
        assert error.reason == "encoding"


def test_labels_mean_what_browsers_take_them_for() -> None:
    assert [find_codec(label) for label in ("ISO-8859-1", "sjis", "rot13", "\x00")] == ["cp1252", "cp932", None, None]


def test_letters_of_an_old_bengali_font_are_refused_by_name() -> None:
    text = "†mZzwU Kvj eÜ _vK‡e e‡j cywjk Rvwb‡q‡Q| gš¿x e‡jb, †givgZ †kl n‡e Ryb gv‡m|"
    for page in (text, f"<p><font face='SutonnyMJ'>{text}</font></p>"):
        with pytest.raises(GatherError, match="Unicode") as caught:
            check_legacy(page)
        assert caught.value.reason == "legacy-font"


@pytest.mark.parametrize(
    "text",
    [
        "The score† was 3‡ and the word‡ more, said the minister.",
        "সেতুটি কাল বন্ধ থাকবে।",
        "<style>font: SutonnyMJ</style>" + RUSSIAN,
    ],
)
def test_other_text_is_not(text: str) -> None:
    check_legacy(text)
