"""How many independent origins stand behind a claim: a range, its gates, and why merges stay open.

An origin is a first-hand act: a speaker, one outlet's unnamed source, a document, a reporter's own witness. Those who
repeat add none. `at_most` keeps apart what could be apart, `best` takes a description for a retelling of the one that it
fits, and `at_least` counts only sources that cannot be one and the same (a largest set of which any two exclude each other).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from hearsay.linking.judgements import NO_JUDGEMENTS, Judgements
from hearsay.linking.provenance import Heard, Provenance, reach, stand_in_outlet, trace
from hearsay.linking.testimony import Carrier, Voice
from hearsay.packs.descriptions import is_as_wide, may_be_one, width
from hearsay.records import Origin, Origins, SourceKind

# Whoever holds one of these is one person: "the defence minister" can be the minister who is named elsewhere.
_OFFICES = {"minister", "adviser", "spokesperson"}
_BODIES = {SourceKind.ORGANISATION, SourceKind.GOVERNMENT}


@dataclass
class Group:
    """Voices that count as one origin."""

    heard: list[Heard]

    @property
    def voice(self) -> Voice:
        """Give the voice that says most: a named one, else the one with the narrowest description."""
        return min(self.heard, key=_by_narrowness).voice


@dataclass
class Grouping:
    """Groups of voices, and the merges that stay open: each description that may be of a source of its own."""

    groups: list[Group]
    open: dict[tuple[object, ...], str]


def count_origins(
    carriers: Iterable[Carrier], copies: Mapping[str, str], judgements: Judgements = NO_JUDGEMENTS
) -> Origins:
    """Count the origins of a claim from its carriers, and from which report each copy derives."""
    graph = trace(carriers, copies)
    voices = sorted((one for found in graph.heard.values() for one in found), key=_by_time)
    if not voices and not graph.stand_ins:
        return _count_silent(graph) if graph.silent else _count_circle(graph)
    grouping = group_voices(voices, judgements)
    unseen = [node for node in graph.stand_ins if not graph.heard.get(node) and not graph.parents.get(node)]
    origins = [_make_origin(group, graph) for group in grouping.groups] + [_make_unseen(node, graph) for node in unseen]
    if not origins:
        return _count_circle(graph)
    at_least = max(1, len(largest_apart(voices, judgements)))
    gates = _find_gates(grouping.groups, unseen)
    reasons = [*grouping.open.values(), *(_unseen_reason(node) for node in unseen)]
    at_most = len(origins) + len(grouping.open)
    return Origins(
        min(at_least, len(origins)), len(origins), at_most, len(gates), tuple(origins), tuple(reasons), gates
    )


def group_voices(voices: Sequence[Heard], judgements: Judgements = NO_JUDGEMENTS) -> Grouping:
    """Group voices that are one source, or that are best taken for one; named ones first, then the narrowest."""
    grouping = Grouping([], {})
    for heard in sorted(voices, key=lambda one: (*_by_narrowness(one), *_by_time(one))):
        home = _home_of(heard, grouping, judgements)
        if home is None:
            grouping.groups.append(Group([heard]))
            continue
        if not _is_surely(heard, home):
            key = (heard.voice.description.kinds, heard.voice.description.sides)
            grouping.open.setdefault(key, _open_reason(heard, home))
        home.heard.append(heard)
    return grouping


def _by_time(heard: Heard) -> tuple[str, str, tuple[str, ...]]:
    return heard.at, heard.node, heard.statements


def _by_narrowness(heard: Heard) -> tuple[bool, bool, float, int]:
    """Sort named voices before unnamed ones, those who told somebody before others, narrow descriptions before wide."""
    return not heard.voice.key, not heard.is_told, width(heard.voice.description), -len(heard.voice.name)


def _home_of(heard: Heard, grouping: Grouping, judgements: Judgements) -> Group | None:
    """Find the group that a voice belongs to: judged so, of the same name, or what it may be a retelling of."""
    judged = {id(group): _judged(heard, group, judgements) for group in grouping.groups}
    allowed = [group for group in grouping.groups if judged[id(group)] is not False]
    forced = [group for group in allowed if judged[id(group)]]
    if forced:
        return forced[0]
    if heard.voice.key:
        return next((group for group in allowed if group.voice.key == heard.voice.key), None)
    fitting = [group for group in allowed if _fits(heard, group)]
    return min(fitting, key=lambda group: not _is_surely(heard, group), default=None)


def _judged(heard: Heard, group: Group, judgements: Judgements) -> bool | None:
    """Give what a person said of a voice and a group: one "different" outweighs every "same"."""
    said = {judgements.verdict(heard.id, one.id) for one in group.heard}
    return False if False in said else (True in said or None)


def _fits(heard: Heard, group: Group) -> bool:
    """Tell whether an unnamed voice is best taken for a retelling of a group's."""
    if heard.is_told:
        return any(_is_same_desk(heard, one) for one in group.heard)
    return any(_may_retell(heard.voice, one.voice) for one in group.heard)


def _is_same_desk(heard: Heard, other: Heard) -> bool:
    """Tell whether two unnamed voices spoke to the same outlet, and can be one."""
    unnamed = not other.voice.key and other.is_told
    return unnamed and heard.outlet == other.outlet and may_be_one(heard.voice.description, other.voice.description)


def _may_retell(voice: Voice, other: Voice) -> bool:
    """Tell whether one is the other in fewer or in more words: a wider description, or a title without its name."""
    one, two = voice.description, other.description
    if other.key:
        return bool(one.kinds & _OFFICES) and other.kind is SourceKind.PERSON and _share_sides(voice, other)
    return may_be_one(one, two) and (is_as_wide(one, two) or is_as_wide(two, one))


def _share_sides(voice: Voice, other: Voice) -> bool:
    one, two = voice.description.sides, other.description.sides
    return not one or not two or bool(one & two)


def _is_surely(heard: Heard, group: Group) -> bool:
    """Tell whether a merge needs no doubt: the same name, the same description, or the same desk."""
    if heard.voice.key:
        return True
    return any(
        not one.voice.key and (heard.voice.description == one.voice.description or _is_same_desk(heard, one))
        for one in group.heard
    )


def _open_reason(heard: Heard, group: Group) -> str:
    """Say why a merge stays open."""
    return f"'{heard.voice.name}' may be '{group.voice.name}' in other words, or a source of its own"


def _unseen_reason(node: str) -> str:
    return f"the report of {stand_in_outlet(node)} is not at hand: its source may be one of the others"


def name_outlets(origins: Origins, name_of: Callable[[str], str]) -> Origins:
    """Give outlets the names that people know them by, in the place of their keys."""
    unseen = {one.name: name_of(one.name) for one in origins.sources if one.kind is SourceKind.OUTLET}
    return replace(
        origins,
        sources=tuple(_name_outlets_of(one, name_of) for one in origins.sources),
        open=tuple(_rename(reason, unseen) for reason in origins.open),
        gate_names=tuple(map(name_of, origins.gate_names)),
    )


def _name_outlets_of(origin: Origin, name_of: Callable[[str], str]) -> Origin:
    name = name_of(origin.name) if origin.kind is SourceKind.OUTLET else origin.name
    return replace(origin, name=name, through=tuple(map(name_of, origin.through)))


def _rename(reason: str, names: Mapping[str, str]) -> str:
    """Write the name of an outlet that is not at hand in the place of its key."""
    for key, name in names.items():
        reason = reason.replace(f"the report of {key} is", f"the report of {name} is")
    return reason


def are_apart(one: Heard, other: Heard, judgements: Judgements = NO_JUDGEMENTS) -> bool:
    """Tell whether two voices cannot be one: other names, other sides, or kinds that exclude each other."""
    judged = judgements.verdict(one.id, other.id)
    if judged is not None:
        return not judged
    a, b = one.voice, other.voice
    if a.key and b.key:
        return a.key != b.key and not _is_one_body(a, b)
    if a.key or b.key:
        return not _share_sides(a, b)
    return not may_be_one(a.description, b.description)


def _is_one_body(one: Voice, other: Voice) -> bool:
    """Tell whether a body and whoever speaks for the same side may be one: an institution and its spokesman."""
    sides = one.description.sides & other.description.sides
    return bool(sides) and bool({one.kind, other.kind} & _BODIES)


def largest_apart(voices: Sequence[Heard], judgements: Judgements = NO_JUDGEMENTS) -> tuple[Heard, ...]:
    """Find a largest set of voices of which any two are apart (a maximum clique, by branch and bound)."""
    distinct = list({_what_tells_apart(heard, judgements): heard for heard in voices}.values())
    apart = [[are_apart(one, other, judgements) for other in distinct] for one in distinct]
    best: list[int] = []

    def grow(chosen: list[int], left: list[int]) -> None:
        nonlocal best
        if len(chosen) > len(best):
            best = chosen
        for position, candidate in enumerate(left):
            if len(chosen) + len(left) - position <= len(best):
                return
            grow([*chosen, candidate], [other for other in left[position + 1 :] if apart[candidate][other]])

    grow([], list(range(len(distinct))))
    return tuple(distinct[index] for index in best)


def _what_tells_apart(heard: Heard, judgements: Judgements) -> tuple[object, ...]:
    """Give all that a voice can be told apart by: voices that share it need not be compared twice."""
    judged = heard.id if judgements.names(heard.id) else ""
    return heard.voice.key, heard.voice.description, judged


def _make_origin(group: Group, graph: Provenance) -> Origin:
    """Make the origin of a group, with every statement that goes back to it."""
    voice = group.voice
    nodes = {heard.node for heard in group.heard}
    own = {statement for heard in group.heard for statement in heard.statements}
    statements = tuple(sorted(own | _statements_behind(nodes, graph)))
    sides = frozenset().union(
        *(heard.voice.description.sides for heard in group.heard if len(heard.voice.description.sides) == 1)
    )
    identity = min(group.heard, key=_by_narrowness).id
    return Origin(identity, voice.name, voice.kind, voice.entity, statements, _doors(group), tuple(sorted(sides)))


def _make_unseen(node: str, graph: Provenance) -> Origin:
    """Make the origin of a report that is cited but not at hand."""
    statements = tuple(sorted(_statements_behind({node}, graph)))
    outlet = stand_in_outlet(node)
    return Origin(node, outlet, SourceKind.OUTLET, None, statements, (outlet,))


def _statements_behind(nodes: set[str], graph: Provenance) -> set[str]:
    """Give the statements that go back to one of the nodes."""
    return {
        statement
        for statement, parents in graph.statement_parents.items()
        if any(reach(graph, parent) & nodes for parent in parents)
    }


def _doors(group: Group) -> tuple[str, ...]:
    """Give the outlets that have an origin first-hand: those it spoke to, else the one that had it first."""
    told = {heard.outlet for heard in group.heard if heard.is_told}
    return tuple(sorted(told)) or (min(group.heard, key=_by_time).outlet,)


def _find_gates(groups: Iterable[Group], unseen: Iterable[str]) -> tuple[str, ...]:
    """Give the fewest outlets through which everything passes: all that have an origin first-hand."""
    return tuple(sorted({door for group in groups for door in _doors(group)} | set(map(stand_in_outlet, unseen))))


def _count_silent(graph: Provenance) -> Origins:
    """Count a claim for which nobody names a source: the first to say so is its origin as far as can be seen."""
    first = min(graph.carriers.values(), key=lambda one: (one.at, one.report))
    statements = tuple(sorted(statement for found in graph.silent.values() for statement in found))
    origin = Origin(first.outlet, first.outlet, SourceKind.OUTLET, None, statements, (first.outlet,))
    own = {graph.carriers[node].outlet for node in graph.silent}
    reasons = (f"{len(own)} outlets say so in their own voice; each may have seen it itself",) if len(own) > 1 else ()
    return Origins(1, 1, max(1, len(own)), 1, (origin,), reasons, (first.outlet,))


def _count_circle(graph: Provenance) -> Origins:
    """Count a claim whose reports cite one another in a circle."""
    reason = "the reports cite one another in a circle: no first-hand origin known"
    statements = tuple(sorted(graph.statement_parents))
    origin = Origin("", "", SourceKind.NONE, None, statements)
    return Origins(1, 1, 1, 0, (origin,) if statements else (), (reason,))
