"""One self-contained page: reports with their words marked, each statement beside its paragraph, and who says what.

The page asks nothing of a network and runs no script: words and statements light each other up through CSS `:has`, and
where a browser lacks it the links between them still lead there and back.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from string import Template

from hearsay.records import Reading, Refusal
from hearsay.views.article import show_article
from hearsay.views.markup import element, escape_text
from hearsay.views.tables import SourceLine, count_sources, title_of

# More rows are folded away: a page of a thousand reports names thousands of sources, most of them once.
SOURCES_SHOWN = 12
PLACES_SHOWN = 12


def write_page(readings: Sequence[Reading], *, title: str = "", refusals: Sequence[Refusal] = ()) -> str:
    """Write the page of these readings, and of what could not be read."""
    title = title or (title_of(readings[0]) if len(readings) == 1 else "Who says what")
    is_alone = len(readings) == 1
    articles = (show_article(reading, number, is_alone=is_alone) for number, reading in enumerate(readings, start=1))
    parts = [
        _head(readings, title),
        _index(readings) if len(readings) > 1 else "",
        _sources(readings),
        element("main", *articles, id="reports", tabindex="-1"),
        _refusals(refusals),
    ]
    most = max((len(reading.statements) for reading in readings), default=0)
    return Template(_part("page.html")).substitute(
        title=escape_text(title), style=_part("page.css"), pairs=_pairs(most), body="\n".join(filter(None, parts))
    )


@cache
def _part(name: str) -> str:
    """Return a template file of this room."""
    return (files("hearsay.views") / name).read_text(encoding="utf8")


def _pairs(most: int) -> str:
    """Write the rules by which a statement and its words light each other up, one pair a number."""
    words = ".report:has([data-of='{n}']:is(:hover,:focus-visible,:focus-within,:target)) [data-s~='{n}']"
    notes = ".report:has(.words [data-s~='{n}']:hover) .note[data-of='{n}']"
    numbers = range(1, most + 1)
    lit = [words.format(n=n) + "{background:var(--lit)}" for n in numbers]
    return "\n".join(lit + [notes.format(n=n) + "{border-color:var(--accent)}" for n in numbers])


def _head(readings: Sequence[Reading], title: str) -> str:
    """Say what the page holds and which mark means what."""
    statements = sum(len(reading.statements) for reading in readings)
    counts = " · ".join((_count(len(readings), "report"), _count(statements, "statement")))
    legend = (
        element("span", "source", class_="source") + " who says it",
        element("span", "cue", class_="cue") + " the word that shows it",
        element("span", "content", class_="content") + " what is said",
        element("span", "dotted", class_="own") + " the report’s own voice",
    )
    return element(
        "header",
        element("p", "<b>hearsay</b> · who says so?", class_="brand"),
        element("h1", element("bdi", escape_text(title))),
        element("p", counts),
        element("ul", *(element("li", entry) for entry in legend), class_="legend"),
        class_="top",
    )


def _index(readings: Sequence[Reading]) -> str:
    """List the reports."""
    entries = (_index_entry(reading, number) for number, reading in enumerate(readings, start=1))
    heading = element("h2", "Reports", class_="heading", id="index")
    return element("nav", heading, element("ol", *entries), class_="index", aria_labelledby="index")


def _index_entry(reading: Reading, number: int) -> str:
    """Make one line of the list of reports."""
    facts = " · ".join(fact for fact in (reading.outlet, reading.published, reading.lang) if fact)
    link = element("a", element("bdi", escape_text(title_of(reading)), lang=reading.lang), href=f"#r{number}")
    count = element("span", _count(len(reading.statements), "statement"))
    return element(
        "li", element("span", str(number)), link, count, element("small", element("bdi", escape_text(facts)))
    )


def _sources(readings: Sequence[Reading]) -> str:
    """Say who says how much, and where."""
    rows = count_sources(readings)
    if not rows:
        return ""
    numbers = {reading.id: number for number, reading in reversed(list(enumerate(readings, start=1)))}
    most = len(rows[0].places)
    shown = _source_table(rows[:SOURCES_SHOWN], numbers, most)
    rest = ""
    if rows[SOURCES_SHOWN:]:
        more = element("summary", _count(len(rows) - SOURCES_SHOWN, "more source"))
        rest = element("details", more, _source_table(rows[SOURCES_SHOWN:], numbers, most))
    heading = element("h2", "Who says what", class_="heading", id="who")
    return element("section", heading, shown, rest, aria_labelledby="who")


def _source_table(rows: Iterable[SourceLine], numbers: dict[str, int], most: int) -> str:
    """Lay sources out as a table."""
    names = (("source", None), ("kind", "kind"), ("through", "via"), ("statements", None), ("where", None))
    head = element("tr", *(element("th", name, scope="col", class_=class_) for name, class_ in names))
    body = (_source_row(row, numbers, most) for row in rows)
    return element("table", element("thead", head), element("tbody", *body), class_="sources")


def _source_row(row: SourceLine, numbers: dict[str, int], most: int) -> str:
    """Show a source with a bar as long as its share, and links to its statements."""
    bar = element("span", str(len(row.places)), class_="bar", style=f"--share:{100 * len(row.places) // most}%")
    links = [_place(numbers[report], number, len(numbers)) for report, number in row.places[:PLACES_SHOWN]]
    left = len(row.places) - PLACES_SHOWN
    more = [f"and {left} more"] if left > 0 else []
    return element(
        "tr",
        element("td", element("bdi", escape_text(row.name)), class_="name"),
        element("td", row.kind.value, class_="kind"),
        element("td", element("bdi", escape_text(", ".join(row.via))), class_="via"),
        element("td", bar, class_="count"),
        element("td", element("span", *links, *more, class_="places")),
    )


def _place(report: int, number: int, reports: int) -> str:
    """Link to a statement, named by its report's number where there are several."""
    name = f"{report}.{number}" if reports > 1 else str(number)
    return element("a", name, href=f"#r{report}n{number}", aria_label=f"report {report}, statement {number}")


def _refusals(refusals: Sequence[Refusal]) -> str:
    """List what could not be read, so that nothing is lost in silence."""
    if not refusals:
        return ""
    cells = ((refusal.where, refusal.reason, refusal.detail) for refusal in refusals)
    rows = (element("tr", *(element("td", escape_text(cell)) for cell in row)) for row in cells)
    heading = element("h2", "Not read", class_="heading", id="refused")
    return element("section", heading, element("table", *rows, class_="sources refused"), aria_labelledby="refused")


def _count(number: int, name: str) -> str:
    """Say how many.

    >>> _count(1, "report"), _count(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number} {name}{'' if number == 1 else 's'}"
