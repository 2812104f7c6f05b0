"""The one style sheet: what is used more than once has a name."""

from __future__ import annotations

import re
from collections import Counter

from tests.conftest import ROOT

CSS = (ROOT / "overrides/assets/site.css").read_text(encoding="utf-8")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NAMES = re.compile(r":root \{.*?\n\s*\}", re.DOTALL)
DECLARATION = re.compile(r"^\s+([a-z-]+): ([^;]+);", re.MULTILINE)
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b")
LENGTH = re.compile(r"(?<![\w-])\d*\.?\d+(?:rem|em|px)\b")
SIZES = ("font", "border-radius", "box-shadow", "padding", "margin", "gap", "max-width")


def repeated(css: str) -> list[str]:
    """The colours, and the lengths of what is read as a size, that stand more than once."""
    found: Counter[str] = Counter()
    for name, value in DECLARATION.findall(NAMES.sub("", COMMENT.sub("", css))):
        found.update(f"colour {one}" for one in COLOUR.findall(value))
        kind = next((size for size in SIZES if name == size or name.startswith(f"{size}-")), None)
        if kind:
            found.update(f"{kind} {one}" for one in LENGTH.findall(value))
    return sorted(one for one, count in found.items() if count > 1)


def test_what_is_used_twice_has_a_name() -> None:
    """Colours, sizes of type, radii, shadows, spaces and widths are changed in one place."""
    assert repeated(CSS) == []


def test_a_second_use_would_be_found() -> None:
    """The test above can fail."""
    css = "".join(f".{one} {{\n  color: #123456;\n  margin: 1.3rem 0;\n}}\n" for one in "ab")
    assert repeated(css) == ["colour #123456", "margin 1.3rem"]


def test_breakpoints_are_those_of_the_table() -> None:
    """At most three, each named at the top; a hair above one is its other side."""
    table = COMMENT.search(CSS)
    assert table
    named = set(re.findall(r"^ +(\d+)rem ", table[0], re.MULTILINE))
    used = set(re.findall(r"@media[^{]*?(\d+)(?:\.01)?rem", CSS))
    assert used == named
    assert len(named) <= 3
