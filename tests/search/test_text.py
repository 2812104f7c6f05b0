"""What a search reads of a page."""

from __future__ import annotations

import pytest

from kumppanuus.search.text import sections_of


def read(html: str, kind: str = "page") -> list[tuple[str, str, str]]:
    return [(one.anchor, one.heading, one.text) for one in sections_of(html, kind)]


def test_a_heading_begins_a_section() -> None:
    """With the id that leads to it; what comes before has none."""
    html = '<p>First.</p><h2 id="price">The <em>price</em></h2><p>Ten.</p><p>Or more.</p>'
    assert read(html) == [("", "", "First."), ("price", "The price", "Ten.\nOr more.")]


def test_a_heading_without_id_is_reached_by_the_part_it_lies_in() -> None:
    """Or, where that has none, by the heading before it."""
    html = '<article id="ann"><h3>Ann</h3><p>Calls.</p></article><h2 id="b">B</h2><h3>C</h3>'
    assert read(html) == [("ann", "Ann", "Calls."), ("b", "B", ""), ("b", "C", "")]


def test_a_question_of_a_definition_list_is_a_heading() -> None:
    """But not the key of a fact: that stands before its value."""
    question = "<dl><dt>What is it?</dt><dd>This.</dd></dl>"
    assert read(question) == [("", "What is it?", "This.")]
    fact = (
        '<dl class="x"><div><dt>Phone</dt> <dd>050</dd></div><div><dt>A</dt> <dd>b</dd></div></dl>'
    )
    assert read(fact) == [("", "", "Phone: 050\nA: b")]


def test_a_row_is_a_line_and_an_item_with_an_id_a_section() -> None:
    """Cells stand beside each other; list items below."""
    assert read("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>") == [
        ("", "", "a · b\nc")
    ]
    assert read('<ul><li>x</li><li id="y">y <b>z</b></li></ul>') == [
        ("", "", "x"),
        ("y", "", "y z"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<nav>x</nav>",
        "<form><label>x</label></form>",
        "<details><summary>x</summary>y</details>",
        '<p class="note hidden">x</p>',
        '<section class="contacts"><p>x</p></section>',
        '<li class="card">x</li>',
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(html: str) -> None:
    """And what follows it is not."""
    assert read(f"<p>a</p>{html}<p>b</p>") == [("", "", "a\nb")]


def test_what_is_the_same_on_many_pages_is_left_out_of_those() -> None:
    """By the kind of page: everywhere else it is read."""
    html = '<section aria-labelledby="hinta"><h2 id="hinta">Price</h2><p>x</p></section>'
    assert read(html, "municipality") == []
    assert read(html) == [("hinta", "Price", "x")]
    region = '<ul><li class="of-region">x</li><li>y</li></ul>'
    assert read(region, "municipality") == [("", "", "y")]
    assert read(region, "county") == [("", "", "x\ny")]


def test_an_empty_page_says_nothing() -> None:
    """Not even an empty section."""
    assert read("") == read("<p></p>") == []
