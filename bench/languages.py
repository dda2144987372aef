"""Every language that has a pack, with every score there is: `python -m bench.languages` writes docs/languages.md.

The silver sets are derived from treebank syntax (reporting verb + clause): they demand less than a pack reads, so that what
is praised, denied or demanded counts as invented there; compare languages with each other, not with the English news set.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from bench.attribution import BENGALI, ENGLISH, score_reader
from bench.floors import DATA
from bench.times import score_set
from hearsay.packs.loading import list_languages, load_pack_source
from hearsay.packs.summary import summarise

TABLE = Path(__file__).parents[1] / "docs" / "languages.md"
SILVER = "attribution/pud_silver/{}.jsonl"
NEWS: dict[str, Path | str] = {
    "bn": BENGALI,
    "en": ENGLISH,
    "de": "attribution/german_wikinews/dev.jsonl",
    "ru": "attribution/adaq_ru/dev.jsonl",
}
TIMED = ("bn", "en", "vi", "ru", "ko", "hi", "ar", "zh", "es", "fr", "de")


def scores(data: Path) -> dict[str, float]:
    """Score every language but the two of bench/attribution.py: silver sentences, news where there is a set, times."""
    figures = {}
    for language in list_languages():
        for name, figure in score_language(data, language).items():
            if figure is not None and not (name == "news" and language in ("bn", "en")):
                figures[f"{language} {name}"] = round(figure, 4)
    return figures


def score_language(data: Path, language: str) -> dict[str, float | None]:
    """Score one language end to end on what there is for it; None where there is nothing."""
    silver = data / SILVER.format(language)
    news = data / NEWS[language] if language in NEWS else None
    times = score_set(data, "own_multi", language)["value"] if language in TIMED else None
    return {
        "silver": _end_to_end(data, silver) if silver.exists() else None,
        "news": _end_to_end(data, news) if news is not None else None,
        "times": times,
    }


def _end_to_end(data: Path, gold: Path) -> float:
    """Return the end to end F1 of one gold file."""
    return float(score_reader(data, gold)["attributed_any"]["f1"])


def draw_table(data: Path) -> Iterable[str]:
    """Draw the table as Markdown."""
    yield "# Languages\n\nMade by `python -m bench.languages`. Scores are F1 on development data (bench/README.md):"
    yield "*silver*, who said what in sentences derived from treebanks; *news*, the same in whole reports;"
    yield "*times*, TIMEX3 values."
    yield "A dash: there is no set for it here.\n"
    yield "| code | language | reporting words | patterns | examples | silent | silver | news | times |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for language in list_languages():
        counts = summarise(load_pack_source(language))
        figures = score_language(data, language).values()
        cells = [language, f"{counts.language} ({counts.own_name})", counts.words, counts.patterns, counts.examples]
        cells += [counts.silent, *("–" if figure is None else f"{figure:.2f}" for figure in figures)]
        yield f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Write docs/languages.md."""
    parser = argparse.ArgumentParser(prog="python -m bench.languages", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    TABLE.write_text("\n".join(draw_table(options.data)) + "\n", encoding="utf8")
    print(TABLE.read_text(encoding="utf8"))


if __name__ == "__main__":
    main()
