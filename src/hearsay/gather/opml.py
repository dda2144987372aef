"""OPML, the list of subscriptions that feed readers exchange: in and out."""

from collections.abc import Iterable
from urllib.parse import urlsplit
from xml.etree import ElementTree  # only to write: reading goes through trees, where harmful XML is refused

from hearsay.gather.feeds import make_absolute
from hearsay.gather.refusals import Reason, make_error
from hearsay.gather.source_files import OutletSource, SourceKindOfAddress, make_source
from hearsay.gather.trees import local_name, parse_xml

# XML cannot hold these, not even escaped.
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


def read_opml(content: bytes, *, where: str = "the OPML file") -> tuple[OutletSource, ...]:
    """Read the feeds of a list, those in folders too, each address once; GatherError if it is no OPML."""
    root = parse_xml(content)
    if local_name(root) != "opml":
        detail = f"{where} is no OPML but <{local_name(root)}>; let your feed reader export its list as OPML."
        raise make_error(Reason.INVALID, detail)
    sources: dict[str, OutletSource] = {}
    for outline in root.iter():
        attributes = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        address = make_absolute(attributes.get("xmlurl"), None)
        if local_name(outline) == "outline" and address:
            name = " ".join((attributes.get("text") or attributes.get("title") or "").split()) or None
            source = make_source(
                address,
                outlet=name,
                kind=SourceKindOfAddress.FEED,
                language=attributes.get("language") or None,
            )
            sources.setdefault(address, source)
    return tuple(sources.values())


def write_opml(sources: Iterable[OutletSource], *, title: str = "hearsay") -> bytes:
    """Write sources as OPML 2.0; what is no feed goes in as a link."""
    root = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(root, "head")
    ElementTree.SubElement(head, "title").text = title.translate(_FORBIDDEN)
    body = ElementTree.SubElement(root, "body")
    for source in sources:
        ElementTree.SubElement(body, "outline", _describe(source))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _describe(source: OutletSource) -> dict[str, str]:
    """Return the attributes of a source's outline."""
    is_feed = source.kind in {SourceKindOfAddress.FEED, SourceKindOfAddress.AUTO}
    attributes = {
        "text": source.outlet or urlsplit(source.address).hostname or source.address,
        "type": "rss" if is_feed else "link",
        "xmlUrl" if is_feed else "url": source.address,
        "language": source.language or "",
    }
    return {name: value.translate(_FORBIDDEN) for name, value in attributes.items() if value}
