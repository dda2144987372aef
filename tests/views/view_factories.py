"""Makers of readings for the views: small ones by hand, and wild ones by Hypothesis."""

from hypothesis import strategies as st

from hearsay.records import (
    Act,
    Certainty,
    Credits,
    Directness,
    Link,
    Reading,
    SourceKind,
    Span,
    Statement,
    Time,
    TimeType,
    Zone,
    ZoneKind,
)

TEXT = (
    'Dam to be filled\n\n"The gates will close," two officials told the Courier on Monday.\n\nShare this <b>now</b>\n'
)


def make_span(words: str, text: str = TEXT) -> Span:
    """Make the span of words that stand in a text."""
    start = text.index(words)
    return (start, start + len(words))


def make_statement(**changes: object) -> Statement:
    """Make a statement of two officials, told to the Courier."""
    fields: dict[str, object] = {
        "id": "s1",
        "content": (make_span('"The gates will close,"'),),
        "cue": (make_span("told"),),
        "chain": (
            Link(SourceKind.OUTLET, "the Courier", None, make_span("the Courier")),
            Link(SourceKind.ANONYMOUS, "two officials", None, make_span("two officials")),
        ),
        "act": Act.SAY,
        "certainty": Certainty.PLANNED,
        "directness": Directness.DIRECT,
        "said": "2024-03-04",
    }
    return Statement(**{**fields, **changes})  # type: ignore[arg-type]


def make_reading(**changes: object) -> Reading:
    """Make a reading of three zones with one statement."""
    fields: dict[str, object] = {
        "id": "dam.txt",
        "lang": "en",
        "title": "Dam to be filled",
        "outlet": "Kestrel",
        "url": None,
        "published": "2024-03-05",
        "text": TEXT,
        "zones": (
            Zone(ZoneKind.HEADLINE, make_span("Dam to be filled")),
            Zone(ZoneKind.BODY, make_span('"The gates will close," two officials told the Courier on Monday.')),
            Zone(ZoneKind.RESIDUE, make_span("Share this <b>now</b>")),
        ),
        "mentions": (),
        "times": (Time(make_span("Monday"), TimeType.DATE, "2024-03-04"),),
        "statements": (make_statement(),),
        "credits": Credits(),
        "pack": "en@00000000",
    }
    return Reading(**{**fields, **changes})  # type: ignore[arg-type]


ALPHABET = st.sampled_from("ab <>&\"'\n\n।কি্যর‍한\u0301ש\u202e\u200d𐍈.")
spans = st.tuples(st.integers(-3, 60), st.integers(-3, 60))
links = st.builds(Link, st.sampled_from(SourceKind), st.text(ALPHABET, max_size=8), st.none(), st.none() | spans)
statements = st.builds(
    Statement,
    id=st.just("s"),
    content=st.lists(spans, max_size=3).map(tuple),
    cue=st.lists(spans, max_size=2).map(tuple),
    chain=st.lists(links, max_size=3).map(tuple),
    act=st.sampled_from(Act),
    certainty=st.sampled_from(Certainty),
    directness=st.sampled_from(Directness),
)
readings = st.builds(
    Reading,
    id=st.just("wild"),
    lang=st.sampled_from(("en", "bn", "he")),
    title=st.none() | st.text(ALPHABET, max_size=12),
    outlet=st.none() | st.text(ALPHABET, max_size=12),
    url=st.none(),
    published=st.none(),
    text=st.text(ALPHABET, max_size=50),
    zones=st.lists(st.builds(Zone, st.sampled_from(ZoneKind), spans), max_size=4).map(tuple),
    mentions=st.just(()),
    times=st.lists(st.builds(Time, spans, st.sampled_from(TimeType), st.just("2024")), max_size=2).map(tuple),
    statements=st.lists(statements, max_size=4).map(tuple),
    credits=st.just(Credits()),
    pack=st.just("en@00000000"),
)
