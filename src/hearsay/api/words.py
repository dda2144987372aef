"""The interface's own words, in every language that there is a file for; nothing of a report is ever translated."""

from functools import cache
from importlib.resources import files

import msgspec

from hearsay.records import Record

DEFAULT = "en"


class Language(Record, frozen=True):
    """The words of the pages in one language."""

    name: str
    direction: str
    digits: str
    day: str
    months: tuple[str, ...]
    words: dict[str, str]
    counts: dict[str, tuple[str, str]]
    kinds: dict[str, str]
    acts: dict[str, str]
    certainties: dict[str, str]

    def count(self, what: str, number: int) -> str:
        """Say how many: 1 report, 2 reports."""
        one, many = self.counts[what]
        return (one if number == 1 else many).replace("{n}", self.number(number))

    def number(self, number: int | str) -> str:
        """Write a number in the digits of the language."""
        return str(number).translate({ord("0") + value: digit for value, digit in enumerate(self.digits)})

    def date(self, value: str | None) -> str:
        """Write a day, month or year, as precise as it is; what is no date stays as it is."""
        if not value:
            return self.words["nodate"]
        parts = value[:10].split("-")
        if not all(part.isdigit() for part in parts) or len(parts) > 3 or not self._is_month(parts):
            return value
        year, month, day = (*parts, "", "")[:3]
        name = self.months[int(month) - 1] if month else ""
        written = self.day.format(day=str(int(day)) if day else "", month=name, year=year)
        return self.number(" ".join(written.split()))

    def _is_month(self, parts: list[str]) -> bool:
        return len(parts) == 1 or 1 <= int(parts[1]) <= len(self.months)


@cache
def load_languages() -> dict[str, Language]:
    """Load every language of the pages by its code."""
    found = sorted((files("hearsay.api") / "words").iterdir(), key=lambda item: item.name)
    return {item.name[:-5]: msgspec.toml.decode(item.read_bytes(), type=Language) for item in found}


def choose_language(asked: str | None, kept: str | None, accepted: str) -> str:
    """Choose a language: asked for, else kept in a cookie, else the first that the browser accepts (RFC 9110, 12.5.4).

    >>> choose_language(None, "xx", "de, bn-IN;q=0.8"), choose_language("en", "bn", "")
    ('bn', 'en')
    """
    accepts = [part.split(";")[0].strip().split("-")[0].lower() for part in accepted[:200].split(",")]
    return next((code for code in (asked, kept, *accepts) if code in load_languages()), DEFAULT)
