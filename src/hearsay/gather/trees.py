"""Trees: bytes and strings of markup become trees of lxml, safely; the one module that opens lxml.

XML that declares entities is refused (billion laughs, external entities); broken XML is read as far as it goes.
"""

import re
from typing import TYPE_CHECKING

from hearsay.errors import MissingExtra
from hearsay.gather.refusals import Reason, make_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

# A document type with a subset of its own; feeds and sitemaps have none, and entities can be declared nowhere else.
_DECLARES = re.compile(rb"<!DOCTYPE[^>\[]*\[")
_PROLOG = 65_536
# What lxml reads out of a page and then refuses to write back into the tree when something is taken out of it.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORBIDDEN_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF]));?(?![0-9a-fA-F])"
)
_SILENT = frozenset({"script", "style", "noscript", "button", "template"})


def parse_page(html: str) -> "HtmlElement":
    """Parse a page; a page without a single element is refused."""
    try:
        from lxml.etree import ElementDefaultClassLookup, ParserError, XMLSyntaxError
        from lxml.html import HtmlElement, HTMLParser, document_fromstring
    except ImportError as error:
        raise MissingExtra("reading HTML", "html") from error
    parser = HTMLParser(encoding="utf-8", remove_comments=True)
    # One class for all elements: lxml.html would ask Python for it whenever one is touched, a tenth of the time in all.
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    html = _FORBIDDEN_REFERENCE.sub("", _FORBIDDEN.sub("", html))
    try:
        return document_fromstring(html.encode("utf8", "replace"), parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise make_error(Reason.EMPTY, f"no HTML is in it ({error}); is this the right file?") from error


def parse_xml(content: bytes) -> "_Element":
    """Parse XML, mending what is broken; GatherError if nothing is left or if it declares entities."""
    try:
        from lxml.etree import XMLParser, XMLSyntaxError, fromstring
    except ImportError as error:
        raise MissingExtra("reading XML", "feeds") from error
    check_entities(content)
    # libxml2's own limits (depth 256, 10 MB a text) stay on: huge_tree would lift them.
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = fromstring(content.lstrip(), parser=parser)
    except (XMLSyntaxError, ValueError) as error:
        raise make_error(Reason.INVALID, f"no XML can be read in it ({error}); is this the right address?") from error
    if root is None:
        raise make_error(Reason.INVALID, "no XML is in it; is this the right address?")
    return root


def check_entities(content: bytes) -> None:
    """Refuse XML with a document type of its own, in which entities that grow without end could be declared."""
    if _DECLARES.search(content[:_PROLOG].replace(b"\x00", b"")):
        raise make_error(Reason.UNSAFE, "the XML declares entities of its own, which no feed or sitemap needs.")


def local_name(element: "_Element") -> str:
    """Return an element's name without its namespace, small; comments have none."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def find_children(element: "_Element", *names: str) -> "Iterator[_Element]":
    """Yield the children with one of these local names."""
    return (child for child in element if local_name(child) in names)


def child_text(element: "_Element", *names: str) -> str | None:
    """Return the text of the first child with one of these local names that has any, its white space made even."""
    return next((text for child in find_children(element, *names) if (text := own_text(child))), None)


def own_text(element: "_Element") -> str | None:
    """Return an element's whole text with even white space, or None."""
    return " ".join("".join(element.itertext()).split()) or None


def shown_text(element: "HtmlElement") -> str:
    """Return the text that an element shows, with even white space; scripts, styles and buttons in it show none."""
    return " ".join("".join(_shown(element)).split())


def _shown(element: "HtmlElement") -> "Iterator[str]":
    """Yield the pieces of shown text, with a space at the edges of elements."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT and child.get("role") != "button":
            yield " "
            yield from _shown(child)
        yield " "
        yield child.tail or ""


def is_attached(element: "HtmlElement", tree: "HtmlElement") -> bool:
    """Tell whether an element is still in the tree, and not inside one that was taken out."""
    root = element
    for root in element.iterancestors():  # noqa: B007
        pass
    return root is tree.getroottree().getroot()
