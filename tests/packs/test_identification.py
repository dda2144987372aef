"""Identification: scripts, telling letters, neighbours, mixed text, and unsure where nothing tells."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.identification import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("মন্ত্রী আজ সংসদে কথা বলেছেন", "bn"),
        ("মন্ত্ৰীয়ে আজি গুৱাহাটীত কথা কয়", "as"),
        ("The minister spoke in parliament today about the budget", "en"),
        ("Der Minister sprach heute im Parlament über den Haushalt", "de"),
        ("Министр выступил сегодня в парламенте с докладом о бюджете", "ru"),
        ("Міністр виступив сьогодні в парламенті з доповіддю про бюджет", "uk"),
        ("وزیر نے آج پارلیمنٹ میں بجٹ پر بات کی", "ur"),
        ("تحدث الوزير اليوم في البرلمان عن الميزانية", "ar"),
        ("मंत्री ने आज संसद में बजट के बारे में बात की", "hi"),
        ("大臣は本日、国会で予算について話した", "ja"),
        ("部长今天在议会谈到预算", "zh"),
        ("장관은 오늘 국회에서 예산에 대해 말했다", "ko"),
    ],
)
def test_languages(text: str, language: str) -> None:
    found = identify(text)
    assert found.language == language
    assert found.reason


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('মন্ত্রী বলেছেন, "We will not accept this decision", জানিয়েছে এএফপি', "bn"),
        ("По данным Example News, компания Example отложила запуск в Индии", "ru"),
        ("The minister said “আমরা যাব না” on Monday, according to two officials in the capital", "en"),
    ],
)
def test_mixed_text_goes_by_most_letters(text: str, language: str) -> None:
    assert identify(text).language == language


@pytest.mark.parametrize("text", ["", "   ", "12 345", "Kim", "Kim – Putin", "🙂🙂🙂"])
def test_unsure_is_said(text: str) -> None:
    found = identify(text)
    assert found.language is None
    assert found.reason


def test_middle_counts_in_long_text() -> None:
    menu = "Home World Asia Sport " * 20
    assert identify(menu + "মন্ত্রী আজ সংসদে কথা বলেছেন। " * 200 + menu).language == "bn"


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    found = identify(text)
    assert 0 <= found.confidence <= 1 + 1e-6
    assert identify(text) == found


def test_model_is_not_loaded_where_script_decides() -> None:
    use = "from hearsay.packs.identification import identify; identify('মন্ত্রী বলেছেন')"
    code = f"import sys; {use}; print('py3langid' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"
