"""Whether the [times] of a pack hold together: every meaning, hole and class that a template names exists."""

from hearsay.packs.cldr import calendar_table_of
from hearsay.packs.loading import code_of, load_pack_source
from hearsay.reading.times.lexicon import load_lexicon, parse_compounds, parse_phrases
from hearsay.reading.times.meanings import MEANINGS
from hearsay.reading.times.templates import Template

# Holes that digits and earlier times fill; the others are filled by words of the pack.
_FILLED = frozenset(
    [
        "year",
        "cased",
        "era_year",
        "clock",
        "numeric",
        "short",
        "decade",
        "dotted",
        "military",
        "name",
        "end",
        "n",
        "roman",
        "hundreds",
        "day",
        "hour",
        "minute",
        "number",
        "date",
        "time",
        "duration",
    ]
)


def check_times(language: str) -> tuple[str, ...]:
    """Return what is wrong with the templates of a language, one sentence each; nothing if all is well."""
    words = load_pack_source(language).times
    calendar = calendar_table_of(code_of(language))
    known = {symbol for senses in load_lexicon(language).table.values() for symbol in senses.symbols}
    known |= {"{" + name + "}" for name in _FILLED}
    complaints: dict[str, None] = {}
    for template in [*parse_phrases(words, calendar), *parse_compounds(words, calendar)]:
        complaints |= dict.fromkeys(_check_template(template, known))
    return tuple(complaints)


def _check_template(template: Template, known: set[str]) -> list[str]:
    """Return what is wrong with one template."""
    text = " ".join(template.symbols)
    complaints = [
        f"times: template '{text}' names {symbol}, which no word fills; add it to [times]"
        for symbol in template.symbols
        if symbol[0] in "{<" and len(symbol) > 1 and symbol not in known
    ]
    if template.meaning not in MEANINGS:
        complaints.append(f"times: '{template.meaning}' is no meaning; there are: {', '.join(sorted(MEANINGS))}")
    return complaints
