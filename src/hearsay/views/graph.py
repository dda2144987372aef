"""The provenance graph of a claim as places on a plane: origins, gates, carriers, copies (W3C PROV as a layered drawing).

Each origin has a row of its own; time runs from left to right, one column a day. An edge leads from a report to what it
goes back to: the report that it copies, else the outlet that it cites, else the origin itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from hearsay.linking.testimony import outlet_key
from hearsay.records import Claim, ClaimStatement, Copy, Link, Record, SourceKind, Stance
from hearsay.views.tables import name_link

MOST_REPORTS = 80
NODE = (148, 24)  # 20 letters of a name, and a line of 12 px with air around it
ORIGIN_WIDTH = 232  # a description such as "two senior officials in the ministry"
_GAP = (40, 7)
_ROWS = 12  # of one day; more are laid beside them, or a busy day would be taller than a screen
_MARGIN, _HEAD, _LANE_GAP = 16, 30, 18
_NEWSROOMS = {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.ORGANISATION, SourceKind.PERSON}


class NodeKind(StrEnum):
    """What a node of the picture is."""

    ORIGIN = "origin"
    CARRIER = "carrier"
    COPY = "copy"
    CITED = "cited"
    DENIAL = "denial"


class Node(Record, frozen=True):
    """A box of the picture; `y` and `x` are its upper left corner."""

    id: str
    kind: NodeKind
    label: str
    note: str  # what a pointer or a screen reader is told
    x: int
    y: int
    report: str | None = None
    lang: str | None = None
    is_gate: bool = False

    @property
    def width(self) -> int:
        """Give how wide the box is."""
        return ORIGIN_WIDTH if self.kind is NodeKind.ORIGIN else NODE[0]


class Edge(Record, frozen=True):
    """A line from a box to the one that it goes back to."""

    source: str
    target: str
    is_copy: bool = False


class Lane(Record, frozen=True):
    """A row of the picture: one origin, those who name none, or those who deny."""

    y: int
    height: int
    is_denial: bool = False


class Graph(Record, frozen=True):
    """A picture: its size, the days above their columns, and what stands where."""

    width: int
    height: int
    days: tuple[tuple[int, str], ...]
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class Carried(Record, frozen=True):
    """A report that carries the claim, in the row of its first origin; `cites` is the outlet nearest to the reader."""

    report: str
    outlet: str
    lang: str
    day: str
    lane: int
    origins: tuple[int, ...]
    cites: Link | None
    is_denial: bool


@dataclass
class _Drawing:
    """A drawing under way: what is carried, the x of each day, and the boxes so far."""

    claim: Claim
    carried: Sequence[Carried]
    copies: Mapping[str, str]
    gates: frozenset[str]
    days: dict[str, int] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    lanes: list[Lane] = field(default_factory=list)
    width: int = 0


def lay_out(claim: Claim, outlets: Mapping[str, str], copies: Iterable[Copy] = ()) -> Graph:
    """Lay a claim out; `outlets` are the names of who published each report, `copies` what derives from what."""
    carried = _find_carried(claim, outlets)[:MOST_REPORTS]
    known = {one.report for one in carried}
    derived = {copy.report: copy.of for copy in copies if copy.of in known and copy.report in known}
    gates = frozenset(form for name in claim.origins.gate_names for form in (name, outlet_key(name)))
    drawing = _Drawing(claim, carried, derived, gates)
    _place_days(drawing)
    bottom = _place_lanes(drawing)
    nodes = tuple(drawing.nodes.values())
    days = tuple((x, day) for day, x in drawing.days.items())
    return Graph(drawing.width, bottom, days, tuple(drawing.lanes), nodes, tuple(dict.fromkeys(_edges(drawing))))


def _find_carried(claim: Claim, outlets: Mapping[str, str]) -> list[Carried]:
    """Find the reports of a claim, each once, earliest first."""
    lane_of = {one: lane for lane, origin in enumerate(claim.origins.sources) for one in origin.statements}
    silent, denying = len(claim.origins.sources), len(claim.origins.sources) + 1
    grouped: dict[tuple[str, bool], list[ClaimStatement]] = defaultdict(list)
    for row in claim.statements:
        grouped[row.report, row.stance is Stance.DENIES].append(row)
    found = []
    for (report, is_denial), rows in grouped.items():
        lanes = tuple(dict.fromkeys(lane_of[row.id] for row in rows if row.id in lane_of))
        lane = denying if is_denial else lanes[0] if lanes else silent
        cites = next((row.chain[0] for row in rows if len(row.chain) > 1 and row.chain[0].kind in _NEWSROOMS), None)
        first = rows[0]
        outlet = outlets.get(report) or report
        place = (first.lang, first.published or "", lane, () if is_denial else lanes, cites, is_denial)
        found.append(Carried(report, outlet, *place))
    return sorted(found, key=lambda one: (one.day, one.report))


def _place_days(drawing: _Drawing) -> None:
    """Give each day its column, wide enough for its fullest row."""
    most: dict[str, int] = {}
    counts: dict[tuple[str, int], int] = defaultdict(int)
    for one in drawing.carried:
        counts[one.day, one.lane] += 1
        most[one.day] = max(most.get(one.day, 0), counts[one.day, one.lane])
    published = {outlet_key(one.outlet) for one in drawing.carried}
    has_cited = any(one.cites and not one.is_denial and _key_of(one.cites) not in published for one in drawing.carried)
    x = _MARGIN + ORIGIN_WIDTH + _GAP[0] + (NODE[0] + _GAP[0]) * has_cited
    for day in sorted(most):
        drawing.days[day] = x
        x += (NODE[0] + _GAP[0]) * -(-most[day] // _ROWS)
    drawing.width = x - _GAP[0] + _MARGIN


def _place_lanes(drawing: _Drawing) -> int:
    """Put every row's boxes into their places, and give the height of all."""
    y = _HEAD
    for lane in range(len(drawing.claim.origins.sources) + 2):
        inside = [one for one in drawing.carried if one.lane == lane]
        is_origin = lane < len(drawing.claim.origins.sources)
        if not inside and not is_origin:
            continue
        cited = _cited_names(inside, drawing) if is_origin else {}
        rows = max(_count_rows(inside), len(cited), 1)
        height = rows * (NODE[1] + _GAP[1]) + _LANE_GAP
        drawing.lanes.append(Lane(y, height, lane == len(drawing.claim.origins.sources) + 1))
        _place_lane(drawing, lane, inside, (y + _LANE_GAP // 2, height))
        for row, (key, name) in enumerate(cited.items()):
            place = (_MARGIN + ORIGIN_WIDTH + _GAP[0], y + _LANE_GAP // 2 + row * (NODE[1] + _GAP[1]))
            gate = key in drawing.gates
            node = Node(f"c{lane}:{key}", NodeKind.CITED, name, name, *place, is_gate=gate)
            drawing.nodes[node.id] = node
        y += height
    return y + _MARGIN


def _count_rows(inside: Iterable[Carried]) -> int:
    counts: dict[str, int] = defaultdict(int)
    for one in inside:
        counts[one.day] += 1
    return min(_ROWS, max(counts.values(), default=1))


def _cited_names(inside: Iterable[Carried], drawing: _Drawing) -> dict[str, str]:
    """Name the outlets that a row cites and whose report is not at hand."""
    published = {outlet_key(one.outlet) for one in drawing.carried}
    cited = {_key_of(one.cites): name_link(one.cites) for one in inside if one.cites}
    return {key: name for key, name in cited.items() if key not in published}


def _key_of(link: Link) -> str:
    return link.entity or outlet_key(link.name)


def _place_lane(drawing: _Drawing, lane: int, inside: Iterable[Carried], place: tuple[int, int]) -> None:
    """Place a row's origin and its reports."""
    top, height = place
    sources = drawing.claim.origins.sources
    if lane < len(sources):
        label = sources[lane].name or "?"
        middle = top + (height - _LANE_GAP - _GAP[1] - NODE[1]) // 2
        drawing.nodes[f"o{lane}"] = Node(f"o{lane}", NodeKind.ORIGIN, label, label, _MARGIN, middle)
    filled: dict[str, int] = defaultdict(int)
    for one in inside:
        column, row = divmod(filled[one.day], _ROWS)
        filled[one.day] += 1
        x = drawing.days[one.day] + column * (NODE[0] + _GAP[0])
        y = top + row * (NODE[1] + _GAP[1])
        identity = _id_of(one.report, is_denial=one.is_denial)
        drawing.nodes[identity] = _make_node(one, drawing, (identity, x, y))


def _make_node(one: Carried, drawing: _Drawing, place: tuple[str, int, int]) -> Node:
    identity, x, y = place
    kind = NodeKind.DENIAL if one.is_denial else NodeKind.COPY if one.report in drawing.copies else NodeKind.CARRIER
    note = " · ".join(filter(None, (one.outlet, one.day, one.lang)))
    gate = not one.is_denial and outlet_key(one.outlet) in drawing.gates
    return Node(identity, kind, one.outlet, note, x, y, one.report, one.lang, gate and kind is not NodeKind.COPY)


def _id_of(report: str, *, is_denial: bool = False) -> str:
    return f"{'d' if is_denial else 'r'}:{report}"


def _edges(drawing: _Drawing) -> Iterator[Edge]:
    """Give the lines: to the report copied, else to the outlet cited, else to each origin."""
    published = {outlet_key(one.outlet): one for one in reversed(drawing.carried) if not one.is_denial}
    for one in drawing.carried:
        if one.is_denial:
            continue
        identity = _id_of(one.report)
        original = drawing.copies.get(one.report)
        if original and _id_of(original) in drawing.nodes:
            yield Edge(identity, _id_of(original), True)
        elif one.cites:
            yield from _cite(one, published, drawing)
        else:
            yield from (Edge(identity, f"o{lane}") for lane in one.origins)


def _cite(one: Carried, published: Mapping[str, Carried], drawing: _Drawing) -> Iterator[Edge]:
    """Lead a report to the outlet that it cites, and that one, where it is not at hand, to its origin."""
    key = _key_of(one.cites) if one.cites else ""
    cited = published.get(key)
    if cited and cited.report != one.report:
        yield Edge(_id_of(one.report), _id_of(cited.report))
    elif f"c{one.lane}:{key}" in drawing.nodes:
        yield Edge(_id_of(one.report), f"c{one.lane}:{key}")
        yield from (Edge(f"c{one.lane}:{key}", f"o{lane}") for lane in one.origins)
    else:
        yield from (Edge(_id_of(one.report), f"o{lane}") for lane in one.origins)
