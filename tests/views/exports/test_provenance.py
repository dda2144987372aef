"""PROV-JSON: read by the library `prov`, and by what the records of a claim say of it."""

import warnings
from pathlib import Path

import pytest
from prov.model import ProvDerivation, ProvDocument, ProvEntity

from hearsay.views.exports import Order, export
from hearsay.views.exports.provenance import name_report
from tests.views.exports.export_factories import open_filled


def read_document(folder: Path, claim: str | None = None) -> ProvDocument:
    """Export and read the document; what the library will refuse one day is refused here."""
    with open_filled(folder) as ledger:
        (written,) = export(ledger, "prov", Order(folder, claim))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        document = ProvDocument.deserialize(folder / written.file)
        document.get_provn()
    return document


def test_each_claim_is_a_bundle(tmp_path: Path) -> None:
    (bundle,) = read_document(tmp_path).bundles
    assert str(bundle.identifier) == "hs:bundle-c1"
    names = {str(entity.identifier) for entity in bundle.get_records(ProvEntity)}
    assert {"hs:claim-c1", "hs:statement-s1", "hs:report-r1", "hs:origin-c1-0", name_report("my report.txt")} <= names


def test_a_claim_alone_leads_to_its_primary_sources(tmp_path: Path) -> None:
    document = read_document(tmp_path, "s2")  # a claim goes by its statements too
    derived = {
        (str(one.args[0]), str(one.args[1]), str(next(iter(one.get_attribute("prov:type")))))
        for one in document.get_records(ProvDerivation)
    }
    assert ("hs:statement-s2", "hs:origin-c1-1", "prov:PrimarySource") in derived
    assert ("hs:claim-c1", "hs:statement-s3", "hs:denies") in derived
    assert ("hs:statement-s1", "hs:report-r1", "prov:Quotation") in derived
    assert ("hs:report-r2", "hs:report-r1", "hs:reprint") in derived


@pytest.mark.parametrize("claim", [None, "c1"])
def test_every_name_that_is_used_is_declared(tmp_path: Path, claim: str | None) -> None:
    document = read_document(tmp_path, claim).flattened()
    declared = {str(one.identifier) for one in document.get_records() if one.identifier and one.is_element()}
    used = {str(one.args[place]) for one in document.get_records() if one.is_relation() for place in (0, 1)}
    assert used <= declared
