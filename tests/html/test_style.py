"""The style sheets: what is used more than once has a name, breakpoints stand in a table."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kumppanuus.addresses import PAGES_STYLE, STYLE
from tests.conftest import ROOT, Site

SITE, PAGES = (
    (ROOT / "overrides" / one).read_text(encoding="utf-8") for one in (STYLE, PAGES_STYLE)
)
CSS = SITE + PAGES
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NAMES = re.compile(r":root \{.*?\}", re.DOTALL)
DECLARATION = re.compile(r"(?<![\w-])([a-z-]+): *([^;{}]+);")
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\([^)]*\)")
LENGTH = re.compile(r"(?<![\w.])(?!1px\b)\d*\.?\d+(?:rem|em|px)\b")
BREAKPOINT = re.compile(r"[\d.]+(?:rem|em|px|vw|cm|mm)\b")
# Properties of one kind share a measure: a space above is not the same thing as a space within.
KINDS = {
    "colour": r".*",
    "type": r"font|font-size",
    "radius": r"border-.*radius",
    "line": r"(border|outline)(?!.*radius).*",
    "shadow": r"(box|text)-shadow",
    "padding": r"padding.*",
    "margin": r"margin.*",
    "gap": r"(row-|column-)?gap",
    "width": r"(min-|max-)?(width|inline-size)|columns|grid-template-columns",
    "basis": r"flex(-basis)?",
    "height": r"(min-|max-)?(height|block-size)",
}


def repeated(css: str) -> list[str]:
    """The colours and the lengths of a kind that stand more than once and have no name."""
    found: Counter[str] = Counter()
    for name, value in DECLARATION.findall(NAMES.sub("", COMMENT.sub("", css))):
        for kind, names in KINDS.items():
            if re.fullmatch(names, name):
                literal = COLOUR if kind == "colour" else LENGTH
                # One value may say a length of its own twice: 0 0.4rem 0.4rem 0.
                found.update({f"{kind} {one}" for one in literal.findall(value)})
    return sorted(one for one, count in found.items() if count > 1)


def idle(css: str) -> list[str]:
    """The names that nothing uses, and those used that are none."""
    return sorted(set(re.findall(r"(--[\w-]+):", css)) ^ set(re.findall(r"var\((--[\w-]+)", css)))


def breakpoints(css: str) -> list[str]:
    """What is wrong with them: too many, one that is not in the table, one that is not used.

    A hundredth above one is its other side.
    """
    table = COMMENT.match(css)
    named = set(re.findall(r"^ +([\d.]+[a-z]+)  ", table[0] if table else "", re.MULTILINE))
    queries = " ".join(re.findall(r"@media[^{]*", COMMENT.sub("", css)))
    used = {one.replace(".01", "") for one in BREAKPOINT.findall(queries)}
    wrong = [f"not in the table: {one}" for one in sorted(used - named)]
    wrong += [f"not used: {one}" for one in sorted(named - used)]
    return wrong + (["more than three"] if len(used) > 3 else [])


def test_what_is_used_twice_has_a_name() -> None:
    """Colours, sizes of type, radii, lines, shadows, spaces, widths are changed in one place."""
    assert repeated(CSS) == []
    assert idle(CSS) == []


def test_breakpoints_are_those_of_the_table() -> None:
    """At most three, each with what it does at the top of the file."""
    assert breakpoints(CSS) == []


@pytest.mark.parametrize(
    ("declaration", "told"),
    [
        ("color: #123456;", "colour #123456"),
        ("border: 1px solid rgb(1 2 3);", "colour rgb(1 2 3)"),
        ("margin: 1.3rem 0;", "margin 1.3rem"),
        ("font: 650 0.9em/1.3 serif;", "type 0.9em"),
        ("border-top-left-radius: 0.3rem;", "radius 0.3rem"),
        ("outline: 3px solid;", "line 3px"),
        ("box-shadow: 0 0 7px;", "shadow 7px"),
        ("max-width: 30rem;", "width 30rem"),
        ("grid-template-columns: minmax(8rem, 1fr);", "width 8rem"),
    ],
)
def test_a_second_use_is_found(declaration: str, told: str) -> None:
    """Used once it is no matter; nor are 0, 1px and 100% however often."""
    rule = f".a {{\n  {declaration}\n  padding: 0 1px;\n  width: 100%;\n}}\n"
    assert repeated(rule) == []
    assert repeated(f":root {{\n  --name: 1rem;\n}}\n{rule}{rule}") == [told]


@pytest.mark.parametrize(
    ("css", "told"),
    [
        ("@media (max-width: 50.01rem) {}", []),
        ("@media (max-width: 50rem) {} @media (min-width: 700px) {}", ["not in the table: 700px"]),
        ("@media print {}", ["not used: 50rem"]),
    ],
)
def test_a_breakpoint_out_of_the_table_is_found(css: str, told: list[str]) -> None:
    """In whatever unit it is said, and one that is left in the table as well."""
    assert breakpoints(f"/*\n  50rem  narrow\n*/\n{css}") == told


def test_a_fourth_breakpoint_and_an_idle_name_are_found() -> None:
    """The table is no way round the limit, and a name goes with its last use."""
    table = "/*\n  1rem  a\n  2rem  b\n  3rem  c\n  4rem  d\n*/\n"
    queries = "".join(f"@media (max-width: {one}rem) {{}}\n" for one in range(1, 5))
    assert breakpoints(table + queries) == ["more than three"]
    css = ":root {\n  --a: 1px;\n  --b: 2px;\n}\n.a {\n  width: var(--a);\n  height: var(--c);\n}\n"
    assert idle(css) == ["--b", "--c"]


def classes(css: str) -> set[str]:
    return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"\{[^{}]*\}", "{}", COMMENT.sub("", css))))


def test_a_page_has_the_style_that_it_needs(site: Site) -> None:
    """pages.css where a class is that it alone knows, else site.css; one sheet a page."""
    own = classes(PAGES) - classes(SITE)
    for address in site.addresses():
        html = site.text(address)
        used = {one for some in re.findall(r'class="([^"]*)"', html) for one in some.split()}
        other, sheet = (PAGES_STYLE, STYLE) if own.isdisjoint(used) else (STYLE, PAGES_STYLE)
        assert sheet in html and other not in html, address
