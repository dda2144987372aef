"""One report of the page."""

from hearsay.records import Link, SourceKind
from hearsay.views.article import show_article
from tests.views.view_factories import make_reading, make_span, make_statement


def test_a_headline_in_the_text_is_the_heading() -> None:
    assert show_article(make_reading(), 1).count("Dam to be filled") == 1
    assert show_article(make_reading(zones=()), 1).count("Dam to be filled") == 2


def test_residue_is_folded_away_yet_present() -> None:
    article = show_article(make_reading(), 1)
    folded = article[article.index("<details") : article.index("</details>")]
    assert "Share this &lt;b&gt;now&lt;/b&gt;" in folded


def test_nested_contents_are_deeper() -> None:
    inner = make_statement(content=(make_span("gates will close"),), chain=(Link(SourceKind.NONE),))
    article = show_article(make_reading(statements=(make_statement(), inner)), 1)
    assert '<span class="content deep-2" data-s="1 2">gates will close</span>' in article


def test_the_own_voice_is_only_dotted() -> None:
    own = make_statement(chain=(), cue=())
    article = show_article(make_reading(statements=(own,)), 1)
    assert 'class="own"' in article and 'class="note is-planned own"' in article


def test_a_statement_stands_beside_the_paragraph_in_which_it_begins() -> None:
    article = show_article(make_reading(), 1)
    assert article.index('id="r1w1"') < article.index('id="r1n1"') < article.index("<details")


def test_credits_are_among_the_facts() -> None:
    from hearsay.records import Credits

    assert "agency: Kestrel" in show_article(make_reading(credits=Credits(agency="Kestrel")), 1)
