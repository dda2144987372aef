"""Readings, claims and stories as they show in a notebook (`_repr_html_`): small, without script, every text escaped."""

from collections.abc import Iterable, Sequence
from functools import singledispatch

from hearsay.records import Claim, Link, Origin, Reading, Stance, Story
from hearsay.views.claims import draw_range
from hearsay.views.markup import element, escape_text
from hearsay.views.tables import OWN_VOICE, draw_chain, make_lines, name_link, shorten, title_of

# More would fill the notebook; the record itself holds all.
_ROWS = 50
_WORDS = 300


@singledispatch
def draw(record: object) -> str:
    """Draw a record of any other kind as it prints."""
    return element("pre", escape_text(repr(record)))


@draw.register
def draw_reading(reading: Reading) -> str:
    """Draw a reading: what it says on whose word."""
    lines = make_lines(reading)
    rows = [
        (str(line.number), draw_names((line.who, *line.via)), line.act.value, line.certainty.value, line.words)
        for line in lines
    ]
    facts = (reading.outlet, reading.published, reading.lang, f"{len(lines)} statements")
    return _draw(title_of(reading), facts, _table(("no.", "who", "act", "certainty", "words"), rows))


@draw.register
def draw_claim(claim: Claim) -> str:
    """Draw a claim: its origins as a range, who denies it, each statement."""
    origins = claim.origins
    facts = (
        f"origins {draw_range(origins)}",
        f"gates {origins.gates}",
        *(name_origin(origin) for origin in origins.sources),
        *(f"denied by {denier.name}" for denier in claim.denied_by),
    )
    rows = [
        (one.published or "", one.lang, draw_chain(one.chain) or OWN_VOICE, _stance(one.stance), one.text)
        for one in claim.statements
    ]
    return _draw(claim.text, facts, _table(("published", "language", "who", "stance", "words"), rows))


@draw.register
def draw_story(story: Story) -> str:
    """Draw a story: when, in which languages, its reports."""
    facts = (f"{story.first or '?'} to {story.last or '?'}", " ".join(story.languages), f"{len(story.reports)} reports")
    return _draw(story.title, facts, _table(("report",), [(report,) for report in story.reports]))


def name_origin(origin: Origin) -> str:
    """Name an origin.

    >>> from hearsay.records import SourceKind
    >>> name_origin(Origin("q", "", SourceKind.ANONYMOUS, None, ()))
    'unnamed'
    """
    return name_link(Link(origin.kind, origin.name))


def draw_names(names: Iterable[str]) -> str:
    """Write who says it and through whom.

    >>> draw_names(["officials", "US media"])
    'officials, through US media'
    """
    first, *rest = names
    return f"{first}, through {', '.join(rest)}" if rest else first


def _stance(stance: Stance) -> str:
    return "" if stance is Stance.ASSERTS else stance.value


def _draw(title: str, facts: Iterable[str | None], table: str) -> str:
    """Put a title and a line of facts over a table."""
    line = " · ".join(fact for fact in facts if fact)
    heading = element("strong", element("bdi", escape_text(shorten(" ".join(title.split()), _WORDS))))
    return element("div", element("p", heading, "<br>", escape_text(line)), table, class_="hearsay")


def _table(names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Lay rows out; cells bear texts of any direction."""
    head = element("tr", *(element("th", name, scope="col") for name in names))
    body = [
        element(
            "tr", *(element("td", element("bdi", escape_text(shorten(" ".join(cell.split()), _WORDS)))) for cell in row)
        )
        for row in rows[:_ROWS]
    ]
    left = len(rows) - _ROWS
    more = element("p", f"and {left} more") if left > 0 else ""
    return element("table", element("thead", head), element("tbody", *body)) + more
