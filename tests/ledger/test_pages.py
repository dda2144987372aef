"""Lists by cursor: each item once, in order, whatever the size of a page; filters find what bears them all."""

from pathlib import Path

import pytest

from hearsay.errors import SettingsError
from hearsay.ledger import Ledger
from tests.api.api_factories import make_ledger, make_saying


def make_many(folder: Path) -> Path:
    days = ("2024-03-02", "2024-03-02", "2024-03-03")
    return make_ledger(
        folder,
        *(
            make_saying(
                f"{story}-{k}", f"Bridge number {story * 111} in the valley is closed", published=f"2024-0{story}{day[7:]}",
                outlet=("Kestrel", "Ferry Post", "Harbour Wire")[k], lang=("en", "bn")[story % 2],
                who=("Mara Venn", "Ilena Dorvan")[story % 2],
            )
            for story in range(1, 7)
            for k, day in enumerate(days)
        ),
    )  # fmt: skip


def test_stories_come_in_pages_by_every_filter(tmp_path: Path) -> None:
    with Ledger.open(make_many(tmp_path)) as ledger:
        pages = ledger.pages
        whole = pages.stories((), None, since="", limit=100).items
        assert len(whole) > 1 and list(whole) == sorted(whole, key=lambda one: (one.last or "", one.id), reverse=True)
        found, after = [], None
        while True:
            cut = pages.stories((), after, since="", limit=1)
            found += cut.items
            after = cut.next
            if after is None:
                break
        assert found == list(whole)
        bengali = pages.stories(["lang:bn", "person:Ilena Dorvan", "outlet:Kestrel"], None, since="", limit=100).items
        assert bengali == tuple(one for one in whole if "bn" in one.languages)
        assert pages.stories(["lang:bn", "outlet:Nobody"], None, since="", limit=9).items == ()
        newer = pages.stories((), None, since="2024-04", limit=100).items
        assert newer == tuple(one for one in whole if (one.last or "") >= "2024-04")


def test_a_key_of_another_list_is_refused(tmp_path: Path) -> None:
    with Ledger.open(make_ledger(tmp_path)) as ledger, pytest.raises(SettingsError, match="another list"):
        ledger.pages.stories((), (5,), since="", limit=1)


def test_sources_are_those_that_the_whole_list_has(tmp_path: Path) -> None:
    with Ledger.open(make_ledger(tmp_path)) as ledger:
        assert set(ledger.pages.sources(None, None, limit=100).items) == set(ledger.sources())
        assert ledger.pages.sources("outlet", None, limit=100).items == ()


def test_what_pages_look_up_is_made_anew_by_linking(tmp_path: Path) -> None:
    path = make_ledger(tmp_path)
    with Ledger.open(path) as ledger:
        shown = ledger.pages.shown()
        assert shown is not None and (shown.reports, shown.state) == (5, ledger.links.linked_state())
