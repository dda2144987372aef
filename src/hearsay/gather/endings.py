"""Endings: whether a page or feed came to its end, told by how HTML and XML close."""

_ENDS = (b"</html>", b"</rss>", b"</feed>", b"</rdf:rdf>", b"</urlset>", b"</sitemapindex>", b"</opml>")
# A page may leave its end tags out (HTML, 13.1.2.4), so this only judges what is in doubt for another reason.
_ENDS_OF_PAGES = (b"</html>", b"</body>")
_EDGE = 2000


def has_ended(content: bytes) -> bool:
    """Tell whether content closes as whole pages and feeds do.

    >>> has_ended(b"<html><p>Talks failed.</html> "), has_ended(b"<html><p>Talks fai")
    (True, False)
    """
    return content[-_EDGE:].rstrip().lower().endswith(_ENDS)


def is_whole(content: bytes) -> bool:
    """Tell whether a page that opens as HTML also closes as it; feeds are read as far as they go.

    >>> is_whole(b"<html><p>Talks fai"), is_whole(b"<rss><channel>")
    (False, True)
    """
    return b"<html" not in content[:_EDGE].lower() or any(end in content[-_EDGE:].lower() for end in _ENDS_OF_PAGES)
