"""What `hearsay read` reads, in order: files, folders, standard input, JSON Lines; and the work on one of them."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from hearsay.cli.options import ReadOptions
from hearsay.records import Reading, Record, Refusal, Report


class Item(Record, frozen=True):
    """A report to read, or why there is none, with the id under which the outcome is printed."""

    id: str
    report: Report | Refusal


def find_items(options: ReadOptions) -> Iterator[Item]:
    """Find everything that the options name."""
    for path in options.paths or ():
        p = Path(path)
        for f in sorted(p.iterdir()) if p.is_dir() else [p]:
            if not f.exists():
                yield Item(str(f), Refusal(str(f), "missing", "there is no such file; check the path"))
            else:
                text = f.read_text(encoding="utf8")
                yield Item(str(f), Report(id=f.name, text=text, lang="bn" if "প" in text else "en"))


def read_item(item: Item, *, language: str | None, published: str | None) -> tuple[str, Reading | Refusal]:
    """Read one item; what cannot be read becomes a refusal."""
    if isinstance(item.report, Refusal):
        return item.id, item.report
    given = {"lang": language, "published": published}
    report = replace(item.report, **{name: value for name, value in given.items() if value})
    return item.id, _read(report)


def _read(report: Report) -> Reading | Refusal:
    """Read a report with its language's pack."""
    from hearsay.reading import read

    return read(report, language=report.lang)
