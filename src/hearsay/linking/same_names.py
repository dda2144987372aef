"""One key for one name in many scripts and spellings, among the voices of a claim (record linkage by sound)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from hearsay.linking.judgements import NO_JUDGEMENTS, Judgements
from hearsay.linking.testimony import Carrier, Testimony, Voice
from hearsay.records import SourceKind
from hearsay.text.name_matching import SAME_NAME, compare_names, name_keys

_COMPARED = {SourceKind.PERSON, SourceKind.ORGANISATION}


def unify_names(carriers: Iterable[Carrier], judgements: Judgements = NO_JUDGEMENTS) -> tuple[Carrier, ...]:
    """Give voices whose names sound the same one key; listed ones keep theirs and give it to the others.

    Whom a person judged different keep their own keys; those judged the same are one later, where origins are counted.
    """
    known = _name_holders(tuple(carriers))
    keys = _find_keys({v for carrier in known for t in carrier.testimonies if (v := t.voice) and v.key}, judgements)
    return tuple(
        replace(carrier, testimonies=tuple(_with_key(testimony, keys) for testimony in carrier.testimonies))
        for carrier in known
    )


def _name_holders(carriers: tuple[Carrier, ...]) -> tuple[Carrier, ...]:
    """Name who is told by an office alone, unless an unlisted person is named who may be the one that holds it."""
    voices = [v for carrier in carriers for t in carrier.testimonies if (v := t.voice)]
    named = {voice.key for voice in voices if voice.key}
    is_open = any(voice.key and voice.kind is SourceKind.PERSON and voice.entity is None for voice in voices)
    keys = {v.entity for v in voices if v.entity and not v.key and (v.entity in named or not is_open)}
    return tuple(
        replace(carrier, testimonies=tuple(_with_holder(testimony, keys) for testimony in carrier.testimonies))
        for carrier in carriers
    )


def _with_holder(testimony: Testimony, holders: Collection[str]) -> Testimony:
    voice = testimony.voice
    if voice is None or voice.key or voice.entity is None or voice.entity not in holders:
        return testimony
    return replace(testimony, voice=replace(voice, key=voice.entity))


def _with_key(testimony: Testimony, keys: Mapping[str, str]) -> Testimony:
    voice = testimony.voice
    if voice is None or keys.get(voice.key, voice.key) == voice.key:
        return testimony
    return replace(testimony, voice=replace(voice, key=keys[voice.key]))


def _find_keys(voices: Iterable[Voice], judgements: Judgements) -> Mapping[str, str]:
    """Map each key to the one that stands for it: that of a listed entity, else the first of its names in order."""
    by_sound: dict[str, list[Voice]] = defaultdict(list)
    keys: dict[str, str] = {}
    for voice in sorted(voices, key=lambda v: (v.entity is None, v.key, v.name, v.kind)):
        if voice.kind not in _COMPARED:
            continue
        sounds = name_keys(voice.name)
        rivals = (rival for sound in sounds for rival in by_sound[sound] if _is_one(voice, rival))
        allowed = (keys[rival.key] for rival in rivals if not _are_judged_different(voice, rival, judgements))
        if voice.key not in keys:
            keys[voice.key] = next(
                (key for key in allowed if judgements.verdict(voice.key, key) is not False), voice.key
            )
        for sound in sounds:
            by_sound[sound].append(voice)
    return keys


def _are_judged_different(one: Voice, other: Voice, judgements: Judgements) -> bool:
    return judgements.verdict(one.key, other.key) is False


def _is_one(one: Voice, other: Voice) -> bool:
    """Tell whether two named voices sound the same; two listed ones are as different as their ids."""
    both_listed = one.entity is not None and other.entity is not None
    return not both_listed and one.kind is other.kind and compare_names(one.name, other.name) >= SAME_NAME
