"""A small dump in Wikidata's format, of invented items and a few public facts."""

import bz2
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]

WRITERS: dict[str, Callable[[bytes], bytes]] = {"json": lambda raw: raw, "gz": gzip.compress, "bz2": bz2.compress}


def make_snak(value: object) -> Row:
    """Make a snak: of an item's id, of a time, of a quantity or of a text."""
    if isinstance(value, str) and value[:1] == "Q" and value[1:].isdecimal():
        return {"datavalue": {"value": {"id": value}, "type": "wikibase-entityid"}}
    return {"datavalue": {"value": value, "type": "any"}}


def make_time(day: str, precision: int = 11) -> Row:
    """Make a time as precise as told (11 a day, 10 a month, 9 a year)."""
    return {"time": f"+{day}T00:00:00Z", "precision": precision}


def make_statement(value: object, rank: str = "normal", **qualifiers: object) -> Row:
    """Make a statement with its qualifiers."""
    told = {key: [make_snak(given)] for key, given in qualifiers.items()}
    return {"mainsnak": make_snak(value), "rank": rank, "qualifiers": told or []}


def make_item(name: str, labels: Row, sitelinks: int = 50, aliases: Row | None = None, **claims: Any) -> Row:
    """Make an item; a claim is a value, a statement, or a list of them."""
    return {
        "type": "item",
        "id": name,
        "labels": {code: {"language": code, "value": value} for code, value in labels.items()} or [],
        "aliases": {code: [{"value": value} for value in given] for code, given in (aliases or {}).items()} or [],
        "claims": {key: list(_statements(value)) for key, value in claims.items()} or [],
        "sitelinks": {f"wiki{number}": {"title": "x"} for number in range(sitelinks)},
        "descriptions": {},
    }


def _statements(value: Any) -> Iterator[Row]:
    for one in value if isinstance(value, list) else [value]:
        yield one if isinstance(one, dict) and "mainsnak" in one else make_statement(one)


def make_items() -> list[Row]:
    """Make the items of the small dump."""
    term = make_statement("Q900010", P580=make_time("2019-05-06"), P582=make_time("2023-07-00", 10))
    early = make_statement("Q900010", P580=make_time("1990-01-01"), P582=make_time("1994-01-01"))
    return [
        make_item("Q159", {"en": "Russia", "ru": "Россия", "bn": "রাশিয়া"}, P31="Q6256", P297="RU"),
        make_item("Q900001", {"en": "Gullmark", "ru": "Гулльмарк", "bn": "Gullmark"}, P31="Q3624078", P297="XG"),
        make_item("Q900002", {"en": "Old Gullmark"}, P31="Q3624078", P297="XO", P576=make_time("1950-01-01")),
        make_item("Q900003", {"en": "Port Gull"}, P31="Q515", P17="Q900001", P1376="Q900001"),
        make_item("Q900004", {"en": "Sandby"}, P31="Q515", P17="Q900001", P1082={"amount": "+700000"}),
        make_item("Q900005", {"en": "Smallby"}, P31="Q515", P17="Q900001", P1082={"amount": "+7000"}),
        # The person stands before the position, as it may in a dump.
        make_item(
            "Q900006",
            {"en": "Mira Holt", "ru": "Мира Хольт"},
            aliases={"en": ["Holt", "Mira J. Holt"]},
            P31="Q5",
            P21="Q6581072",
            P39=[term, early],
        ),
        make_item("Q900007", {"en": "Olav Unknown"}, sitelinks=2, P31="Q5", P39=term),
        make_item("Q900010", {"en": "defence minister of Gullmark"}, P31="Q4164871", P279="Q2518691", P1001="Q900001"),
        make_item(
            "Q900020", {"en": "Harbour Wire"}, P31="Q192283", P17="Q900001", P856="https://www.harbourwire.example/en"
        ),
        make_item("Q900021", {"en": "Evening Gull"}, P31="Q11032", P856="https://www.facebook.com/gull"),
        make_item("Q900022", {"en": "Nice"}, P31="Q11032", P856="http://nice-paper.example"),
        make_item("Q900023", {"en": "Gull Times"}, P31="Q11032", P856="http://gulltimes.example"),
        make_item("Q900024", {"en": "Gull Times"}, P31="Q11032", P856="http://othergull.example"),
        make_item("Q130879", {"en": "Reuters", "vi": "Reuters"}, P31="Q192283", P856="https://www.reuters.com/"),
        make_item("Q900030", {"en": "Yonhap", "ko": "연합뉴스"}, P31="Q192283", P856="https://www.yna.co.kr/"),
        make_item("Q900040", {"en": "a rock"}, P31="Q8063"),
    ]


def write_dump(folder: Path, ending: str = "json", items: Iterable[Row] | None = None, bad: Iterable[str] = ()) -> Path:
    """Write a dump, packed as its name's ending says, with bad lines in its midst."""
    lines = [json.dumps(item, ensure_ascii=False) + "," for item in (make_items() if items is None else items)]
    middle = len(lines) // 2
    raw = "\n".join(["[", *lines[:middle], *bad, *lines[middle:], "]"]) + "\n"
    path = folder / f"dump.{ending}"
    path.write_bytes(WRITERS[ending](raw.encode()))
    return path
