"""Language identification: by script where that decides, else by py3langid among the languages that could be meant.

Neighbours without a pack stay among the candidates (Nepali beside Hindi, Bulgarian beside Russian), so that they are
named and refused rather than read as another language; near twins (Malay, Galician, Macedonian) are left out.
Unsure is said, not guessed. Scripts: UAX 24.
"""

import re
import unicodedata
from collections import Counter
from copy import copy
from functools import cache
from typing import TYPE_CHECKING

from hearsay.records import Record

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 2000  # characters whose scripts are counted; more changes nothing in news and costs time
MODEL_SAMPLE = 600  # characters given to the model, at half a microsecond each; more changed nothing on news
_ENOUGH = 3  # letters; less is no language
_SURE = 0.35  # below it even headlines of the sets at hand were told wrong as often as right
_MARGIN = 0.1  # between the best and the second
_SHORT = 12  # letters; "Kim - Putin" is any language

_OWN_SCRIPTS = {
    "BENGALI": "bn",
    "HANGUL": "ko",
    "THAI": "th",
    "TAMIL": "ta",
    "GREEK": "el",
    "HEBREW": "he",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "TELUGU": "te",
    "MALAYALAM": "ml",
    "KANNADA": "kn",
    "SINHALA": "si",
    "ORIYA": "or",
    "MYANMAR": "my",
    "KHMER": "km",
    "LAO": "lo",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "ETHIOPIC": "am",
}
# Letters that only one language of a script has; for Japanese, forms that no kind of Chinese uses.
_TELLING = (
    ("BENGALI", re.compile("[ৰৱ]"), "as"),
    ("ARABIC", re.compile("[ٹڈڑےںھ]"), "ur"),
    ("CYRILLIC", re.compile("[їєґ]"), "uk"),
    ("CYRILLIC", re.compile("[ў]"), "be"),
    ("CYRILLIC", re.compile("[ђћџљњ]"), "sr"),
    (
        "HAN",
        re.compile("[価気図経済対発売変実験検県駅働込円圧団囲択沢渋焼総続縄拡戦伝様歩応桜権歓観関険剣鉱恵鶏]"),
        "ja",
    ),
)
# Scripts of several languages: those that are to have packs, then those that are taken for them.
_SHARED = {
    "LATIN": "en vi es fr de tr id pt it pl cs sv fi is nl da no ro sk ca hu hr",
    "CYRILLIC": "ru uk bg sr be",
    "ARABIC": "ar ur fa ps",
    "DEVANAGARI": "hi mr ne",
    "HAN": "zh ja",
}
# Reports in other scripts quote English and name firms in Latin letters, the other way round is rare; and one ideograph
# or syllable block says as much as two letters.
_WEIGHTS = {"LATIN": 1, "HAN": 4, "HANGUL": 4}
_HAN = frozenset({"CJK", "HIRAGANA", "KATAKANA"})


class Identified(Record, frozen=True):
    """The language of a text, how sure that is (0 to 1), and why; None if it could not be told."""

    language: str | None
    confidence: float
    reason: str


def identify(text: str) -> Identified:
    """Tell the language of a text from up to 2,000 characters in its middle.

    >>> identify("দক্ষিণ কোরিয়ার মন্ত্রী জানিয়েছেন").language, identify("অসমৰ মুখ্যমন্ত্ৰী").language
    ('bn', 'as')
    """
    sample = _middle(text, SAMPLE)
    scripts = count_scripts(sample)
    letters = sum(scripts.values())
    if letters < _ENOUGH:
        return Identified(None, 0.0, "there are too few letters")
    script, most = scripts.most_common(1)[0]
    if most < 0.5 * letters:
        names = ", ".join(name.lower() for name, _ in scripts.most_common(3))
        return Identified(None, most / letters, f"the scripts are mixed: {names}")
    return _by_script(sample, script, most / letters) or _by_model(_middle(sample, MODEL_SAMPLE), script)


def _middle(text: str, size: int) -> str:
    """Return the middle of a text: its edges are menus and notices more often."""
    start = max(0, (len(text) - size) // 2)
    return text[start : start + size]


def count_scripts(sample: str) -> Counter[str]:
    """Count letters and vowel signs by script; kana and ideographs are one, as Japanese mixes them.

    >>> count_scripts("CEO 김정은").most_common(1)
    [('HANGUL', 12)]
    """
    counts: Counter[str] = Counter()
    for character, number in Counter(sample).items():
        if unicodedata.category(character)[0] in "LM":
            script = _script(character)
            script = "HAN" if script in _HAN else script
            counts[script] += number * _WEIGHTS.get(script, 2)
    del counts["COMBINING"]
    return counts


@cache
def _script(character: str) -> str:
    """Return the first word of the character's name, which is its script for all scripts of the packs."""
    return unicodedata.name(character, "UNKNOWN").split(" ", 1)[0].split("-", 1)[0]


def _by_script(sample: str, script: str, share: float) -> Identified | None:
    """Tell the language where script or letters alone decide."""
    if script == "HAN" and _has_kana(sample):
        return Identified("ja", share, "script: kana")
    for where, letters, language in _TELLING:
        found = letters.findall(sample.lower()) if where == script else []
        # In a long text one such letter may be a quoted name.
        if len(found) >= max(1, len(sample) // 300):
            return Identified(language, share, f"letters of its own: {found[0]}")
    if script in _OWN_SCRIPTS:
        return Identified(_OWN_SCRIPTS[script], share, f"script: {script.lower()}")
    if script not in _SHARED:
        return Identified(None, share, f"no language is known for the script {script.lower()}")
    return None


def _has_kana(sample: str) -> bool:
    """Tell whether kana stand among the ideographs as they do in Japanese; a headline may have none."""
    scripts = Counter(_script(character) for character in sample if character.isalpha())
    return scripts["HIRAGANA"] + scripts["KATAKANA"] >= 0.1 * max(1, scripts["CJK"])


@cache
def _whole_model() -> "LanguageIdentifier":
    """Load py3langid: it takes half a second, so only where it is needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _model(script: str) -> "LanguageIdentifier":
    """Return the model restricted to the languages of a script."""
    model = copy(_whole_model())
    model.set_languages(_SHARED[script].split())
    return model


def _by_model(sample: str, script: str) -> Identified:
    """Tell the language by byte n-grams among those written in the script; too close a call is none."""
    words = _words_of(sample, script)
    ranked = _model(script).rank(words)
    (language, confidence), (other, next_best) = ranked[:2]
    if confidence < _SURE or confidence - next_best < _MARGIN or (len(words) < _SHORT and script == "LATIN"):
        return Identified(None, confidence, f"it could be {language} or {other}")
    return Identified(language, confidence, f"words like {language}'s, then {other}'s")


def _words_of(sample: str, script: str) -> str:
    """Return the words that are not in another script: names of firms in Latin letters tell nothing in Russian."""
    if script in ("LATIN", "HAN"):
        return sample
    return " ".join(word for word in sample.split() if any(_script(letter) == script for letter in word)) or sample
