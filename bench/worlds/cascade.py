"""One world: first-hand acts and how they travel through outlets and languages (a cascade with its true origins)."""

import random
from collections.abc import Sequence

from msgspec.structs import replace

from bench.worlds.telling import Account, Draft, Fact
from bench.worlds.vocabulary import LANGUAGES, SEEN, Outlet, Speaker, list_keys, list_outlets, load_templates
from hearsay.records import Record

_ROOT_KINDS = ("people", "unnamed", "bodies", "documents", "witness", "joint")
_ROOT_WEIGHTS = (34, 34, 12, 10, 10, 8)
_MODES = ("rewrite", "reprint", "translation", "silent", "generic", "update", "two parents")
_MODE_WEIGHTS = (48, 11, 16, 6, 5, 5, 5)
_TITLE_DRIFT, _WIDER_DRIFT = 0.25, 0.4
_WRONG_CLOCK = 0.06


class Root(Record, frozen=True):
    """A first-hand act: a named or unnamed speaker, a body, a document, a reporter's own witness, a joint research."""

    id: str
    kind: str
    key: str


class Node(Record, frozen=True):
    """One report in a cascade; `clock` is the hour that it bears, `hour` the true one."""

    number: int
    outlet: Outlet
    lang: str
    hour: float
    clock: float
    mode: str
    draft: Draft
    parents: tuple[int, ...]
    roots: tuple[str, ...]
    copy_of: int | None = None


class World(Record, frozen=True):
    """A cascade: its reports, its roots, and what each root's first outlets are (its gates)."""

    name: str
    split: str
    fact: Fact
    roots: tuple[Root, ...]
    gates: tuple[str, ...]
    nodes: tuple[Node, ...]


class Maker:
    """The making of one world, by one source of chance."""

    def __init__(self, split: str, seed: str) -> None:
        """Take the split, which says what names and sentences there are, and the seed."""
        self.split = split
        self.chance = random.Random(f"{split} {seed}")
        self.nodes: list[Node] = []
        self.roots: list[Root] = []
        self.gates: set[str] = set()
        self.fact = self.make_fact()
        self._free = list(list_outlets(split))
        self.chance.shuffle(self._free)

    def make_fact(self) -> Fact:
        """Make up what happened."""
        chance, split = self.chance, self.split
        a, b = chance.sample(list_keys(split, "countries"), 2)
        plot = chance.choice(tuple(load_templates(split, "en")["plots"]))
        number = chance.randrange(20, 400, 10) if plot in SEEN else chance.randrange(120, 9800, 20)
        good, place = chance.choice(list_keys(split, "goods")), chance.choice(list_keys(split, "places"))
        return Fact(plot, a, b, number, good, place, chance.randint(1, 12))

    def take_outlet(self, language: str | None = None) -> Outlet:
        """Take an outlet that has not published yet, in a language if told so; agencies come first in any."""
        fitting = [one for one in self._free if language is None or one.is_agency or one.lang == language]
        if not fitting:
            every = [one for one in list_outlets(self.split) if language is None or one.lang == language]
            return self.chance.choice(every)
        self._free.remove(fitting[0])
        return fitting[0]

    def add(
        self, draft: Draft, outlet: Outlet, *, mode: str, parents: Sequence[Node] = (), roots: Sequence[str] = ()
    ) -> Node:
        """Add a report of a draft; it comes some hours after its parents."""
        after = max((parent.hour for parent in parents), default=0.0)
        hour = round(after + self.chance.uniform(0.5, 9.0), 2)
        is_wrong = bool(parents) and self.chance.random() < _WRONG_CLOCK
        known = tuple(dict.fromkeys([*roots, *(root for parent in parents for root in parent.roots)]))
        lang = outlet.lang
        if mode == "first" and outlet.is_agency:
            lang = self.chance.choice(("en", "en", *LANGUAGES))
        elif mode == "reprint":
            lang = parents[0].lang
        copy_of = parents[0].number if mode in ("reprint", "translation", "update") else None
        node = Node(
            len(self.nodes),
            outlet,
            lang,
            hour,
            round(hour - 30.0, 2) if is_wrong else hour,
            mode,
            draft,
            tuple(parent.number for parent in parents),
            known,
            copy_of,
        )
        self.nodes.append(node)
        return node

    def draft(self, *accounts: Account) -> Draft:
        """Make a draft around some accounts: short or long, with a headline or without."""
        is_long = self.chance.random() < 0.55
        size = self.chance.randint(2, 4) if is_long else self.chance.randint(0, 1)
        pool = [("background", place) for place in range(4)] + [("own", place) for place in range(6)]
        around = tuple(self.chance.sample(pool, size))
        has_headline = is_long or self.chance.random() < 0.5
        return Draft(accounts, around, self.chance.randint(0, 1) if has_headline else None)

    def template(self, shape: str) -> int:
        """Choose one of the templates of a shape."""
        return 0 if shape == "silent" else self.chance.randrange(len(load_templates(self.split, "en")["frames"][shape]))

    def account(
        self, shape: str, speaker: Speaker | None = None, outlets: tuple[Outlet, ...] = (), fact: Fact | None = None
    ) -> Account:
        """Make an account of the world's fact, or of another one."""
        return Account(shape, fact or self.fact, speaker, outlets, self.template(shape))


def make_world(name: str, split: str) -> World:
    """Make a world; the same name and split make the same world."""
    maker = Maker(split, name)
    _make_roots(maker)
    for _ in range(maker.chance.randint(4, 14)):
        _spread(maker)
    if maker.chance.random() < 0.12:
        _make_circle(maker)
    if maker.chance.random() < 0.3:
        _make_denials(maker)
    if maker.chance.random() < 0.4:
        _make_distractor(maker)
    if maker.chance.random() < 0.5:
        _make_unrelated(maker)
    return World(name, split, maker.fact, tuple(maker.roots), tuple(sorted(maker.gates)), tuple(maker.nodes))


def _make_roots(maker: Maker) -> None:
    """Make one to four first-hand acts, no two by the same source; sometimes one outlet has two of them."""
    used: set[tuple[str, str]] = set()
    same_gate = maker.chance.random() < 0.2
    outlet: Outlet | None = None
    for number in range(maker.chance.choices((1, 2, 3, 4), (30, 36, 24, 10))[0]):
        kind = maker.chance.choices(_ROOT_KINDS, _ROOT_WEIGHTS)[0]
        key = _choose_key(maker, kind, used)
        if key is None or (kind == "witness" and maker.fact.plot not in SEEN):
            kind, key = "people", _choose_key(maker, "people", used) or ""
        used.add((kind, key))
        root = Root(f"r{number}", kind, key)
        maker.roots.append(root)
        outlet = outlet if same_gate and outlet else maker.take_outlet()
        _speak(maker, root, outlet)


def _choose_key(maker: Maker, kind: str, used: set[tuple[str, str]]) -> str | None:
    """Choose who speaks; None where all of that kind have spoken."""
    if kind in ("witness", "joint"):
        return None if any(one == kind for one, _ in used) else kind
    left = [key for key in list_keys(maker.split, kind) if (kind, key) not in used]
    return maker.chance.choice(left) if left else None


def _speak(maker: Maker, root: Root, outlet: Outlet) -> None:
    """Publish a first-hand act: what one outlet was told, what several were sent or found out together."""
    speaker = Speaker(root.kind, root.key) if root.kind not in ("witness", "joint") else None
    shape = {"bodies": "release", "documents": "document", "witness": "witness", "joint": "joint"}.get(
        root.kind, "told"
    )
    outlets = [outlet]
    if root.kind in ("bodies", "joint"):
        outlets += [maker.take_outlet() for _ in range(maker.chance.randint(1, 2))]
    elif root.kind == "people" and maker.chance.random() < 0.15:
        outlets.append(maker.take_outlet())
    named = tuple(outlets) if root.kind == "joint" else ()
    for one in outlets:
        maker.add(maker.draft(maker.account(shape, speaker, named or (one,))), one, mode="first", roots=(root.id,))
        maker.gates.add(one.key)
    if root.kind == "bodies" and maker.chance.random() < 0.5:
        one = maker.take_outlet()
        spokesperson = maker.account("told", replace(speaker, form=1) if speaker else None, (one,))
        maker.add(maker.draft(spokesperson), one, mode="first", roots=(root.id,))
        maker.gates.add(one.key)


def _spread(maker: Maker) -> None:
    """Let one more outlet take up what an earlier one reported."""
    mode = maker.chance.choices(_MODES, _MODE_WEIGHTS)[0]
    known = [node for node in maker.nodes if node.roots]
    parent = maker.chance.choice(known[-8:] if maker.chance.random() < 0.6 else known)
    if mode == "update":
        _update(maker, parent)
    elif mode in ("reprint", "translation"):
        _copy(maker, parent, mode)
    elif mode in ("silent", "generic"):
        maker.add(maker.draft(maker.account(mode)), maker.take_outlet(), mode=mode, parents=(parent,))
    elif mode == "two parents" and len(known) > 1:
        other = maker.chance.choice([node for node in known if node is not parent])
        accounts = (_retell(maker, parent), _retell(maker, other))
        maker.add(maker.draft(*accounts), maker.take_outlet(), mode=mode, parents=(parent, other))
    else:
        maker.add(maker.draft(_retell(maker, parent)), maker.take_outlet(), mode="rewrite", parents=(parent,))


def _retell(maker: Maker, parent: Node) -> Account:
    """Tell in other words what a report says, its source named as widely or more widely than there."""
    account = maker.chance.choice(parent.draft.accounts)
    speaker = _drift(maker, account.speaker) if account.speaker else None
    outlet = parent.outlet
    if account.shape in ("cited", "citing") and maker.chance.random() < 0.3:
        outlet = account.outlets[0]
    shapes = ("cited",) if speaker is None else ("citing", "citing", "cited", "said")
    shape = maker.chance.choice(shapes)
    if shape == "said" and speaker and speaker.group == "documents":
        shape = "citing"
    return maker.account(shape, None if shape == "cited" else speaker, () if shape == "said" else (outlet,))


def _drift(maker: Maker, speaker: Speaker) -> Speaker:
    """Name a source by a title, or by a wider description."""
    if speaker.group == "people" and maker.chance.random() < _TITLE_DRIFT:
        return replace(speaker, form=1)
    if speaker.group == "unnamed" and maker.chance.random() < _WIDER_DRIFT:
        return replace(speaker, form=min(2, speaker.form + 1))
    return speaker


def _copy(maker: Maker, parent: Node, mode: str) -> None:
    """Reprint a report, cut or with another headline, or translate it; half of the copies credit it."""
    draft = parent.draft
    if mode == "translation":
        outlet = maker.take_outlet(maker.chance.choice([one for one in LANGUAGES if one != parent.lang]))
        if outlet.lang == parent.lang:
            mode = "reprint"
    else:
        outlet = maker.take_outlet(parent.lang)
        if maker.chance.random() < 0.4:
            draft = replace(draft, around=draft.around[:-1])
    if draft.headline is not None and maker.chance.random() < 0.3:
        draft = replace(draft, headline=1 - draft.headline)
    credit = parent.outlet if maker.chance.random() < 0.5 else None
    maker.add(replace(draft, credit=credit, is_updated=False), outlet, mode=mode, parents=(parent,))


def _update(maker: Maker, parent: Node) -> None:
    """Let an outlet publish its own report once more, with more in it."""
    draft = replace(parent.draft, around=(*parent.draft.around, ("own", maker.chance.randrange(6))), is_updated=True)
    node = maker.add(draft, parent.outlet, mode="update", parents=(parent,))
    maker.nodes[-1] = replace(node, lang=parent.lang)


def _make_circle(maker: Maker) -> None:
    """Let two outlets cite each other for what one of them has from elsewhere without saying so."""
    parent = maker.chance.choice([node for node in maker.nodes if node.roots])
    one, other = maker.take_outlet(), maker.take_outlet()
    first = maker.add(maker.draft(maker.account("cited", None, (other,))), one, mode="circle", parents=(parent,))
    maker.add(maker.draft(maker.account("cited", None, (one,))), other, mode="circle", parents=(first,))


def _make_denials(maker: Maker) -> None:
    """Let somebody deny it, in one to three outlets, of which some also say what is denied and who said it."""
    key = maker.chance.choice(list_keys(maker.split, "deniers"))
    for _ in range(maker.chance.randint(1, 3)):
        accounts = [maker.account("denial", Speaker("deniers", key))]
        parents: tuple[Node, ...] = ()
        if maker.chance.random() < 0.4:
            parents = (maker.chance.choice([node for node in maker.nodes if node.roots]),)
            accounts.append(_retell(maker, parents[0]))
        maker.add(maker.draft(*accounts), maker.take_outlet(), mode="denial", parents=parents)


def _make_distractor(maker: Maker) -> None:
    """Tell something that only looks the same: another number, another place, the other direction."""
    fact = maker.fact
    places = [place for place in list_keys(maker.split, "places") if place != fact.place]
    other = replace(fact, place=maker.chance.choice(places))
    if "number" in load_templates(maker.split, "en")["plots"][fact.plot]["claim"].replace("{number}", "number"):
        other = (
            replace(fact, number=3 * fact.number) if maker.chance.random() < 0.5 else replace(fact, a=fact.b, b=fact.a)
        )
    used = {root.key for root in maker.roots}
    left = [key for key in list_keys(maker.split, "people") if key not in used]
    speaker = Speaker("people", maker.chance.choice(left or list_keys(maker.split, "people")))
    for _ in range(maker.chance.randint(1, 2)):
        outlet = maker.take_outlet()
        maker.add(maker.draft(maker.account("told", speaker, (outlet,), other)), outlet, mode="distractor")


def _make_unrelated(maker: Maker) -> None:
    """Tell something else altogether, on the same day."""
    plots = [plot for plot in load_templates(maker.split, "en")["plots"] if plot != maker.fact.plot]
    fact = replace(maker.make_fact(), plot=maker.chance.choice(plots))
    outlet, key = maker.take_outlet(), maker.chance.choice(list_keys(maker.split, "people"))
    maker.add(maker.draft(maker.account("told", Speaker("people", key), (outlet,), fact)), outlet, mode="unrelated")
