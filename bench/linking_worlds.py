"""Linking scored on worlds: how many origins each claim has, on our own worlds and on those beside the project.

"Given" counts origins from attributions as they truly are; "read" reads the texts first, and on our own worlds links the
whole ledger, so that a claim lost in reading or linking costs as much as a wrong count.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec.structs import replace

from bench.linking_sets import load_rows
from bench.worlds.cascade import Node, World, make_world
from bench.worlds.telling import Account
from bench.worlds.truth import make_split
from bench.worlds.vocabulary import name_outlet, name_speaker
from hearsay.ledger import Ledger
from hearsay.linking import link
from hearsay.linking.origins import count_origins
from hearsay.linking.story_claims import Ground, make_claims
from hearsay.linking.testimony import Carrier, Newsrooms, Testimony, Voice, outlet_key
from hearsay.packs.descriptions import Description, describe
from hearsay.reading import read
from hearsay.records import Claim, Origins, Reading, Relation, Report, SourceKind

_KINDS = {"people": SourceKind.PERSON, "bodies": SourceKind.ORGANISATION, "documents": SourceKind.DOCUMENT}


@dataclass
class Tally:
    """How well worlds were counted, and which kinds of reports the claims lost."""

    worlds: int = 0
    exact: int = 0
    in_range: int = 0
    width: int = 0
    gates: list[bool] = field(default_factory=list)
    errors: Counter[int] = field(default_factory=Counter)

    def add(self, origins: Origins | None, roots: int, gates: int | None) -> bool:
        """Add a world by what was counted; tell whether the count was right."""
        found = (origins.at_least, origins.best, origins.at_most) if origins else (0, 0, 0)
        self.worlds += 1
        self.exact += found[1] == roots
        self.in_range += found[0] <= roots <= found[2]
        self.width += found[2] - found[0]
        self.errors[found[1] - roots] += 1
        if gates is not None:
            self.gates.append(bool(origins) and origins.gates == gates if origins else False)
        return found[1] == roots

    def scores(self, name: str) -> dict[str, float]:
        """Give the figures under a name; width is told so that more is better: 1 is no doubt at all."""
        count = max(1, self.worlds)
        figures = {"exact": self.exact / count, "in range": self.in_range / count}
        figures["narrow"] = 1 / (1 + self.width / count)
        if self.gates:
            figures["gates"] = sum(self.gates) / len(self.gates)
        return {f"{name} {figure}": score for figure, score in figures.items()}


def count_given(worlds: Iterable[World]) -> Tally:
    """Count the origins of our own worlds from attributions and copies as they truly are."""
    tally = Tally()
    for world in worlds:
        told = [node for node in world.nodes if _asserts(node, world)]
        copies = {str(node.number): str(node.copy_of) for node in told if node.copy_of is not None}
        origins = count_origins([_carry(node, world) for node in told], copies)
        tally.add(origins, len(world.roots), _clear_gates(world))
    return tally


def _asserts(node: Node, world: World) -> bool:
    return any(account.fact == world.fact and account.shape != "denial" for account in node.draft.accounts)


def _clear_gates(world: World) -> int | None:
    """Give how many gates there are; none where the same was sent to everybody, or found out together."""
    return None if any(root.kind in ("bodies", "joint") for root in world.roots) else len(world.gates)


def _carry(node: Node, world: World) -> Carrier:
    """Make the carrier of a report from what it truly says."""
    accounts = [one for one in node.draft.accounts if one.fact == world.fact and one.shape != "denial"]
    testimonies = tuple(_testify(f"{node.number}:{place}", account) for place, account in enumerate(accounts))
    credits = (outlet_key(name_outlet(node.draft.credit, "en")),) if node.draft.credit else ()
    key = outlet_key(name_outlet(node.outlet, "en"))
    return Carrier(str(node.number), key, f"{node.clock + 1000:09.2f}", testimonies, credits)


def _testify(identity: str, account: Account) -> Testimony:
    """Make the testimony of an account; what an outlet was told, saw in a document or found out is its own."""
    outlets = tuple(outlet_key(name_outlet(outlet, "en")) for outlet in account.outlets)
    voice = _voice(account) if account.speaker else None
    if account.shape in ("told", "document"):
        return Testimony(identity, (), voice, outlets[0])
    if account.shape in ("witness", "joint", "release"):
        return Testimony(identity, (), voice)
    return Testimony(identity, outlets, voice)


def _voice(account: Account) -> Voice:
    """Make the voice of a source by its English name; titles and spokespeople are described, not named."""
    assert account.speaker is not None
    name = name_speaker(account.speaker, "en").name
    kind = _KINDS.get(account.speaker.group)
    if kind is None or account.speaker.form:
        return Voice(SourceKind.ANONYMOUS, name, "", None, describe(name, "en"))
    return Voice(kind, name, name.lower(), None, describe(name, "en") if kind != SourceKind.PERSON else Description())


@dataclass
class Found:
    """What linking made of our own worlds: the tally, and figures beside it."""

    tally: Tally = field(default_factory=Tally)
    places: Counter[tuple[str, str, bool]] = field(default_factory=Counter)  # kind of report, language, whether kept
    lines: list[str] = field(default_factory=list)
    others: int = 0
    denials: list[bool] = field(default_factory=list)

    def scores(self, name: str) -> dict[str, float]:
        """Give the figures under a name."""
        kept = sum(count for (_, _, is_kept), count in self.places.items() if is_kept)
        figures = {
            f"{name} claim recall": kept / max(1, sum(self.places.values())),
            f"{name} claim precision": kept / max(1, kept + self.others),
            f"{name} denials": sum(self.denials) / max(1, len(self.denials)),
        }
        return self.tally.scores(name) | figures


def read_report(row: Mapping[str, Any]) -> Reading:
    """Read a report in the form of `hearsay read --jsonl`."""
    report = Report(
        row["id"],
        row["text"],
        lang=row["lang"],
        title=row.get("title"),
        outlet=row["outlet"],
        url=row["url"],
        published=row["published"][:10],
        published_at=row["published"],
    )
    return read(report, language=row["lang"])


def link_own(split: str, count: int, scorer: Any) -> tuple[Found, dict[str, float]]:
    """Read and link our own worlds in one ledger, and score claims, origins, denials, copies and stories."""
    worlds = list(make_split(split, count))
    rows = [row for reports, _ in worlds for row in reports]
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "worlds.db") as ledger:
        for row in rows:
            ledger.add(read_report(row))
        link(ledger)
        claims = list(ledger.links.claims())
        found = _compare(ledger, [truth for _, truth in worlds], claims)
        return found, _score_copies(ledger, worlds, split) | _score_stories(ledger, worlds, scorer, split)


def _compare(ledger: Ledger, truths: Iterable[Mapping[str, Any]], claims: Sequence[Claim]) -> Found:
    """Find the claim that each world's claim became, and score it."""
    claim_of = {row.id: claim for claim in claims for row in claim.statements}
    stance_of = {row.id: row.stance.value for claim in claims for row in claim.statements}
    found = Found()
    for truth in truths:
        main, *others = truth["claims"]
        at = {(place["report"], tuple(place["span"])): _statements_at(ledger, place) for place in main["places"]}
        homes = Counter(
            claim.id
            for ids in at.values()
            for claim in {claim_of[one].id: claim_of[one] for one in ids if one in claim_of}.values()
        )
        best = homes.most_common(1)[0][0] if homes else None
        claim = next((claim for claim in claims if claim.id == best), None)
        ours = {row.id for row in claim.statements} if claim else set()
        lost = []
        for place in main["places"]:
            ids = at[place["report"], tuple(place["span"])]
            about = truth["reports"][place["report"]]
            kind = "denial" if place["denies"] else about["mode"]
            found.places[kind, about["lang"], bool(ids & ours)] += 1
            if not ids & ours:
                lost.append(f"{place['report']} {about['lang']} {kind}")
            if place["denies"]:
                found.denials.append(any(stance_of.get(one) == "denies" for one in ids & ours))
        wrong = [place for other in others for place in other["places"] if _statements_at(ledger, place) & ours]
        found.others += len(wrong)
        gates = len(truth["gates"]) if truth["has_clear_gates"] else None
        if not found.tally.add(claim.origins if claim else None, main["origins"], gates):
            found.lines += _tell(truth, claim, lost, wrong)
    return found


def _statements_at(ledger: Ledger, place: Mapping[str, Any]) -> set[str]:
    """Give the statements of a report whose content stands in a sentence."""
    reading = ledger.reading(place["report"])
    start, end = place["span"]
    if reading is None:
        return set()
    return {one.id for one in reading.statements if any(a < end and start < b for a, b in one.content)}


def _tell(
    truth: Mapping[str, Any], claim: Claim | None, lost: Sequence[str], wrong: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    """Tell how a world was counted wrongly."""
    origins = claim.origins if claim else None
    counted = (origins.at_least, origins.best, origins.at_most) if origins else None
    roots = [f"{one['kind']}:{one['key']}" for one in truth["origins"]]
    yield f"{truth['world']} {truth['plot']}: true {len(roots)} {roots}, counted {counted}"
    yield from (
        f"    {one.kind.value} {one.name!r} through {one.through}" for one in (origins.sources if origins else ())
    )
    yield from (f"    lost: {one}" for one in lost)
    yield from (f"    not of it: {place['report']}" for place in wrong)


def _score_copies(ledger: Ledger, worlds: Iterable[tuple[Any, Mapping[str, Any]]], split: str) -> dict[str, float]:
    """Score reprints, updates and translations as pairs; a pair of two copies of one report is right as well."""
    home: dict[str, str] = {}
    wanted = {}
    for _, truth in worlds:
        for copy in truth["copies"]:
            home[copy["report"]] = home.get(copy["of"], copy["of"])
            wanted[copy["report"]] = copy["relation"]
    linked = [copy for copy in ledger.links.copies() if copy.relation is not Relation.CREDIT]
    right = [copy for copy in linked if home.get(copy.report, copy.report) == home.get(copy.of, copy.of)]
    proving = [copy for copy in linked if copy.relation is not Relation.TRANSLATION]
    proved = [copy for copy in right if copy.relation is not Relation.TRANSLATION]
    reached = {copy.report for copy in right} | {copy.of for copy in right}
    translated, rightly = len(linked) - len(proving), len(right) - len(proved)
    # Where nothing is linked nothing is linked wrongly.
    scores = {
        f"{split} reprints precision": len(proved) / len(proving) if proving else 1.0,
        f"{split} translations precision": rightly / translated if translated else 1.0,
    }
    for relation in ("reprint", "translation", "update"):
        of_kind = [report for report, one in wanted.items() if one == relation]
        scores[f"{split} {relation}s found"] = sum(report in reached for report in of_kind) / max(1, len(of_kind))
    return scores


def _score_stories(
    ledger: Ledger, worlds: Iterable[tuple[Any, Mapping[str, Any]]], scorer: Any, split: str
) -> dict[str, float]:
    """Score the stories; what only looks like one is left out."""
    gold = {report: truth["world"] for _, truth in worlds for report in truth["story"]}
    found = {report: story.id for story in ledger.links.stories() for report in story.reports}
    scores = scorer.clusters(gold, found)
    return {f"{split} stories pairwise": scores["std_f1"], f"{split} stories BCubed": scores["bcubed_f1"]}


def own_worlds(split: str, count: int) -> list[World]:
    """Make our own worlds without their texts."""
    return [make_world(str(number), split) for number in range(count)]


def count_data_given(data: Path, level: str, limit: int) -> Tally:
    """Count the origins of the data's worlds from the attributions that it gives."""
    tally = Tally()
    for world in load_rows(data / f"stories/worlds/{level}.jsonl")[:limit]:
        documents = {one["id"]: one for one in world["docs"]}
        origins = count_origins([_carry_given(one, documents) for one in world["docs"]], {})
        tally.add(origins, world["truth"]["roots"], world["truth"]["channels"])
    return tally


def _carry_given(document: Mapping[str, Any], documents: Mapping[str, Any]) -> Carrier:
    """Make the carrier of a report from the attributions that are given with it."""
    base = documents[document["base"]] if document.get("base") else document
    visible = [one for one in document["visible"] if one["type"] != "credit"]
    credits = tuple(one["name"] for one in document["visible"] if one["type"] == "credit")
    testimonies: list[Testimony] = []
    for place, one in enumerate(visible):
        identity = f"{document['id']}:{place}"
        is_cited = place > 0 and visible[place - 1]["type"] == "outlet"
        if one["type"] == "outlet":
            following = visible[place + 1] if place + 1 < len(visible) else None
            voice = _given_voice(following) if following and following["type"] in ("named", "anon") else None
            testimonies.append(Testimony(identity, (one["name"],), voice))
        elif one["type"] == "generic":
            testimonies.append(Testimony(identity))
        elif not is_cited:
            is_told = one.get("own") and (base is document or base["outlet"].lower() in document["text"].lower())
            testimonies.append(Testimony(identity, (), _given_voice(one), base["outlet"] if is_told else None))
    said = tuple(testimonies) or (Testimony(f"{document['id']}:x"),)
    return Carrier(document["id"], document["outlet"], f"{document['t']:09.2f}", said, credits)


def _given_voice(given: Mapping[str, Any]) -> Voice:
    """Make a voice of a given source: a name that begins with an article is a title."""
    name = given["name"]
    if given["type"] == "anon" or name.startswith("the "):
        return Voice(SourceKind.ANONYMOUS, name, "", None, describe(name, "en"))
    return Voice(SourceKind.PERSON, name, name.lower())


def count_data_read(data: Path, level: str, limit: int) -> Tally:
    """Count the origins of the data's worlds from their texts; each world is one story."""
    tally = Tally()
    cache: dict[tuple[str, str], Reading] = {}
    for world in load_rows(data / f"stories/worlds/{level}.jsonl")[:limit]:
        readings = [_read_given(one, cache) for one in world["docs"]]
        newsrooms = Newsrooms(one["outlet"] for one in world["docs"])
        claims, _ = make_claims(readings, Ground("s", {}, newsrooms))
        claim = max(claims, key=lambda one: len({row.report for row in one.statements}), default=None)
        tally.add(claim.origins if claim else None, world["truth"]["roots"], world["truth"]["channels"])
    return tally


def _read_given(document: Mapping[str, Any], cache: dict[tuple[str, str], Reading]) -> Reading:
    """Read a report of the data once, however many worlds hold the same sentence."""
    key = document["lang"], document["text"]
    if key not in cache:
        report = Report("x", document["text"], lang=document["lang"], outlet="x", published="2026-03-01")
        cache[key] = read(report, language=document["lang"])
    at = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=document["t"])
    reading = cache[key]
    return replace(
        reading,
        id=document["id"],
        outlet=document["outlet"],
        published=at.date().isoformat(),
        published_at=at.isoformat(),
        statements=tuple(replace(one, id=f"{document['id']}:{n}") for n, one in enumerate(reading.statements)),
    )


def tell_losses(found: Found) -> Iterator[str]:
    """Tell which kinds of reports, and which languages, the claims lost."""
    for position, name in ((0, "kind"), (1, "language")):
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for key, count in found.places.items():
            sums[str(key[position])][0] += count if key[2] else 0
            sums[str(key[position])][1] += count
        yield f"kept by {name}: " + ", ".join(f"{key} {kept}/{all_}" for key, (kept, all_) in sorted(sums.items()))
