"""A page's text, read once: what is code, and what links, headings, marks and parts there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from kumppanuus.facts.page_text import EXTENSIONS, PageText
from tests.conftest import ROOT, Views, build

TEXT = """\
Alku, `{{ koodia }}` ja {{ map }}.

## Ensimmäinen `##` otsikko { #oma }

[Sivu `a`](a.md#b) ja ![kuva](kuva.png)

~~~~
## Ei otsikko

~~~
[ei](linkki.md) {{ map }}
~~~~

### Toinen

{{ example pori-2023/kerta }} {{ Iso }}
"""


def test_what_stands_in_code_is_nothing_else() -> None:
    """Links, headings and marks are those outside it, each with its line in the file."""
    text = PageText(TEXT, 7)
    assert [(one.text, one.target, one.line) for one in text.links] == [("Sivu `a`", "a.md#b", 11)]
    assert [(one.level, one.text, one.line) for one in text.headings] == [
        (2, "Ensimmäinen `##` otsikko { #oma }", 9),
        (3, "Toinen", 20),
    ]
    assert [(one.name, one.argument, one.line) for one in text.marks] == [
        ("map", "", 7),
        ("example", "pori-2023/kerta", 22),
        ("", "", 22),
    ]
    assert text.ids == ("oma", "toinen")


def test_a_page_is_split_at_its_headings_of_the_second_level() -> None:
    """Not at what looks like one in code; no line is lost."""
    introduction, first = PageText(TEXT, 1).parts
    assert [one.text for one in introduction] == ["Alku, `{{ koodia }}` ja {{ map }}."]
    assert [one.lines[0][0] for one in first] == [3, 5, 7, 10, 14, 16]
    assert "linkki" in first[3].text
    assert not first[3].plain.strip()


@pytest.mark.parametrize(
    ("body", "plain"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a `b\nc` d", "a   \n   d"),
        ("- a `b\n- c` d", "- a `b\n- c` d"),
        ("a ` b\n\nc ` d", "a ` b\n\nc ` d"),
        (r"a \`b` c", r"a \`b` c"),
        ("```\na\n```\nb", "   \n \n   \nb"),
        ("````\na\n```\nb\n````\n", "    \n \n   \n \n    \n"),
        ("```\na\n~~~\n", "```\na\n~~~\n"),
        ("```\na\n````\n", "```\na\n````\n"),
    ],
)
def test_code_becomes_spaces(body: str, plain: str) -> None:
    """Every other character and every line keeps its place; what is not closed is no code."""
    assert PageText(body, 1).plain == plain


def test_ids_are_those_of_the_site() -> None:
    """Pages are read for their ids with the extensions that mkdocs.yml builds them with."""
    ours = load_config(str(ROOT / "mkdocs.yml")).markdown_extensions
    assert {*EXTENSIONS, "kumppanuus.html.tables"} == set(ours)


def test_a_mark_in_code_is_shown_as_it_is(tiny: Path, tmp_path: Path, views: Views) -> None:
    """An editor can write of marks; the same mark outside code is filled in."""
    for language in ("fi", "sv"):
        page = tiny / f"docs/{language}/lape.md"
        page.write_text(
            page.read_text()
            + "\n`{{ municipality_count }}` = {{ municipality_count }}, `{{count}}`\n"
            + "\n~~~\n{{ jotakin }}\n## rivi\n~~~\n"
        )
    run = build(tiny, tmp_path / "site")
    assert run.returncode == 0, run.stderr
    html = (tmp_path / "site/lape/index.html").read_text(encoding="utf-8")
    count = len(views()["fi"].register.municipalities_of["satakunta"])
    assert f"<code>{{{{ municipality_count }}}}</code> = {count} kun" in html
    assert "<code>{{ jotakin }}\n## rivi\n</code>" in html
