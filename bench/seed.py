"""What is read in the report that the project began from, as a table: `python -m bench.seed` writes docs/seed.md.

The report itself is not part of the project; the table holds only the first words of each statement.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

import hearsay
from bench.floors import DATA
from hearsay.records import Event, Link, Reading, SourceKind, Statement

PUBLISHED = "2023-09-05"
TABLE = Path(__file__).parents[1] / "docs" / "seed.md"
WORDS = 12


def main() -> None:
    """Read the seed report and write the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.seed", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    reading = hearsay.read(options.data / "seed.bn.txt", published=PUBLISHED)
    TABLE.write_text("\n".join(draw_table(reading)) + "\n", encoding="utf8")
    print(f"{TABLE.relative_to(TABLE.parents[1])}: {len(reading.statements)} statements")


def draw_table(reading: Reading) -> Iterable[str]:
    """Draw zones, times, credits and statements as Markdown."""
    text = reading.text
    yield "# The seed report, statement by statement\n"
    yield f"Made by `python -m bench.seed`; published {PUBLISHED}, pack {reading.pack}."
    yield "\n## Zones other than body\n"
    zones = (zone for zone in reading.zones if zone.kind != "body")
    yield from (f"- {zone.kind}: {_shorten(text[slice(*zone.span)])}" for zone in zones)
    yield f"- credits: byline {reading.credits.byline}, agency {reading.credits.agency}, photo {reading.credits.photo}"
    yield f"\n## Times ({len(reading.times)})\n"
    yield from (f"- {text[slice(*time.span)]} = {time.value}" for time in reading.times)
    yield f"\n## Statements ({len(reading.statements)})\n"
    yield "| no. | first words | chain, nearest to the reader first | act | certainty | speech | said | about | event | trace |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    yield from (_draw_row(number, text, one) for number, one in enumerate(reading.statements, 1))


def _draw_row(number: int, text: str, statement: Statement) -> str:
    """Draw one statement as a row."""
    words = " … ".join(_shorten(text[slice(*span)]) for span in statement.content)
    chain = " ← ".join(map(_draw_link, statement.chain)) or "the report itself"
    cells = [str(number), words, chain, statement.act, statement.certainty, statement.directness]
    cells += [statement.said or "", statement.about or "", _draw_event(statement.event), ", ".join(statement.trace)]
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _draw_link(link: Link) -> str:
    """Draw one link of a chain with its kind."""
    return "no one named" if link.kind is SourceKind.NONE else f"{link.name} ({link.kind})"


def _draw_event(event: Event | None) -> str:
    """Draw an event as type and roles."""
    if event is None:
        return ""
    roles = (event.actor, event.recipient, event.object, event.place)
    return f"{event.type}: " + ", ".join(role or "-" for role in roles)


def _shorten(words: str) -> str:
    """Keep the first words, on one line."""
    parts = words.split()
    return " ".join(parts[:WORDS]) + (" …" if len(parts) > WORDS else "")


if __name__ == "__main__":
    main()
