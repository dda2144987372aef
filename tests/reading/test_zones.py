"""Zones: whole small reports, Markdown, zones that markup gave, and the promises that hold for any text."""

import pytest
from hypothesis import given as given_texts
from hypothesis import strategies as st

from hearsay.reading.zones import find_zones
from hearsay.records import Zone, ZoneKind

PIECES = st.sampled_from(
    [
        "SEOUL, Sept 4 (Reuters) - ",
        "Photo: Jane Roe",
        "(left)",
        "[বিজ্ঞাপন_২]",
        "ছবি: রয়টার্স",
        "# ",
        "**",
        "![a](b)",
        "\n",
        "\r\n",
        "\u2028",
        " ",
        "।",
        "By ",
        "কোরিয়া",
        "한글",
        "שלום",
        "\u200d",
        "(",
        ")",
        "/",
        "===",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=20).map("".join)


def zones_of(text: str, *, language: str = "en", title: str | None = None) -> list[tuple[str, str]]:
    """Return the zones of a text as kind and words."""
    return [(zone.kind.value, text[slice(*zone.span)]) for zone in find_zones(text, language=language, title=title)]


def kinds_of(*lines: str, language: str = "en") -> list[str]:
    """Return the kinds of zones of a text of these lines."""
    return [kind for kind, _ in zones_of("\n".join(lines), language=language)]


def test_whole_english_report() -> None:
    text = "\n".join(
        [
            "Minister to visit Norland",
            "By Jane Roe and John Doe",
            "Updated: 4 September 2023, 10:30 pm",
            "SEOUL, Sept 4 (Reuters) - The minister will travel, officials said.",
            "A guard (left) stands near the bridge. (AP Photo/Jane Roe)",
            "“No,” he said.",
            "(Reporting by Jane Roe in Seoul; Editing by John Doe)",
            "The Associated Press contributed to this report.",
            "Read more: Norland and its neighbours",
            "12 comments",
        ]
    )
    assert zones_of(text) == [
        ("headline", "Minister to visit Norland"),
        ("byline", "By Jane Roe and John Doe"),
        ("dateline", "Updated: 4 September 2023, 10:30 pm"),
        ("dateline", "SEOUL, Sept 4 (Reuters) -"),
        ("body", "The minister will travel, officials said."),
        ("caption", "A guard (left) stands near the bridge."),
        ("credit", "(AP Photo/Jane Roe)"),
        ("body", "“No,” he said."),
        ("credit", "(Reporting by Jane Roe in Seoul; Editing by John Doe)"),
        ("credit", "The Associated Press contributed to this report."),
        ("residue", "Read more: Norland and its neighbours"),
        ("residue", "12 comments"),
    ]


def test_whole_bengali_report() -> None:
    text = "\n".join(
        [
            "মন্ত্রী নরল্যান্ড সফরে যাচ্ছেন বলে জানিয়েছেন কর্মকর্তারা, আলোচনা হবে বাণিজ্য নিয়ে।",
            "নদীর ধারে মন্ত্রী (ডানে) ও তাঁর অতিথি। ছবি: রয়টার্স",
            "করিম রহমান ( রয়টার্সের মতে)",
            "[বিজ্ঞাপন_২]",
            "উৎস লিঙ্ক",
            "মন্তব্য (0)",
        ]
    )
    assert zones_of(text, language="bn")[1:] == [
        ("caption", "নদীর ধারে মন্ত্রী (ডানে) ও তাঁর অতিথি।"),
        ("credit", "ছবি: রয়টার্স"),
        ("byline", "করিম রহমান"),
        ("credit", "( রয়টার্সের মতে)"),
        ("residue", "[বিজ্ঞাপন_২]"),
        ("residue", "উৎস লিঙ্ক"),
        ("residue", "মন্তব্য (0)"),
    ]
    assert zones_of(text, language="bn")[0][0] == "body"


def test_bengali_opening() -> None:
    text = "মন্ত্রী যাচ্ছেন নরল্যান্ড\nনিজস্ব প্রতিবেদক\nঢাকা, ৪ সেপ্টেম্বর (বাসস): মন্ত্রী বলেছেন যে তিনি যাবেন।\nআরও পড়ুন: নরল্যান্ড"
    assert zones_of(text, language="bn") == [
        ("headline", "মন্ত্রী যাচ্ছেন নরল্যান্ড"),
        ("byline", "নিজস্ব প্রতিবেদক"),
        ("dateline", "ঢাকা, ৪ সেপ্টেম্বর (বাসস):"),
        ("body", "মন্ত্রী বলেছেন যে তিনি যাবেন।"),
        ("residue", "আরও পড়ুন: নরল্যান্ড"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by The Daily Example found that prices had risen.",
        "Sources said: nothing was signed.",
        "By Monday the talks had failed.",
        "Share prices fell after the talks, brokers said.",
        "Read more than once, the letter still says nothing.",
        "Copying the report, he left the party (left-wing) in May.",
        "The photo: a picture of the bridge, said the guard, was taken in May and shown to reporters in the capital.",
        "Sen. Jane Roe (D-N.Y.) — the first to speak — said no.",
        "More than ten people came.",
        "Video-sharing sites were closed, the ministry said.",
        "Copyright law has changed, the ministry said.",
        "Translation costs time, the ministry said.",
    ],
)
def test_real_sentences_stay_body(line: str) -> None:
    assert kinds_of("The minister spoke on Monday in the old town hall.", line, "He then left.") == ["body"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "আরও বেশি মানুষ এসেছে বলে পুলিশ জানিয়েছে।",
        "সূত্র জানিয়েছে যে আলোচনা ব্যর্থ।",
        "ছবিটি দেখে মন্ত্রী হাসলেন।",
        "মন্তব্য করতে রাজি হননি মন্ত্রী।",
        "ঋণ ব্যাংক থেকে নেওয়া হয়েছে।",
        "প্রতিবেদন প্রকাশ করেছে কমিটি",
    ],
)
def test_real_bengali_sentences_stay_body(line: str) -> None:
    assert kinds_of("মন্ত্রী সোমবার কথা বলেছেন।", line, "তিনি চলে গেছেন।", language="bn") == ["body"] * 3


def test_first_full_sentence_is_no_headline_and_capitals_throughout_are_one() -> None:
    assert kinds_of("The minister will visit Norland this month.", "She said so.") == ["body", "body"]
    assert kinds_of("Minister Will Visit Norland This Month, Officials Say.", "She said so.") == ["headline", "body"]


def test_title_is_headline_wherever_it_stands() -> None:
    text = "News\nThe minister will visit Norland.\nShe said so."
    assert zones_of(text, title="The minister will visit Norland.")[1][0] == "headline"
    assert (
        zones_of("The minister will visit Norland", title="The minister will visit Norland | Example")[0][0]
        == "headline"
    )


def test_line_before_a_dateline_is_headline() -> None:
    assert kinds_of("Fund cuts its forecast for growth.", "GENEVA (AP) — Growth is slow.") == [
        "headline",
        "dateline",
        "body",
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "WASHINGTON —",
        "NEW DELHI:",
        "HEMPSTEAD, N.Y., Sept. 26 (UPI) —",
        "(Reuters) -",
        "Seoul, 4 September -",
        "MOSCOW/SEOUL, Sept 4 (Reuters) -",
    ],
)
def test_datelines(dateline: str) -> None:
    assert zones_of(f"{dateline} The talks failed.\nMore talks are planned, he said.")[:2] == [
        ("dateline", dateline),
        ("body", "The talks failed."),
    ]


@pytest.mark.parametrize("opening", ["UPDATE -", "Jane Roe, 39 -", "Jane Roe (Labour):", "U.S. -"])
def test_no_datelines(opening: str) -> None:
    assert kinds_of(f"{opening} The talks failed.", "More talks are planned, he said.") == ["body", "body"]


def test_markdown() -> None:
    text = (
        "# Minister to visit Norland\n\n**By Jane Roe**\n\n- One thing was said.\n\n"
        "![Guards at the gate. Photo: Jane Roe](x.png)\n\n"
        "See [the report](http://example.org) that was filed.\n\n"
        "[Another story](http://example.org)\n\nWhat next\n---\nTalks go on."
    )
    assert zones_of(text) == [
        ("residue", "#"),
        ("headline", "Minister to visit Norland"),
        ("residue", "**"),
        ("byline", "By Jane Roe"),
        ("residue", "**"),
        ("body", "- One thing was said."),
        ("residue", "!["),
        ("caption", "Guards at the gate."),
        ("credit", "Photo: Jane Roe"),
        ("residue", "](x.png)"),
        ("body", "See [the report](http://example.org) that was filed."),
        ("residue", "[Another story](http://example.org)"),
        ("headline", "What next"),
        ("residue", "---"),
        ("body", "Talks go on."),
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    paragraph = (
        "The minister said on Monday that the talks in the old town had\n"
        "failed and that nobody would go back to them before the winter,\nwhich is long."
    )
    assert zones_of(f"{paragraph}\n\nShe left.") == [("body", paragraph), ("body", "She left.")]


def test_given_zones_stand_and_captions_are_split() -> None:
    text = "A title\nThe talks failed.\nA guard at the gate. Photo: Reuters\nAdvertisement"
    given = [
        Zone(ZoneKind.HEADLINE, (0, 7)),
        Zone(ZoneKind.BODY, (8, 25)),
        Zone(ZoneKind.CAPTION, (26, 61)),
        Zone(ZoneKind.BODY, (62, 75)),
    ]
    found = [zone.kind.value for zone in find_zones(text, language="en", given=given)]
    assert found == ["headline", "body", "caption", "credit", "residue"]


@given_texts(TEXTS, st.sampled_from(["en", "bn"]), st.sampled_from([None, "Photo: Jane Roe"]))
def test_zones_are_ordered_disjoint_and_cover_all_but_space(text: str, language: str, title: str | None) -> None:
    end = 0
    for zone in find_zones(text, language=language, title=title):
        assert end <= zone.span[0] < zone.span[1]
        assert not text[end : zone.span[0]].strip()
        assert text[slice(*zone.span)].strip()
        end = zone.span[1]
    assert not text[end:].strip()


@given_texts(TEXTS, st.lists(st.tuples(st.sampled_from(ZoneKind), st.integers(0, 60)), max_size=4))
def test_given_zones_keep_the_promises(text: str, cuts: list[tuple[ZoneKind, int]]) -> None:
    edges = sorted({min(edge, len(text)) for _, edge in cuts} | {0})
    given = [Zone(kind, span) for (kind, _), span in zip(cuts, zip(edges, edges[1:], strict=False), strict=False)]
    end = 0
    for zone in find_zones(text, language="en", given=given):
        assert end <= zone.span[0] <= zone.span[1]
        assert not text[end : zone.span[0]].strip()
        end = zone.span[1]
    assert not text[end:].strip()
