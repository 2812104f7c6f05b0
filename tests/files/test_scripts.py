"""What readers get of style: all of it, but for the words to those who change it."""

from __future__ import annotations

import gzip

import pytest

from kumppanuus.addresses import STYLE
from kumppanuus.files.scripts import style_without_comments
from tests.conftest import ROOT, Site


@pytest.mark.parametrize(
    ("style", "bare"),
    [
        ("/* One\n   two */\na {\n  b: c;\n}\n", "a {\n  b: c;\n}\n"),
        ("a {\n  /* why * so */\n  b: c;\n}\n", "a {\n  b: c;\n}\n"),
        ("a {\n  b: c; /* stays */\n}\n", "a {\n  b: c; /* stays */\n}\n"),
        ("/* a */\nb {\n}\n/* c */\n", "b {\n}\n"),
    ],
)
def test_comments_of_whole_lines_go(style: str, bare: str) -> None:
    """Those within a line are left: what stands before them is no comment."""
    assert style_without_comments(style) == bare


def test_the_style_sheet_is_the_same_and_small(site: Site) -> None:
    """At most 8 kB gzipped, on every page."""
    built = (site.folder / STYLE).read_text(encoding="utf-8")
    assert built == style_without_comments((ROOT / "overrides" / STYLE).read_text(encoding="utf-8"))
    assert "/*" not in built
    assert len(gzip.compress(built.encode())) <= 8000
