"""One report of the page: its paragraphs with the words marked, and beside each the statements that begin in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from hearsay.records import Certainty, Link, Reading, SourceKind, Statement, ZoneKind
from hearsay.views.marking import Block, Mark, Piece, Role, find_openings, mark_reading, reads_right_to_left
from hearsay.views.markup import element, escape_text
from hearsay.views.tables import ARROW, OWN_VOICE, join_words, name_link, shorten, title_of

WORDS_SIZE = 240
# Zones that a reader takes for body text unless told.
_TAGGED = {ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.CAPTION, ZoneKind.CREDIT}
_DEEPEST = 3


@dataclass(frozen=True)
class _Shown:
    """A reading on a page: its anchors' prefix, its direction, and its statements by the place where they begin."""

    reading: Reading
    anchor: str
    direction: str
    openings: dict[int, tuple[int, ...]]


def show_article(reading: Reading, number: int, *, is_alone: bool = False) -> str:
    """Show a report as an article whose anchors begin with its number; alone, the page's title is its heading."""
    direction = "rtl" if reads_right_to_left(reading.text) else "ltr"
    shown = _Shown(reading, f"r{number}", direction, find_openings(reading))
    blocks = mark_reading(reading)
    has_headline = any(block.kind is ZoneKind.HEADLINE for block in blocks)
    heading = "" if is_alone or has_headline else _words("h2", escape_text(title_of(reading)), shown)
    head = element("header", heading, _facts(reading))
    return element("article", head, *_rows(shown, blocks), class_="report", id=shown.anchor)


def _words(name: str, inner: str, shown: _Shown, *, class_: str | None = None) -> str:
    """Make an element of words of the report, in its language and direction."""
    return element(name, inner, class_=class_, lang=shown.reading.lang, dir=shown.direction)


def _facts(reading: Reading) -> str:
    """Show what the page said about itself, and with which pack it was read."""
    plain = (reading.outlet, reading.published, reading.url, f"pack {reading.pack}")
    credits = reading.credits
    named = {"by": credits.byline, "agency": credits.agency, "photo": credits.photo, "translator": credits.translator}
    facts = [*filter(None, plain), *(f"{name}: {value}" for name, value in named.items() if value)]
    return element("p", *(element("bdi", escape_text(fact)) for fact in facts), class_="facts")


def _rows(shown: _Shown, blocks: tuple[Block, ...]) -> Iterator[str]:
    """Show the paragraphs in order; neighbouring residue is folded into one."""
    for is_residue, group in groupby(blocks, key=lambda block: block.kind is ZoneKind.RESIDUE):
        if is_residue:
            yield _leftover(shown, tuple(group))
        else:
            yield from (element("div", _paragraph(shown, block), _notes(shown, block), class_="row") for block in group)


def _leftover(shown: _Shown, blocks: tuple[Block, ...]) -> str:
    """Show residue folded away, yet present."""
    summary = element("summary", "Left over from the page, not part of the report")
    inner = (_paragraph(shown, block) + _notes(shown, block) for block in blocks)
    return element("details", summary, *inner, class_="leftover")


def _paragraph(shown: _Shown, block: Block) -> str:
    """Show one paragraph with its pieces marked."""
    tag = element("span", class_="tag", data_zone=block.kind.value) if block.kind in _TAGGED else ""
    name = "h2" if block.kind is ZoneKind.HEADLINE else "p"
    inner = tag + "".join(_piece(shown, piece, block) for piece in block.pieces)
    return _words(name, inner, shown, class_=f"words zone-{block.kind}")


def _piece(shown: _Shown, piece: Piece, block: Block) -> str:
    """Show one piece, with the numbers of the statements that begin there before it."""
    numbers = "".join(_number(shown, number) for number in piece.opens)
    words = escape_text(shown.reading.text[slice(*piece.span)])
    zone = () if piece.zone is block.kind else (f"zone-{piece.zone}",)
    classes = " ".join((*zone, *_classes(shown.reading, piece)))
    if not classes:
        return numbers + words
    return numbers + element("span", words, class_=classes, data_s=_numbers(piece.marks), title=_value(piece.marks))


def _number(shown: _Shown, number: int) -> str:
    """Show a statement's number in the text as a link to it; the digits are CSS, so copied text stays clean."""
    class_ = "no" if shown.reading.statements[number - 1].chain else "no own"
    note = f"#{shown.anchor}n{number}"
    label = f"statement {number}"
    return element("a", class_=class_, id=f"{shown.anchor}w{number}", href=note, data_of=number, aria_label=label)


def _classes(reading: Reading, piece: Piece) -> Iterator[str]:
    """Name a piece's classes: its roles, how deep contents are nested, and whether they are denied."""
    yield from dict.fromkeys(mark.role.value for mark in piece.marks)
    said = [reading.statements[mark.number - 1] for mark in piece.marks if mark.role is Role.CONTENT]
    if len(said) > 1:
        yield f"deep-{min(len(said), _DEEPEST)}"
    if any(statement.certainty is Certainty.DENIED for statement in said):
        yield "is-denied"


def _notes(shown: _Shown, block: Block) -> str:
    """Show the statements whose words begin in a paragraph."""
    places = (piece.opens for piece in block.pieces)
    notes = [_note(shown, number) for opens in places for number in opens]
    return element("ol", *notes, class_="notes") if notes else ""


def _note(shown: _Shown, number: int) -> str:
    """Show one statement: its chain, how it is said, its words."""
    statement = shown.reading.statements[number - 1]
    label = f"statement {number}: to its words"
    link = element("a", str(number), href=f"#{shown.anchor}w{number}", aria_label=label)
    words = escape_text(shorten(join_words(shown.reading.text, statement), WORDS_SIZE))
    short = _words("p", words, shown, class_="short") if statement.chain else ""
    inner = element("div", _chain(statement, shown.reading), _how(statement), short)
    class_ = f"note is-{statement.certainty}{'' if statement.chain else ' own'}"
    return element("li", link, inner, class_=class_, id=f"{shown.anchor}n{number}", data_of=number)


def _chain(statement: Statement, reading: Reading) -> str:
    """Draw the chain from the reader to the ultimate source."""
    if not statement.chain:
        return element("p", element("bdi", escape_text(reading.outlet or OWN_VOICE)), class_="chain")
    arrow = f' <span class="arrow" aria-label="citing">{ARROW}</span> '
    last = len(statement.chain) - 1
    links = (_link(link, is_through=place < last) for place, link in enumerate(statement.chain))
    return element("p", arrow.join(links), class_="chain", lang=reading.lang)


def _link(link: Link, *, is_through: bool) -> str:
    """Name one link of a chain; its kind is the tooltip."""
    kind = "nobody is named" if link.kind is SourceKind.NONE else link.kind.value
    lang = None if link.name else "en"
    return element("bdi", escape_text(name_link(link)), title=kind, class_="through" if is_through else None, lang=lang)


def _how(statement: Statement) -> str:
    """Tell the act, the certainty, whether the words are the source's own, and the dates."""
    facts = [element("span", statement.certainty.value, class_=f"is-{statement.certainty}")]
    if statement.chain:
        facts.insert(0, element("b", statement.act.value, class_=f"act-{statement.act}"))
        facts.append(element("span", statement.directness.value))
    dates = (("said", statement.said), ("about", statement.about))
    facts += [element("span", f"{name} {escape_text(value)}") for name, value in dates if value]
    return element("p", *facts, class_="how")


def _numbers(marks: Iterable[Mark]) -> str | None:
    """Return the numbers of the statements that a piece belongs to."""
    return " ".join(dict.fromkeys(str(mark.number) for mark in marks if mark.number)) or None


def _value(marks: Iterable[Mark]) -> str | None:
    """Return the value of the time that a piece belongs to."""
    return next((mark.value for mark in marks if mark.role is Role.TIME), None)
