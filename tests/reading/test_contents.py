"""Contents: how far what is said reaches, and what is none, in the word order of each language."""

import pytest

from tests.reading.reading_factories import tell


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "The mayor said the bridge was safe, but nobody crossed it.", "the bridge was safe"),
        ("de", "In Berlin sagte die Ministerin, die Brücke sei sicher.", "die Brücke sei sicher"),
        ("is", "Á mánudag sagðist ráðherrann ekki hafa séð skýrsluna.", "ekki hafa séð skýrsluna"),
        ("ar", "قال الوزير إن الجسر آمن.", "الجسر آمن"),
        ("tr", "Başkan, köprünün kapanacağını söyledi.", "köprünün kapanacağını"),
    ],
)
def test_the_content_reaches_to_its_edge(language: str, text: str, content: str) -> None:
    assert [told.what for told in tell(text, language)] == [(content,)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Ministerin sagte, der am Montag."),
        ("de", "Am Montag sagte der Minister nicht, dass die Brücke sicher ist."),
        ("tr", "Belediye, köprünün çubuğunu söyledi."),
    ],
)
def test_what_has_not_the_shape_of_a_content_is_none(language: str, text: str) -> None:
    assert tell(text, language) == []
