"""hearsay: who says so? Reads news reports and tells what is said, on whose word, through whom, how surely.

>>> reading = read("The bridge is closed, the police said.", lang="en")
>>> reading.statements[0].chain[0].name
'police'
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from hearsay.drawers import register_drawer
from hearsay.errors import GatherError, HearsayError, SettingsError

if TYPE_CHECKING:
    from hearsay.ledger import Ledger
    from hearsay.records import Reading, Report

__all__ = ["HearsayError", "Ledger", "Reading", "Report", "__version__", "read"]
__version__ = "0.1.0"


def read(source: str | Path, *, lang: str | None = None, published: str | None = None) -> "Reading":
    """Read one report: a path to a file, or the text itself.

    `lang` is the code of a pack ("bn"); without it the language is identified. `published` is the day, month or year of
    publication ("2023-09-05"); relative times stay open without it. Offsets in the reading are code points of the text.
    Raises GatherError where the file or its language cannot be read, PackError where there is no such pack,
    SettingsError where the date is none.

    >>> reading = read("সেতুটি কাল বন্ধ থাকবে বলে পুলিশ জানিয়েছে।", published="2023-09-05")
    >>> reading.lang, reading.statements[0].chain[0].name, reading.statements[0].certainty.value
    ('bn', 'পুলিশ', 'planned')
    """
    from msgspec.structs import replace

    from hearsay.reading import read as read_report

    report = _as_report(source)
    _check_date(published)
    report = replace(report, published=published or report.published)
    return read_report(report, language=lang or report.lang or _identify(report.text))


def _as_report(source: str | Path) -> "Report":
    """Take a path for a file and any other string for the text itself."""
    from hearsay.gather import make_report, read_file
    from hearsay.records import Refusal

    if not (isinstance(source, Path) or _is_file(source)):
        return make_report(source)
    report = read_file(Path(source))
    if isinstance(report, Refusal):
        raise GatherError(f"{report.where}: {report.detail}", reason=report.reason)
    return report


def _is_file(source: str) -> bool:
    """Tell whether a string names a file; a text never does."""
    if "\n" in source or len(source) > 1000:
        return False
    try:
        return Path(source).is_file()
    except (OSError, ValueError):  # too long for a name, or a character that no name has: so it is a text
        return False


def _check_date(published: str | None) -> None:
    """Check the form of a date of publication."""
    from hearsay.gather.days import read_date

    if published is not None and read_date(published) != published:
        raise SettingsError(
            f"published was given '{published}', which is no date; wanted is YYYY-MM-DD, YYYY-MM or YYYY."
        )


def _identify(text: str) -> str:
    """Identify the language of a text, or say that it cannot be told."""
    from hearsay.packs.identification import identify

    identified = identify(text)
    if identified.language is None:
        raise GatherError(
            f"the language cannot be told for sure: {identified.reason}; name it with lang=", reason="unsure-language"
        )
    return identified.language


def _draw(record: Any) -> str:
    """Draw a record as HTML when a notebook shows it; the views are loaded then."""
    from hearsay.views.notebook import draw

    return draw(record)


register_drawer(_draw)


def __getattr__(name: str) -> Any:
    """Import what is exported only when it is asked for: the command line starts faster without."""
    if name == "Ledger":
        from hearsay.ledger import Ledger

        return Ledger
    if name in ("Reading", "Report"):
        from hearsay import records

        return getattr(records, name)
    raise AttributeError(f"module 'hearsay' has no attribute '{name}'")
