"""The words of a text that say what it is about: folded, without closed classes and numbers; pairs of characters where
words are written without spaces."""

from collections.abc import Iterator
from functools import cache

from hearsay.ledger.search import search_words
from hearsay.packs.loading import is_pack_file, list_languages, load_pack_source
from hearsay.text.folding import fold_word
from hearsay.text.words import word_pattern


def content_words(text: str, language: str) -> Iterator[str]:
    """Yield the words of content of a text, in order, each as often as it stands there.

    >>> list(content_words("The bridge at the Harbour in 2023", "en"))
    ['bridge', 'harbour']
    """
    plain = plain_words(language)
    for word in word_pattern().findall(search_words(fold_word(text))):
        if word not in plain and not word[0].isdigit():
            yield word


@cache
def plain_words(language: str) -> frozenset[str]:
    """Give the words of a language that say nothing of what a text is about: its closed classes."""
    if language not in list_languages() and not is_pack_file(language):
        return frozenset()
    words = load_pack_source(language).words
    lists = (getattr(words, name) for name in words.__struct_fields__)
    strings = (value.split() if isinstance(value, str) else value for value in lists if isinstance(value, str | list))
    return frozenset(fold_word(word) for one in strings for word in one if " " not in word)
