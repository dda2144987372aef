"""JSON-LD: read by rdflib, only with properties that schema.org gives to each type, and never a rating."""

import json
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from hearsay.views.exports import Order, export
from hearsay.views.exports.schema_org import make_claim, make_quotation
from tests.views.exports.export_factories import make_claim as make_record
from tests.views.exports.export_factories import open_filled

SCHEMA = Namespace("https://schema.org/")
# What schema.org gives to each of these types, by itself or through CreativeWork and Thing.
_OF_WORKS = {
    *(
        "identifier",
        "url",
        "inLanguage",
        "datePublished",
        "dateCreated",
        "publisher",
        "author",
        "creator",
        "creditText",
    ),
    *("translator", "isBasedOn", "isPartOf", "text", "abstract", "headline"),
}
ALLOWED = {
    "NewsArticle": _OF_WORKS,
    "Quotation": _OF_WORKS,
    "CreativeWork": _OF_WORKS,
    "Claim": _OF_WORKS | {"appearance", "firstAppearance", "claimInterpreter"},
    "Person": {"name", "sameAs"},
    "Organization": {"name", "sameAs"},
    "NewsMediaOrganization": {"name", "sameAs"},
}


def read_graph(folder: Path, claim: str | None = None) -> Graph:
    """Export and read the document; its context is put in place of the one that would be fetched."""
    with open_filled(folder) as ledger:
        (written,) = export(ledger, "jsonld", Order(folder, claim))
    document = json.loads((folder / written.file).read_text(encoding="utf8"))
    assert document["@context"] == "https://schema.org" and len(document["@graph"]) == written.rows
    plain = {"@vocab": str(SCHEMA)} | {name: {"@type": "@id"} for name in ("url", "sameAs", "isBasedOn")}
    return Graph().parse(data=json.dumps(document | {"@context": plain}), format="json-ld")


@pytest.mark.parametrize("claim", [None, "c1"])
def test_every_property_belongs_to_its_type(tmp_path: Path, claim: str | None) -> None:
    graph = read_graph(tmp_path, claim)
    for thing, kind in graph.subject_objects(RDF.type):
        properties = {str(name).removeprefix(str(SCHEMA)) for name in graph.predicates(thing)} - {str(RDF.type)}
        assert properties <= ALLOWED[str(kind).removeprefix(str(SCHEMA))]


def test_a_claim_leads_to_its_reports(tmp_path: Path) -> None:
    graph = read_graph(tmp_path)
    claim = URIRef("urn:hearsay:claim:c1")
    appearances = set(graph.objects(claim, SCHEMA.appearance))
    assert (
        URIRef("urn:hearsay:statement:s1") in appearances
        and URIRef("urn:hearsay:report:my%20report.txt") in appearances
    )
    assert (URIRef("urn:hearsay:statement:s2"), SCHEMA.isPartOf, URIRef("urn:hearsay:report:r2")) in graph
    authors = {
        str(name) for author in graph.objects(claim, SCHEMA.author) for name in graph.objects(author, SCHEMA.name)
    }
    assert authors == {"Mira Holt"}  # two officials are nobody who can be named


def test_nothing_is_rated(tmp_path: Path) -> None:
    kinds = {str(kind) for kind in read_graph(tmp_path).objects(None, RDF.type)}
    assert not [kind for kind in kinds if "Review" in kind or "Rating" in kind]
    assert "at least 1, best 2, at most 2" in str(make_claim(make_record())["abstract"])


def test_only_quoted_words_are_a_quotation(tmp_path: Path) -> None:
    with open_filled(tmp_path) as ledger:
        row = next(ledger.statements())
    assert make_quotation(row)["@type"] == "CreativeWork"
