"""The scene of one content: its words and those of its sentence, with the parties, objects and numbers in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hearsay.packs.declensions import list_cases
from hearsay.reading.event_lexicon import EventLexicon, Trigger, lower_view
from hearsay.reading.event_tokens import Known, Token, find_bounds, find_tokens, token_range, within
from hearsay.records import Mention, MentionKind, Span
from hearsay.text.folding import fold_word

_NO_PARTY = frozenset({MentionKind.OUTLET, MentionKind.AGENCY, MentionKind.OTHER})
_PLACES = frozenset({MentionKind.PLACE, MentionKind.GOVERNMENT})
_NUMBER = re.compile(r"\d+(?:,\d{2,3})*(?:\.\d+)?")
# A number and what it counts: "40 pro-democracy protesters", "at least 12 young people".
_COUNT_REACH = 3
UNMARKED = ("",)
# A particle of subjects shows that a noun phrase ends there, which one without any does not.
_SUBJECT = ("", "-")
# A name in another case than the first is no subject, though the patterns of its language name no cases.
_OBLIQUE = ("~",)


class Filler(NamedTuple):
    """What can fill a role: tokens [first, last], as a party, as a class of objects, as a number, as a place."""

    first: int
    last: int
    party: str | None = None
    object: str | None = None
    number: float | None = None
    is_place: bool = False
    is_organ: bool = False
    is_named: bool = False
    is_person: bool = False
    is_adjective: bool = False
    is_owner: bool = False
    markers: tuple[str, ...] = UNMARKED
    side: int = 0
    distance: int = 0


class Word(NamedTuple):
    """A word of the lexicon at tokens [first, last]."""

    first: int
    last: int
    trigger: Trigger


class Scene(NamedTuple):
    """The words of a content and of its sentence, and what stands in them."""

    lexicon: EventLexicon
    tokens: list[Token]
    words: list[Word]
    fillers: list[Filler]
    ends: dict[int, Filler]  # by the last token

    def has(self, index: int, *names: str) -> bool:
        """Tell whether a token is in one of these classes of words."""
        return 0 <= index < len(self.tokens) and not self.tokens[index].classes.isdisjoint(names)

    def is_broken(self, index: int, marks: str) -> bool:
        """Tell whether one of these marks stands before a token (the dot of an initial ends nothing)."""
        gap = self.tokens[index].gap
        if index and gap.startswith(".") and len(self.tokens[index - 1].word) == 1:
            gap = gap[1:]
        return any(mark in gap for mark in marks)


def set_scene(known: Known, spans: Sequence[Span], lexicon: EventLexicon) -> Scene:
    """Gather the words around a content, and what can fill a role among them."""
    bounds = find_bounds(known.text, spans, markers_follow=lexicon.events.markers_follow)
    tokens = list(find_tokens(known, spans, bounds, lexicon))
    words = _place_words(known.triggers, bounds, tokens)
    scene = Scene(lexicon, tokens, words, [], {})
    fillers = _find_fillers(known, bounds, scene)
    if lexicon.has_adjectives_behind:
        fillers = _join_adjectives(fillers, scene)
    return scene._replace(fillers=fillers, ends={filler.last: filler for filler in fillers})


def _place_words(triggers: Sequence[Trigger], bounds: Span, tokens: list[Token]) -> list[Word]:
    """Lead the lexicon's words in the stretch to their tokens."""
    low = bisect_left(triggers, bounds[0], key=lambda trigger: trigger.start)
    high = bisect_left(triggers, bounds[1], key=lambda trigger: trigger.start)
    placed = ((token_range((trigger.start, trigger.end), tokens), trigger) for trigger in triggers[low:high])
    return [Word(*place, trigger) for place, trigger in placed if place and _is_aligned(place, trigger, tokens)]


def _is_aligned(place: Span, trigger: Trigger, tokens: list[Token]) -> bool:
    """Tell whether a word stands by itself and not inside a name that has no spaces in it."""
    return tokens[place[0]].start == trigger.start


def _find_fillers(known: Known, bounds: Span, scene: Scene) -> list[Filler]:
    """Find what can fill a role, in order; a name hides the common words inside it."""
    taken: dict[int, Filler] = {}
    for filler in (*_name_fillers(known, bounds, scene), *_word_fillers(scene)):
        places = range(filler.first, filler.last + 1)
        if not any(place in taken for place in places):
            taken |= dict.fromkeys(places, filler)
    for filler in {filler.first: filler for filler in taken.values()}.values():
        whole = _with_heads(filler, scene) if filler.is_place or filler.object else filler
        # "port" is a thing by itself, but not before the name of one; another name stays what it is.
        added = set(range(whole.first, whole.last + 1)) - set(range(filler.first, filler.last + 1))
        if added and not any(k in taken and (taken[k].is_named or not filler.is_named) for k in added):
            taken |= dict.fromkeys(range(whole.first, whole.last + 1), whole)
    return sorted(_count(taken, scene), key=lambda filler: filler.first)


def _join_adjectives(fillers: list[Filler], scene: Scene) -> list[Filler]:
    """Let a state act through its organs where adjectives follow: "les troupes russes"."""
    joined: list[Filler] = []
    for filler in fillers:
        before = joined[-1] if joined else None
        is_behind = before and before.last + 1 == filler.first and not scene.tokens[filler.first].gap.strip()
        if before and is_behind and filler.is_adjective and before.is_organ:
            joined[-1] = before._replace(last=filler.last, party=filler.party, is_named=True, is_organ=False)
        else:
            joined.append(filler)
    return joined


def _with_heads(filler: Filler, scene: Scene) -> Filler:
    """Take nouns that only say what a place or thing is, or how much of it, into its phrase: "from the port of Varnik"."""
    before, behind = _as_phrases(scene.lexicon.events.heads), _as_phrases(scene.lexicon.events.heads_behind)
    words = [token.word for token in scene.tokens[max(0, filler.first - 2) : filler.first]]
    size = next((k for k in (2, 1) if len(words) >= k and tuple(words[-k:]) in before), 0)
    if size:
        return filler._replace(first=filler.first - size)
    last = filler.last + 1
    if behind and last < len(scene.tokens) and (scene.tokens[last].word,) in behind:
        return filler._replace(last=last, markers=find_markers(last, "", scene))
    return filler


@cache
def _as_phrases(row: str) -> frozenset[tuple[str, ...]]:
    """Return the phrases of a row, words joined by underscores."""
    return frozenset(tuple(fold_word(phrase).split("_")) for phrase in row.split())


def _name_fillers(known: Known, bounds: Span, scene: Scene) -> Iterator[Filler]:
    """Yield the names; a listed name that is also a common word counts as one ("the election commission")."""
    common = {(word.first, word.last) for word in scene.words if word.trigger.entry.party}
    for mention in within(known.mentions, bounds):
        place = token_range(mention.span, scene.tokens)
        if place and place not in common and mention.kind not in _NO_PARTY:
            yield _name_filler(mention, place, _name_ending(mention, place[1], scene), scene)
    for adjective in within(known.adjectives, bounds):
        place = token_range(adjective.span, scene.tokens)
        if place:
            yield Filler(*place, party=adjective.entity or adjective.name, is_adjective=True, is_named=True)


def _name_filler(mention: Mention, place: Span, ending: str, scene: Scene) -> Filler:
    return Filler(
        *place,
        party=mention.entity or mention.name,
        is_place=mention.kind in _PLACES,
        is_named=True,
        is_person=mention.kind is MentionKind.PERSON,
        markers=_markers_of_name(mention, place, ending, scene),
    )


def _markers_of_name(mention: Mention, place: Span, ending: str, scene: Scene) -> tuple[str, ...]:
    """Return the markers of a name: where it is declined the cases that its form can be, else its ending's."""
    lexicon = scene.lexicon
    if not lexicon.cases and (lexicon.events.markers_follow or not lexicon.declensions):
        return find_markers(place[1], ending, scene)
    form = " ".join(token.word for token in scene.tokens[place[0] : place[1] + 1])
    cases = list_cases(form, mention.name, lexicon.declensions)
    if lexicon.cases:
        return tuple("" if case < 0 else lexicon.cases[case] for case in sorted(cases)) or UNMARKED
    return UNMARKED if -1 in cases or not cases or _belongs_to_party(place[0], scene) else _OBLIQUE


def _belongs_to_party(first: int, scene: Scene) -> bool:
    """Tell whether a name in another case only owns the party right before it: "prezident Ruska"."""
    return any(word.last == first - 1 and word.trigger.entry.party for word in scene.words)


def _name_ending(mention: Mention, last: int, scene: Scene) -> str:
    """Return the case ending of a name, whether its span holds it or not."""
    token = scene.tokens[last]
    rest = token.word[max(0, mention.span[1] - token.start) :]
    if rest or not scene.lexicon.events.markers_follow:
        return rest if rest else token.word[-2:] if token.word.endswith("'s") else ""
    return _stripped_ending(token.word, (lower_view(mention.name).split() or [""])[-1], scene.lexicon)


def _stripped_ending(word: str, stem: str, lexicon: EventLexicon) -> str:
    """Return the ending of a word by its stem; where the name is another one, an ending too long to be part of it."""
    if stem and word.startswith(stem):
        return word[len(stem) :] if word[len(stem) :] in lexicon.endings else ""
    fitting = [
        ending
        for ending in lexicon.endings
        if len(ending) > 1 and word.endswith(ending) and len(word) > len(ending) + 1
    ]
    return max(fitting, key=len, default="")


def _word_fillers(scene: Scene) -> Iterator[Filler]:
    for first, last, trigger in scene.words:
        entry = trigger.entry
        if entry.party or entry.object:
            token = scene.tokens[last]
            markers = find_markers(last, token.word[trigger.end - token.start :], scene)
            if scene.lexicon.cases:
                form = " ".join(token.word for token in scene.tokens[first : last + 1])
                markers = tuple(sorted(scene.lexicon.word_cases.get(form, ()))) or UNMARKED
            yield Filler(first, last, entry.party, entry.object, is_organ=entry.is_organ, markers=markers)


def find_markers(last: int, ending: str, scene: Scene) -> tuple[str, ...]:
    """Return the markers that a noun phrase may have by its ending, or by the postposition after it."""
    lexicon, tokens = scene.lexicon, scene.tokens
    if lexicon.events.markers_follow:
        for count in (3, 2, 1):
            following = tokens[last + 1 : last + 1 + count]
            if len(following) == count and all(not token.gap.strip() for token in following):
                marker = lexicon.markers.get(" ".join(token.word for token in following))
                if marker:
                    return _SUBJECT if marker == "-" else (marker,)
    return tuple("" if marker == "-" else marker for marker in lexicon.endings.get(ending, UNMARKED))


def _count(taken: dict[int, Filler], scene: Scene) -> list[Filler]:
    """Give each number to what it counts; one that counts nothing known stands for itself."""
    fillers = {filler.first: filler for filler in taken.values()}
    countable = {first for first, filler in fillers.items() if not filler.is_adjective}
    for index, token in enumerate(scene.tokens):
        number = None if token.is_time or index in taken else _number(index, scene)
        if number is None or (index and _number(index - 1, scene) is not None and index - 1 not in taken):
            continue
        last, number = _magnify(index, number, scene)
        bare = _bare_number(index, last, number, scene)
        before = _find_counted_before(index, fillers, scene)
        counted = _find_counted(bare, last, countable, scene) if before is None else None
        if before is not None:
            fillers[before] = _join_count(fillers[before], bare)
        elif counted is not None:
            fillers[counted] = _with_number(fillers[counted], number, scene)
        else:
            fillers[index] = bare
    return list(fillers.values())


def _with_number(counted: Filler, number: float, scene: Scene) -> Filler:
    """Give a noun phrase its number; where there are cases it decides that of the noun: "15 студентов"."""
    if not scene.lexicon.cases:
        return counted._replace(number=number)
    markers = tuple({*counted.markers, "", scene.lexicon.events.accusative})
    return counted._replace(number=number, markers=markers)


def _find_counted(bare: Filler, last: int, countable: set[int], scene: Scene) -> int | None:
    """Return where begins what a number before it counts: "40 young protesters", "12명의 학생"."""
    if scene.lexicon.events.numbers_follow and bare.markers != UNMARKED:
        is_owner = scene.lexicon.events.genitive in bare.markers
        following = next((k for k in (bare.last + 1, bare.last + 2) if k in countable), None)
        return following if is_owner else None
    counted = next((k for k in range(last + 1, last + 2 + _COUNT_REACH) if k in countable), None)
    return None if counted is None or any(is_end(k, scene) for k in range(last + 1, counted)) else counted


def _find_counted_before(index: int, fillers: dict[int, Filler], scene: Scene) -> int | None:
    """Return where begins what a number right behind it counts: "학생 15명을", "記者3人を"."""
    if not scene.lexicon.events.numbers_follow or scene.tokens[index].gap.strip():
        return None
    ends = {
        filler.last: first for first, filler in fillers.items() if filler.markers == UNMARKED and not filler.is_named
    }
    return ends.get(index - 1)


def _join_count(counted: Filler, bare: Filler) -> Filler:
    """Give a noun phrase the number behind it, which bears its marker."""
    return counted._replace(last=bare.last, number=bare.number, markers=bare.markers)


def _number(index: int, scene: Scene) -> float | None:
    """Read the number that a token begins or names."""
    word = scene.tokens[index].word
    match = _NUMBER.match(word)
    if _is_date_like(index, scene):
        return None
    if match and (match.end() == len(word) or _counter_ending(word[match.end() :], scene) is not None):
        return float(match.group().replace(",", ""))
    return scene.lexicon.events.numbers.get(word)


def _counter_ending(word: str, scene: Scene) -> str | None:
    """Return the case ending of a counter, or None for another word."""
    endings = (word[len(counter) :] for counter in scene.lexicon.events.counters.split() if word.startswith(counter))
    return next((ending for ending in endings if not ending or ending in scene.lexicon.endings), None)


def _is_date_like(index: int, scene: Scene) -> bool:
    """Tell whether a slash joins a token to another: 9/11, 24/7."""
    following = scene.tokens[index + 1].gap if index + 1 < len(scene.tokens) else ""
    return scene.tokens[index].gap.endswith("/") or following.startswith("/")


def _magnify(index: int, number: float, scene: Scene) -> tuple[int, float]:
    """Join the groups of one number: 1,200; 3 million."""
    last = index
    while last + 1 < len(scene.tokens) and (following := _number(last + 1, scene)) is not None:
        token = scene.tokens[last + 1]
        if token.gap == "," and len(token.word) in (2, 3):
            number = number * 10 ** len(token.word) + following
        elif token.gap == ".":
            number += following / 10 ** len(token.word)
        elif not token.gap.strip():
            number = number * following if following > number else number + following
        else:
            break
        last += 1
    return last, number


def is_end(index: int, scene: Scene) -> bool:
    """Tell whether a noun phrase cannot run over this token."""
    names = ("preposition", "conjunction", "auxiliary", "stop", "relative")
    return scene.has(index, *names) or scene.is_broken(index, ",;:—()।.")


def _bare_number(index: int, last: int, number: float, scene: Scene) -> Filler:
    """Make a filler of a number and its counter: "12", "১২ জনকে", "12명을"."""
    following = scene.tokens[last + 1].word if last + 1 < len(scene.tokens) else ""
    for place, word in ((last, scene.tokens[last].word.lstrip("0123456789.,")), (last + 1, following)):
        ending = _counter_ending(word, scene) if word else None
        if ending is not None:
            return Filler(index, place, number=number, markers=find_markers(place, ending, scene))
    return Filler(index, last, number=number, markers=find_markers(last, "", scene))
