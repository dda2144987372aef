"""Linking: origins on worlds, reprints, translations, stories, and claims with their relations.

Without options small samples are scored, in about a minute; `python -m bench.linking --full --lost` scores everything and
tells which worlds were counted wrongly and why.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from bench.floors import DATA
from bench.linking_sets import load_scorer, score_probe, score_reprints, score_stories, score_translations
from bench.linking_worlds import count_data_given, count_data_read, count_given, link_own, own_worlds, tell_losses
from bench.worlds.vocabulary import SPLITS
from hearsay.records import Record


class Sizes(Record, frozen=True):
    """How much of each set is scored: worlds, stories; `is_telling` prints what was counted wrongly."""

    given: int = 100
    own: int = 25
    worlds: int = 30
    translations: int = 40
    stories: int = 1000
    is_telling: bool = False


FULL = Sizes(given=400, own=100, worlds=100, translations=1000, stories=10**6)


def scores(data: Path) -> dict[str, float]:
    """Score samples of everything."""
    return {name: score for part in PARTS.values() for name, score in part(data, Sizes()).items()}


def measure_given(data: Path, sizes: Sizes) -> dict[str, float]:
    """Count origins with the attributions as they truly are: what is lost is lost by counting."""
    figures: dict[str, float] = {}
    for split in SPLITS:
        figures |= count_given(own_worlds(split, sizes.given)).scores(f"{split} given")
    for level in ("easy", "hard"):
        figures |= count_data_given(data, level, sizes.given).scores(f"{level} given")
    return figures


def measure_own(data: Path, sizes: Sizes) -> dict[str, float]:
    """Read and link our own worlds."""
    figures: dict[str, float] = {}
    for split in SPLITS:
        found, further = link_own(split, sizes.own, load_scorer(data))
        figures |= found.scores(split) | further
        if sizes.is_telling:
            print("\n".join([*found.lines, *tell_losses(found)]))
    return figures


def measure_worlds(data: Path, sizes: Sizes) -> dict[str, float]:
    """Read the worlds beside the project, and count their origins."""
    figures: dict[str, float] = {}
    for level in ("easy", "hard"):
        figures |= count_data_read(data, level, sizes.worlds).scores(f"{level} read")
    return figures


def measure_reprints(data: Path, _sizes: Sizes) -> dict[str, float]:
    """Score reprints in both languages."""
    return score_reprints(data, "en") | score_reprints(data, "bn")


def measure_translations(data: Path, sizes: Sizes) -> dict[str, float]:
    """Score translations in seven languages."""
    return score_translations(data, sizes.translations)


def measure_stories(data: Path, sizes: Sizes) -> dict[str, float]:
    """Score stories of articles and of headlines."""
    return score_stories(data, "ecbplus", sizes.stories) | score_stories(data, "uci_news", sizes.stories)


def measure_probe(data: Path, _sizes: Sizes) -> dict[str, float]:
    """Score what denies, fulfils, and goes the other way."""
    return score_probe(data)


PARTS: dict[str, Callable[[Path, Sizes], dict[str, float]]] = {
    "given": measure_given,
    "own": measure_own,
    "worlds": measure_worlds,
    "reprints": measure_reprints,
    "translations": measure_translations,
    "stories": measure_stories,
    "probe": measure_probe,
}


def main() -> None:
    """Print the figures of some parts."""
    parser = argparse.ArgumentParser(prog="python -m bench.linking", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--only", type=lambda names: names.split(","), default=list(PARTS), help=",".join(PARTS))
    parser.add_argument("--full", action="store_true", help="everything instead of samples")
    parser.add_argument("--lost", action="store_true", help="tell which of our own worlds were counted wrongly")
    options = parser.parse_args()
    sizes = replace(FULL if options.full else Sizes(), is_telling=options.lost)
    for name in options.only:
        figures = PARTS[name](options.data, sizes)
        print(json.dumps({key: round(value, 4) for key, value in figures.items()}, indent=1))


if __name__ == "__main__":
    main()
