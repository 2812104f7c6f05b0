"""Tables in prose."""

from __future__ import annotations

import markdown


def test_markdown_tables_get_scopes_and_labels() -> None:
    """An editor writes a plain table; a screen reader gets its headers."""
    html = markdown.markdown(
        "## Otsikko\n\n|A|B|\n|--|--|\n|1|2|\n",
        extensions=["tables", "toc", "kumppanuus.html.tables"],
    )
    assert '<table aria-labelledby="otsikko" class="stack">' in html
    assert '<th scope="col">A</th>' in html
    assert '<th scope="row">1</th>' in html
    assert '<td data-label="B">2</td>' in html
