"""The bench of extraction: what counts as residue, and what counts as body."""

from bench.extraction import body_lines
from bench.residue import find_left_over
from hearsay.records import Report, Zone, ZoneKind


def test_residue_is_what_gold_does_not_say() -> None:
    gold = "The talks failed, officials said. Nobody came."
    text = "The talks failed, officials said.\nNobody came.\nRead more about it\n\n…"
    assert find_left_over(text, gold) == ["Read more about it"]
    assert find_left_over("", gold) == []


def test_datelines_count_as_body_only_before_it() -> None:
    report = Report(id="x", text="5 September\nDHAKA - Talks failed.\nBy Jane Roe")
    kinds = [ZoneKind.DATELINE, ZoneKind.DATELINE, ZoneKind.BODY, ZoneKind.BYLINE]
    spans = [(0, 11), (12, 19), (20, 33), (34, 45)]
    zones = tuple(Zone(kind, span) for kind, span in zip(kinds, spans, strict=True))
    assert body_lines(report, zones) == ["DHAKA -", "Talks failed."]
