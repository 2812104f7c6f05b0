"""Tables in prose."""

from __future__ import annotations

import markdown

LONG = "monta sanaa " * 9 + "vielä"


def test_markdown_tables_get_scopes_and_labels() -> None:
    """An editor writes a plain table; a screen reader gets its headers."""
    html = markdown.markdown(
        f"## Otsikko\n\n|A|B|\n|--|--|\n|1|{LONG}|\n",
        extensions=["tables", "toc", "kumppanuus.html.tables"],
    )
    assert '<table aria-labelledby="otsikko" class="stack">' in html
    assert '<th scope="col">A</th>' in html
    assert '<th scope="row">1</th>' in html
    assert f'<td data-label="B">{LONG}</td>' in html


def test_a_table_that_fits_a_phone_stays_one() -> None:
    """Two columns of short cells; with a third, rows become cards there."""
    extensions = ["tables", "toc", "kumppanuus.html.tables"]
    assert "stack" not in markdown.markdown("|A|B|\n|--|--|\n|1|2|\n", extensions=extensions)
    third = markdown.markdown("|A|B|C|\n|--|--|--|\n|1|2|3|\n", extensions=extensions)
    assert 'class="stack"' in third
