"""What a search reads of a page: its text in sections, and all that it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml import etree
from lxml.html import HTMLParser

# There are as many of these as there are places; much on them is alike.
OF_MANY = ("municipality", "county")

# What no search reads, here and nowhere else. What stands around a page's content (menus, contents,
# sources, dates) never comes here: the content alone is read.
# details: what a long list has folded away.
LEFT_OUT_TAGS = frozenset(
    {
        "nav",
        "form",
        "select",
        "button",
        "details",
        "script",
        "noscript",
        "style",
        "svg",
        "template",
        "thead",
        "caption",
    }
)
# contacts: a district's people below each of its pages; they have a page of their own.
# actions, edit: links that save or change something; hidden: what screen readers alone are told.
# also: what readers call a term, which leads to the pages that tell of it, not to the glossary.
# basis, origin, note, original: what a claim rests on, where a term was read, when something was
# confirmed, a document's title in its own language. narrow, choices: what narrows a list.
# ways: links to parts of the page. draft: what other pages say, to be taken away; windows: a table
# of everybody's times, which each has on its own page; sums: of decisions, for the eye.
# wording: what a proposal may and may not say, and of whose budget: words of many other pages.
# card, featured, street: a few words of another page, with the link to it; squares: a drawn sum.
# columns, named: lists of municipalities, which are found by their names; nothing: that none was.
LEFT_OUT_CLASSES = frozenset(
    {"contacts", "actions", "edit", "hidden", "also", "narrow", "choices", "ways", "card", "street"}
    | {"draft", "windows", "sums", "squares", "columns", "named", "nothing"}
    | {"featured", "basis", "origin", "note", "original", "wording"}
)
# Of the pages of one municipality or county also what is the same on many, or told in a list
# elsewhere; of a municipality's what is told of its region.
LEFT_OUT_OF_MANY = frozenset(
    {"yhteys", "luonnos", "lahella", "paatokset", "hakuajat", "hinta", "alku", "tiedot", "naapurit"}
)
LEFT_OUT_OF_MANY_CLASSES = frozenset({"facts-list"})
LEFT_OUT_OF_MUNICIPALITIES = frozenset({"of-region"})

_HEADINGS = frozenset({"h2", "h3", "h4"})
# A reader can be led to any of these that has an id.
_PARTS = frozenset({"article", "section", "li", "tr", "div", "details"})
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "caption", "br", "div", "figure"}) | _PARTS
_BESIDE = {"td": " · ", "th": " · ", "dd": ": "}
_SPACES = re.compile(r"\s+")


@dataclass
class Section:
    """A part of a page: the id that leads to it, its heading and its text, a block a line."""

    anchor: str = ""
    heading: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        lines = (_SPACES.sub(" ", line).strip(" ·") for line in self.lines)
        return "\n".join(line for line in lines if line)


@cache
def _parser() -> Any:
    return HTMLParser(encoding="utf-8", remove_comments=True)


def sections_of(html: str, kind: str = "page") -> Iterator[Section]:
    """The sections of a page's content, in its order; the first has no heading.

    kind: "municipality" or "county" where the page is that of one.
    """
    if not html.strip():
        return
    root = etree.fromstring(f"<body>{html}</body>".encode(), _parser())
    reader = _Reader(kind)
    reader.read(root, "")
    yield from (one for one in reader.sections if one.heading or one.text)


class _Reader:
    """Walks through a page once, from its first word to its last."""

    def __init__(self, kind: str) -> None:
        self.sections = [Section(lines=[""])]
        self._parts = LEFT_OUT_OF_MANY if kind in OF_MANY else frozenset()
        self._tags, self._classes = LEFT_OUT_TAGS, LEFT_OUT_CLASSES
        if kind in OF_MANY:
            self._classes |= LEFT_OUT_OF_MANY_CLASSES
        if kind == "municipality":
            self._classes |= LEFT_OUT_OF_MUNICIPALITIES

    def read(self, element: Any, anchor: str) -> None:
        """anchor: the id of the part that the element lies in."""
        tag = element.tag
        if tag in self._tags or element.get("aria-labelledby") in self._parts:
            return
        if not self._classes.isdisjoint((element.get("class") or "").split()):
            return
        id_ = element.get("id")
        if tag in _HEADINGS or _is_question(element):
            heading = _SPACES.sub(" ", "".join(element.itertext())).strip()
            nearest = id_ or anchor or self.sections[-1].anchor
            self.sections.append(Section(nearest, heading, [""]))
            return
        if id_ and tag in _PARTS:
            anchor = id_
            self.sections.append(Section(anchor, "", [""]))
        self._begin(tag)
        self._say(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.read(child, anchor)
                if child.tag in _BLOCKS or child.tag == "dd":
                    self._new_line()
            self._say(child.tail)

    def _begin(self, tag: str) -> None:
        """A block stands on a line of its own, a cell beside the one before it."""
        if tag in _BLOCKS:
            self._new_line()
        elif tag in _BESIDE and self.sections[-1].lines[-1].strip():
            self.sections[-1].lines[-1] = self.sections[-1].lines[-1].rstrip() + _BESIDE[tag]

    def _new_line(self) -> None:
        if self.sections[-1].lines[-1].strip():
            self.sections[-1].lines.append("")

    def _say(self, text: str | None) -> None:
        if text:
            self.sections[-1].lines[-1] += text


def _is_question(element: Any) -> bool:
    """A question and its answer (Markdown's definition list) are a part like any other."""
    if element.tag != "dt":
        return False
    around = element.getparent()
    return (
        around.tag == "dl"
        and around.get("class") is None
        and around.getparent() is not None
        and around.getparent().tag == "body"
    )
