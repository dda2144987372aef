"""Through whom a claim came: the graph of its reports (W3C PROV), walked from each report back to first-hand voices.

A report that is a copy, or credits another outlet, goes back to that one; "P reported, citing S" goes back through P's
own report where it is at hand and through a stand-in for it where not. What P's report does not say of its source is
learned from any report that does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.linking.testimony import Carrier, Testimony, Voice
from hearsay.packs.descriptions import may_be_one
from hearsay.records import Record

_STAND_IN = "outlet:"


class Heard(Record, frozen=True):
    """A voice as one node of the graph has it; `outlet` vouches for it, and `is_told` says that the words say so."""

    voice: Voice
    node: str
    outlet: str
    at: str
    is_told: bool
    statements: tuple[str, ...]

    @property
    def id(self) -> str:
        """Give what a person names a voice by: a name's key, or the statement in which an unnamed one speaks."""
        return self.voice.key or f"unnamed:{self.statements[0]}"


@dataclass
class Provenance:
    """The graph: nodes are ids of reports and stand-ins; what each goes back to, and what it has first-hand."""

    carriers: Mapping[str, Carrier]
    parents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    heard: dict[str, list[Heard]] = field(default_factory=lambda: defaultdict(list))
    silent: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # statements that name nobody
    learned: dict[str, list[Heard]] = field(default_factory=lambda: defaultdict(list))  # what others say of its source
    statement_parents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def stand_ins(self) -> list[str]:
        """Give the outlets whose reports are cited but not at hand."""
        cited = {parent for parents in self.parents.values() for parent in parents}
        return sorted(node for node in cited if node not in self.carriers)


def trace(carriers: Iterable[Carrier], copies: Mapping[str, str]) -> Provenance:
    """Trace a claim through its carriers; `copies` maps a report to the report that it is a copy of."""
    graph = Provenance({carrier.report: carrier for carrier in carriers})
    published = _by_outlet(graph.carriers.values())
    for carrier in graph.carriers.values():
        _trace_one(carrier, copies.get(carrier.report), graph, published)
    for node, heard in graph.learned.items():
        if _says_nothing(node, graph):
            graph.heard[node] = list(heard)
            for statement in graph.silent.pop(node, ()):
                graph.statement_parents[statement].add(node)
    return graph


def reach(graph: Provenance, node: str) -> set[str]:
    """Give every node that a node goes back to, itself included; circles end where they close."""
    seen: set[str] = set()
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(graph.parents.get(current, ()))
    return seen


def stand_in_outlet(node: str) -> str:
    """Give the key of the outlet that a stand-in stands for."""
    return node.removeprefix(_STAND_IN)


def _by_outlet(carriers: Iterable[Carrier]) -> Mapping[str, Sequence[Carrier]]:
    """Map each outlet to its reports of the claim, earliest first."""
    published: dict[str, list[Carrier]] = defaultdict(list)
    for carrier in sorted(carriers, key=lambda one: (one.at, one.report)):
        published[carrier.outlet].append(carrier)
    return published


def _trace_one(
    carrier: Carrier, original: str | None, graph: Provenance, published: Mapping[str, Sequence[Carrier]]
) -> None:
    """Find what one report goes back to."""
    credited = next((key for key in reversed(carrier.credits) if key != carrier.outlet), None)
    at_hand = graph.carriers.get(original or "")
    through = at_hand.report if at_hand and not _adds_source(carrier, at_hand) else None
    if through is None and credited:
        through = _report_of(credited, carrier, None, published)
    for testimony in carrier.testimonies:
        if through and through in graph.carriers:
            _lead(testimony, carrier, through, graph)
        else:
            prefix = (credited,) if credited else ()
            _trace_testimony(testimony, prefix, carrier, graph, published)


def _adds_source(carrier: Carrier, original: Carrier) -> bool:
    """Tell whether a report names a source that the one it is alike does not: then it is no mere copy of it."""
    known = {original.outlet, *original.credits, *(key for one in original.testimonies for key in _relays_of(one))}
    return any(
        set(_relays_of(one)) - known or (one.voice is not None and not _has_voice(original, one.voice))
        for one in carrier.testimonies
    )


def _relays_of(testimony: Testimony) -> tuple[str, ...]:
    return (*testimony.relays, testimony.told) if testimony.told else testimony.relays


def _lead(testimony: Testimony, carrier: Carrier, node: str, graph: Provenance) -> None:
    """Note that a statement goes back to a node."""
    graph.parents[carrier.report].add(node)
    graph.statement_parents[testimony.statement].add(node)


def _trace_testimony(
    testimony: Testimony,
    prefix: tuple[str, ...],
    carrier: Carrier,
    graph: Provenance,
    published: Mapping[str, Sequence[Carrier]],
) -> None:
    """Follow one statement to the outlet that it cites, or keep its voice as the report's own."""
    told = (testimony.told,) if testimony.told else ()
    relays = [key for key in (*prefix, *testimony.relays, *told) if key != carrier.outlet]
    if not relays:
        _keep(testimony, carrier, graph)
        return
    node = _report_of(relays[0], carrier, testimony.voice, published)
    _lead(testimony, carrier, node, graph)
    _learn(node, testimony, relays, carrier, graph)


def _keep(testimony: Testimony, carrier: Carrier, graph: Provenance) -> None:
    """Keep a voice that the report has of its own, or that it has none."""
    if testimony.voice is None:
        graph.silent[carrier.report].append(testimony.statement)
        return
    is_told = testimony.told == carrier.outlet
    heard = Heard(testimony.voice, carrier.report, carrier.outlet, carrier.at, is_told, (testimony.statement,))
    graph.heard[carrier.report].append(heard)


def _learn(node: str, testimony: Testimony, relays: Sequence[str], carrier: Carrier, graph: Provenance) -> None:
    """Note what a report says of the source of the one that it cites: a further outlet, or a voice."""
    if len(relays) > 1 and node not in graph.carriers:
        graph.parents[node].add(f"{_STAND_IN}{relays[1]}")
        node = f"{_STAND_IN}{relays[1]}"
    if testimony.voice:
        heard = Heard(testimony.voice, node, relays[-1], carrier.at, False, (testimony.statement,))
        graph.learned[node].append(heard)


def _report_of(outlet: str, citing: Carrier, voice: Voice | None, published: Mapping[str, Sequence[Carrier]]) -> str:
    """Find the report of an outlet that another one cites: the latest before it, that with the same voice first; clocks
    may be wrong, so one that came later will do where there is no other; a stand-in where there is none at all."""
    others = [carrier for carrier in published.get(outlet, ()) if carrier.report != citing.report]
    earlier = [carrier for carrier in others if carrier.at <= citing.at]
    fitting = [carrier for carrier in earlier if voice and _has_voice(carrier, voice)]
    if fitting or earlier:
        return (fitting or earlier)[-1].report
    return others[0].report if others else f"{_STAND_IN}{outlet}"


def _has_voice(carrier: Carrier, voice: Voice) -> bool:
    """Tell whether a report names a voice, or one that may be the same."""
    own = [testimony.voice for testimony in carrier.testimonies if testimony.voice]
    if voice.key:
        return any(one.key == voice.key for one in own)
    return any(not one.key and may_be_one(one.description, voice.description) for one in own)


def _says_nothing(node: str, graph: Provenance) -> bool:
    """Tell whether a node names no source of its own: a stand-in, or a report in its own voice."""
    return not graph.parents.get(node) and not graph.heard.get(node)
