"""How a report is worded: templates filled in, with the place of each account of a claim in the text."""

import re
from collections.abc import Mapping, Sequence

from bench.worlds.vocabulary import Outlet, Phrase, Speaker, load_templates, load_words, name_outlet, name_speaker
from hearsay.records import Record

_AGREEMENT = re.compile(r"\{~([^}]*)\}")
_SLOT = re.compile(r"\{([a-z.]+)\}")
_PLACES = ("one", "two", "three", "four")
_STOPS = ".।!?”»’"


class Fact(Record, frozen=True):
    """What is claimed, in no language."""

    plot: str
    a: str
    b: str
    number: int
    good: str
    place: str
    month: int


class Account(Record, frozen=True):
    """One sentence that tells a fact: in which shape, on whose word, through which outlets, by which template."""

    shape: str
    fact: Fact
    speaker: Speaker | None = None
    outlets: tuple[Outlet, ...] = ()
    template: int = 0


class Draft(Record, frozen=True):
    """All that a report says, in no language yet; `around` are background and own sentences by their places in the lists.

    `names` and `filler` are made up and stand in two more sentences, so that many worlds of few sentences still differ.
    """

    accounts: tuple[Account, ...]
    around: tuple[tuple[str, int], ...] = ()
    headline: int | None = None
    credit: Outlet | None = None
    is_updated: bool = False
    names: tuple[str, ...] = ()
    filler: tuple[str, ...] = ()


class Text(Record, frozen=True):
    """A report in words; `spans` are where its accounts stand."""

    title: str | None
    text: str
    spans: tuple[tuple[int, int], ...]


def write(draft: Draft, split: str, language: str) -> Text:
    """Write a draft in a language."""
    templates = load_templates(split, language)
    plot = draft.accounts[0].fact.plot
    leads = [_finish(word_account(account, split, language), language) for account in draft.accounts]
    around = [
        templates["own"]["sentences"][place] if kind == "own" else templates["plots"][plot]["background"][place]
        for kind, place in draft.around
    ]
    sentences = [leads[0], *around[:1], *leads[1:], *around[1:]]
    if draft.is_updated:
        sentences.append(templates["frames"]["update"][draft.accounts[0].template])
    if draft.names:
        sentences.append(_fill(load_words(language)["affair"], dict(zip(_PLACES, draft.names, strict=True))))
    if draft.filler:
        sentences.append(_finish(" ".join(draft.filler), language))
    text = " ".join(sentences)
    if draft.credit:
        text += "\n" + _fill(templates["frames"]["credit"][0], {"outlet": name_outlet(draft.credit, language)})
    return Text(_word_headline(draft, split, language), text, tuple(_find_spans(text, leads)))


def _word_headline(draft: Draft, split: str, language: str) -> str | None:
    """Word the headline, if there is one."""
    if draft.headline is None:
        return None
    fact = draft.accounts[0].fact
    template = load_templates(split, language)["plots"][fact.plot]["headline"][draft.headline]
    return _capitalise(_fill(template, _name_fact(fact, language)))


def _find_spans(text: str, leads: Sequence[str]) -> list[tuple[int, int]]:
    spans, at = [], 0
    for lead in leads:
        at = text.index(lead, at)
        spans.append((at, at + len(lead)))
        at += len(lead)
    return spans


def word_account(account: Account, split: str, language: str) -> str:
    """Word one account, without a capital and a stop."""
    templates = load_templates(split, language)
    plot = templates["plots"][account.fact.plot]
    named = _name_fact(account.fact, language)
    claim = _fill(plot["claim"], named)
    slots = {"claim": claim, "claim.sub": _fill(plot.get("sub", plot["claim"]), named)}
    if account.shape == "silent":
        return claim
    speaker = name_speaker(account.speaker, language) if account.speaker else Phrase("", "", 0)
    names = [name_outlet(outlet, language) for outlet in account.outlets]
    slots |= {"source": speaker.name, "source.oblique": speaker.oblique, "outlet": names[0] if names else ""}
    slots["outlets"] = _join(names, language)
    template = templates["frames"][account.shape][account.template]
    return _fill(_agree(template, speaker.agreement), slots)


def _name_fact(fact: Fact, language: str) -> Mapping[str, str]:
    """Name what a fact is about."""
    words = load_words(language)
    number = print_number(fact.number, language)
    return {
        "a": words["countries"][fact.a][0],
        "b.to": words["countries"][fact.b][1],
        "number": number,
        "people": number,
        "good": words["goods"][fact.good],
        "place": words["places"][fact.place],
        "month": words["months"][fact.month - 1],
    }


def print_number(number: int, language: str) -> str:
    """Print a number as a language writes it.

    >>> print_number(4200, "bn"), print_number(4200, "de")
    ('৪,২০০', '4.200')
    """
    words = load_words(language)
    printed = f"{number:,}".replace(",", words["grouping"])
    return printed.translate(str.maketrans("0123456789", words["digits"])) if "digits" in words else printed


def _join(names: Sequence[str], language: str) -> str:
    """Join names by the word for "and"."""
    return f" {load_words(language)['and']} ".join(names)


def _agree(template: str, agreement: int) -> str:
    """Choose the endings that agree with a source."""

    def choose(found: re.Match[str]) -> str:
        forms = found[1].split("|")
        return forms[min(agreement, len(forms) - 1)]

    return _AGREEMENT.sub(choose, template)


def _fill(template: str, slots: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda found: slots[found[1]], template)


def _capitalise(sentence: str) -> str:
    place = next((place for place, letter in enumerate(sentence) if letter.isalnum()), 0)
    return sentence[:place] + sentence[place : place + 1].upper() + sentence[place + 1 :]


def _finish(sentence: str, language: str) -> str:
    """Give a sentence its capital and its stop."""
    whole = _capitalise(sentence)
    return whole if whole[-1] in _STOPS else whole + str(load_words(language).get("stop", "."))
