"""The provenance graph drawn as SVG: in a page, or as a file of its own that carries its style with it."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from hearsay.views.graph import NODE, Edge, Graph, Node, NodeKind
from hearsay.views.markup import Attribute, element, escape_text
from hearsay.views.tables import shorten

_LETTER = 6.7  # the width of a letter of 12 px, on average over Latin and Bengali names
_NO_XML = re.compile("[\x0c\ufffe\uffff]")  # what a page may hold, and XML may not (XML 1.0, 2.2)
_ROUND = {NodeKind.ORIGIN: 12}


def draw_graph(graph: Graph, title: str, *, address: Callable[[str], str] | None = None, is_file: bool = False) -> str:
    """Draw a graph; `address` gives the link of a report, and a file brings its style along."""
    inner = [
        element("title", escape_text(title)),
        element("style", style()) if is_file else "",
        element("rect", class_="paper", width=graph.width, height=graph.height) if is_file else "",
        *_grounds(graph),
        *(_edge(edge, {node.id: node for node in graph.nodes}) for edge in graph.edges),
        *(_node(node, address) for node in graph.nodes),
    ]
    size: dict[str, Attribute] = {"viewBox": f"0 0 {graph.width} {graph.height}", "role": "group"}
    size |= {"width": graph.width, "height": graph.height, "xmlns": "http://www.w3.org/2000/svg"}
    return _NO_XML.sub("\ufffd", element("svg", *inner, class_="picture", **size))


@cache
def style() -> str:
    """Return the style of pictures."""
    return (files("hearsay.views") / "picture.css").read_text(encoding="utf8")


def _grounds(graph: Graph) -> Iterator[str]:
    """Draw what lies behind: a band for every second row, and the days."""
    for number, lane in enumerate(graph.lanes):
        kind = "band denial" if lane.is_denial else "band"
        if number % 2 == 0 or lane.is_denial:
            yield element("rect", class_=kind, x=6, y=lane.y, width=graph.width - 12, height=lane.height, rx=6)
    for x, day in graph.days:
        yield element("line", class_="tick", x1=x - 8, x2=x - 8, y1=12, y2=graph.height - 12)
        yield element("text", escape_text(day or "?"), class_="day", x=x, y=20)


def _edge(edge: Edge, nodes: dict[str, Node]) -> str:
    """Draw a line from a box to the one that it goes back to, with its head there."""
    source, target = nodes[edge.source], nodes[edge.target]
    start = (source.x, source.y + NODE[1] // 2)
    is_left = target.x + target.width <= source.x
    end = (target.x + (target.width if is_left else 0), target.y + NODE[1] // 2)
    bend = max(18, (start[0] - end[0]) // 2) if is_left else 22
    first, second = (start[0] - bend, start[1]), (end[0] + (bend if is_left else -bend), end[1])
    path = f"M{start[0]} {start[1]}C{first[0]} {first[1]} {second[0]} {second[1]} {end[0]} {end[1]}"
    side = 6 if is_left else -6
    head = f"M{end[0]} {end[1]}l{side} -3.5v7z"
    line = element("path", class_=f"edge{' is-copy' if edge.is_copy else ''}", d=path)
    return line + element("path", class_="arrow", d=head)


def _node(node: Node, address: Callable[[str], str] | None) -> str:
    """Draw a box with its name, as a link where it is a report."""
    room = node.width - (36 if node.lang else 16)
    label = escape_text(fit(node.label, room))
    shape = element("rect", x=node.x, y=node.y, width=node.width, height=NODE[1], rx=_ROUND.get(node.kind, 4))
    words = element("text", label, x=node.x + 9, y=node.y + 16)
    place = {"x": node.x + node.width - 22, "y": node.y + 16}
    lang = element("text", escape_text(node.lang[:5]), class_="lang", **place) if node.lang else ""
    note = element("title", escape_text(node.note))
    drawn = element("g", note, shape, words, lang, class_=f"node {node.kind}{' gate' if node.is_gate else ''}")
    if node.report is None or address is None:
        return drawn
    return element("a", drawn, href=address(node.report), aria_label=node.note)


def fit(words: str, room: int) -> str:
    """Shorten words to a width in pixels, by what letters of their script take up.

    >>> fit("The Nodipara Morning Gazette", 80)
    'The Nodipa…'
    """
    widths = [_width(letter) for letter in words]
    if sum(widths) <= room:
        return words
    size = next(size for size in range(len(words), -1, -1) if sum(widths[:size]) <= room - _LETTER)
    return shorten(words, size + 1)


def _width(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Cf"):
        return 0
    return 2 * _LETTER if unicodedata.east_asian_width(letter) in "WF" else _LETTER
