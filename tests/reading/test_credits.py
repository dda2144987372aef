"""Credits: one field at a time from zones found in the text, and what a page said about itself."""

from hearsay.reading.credits import find_credits
from hearsay.reading.zones import find_zones
from hearsay.records import Credits, Zone, ZoneKind


def credits_of(*lines: str, language: str = "en", given: Credits | None = None) -> Credits:
    """Find the credits of a text of these lines after a line of body."""
    first = "The talks failed, officials said." if language == "en" else "আলোচনা ব্যর্থ হয়েছে বলে জানা গেছে।"
    text = "\n".join([first, *lines])
    return find_credits(text, find_zones(text, language=language), language=language, given=given)


def test_no_credits() -> None:
    assert credits_of() == Credits()


def test_byline_and_agency() -> None:
    assert credits_of("Jane Roe (Reuters)") == Credits(byline="Jane Roe", agency="Reuters")
    assert credits_of("By Jane Roe").byline == "Jane Roe"
    assert credits_of("Reporting by Jane Roe; Editing by John Doe").byline == "Jane Roe"


def test_agency_of_a_dateline() -> None:
    text = "GENEVA (AP) — Talks failed."
    assert find_credits(text, find_zones(text, language="en"), language="en").agency == "AP"


def test_photo_translator_source() -> None:
    assert credits_of("Guards at the gate. Photo: Jane Roe/AFP").photo == "Jane Roe/AFP"
    assert credits_of("Translated by Jane Roe").translator == "Jane Roe"
    assert credits_of("Source: https://example.org/a").source_link == "https://example.org/a"


def test_photo_is_no_agency_of_the_text() -> None:
    assert credits_of("Photo: Reuters") == Credits(photo="Reuters")


def test_credit_after_a_caption_is_the_pictures() -> None:
    text = "Talks failed.\nGuards at the gate. AP"
    zones = (Zone(ZoneKind.BODY, (0, 13)), Zone(ZoneKind.CAPTION, (14, 33)), Zone(ZoneKind.CREDIT, (34, 36)))
    assert find_credits(text, zones, language="en") == Credits(photo="AP")


def test_bengali() -> None:
    found = credits_of("করিম রহমান ( রয়টার্সের মতে)", "অনুবাদ: জেন রো", "ছবি: কেসিএনএ", language="bn")
    assert found == Credits(byline="করিম রহমান", agency="রয়টার্স", photo="কেসিএনএ", translator="জেন রো")


def test_given_goes_first_and_an_agency_as_author_is_the_agency() -> None:
    assert credits_of("By John Doe", given=Credits(byline="Jane Roe")).byline == "Jane Roe"
    assert credits_of(given=Credits(byline="Associated Press")).agency == "Associated Press"
