"""HTML as strings: elements whose attributes are always escaped, and text that is escaped once."""

import re
from html import escape

Attribute = str | int | bool | None
# What a page may not hold (HTML Living Standard, 13.2.3.5): controls but tab and line ends, and lone surrogates.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_WITHOUT_END = frozenset({"br", "hr", "meta", "link", "img", "input"})


def escape_text(words: str) -> str:
    """Escape words so that they stand in a page as they are; forbidden characters become replacement characters.

    >>> escape_text('<b> & "x"')
    '&lt;b&gt; &amp; &quot;x&quot;'
    """
    return _FORBIDDEN.sub("\ufffd", escape(words))


def element(name: str, *inner: str, **attributes: Attribute) -> str:
    """Make an element of inner HTML; `class_` is class, `data_of` is data-of; None and False leave an attribute out.

    >>> element("a", escape_text("5 < 6"), href="#x", class_="no")
    '<a href="#x" class="no">5 &lt; 6</a>'
    """
    given = ((key, value) for key, value in attributes.items() if value is not None and value is not False)
    end = "" if name in _WITHOUT_END else f"</{name}>"
    return f"<{name}{''.join(_attribute(key, value) for key, value in given)}>{''.join(inner)}{end}"


def _attribute(key: str, value: Attribute) -> str:
    """Write one attribute."""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape_text(str(value))}"'
