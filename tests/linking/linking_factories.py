"""Makers of what linking works on, with defaults for all."""

from typing import Any

from hypothesis import strategies as st

from hearsay.linking.features import Features
from hearsay.linking.sayings import Saying
from hearsay.linking.testimony import Carrier, Testimony, Voice
from hearsay.packs.descriptions import Description, describe
from hearsay.reading import read
from hearsay.records import (
    Act,
    Certainty,
    Credits,
    Directness,
    Event,
    Link,
    Mention,
    MentionKind,
    Reading,
    Report,
    SourceKind,
    Statement,
    Time,
    TimeType,
    Zone,
    ZoneKind,
)
from hearsay.text.fingerprints import hash_shingles


def make_voice(name: str = "Mira Holt") -> Voice:
    """Make the voice of one of two invented persons, else an unnamed one that goes by those English words."""
    if name in {"Mira Holt", "Anders Vik"}:
        return Voice(SourceKind.PERSON, name, name.lower(), None, Description())
    return Voice(SourceKind.ANONYMOUS, name, "", None, describe(name, "en"))


def make_carrier(
    report: str = "r1",
    *relays: str,
    voice: str | None = None,
    told: str | None = None,
    outlet: str | None = None,
    at: int = 0,
    credits: tuple[str, ...] = (),
) -> Carrier:
    """Make a report of one statement: through some outlets, on the word of a voice."""
    testimony = Testimony(f"{report}:s", tuple(relays), make_voice(voice) if voice else None, told)
    return Carrier(report, outlet or f"outlet of {report}", f"2026-03-{at + 1:02d}", (testimony,), credits)


def read_text(
    text: str,
    language: str = "en",
    *,
    report: str = "r1",
    outlet: str | None = "Kestrel",
    published: str | None = "2026-03-02",
) -> Reading:
    """Read an invented report."""
    return read(Report(report, text, lang=language, outlet=outlet, published=published), language=language)


def make_saying(identity: str = "s1", words: str = "", **changes: Any) -> Saying:
    """Make a comparable statement of some words."""
    fields: dict[str, Any] = {
        "id": identity,
        "report": f"report of {identity}",
        "lang": "en",
        "at": "2026-03-02",
        "words": frozenset(words.split()),
        "parts": frozenset(),
        "sounds": frozenset(),
        "numbers": frozenset(),
        "about": None,
        "event": None,
        "act": Act.SAY,
        "certainty": Certainty.ASSERTED,
        "is_attributed": True,
    }
    return Saying(**{**fields, **changes})


def make_event(type: str = "SUPPLY", **parts: Any) -> Event:
    """Make an event."""
    return Event(type, **parts)


def make_features(report: str = "r1", text: str = "", **changes: Any) -> Features:
    """Make the features of a report of some words."""
    fields: dict[str, Any] = {
        "report": report,
        "lang": "en",
        "outlet": f"outlet of {report}",
        "at": "2026-03-02",
        "day": "2026-03-02",
        "title": text[:40],
        "shingles": hash_shingles(text).tobytes(),
        "parts": (),
        "words": dict.fromkeys(text.split(), 1),
    }
    return Features(**{**fields, **changes})


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: (min(ends), max(ends)))
_LINKS = st.builds(
    Link,
    st.sampled_from(SourceKind),
    st.sampled_from(["", "Mira Holt", "Harbour Wire", "কর্মকর্তা", "officials", "Q159"]),
    st.sampled_from([None, "Q159", "Q130879"]),
    st.one_of(st.none(), SPANS),
)
_STATEMENTS = st.builds(
    Statement,
    id=st.uuids().map(str),
    content=st.lists(SPANS, max_size=2).map(tuple),
    cue=st.lists(SPANS, max_size=1).map(tuple),
    chain=st.lists(_LINKS, max_size=2).map(tuple),
    act=st.sampled_from(Act),
    certainty=st.sampled_from(Certainty),
    directness=st.sampled_from(Directness),
    event=st.one_of(
        st.none(),
        st.builds(
            Event,
            st.sampled_from(["SUPPLY", "KILL_INJURE", "VISIT"]),
            actor=st.sampled_from([None, "Q159", "Mira"]),
            recipient=st.sampled_from([None, "Q159", "Mira"]),
            number=st.sampled_from([None, 2.0, 5.0]),
            negated=st.booleans(),
        ),
    ),
    about=st.sampled_from([None, "2026-05", "XXXX-05", "2026-W99", "PAST_REF", "٢٠٢٣"]),
)
# Whatever a reader of some language may ever give, right or wrong: nothing of it may make linking fail.
WILD_READINGS = st.builds(
    Reading,
    id=st.uuids().map(str),
    lang=st.sampled_from(["en", "bn", "ru", "xx"]),
    title=st.one_of(st.none(), st.text(max_size=20)),
    outlet=st.sampled_from([None, "Kestrel", "Harbour Wire"]),
    url=st.none(),
    published=st.sampled_from([None, "2026", "2026-03", "2026-03-02", "2026-03-03"]),
    text=st.one_of(st.text(max_size=60), st.text("ab 12,.٣৪ \n\u200bŞ", max_size=60)),
    zones=st.lists(st.builds(Zone, st.sampled_from(ZoneKind), SPANS), max_size=2).map(tuple),
    mentions=st.lists(
        st.builds(Mention, SPANS, st.sampled_from(MentionKind), st.text(min_size=1, max_size=9)), max_size=2
    ).map(tuple),
    times=st.lists(
        st.builds(Time, SPANS, st.sampled_from(TimeType), st.sampled_from(["2026-05-01", "P2W", "XXXX-05"])), max_size=2
    ).map(tuple),
    statements=st.lists(_STATEMENTS, max_size=4).map(tuple),
    credits=st.builds(Credits, agency=st.sampled_from([None, "Harbour Wire"])),
    pack=st.just("en@0"),
    published_at=st.sampled_from([None, "2026-03-02T10:00:00+09:00", "0001-01-01T00:00:00+05:00", "soon"]),
)
