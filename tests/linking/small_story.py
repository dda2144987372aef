"""A small story, wholly invented: ten reports in four languages about a sale of grain, an accident and a museum.

An agency has the sale from one unnamed official; one paper reprints it, one translates it, two cite it; a ministry denies
it; one report tells it in its own voice. An accident has two figures, the later one higher. The museum is none of it.
"""

from pathlib import Path

from hearsay.ledger import Ledger
from hearsay.reading import read
from hearsay.records import Report

GRAIN = (
    "Norway will supply 4,200 tonnes of grain to Iceland in May, a senior Norwegian official told Harbour Wire on Monday.\n\n"
    "The grain will be shipped from Bergen in three vessels, the official said. "
    "Storms spoiled most of the barley that Icelandic farmers had stored in the autumn.\n\n"
    "Mills in Akureyri have been short of flour since January, and bakers have raised the price of bread twice. "
    "Farmers in the north hope that the ships will come before the sheep are driven into the hills.\n"
)
REPORTS = {
    "wire": ("en", "Harbour Wire", "2026-03-02", GRAIN),
    "reprint": ("en", "Kestrel", "2026-03-03", GRAIN + "\nBakers in Reykjavik were not asked. (Harbour Wire)\n"),
    "translation": (
        "bn",
        "মেঘবার্তা",
        "2026-03-03",
        "নরওয়ের এক কর্মকর্তার বরাত দিয়ে হারবার ওয়্যার জানিয়েছে, নরওয়ে মে মাসে আইসল্যান্ডকে ৪২০০ টন শস্য সরবরাহ করবে।\n",
    ),
    "russian": (
        "ru",
        "Северный вестник",
        "2026-03-03",
        "Норвегия поставит Исландии 4200 тонн зерна в мае, сообщило агентство Harbour Wire "
        "со ссылкой на норвежского чиновника.\n",
    ),
    "spanish": (
        "es",
        "El Farol",
        "2026-03-03",
        "La agencia Harbour Wire, citando a un funcionario noruego, informó que Noruega suministrará 4.200 toneladas de grano "
        "a Islandia en mayo.\n",
    ),
    "denial": (
        "en",
        "The Ferry Post",
        "2026-03-04",
        "Harbour Wire reported this week that Norway would supply 4,200 tonnes of grain to Iceland.\n\n"
        "Norway’s foreign ministry denied the report on Wednesday. The Icelandic embassy declined to comment on the report.\n",
    ),
    "chronicle": (
        "en",
        "Coast Chronicle",
        "2026-03-04",
        "A late winter has emptied the granaries of Iceland, and Norway will supply it with 4,200 tonnes of grain in May.\n",
    ),
    "accident": (
        "en",
        "Kestrel",
        "2026-03-05",
        "Two people were injured in Bergen when a crane fell on the quay, police said on Thursday.\n",
    ),
    "figure": (
        "en",
        "Lantern",
        "2026-03-06",
        "Five people were injured in Bergen when a crane fell on the quay, police said on Friday.\n",
    ),
    "museum": (
        "es",
        "El Farol",
        "2026-03-05",
        "El museo de Salta abrirá una sala de relojes antiguos en julio, anunció la directora Lucía Prado.\n",
    ),
}


def fill(path: Path, order: list[str] | None = None) -> Ledger:
    """Read the reports, in an order, into a ledger."""
    ledger = Ledger.open(path)
    for name in order or list(REPORTS):
        language, outlet, published, text = REPORTS[name]
        ledger.add(read(Report(name, text, lang=language, outlet=outlet, published=published), language=language))
    return ledger
