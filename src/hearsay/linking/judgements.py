"""What people decided about things that a machine linked or kept apart; it outranks every score."""

from collections.abc import Container, Iterable, Iterator

from hearsay.records import Judgement, Verdict


class Judgements:
    """Judgements by pair; of two on one pair the later counts, and "unsure" takes an earlier one back."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        """Take judgements in any order."""
        ordered = sorted(judgements, key=lambda one: (one.at, one.by, one.verdict))
        self._verdicts = {_pair(one.a, one.b): one.verdict for one in ordered}
        self._named = {identity for pair in self._verdicts for identity in pair}

    def verdict(self, a: str, b: str) -> bool | None:
        """Tell whether two things were judged to be the same; None where nobody did.

        >>> Judgements().verdict("a", "b") is None
        True
        """
        found = self._verdicts.get(_pair(a, b)) if self._verdicts else None
        return None if found in (None, Verdict.UNSURE) else found is Verdict.SAME

    def names(self, identity: str) -> bool:
        """Tell whether any judgement names a thing."""
        return identity in self._named

    def same(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs judged the same, in a fixed order."""
        yield from sorted(pair for pair, verdict in self._verdicts.items() if verdict is Verdict.SAME)

    def same_among(self, known: Container[str]) -> Iterator[tuple[str, str]]:
        """Yield the pairs judged the same of which both are known here, in a fixed order."""
        yield from ((a, b) for a, b in self.same() if a in known and b in known)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


NO_JUDGEMENTS = Judgements()
