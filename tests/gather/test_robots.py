"""robots.txt: what counts, and what an answer that is none means."""

import pytest

from hearsay.gather.robots import Robots, read_robots

pytest.importorskip("protego")

RULES = b"""User-agent: *
Disallow: /
User-agent: hearsay
Disallow: /private/*.html$
Allow: /private/open.html
Crawl-delay: 3
Sitemap: https://example.org/map.xml
"""


def test_our_own_rules_go_before_everybodys() -> None:
    robots = read_robots(200, RULES)
    allowed = [robots.allows(f"https://example.org/{path}") for path in ("a", "private/b.html", "private/open.html")]
    assert allowed == [True, False, True]
    assert robots.delay == 3.0 and robots.sitemaps == ("https://example.org/map.xml",)


@pytest.mark.parametrize(
    ("status", "is_allowed"), [(200, True), (404, True), (403, True), (500, False), (429, False), (None, False)]
)
def test_what_an_answer_means(status: int | None, is_allowed: bool) -> None:
    assert read_robots(status, b"").allows("https://example.org/a") is is_allowed


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"<html>no rules</html>", b"Disallow", b"Crawl-delay: soon\n" * 9]
)
def test_nonsense_forbids_nothing(content: bytes) -> None:
    robots = read_robots(200, content)
    assert robots.allows("https://example.org/a") and robots.delay is None


def test_where_nothing_is_known_nothing_is_allowed() -> None:
    robots = Robots(None)
    assert not robots.allows("https://example.org/") and robots.delay is None and robots.sitemaps == ()
