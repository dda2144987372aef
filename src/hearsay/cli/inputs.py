"""What `hearsay read` reads, in order: files, folders, standard input, JSON Lines; and the work on one of them."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from msgspec.structs import replace

from hearsay.cli.options import ReadOptions
from hearsay.errors import SettingsError
from hearsay.gather import Reason, find_files, read_lines, read_paths, read_reports
from hearsay.gather.addresses import is_address
from hearsay.packs.loading import is_pack_file, list_languages
from hearsay.records import Reading, Record, Refusal, Report

STANDARD_INPUT = "-"


class Item(Record, frozen=True):
    """A report to read, or why there is none; `where` is for people, `id` stands in its line of JSON."""

    id: str
    where: str
    report: Report | Refusal


def find_items(options: ReadOptions) -> Iterator[Item]:
    """Find everything that the options name, one at a time."""
    if options.jsonl:
        yield from find_lines(options.jsonl)
    for path in options.paths or ():
        yield from [fetch_item(path, options)] if is_address(path) else find_in_path(path)


def fetch_item(address: str, options: ReadOptions) -> Item:
    """Fetch the report of an address."""
    from hearsay.gather.single import fetch_report
    from hearsay.settings import load_settings

    return _item(address, fetch_report(address, load_settings(), allow_private=options.allow_private))


def find_in_path(path: str) -> Iterator[Item]:
    """Find the reports of a file, a folder or standard input."""
    if path == STANDARD_INPUT:
        yield from (_item("standard input", report) for report in read_paths([path]))
        return
    for found in find_files(path):
        outcomes = [(found.where, found)] if isinstance(found, Refusal) else read_reports(found)
        yield from (_item(where, report) for where, report in outcomes)


def find_lines(path: Path) -> Iterator[Item]:
    """Find the reports of a file of JSON Lines, each under the id that its line gave."""
    with ExitStack() as stack:
        lines: Iterable[bytes] = sys.stdin.buffer
        if str(path) != STANDARD_INPUT:
            try:
                lines = stack.enter_context(path.open("rb"))
            except OSError as error:
                raise SettingsError(f"--jsonl {path}: {error.strerror}; check the path.") from error
        for identity, report in read_lines(lines, str(path)):
            yield Item(identity, report.where if isinstance(report, Refusal) else identity, report)


def read_item(
    item: Item, *, language: str | None = None, published: str | None = None
) -> tuple[str, Reading | Refusal]:
    """Read one item; what cannot be read becomes a refusal, so that one bad report stops nothing."""
    if isinstance(item.report, Refusal):
        return item.id, item.report
    report = replace(item.report, lang=language or item.report.lang, published=published or item.report.published)
    return item.id, read_report(report, item.where)


def read_report(report: Report, where: str) -> Reading | Refusal:
    """Read a report with the pack of its language."""
    from hearsay.reading import read

    language = choose_language(report, where)
    if isinstance(language, Refusal):
        return language
    try:
        return read(report, language=language)
    except Exception as error:  # a mistake of ours in one report must not cost the other thousand
        return Refusal(
            where, "failed", f"{type(error).__name__}: {error}. This is a mistake of hearsay: please report it."
        )


def choose_language(report: Report, where: str) -> str | Refusal:
    """Choose the language: the one that was told, else the one that the text is in."""
    if report.lang and is_pack_file(report.lang):
        return report.lang
    if report.lang:
        language = report.lang.split("-")[0].lower()
    else:
        from hearsay.packs.identification import identify

        identified = identify(report.text)
        if identified.language is None:
            detail = f"its language cannot be told for sure: {identified.reason}; name it with --lang ({_packs()})"
            return Refusal(where, str(Reason.UNSURE_LANGUAGE), detail)
        language = identified.language
    if language not in list_languages():
        detail = f"it is in '{language}', for which there is no pack; {_packs()} (--lang chooses one)"
        return Refusal(where, str(Reason.NO_PACK), detail)
    return language


def _packs() -> str:
    """Say which packs there are."""
    return f"there are packs for: {', '.join(list_languages())}"


def _item(where: str, report: Report | Refusal) -> Item:
    """Make an item whose id is the report's own."""
    return Item(where if isinstance(report, Refusal) else report.id, where, report)
