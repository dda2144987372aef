"""Roles by word order: subject before the verb, object after it, the rest behind prepositions (as in English)."""

from collections.abc import Iterator
from typing import NamedTuple

from hearsay.reading.event_lexicon import LEFT, RIGHT
from hearsay.reading.event_scene import Filler, Scene, Word
from hearsay.reading.event_subject import (
    PHRASE_REACH,
    STOPS,
    Subject,
    find_controller,
    find_subject,
    group,
    merge_organ,
)

_OPEN_SLOTS = frozenset({"base", "ing", "infinitive"})
# Without a subject, a phrase this near still belongs to the verb.
_BETWEEN_REACH = 8


class Surroundings(NamedTuple):
    """What stands around a trigger: fillers with markers and sides, who acts, and whether the verb is passive."""

    fillers: list[Filler]
    is_noun: bool
    is_passive: bool = False
    doer: Filler | None = None  # an outer subject: who promises a visit, who imposes sanctions
    partner: Filler | None = None  # the party between: who is threatened with them
    is_subject_first: bool = False  # a finite clause where markers follow: the subject is what comes first


def survey(scene: Scene, word: Word, form: str) -> Iterator[Surroundings]:
    """Describe what stands around a trigger, once for each part of speech that it can be here."""
    if form == "noun":
        if not _looks_verbal(scene, word.first):
            yield _survey_noun(scene, word)
    elif not _looks_nominal(scene, word.first, form):
        around = _survey_verb(scene, word, form)
        if form != "base" or not _is_compound(scene, word, around.fillers):
            yield around


def _looks_verbal(scene: Scene, first: int) -> bool:
    """Tell whether a word that could be a noun stands after "to" or an auxiliary that only a verb follows."""
    index = first - 1
    while scene.has(index, "adverb", "negation") and not scene.has(index, "auxiliary"):
        index -= 1
    return scene.has(index, "auxiliary") and not scene.has(index, "passive", "support")


def _looks_nominal(scene: Scene, first: int, form: str) -> bool:
    """Tell whether a word that could be a verb stands where only a noun does: "the attack", "Russian attacks"."""
    before = scene.ends.get(first - 1)
    if form == "ing":
        return scene.has(first - 1, "determiner") or bool(before and before.is_adjective)
    is_owned = bool(before and (before.is_adjective or "" not in before.markers))
    if before and scene.lexicon.cases and form == "finite" and scene.has(before.first - 1, "preposition"):
        return False  # "из Польши отправят": the preposition asks for the case, no noun behind it
    is_verbal = scene.tokens[first - 1].word == "to" or scene.has(first - 1, "auxiliary")
    is_after_preposition = scene.has(first - 1, "preposition") and not is_verbal
    return is_owned or is_after_preposition or (scene.has(first - 1, "determiner") and not before)


def _is_compound(scene: Scene, word: Word, fillers: list[Filler]) -> bool:
    """Tell whether a bare form after one name is a noun, for a verb would agree: "the Sudria attack"."""
    subjects = [filler for filler in fillers if filler.side == LEFT]
    before = scene.ends.get(word.first - 1)
    return len(subjects) == 1 and before is not None and before.is_named


def _survey_verb(scene: Scene, word: Word, form: str) -> Surroundings:
    is_open = form in _OPEN_SLOTS or scene.lexicon.events.uninflected
    subject = find_subject(scene, word.first - 1, is_open=is_open)
    inverted = None if subject.actor or subject.is_passive or is_open else _find_inverted(scene, word)
    right = list(read_right(scene, inverted.last + 1 if inverted else _after_aspect(scene, word.last + 1)))
    subject = subject._replace(actor=subject.actor or inverted)
    left = _side(group(scene, subject.actor), LEFT) if subject.actor else []
    # "sollen … verschifft werden": where the verb comes last, what makes it passive stands behind it.
    is_closed = scene.lexicon.is_verb_second and scene.has(word.last + 1, "passive")
    between = read_between(scene, subject.actor, word.first, is_closed=is_closed)
    is_passive = (subject.is_passive or is_closed) and form not in _OPEN_SLOTS
    is_reduced = form == "participle" and bool(right) and right[0].markers == (scene.lexicon.events.agent,)
    is_reduced |= form == "participle" and bool(scene.lexicon.cases)
    return Surroundings([*left, *between, *right], is_noun=False, is_passive=is_passive or is_reduced)


def _find_inverted(scene: Scene, word: Word) -> Filler | None:
    """Find the subject behind a verb that comes second, where an adverbial opens the clause: "I går anföll Norland …"."""
    if not scene.lexicon.is_verb_second or not _opens_with_adverbial(scene, word.first):
        return None
    starts = {filler.first: filler for filler in scene.fillers}
    index = word.last + 1
    while scene.has(index, "determiner"):
        index += 1
    filler = starts.get(index)
    if filler and filler.is_adjective:
        filler = starts.get(filler.last + 1)
    return merge_organ(scene, filler) if filler and filler.party else None


def _opens_with_adverbial(scene: Scene, index: int) -> bool:
    """Tell whether the clause before a verb begins with a time, an adverb or a preposition."""
    first = index
    while first > 0 and not scene.is_broken(first, STOPS + ","):
        first -= 1
    return first < index and (scene.tokens[first].is_time or scene.has(first, "adverb", "preposition"))


def _after_aspect(scene: Scene, index: int) -> int:
    """Step over what shows aspect behind a verb that has one form: "供应了"."""
    while scene.lexicon.events.uninflected and scene.has(index, "auxiliary"):
        index += 1
    return index


def read_between(scene: Scene, subject: Filler | None, end: int, *, is_closed: bool = False) -> list[Filler]:
    """Read the prepositional phrases between a subject and its verb, where the language has them there.

    `is_closed`: the verb comes last, so that what patterns have behind it stands here.
    """
    if not (scene.lexicon.has_left_markers or is_closed):
        return []
    start = subject.last if subject else max(0, end - 1 - _BETWEEN_REACH)
    heads = [merge_organ(scene, filler) for filler in scene.fillers if start < filler.first and filler.last < end]
    marked = [(head, _marker_before(scene, head.first)) for head in heads]
    return [
        head._replace(side=RIGHT if is_closed else LEFT, markers=(marker,), distance=end - head.last)
        for head, marker in marked
        if marker is not None
    ]


def _marker_before(scene: Scene, first: int) -> str | None:
    """Return the marker of the preposition before a noun phrase."""
    while scene.has(first - 1, "determiner"):
        first -= 1
    return scene.lexicon.markers.get(scene.tokens[first - 1].word) if first else None


def _side(fillers: list[Filler], side: int) -> list[Filler]:
    return [filler._replace(side=side, distance=k, markers=("",)) for k, filler in enumerate(fillers)]


def _survey_noun(scene: Scene, word: Word) -> Surroundings:
    """Read the noun phrase around an event noun, and the verb that carries it."""
    modifiers, index = _read_modifiers(scene, word.first - 1)
    index -= scene.has(index, "partitive") and scene.has(index - 1, "support")
    while scene.lexicon.events.uninflected and scene.has(index, "auxiliary") and index:
        index -= 1
    right, is_passive = _skip_support(scene, word.last + 1)
    after = list(read_right(scene, right))
    subject = Subject()
    if scene.has(index, "support"):
        subject = find_subject(scene, index - 1, is_open=_is_open_support(scene, index))
    elif scene.has(index, "preposition", "control_subject", "control_object"):
        subject = find_subject(scene, index, is_open=True)
        subject = subject if _is_carried(scene, index, subject) else Subject()
    doers = _side(group(scene, subject.actor), LEFT) if subject.actor and not subject.is_passive else []
    doer = doers[0] if doers else None
    between = read_between(scene, subject.actor, index + 1) if scene.has(index, "support") else []
    return Surroundings([*modifiers, *between, *after, *doers[1:]], True, is_passive, doer, subject.patient)


def _is_open_support(scene: Scene, index: int) -> bool:
    is_open = scene.lexicon.support_forms.get(scene.tokens[index].word) in _OPEN_SLOTS
    return is_open or scene.lexicon.events.uninflected


def _is_carried(scene: Scene, index: int, subject: Subject) -> bool:
    """Tell whether a controlling verb stands between the outer subject and the noun."""
    if not subject.actor:
        return False
    places = range(subject.actor.first, index + 1)
    before = find_controller(scene, subject.actor.first - 1)
    return bool(before) or any(scene.has(k, "control_subject", "control_object") for k in places)


def _read_modifiers(scene: Scene, index: int) -> tuple[list[Filler], int]:
    """Read what stands before a noun in its own phrase, and return where the phrase begins."""
    genitive, fillers = scene.lexicon.events.genitive, []
    for _ in range(PHRASE_REACH + 1):
        filler = scene.ends.get(index)
        if index < 0 or (index + 1 < len(scene.tokens) and scene.is_broken(index + 1, STOPS + ",")):
            break
        if filler and (filler.is_adjective or filler.markers == (genitive,)):
            owner = merge_organ(scene, filler)
            fillers.append(owner._replace(side=LEFT, markers=(genitive,)))
            index = owner.first - 1
            break
        if filler and scene.lexicon.has_left_markers and (marker := _marker_before(scene, filler.first)):
            fillers.append(filler._replace(side=LEFT, markers=(marker,)))
            index = filler.first - 2
        elif filler:
            markers = filler.markers if scene.lexicon.cases else ("",)
            fillers.append(filler._replace(side=LEFT, markers=markers))
            index = filler.first - 1
        elif scene.has(index, "preposition", "auxiliary", "stop", "support", "control_subject", "control_object"):
            break
        elif scene.has(index, "determiner"):
            index -= 1
            break
        else:
            index -= 1
    while scene.has(index, "determiner", "adverb"):
        index -= 1
    return fillers, index


def _skip_support(scene: Scene, index: int) -> tuple[int, bool]:
    """Walk over the verb that carries an event noun: "sanctions [were imposed] on Iran"."""
    start, is_passive = index, False
    while index < len(scene.tokens) and scene.has(index, "auxiliary", "adverb", "negation", "passive"):
        is_passive |= scene.has(index, "passive")
        index += 1
    if scene.has(index, "support"):
        return index + 1, is_passive
    return start, False


def read_right(scene: Scene, index: int) -> Iterator[Filler]:
    """Read the noun phrases after a trigger, each with the preposition before it."""
    marker, phrase, distance = "", list[Filler](), 0
    starts = {filler.first: filler for filler in scene.fillers}
    first = index
    while index < len(scene.tokens) and not _ends_clause(scene, index, starts):
        token = scene.tokens[index]
        if index == first and "," in token.gap:
            return
        new_marker = scene.lexicon.markers.get(token.word)
        is_article = new_marker is not None and _is_article(scene, index, first)
        new_marker = None if is_article else new_marker
        filler = starts.get(index)
        if filler:
            is_owner = filler.markers == (scene.lexicon.events.genitive,)
            markers = filler.markers if scene.lexicon.cases and not marker else (marker,)
            phrase.append(filler._replace(side=RIGHT, markers=markers, distance=distance, is_owner=is_owner))
            index = filler.last
        elif new_marker or scene.has(index, "preposition") and not is_article:
            yield from close_phrase(scene, phrase, index - 1)
            marker, phrase = new_marker or token.word, []
        elif scene.has(index, "conjunction") or "," in token.gap:
            yield from close_phrase(scene, phrase, index - 1)
            phrase = []
        index, distance = index + 1, distance + 1
    yield from close_phrase(scene, phrase, index - 1)


def _is_article(scene: Scene, index: int, first: int) -> bool:
    """Tell whether what looks like a preposition is an article: "a livré des missiles", "com a Rússia"."""
    if index == first:
        return scene.has(index, "partitive")
    return scene.has(index, "determiner") and scene.has(index - 1, "preposition")


def _ends_clause(scene: Scene, index: int, starts: dict[int, Filler]) -> bool:
    """Tell whether the roles of a trigger cannot go on at this token."""
    token = scene.tokens[index]
    if not token.is_inside or scene.is_broken(index, STOPS) or scene.has(index, "stop", "relative"):
        return True
    if scene.has(index, "auxiliary") and not token.is_time:
        return True
    if "," in token.gap and not _is_list(scene, index, starts):
        return True
    is_infinitive = token.word == "to" and _is_verb(scene, index + 1, starts)
    return is_infinitive or (scene.has(index, "conjunction") and _is_verb(scene, index + 1, starts))


def _is_list(scene: Scene, index: int, starts: dict[int, Filler]) -> bool:
    """Tell whether a comma continues a list: a filler that another comma, "and" or a preposition follows."""
    index += scene.has(index, "determiner") or scene.has(index, "conjunction")
    filler = starts.get(index)
    if not filler:
        return False
    after = filler.last + 1
    return scene.has(after, "conjunction", "preposition") or (after < len(scene.tokens) and scene.is_broken(after, ","))


def _is_verb(scene: Scene, index: int, starts: dict[int, Filler]) -> bool:
    """Tell whether a verb that is known begins at this token."""
    if index >= len(scene.tokens) or index in starts:
        return False
    if scene.has(index, "support", "control_subject", "control_object", "auxiliary"):
        return True
    return any(word.first == index and any(s.form != "noun" for s in word.trigger.entry.senses) for word in scene.words)


def close_phrase(scene: Scene, phrase: list[Filler], last: int) -> Iterator[Filler]:
    """Yield what a finished noun phrase names: its head, and a named party before it ("sent Ukraine tanks")."""
    if not phrase:
        return
    if scene.lexicon.cases:  # each noun tells its own role by its case
        yield from (merge_organ(scene, filler) for filler in phrase if not filler.is_adjective)
        return
    head = merge_organ(scene, phrase[-1])
    trailing = [k for k in range(head.last + 1, last + 1) if not _is_loose(scene, k)]
    for filler in phrase[:-1]:
        is_party = filler.is_named and not (filler.is_adjective or filler.is_owner or head.party)
        is_party |= scene.lexicon.is_verb_first and _is_party_behind_verb(scene, filler)
        is_given = scene.lexicon.has_bare_recipients and filler.object is not None and head.is_named
        is_count = filler.number is not None and filler.party is None
        if filler.first < head.first and (is_party or is_given or is_count):
            yield filler
    is_whole = not (trailing or head.is_owner or head.is_adjective)
    # Where no noun modifies the next one, what stands behind a person is an apposition: "a nommé Ann Field ministre".
    is_apposed = head.is_person and scene.lexicon.has_adjectives_behind
    if is_whole or is_apposed or head.number is not None or head.is_named and (head.is_place or head.is_adjective):
        yield head


def _is_party_behind_verb(scene: Scene, filler: Filler) -> bool:
    """Tell whether a party stands for itself before another one behind a verb that opens its clause (Arabic).

    An organ right before its state ("government Japan") does not: the state that follows stands for it.
    """
    following = next((other for other in scene.fillers if other.first == filler.last + 1), None)
    is_part = filler.is_organ and following is not None and following.is_named and following.is_place
    return filler.party is not None and not (filler.is_adjective or filler.is_owner or is_part)


def _is_loose(scene: Scene, index: int) -> bool:
    """Tell whether a word after a name does not make it a modifier: times and adverbs."""
    return scene.tokens[index].is_time or scene.has(index, "adverb", "negation", "determiner")
