"""The body of a page for crawls of millions: resiliparse, eleven times as fast as trafilatura and less exact.

Needs the extra `warc`. On 220 pages its F1, captions taken out, is .947 and .916 where the usual way reaches .977 and .962.
"""

from hearsay.errors import MissingExtra


def find_bulk_body(html: str) -> list[str]:
    """Find the lines of the article quickly.

    >>> find_bulk_body("<nav>Home</nav><main><p>Talks failed.</p><p>Nobody came.</p></main>")
    ['Talks failed.', 'Nobody came.']
    """
    try:
        from resiliparse.extract.html2text import extract_plain_text
    except ImportError as error:
        raise MissingExtra("reading pages in bulk", "warc") from error
    text: str = extract_plain_text(
        html, main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False, comments=False
    )
    lines = (" ".join(line.split()).removeprefix("• ") for line in text.splitlines())
    return [line for line in lines if any(map(str.isalnum, line))]
