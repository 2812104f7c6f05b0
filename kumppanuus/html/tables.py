"""A Markdown extension: tables that a screen reader and a narrow screen can use.

Markdown knows neither header scope nor labels; an editor should not have to write HTML.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

HEADINGS = ("h2", "h3", "h4")
# Characters of the longest cells of a row side by side: three lines each on a phone.
SHORT = 90


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        heading: Element | None = None
        for element in root:
            if element.tag in HEADINGS:
                heading = element
            elif element.tag == "table":
                _improve(element)
                if heading is not None and heading.get("id"):
                    element.set("aria-labelledby", heading.get("id", ""))


def _improve(table: Element) -> None:
    """Scopes and labels; the first cell of each row becomes its header. A table that fits a phone
    as it is stays one there; the rows of any other become cards."""
    if not _fits_a_phone(table):
        table.set("class", "stack")
    labels = ["".join(cell.itertext()) for cell in table.iter("th")]
    for cell in table.iter("th"):
        cell.set("scope", "col")
    for row in table.iterfind("tbody/tr"):
        for index, cell in enumerate(row):
            if index == 0:
                cell.tag = "th"
                cell.set("scope", "row")
            elif index < len(labels):
                cell.set("data-label", labels[index])


def _fits_a_phone(table: Element) -> bool:
    """Whether two columns of short cells are all that there is."""
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
    if not rows or len(rows[0]) != 2:
        return False
    return sum(max(map(len, column)) for column in zip(*rows, strict=False)) <= SHORT


class TablesExtension(Extension):
    """Use as ``kumppanuus.html.tables`` in mkdocs.yml, after ``tables`` and ``toc``."""

    def extendMarkdown(self, md: Markdown) -> None:
        # toc gives the headings their ids at priority 5
        md.treeprocessors.register(_Tables(md), "kumppanuus_tables", 4)


def makeExtension(**options: Any) -> TablesExtension:
    """What Python-Markdown calls."""
    return TablesExtension(**options)
