"""Measure extraction: body, title, authors, date, captions and credits of captured pages, residue left, and speed.

Usage: python -m bench.extraction [--data ../shared/data] [--errors FILE]

Body is what is body after reading's zones as well, where the page's language has a pack. Residue is counted by kinds
(residue.py), and beside it, strictly, every line that gold lacks; trafilatura's own default is counted the same way.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from bench.residue import UNCLASSIFIED, count_kinds
from hearsay.errors import HearsayError
from hearsay.gather.html import extract
from hearsay.packs.entity_files import load_entities
from hearsay.packs.identification import identify
from hearsay.packs.loading import list_languages
from hearsay.reading.credits import find_credits
from hearsay.reading.zones import find_zones
from hearsay.records import Credits, MentionKind, Report, Zone, ZoneKind

DATA = Path(__file__).parents[2] / "shared" / "data"
SETS = ("scrapinghub", "fundus")
# Both extractors run in turn on the same pages, so a busy machine costs both; a tenth of noise is left.
SLACK = {"pages/s of trafilatura's": 0.25}
_MEASURES = {
    "f1": "body F1",
    "title": "title exact",
    "author": "authors",
    "date": "date",
    "captions": "captions",
    "credits": "photo credits",
}
_EVERY = 4

Row = dict[str, Any]


def read_rows(folder: Path) -> list[Row]:
    """Read the gold lines of a set."""
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf8").splitlines()]


def read_html(folder: Path, row: Row) -> str:
    """Read a page: all are UTF-8, whatever they say."""
    return gzip.decompress((folder / row["html_path"]).read_bytes()).decode("utf8", "replace")


def extract_page(html: str, url: str | None) -> tuple[Report, tuple[Zone, ...], Credits]:
    """Extract a page and find its zones and credits as reading does; an empty report where there is none."""
    try:
        report = extract(html, url=url)
    except HearsayError:
        return Report(id="", text=""), (), Credits()
    language = identify(report.text).language
    if language not in list_languages():
        return report, report.zones, report.credits
    zones = find_zones(report.text, language=language, title=report.title, given=report.zones)
    return report, zones, find_credits(report.text, zones, language=language, given=report.credits)


def make_line(row: Row, report: Report, zones: tuple[Zone, ...], credits: Credits) -> Row:
    """Make the scorer's line of a page."""
    told = [*(credits.byline or "").split(", "), credits.agency or "", credits.byline or ""]
    return {
        "id": row["id"],
        "text": "\n".join(body_lines(report, zones)),
        "title": report.title,
        "date": report.published,
        "moment": report.published_at,
        "author": [name for name in told if name],
        "captions": words_of(report, zones, {ZoneKind.CAPTION}),
        "credits": words_of(report, zones, {ZoneKind.CREDIT}),
    }


def words_of(report: Report, zones: tuple[Zone, ...], kinds: set[ZoneKind]) -> list[str]:
    """Return the words of the zones of some kinds."""
    return [report.text[slice(*zone.span)] for zone in zones if zone.kind in kinds]


def body_lines(report: Report, zones: tuple[Zone, ...]) -> list[str]:
    """Return the lines of body, with the datelines that open them."""
    kept = [
        zone
        for zone, following in zip_longest(zones, zones[1:])
        if zone.kind is ZoneKind.BODY
        or (zone.kind is ZoneKind.DATELINE and following and "\n" not in report.text[zone.span[1] : following.span[0]])
    ]
    return [report.text[slice(*zone.span)] for zone in kept]


def score_residue(rows: list[Row], ours: list[str], theirs: list[str]) -> dict[str, float]:
    """Compare two extractors' residue: the lines of the kinds that count as residue, and all lines that gold lacks."""
    counts = [Counter[str](), Counter[str]()]
    for count, texts in zip(counts, (ours, theirs), strict=True):
        for row, text in zip(rows, texts, strict=True):
            count += count_kinds(text, row)
    left, left_by_other = counts
    of_kinds = [count.total() - count[UNCLASSIFIED] for count in counts]
    print(f"residue left, of trafilatura's: {', '.join(f'{k} {left[k]}/{left_by_other[k]}' for k in left_by_other)}")
    return {
        "residue out, of trafilatura's": 1 - of_kinds[0] / max(of_kinds[1], 1),
        "lines that gold lacks out, of trafilatura's": 1 - left.total() / max(left_by_other.total(), 1),
    }


def score_moments(rows: list[Row], lines: list[Row]) -> float:
    """Score the moments of publication: to the minute, at the zone's own hour turned into universal time."""
    asked = [(row, line) for row, line in zip(rows, lines, strict=True) if _read_moment(row.get("date"))]
    found = sum(_read_moment(row["date"]) == _read_moment(line["moment"]) for row, line in asked)
    return found / max(len(asked), 1)


def _read_moment(written: str | None) -> str | None:
    """Read a moment to the minute; None for a day, midnight (which stands for one), or without a zone."""
    try:
        moment = datetime.fromisoformat(written or "")
    except ValueError:
        return None
    is_day = not (moment.hour or moment.minute or moment.second)
    return None if moment.tzinfo is None or is_day else moment.astimezone(UTC).isoformat(timespec="minutes")


def score_set(folder: Path, lines: list[Row]) -> dict[str, float]:
    """Return the scorer's figures of one set."""
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch) / "pages.jsonl"
        found.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf8")
        command = [sys.executable, str(folder.parent / "score.py"), str(folder / "gold.jsonl"), str(found)]
        figures: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return figures


def score_agencies(rows: list[Row], lines: list[Row]) -> tuple[int, int]:
    """Count the pages whose gold authors name an agency, and those where the name is kept as author or credit."""
    agencies = [entity for entity in load_entities().values() if entity.kind is MentionKind.AGENCY]
    names = {name.casefold() for entity in agencies for forms in entity.names.values() for name in forms}
    kept = asked = 0
    for row, line in zip(rows, lines, strict=True):
        named = {
            word for author in row.get("author") or () for word in re.split(r"[\s/,()]+|$", author.casefold()) if word
        }
        named = (named | {author.casefold() for author in row.get("author") or ()}) & names
        told = " ".join([*line["author"], *line["credits"]]).casefold()
        asked += bool(named)
        kept += bool(named) and any(name in told for name in named)
    return kept, asked


def compare_speed(folder: Path, rows: list[Row]) -> float:
    """Return pages a second as a share of trafilatura's default, on the same pages in turn."""
    from trafilatura import extract as extract_body

    ours = theirs = 0.0
    for row in rows[::_EVERY]:
        html = read_html(folder, row)
        start = time.process_time()
        extract_body(html)
        middle = time.process_time()
        try:
            extract(html)
        except HearsayError:
            continue
        ours += time.process_time() - middle
        theirs += middle - start
    return theirs / ours if ours else 0.0


def scores(data: Path) -> dict[str, float]:
    """Return the figures that the gate keeps."""
    return {name: score for name, (score, _) in measure(data).items()}


def measure(data: Path) -> dict[str, tuple[float, list[Row]]]:
    """Measure both sets; each score comes with the lines that it was made of."""
    from trafilatura import extract as extract_body

    found: dict[str, tuple[float, list[Row]]] = {}
    for name in SETS:
        folder = data / "extraction" / name
        rows = read_rows(folder)
        pages = [read_html(folder, row) for row in rows]
        lines = [make_line(row, *extract_page(html, row.get("url"))) for row, html in zip(rows, pages, strict=True)]
        figures = score_set(folder, lines)
        found |= {f"{name} {told}": (figures[key], lines) for key, told in _MEASURES.items() if key in figures}
        if name == "fundus":
            kept, asked = score_agencies(rows, lines)
            found[f"{name} agencies kept"] = (kept / max(asked, 1), lines)
            found[f"{name} moments with zone"] = (score_moments(rows, lines), lines)
            theirs = [extract_body(html) or "" for html in pages]
            residue = score_residue(rows, [line["text"] for line in lines], theirs)
            found |= {f"{name} {told}": (score, lines) for told, score in residue.items()}
            found["pages/s of trafilatura's"] = (compare_speed(folder, rows), [])
    return found


def main() -> None:
    """Print all figures; write the lines of both sets where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--lines", type=Path, help="write what was extracted, a page a line")
    arguments = parser.parse_args()
    found = measure(arguments.data)
    for name, (score, _) in found.items():
        print(f"{name:<45}{score:>8.4f}")
    if arguments.lines:
        sets = {id(lines): lines for _, lines in found.values()}
        written = [json.dumps(line, ensure_ascii=False) for lines in sets.values() for line in lines]
        arguments.lines.write_text("\n".join(written) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
