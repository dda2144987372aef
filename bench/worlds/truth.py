"""Worlds as files: reports in the form of `hearsay read --jsonl`, and what is true of them."""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from bench.worlds.cascade import Node, World, make_world
from bench.worlds.telling import Account, Fact, Text, word_account, write
from bench.worlds.vocabulary import SPLITS, name_outlet

# Worlds of a measured split lie so many days apart that no story runs into the next.
DAYS_BETWEEN = 20
# After so many worlds of a year their sentences repeat, with other names.
DIFFERENT_WORLDS = 400
REPORTS_A_WORLD = 13
_NAMES, _TOPIC_WORDS = 12, 40
START = "2022-01-03T06:00:00+00:00"


def make_split(split: str, count: int) -> Iterator[tuple[list[dict[str, Any]], dict[str, Any]]]:
    """Make the worlds of a split: the reports and the truth of each."""
    for number in range(count):
        yield describe(
            make_world(str(number), split), datetime.fromisoformat(START) + timedelta(days=number * DAYS_BETWEEN)
        )


def make_year(count: int, name: str = "year") -> Iterator[dict[str, Any]]:
    """Make as many reports, spread over a year, from worlds of both splits: what scale is measured by.

    Worlds repeat after a while with other made-up names, all of one length, so that whoever has read the first can tell
    what a reader finds in the others: `like` names the report whose text it is, and `names` are what stands in its place.
    """
    worlds = max(1, count // REPORTS_A_WORLD)
    made = number = 0
    while made < count:
        start = datetime.fromisoformat(START) + timedelta(hours=365 * 24 * (number % worlds) / worlds)
        base = number % DIFFERENT_WORLDS
        world = _add_names(make_world(f"{name} {base}", SPLITS[base % 2]), names_of(number))
        reports, _ = describe(world, start)
        for report in reports[: count - made]:
            like = report["id"]
            identity = f"{like}-{number}"
            yield report | {
                "id": identity,
                "url": f"https://year.example/{identity}",
                "like": like,
                "names": names_of(number),
            }
        made += len(reports)
        number += 1


def names_of(number: int) -> tuple[str, ...]:
    """Make up what tells one world of a year from the others: names, then words, all of one length."""
    chance = random.Random(f"names {number}")
    words = [_make_word(chance) for _ in range(_NAMES + _TOPIC_WORDS)]
    return (*(word.title() for word in words[:_NAMES]), *words[_NAMES:])


def _make_word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(6))


def _add_names(world: World, names: Sequence[str]) -> World:
    """Let every report of a world tell of its names and words, with words of its own; a copy has its original's."""
    nodes: list[Node] = []
    chance = random.Random(f"words {world.name}")
    for node in world.nodes:
        if node.copy_of is not None:
            original = nodes[node.copy_of].draft
            draft = replace(node.draft, around=(), names=original.names, filler=original.filler)
        else:
            said = tuple(names[(3 * node.number + place) % _NAMES] for place in range(4))
            pairs = ((chance.choice(names[_NAMES:]), _make_word(chance)) for _ in range(4 * len(node.draft.around)))
            draft = replace(node.draft, around=(), names=said, filler=tuple(word for pair in pairs for word in pair))
        nodes.append(replace(node, draft=draft))
    return replace(world, nodes=tuple(nodes))


def describe(world: World, start: datetime) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Give the reports of a world, by the time that they bear, and what is true of them."""
    texts = {node.number: write(node.draft, world.split, node.lang) for node in world.nodes}
    reports = [_make_report(world, node, texts[node.number], start) for node in world.nodes]
    return sorted(reports, key=lambda report: (report["published"], report["id"])), _tell_truth(world, texts)


def name_report(world: World, number: int) -> str:
    """Give the id of a report."""
    return f"{world.split}-{world.name.replace(' ', '-')}-{number}"


def _make_report(world: World, node: Node, text: Text, start: datetime) -> dict[str, Any]:
    identity = name_report(world, node.number)
    report = {
        "id": identity,
        "text": text.text,
        "lang": node.lang,
        "published": (start + timedelta(hours=node.clock)).isoformat(timespec="seconds"),
        "outlet": name_outlet(node.outlet, node.lang),
        "url": f"https://{world.split}.example/{identity}",
    }
    return report | ({"title": text.title} if text.title else {})


def _tell_truth(world: World, texts: dict[int, Text]) -> dict[str, Any]:
    """Tell what is true of a world: its claims with where they stand, origins, gates, denials, copies, its story."""
    aside = {"unrelated", "distractor"}
    return {
        "world": f"{world.split}-{world.name}",
        "fact": word_account(Account("silent", world.fact), world.split, "en"),
        "plot": world.fact.plot,
        "origins": [{"id": root.id, "kind": root.kind, "key": root.key} for root in world.roots],
        "gates": list(world.gates),
        "has_clear_gates": all(root.kind not in ("bodies", "joint") for root in world.roots),
        "claims": list(_list_claims(world, texts)),
        "copies": [
            {"report": name_report(world, node.number), "of": name_report(world, node.copy_of), "relation": node.mode}
            for node in world.nodes
            if node.copy_of is not None
        ],
        "reports": {
            name_report(world, node.number): {
                "mode": node.mode,
                "lang": node.lang,
                "hour": node.hour,
                "clock": node.clock,
                "roots": node.roots,
                "parents": [name_report(world, parent) for parent in node.parents],
                "shapes": [account.shape for account in node.draft.accounts],
            }
            for node in world.nodes
        },
        "story": [name_report(world, node.number) for node in world.nodes if node.mode not in aside],
    }


def _list_claims(world: World, texts: dict[int, Text]) -> Iterator[dict[str, Any]]:
    """List the claims of a world, its own first, each with where it stands and who denies it there."""
    claims: dict[Fact, list[dict[str, Any]]] = {world.fact: []}
    for node in world.nodes:
        for account, span in zip(node.draft.accounts, texts[node.number].spans, strict=True):
            place = {"report": name_report(world, node.number), "span": list(span), "denies": account.shape == "denial"}
            claims.setdefault(account.fact, []).append(place)
    for number, places in enumerate(claims.values()):
        yield {"main": number == 0, "origins": len(world.roots) if number == 0 else 1, "places": places}
