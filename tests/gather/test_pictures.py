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
