"""What readers get of style: all of it, but for the words to those who change it."""

from __future__ import annotations

import gzip

import pytest

from kumppanuus.addresses import PAGES_STYLE, STYLE
from kumppanuus.files.scripts import light_style
from tests.conftest import ROOT, Site


@pytest.mark.parametrize(
    ("style", "bare"),
    [
        ("/* One\n   two */\na {\n  b: c;\n}\n", "a{b:c}\n"),
        ("a {\n  /* why * so */\n  b: c;\n}\n", "a{b:c}\n"),
        ("a {\n  b: c; /* stays */\n}\n", "a{b:c;/* stays */}\n"),
        ("/* a */\nb {\n}\n/* c */\n", "b{}\n"),
        ('a::after {\n  content: " { ; , ";\n}\n', 'a::after{content:" { ; , "}\n'),
        (
            "a > b,\nc :not(d) {\n  margin: 0 calc(1px + 2px);\n}\n",
            "a > b,c :not(d){margin:0 calc(1px + 2px)}\n",
        ),
    ],
)
def test_comments_of_whole_lines_and_needless_space_go(style: str, bare: str) -> None:
    """Comments within a line are left, and so is space that says something, or is text."""
    assert light_style(style) == bare


def test_the_style_sheets_are_the_same_and_small(site: Site) -> None:
    """At most 8 kB gzipped; the second begins with the first."""
    whole = ""
    for sheet in (STYLE, PAGES_STYLE):
        built = (site.folder / sheet).read_text(encoding="utf-8")
        whole += light_style((ROOT / "overrides" / sheet).read_text(encoding="utf-8"))
        assert built == whole
        assert "/*" not in built
        assert len(gzip.compress(built.encode())) <= 8000
