"""Quoted names: marks that hold no speech but the name of a paper or body: газета «Вечерний Ладвинск», firma „Sojma“."""

from functools import lru_cache

from hearsay.packs.compiler import Pack
from hearsay.reading.quotations import Quotation
from hearsay.text.folding import fold_word

_LONGEST = 40  # characters; what is said is mostly longer, and begins small or ends with a stop where it is not
_STOPS = (".", ",", "!", "?", "…")


def is_quoted_name(text: str, quotation: Quotation, pack: Pack) -> bool:
    """Tell whether a quotation is the name that a noun right before it announces."""
    start = quotation.span[0]
    inner = text[slice(*quotation.inner)]
    if len(inner) > _LONGEST or not inner[:1].isupper() or inner.endswith(_STOPS) or text[start - 1 : start] != " ":
        return False
    words = text[max(0, start - _LONGEST) : start].split()
    sources = pack.source.sources
    return bool(words) and not _bodies(sources.groups, sources.media).isdisjoint(_stems(fold_word(words[-1]), pack))


@lru_cache(maxsize=64)
def _bodies(*lists: str) -> frozenset[str]:
    """Fold the nouns of bodies and papers, once a pack."""
    return frozenset(fold_word(word) for text in lists for word in text.split())


def _stems(word: str, pack: Pack) -> list[str]:
    """Return a word, and what is left of it without a case ending."""
    endings = [ending for row in pack.cases.values() for ending in row if word.endswith(ending)]
    return [word, *(word.removesuffix(ending) for ending in endings)]
