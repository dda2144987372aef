"""Endings: what was cut short is told from what came whole."""

import pytest

from hearsay.gather.endings import has_ended, is_whole


@pytest.mark.parametrize(
    ("content", "ended", "whole"),
    [
        (b"<!DOCTYPE html><html><body><p>Talks failed.</p></body></HTML>\n", True, True),
        (b"<html><body><p>Talks failed.</p></body>", False, True),
        (b"<html><body><p>Talks fai", False, False),
        (b"<p>Talks fai", False, True),
        (b"<rss><channel></channel></rss>", True, True),
        (b"<rss><channel>", False, True),
        (b"", False, True),
    ],
)
def test_endings(content: bytes, ended: bool, whole: bool) -> None:
    assert has_ended(content) is ended
    assert is_whole(content) is whole
