"""Makers of what linking works on, with defaults for all."""

from hearsay.linking.testimony import Carrier, Testimony, Voice
from hearsay.packs.descriptions import Description, describe
from hearsay.records import SourceKind


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
