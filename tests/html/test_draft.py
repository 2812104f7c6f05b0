"""The draft as a page: the same text as in the Word files, and nothing in it that a fact is not."""

from __future__ import annotations

import io
from html import unescape

import docx
import pytest
from lxml import html

from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.files.documents import draft_document
from kumppanuus.html.blocks import block
from tests.conftest import Views


def plain(text: str) -> str:
    return " ".join(unescape(text).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_and_the_word_file_have_one_text(views: Views, language: Language) -> None:
    """Every paragraph, item, heading and cell of the one is in the other, but for whole addresses
    of sources, which the page has as links."""
    view = views()[language]
    tree = html.fromstring(block(view, "paatos/", "draft", ""))
    (text,) = tree.find_class("draft-text")
    page = [plain(one.text_content()) for one in text.iter("h3", "h4", "p", "li", "caption")]
    word = docx.Document(io.BytesIO(draft_document(view, None)))
    file = [plain(one.text) for one in word.paragraphs]
    assert [one for one in page if "http" not in one] == [one for one in file if "http" not in one]
    cells = [plain(one.text_content()) for one in text.iter("th", "td")]
    assert cells == [plain(c.text) for t in word.tables for row in t.rows for c in row.cells]


def test_one_section_is_the_section_of_the_whole(views: Views) -> None:
    """What /paatos/lapset/ shows is a part of the draft, word for word."""
    view = views()["fi"]
    for section in view.register.draft.sections:
        tree = html.fromstring(block(view, "paatos/lapset/", "draft", section.id))
        whole = html.fromstring(block(view, "paatos/", "draft", "")).text_content()
        (part,) = tree.find_class("draft-text")
        for one in part.iter("p", "li", "td"):
            assert plain(one.text_content()) in plain(whole)


def test_an_unknown_section_is_no_block(views: Views) -> None:
    """An editor is told of it, as of any mark that cannot be filled in."""
    with pytest.raises(KeyError):
        block(views()["fi"], "paatos/", "draft", "tuntematon")
