"""Captions and credits, as pages print them; they are taken out of the tree."""

import pytest

from hearsay.gather.pictures import Picture, take_pictures

html = pytest.importorskip("lxml.html")


def pictures_of(body: str) -> tuple[Picture, ...]:
    """Take the pictures out of a page with this body; nothing of them may be left."""
    tree = html.document_fromstring(f"<html><body><p>Text.</p>{body}</body></html>")
    pictures = take_pictures(tree)
    for picture in pictures:
        assert not picture.caption or picture.caption not in tree.text_content()
    return pictures


@pytest.mark.parametrize(
    "body",
    [
        "<figure><figcaption>Guards at the gate. <span class='photo-credit'>Jane Roe</span></figcaption></figure>",
        "<figure><figcaption>Guards at the gate.<small>Jane Roe</small></figcaption></figure>",
        "<figure><figcaption>Guards at the gate.</figcaption><footer>Jane Roe</footer></figure>",
        "<figure><figcaption>Guards at the gate.</figcaption><div class='image-credit'>Jane Roe</div></figure>",
        "<div class='wp-caption-text'>Guards at the gate. <cite>Jane Roe</cite></div>",
    ],
)
def test_caption_and_credit(body: str) -> None:
    assert pictures_of(body) == (Picture("Guards at the gate.", "Jane Roe"),)


def test_brackets_and_signs_at_the_end() -> None:
    assert pictures_of("<figure><figcaption>Guards. (Foto: Jane Roe)</figcaption></figure>") == (
        Picture("Guards.", "(Foto: Jane Roe)"),
    )
    assert pictures_of("<figure><figcaption>Guards. © Jane Roe</figcaption></figure>") == (
        Picture("Guards.", "© Jane Roe"),
    )


def test_credit_alone() -> None:
    assert pictures_of("<span class='credit'>Jane Roe</span>") == (Picture("", "Jane Roe"),)


def test_the_sites_own_copyright_is_none() -> None:
    assert pictures_of("<footer><p class='copyright'>Example</p></footer><p class='copyright'>© 2023 Example</p>") == ()


def test_a_class_on_the_whole_page_is_none() -> None:
    assert pictures_of(f"<div class='has-caption'>{'Long text. ' * 200}</div>") == ()


@pytest.mark.parametrize(
    "body",
    [
        "<div><img alt='Guards at the gate'><div><small>Guards at the gate</small><small>© Jane Roe</small></div></div>",
        "<div><img><p class='image-description'>Guards at the gate</p><p class='image--author'>© Jane Roe</p></div>",
        "<p><img alt='Guards at the gate © Jane Roe'></p>",
        "<figure><button><figcaption>Guards at the gate <cite>© Jane Roe</cite></figcaption></button></figure>",
        "<div><img data-caption='Guards at the gate' data-source='© Jane Roe'></div>",
    ],
)
def test_pictures_without_figures(body: str) -> None:
    pictures = pictures_of(body)
    assert "Guards at the gate" in [picture.caption for picture in pictures]
    assert "© Jane Roe" in [picture.credit for picture in pictures]


def test_teasers_are_no_captions() -> None:
    assert pictures_of("<a href='/1'><img alt='Guards at the gate'><span>Guards at the gate</span></a>") == ()
    assert pictures_of("<div><img alt='Guards at the gate'><h3>Guards at the gate</h3></div>") == ()


def test_json_ld_tells_whose_a_picture_is() -> None:
    tree = html.document_fromstring("<html><body><figure><figcaption>Guards</figcaption></figure></body></html>")
    told = {"@type": "ImageObject", "caption": "Guards", "creditText": "Jane Roe"}
    other = {"@type": "ImageObject", "description": "A bridge", "author": {"name": "John Doe"}}
    bare = {"@type": "ImageObject", "caption": "No credit"}
    assert take_pictures(tree, (told, other, bare)) == (Picture("Guards", "Jane Roe"), Picture("A bridge", "John Doe"))


def test_what_stands_beside_an_author_is_no_caption() -> None:
    assert pictures_of("<div><img><p class='text-caption'>By Jane Roe, 05.09.2023, 16:24</p></div>") == ()
    assert pictures_of("<div><img><p class='text-caption'>You are jane@news.example</p></div>") == ()


def test_a_labelled_credit_alone_beside_a_picture() -> None:
    assert pictures_of("<div><span>Foto: Jane Roe</span><img></div>") == (Picture("", "Foto: Jane Roe"),)
